"""`entraide demo`."""

"""Python and the browser, held against one another."""

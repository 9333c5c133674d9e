"""Lists of authorities, read and compared with the directory; what would change is shown before it does."""

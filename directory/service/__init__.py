"""What the directory does for its doors and for the rooms above; every function takes the session first.

Each is imported from its own module, so that a page which only searches loads no spreadsheet library.
"""

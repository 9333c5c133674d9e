"""The words of the directory, kept as data files: States, terms, languages."""

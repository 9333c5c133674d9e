"""Search: an index in memory over every published authority, in any spelling and script.

`SearchQuery` goes in, `Page` comes out. `words` makes one spelling of many, `lexicon` reads States and
terms out of what was typed, `asking` turns the rest into queries, `index` keeps and answers.
"""

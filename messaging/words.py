"""The words of the mailbox's program, in the reader's language: the one catalogue that its scripts speak from.

Places in braces are filled by the script. Plurals have two keys, `one` and `many`.
"""


def words() -> dict[str, str]:
    """Return every sentence by its key."""
    return {}

"""The sizes and numbers of this room."""

LINKS_A_DAY = 20

LINK_AGE = 86_400
"""Seconds that may lie between the making of a link and its arrival: a recovery kit is printed in between."""

MAX_BATCH = 2
"""Envelopes in one request: the control that creates a conversation, and its first message."""

PAGE_SIZE = 100
"""Envelopes or conversations in one answer."""

MOST_CHAINS = 64
"""Chains in one answer: those of all members of a conversation."""

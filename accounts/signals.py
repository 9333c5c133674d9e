"""What this room tells those above it."""

from blinker import Signal

signed_out = Signal("Sign-ins have ended; sent after the commit, with `session_ids`, a list of UUID.")
"""Listen with `signed_out.connect(listener)`; an open socket is not closed by itself."""

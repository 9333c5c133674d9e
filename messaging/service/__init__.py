"""What this room does for others; every function takes the session first and never commits."""

from messaging.service.chains import ServedChains, prove_consistency, serve_chains
from messaging.service.checking import Checked, Sent, check
from messaging.service.conversations import envelopes_after, list_conversations, mark_read, unread_total
from messaging.service.linking import accept_link, bundles_for
from messaging.service.log import TransparencyLog, open_log
from messaging.service.mailbox_rows import authorities_with_mailbox, count_mailboxes, mailbox_of, mailboxes, participant
from messaging.service.opening import open_mailbox
from messaging.service.storing import ChangedMeanwhileError, keep_evidence, store
from messaging.service.vaults import read_vault, replace_vault

__all__ = [
    "ChangedMeanwhileError",
    "Checked",
    "Sent",
    "ServedChains",
    "TransparencyLog",
    "accept_link",
    "authorities_with_mailbox",
    "bundles_for",
    "check",
    "count_mailboxes",
    "envelopes_after",
    "keep_evidence",
    "list_conversations",
    "mailbox_of",
    "mailboxes",
    "mark_read",
    "open_log",
    "open_mailbox",
    "participant",
    "prove_consistency",
    "read_vault",
    "replace_vault",
    "serve_chains",
    "store",
    "unread_total",
]

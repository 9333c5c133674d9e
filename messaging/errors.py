"""What can go wrong in this room, told to the person who can put it right."""

from core.errors import EntraideError

N_ = str
"""Marks a text that is translated where it is shown."""


class MessagingError(EntraideError):
    """The base of this room's errors; a class says its sentence in `told`."""

    told = N_("Something about the mailbox is not as it must be.")

    def __init__(self, **values: object) -> None:
        super().__init__(self.told, **values)


class RefusedError(MessagingError):
    """What was sent breaks a rule: malformed, forged, replayed or too old; a stranger is not told which."""

    status = 422
    told = N_("The service refused this, and nothing was stored. Load the page again and repeat it.")


class DoubleSignedError(RefusedError):
    """One key signed two envelopes for one place of one session; both are kept as evidence."""

    def __init__(self, envelope_id: int, header: bytes, signature: bytes) -> None:
        super().__init__()
        self.envelope_id = envelope_id
        self.header = header
        self.signature = signature


class MailboxOpenError(MessagingError):
    """Somebody else of the authority was first to open its mailbox."""

    status = 409
    told = N_(
        "The mailbox of your authority was opened already, by another administrator. Nothing of yours was stored:"
        " destroy the recovery kit and the card that you printed just now."
    )


class NoMailboxError(MessagingError):
    """An authority has no mailbox yet."""

    status = 404
    told = N_("This authority has no mailbox yet.")


class NoVaultError(MessagingError):
    """An account has no vault: its officer holds no key of the mailbox."""

    status = 404
    told = N_("You hold no key of this mailbox.")


class VaultChangedError(MessagingError):
    """Another of this officer's browsers was faster."""

    status = 409
    told = N_("Another of your browsers wrote in the meantime. Nothing was lost; it is done again by itself.")


class TooManyLinksError(MessagingError):
    """A mailbox changed its keys too often today."""

    status = 429
    told = N_("The keys of this mailbox were changed too often today. Try again tomorrow.")


class NoConversationError(MessagingError):
    """There is no such conversation, or it is none of yours; a stranger is not told which."""

    status = 404
    told = N_("There is no such conversation in your mailbox.")

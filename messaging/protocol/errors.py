"""The one error of the protocol room."""

OUTWARD = "This object does not follow the protocol and was refused."


class ProtocolError(Exception):
    """An object is refused; to the outside all refusals read the same.

    `reason` says which check failed, for tests and logs: it names the check, never a secret or a byte of the object.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(OUTWARD)
        self.reason = reason


class SecretTextError(ProtocolError):
    """A typed secret is misspelt; the message helps the person who holds the card or the kit."""

    def __init__(self, advice: str) -> None:
        super().__init__(advice)
        self.advice = advice

    def __str__(self) -> str:
        return self.advice

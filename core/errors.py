"""What every room's errors have in common."""


class EntraideError(Exception):
    """The base of all errors whose message is meant for the person who caused them.

    The message may hold `%(name)s` places that *values* fill, so that a door can translate it first.
    *status* is the HTTP status with which a door answers.
    """

    status = 400

    def __init__(self, message: str, **values: object) -> None:
        self.message = message
        self.values = values
        super().__init__(message % values if values else message)

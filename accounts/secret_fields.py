"""Which names of fields smell of secrets: no request may carry one, since secrets stay in the client."""

import re
from collections.abc import Iterable, Iterator

_SECRETS = re.compile(
    r"(?:^|_)(?:passwords?|passwd|pwd|passphrases?|secrets?|seeds?|kit|private_key|vault_key|plaintext)(?:_|$)"
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST_SHOWN = 40


def first_secret(names: Iterable[str]) -> str | None:
    """Return the first of *names* that is the name of a secret, shortened for a message, or None."""
    return next((name[:_LONGEST_SHOWN] for name in names if _is_secret(name)), None)


def names_within(document: object) -> Iterator[str]:
    """Give every name of a field in a JSON document, however deep."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield from (name for name in value if isinstance(name, str))
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _is_secret(name: str) -> bool:
    # `cardSecret`, `card-secret` and `form[card_secret]` are one name.
    return _SECRETS.search(_OTHER.sub("_", _HUMP.sub("_", name).lower())) is not None

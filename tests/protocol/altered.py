"""Links altered by somebody who holds a key: what a dishonest signer would publish."""

from dataclasses import replace

from messaging.protocol import labels, signed
from messaging.protocol.codec import Value, decode
from messaging.protocol.content import Content, encode_content
from messaging.protocol.keys import PrivateKeys, SigningKey
from messaging.protocol.links import Link, Role, Rotation, Statement, make_link
from tests.protocol.party import Party


def signed_link(key: SigningKey, statement: Statement) -> Link:
    payload = statement.payload()
    return make_link(payload, signed.sign(key, labels.LINK, payload))


def changed(link: Link, key: SigningKey, **changes: object) -> Link:
    """Return *link* with fields of its statement changed and signed again by *key*."""
    return signed_link(key, replace(link.statement, **changes))  # type: ignore[arg-type]


def rotated(link: Link, key: SigningKey, **changes: object) -> Link:
    """Return a rotate link with fields of the rotation changed and signed again by *key*."""
    body = link.statement.body
    assert isinstance(body, Rotation)
    return changed(link, key, body=replace(body, **changes))  # type: ignore[arg-type]


def two_administrators() -> tuple[Party, PrivateKeys]:
    """Return an authority whose policy asks for two administrators, and its second one."""
    party, second = Party.open("FR", policy=2), PrivateKeys.generate()
    party.add(second, Role.ADMINISTRATOR)
    return party, second


def content_fields() -> dict[int, Value]:
    fields = decode(encode_content(Content(text="text")))
    assert isinstance(fields, dict)
    return fields

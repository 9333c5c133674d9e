"""Requests and answers of the channel: one strict encoding in both directions, sizes bounded before parsing.

Every body is one value of the protocol's codec, as raw bytes (`application/octet-stream`).
"""

from flask import Request, Response

from messaging.errors import RefusedError
from messaging.protocol import wire
from messaging.protocol.bundle import MAX_BUNDLE
from messaging.protocol.codec import INTEGER_LIMIT, Value, decode, encode
from messaging.protocol.control import MAX_SIGNED, parse_control
from messaging.protocol.envelope import MAX_ENVELOPE, parse_envelope
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import ID_SIZE, MailboxId
from messaging.protocol.links import MAX_LINK, Link, parse_link
from messaging.protocol.vault import MAX_VAULT
from messaging.records import NewMailbox
from messaging.service import Sent
from messaging.vocabulary import MAX_BATCH, MOST_CHAINS

_MOST_BUNDLES = 1_001
_SMALL = 4_096
_MANY_BUNDLES = 4 * 1024 * 1024
_ENVELOPE_PARTS = 4


def answer(value: Value) -> Response:
    """Return the answer that holds *value*."""
    return Response(encode(value), mimetype="application/octet-stream")


def raw_body(request: Request, most: int) -> bytes:
    """Return the body of at most *most* bytes; a longer one is refused like any other, and not read into memory."""
    if request.content_length is None or request.content_length > most:
        raise RefusedError
    return request.get_data(cache=False)


def read_envelopes(request: Request) -> tuple[Sent, ...]:
    """Return the one or two envelopes of a request: a control that creates may come before its first message."""
    data = raw_body(request, MAX_ENVELOPE + MAX_SIGNED + 16)
    try:
        items = wire.array_of(decode(data), MAX_BATCH, "envelopes")
        parsed = tuple(_read_sent(wire.some_bytes_of(item, MAX_ENVELOPE, "envelope")) for item in items)
    except ProtocolError:
        raise RefusedError from None
    if not parsed:
        raise RefusedError
    return parsed


def _read_sent(data: bytes) -> Sent:
    # A message has four parts, a control two; the first byte is the array's length.
    return parse_envelope(data) if data[:1] == bytes((0x80 | _ENVELOPE_PARTS,)) else parse_control(data)


def read_new_mailbox(request: Request) -> NewMailbox:
    """Return the two links, their bundles and the vault with which a mailbox is opened."""
    data = raw_body(request, 2 * MAX_LINK + 2 * MAX_BUNDLE + MAX_VAULT)
    try:
        opening, first, bundles, vault = wire.tuple_of(decode(data), 4, "new mailbox")
        return NewMailbox(
            _read_link(opening),
            _read_link(first),
            _read_bundles(bundles),
            wire.some_bytes_of(vault, MAX_VAULT, "vault"),
        )
    except ProtocolError:
        raise RefusedError from None


def read_link(request: Request) -> tuple[Link, tuple[bytes, ...]]:
    """Return a link and the bundles that come with it."""
    data = raw_body(request, MAX_LINK + _MANY_BUNDLES)
    try:
        link, bundles = wire.tuple_of(decode(data), 2, "new link")
        return _read_link(link), _read_bundles(bundles)
    except ProtocolError:
        raise RefusedError from None


def _read_link(value: Value) -> Link:
    return parse_link(wire.some_bytes_of(value, MAX_LINK, "link"))


def _read_bundles(value: Value) -> tuple[bytes, ...]:
    items = wire.array_of(value, _MOST_BUNDLES, "bundles")
    return tuple(wire.some_bytes_of(item, MAX_BUNDLE, "bundle") for item in items)


def read_number(request: Request) -> int:
    """Return the one number of a body."""
    try:
        return wire.uint_of(decode(raw_body(request, _SMALL)), "number")
    except ProtocolError:
        raise RefusedError from None


def read_wanted_chains(request: Request) -> dict[MailboxId, int]:
    """Return the chains that `?of=MAILBOX.SEQ` asks for, each from that link on."""
    asked = request.args.getlist("of")
    if len(asked) > MOST_CHAINS:
        raise RefusedError
    return dict(_read_wanted(item) for item in asked)


def _read_wanted(item: str) -> tuple[MailboxId, int]:
    identifier, _, seq = item.partition(".")
    return MailboxId(read_id(identifier)), number_of(seq)


def read_id(text: str) -> bytes:
    """Return the sixteen bytes that hexadecimal digits in an address name."""
    try:
        found = bytes.fromhex(text)
    except ValueError:
        raise RefusedError from None
    if len(found) != ID_SIZE:
        raise RefusedError
    return found


def number_of(text: str) -> int:
    """Return the number that an address holds."""
    if not (text.isascii() and text.isdecimal() and len(text) < 17) or int(text) >= INTEGER_LIMIT:
        raise RefusedError
    return int(text)

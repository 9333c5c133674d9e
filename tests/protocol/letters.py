"""Three authorities that write to one another, and letters changed by a sender who holds a key."""

from messaging.protocol import labels, signed
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.envelope import Envelope, make_envelope
from tests.protocol.party import Party

FRANCE, KENYA, PERU = Party.open("FR"), Party.open("KE"), Party.open("PE")
TEXT = "Veuillez trouver ci-joint la demande. " * 20


def fields_of(envelope: Envelope) -> dict[int, Value]:
    fields = decode(envelope.payload)
    assert isinstance(fields, dict)
    return fields


def resigned(envelope: Envelope, changes: dict[int, Value], **parts: object) -> Envelope:
    """Return *envelope* with fields changed by its own, dishonest sender."""
    payload = encode({**fields_of(envelope), **changes})
    stanzas, body = parts.get("stanzas", envelope.stanzas), parts.get("body", envelope.body)
    signature = signed.sign(FRANCE.officer.signing, labels.ENVELOPE, payload)
    return make_envelope(payload, signature, stanzas, body)  # type: ignore[arg-type]

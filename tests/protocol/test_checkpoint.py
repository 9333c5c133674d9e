import pytest

from messaging.protocol.checkpoint import LogKey, read_checkpoint, sign_checkpoint
from messaging.protocol.keys import SigningKey
from messaging.protocol.wire import Head
from tests.protocol.refusal import is_refused, refused

ORIGIN = "log.entraide.example"
SIGNER = SigningKey(b"\x01" * 32)
KEY = LogKey(ORIGIN, SIGNER.public)
HEAD = Head(1_234_567, bytes(range(32)))


def test_a_signed_head_is_read_back() -> None:
    for head in (HEAD, Head(0, bytes(32)), Head((1 << 53) - 1, bytes(32))):
        assert read_checkpoint(sign_checkpoint(SIGNER, ORIGIN, head), KEY) == head


def test_a_note_has_the_published_form() -> None:
    text, signatures = sign_checkpoint(SIGNER, ORIGIN, HEAD).split("\n\n")
    assert text == f"{ORIGIN}\n1234567\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    assert signatures.startswith(f"\u2014 {ORIGIN} ")
    assert signatures.count("\n") == 1


def test_a_verifier_key_names_the_origin_and_the_key() -> None:
    origin, key_hash, encoded = KEY.text().split("+", 2)
    assert (origin, key_hash, encoded[:2]) == (ORIGIN, KEY.key_hash.hex(), "AY")


def test_the_signature_of_a_witness_is_passed_over() -> None:
    note = sign_checkpoint(SIGNER, ORIGIN, HEAD)
    witness = sign_checkpoint(SigningKey(bytes(32)), "witness.example", HEAD).split("\n\n")[1]
    assert read_checkpoint(note + witness, KEY) == HEAD
    with refused("not signed once"):
        read_checkpoint(note.split("\n\n")[0] + "\n\n" + witness, KEY)


def test_a_note_of_another_key_or_origin_is_refused() -> None:
    note = sign_checkpoint(SIGNER, ORIGIN, HEAD)
    with refused("not signed once"):
        read_checkpoint(note, LogKey(ORIGIN, SigningKey(bytes(32)).public))
    with refused("another log"):
        read_checkpoint(note, LogKey("other.example", SIGNER.public))


def test_two_signatures_of_the_log_are_refused() -> None:
    note = sign_checkpoint(SIGNER, ORIGIN, HEAD)
    with refused("not signed once"):
        read_checkpoint(note + note.split("\n\n")[1], KEY)


def test_any_changed_character_gives_the_one_error() -> None:
    note = sign_checkpoint(SIGNER, ORIGIN, HEAD)
    for place in range(len(note)):
        for character in ("A", "0", "\n", "\u00e9", "\ud800", ""):
            changed = note[:place] + character + note[place + 1 :]
            assert changed == note or is_refused(read_checkpoint, changed, KEY)


@pytest.mark.parametrize("size", ["01", "+1", "1 ", "-1", "", "9007199254740992", "99999999999999999999", "\u0661"])
def test_a_size_of_another_spelling_is_refused(size: str) -> None:
    note = sign_checkpoint(SIGNER, ORIGIN, HEAD).replace("1234567", size)
    with refused("checkpoint"):
        read_checkpoint(note, KEY)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\u2014 name",
        "name AAAAAAA=",
        "\u2014 na+me AAAAAAA=",
        "\u2014 name AAAA",
        "\u2014 name A",
        "\u2014 name " + "A" * 400,
    ],
)
def test_a_signature_line_of_another_form_is_refused(line: str) -> None:
    with refused("checkpoint"):
        read_checkpoint(sign_checkpoint(SIGNER, ORIGIN, HEAD) + line + "\n", KEY)


def test_a_second_spelling_of_a_root_is_refused() -> None:
    # The last character of the root carries two bits that are no part of it.
    note = sign_checkpoint(SIGNER, ORIGIN, HEAD)
    with refused("base64"):
        read_checkpoint(note.replace("Hh8=", "Hh9="), KEY)


def test_a_note_that_is_too_long_is_refused() -> None:
    note = sign_checkpoint(SIGNER, ORIGIN, HEAD)
    with refused("not a signed note"):
        read_checkpoint(note + "\u2014 a AAAAAAA=\n" * 2_000, KEY)
    with refused("too many"):
        read_checkpoint(note + "\u2014 a AAAAAAA=\n" * 64, KEY)


@pytest.mark.parametrize("origin", ["", "two words", "a+b", "line\nbreak", "x" * 201, "é"])
def test_an_origin_that_a_note_cannot_carry_is_refused(origin: str) -> None:
    with refused("origin"):
        sign_checkpoint(SIGNER, origin, HEAD)

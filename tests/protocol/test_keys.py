import pickle
import traceback

import pytest

from messaging.protocol import digest
from messaging.protocol.content import Content, FileKey
from messaging.protocol.errors import ProtocolError, SecretTextError
from messaging.protocol.identifiers import BlobId, ConversationId, EntryId, KeyId, MailboxId, MessageId, SessionId
from messaging.protocol.keys import (
    CardSecret,
    EpochSeed,
    KitSecret,
    MessageKey,
    PrivateKeys,
    SealingKey,
    SealingPublic,
    Secret,
    SigningKey,
    SigningPublic,
)
from messaging.protocol.password import SignInKey, Stretched, WayKey
from messaging.protocol.secret_text import ALPHABET, read_secret_text, secret_text
from messaging.protocol.vault import VaultKey
from messaging.protocol.vault_contents import VaultContents
from tests.protocol.refusal import refused

IDENTIFIERS = [BlobId, ConversationId, EntryId, KeyId, MailboxId, MessageId, SessionId]
SECRETS: list[type[Secret]] = [
    CardSecret,
    EpochSeed,
    FileKey,
    KitSecret,
    MessageKey,
    SealingKey,
    SignInKey,
    SigningKey,
    Stretched,
    VaultKey,
    WayKey,
]
# Recognised in hexadecimal, as an escaped byte string and as a list of numbers.
CANARY = bytes(range(0xA1, 0xA1 + 32))


def betrays(text: str) -> bool:
    return "a1a2a3" in text or "\\xa1\\xa2" in text or "161, 162" in text


@pytest.mark.parametrize("kind", IDENTIFIERS)
@pytest.mark.parametrize("size", [0, 15, 17, 32])
def test_an_identifier_of_another_length_is_refused(kind: type[KeyId], size: int) -> None:
    with refused("length"):
        kind(bytes(size))


def test_an_identifier_is_read_from_bytes_alone() -> None:
    with refused("not bytes"):
        KeyId.read("0123456789abcdef")


def test_an_identifier_shows_itself() -> None:
    assert str(KeyId(bytes(16))) == "00" * 16
    assert repr(KeyId(bytes(16))) == f"KeyId({'00' * 16})"


@pytest.mark.parametrize("kind", SECRETS)
@pytest.mark.parametrize("size", [0, 31, 33, 64])
def test_a_secret_of_another_length_is_refused(kind: type[Secret], size: int) -> None:
    with refused("length"):
        kind(bytes(size))


@pytest.mark.parametrize("kind", SECRETS)
def test_a_secret_prints_its_name_alone(kind: type[Secret]) -> None:
    secret = kind(CANARY)
    shown = [repr(secret), str(secret), f"{secret}", f"{[secret]!r}"]
    assert not any(betrays(text) for text in shown)
    assert repr(secret) == f"<{kind.__name__}>"


def test_keys_and_vaults_print_nothing_of_what_they_hold() -> None:
    keys = PrivateKeys(SigningKey(CANARY), SealingKey(CANARY))
    contents = VaultContents(keys.signing, keys.sealing, None, {1: EpochSeed(CANARY)})
    assert not betrays(repr(keys) + repr(contents))
    assert repr(Content(text="canary")) == "<Content>"


@pytest.mark.parametrize("kind", SECRETS)
def test_a_secret_is_neither_pickled_nor_hashed(kind: type[Secret]) -> None:
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(kind(CANARY))
    with pytest.raises(TypeError):
        hash(kind(CANARY))


def test_a_traceback_shows_no_secret() -> None:
    too_long = CANARY * 2
    try:
        KitSecret(too_long)
    except ProtocolError as error:
        shown = "".join(traceback.TracebackException.from_exception(error).format())
    assert not betrays(shown)


def test_secrets_are_equal_only_within_their_kind() -> None:
    assert KitSecret(CANARY) == KitSecret(CANARY)
    assert KitSecret(CANARY) != KitSecret(bytes(32))
    assert KitSecret(CANARY) != CardSecret(CANARY)


def test_secrets_are_drawn_anew_each_time() -> None:
    assert KitSecret.generate() != KitSecret.generate()
    assert PrivateKeys.generate().key_id != PrivateKeys.generate().key_id


def test_both_keys_of_a_kit_follow_from_its_secret_and_differ_from_it() -> None:
    keys = KitSecret(CANARY).keys()
    assert keys == KitSecret(CANARY).keys()
    assert keys.signing.reveal() != keys.sealing.reveal() != CANARY
    assert keys.public.key_id == digest.key_id(keys.public.signing.raw)


def test_public_keys_are_equal_by_their_bytes() -> None:
    keys = PrivateKeys.generate()
    assert SigningPublic(keys.public.signing.raw) == keys.public.signing
    assert SealingPublic(keys.public.sealing.raw) == keys.public.sealing
    assert len({keys.public.signing, SigningPublic(keys.public.signing.raw)}) == 1
    assert len({keys.public.sealing, SealingPublic(keys.public.sealing.raw)}) == 1
    assert keys.public.signing != keys.public.sealing
    assert keys.public.signing != keys.public.signing.raw


def test_a_lattice_key_with_a_coefficient_out_of_range_is_refused() -> None:
    with refused("coefficient"):
        SealingPublic(b"\xff" * 1184 + SealingKey(CANARY).public.raw[1184:])


def test_public_keys_show_a_short_name() -> None:
    keys = PrivateKeys.generate().public
    assert repr(keys.signing) == f"SigningPublic({keys.key_id})"
    assert len(repr(keys.sealing)) < 40


def test_the_text_of_a_secret_has_thirteen_groups_of_four() -> None:
    groups = secret_text(CANARY).split(" ")
    assert [len(group) for group in groups] == [4] * 13
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)


def test_the_text_is_read_in_small_letters_and_with_hyphens() -> None:
    text = secret_text(CANARY)
    assert read_secret_text(text) == CANARY
    assert read_secret_text(f" {text.lower().replace(' ', '-')}\n") == CANARY
    assert read_secret_text(text.replace(" ", "")) == CANARY


@pytest.mark.parametrize(
    ("letter", "advice"), [("O", "digit 0"), ("o", "digit 0"), ("I", "digit 1"), ("l", "digit 1"), ("u", "letter V")]
)
def test_a_letter_that_is_never_printed_is_explained_with_its_group(letter: str, advice: str) -> None:
    text = secret_text(CANARY)
    with pytest.raises(SecretTextError, match=f"Group 3: .*{advice}"):
        read_secret_text(text[:12] + letter + text[13:])


def test_another_character_is_not_repeated_in_the_advice() -> None:
    text = secret_text(CANARY)
    with pytest.raises(SecretTextError, match="Group 1") as caught:
        read_secret_text("§" + text[1:])
    assert "§" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "ABCD", secret_text(CANARY)[:-1], secret_text(CANARY) + " 0000"])
def test_a_missing_or_surplus_group_is_counted(text: str) -> None:
    with pytest.raises(SecretTextError, match="13 groups"):
        read_secret_text(text)


def test_fifteen_misreadings_in_sixteen_are_noticed() -> None:
    text, passed = secret_text(CANARY), 0
    for character in ALPHABET:
        try:
            passed += read_secret_text(character + text[1:]) != CANARY
        except SecretTextError as error:
            assert "compare every group" in str(error)  # noqa: PT017 - one error among many calls
    assert passed <= 5

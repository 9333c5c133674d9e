"""Both take the same keys, and make the same of them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messaging.protocol import digest, hpke, labels, signed
from messaging.protocol.codec import encode
from messaging.protocol.keys import (
    KitSecret,
    SealingKey,
    SigningKey,
)
from messaging.protocol.labels import Label
from messaging.protocol.password import Cost, password_salt, sign_in_key, stretch
from messaging.protocol.secret_text import read_secret_text, secret_text
from tests.twins.mutants import VALUES, changed_bytes
from tests.twins.objects import FEW, KENYA, MANY, assert_same
from tests.twins.twin import REFUSED, Twin, asked

LOW_ORDER = [bytes(32), b"\x01" + bytes(31), b"\xec" + b"\xff" * 30 + b"\x7f", b"\xed" + b"\xff" * 31]
LOW_ORDER.append(bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"))
LOW_ORDER.append(bytes.fromhex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"))


@MANY
@given(data=st.one_of(st.binary(min_size=32, max_size=32), st.sampled_from(LOW_ORDER), st.binary(max_size=33)))
def test_both_take_the_same_signing_keys(twin: Twin, data: bytes) -> None:
    assert_same(twin, "signingPublic", data)


@MANY
@given(data=st.data())
def test_both_take_the_same_sealing_keys(twin: Twin, data: st.DataObject) -> None:
    good = KENYA.officer.sealing.public.raw
    low = st.sampled_from(LOW_ORDER).map(lambda point: good[:1184] + point)
    assert_same(twin, "sealingPublic", data.draw(st.one_of(changed_bytes(good), low)))


@pytest.mark.parametrize("point", LOW_ORDER)
def test_neither_opens_what_was_sealed_with_a_low_order_key(twin: Twin, point: bytes) -> None:
    key = SealingKey.generate()
    sealed = hpke.seal(key.public, labels.STANZA, [b"a"], bytes(32))
    forged = sealed[:1088] + point + sealed[1120:]
    assert asked(hpke.open_sealed, key, labels.STANZA, [b"a"], forged) == REFUSED
    items = {"label": labels.STANZA, "items": [b"a"]}
    assert twin.ask("open", seed=key.reveal(), sealed=forged, **items) == REFUSED


@FEW
@given(plaintext=st.binary(max_size=300), context=st.binary(max_size=40))
def test_each_opens_what_the_other_sealed(twin: Twin, plaintext: bytes, context: bytes) -> None:
    key = SealingKey.generate()
    items = {"label": labels.STANZA, "items": [context]}
    theirs = twin.ask("seal", publicKey=key.public.raw, plaintext=plaintext, **items)
    assert hpke.open_sealed(key, labels.STANZA, [context], bytes.fromhex(theirs)) == plaintext
    ours = hpke.seal(key.public, labels.STANZA, [context], plaintext)
    assert twin.ask("open", seed=key.reveal(), sealed=ours, **items) == plaintext.hex()


@FEW
@given(data=st.data())
def test_both_refuse_a_changed_seal_and_another_label(twin: Twin, data: st.DataObject) -> None:
    key = SealingKey.generate()
    sealed = hpke.seal(key.public, labels.BUNDLE, [1], b"seed")
    changed = data.draw(changed_bytes(sealed))
    if changed != sealed:
        assert asked(hpke.open_sealed, key, labels.BUNDLE, [b""], changed) == REFUSED
        assert twin.ask("open", seed=key.reveal(), label="bundle", items=[""], sealed=changed) == REFUSED
    assert twin.ask("open", seed=key.reveal(), label="stanza", items=[""], sealed=sealed) == REFUSED


@FEW
@given(seed=st.binary(min_size=32, max_size=32), payload=st.binary(max_size=100), data=st.data())
def test_both_accept_the_same_signatures(twin: Twin, seed: bytes, payload: bytes, data: st.DataObject) -> None:
    key = SigningKey(seed)
    good = signed.sign(key, labels.LINK, payload)
    signature = data.draw(st.one_of(st.just(good), changed_bytes(good)))
    label = data.draw(st.sampled_from([labels.LINK, labels.AGREE]))
    theirs = twin.ask("verify", publicKey=key.public.raw, label=label, payload=payload, signature=signature)
    assert theirs == asked(signed.verify, key.public, label, payload, signature)


@FEW
@given(key=st.binary(min_size=32, max_size=32), context=st.binary(max_size=80))
def test_both_derive_the_same_keys(twin: Twin, key: bytes, context: bytes) -> None:
    for label in (labels.MESSAGE, labels.VAULT_PRF):
        assert twin.ask("derive", key=key, label=label, context=context) == asked(digest.derive, key, label, context)


@settings(FEW, max_examples=5)
@given(value=VALUES)
def test_both_show_the_same_digits(twin: Twin, value: Any) -> None:
    label = Label("safety")
    assert twin.ask("digits", label=label, value=encode(value)) == asked(digest.digits, label, value)


@FEW
@given(secret=st.binary(min_size=32, max_size=32), data=st.data())
def test_both_print_and_read_a_secret_alike(twin: Twin, secret: bytes, data: st.DataObject) -> None:
    text = secret_text(secret)
    assert twin.ask("secretText", secret=secret) == text
    noise = st.text(alphabet="0OIL1Uuſßi- \t\u00a0\u2003\x1c\x85\ufeffé", max_size=4)
    at = data.draw(st.integers(0, len(text)))
    typed = data.draw(st.sampled_from([text, text.lower(), text[:at] + data.draw(noise) + text[at:], text[:at]]))
    assert twin.ask("readSecretText", text=typed) == asked(read_secret_text, typed)


def test_both_derive_the_same_keys_of_a_kit(twin: Twin) -> None:
    public = KitSecret(bytes(range(32))).keys().public
    assert twin.ask("kit", secret=bytes(range(32))) == [public.signing.raw.hex(), public.sealing.raw.hex()]


@pytest.mark.parametrize("password", ["correct horse", "Å", "A\u030a", "пароль", ""])
def test_both_stretch_a_password_alike(twin: Twin, password: str) -> None:
    salt = password_salt("amina", bytes(16))
    assert twin.ask("salt", name="amina", bytes=bytes(16)) == salt.hex()
    ours = sign_in_key(stretch(password, salt, Cost())).reveal()
    assert twin.ask("signIn", password=password, salt=salt) == ours.hex()

"""No request carries a field that is named like a secret."""

import pytest

from accounts.secret_fields import first_secret, names_within


@pytest.mark.parametrize(
    "name",
    [
        "password", "Password", "new_password", "newPassword", "passwords", "passphrase", "private_key", "privateKey",
        "private-key", "seed", "signing_seed", "epochSeed", "card_secret", "cardSecret", "form[card_secret]", "kit",
        "recovery_kit", "vault_key", "secret", "client.secret", "plaintext",
    ],
)  # fmt: skip
def test_a_name_of_a_secret_is_known_in_any_writing(name: str) -> None:
    assert first_secret(["subject", name]) == name


@pytest.mark.parametrize(
    "name", ["name", "sign_in_key", "public_key", "csrf_token", "secretariat", "kitchen", "seeded", "q", "envelope"]
)
def test_an_ordinary_name_is_let_through(name: str) -> None:
    assert first_secret([name]) is None


def test_a_secret_is_found_however_deep() -> None:
    document = {"a": [{"b": {"c": [1, {"privateKey": "…"}]}}]}
    assert first_secret(names_within(document)) == "privateKey"


def test_a_long_name_is_cut_for_the_message() -> None:
    assert first_secret(["password_" + "x" * 500]) == ("password_" + "x" * 500)[:40]


@pytest.mark.parametrize("document", [None, 1, "password", ["password"], {"a": "password"}])
def test_values_are_not_names(document: object) -> None:
    assert first_secret(names_within(document)) is None

import unicodedata

import pytest

from messaging.protocol.keys import CardSecret
from messaging.protocol.password import (
    Cost,
    card_way,
    password_salt,
    security_key_way,
    sign_in_key,
    stretch,
)
from tests.protocol.refusal import refused

SALT = password_salt("a.martin", bytes(16))


@pytest.mark.parametrize(
    ("passes", "mebibytes"), [(2, 64), (11, 64), (3, 63), (3, 1_025), (0, 0), (-3, 64), (3, 0), (1, 8)]
)
def test_a_cost_outside_the_compiled_bounds_is_refused(passes: int, mebibytes: int) -> None:
    with refused("bounds"):
        Cost(passes, mebibytes)


def test_the_bounds_themselves_are_allowed() -> None:
    assert Cost() == Cost(3, 64)
    assert Cost(10, 1_024).passes == 10


def test_the_salt_depends_on_the_name_and_on_the_server() -> None:
    assert len(SALT) == 16
    assert len({SALT, password_salt("a.martin", b"\x01" * 16), password_salt("b.martin", bytes(16))}) == 3
    with refused("length"):
        password_salt("a.martin", bytes(15))


def test_one_password_in_two_spellings_of_unicode_signs_in() -> None:
    composed = stretch("été", SALT, Cost())
    assert stretch(unicodedata.normalize("NFD", "été"), SALT, Cost()) == composed
    assert stretch("ete", SALT, Cost()) != composed


def test_a_lone_surrogate_is_refused() -> None:
    with refused("surrogate"):
        stretch("\ud800", SALT, Cost())


def test_what_signs_in_opens_no_vault() -> None:
    stretched, card = stretch("correct horse", SALT, Cost()), CardSecret(bytes(32))
    made = {
        sign_in_key(stretched).reveal(),
        card_way(stretched, card).reveal(),
        security_key_way(stretched, bytes(32)).reveal(),
    }
    assert len(made) == 3
    assert card_way(stretched, CardSecret(b"\x01" * 32)) != card_way(stretched, card)

"""Telephone numbers are read as the library reads them, whichever way is taken."""

import csv

import pytest

from directory.importing.phones import is_fictional, read_phone
from tests.shared import shared_path


@pytest.mark.shared
def test_every_published_example_is_read_as_the_library_reads_it() -> None:
    path = shared_path("data/reference/libphonenumber_9.0.43_examples.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 1000
    for row in rows:
        read = read_phone(row["international"], "")
        assert (read.e164 if read else "") == (row["e164"] if row["is_valid"] == "True" else ""), row


@pytest.mark.parametrize(
    ("text", "region", "e164", "extension"),
    [
        ("+31 (0)70-3707911", "NL", "+31703707911", ""),
        ("03 23 84 26 26", "FR", "+33323842626", ""),
        ("+44 207 035 4040 ext. 12", "GB", "+442070354040", "12"),
        ("0041 58 462 11 20", "CH", "+41584621120", ""),
        ("+1-613-563-4223", "CA", "+16135634223", ""),
    ],
)
def test_numbers_are_kept_in_one_form(text: str, region: str, e164: str, extension: str) -> None:
    read = read_phone(text, region)
    assert read is not None
    assert (read.e164, read.extension) == (e164, extension)


@pytest.mark.parametrize("text", ["", ", ", "3277", "+44 20 7147 3843 / 3277", "call in the morning", "+999 123456"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_phone(text, "GB") is None


def test_a_demonstration_number_is_known_as_one() -> None:
    read = read_phone("+41 000 555 0123", "CH")
    assert read is not None
    assert is_fictional(read)
    real = read_phone("+41 58 462 11 20", "CH")
    assert real is not None
    assert not is_fictional(real)

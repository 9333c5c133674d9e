"""Every published broken file either imports or is refused with a reason; its rows are read as its maker meant."""

from pathlib import Path

import orjson
import pytest

from directory.importing.delimited import delimited_rows, dialect_of
from directory.importing.encodings import encoding_of
from directory.importing.problems import FileRefusedError
from tests.directory.importing.reading import opened, read
from tests.shared import SHARED, shared_path

MESSY = SHARED / "data" / "messy"
FILES = sorted(path.relative_to(MESSY).as_posix() for path in MESSY.rglob("*") if path.is_file()) or ["absent"]
NOTHING_IN_THEM = {"csvkit_examples/empty.csv", "messytables_horror/libreoffice.xlsx"}
WITHOUT_ROWS = {".html", ".zip", ".dbf", ".md"}
LISTS = {
    "derived_encodings/directory_merged_cells_two_header_rows.xlsx": ("by-name", "", 277),
    "derived_encodings/fr_courts_cp1252_semicolon.csv": ("french-courts-sheet", "windows-1252", 691),
    "derived_encodings/ror_arabic_windows1256.csv": ("by-name", "windows-1256", 75),
    "derived_encodings/ror_cn_gb18030.csv": ("by-name", "gb18030", 189),
    "derived_encodings/ror_cyrillic_windows1251.csv": ("by-name", "windows-1251", 127),
    "derived_encodings/ror_tw_hk_big5hkscs.csv": ("by-name", "big5hkscs", 10),
    "fr_authorities_deduplicated.csv": ("french-courts", "utf-8", 3965),
    "fr_authorities_duplicates.csv": ("french-courts", "utf-8", 3965),
    "wikidata_missions_raw_semicolon_2020-10_with_addresses.csv": ("missions-raw", "utf-8", 212),
    "wikidata_missions_raw_semicolon_2022-11.csv": ("missions-raw", "utf-8", 1027),
}


@pytest.mark.shared
@pytest.mark.parametrize("name", FILES)
def test_a_messy_file_imports_or_is_refused_with_a_reason(name: str) -> None:
    path = shared_path(f"data/messy/{name}")
    if name not in LISTS:
        with pytest.raises(FileRefusedError) as refused:
            read(path)
        told = refused.value.to_dict()
        assert told["reason"]
        assert told.get("row") or path.suffix in WITHOUT_ROWS or name in NOTHING_IN_THEM
        return
    drafted, rejected = read(path)
    assert len(drafted) == LISTS[name][2]
    for one in rejected:
        assert one.problem.row > 0
        assert one.problem.reason


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_messy_list_is_recognised(name: str) -> None:
    reading = opened(shared_path(f"data/messy/{name}")).reading
    assert (reading.profile, reading.encoding) == LISTS[name][:2]


@pytest.mark.shared
@pytest.mark.parametrize(
    "name",
    [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
        "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ],
)  # fmt: skip
def test_text_tables_are_read_as_their_makers_expect(name: str) -> None:
    path = shared_path(f"data/messy/csv_spectrum/{name}.csv")
    encoding = encoding_of(path)
    headings, *rows = [row for row in delimited_rows(path, encoding, dialect_of(path, encoding)) if row]
    expected = orjson.loads(path.with_suffix(".json").read_bytes())
    assert [dict(zip(headings, row, strict=True)) for row in rows] == expected


def _ror(path: Path) -> dict[str, set[str]]:
    return {
        one["id"]: {name["value"] for name in one["names"]} | {one["name"]}
        for one in map(orjson.loads, path.read_bytes().splitlines())
    }


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["ror_arabic_windows1256", "ror_cn_gb18030", "ror_cyrillic_windows1251", "ror_tw_hk_big5hkscs"]
)
def test_a_guessed_encoding_gives_the_letters_of_the_original(name: str) -> None:
    originals = _ror(shared_path("data/authorities/ror_government_multiscript.jsonl"))
    drafted, _ = read(shared_path(f"data/messy/derived_encodings/{name}.csv"))
    assert drafted
    for one in drafted:
        known = {" ".join(text.split()) for text in originals[one.record.external_id]}
        assert {" ".join(text.split()) for text in one.record.names.values()} <= known


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "state", "original"),
    [("publicbodies_de_latin1_multiline", "DE", "de"), ("publicbodies_gr_iso8859_7", "GR", "gr")],
)
def test_a_list_without_a_state_is_read_when_the_state_is_given(name: str, state: str, original: str) -> None:
    drafted, _ = read(shared_path(f"data/messy/derived_encodings/{name}.csv"), state=state)
    whole = shared_path(f"data/authorities/publicbodies/{original}.csv").read_text(encoding="utf-8")
    assert len(drafted) > 50
    assert all(one.record.state == state for one in drafted)
    names = [name for one in drafted for name in one.record.names.values()]
    assert sum(1 for one in names if one in whole) / len(names) > 0.95


@pytest.mark.shared
def test_merged_cells_fill_the_rows_that_they_cover() -> None:
    path = shared_path("data/messy/derived_encodings/directory_merged_cells_two_header_rows.xlsx")
    reading = opened(path).reading
    drafted, rejected = read(path)
    # The second sheet's rows are numbered from 1 again; the first one's come first.
    rows = {one.row: one.record for one in reversed(drafted)}
    assert reading.heading_row == 3
    assert {rows[number].state for number in (5, 6, 7, 8, 9)} == {"AU"}
    assert {one.problem.reason for one in rejected} >= {"The State is missing"}


@pytest.mark.shared
def test_hidden_sheets_are_not_read() -> None:
    drafted, _ = read(shared_path("data/messy/derived_encodings/directory_merged_cells_two_header_rows.xlsx"))
    assert not [one for one in drafted if "do not import" in one.record.names.values()]

import pytest

from directory.search.lexicon import lexicon
from directory.search.query import Reading

KNOWN = frozenset({"ministry", "of", "justice", "marine", "mali", "national"})


def read(text: str) -> tuple[Reading | str, ...]:
    found = lexicon()
    return found.read(found.words(text), KNOWN.__contains__)


def codes(text: str) -> list[tuple[str, str]]:
    return [(part.facet, part.code) for part in read(text) if isinstance(part, Reading)]


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Thailand", "TH"),
        ("thaïlande", "TH"),
        ("Tailandia", "TH"),
        ("Таиланд", "TH"),
        ("泰国", "TH"),
        ("تايلند", "TH"),
        ("cote d'ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("UK", "GB"),
        ("USA", "US"),
        ("Rossiya", "RU"),
        ("Misr", "EG"),
        ("Deutschland", "DE"),
        ("germny", "DE"),
        ("untied states", "US"),
        ("kazahstan", "KZ"),
        ("gabn", "GA"),
        ("Namibia", "NA"),
        ("Palestine", "PS"),
        ("Holy See", "VA"),
    ],
)
def test_a_state_is_known_by_any_spelling_of_its_name(typed: str, state: str) -> None:
    assert codes(typed) == [("state", state)]


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("mla", ("function", "mutual-legal-assistance")),
        ("entraide judiciaire", ("function", "mutual-legal-assistance")),
        ("extraditoin", ("function", "extradition")),
        ("引渡", ("function", "extradition")),
        ("وزارة العدل", ("kind", "ministry-of-justice")),
        ("fiu", ("kind", "fiu")),
        ("UNCAC 46", ("article", "uncac/46")),
        ("UNTOC article 18(13)", ("article", "untoc/18")),
        ("1988 Convention 17", ("article", "drugs-1988/17")),
        ("UNTOC", ("instrument", "untoc")),
        ("central authority", ("rank", "central")),
    ],
)
def test_a_term_is_known_by_its_labels_and_synonyms(typed: str, meaning: tuple[str, str]) -> None:
    assert codes(typed) == [meaning]


def test_several_terms_are_read_out_of_one_line() -> None:
    assert codes("extradition from Thailand") == [("function", "extradition"), ("state", "TH")]


def test_han_without_spaces_is_parted_after_a_state() -> None:
    assert codes("法国司法部") == [("state", "FR"), ("kind", "ministry-of-justice")]


def test_a_longer_phrase_goes_before_a_shorter_one() -> None:
    assert codes("South Sudan") == [("state", "SS")]


def test_a_word_of_the_directory_is_not_taken_for_a_misspelt_state() -> None:
    assert read("marine") == ("marine",)


def test_a_code_in_small_letters_is_a_word() -> None:
    assert codes("it") == []
    assert codes("IT prosecution")[0] == ("state", "IT")


def test_capitals_throughout_hide_no_codes() -> None:
    assert ("state", "DE") not in codes("MINISTERE DE JUSTICE")


def test_a_state_is_recognised_from_its_first_letters_where_only_one_begins_so() -> None:
    assert codes("burkina f") == [("state", "BF")]


def test_joining_words_alone_name_nothing() -> None:
    assert codes("of the") == []


def test_nothing_typed_is_read_as_nothing() -> None:
    assert read("") == ()
    assert read("?!…") == ()

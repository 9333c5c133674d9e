"""Every term has its six labels, and every word people use for it finds it and nothing else."""

from collections import Counter
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from directory.errors import UnknownTermError
from directory.vocabulary import matrix
from directory.vocabulary.codes import UN_LANGUAGES
from directory.vocabulary.folding import fold
from directory.vocabulary.matrix import canonical_article, find_article, matrix_allows
from directory.vocabulary.reading import FILES
from directory.vocabulary.states import all_states
from directory.vocabulary.terms import OTHER, label, language_name, vocabulary

NAMES = (
    "functions",
    "instruments",
    "kinds",
    "networks",
    "channels",
    "formats",
    "legal_basis",
    "yes_no_conditional",
    "interpol",
    "legalisation",
    "out_of_hours",
    "scopes",
    "statuses",
    "provenances",
    "contact_labels",
    "languages",
)
PLACES = {"states.json", "state_names.json", "territories.json", "no_states.json"}


def test_every_data_file_is_a_vocabulary_or_a_list_of_places() -> None:
    assert {path.name for path in Path(FILES).glob("*.json")} == {f"{name}.json" for name in NAMES} | PLACES


@pytest.mark.parametrize("name", NAMES)
def test_every_term_has_a_label_in_each_official_language(name: str) -> None:
    for term in vocabulary(name).terms:
        assert set(term.labels) == set(UN_LANGUAGES)
        assert all(text and text == text.strip() for text in term.labels.values())


@pytest.mark.parametrize("name", NAMES)
def test_codes_of_a_vocabulary_are_unique(name: str) -> None:
    counted = Counter(term.code for term in vocabulary(name).terms)
    assert counted.most_common(1)[0][1] == 1


@pytest.mark.parametrize("name", NAMES)
def test_labels_of_a_vocabulary_differ_within_each_language(name: str) -> None:
    for tag in UN_LANGUAGES:
        counted = Counter(fold(term.labels[tag]) for term in vocabulary(name).terms)
        assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_word_means_two_terms(name: str) -> None:
    meanings: dict[str, set[str]] = {}
    for term in vocabulary(name).terms:
        for word in (term.code, *term.labels.values(), *term.synonyms):
            assert fold(word)
            meanings.setdefault(fold(word), set()).add(term.code)
    assert {word: codes for word, codes in meanings.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_term_is_found_by_every_word_for_it(name: str) -> None:
    for term in vocabulary(name).terms:
        for word in (term.code, *term.labels.values(), *term.synonyms):
            assert vocabulary(name).find(word) is term


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("functions", "MLA", "mutual-legal-assistance"),
        ("functions", "mla", "mutual-legal-assistance"),
        ("functions", "Entraide judiciaire", "mutual-legal-assistance"),
        ("functions", "extradicion", "extradition"),
        ("functions", "Auslieferung", "extradition"),
        ("functions", "выдача", "extradition"),
        ("functions", "引渡", "extradition"),
        ("functions", "المساعده القانونيه المتبادله", "mutual-legal-assistance"),
        ("functions", "24/7 contact point", "electronic-evidence-24-7"),
        ("functions", "provisional arrest", "extradition"),
        ("functions", "transfèrement des personnes condamnées", "transfer-of-sentenced-persons"),
        ("instruments", "UNTOC", "untoc"),
        ("instruments", "Palermo Convention", "untoc"),
        ("instruments", "Convention de Palerme", "untoc"),
        ("instruments", "Mérida Convention", "uncac"),
        ("instruments", "merida", "uncac"),
        ("instruments", "CNUCC", "uncac"),
        ("instruments", "1988 Convention", "drugs-1988"),
        ("instruments", "Firearms Protocol", "firearms-protocol"),
        ("instruments", "reciprocity", "treaty-independent"),
        ("kinds", "Ministère de la justice", "ministry-of-justice"),
        ("kinds", "Fiscalía General", "prosecution"),
        ("kinds", "FIU", "fiu"),
        ("kinds", "МИД", "foreign-affairs"),
        ("networks", "IberRed", "iberred"),
        ("networks", "ARIN-AP", "arin-ap"),
        ("channels", "Diplomatic channels", "diplomatic"),
        ("formats", "email", "e-mail"),
        ("languages", "français", "fr"),
        ("languages", "Deutsch", "de"),
        ("languages", "ქართული", "ka"),
        ("languages", "泰语", "th"),
        ("out_of_hours", "24/7", "24x7"),
    ],
)
def test_a_term_is_found_by_the_words_of_the_field(name: str, text: str, code: str) -> None:
    assert vocabulary(name).require(text).code == code


@pytest.mark.parametrize("text", ["", " ", "?", "basket weaving", "M L"])
def test_a_word_that_is_no_term_finds_none(text: str) -> None:
    assert vocabulary("functions").find(text) is None


def test_a_required_word_that_is_no_term_is_refused_with_the_terms_there_are() -> None:
    with pytest.raises(UnknownTermError, match="'basket' is not a term of legalisation; use one of none, apostille"):
        vocabulary("legalisation").require("basket")


def test_licensing_is_understood_but_not_offered() -> None:
    functions = vocabulary("functions")
    assert functions.get("licensing") is not None
    assert "licensing" not in [term.code for term in functions]
    assert len(functions) == len(functions.terms) - 1


def test_a_term_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        vocabulary("kinds").terms[0].code = "x"  # type: ignore[misc]


def test_a_label_falls_back_to_the_base_language_and_then_to_english() -> None:
    assert label("kinds", "customs", "fr-CH") == "Douanes"
    assert label("kinds", "customs", "th") == "Customs"
    assert label("kinds", "unheard-of", "fr") == "unheard-of"


def test_a_language_is_named_in_the_language_of_the_reader() -> None:
    assert language_name("de", "ar") == "الألمانية"
    assert language_name("de-AT", "en") == "German"
    assert language_name("x-none", "en") == "x-none"


def test_every_language_of_a_state_has_a_name() -> None:
    languages = vocabulary("languages")
    assert [tag for state in all_states() for tag in state.languages if tag not in languages] == []


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("18", "18"),
        ("18(13)", "18(13)"),
        ("art. 18 (13)", "18(13)"),
        ("Article 18, paragraph 13", "18(13)"),
        ("artículo 18, párr. 13", "18(13)"),
        ("ст. 18.13", "18(13)"),
        ("art. 24(7)(a)", "24(7)(a)"),
        ("", ""),
        ("none", ""),
        ("54-57", ""),
        ("54–57", ""),
    ],
)
def test_an_article_is_read_however_it_is_cited(text: str, article: str) -> None:
    assert canonical_article(text) == article


@pytest.mark.parametrize(
    ("function", "instrument", "article"),
    [
        ("mutual-legal-assistance", "untoc", "18"),
        ("mutual-legal-assistance", "untoc", "18(13)"),
        ("mutual-legal-assistance", "uncac", "46"),
        ("mutual-legal-assistance", "drugs-1988", "7(8)"),
        ("extradition", "untoc", "16"),
        ("illicit-traffic-by-sea", "drugs-1988", "17"),
        ("smuggling-of-migrants-by-sea", "migrants-protocol", "8(6)"),
        ("smuggling-of-migrants-by-sea", "migrants-protocol", "8"),
        ("firearms", "firearms-protocol", "13(2)"),
        ("asset-recovery", "uncac", "57"),
        ("electronic-evidence-24-7", "cybercrime-convention", "41"),
        ("cultural-property", "treaty-independent", ""),
        ("extradition", "other", "CoE 24, art. 12(1)"),
    ],
)
def test_the_matrix_allows_what_the_conventions_say(function: str, instrument: str, article: str) -> None:
    assert matrix_allows(function, instrument, article)


@pytest.mark.parametrize(
    ("function", "instrument", "article"),
    [
        ("mutual-legal-assistance", "untoc", "16"),
        ("extradition", "untoc", "18"),
        ("extradition", "untoc", ""),
        ("extradition", "untoc", "1"),
        ("extradition", "untoc", "160"),
        ("smuggling-of-migrants-by-sea", "migrants-protocol", "8(7)"),
        ("extradition", "unheard-of", "16"),
        ("unheard-of", "untoc", "16"),
        ("unheard-of", "other", ""),
        ("asset-recovery", "uncac", "54–57"),
    ],
)
def test_the_matrix_refuses_everything_else(function: str, instrument: str, article: str) -> None:
    assert not matrix_allows(function, instrument, article)


def test_every_triple_of_the_matrix_is_made_of_terms_and_is_allowed() -> None:
    for function, instrument, article in matrix.triples():
        assert function in vocabulary("functions")
        assert instrument in vocabulary("instruments")
        assert matrix_allows(function, instrument, article)


def test_every_provision_lies_in_its_article() -> None:
    for instrument in vocabulary("instruments"):
        for article in matrix.articles(instrument.code):
            for provision in filter(None, (article.authority, article.languages, article.legal_basis)):
                assert article.covers(provision)


def test_the_provisions_on_authorities_and_languages_are_those_of_the_conventions() -> None:
    untoc = find_article("untoc", "18")
    uncac = find_article("uncac", "46")
    assert untoc is not None
    assert uncac is not None
    assert (untoc.authority, untoc.languages, untoc.interpol_default) == ("18(13)", "18(14)", "urgent-only")
    assert (uncac.authority, uncac.languages) == ("46(13)", "46(14)")


def test_the_convention_against_cybercrime_is_known_but_not_in_force() -> None:
    assert not matrix.is_in_force("cybercrime-convention")
    assert matrix.is_in_force("untoc")


def test_only_other_treaties_and_none_are_open() -> None:
    assert [term.code for term in vocabulary("instruments") if matrix.is_open(term.code)] == [
        "treaty-independent",
        OTHER,
    ]

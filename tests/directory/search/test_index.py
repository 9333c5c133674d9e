from uuid import uuid4

import pytest

from directory.search.query import SearchQuery
from tests.directory.search.bodies import ask, body, called, indexed, names, states

EXTRADITION = ("extradition", "untoc", "16")
ASSISTANCE = ("mutual-legal-assistance", "untoc", "18(13)")


def test_a_whole_name_comes_before_a_longer_one() -> None:
    index = indexed(called("Ministry of Justice, Prison Service of Justice"), called("Ministry of Justice"))
    assert names(ask(index, "ministry justice"))[0] == "Ministry of Justice"


def test_every_word_is_demanded() -> None:
    index = indexed(called("Supreme Court"), called("Court of Audit"))
    assert names(ask(index, "supreme court")) == ["Supreme Court"]


def test_joining_words_are_not_demanded() -> None:
    index = indexed(called("Audit Chamber"))
    assert ask(index, "chamber of the audit").total == 1


@pytest.mark.parametrize("typed", ["min", "m", "mi", "ministry of jus", "JUSTICE minis"])
def test_the_last_word_may_be_a_beginning(typed: str) -> None:
    assert ask(indexed(called("Ministry of Justice")), typed).total == 1


def test_only_the_last_word_may_be_a_beginning() -> None:
    index = indexed(called("Ministry of Justice"), called("Ministry of Justiciables"))
    assert ask(index, "justic ministry", plain=True).items[0].score > 0
    assert ask(index, "jus ministry", plain=True).total == 0


@pytest.mark.parametrize(
    "typed", ["minstry of justice", "ministry of jsutice", "ministrry justice", "mimistry justice"]
)
def test_a_typing_error_is_forgiven(typed: str) -> None:
    index = indexed(called("Ministry of Justice"), called("Supreme Court"))
    assert names(ask(index, typed)) == ["Ministry of Justice"]


def test_what_was_typed_correctly_comes_before_what_is_near_it() -> None:
    index = indexed(called("Court of Marin"), called("Court of Marina"))
    assert names(ask(index, "court marin"))[0] == "Court of Marin"


@pytest.mark.parametrize(
    ("name", "tag", "typed"),
    [
        ("وزارة العدل", "ar", "wizarat al-adl"),
        ("Генеральная прокуратура", "ru", "generalnaya prokuratura"),
        ("外交部条约法律司", "zh", "waijiaobu tiaoyue"),
        ("สำนักงานอัยการสูงสุด", "th", "samnakngan"),
        ("Υπουργείο Δικαιοσύνης", "el", "ypourgeio dikaiosynis"),
        ("משרד המשפטים", "he", "misrad hamishpatim"),
        ("საქართველოს პროკურატურა", "ka", "prokuratura"),
    ],
)
def test_a_name_in_another_script_is_found_romanised(name: str, tag: str, typed: str) -> None:
    index = indexed(called(name, language=tag), called("Supreme Court"), called("Customs Administration"))
    assert names(ask(index, typed))[0] == name


def test_two_consonants_alone_find_nothing_by_their_sound() -> None:
    assert ask(indexed(called("ماسة", language="ar")), "homusho").total == 0


@pytest.mark.parametrize(
    ("name", "typed"), [("外交部", "外交"), ("最高人民检察院", "检察"), ("กระทรวงยุติธรรม", "ยุติธรรม")]
)
def test_a_part_of_a_name_without_spaces_is_found(name: str, typed: str) -> None:
    index = indexed(called(name), called("法院"))
    assert names(ask(index, typed, plain=True)) == [name]


def test_an_acronym_comes_before_names_that_merely_begin_so() -> None:
    index = indexed(called("Dpplerian Office"), body(names={"en": "Prosecution Service"}, acronyms=["DPP"]))
    assert names(ask(index, "DPP", plain=True))[0] == "Prosecution Service"


def test_a_state_in_words_leaves_only_its_bodies() -> None:
    index = indexed(called("Ministry of Justice", "TH"), called("Ministry of Justice", "GA"))
    assert states(ask(index, "Таиланд")) == ["TH"]
    assert states(ask(index, "justice thailand")) == ["TH"]


def test_a_state_is_found_while_its_name_is_being_typed() -> None:
    index = indexed(called("Ministry of Justice", "TH"), called("Ministry of Justice", "GA"))
    assert states(ask(index, "justice thail")) == ["TH"]


def test_a_body_that_has_a_states_name_in_its_own_is_found_by_it() -> None:
    index = indexed(called("Georgia Bureau of Investigation", "US"), called("Bureau of Audit", "GE"))
    assert "Georgia Bureau of Investigation" in names(ask(index, "georgia bureau"))


def test_a_function_in_words_is_a_facet() -> None:
    index = indexed(body("TH", (EXTRADITION,)), body("TH", (ASSISTANCE,), names={"en": "Court"}))
    assert names(ask(index, "extradition thailand")) == ["Ministry of Justice"]


def test_an_article_is_a_facet_whatever_its_paragraph() -> None:
    index = indexed(body("TH", (ASSISTANCE,)), body("TH", (EXTRADITION,), names={"en": "Court"}))
    assert names(ask(index, "UNTOC 18")) == ["Ministry of Justice"]


def test_words_can_be_asked_for_as_mere_words() -> None:
    index = indexed(body("FR", (EXTRADITION,)), called("Extradition Unit"))
    page = ask(index, "extradition", plain=True)
    assert names(page) == ["Extradition Unit"]
    assert page.readings == ()


def test_filters_hold_whatever_the_words_say() -> None:
    index = indexed(called("Ministry of Justice", "TH"), called("Ministry of Justice", "GA"))
    assert states(ask(index, "justice", states=("GA",))) == ["GA"]
    assert ask(index, "justice", states=("GA",), kinds=("court",)).total == 0


def test_one_of_several_codes_of_a_filter_is_enough() -> None:
    index = indexed(called("A", "TH"), called("B", "GA"), called("C", "FR"))
    assert ask(index, states=("TH", "GA")).total == 2


def test_national_bodies_come_before_regional_ones_and_central_authorities_first() -> None:
    index = indexed(
        called("Ministry of Justice, Aruba", scope="dependent_territory"),
        called("Ministry of Justice and Law"),
        called("Ministry of Justice and Peace", is_central_authority=True),
    )
    assert names(ask(index, states=("FR",)))[0] == "Ministry of Justice and Peace"
    assert names(ask(index, states=("FR",)))[2] == "Ministry of Justice, Aruba"


def test_the_total_counts_all_while_a_page_shows_some() -> None:
    index = indexed(*(called(f"Court of District {number}") for number in range(60)))
    first = index.search(SearchQuery(text="court", limit=25))
    last = index.search(SearchQuery(text="court", limit=25, offset=50))
    assert (first.total, len(first.items), len(last.items)) == (60, 25, 10)
    assert not {hit.row.id for hit in first.items} & {hit.row.id for hit in last.items}


def test_facets_count_the_results_and_a_chosen_facet_what_there_would_be_without_it() -> None:
    index = indexed(called("A", "TH", kind="court"), called("B", "GA", kind="court"), called("C", "GA"))
    page = index.search(SearchQuery(states=("GA",)), facets=("state", "kind"))
    assert dict(page.facets["state"]) == {"TH": 1, "GA": 2}
    assert dict(page.facets["kind"]) == {"court": 1}


def test_where_nothing_is_found_near_words_are_named() -> None:
    page = ask(indexed(called("Supreme Court")), "suprxmx", states=("GA",))
    assert page.total == 0
    assert page.near["suprxmx"] == ("supreme",)


def test_most_of_many_words_are_enough_where_all_find_nothing() -> None:
    index = indexed(called("National Agency for Asset Recovery"))
    assert ask(index, "national agency xylophone recovery", plain=True).total == 1


def test_a_removed_body_is_found_no_more() -> None:
    index = indexed()
    gone = uuid4()
    index.put(gone, called("Court"))
    index.commit()
    index.remove(gone)
    index.commit()
    assert ask(index, "court").total == 0
    assert index.row(gone) is None
    assert len(index) == 0


def test_a_renamed_body_is_found_under_its_new_name_only() -> None:
    index = indexed()
    one = uuid4()
    index.put(one, called("Old Chamber"))
    index.commit()
    index.put(one, called("New Tribunal"))
    index.commit()
    assert ask(index, "chamber", plain=True).total == 0
    assert ask(index, "tribunal", plain=True).total == 1


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "\x00", "a" * 5000, '+-&|!(){}[]^"~*?:\\/', "state:FR OR *", "\u202e", "e\u0301" * 300, "\ud800"],
)
def test_whatever_is_typed_is_answered(typed: str) -> None:
    assert ask(indexed(called("Court")), typed).total in {0, 1}


def test_an_empty_index_answers_too() -> None:
    page = indexed().search(SearchQuery(text="court"), facets=("state",))
    assert (page.total, page.items, page.facets["state"]) == (0, (), ())

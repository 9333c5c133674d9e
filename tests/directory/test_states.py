"""The States are 195, each named as the United Nations names it, and found however it is written."""

import zoneinfo

import phonenumbers
import pytest

from directory.vocabulary import states
from directory.vocabulary.codes import UN_LANGUAGES, StateCode
from directory.vocabulary.states import State, Territory, find_place, find_state, find_territory, why_no_state

ALL = states.all_states()
TERRITORIES = states.all_territories()
WITHOUT_TELEPHONES = {"BV", "GS", "HM", "PN", "TF", "UM"}


def test_there_are_195_states() -> None:
    assert len(ALL) == 195


def test_codes_of_states_are_unique_and_well_formed() -> None:
    codes = [code for one in ALL for code in (one.code, one.alpha3, one.m49)]
    assert len(set(codes)) == 3 * 195
    assert all(len(one.code) == 2 and len(one.alpha3) == 3 and len(one.m49) == 3 for one in ALL)
    assert all(one.code.isupper() and one.alpha3.isupper() and one.m49.isdigit() for one in ALL)


@pytest.mark.parametrize("code", ["VA", "PS", "TR", "CI", "NA", "SS"])
def test_states_that_lists_forget_are_here(code: str) -> None:
    assert states.state(code) is not None


@pytest.mark.parametrize("code", ["CK", "NU", "HK", "TW", "XK", "EU", "EH", "AQ", "fr", "", "?"])
def test_what_is_no_state_is_not_here(code: str) -> None:
    assert states.state(code) is None


@pytest.mark.parametrize("place", [*ALL, *TERRITORIES], ids=lambda place: place.code)
def test_a_place_has_a_clean_name_in_each_official_language(place: State | Territory) -> None:
    assert tuple(sorted(place.names)) == tuple(sorted(UN_LANGUAGES))
    for name in place.names.values():
        assert name
        assert name == name.strip()
        assert "*" not in name
        assert not name.endswith(("(the)", "(l')", "(la)", "(le)", "(les)", "(el)", "(las)", "(los)"))


def test_names_of_states_differ_within_each_language() -> None:
    for tag in UN_LANGUAGES:
        assert len({one.names[tag] for one in ALL}) == 195


def test_names_are_those_of_the_united_nations() -> None:
    named = {one.code: one.names["en"] for one in ALL}
    assert named[StateCode("TR")] == "Türkiye"
    assert named[StateCode("CI")] == "Côte d'Ivoire"
    assert named[StateCode("VN")] == "Viet Nam"
    assert named[StateCode("NL")] == "Netherlands"
    assert named[StateCode("PS")] == "State of Palestine"
    assert named[StateCode("BO")] == "Bolivia (Plurinational State of)"


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
def test_a_state_has_a_seat_languages_and_zones_that_exist(one: State) -> None:
    assert one.seat
    assert one.languages
    assert set(one.time_zones) <= zoneinfo.available_timezones()


def test_the_zones_of_territories_exist() -> None:
    assert {zone for one in TERRITORIES for zone in one.time_zones} <= zoneinfo.available_timezones()


@pytest.mark.parametrize("one", [*ALL, *TERRITORIES], ids=lambda one: one.code)
def test_the_telephone_code_is_the_one_in_use(one: State | Territory) -> None:
    if one.code in WITHOUT_TELEPHONES:
        return
    assert one.telephone_code.startswith(str(phonenumbers.country_code_for_region(one.code)))
    assert one.telephone_code.isdigit()


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
def test_the_regions_of_a_state_have_names_in_six_languages(one: State) -> None:
    for code in filter(None, (one.region, one.subregion, one.intermediate)):
        assert all(states.region_names(code)[tag] for tag in UN_LANGUAGES)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
def test_a_state_is_found_by_every_code_and_name_it_has(one: State) -> None:
    for text in (one.code, one.code.lower(), one.alpha3, one.m49, *one.names.values(), *one.also):
        assert find_state(text) is one
    for name in states.further_names(one.code):
        assert find_state(name) is one


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NA", "NA"),
        ("Frankreich", "FR"),
        ("FRANCE", "FR"),
        ("République française", "FR"),
        ("Côte d’Ivoire", "CI"),
        ("COTE D'IVOIRE", "CI"),
        ("Ivory Coast", "CI"),
        ("Turkey", "TR"),
        ("UK", "GB"),
        ("U.S.A.", "US"),
        ("United States of America (the)", "US"),
        ("Korea, Republic of", "KR"),
        ("North Korea", "KP"),
        ("Congo (the)", "CG"),
        ("DR Congo", "CD"),
        ("Korea (the Republic of)", "KR"),
        ("Korea (the Democratic People's Republic of)", "KP"),
        ("Korea, North", "KP"),
        ("Tanzania, the United Republic of", "TZ"),
        ("Nigeria, Federal Republic of", "NG"),
        ("China (People's Republic of)", "CN"),
        ("Guinea, Equatorial", "GQ"),
        ("U.K.", "GB"),
        ("Allemagne (l')", "DE"),
        ("The Gambia", "GM"),
        ("Bahamas, The", "BS"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("日本", "JP"),
        ("Nihon", "JP"),
        ("ประเทศไทย", "TH"),
        ("საქართველო", "GE"),
        ("Sakartvelo", "GE"),
        ("المملكه العربيه السعوديه", "SA"),
        ("  Česko ", "CZ"),
        ("Saint Lucia", "LC"),
        ("Guinea", "GN"),
        ("Papua New Guinea", "PG"),
        ("Samoa", "WS"),
        ("Swaziland", "SZ"),
        ("Burma", "MM"),
    ],
)
def test_a_state_is_found_however_it_is_written(text: str, code: str) -> None:
    found = find_state(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "text", ["", " ", "?", "Atlantis", "EU", "Kosovo", "Taiwan", "Hong Kong", "The", "Frank", "Order of Malta"]
)
def test_what_names_no_state_finds_none(text: str) -> None:
    assert find_state(text) is None


@pytest.mark.parametrize(
    ("text", "code", "state"),
    [
        ("HK", "HK", "CN"),
        ("Macau", "MO", "CN"),
        ("GRL", "GL", "DK"),
        ("Bermudes", "BM", "GB"),
        ("Samoa (American)", "AS", "US"),
        ("CK", "CK", "NZ"),
    ],
)
def test_a_territory_is_found_and_belongs_to_its_state(text: str, code: str, state: str) -> None:
    found = find_place(text)
    assert isinstance(found, Territory)
    assert (found.code, found.state) == (code, state)


@pytest.mark.parametrize("one", TERRITORIES, ids=lambda one: one.code)
def test_a_territory_belongs_to_a_state_and_is_found_by_its_names(one: Territory) -> None:
    assert states.state(one.state) is not None
    assert states.territory(one.code) is one
    for text in (one.code, one.alpha3, one.m49, *one.names.values(), *one.also):
        assert find_territory(text) is one
        assert find_state(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("EU", "not a State"),
        ("European Union", "not a State"),
        ("TW", "not that of a Member State or an observer State"),
        ("XK", "not that of a Member State or an observer State"),
        ("EH", "Non-Self-Governing"),
        ("SU", "no longer in use"),
        ("?", "names no State"),
        ("Atlantis", "two-letter ISO 3166-1 code"),
        ("Hong Kong", "kept under CN"),
    ],
)
def test_what_is_no_state_is_refused_with_a_reason(text: str, reason: str) -> None:
    assert reason in why_no_state(text)


def test_no_code_without_a_state_is_a_state_or_a_territory() -> None:
    for word in states._no_states():
        assert find_place(word) is None


def test_an_address_may_lie_in_a_state_or_a_territory_and_nowhere_else() -> None:
    assert states.is_country_code("FR")
    assert states.is_country_code("HK")
    assert not states.is_country_code("EU")

import pytest

from directory.search.words import fold, latin, name_sounds, name_words, skeleton, split, split_each, whole_key


def words_of(name: str) -> list[str]:
    return name_words(name, split(name))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Côte d’Ivoire", "cote divoire"),
        ("COTE D'IVOIRE", "cote divoire"),
        ("Straße & Recht", "strasse and recht"),
        ("U.S. Attorney–General", "us attorney general"),
        ("İstanbul", "istanbul"),
        ("النِّيابة", "النيابه"),
        ("मंत्रालय", "मंतरालय"),
    ],
)
def test_spellings_of_one_word_become_one(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_vowel_signs_do_not_part_a_word() -> None:
    assert len(split("मंत्रालय")) == 1


def test_scripts_without_spaces_part_from_scripts_with() -> None:
    assert split("INTERPOL中国国家中心局") == ("interpol", "中国国家中心局")


def test_folding_together_is_folding_one_by_one() -> None:
    names = ["Ministère de l'Intérieur", "外交部", "Прокуратура", ""]
    assert split_each(names) == [split(name) for name in names]


def test_a_name_with_a_line_break_keeps_its_words() -> None:
    assert split_each(["Ministry\nof Justice", "Court"]) == [("ministry", "of", "justice"), ("court",)]


def test_han_is_found_by_its_pairs_and_by_its_syllables() -> None:
    assert {"外交", "交部", "waijiaobu", "waijiao"} <= set(words_of("外交部"))


def test_a_word_after_an_apostrophe_is_found_alone_and_joined() -> None:
    assert {"interno", "dellinterno"} <= set(words_of("Ministero dell'Interno"))


def test_an_arabic_word_is_found_without_its_article() -> None:
    assert {"العدل", "عدل"} <= set(words_of("وزارة العدل"))


def test_a_cyrillic_word_is_found_in_latin_letters() -> None:
    assert "prokuratura" in words_of("Прокуратура")
    assert latin("prosecution") == ""


@pytest.mark.parametrize("spelling", ["wizarat", "wezarat", "wizārat", "wzrt"])
def test_romanisations_that_differ_in_vowels_sound_alike(spelling: str) -> None:
    assert skeleton(fold(spelling)) == "zrt"


def test_words_in_their_own_latin_spelling_have_no_sound() -> None:
    assert name_sounds(split("Ministry of Justice"), "en") == []
    assert name_sounds(split("Wizarat al-Adl"), "ar-Latn") != []


def test_a_whole_name_has_one_key_in_any_order_and_without_joining_words() -> None:
    assert whole_key(split("Ministry of Justice")) == whole_key(split("justice ministry"))


def test_a_name_of_joining_words_alone_still_has_a_key() -> None:
    assert whole_key(("of", "the")) == "of the"

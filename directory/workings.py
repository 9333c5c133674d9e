"""How requests are taken: what an authority accepts and demands, over all its designations."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from flask_babel import gettext

from core.i18n import in_tongue
from directory.records import Answer, Designation
from directory.result_rows import cited, instrument_name, listed
from directory.vocabulary.terms import OTHER, label


def function_name(one: Designation, language: str) -> str:
    """Return the term, or the words of the source where the term is "other"."""
    own = one.function_text if one.function == OTHER else ""
    return own or label("functions", one.function, language)


def instrument_and_article(one: Designation, language: str) -> str:
    """Return the instrument in short with the article, as in UNTOC 18(13)."""
    own = one.instrument_text if one.instrument == OTHER else ""
    return cited(own or instrument_name(one.instrument, language), one.article)


def workings(designations: Sequence[Designation], language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what the authority accepts and demands; where that differs, each with the articles that it holds for."""

    def answer(one: Answer | None) -> str:
        if one is None:
            return ""
        word = label("yes_no_conditional", one.answer, language)
        return f"{word}: {in_tongue(dict(one.text), language)}" if one.text else word

    readers: tuple[tuple[str, Callable[[Designation], str]], ...] = (
        (gettext("Formats"), lambda one: _formats(one, language)),
        (gettext("Sent electronically"), lambda one: answer(one.electronic_transmission)),
        (gettext("Electronic signature"), lambda one: answer(one.e_signature)),
        (gettext("Videoconference"), lambda one: answer(one.videoconference)),
        (gettext("Legalisation"), lambda one: label("legalisation", one.legalisation, language)),
        (gettext("Dual criminality"), lambda one: answer(one.dual_criminality)),
        (gettext("Use of evidence"), lambda one: answer(one.use_limitation)),
        (gettext("Minimum threshold"), lambda one: answer(one.minimum_threshold)),
        (gettext("Usual duration"), lambda one: _duration(one, language)),
    )
    for term, read in readers:
        told = _told(designations, read, language)
        if told:
            yield str(term), told


def _told(designations: Iterable[Designation], read: Callable[[Designation], str], language: str) -> tuple[str, ...]:
    """Return each answer once, followed by the articles that it holds for unless it holds for all."""
    holds_for: dict[str, list[str]] = {}
    for one in designations:
        value = read(one)
        if value:
            holds_for.setdefault(value, []).append(instrument_and_article(one, language))
    if len(holds_for) < 2:
        return tuple(holds_for)
    return tuple(f"{value} ({listed(dict.fromkeys(articles), language)})" for value, articles in holds_for.items())


def _formats(one: Designation, language: str) -> str:
    return listed((label("formats", item.format, language) for item in one.formats_accepted), language)


def _duration(one: Designation, language: str) -> str:
    days = one.typical_duration_days
    if days is None:
        return ""
    return str(gettext("%(shortest)s to %(longest)s days", shortest=days.shortest, longest=days.longest))

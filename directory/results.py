"""What the page of results shows besides its rows: how the words were read, filters, other pages, ways out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from flask_babel import gettext

from core.clock import now
from directory.addresses import search_address
from directory.result_rows import ShownRow, cited, instrument_name, shown_row, state_name
from directory.search.query import FACETS, Counts, Page, Reading, SearchQuery
from directory.search.words import split
from directory.vocabulary.terms import label

_MOST_OPTIONS = 8

Total = Callable[[SearchQuery], int]


@dataclass(frozen=True, slots=True)
class Pill:
    """A filter in force or words that were read as a term, and the address of the search without it."""

    facet: str
    text: str
    without: str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a facet, and how many results it has."""

    code: str
    text: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class WayOut:
    """Another search, where this one found nothing, and how many it finds."""

    text: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that the page of results shows of one answer."""

    query: SearchQuery
    total: int
    states: int
    rows: tuple[ShownRow, ...]
    pills: tuple[Pill, ...]
    plain: str
    facets: tuple[tuple[str, tuple[Option, ...]], ...]
    first: int
    last: int
    before: str
    after: str


def results(query: SearchQuery, page: Page, language: str) -> Results:
    """Return *page*, the answer to *query*, for a reader of *language*."""
    asked = frozenset((*query.functions, *(one.code for one in page.readings)))
    last = query.offset + len(page.items)
    today = now().date()
    return Results(
        query=query,
        total=page.total,
        states=_states_found(query, page),
        rows=tuple(shown_row(hit.row, language, asked, today) for hit in page.items),
        pills=tuple(_pills(query, page.readings, language)),
        plain=search_address(replace(query, plain=True, offset=0)) if page.readings else "",
        facets=tuple((facet, _options(query, facet, page.facets.get(facet, ()), language)) for facet in FACETS),
        first=query.offset + 1 if page.items else 0,
        last=last,
        before=search_address(replace(query, offset=max(0, query.offset - query.limit))) if query.offset else "",
        after=search_address(replace(query, offset=last)) if page.items and last < page.total else "",
    )


def ways_out(query: SearchQuery, page: Page, language: str, total: Total) -> tuple[tuple[WayOut, ...], ...]:
    """Return what to try where nothing was found: words near those typed, and each filter left out."""
    near = []
    for word, close in page.near.items():
        for one in close:
            other = replace(query, text=_exchanged(query.text, word, one), offset=0)
            near.append(_way_out(other.text, other, total))
    fewer = [_way_out(pill.text, other, total) for pill, other in _without_each(query, page.readings, language)]
    return tuple(one for one in near if one.count), tuple(fewer)


def term_name(facet: str, code: str, language: str) -> str:
    """Return how a State or a term is called; an article with the short name of its instrument."""
    if facet == "state":
        return state_name(code, language)
    if facet == "rank":
        return str(gettext("Central authority"))
    if facet == "article":
        instrument, _, article = code.partition("/")
        return cited(instrument_name(instrument, language), article)
    return label(f"{facet}s", code, language)


def _way_out(text: str, query: SearchQuery, total: Total) -> WayOut:
    return WayOut(text, search_address(query), total(query))


def _exchanged(text: str, word: str, other: str) -> str:
    return " ".join(other if split(one) == (word,) else one for one in text.split())


def _left_out(text: str, words: tuple[str, ...]) -> str:
    """Return *text* as typed, without the pieces that are nothing but *words*."""
    return " ".join(piece for piece in text.split() if not split(piece) or not set(split(piece)) <= set(words))


def _pills(query: SearchQuery, readings: tuple[Reading, ...], language: str) -> Iterator[Pill]:
    return (pill for pill, _ in _without_each(query, readings, language))


def _without_each(
    query: SearchQuery, readings: tuple[Reading, ...], language: str
) -> Iterator[tuple[Pill, SearchQuery]]:
    """Yield each filter and each reading, with the question that does without it."""
    for reading in readings:
        other = replace(query, text=_left_out(query.text, reading.words), offset=0)
        yield Pill(reading.facet, term_name(reading.facet, reading.code, language), search_address(other)), other
    for facet in FACETS:
        chosen = query.chosen(facet)
        for code in chosen:
            other = query.with_chosen(facet, tuple(one for one in chosen if one != code))
            yield Pill(facet, term_name(facet, code, language), search_address(other)), other


def _states_found(query: SearchQuery, page: Page) -> int:
    """Return in how many States there are results; the facet also counts the States that a filter leaves out."""
    chosen = query.chosen("state")
    return sum(1 for code, _ in page.facets.get("state", ()) if not chosen or code in chosen)


def _options(query: SearchQuery, facet: str, counts: Counts, language: str) -> tuple[Option, ...]:
    chosen = query.chosen(facet)
    counted = dict(counts)
    codes = [*chosen, *(code for code, _ in counts if code not in chosen)][: max(_MOST_OPTIONS, len(chosen))]
    return tuple(Option(code, term_name(facet, code, language), counted.get(code, 0), code in chosen) for code in codes)

"""The one place where a search from a page, a program or a command line becomes a `SearchQuery`."""

from collections.abc import Callable, Iterable

from directory.errors import QueryError
from directory.search.query import SearchQuery
from directory.vocabulary.states import find_state
from directory.vocabulary.terms import vocabulary

MOST_AT_ONCE = 100
_FURTHEST = 1_000_000
_SHOWN = 60
"""Characters of a wrong value that its error repeats."""


def parse_query(
    text: str,
    chosen: dict[str, Iterable[str]],
    *,
    limit: str | None = None,
    offset: str | None = None,
    plain: bool = False,
) -> SearchQuery:
    """Return the question; *chosen* holds codes or names in any language by facet: state, function, kind.

    Raises QueryError, which names the parameter and says what it takes.
    """
    return SearchQuery(
        text=text,
        states=_codes(chosen.get("state", ()), _state),
        functions=_codes(chosen.get("function", ()), _function),
        kinds=_codes(chosen.get("kind", ()), _kind),
        plain=plain,
        limit=_number("limit", limit, 25, 1, MOST_AT_ONCE),
        offset=_number("cursor", offset, 0, 0, _FURTHEST),
    )


def _codes(texts: Iterable[str], code_of: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code_of(text) for text in texts if text.strip()))


def _state(text: str) -> str:
    found = find_state(text)
    if found is None:
        raise QueryError(
            "state: %(text)s names no State; give an ISO 3166-1 code such as FR, or a name in any language.",
            text=text[:_SHOWN],
        )
    return str(found.code)


def _function(text: str) -> str:
    return _term("function", text)


def _kind(text: str) -> str:
    return _term("kind", text)


def _term(facet: str, text: str) -> str:
    terms = vocabulary(f"{facet}s")
    found = terms.find(text)
    if found is None:
        raise QueryError(
            "%(facet)s: %(text)s is not known; give one of %(codes)s, or its name in one of six languages.",
            facet=facet,
            text=text[:_SHOWN],
            codes=", ".join(term.code for term in terms),
        )
    return found.code


def _number(name: str, text: str | None, usual: int, least: int, most: int) -> int:
    if text is None or not text.strip():
        return usual
    if not text.isascii() or not text.isdecimal() or not least <= int(text[:12]) <= most:
        raise QueryError(
            "%(name)s: %(text)s will not do; give a whole number from %(least)s to %(most)s.",
            name=name, text=text[:_SHOWN], least=least, most=most,
        )  # fmt: skip
    return int(text)

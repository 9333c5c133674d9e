"""What is asked of the index, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from directory.search.rows import Row

LONGEST_TEXT = 200
"""Characters of a question that are read; no name is looked for by more."""

FACETS = ("state", "function", "kind")
"""The facets that are counted and may be chosen, in the order in which pages show them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of a question that name a term: a State, function, kind or instrument, with its *code*.

    The rank `central` stands for central authorities. An article of an instrument is written `untoc/18`.
    *words* are those typed, folded.
    """

    facet: str
    code: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A question: words, and filters which all results fulfil; of several codes in one filter, one is enough.

    With *plain*, words are only words, and none is read as the name of a State or a term.
    """

    text: str = ""
    states: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    plain: bool = False
    offset: int = 0
    limit: int = 25

    def chosen(self, facet: str) -> tuple[str, ...]:
        """Return the codes by which *facet* is filtered."""
        return {"state": self.states, "function": self.functions, "kind": self.kinds}[facet]

    def with_chosen(self, facet: str, codes: tuple[str, ...]) -> "SearchQuery":
        """Return this question, first page, with *facet* filtered by *codes*."""
        if facet == "state":
            return replace(self, states=codes, offset=0)
        if facet == "function":
            return replace(self, functions=codes, offset=0)
        return replace(self, kinds=codes, offset=0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, so that everything is the answer."""
        return not (self.text.strip() or self.states or self.functions or self.kinds)


@dataclass(frozen=True, slots=True)
class Hit:
    """One authority found; a higher *score* is a better answer to the same question."""

    row: Row
    score: float


Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer: exactly how many there are, those on this page, and how the words were read.

    *facets* counts the results by code, most frequent first; a facet that is itself chosen counts
    what there would be without that choice. *near* are words of the directory close to unknown ones.
    *took* is in milliseconds.
    """

    total: int
    items: tuple[Hit, ...]
    readings: tuple[Reading, ...] = ()
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: Mapping[str, Counts] = field(default_factory=dict)
    took: float = 0.0

"""From the words of a question to queries of the index: what was typed, what may have been meant.

Nothing that a person typed reaches the library's query parser; every query is built from parts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import Occur, Query

from directory.search.fields import CENTRAL, EDGE, MORE, NATIONAL, RANK, SHORTEST_PREFIX, SOUND, WHOLE, WORD
from directory.search.lexicon import lexicon
from directory.search.query import FACETS, Reading, SearchQuery
from directory.search.spelling import SHORTEST_TYPO, Spelling, errors_allowed
from directory.search.words import JOINERS, grams, is_unspaced, latin, skeleton, whole_key

Part = Reading | str

_WHOLE_NAME = 30.0
_STATE_HIT = 14.0
_TERM_HIT = 5.0
_BEGINNING = 0.6
_STATE_BEGUN = 3.0
_BESIDES = 0.5
_CENTRAL = 1.5
_NATIONAL = 2.0
_MOST_ALTERNATIVES = 12
_LEAST_SOUND = 2


@dataclass(frozen=True, slots=True)
class Asking:
    """The parts of one question, ready to become queries."""

    schema: tantivy.Schema
    spelling: Spelling
    parts: tuple[Part, ...]
    query: SearchQuery

    def exactly(self) -> Query:
        """Return the query in which every word is as typed; the last may be a beginning."""
        last = len(self.parts) - 1
        clauses = [self._part(part, is_last=place == last) for place, part in enumerate(self.parts)]
        return self._joined(self._demanding(clauses), [self._words()])

    def nearly(self, *, all_words: bool) -> Query:
        """Return the query in which words may be misspelt or romanised in another way: the unknown ones, or all."""
        meant = [self._near_terms(part) if all_words or not self._is_known(part) else () for part in self.parts]
        clauses = [self._misspelt(part, terms) for part, terms in zip(self.parts, meant, strict=True)]
        return self._joined(self._demanding(clauses), self._corrected(meant))

    def partly(self) -> Query | None:
        """Return the query in which some words may be missing, or None where there are too few of them."""
        words = [part for part in self.parts if isinstance(part, Reading) or part not in JOINERS]
        if len(words) < 3:
            return None
        clauses = [(Occur.Should, self._misspelt(part, self._near_terms(part))) for part in words]
        return self._joined([(Occur.Must, Query.boolean_query(clauses, len(words) * 2 // 3))], [self._words()])

    def filters(self, without: str = "") -> list[tuple[Occur, Query]]:
        """Return the clauses of the chosen filters, all but that of the facet *without*."""
        chosen = ((facet, self.query.chosen(facet)) for facet in FACETS if facet != without)
        return [
            (Occur.Must, Query.const_score_query(self._any_code(facet, codes), 0.0)) for facet, codes in chosen if codes
        ]

    def _demanding(self, clauses: Sequence[Query]) -> list[tuple[Occur, Query]]:
        """Demand every clause but those of joining words, unless there is nothing else."""
        joining = [isinstance(part, str) and part in JOINERS for part in self.parts]
        optional = not all(joining)
        return [
            (Occur.Should if optional and joins else Occur.Must, clause)
            for joins, clause in zip(joining, clauses, strict=True)
        ]

    def _joined(self, clauses: list[tuple[Occur, Query]], wholes: Iterable[Sequence[str]]) -> Query:
        preferred = [
            *((self._term(WHOLE, key, "basic"), _WHOLE_NAME) for key in self._whole_keys(wholes)),
            (self._term(RANK, CENTRAL, "basic"), _CENTRAL),
            (self._term(RANK, NATIONAL, "basic"), _NATIONAL),
        ]
        ranks = [(Occur.Should, Query.const_score_query(query, score)) for query, score in preferred]
        return Query.boolean_query([*(clauses or [(Occur.Must, Query.all_query())]), *ranks])

    def _whole_keys(self, wholes: Iterable[Sequence[str]]) -> set[str]:
        """Return the keys of names that are exactly what was asked, with and without the State's name."""
        of_states = {
            word for part in self.parts if isinstance(part, Reading) and part.facet == "state" for word in part.words
        }
        keys = set()
        for words in wholes:
            rest = [word for word in words if word not in of_states]
            keys |= {whole_key(list(chosen)) for chosen in (words, rest) if chosen}
        return keys

    def _words(self) -> list[str]:
        return [word for part in self.parts for word in (part.words if isinstance(part, Reading) else (part,))]

    def _part(self, part: Part, *, is_last: bool) -> Query:
        return self._reading(part) if isinstance(part, Reading) else self._typed(part, is_last=is_last)

    def _reading(self, reading: Reading) -> Query:
        """Return the query for a term: entries that have it, and those that only say it in their name."""
        score = _STATE_HIT if reading.facet == "state" else _TERM_HIT
        has_it = Query.const_score_query(self._term(reading.facet, reading.code, "basic"), score)
        if reading.facet == "state" and len(self.parts) == 1:
            return has_it
        words = [word for word in reading.words if word not in JOINERS] or list(reading.words)
        says_it = Query.boolean_query([(Occur.Must, self._typed(word, is_last=False)) for word in words])
        # Both together count more than either: the South Wales Police before all others of the United Kingdom.
        return Query.boolean_query([(Occur.Should, has_it), (Occur.Should, says_it)])

    def _typed(self, word: str, *, is_last: bool) -> Query:
        if is_unspaced(word) and word not in self.spelling:
            pieces = [(Occur.Must, self._term(WORD, piece)) for piece in grams(word)]
            return Query.boolean_query(pieces)
        options = [self._term(WORD, word), Query.boost_query(self._term(MORE, word), _BESIDES)]
        if is_last:
            options += self._beginnings(word)
        return _any_of(options)

    def _beginnings(self, word: str) -> list[Query]:
        """Return the queries for words, and for names of States, that begin with *word*."""
        if len(word) < SHORTEST_PREFIX:
            return [Query.const_score_query(self._term(EDGE, word, "basic"), _BEGINNING)]
        starts = Query.fuzzy_term_query(self.schema, WORD, word, distance=0, prefix=True)
        states = lexicon().states_beginning(word)
        of_states = [Query.const_score_query(self._any_code("state", states), _STATE_BEGUN)] if states else []
        return [Query.const_score_query(starts, _BEGINNING), *of_states]

    def _misspelt(self, part: Part, terms: Sequence[tuple[str, int]]) -> Query:
        if isinstance(part, Reading):
            return self._reading(part)
        typed = self._typed(part, is_last=part == self.parts[-1])
        if not terms and self._is_known(part):
            return typed
        options = [typed]
        options += [Query.boost_query(self._term(WORD, term), 0.8 / (1 + errors)) for term, errors in terms]
        options += self._sounding(part)
        return _any_of(options)

    def _is_known(self, part: Part) -> bool:
        return isinstance(part, str) and part in self.spelling

    def _near_terms(self, part: Part) -> Sequence[tuple[str, int]]:
        """Return the words that *part* may have meant; two errors are allowed only where one finds nothing."""
        if isinstance(part, Reading) or part in JOINERS or is_unspaced(part):
            return ()
        most = errors_allowed(part)
        for errors in range(1, most + 1):
            near = self.spelling.near(part, errors)
            if near:
                return near[:_MOST_ALTERNATIVES]
        return ()

    def _sounding(self, word: str) -> list[Query]:
        """Return the queries for other romanisations of *word*, by its consonants."""
        bones = skeleton(latin(word) or word) if len(word) >= SHORTEST_TYPO - 1 else ""
        options = []
        # Two consonants tell something only beside other words.
        least = _LEAST_SOUND if len(self.parts) > 1 else _LEAST_SOUND + 1
        # The Arabic feminine ending is written -t, -h or not at all.
        for form in {bones, bones.removesuffix("t")}:
            if len(form) >= least:
                options.append(Query.boost_query(self._term(SOUND, form), 0.5))
                if len(form) > 3:
                    pieces = [(Occur.Must, self._term(SOUND, piece)) for piece in grams(form, 3)]
                    options.append(Query.boost_query(Query.boolean_query(pieces), 0.3))
        return options

    def _corrected(self, meant: Sequence[Sequence[tuple[str, int]]]) -> list[list[str]]:
        """Return what was typed, and what was probably meant: each unknown word replaced by one near it."""
        corrected: list[list[str]] = [[]]
        for part, terms in zip(self.parts, meant, strict=True):
            choices: list[list[str]] = [list(part.words)] if isinstance(part, Reading) else [[part]]
            if isinstance(part, str) and part not in self.spelling:
                choices += [[term] for term, _ in terms[:4]]
            corrected = [[*done, *choice] for done in corrected for choice in choices][:64]
        return corrected

    def _any_code(self, facet: str, codes: Sequence[str]) -> Query:
        if len(codes) == 1:
            return self._term(facet, codes[0], "basic")
        return Query.term_set_query(self.schema, facet, list(codes))

    def _term(self, field: str, text: str, option: str = "freq") -> Query:
        return Query.term_query(self.schema, field, text, option)


def _any_of(options: Sequence[Query]) -> Query:
    return options[0] if len(options) == 1 else Query.disjunction_max_query(list(options))

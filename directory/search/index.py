"""The search index: in memory, one a process, and never the only place where anything is kept."""

import time
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import tantivy
from tantivy import Occur, Query

from directory.search import fields
from directory.search.asking import Asking, Part
from directory.search.lexicon import lexicon
from directory.search.query import FACETS, LONGEST_TEXT, Counts, Hit, Page, Reading, SearchQuery
from directory.search.rows import Plain, Row, pack, unpack
from directory.search.spelling import Spelling
from directory.search.words import JOINERS

_FEW = 5
_MOST_WORDS = 24
_MOST_NEAR = 3
_MOST_CODES = 300


class Index:
    """Every published authority, by the words of its names and the codes of what it does."""

    def __init__(self) -> None:
        self._schema = fields.schema()
        self._index = tantivy.Index(self._schema)
        # With the library's own policy, each reload waits for a watching thread.
        self._index.config_reader("Manual")
        self._writer = self._index.writer(48_000_000, 1)
        self._spelling = Spelling()
        self._rows: list[bytes] = []
        self._numbers: dict[UUID, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def put(self, authority_id: UUID, plain: Plain) -> None:
        """Add the entry *plain*, or replace the one of the same id; it is found after `commit`."""
        self.remove(authority_id)
        number = len(self._rows)
        document, words = fields.document(number, plain)
        self._writer.add_document(document)
        self._spelling.learn(words)
        self._rows.append(pack(authority_id, plain))
        self._numbers[authority_id] = number

    def remove(self, authority_id: UUID) -> None:
        """Forget the entry of this id, if it is there."""
        number = self._numbers.pop(authority_id, None)
        if number is not None:
            # By query, since the library's deletion by term finds no numbers.
            self._writer.delete_documents_by_query(Query.term_query(self._schema, fields.NUMBER, number))
            self._rows[number] = b""

    def commit(self) -> None:
        """Make everything put and removed since the last time count."""
        self._writer.commit()
        self._index.reload()
        self._spelling.commit()

    def row(self, authority_id: UUID) -> Row | None:
        """Return the row of one authority, or None where there is none."""
        number = self._numbers.get(authority_id)
        return None if number is None else unpack(self._rows[number])

    def search(self, query: SearchQuery, *, facets: Iterable[str] = ()) -> Page:
        """Return the page of authorities that *query* asks for, the best first, with counts for *facets*."""
        started = time.perf_counter()
        asking = Asking(self._schema, self._spelling, self._parts(query), query)
        searcher = self._index.searcher()
        wanted, found = self._ask(searcher, asking)
        return Page(
            total=found.count,
            items=self._hits(searcher, found.hits),
            readings=tuple(part for part in asking.parts if isinstance(part, Reading)),
            near=self._near(asking.parts) if not found.count else {},
            facets=self._counts(searcher, asking, wanted, tuple(facets)),
            took=(time.perf_counter() - started) * 1000,
        )

    def _parts(self, query: SearchQuery) -> tuple[Part, ...]:
        words = lexicon().words(query.text[:LONGEST_TEXT])[:_MOST_WORDS]
        return words if query.plain else lexicon().read(words, self._spelling.__contains__)

    def _ask(self, searcher: tantivy.Searcher, asking: Asking) -> tuple[Query, Any]:
        """Ask as typed; where that finds few, with errors in unknown words; then in all; then for most words."""
        wanted = asking.exactly()
        found = self._found(searcher, asking, wanted)
        words = [part for part in asking.parts if isinstance(part, str) and part not in JOINERS]
        if found.count < _FEW and any(word not in self._spelling for word in words):
            wanted = asking.nearly(all_words=False)
            found = self._found(searcher, asking, wanted)
        if not found.count and words:
            wanted = asking.nearly(all_words=True)
            found = self._found(searcher, asking, wanted)
        partly = asking.partly() if not found.count else None
        if partly is not None:
            wanted = partly
            found = self._found(searcher, asking, wanted)
        return wanted, found

    def _found(self, searcher: tantivy.Searcher, asking: Asking, wanted: Query) -> Any:  # noqa: ANN401  (untyped library)
        query = Query.boolean_query([(Occur.Must, wanted), *asking.filters()])
        return searcher.search(query, asking.query.limit, count=True, offset=asking.query.offset)

    def _hits(self, searcher: tantivy.Searcher, hits: list[tuple[float, tantivy.DocAddress]]) -> tuple[Hit, ...]:
        numbers = searcher.fast_field_values(fields.NUMBER, [address for _, address in hits])
        return tuple(
            Hit(unpack(self._rows[int(number or 0)]), score) for (score, _), number in zip(hits, numbers, strict=True)
        )

    def _counts(
        self, searcher: tantivy.Searcher, asking: Asking, wanted: Query, facets: Iterable[str]
    ) -> dict[str, Counts]:
        """Count results by facet; a chosen facet without its own choice, all others in one pass."""
        counts: dict[str, Counts] = {}
        chosen = [facet for facet in facets if asking.query.chosen(facet)]
        others = [facet for facet in facets if facet not in chosen]
        for together, without in ((others, ""), *(([facet], facet) for facet in chosen)):
            if together:
                query = Query.boolean_query([(Occur.Must, wanted), *asking.filters(without=without)])
                terms = {facet: {"terms": {"field": facet, "size": _MOST_CODES}} for facet in together}
                counted = searcher.aggregate(query, terms)
                for facet in together:
                    counts[facet] = tuple((one["key"], one["doc_count"]) for one in counted[facet]["buckets"])
        return counts

    def _near(self, parts: tuple[Part, ...]) -> dict[str, tuple[str, ...]]:
        """Return words of the directory near those that it does not know."""
        unknown = [part for part in parts if isinstance(part, str) and part not in self._spelling]
        near = {word: tuple(one for one, _ in self._spelling.near(word, 2)[:_MOST_NEAR]) for word in unknown}
        return {word: close for word, close in near.items() if close}


__all__ = ["FACETS", "Index"]

"""The words that the directory's names use, and those among them that a typed word may have meant."""

from functools import lru_cache

import tantivy

from directory.search.distance import distance

SHORTEST_TYPO = 4
"""A shorter word is taken as typed: a third of the language would be one error away from it."""

_TERM = "term"
_NUMBER = "number"
_CONSIDERED = 40


class Spelling:
    """The words of all names, found from misspelt ones; it grows and never shrinks."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field(_TERM, tokenizer_name="raw", index_option="basic")
        builder.add_unsigned_field(_NUMBER, fast=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        self._index.config_reader("Manual")
        self._writer = self._index.writer(16_000_000, 1)
        self._numbers: dict[str, int] = {}
        self._terms: list[str] = []
        self.near = lru_cache(maxsize=4096)(self._near)

    def learn(self, words: set[str]) -> None:
        """Add *words*; they are known after `commit`."""
        for word in words.difference(self._numbers):
            self._numbers[word] = len(self._terms)
            self._terms.append(word)
            if len(word) >= SHORTEST_TYPO - 1:
                document = tantivy.Document()
                document.add_text(_TERM, word)
                document.add_unsigned(_NUMBER, self._numbers[word])
                self._writer.add_document(document)

    def commit(self) -> None:
        """Make the words learnt since the last time known."""
        self._writer.commit()
        self._index.reload()
        self.near.cache_clear()

    def __contains__(self, word: str) -> bool:
        return word in self._numbers

    def _near(self, word: str, errors: int) -> tuple[tuple[str, int], ...]:
        """Return the words at most *errors* typing errors from *word*, with their distance, nearest first."""
        query = tantivy.Query.fuzzy_term_query(self._schema, _TERM, word, distance=errors)
        searcher = self._index.searcher()
        hits = searcher.search(query, _CONSIDERED, count=False).hits
        numbers = searcher.fast_field_values(_NUMBER, [address for _, address in hits])
        found = [self._terms[int(number or 0)] for number in numbers]
        # Where one error is allowed, what is found has one: only two need counting, which takes longer than finding.
        apart = [(one, distance(word, one) if errors > 1 else int(one != word)) for one in found]
        return tuple(sorted(apart, key=lambda pair: (pair[1], pair[0][0] != word[0], pair[0])))


def errors_allowed(word: str) -> int:
    """Return how many typing errors a word of this length may hold."""
    if len(word) < SHORTEST_TYPO:
        return 0
    return 1 if len(word) < 8 else 2

"""The terms that an entry is made of: each a code, labels in six languages, and the words people use for it.

Every vocabulary is a data file: functions, instruments, kinds, networks, channels, formats, legal_basis,
yes_no_conditional, interpol, legalisation, out_of_hours, scopes, statuses, provenances, contact_labels,
languages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import cast

from directory.errors import UnknownTermError
from directory.vocabulary.folding import fold
from directory.vocabulary.reading import Row, read_file

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Term:
    """One term; a term that is not *enabled* is understood, but not offered."""

    code: str
    labels: Mapping[str, str] = field(hash=False)
    synonyms: tuple[str, ...] = ()
    enabled: bool = True

    def label(self, language: str) -> str:
        """Return the label in *language*, in its base language, or else in English."""
        labels = self.labels
        return labels.get(language) or labels.get(language.partition("-")[0]) or labels["en"]


class Vocabulary:
    """The terms of one data file, in its order, found by code or by any word for them."""

    def __init__(self, name: str, terms: tuple[Term, ...]) -> None:
        self.name = name
        self.terms = terms
        self._by_code = {term.code: term for term in terms}

    def __iter__(self) -> Iterator[Term]:
        return (term for term in self.terms if term.enabled)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def get(self, code: str) -> Term | None:
        """Return the term of exactly this *code*."""
        return self._by_code.get(code)

    def find(self, text: str) -> Term | None:
        """Return the term that *text* means: a code, a label in any language, a synonym, however written."""
        return self._by_code.get(text) or self._by_word.get(fold(text))

    def require(self, text: str) -> Term:
        """Return the term that *text* means; raises UnknownTermError, naming the vocabulary, for any other."""
        term = self.find(text)
        if term is None:
            raise UnknownTermError(f"{text!r} is not a term of {self.name}; use one of {', '.join(self._by_code)}")
        return term

    @cached_property
    def _by_word(self) -> dict[str, Term]:
        words: dict[str, Term] = {}
        # Codes and labels go before synonyms, and an earlier term before a later one.
        for term in self.terms:
            for word in (term.code, *term.labels.values()):
                words.setdefault(fold(word), term)
        for term in self.terms:
            for word in term.synonyms:
                words.setdefault(fold(word), term)
        return words


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return the vocabulary *name*; read once, when first asked for."""
    rows = cast(list[Row], read_file(f"{name}.json"))
    return Vocabulary(name, tuple(_term(row) for row in rows))


def label(name: str, code: str, language: str) -> str:
    """Return how *code* of the vocabulary *name* is written in *language*; an unknown code stays as it is."""
    term = vocabulary(name).get(code)
    return code if term is None else term.label(language)


def language_name(tag: str, language: str) -> str:
    """Return the name in *language* of the language with this BCP 47 *tag*; an unknown tag stays as it is."""
    languages = vocabulary("languages")
    term = languages.get(tag) or languages.get(tag.partition("-")[0])
    return tag if term is None else term.label(language)


def _term(row: Row) -> Term:
    return Term(row["code"], row["labels"], tuple(row.get("synonyms", ())), row.get("enabled", True))

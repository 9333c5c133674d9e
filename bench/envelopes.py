"""Accepting envelopes over HTTP from eight senders at once, against verifying and durably storing them in a bare loop.

Each sender is an officer of an authority of his own, signed in, and writes into a conversation with the next. Every
check of the service is made: sign-in, token, membership, chains, epochs, signature, sequence, hashes. SQLite commits
with synchronous FULL on both sides.
"""

import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nacl.bindings as sodium

from bench.measure import Bar, Figure, Plan, percentile, say
from bench.served import Connection, Served
from messaging.protocol.codec import encode
from messaging.protocol.control import Membership
from messaging.protocol.envelope import Envelope
from tests.messaging.client import Correspondent, correspondent
from wsgi import create_app

SENDERS = 8
EACH = 200
TEXT = "Sehr geehrte Damen und Herren, " * 33


@dataclass(frozen=True, slots=True)
class Sender:
    """An officer with a conversation, and the connection by which he sends."""

    person: Correspondent
    peer: Correspondent
    talk: Membership
    connection: Connection

    def write(self, count: int) -> list[Envelope]:
        """Return so many sealed messages, each after the one before."""
        return [self.person.write(self.talk, TEXT, self.person, self.peer) for _ in range(count)]

    def send(self, bodies: Sequence[bytes]) -> list[float]:
        """Send each body when the one before was answered; return the seconds of each."""
        taken = []
        for body in bodies:
            begun = time.perf_counter()
            self.connection.post("/channel/envelopes", body)
            taken.append(time.perf_counter() - begun)
        return taken


def figures(plan: Plan) -> Iterator[Figure]:
    """Yield the rate over that of the bare loop, and how long the slowest wait over the usual wait."""
    with tempfile.TemporaryDirectory() as folder:
        served = Served(Path(folder))
        senders = _senders(served)
        served.start()
        try:
            rates, bare, usual, slow = _measured(plan, senders, Path(folder))
        finally:
            served.stop()
    yield Figure(
        f"envelopes accepted a second over HTTP, {SENDERS} senders",
        Bar(0.06, least=True),
        "1/s",
        rates,
        "bare loop: verify Ed25519, insert, commit durably",
        bare,
    )
    yield Figure("slowest hundredth of the answers, p99", Bar(5), "s", slow, "the usual answer, p50", usual)


def _senders(served: Served) -> list[Sender]:
    """Return eight officers whose authorities have opened their mailboxes, each with a conversation that stands."""
    app = create_app(served.settings)
    people = [correspondent(app, "KE", f"Authority {number}") for number in range(SENDERS)]
    found = []
    for person, peer in zip(people, [*people[1:], people[0]], strict=True):
        control, talk = person.begin(peer)
        first = person.write(talk, "first", person, peer)
        answer = person.send("/channel/envelopes", [control.to_bytes(), first.to_bytes()])
        if answer.status_code != 200:
            raise RuntimeError(answer.text)
        found.append(Sender(person, peer, talk, _connection(served.port, person)))
    app.extensions["entraide"].database.dispose()
    return found


def _connection(port: int, person: Correspondent) -> Connection:
    """Return a connection that holds the sign-in of *person*'s browser."""
    cookie = person.browser.get_cookie("entraide")
    if cookie is None:
        raise RuntimeError("nobody is signed in")
    headers = {
        "X-CSRFToken": person.token,
        "Content-Type": "application/octet-stream",
        "Accept": "application/json",
    }
    return Connection(port, f"entraide={cookie.value}", headers)


def _measured(
    plan: Plan, senders: list[Sender], folder: Path
) -> tuple[list[float], list[float], list[float], list[float]]:
    """Return a round's rate of acceptance, rate of the bare loop, p50 and p99, for each round."""
    rates, bare, usual, slow = [], [], [], []
    _send_all(senders, [sender.write(5) for sender in senders])
    for number in range(plan.rounds):
        written = [sender.write(plan.times(EACH)) for sender in senders]
        say(f"  round {number + 1}: {sum(map(len, written))} envelopes are sealed")
        before = _bare_rate(written, folder / f"before-{number}.sqlite")
        seconds, waits = _send_all(senders, written)
        after = _bare_rate(written, folder / f"after-{number}.sqlite")
        rates.append(len(waits) / seconds)
        # The disk's mood changes: the yardstick is taken on both sides of what it measures.
        bare.append((before + after) / 2)
        usual.append(percentile(waits, 50))
        slow.append(percentile(waits, 99))
    return rates, bare, usual, slow


def _send_all(senders: list[Sender], written: list[list[Envelope]]) -> tuple[float, list[float]]:
    """Send everything, all senders at once; return the seconds of the whole and of each answer."""
    bodies = [[encode([envelope.to_bytes()]) for envelope in one] for one in written]
    with ThreadPoolExecutor(len(senders)) as pool:
        begun = time.perf_counter()
        waits = list(pool.map(Sender.send, senders, bodies))
        seconds = time.perf_counter() - begun
    return seconds, [wait for one in waits for wait in one]


def _bare_rate(written: list[list[Envelope]], path: Path) -> float:
    """Return how many of the same envelopes a second one loop verifies and commits, one commit each."""
    envelopes = [envelope for one in written for envelope in one]
    signing, expanded = sodium.crypto_sign_seed_keypair(bytes(32))
    signed = [(sodium.crypto_sign(envelope.payload, expanded), envelope.to_bytes()) for envelope in envelopes]
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE envelope (id INTEGER PRIMARY KEY, wire BLOB NOT NULL)")
    begun = time.perf_counter()
    for signature, wire in signed:
        sodium.crypto_sign_open(signature, signing)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO envelope (wire) VALUES (?)", (wire,))
        connection.execute("COMMIT")
    seconds = time.perf_counter() - begun
    connection.close()
    return len(signed) / seconds

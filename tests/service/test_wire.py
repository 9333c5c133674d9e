"""What only a real connection can do: cut off, dawdle, flood; and many at once over SQLite."""

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, repeat

import pytest

from core.database import Database
from tests.accounts.people import post
from tests.browser.service import Service
from tests.messaging.client import Correspondent
from tests.service.browser import Browser, opened, prepared, signed_in
from tests.service.importing import hand_in

ROUNDS = 12
WILD = {
    "no HTTP": b"\x16\x03\x01\x00\xff\r\n\r\n",
    "a long line": b"GET /?q=" + b"a" * 10_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "many headers": b"GET /about HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(500)) + b"\r\n",
    "a long header": b"GET /about HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
    "two lengths": b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
    "a length that is none": b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\nabcde",
    "a length and chunks": (
        b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    ),
    "broken chunks": b"POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a body that is too large": b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
}


def exchange(service: Service, data: bytes) -> bytes:
    """Send bytes, and return the beginning of what comes back until the service closes or falls silent."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=3) as connection:
        try:
            connection.sendall(data)
            return connection.recv(4_096)
        except (ConnectionError, TimeoutError):
            return b""


@pytest.fixture
def unshaken(single: Service) -> Iterator[None]:
    """Say after a test that the service answers, and has noted no failure."""
    before = len(single.log.read_text())
    yield
    assert Browser(single.url).get("/healthz").status_code == 200
    noted = single.log.read_text()[before:]
    assert [word for word in ("Traceback", "failed", "locked") if word in noted] == [], noted


@pytest.mark.usefixtures("unshaken")
@pytest.mark.parametrize("kind", WILD)
def test_wild_bytes_get_an_error_of_the_sender(single: Service, kind: str) -> None:
    answer = exchange(single, WILD[kind])
    assert answer == b"" or answer.split(b" ")[1][:1] == b"4", answer[:200]


@pytest.mark.usefixtures("unshaken")
def test_a_body_that_is_cut_off_stores_nothing_and_harms_nobody(single: Service, database: Database) -> None:
    kenya = opened(prepared(database, single.url))
    browser: Browser = kenya.browser  # type: ignore[assignment]
    head = (
        f"POST /channel/envelopes HTTP/1.1\r\nHost: x\r\nCookie: {browser.cookie}\r\nX-CSRFToken: {kenya.token}\r\n"
        "Content-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", single.port), timeout=3) as connection:
        connection.sendall(head.encode() + b"\x81\x40")
    assert kenya.get("/channel/conversations") == []


@pytest.mark.usefixtures("unshaken")
def test_whoever_dawdles_holds_up_nobody(single: Service) -> None:
    dawdling = [socket.create_connection(("127.0.0.1", single.port)) for _ in range(50)]
    for connection in dawdling:
        connection.sendall(b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nna")
    begun = time.monotonic()
    assert Browser(single.url).get("/about").status_code == 200
    assert time.monotonic() - begun < 5
    for connection in dawdling:
        connection.close()


@pytest.mark.usefixtures("unshaken")
def test_a_file_over_the_limit_is_refused_with_the_limit(single: Service, database: Database) -> None:
    browser, _ = signed_in(database, single.url, "secretariat")
    headers = {"Content-Length": str(65 * 1024 * 1024), "Accept": "application/json"}
    answer = browser.post("/imports", data=b"x", content_type="multipart/form-data; boundary=b", headers=headers)
    assert answer.status_code == 413
    assert "64 MB" in answer.json["error"]


def _writing(person: Correspondent, other: Correspondent) -> Callable[[], int]:
    control, membership = person.begin(other)
    bodies = chain(
        [control.to_bytes()],
        (person.write(membership, f"message {number}", person, other).to_bytes() for number in range(ROUNDS)),
    )
    return lambda: person.send("/channel/envelopes", [next(bodies)]).status_code


@pytest.mark.usefixtures("unshaken")
def test_eight_at_once_over_sqlite_are_all_served(single: Service, database: Database) -> None:
    writers = [opened(prepared(database, single.url)) for _ in range(4)]
    readers = [signed_in(database, single.url, "reader")[0] for _ in range(2)]
    # Two persons: one browser that asks twice at once could take one request's token to the other.
    secretary, inviting = (signed_in(database, single.url, "secretariat")[0] for _ in range(2))
    moving, _ = signed_in(database, single.url, "officer", writers[0].officer.authority_id)
    numbers = iter(range(1_000))
    work: list[Callable[[], int]] = [
        *(_writing(person, writers[0]) for person in writers[1:]),
        *((lambda reader=reader: reader.get("/results?q=court").status_code) for reader in readers),
        lambda: 200 if hand_in(secretary, f"external_id,state,name:en\nX-{next(numbers)},KE,Court\n") else 0,
        lambda: post(inviting.as_client, "/accounts/invite", {"role": "reader", "name": "Ada"}).status_code,
        lambda: moving.get("/messages").status_code,
    ]
    with ThreadPoolExecutor(len(work)) as pool:
        answers = list(pool.map(lambda one: [call() for call in repeat(one, ROUNDS)], work))
    assert answers == [[200] * ROUNDS] * len(work)

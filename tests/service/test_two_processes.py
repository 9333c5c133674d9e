"""Two web processes that share PostgreSQL, Redis and the data folder are one service."""

import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

from sqlalchemy import select

from accounts.records import SignInKey
from messaging import models
from messaging.protocol.log import MerkleTree
from tests.accounts.people import make_account, post
from tests.service.browser import Answer, Browser, enter, opened, prepared, signed_in
from tests.service.conftest import Pair
from tests.service.importing import hand_in, wait_for

LIST = (
    "external_id,state,name:en,kind,city\n"
    "KE-77,KE,Directorate of Zanzibarite Letters Rogatory,prosecution,Nairobi\n"
)  # fmt: skip


def test_an_announcement_made_at_one_reaches_a_socket_at_the_other(pair: Pair) -> None:
    kenya, thailand = (opened(prepared(pair.database, pair.one.url, state)) for state in ("KE", "TH"))
    listener = Browser(pair.other.url, thailand.browser.cookies).socket()  # type: ignore[attr-defined]
    control, membership = kenya.begin(thailand)
    message = kenya.write(membership, "a word of the case", kenya, thailand)
    assert kenya.send("/channel/envelopes", [control.to_bytes(), message.to_bytes()]).status_code == 200
    name = membership.conversation.hex()
    assert [listener.event(), listener.event()] == [["arrived", name, 1], ["arrived", name, 2]]
    listener.close()


def test_a_sign_out_at_one_closes_the_socket_at_the_other_at_once(pair: Pair) -> None:
    kenya = opened(prepared(pair.database, pair.one.url))
    browser: Browser = kenya.browser  # type: ignore[assignment]
    listener = browser.at(pair.other.url).socket()
    begun = time.monotonic()
    post(browser.as_client, "/sign-out")
    # Socket.IO's word for "you are disconnected".
    assert listener.frame() == "41"
    assert time.monotonic() - begun < 10


def test_whoever_signed_out_at_one_is_signed_out_at_the_other(pair: Pair) -> None:
    browser, _ = signed_in(pair.database, pair.one.url, "reader")
    copied = Browser(pair.other.url, dict(browser.cookies))
    assert copied.get("/account").status_code == 200
    post(browser.as_client, "/sign-out")
    assert copied.get("/account").status_code == 302


def test_what_is_applied_at_one_is_found_at_the_other_at_once(pair: Pair) -> None:
    first, _ = signed_in(pair.database, pair.one.url, "secretariat")
    second, _ = signed_in(pair.database, pair.one.url, "secretariat")
    reader, _ = signed_in(pair.database, pair.other.url, "reader")
    assert _found(reader) == 0
    run = hand_in(first, LIST)
    wait_for(first, run, lambda told: bool(told["finished"]))
    review = first.get(run).location
    assert post(second.as_client, f"{review}/apply").status_code == 302
    assert _found(reader) == 1


def _found(reader: Browser) -> int:
    return int(reader.get(f"/api/v1/authorities?q={quote('zanzibarite letters')}").json["total"])


def test_attempts_to_sign_in_count_together(pair: Pair) -> None:
    with pair.database.transaction() as session:
        member, key = make_account(session, "reader")
    browsers = [Browser(pair.one.url), Browser(pair.other.url)]
    answers: list[Answer] = [
        enter(browsers[number % 2], member.sign_in_name, SignInKey(bytes(32))) for number in range(12)
    ]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429] * 2
    assert enter(browsers[1], member.sign_in_name, key).status_code == 429


def test_the_log_stays_one_tree_when_both_open_mailboxes_at_once(pair: Pair) -> None:
    people = [prepared(pair.database, url) for url in (pair.one.url, pair.other.url) * 3]
    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(opened, people))
    tree = MerkleTree()
    with pair.database.reading() as session:
        leaves = session.execute(select(models.LogLeaf.position, models.LogLeaf.leaf_hash).order_by("position")).all()
        checkpoints = session.execute(select(models.LogCheckpoint.size, models.LogCheckpoint.root)).all()
    assert [position for position, _ in leaves] == list(range(len(leaves)))
    roots = {}
    for _, hashed in leaves:
        tree.append(hashed)
        roots[tree.size] = tree.head().hash
    assert all(roots[size] == root for size, root in checkpoints)
    notes = [Browser(url).get("/channel/log/checkpoint").data for url in (pair.one.url, pair.other.url)]
    assert notes[0] == notes[1]

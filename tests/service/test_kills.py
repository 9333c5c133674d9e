"""Processes that die without a word: nothing is half stored, everything can be sent again, nobody is left behind."""

import signal
import time
from http.client import HTTPException
from threading import Thread

import pytest
from sqlalchemy import func, select

from core.database import Database
from directory.models import ChangeSetRow, ImportRun
from messaging import models
from tests.browser.service import Service
from tests.messaging.client import Correspondent
from tests.service.browser import opened, prepared, signed_in
from tests.service.importing import hand_in, wait_for
from tests.service.processes import are_gone, children, kill, root_of, web_and_job

MESSAGES = 40


@pytest.fixture(autouse=True)
def running(single: Service) -> None:
    """Start the service again where the test before has ended it."""
    if single._process is None or single._process.poll() is not None:
        single.start()


def post_all(sender: Correspondent, bodies: list[bytes], answers: list[bytes]) -> None:
    """Send one message after the other until the service is gone."""
    for body in bodies:
        try:
            answer = sender.send("/channel/envelopes", [body])
        except (OSError, HTTPException):
            return
        assert answer.status_code == 200, answer.text
        answers.append(answer.data)


def test_a_killed_web_process_leaves_no_half_message_and_answers_again_as_before(
    single: Service, database: Database
) -> None:
    kenya, thailand = (opened(prepared(database, single.url, state)) for state in ("KE", "TH"))
    control, membership = kenya.begin(thailand)
    assert kenya.send("/channel/envelopes", [control.to_bytes()]).status_code == 200
    bodies = [kenya.write(membership, f"message {number}", kenya, thailand).to_bytes() for number in range(MESSAGES)]
    answers: list[bytes] = []
    posting = Thread(target=post_all, args=(kenya, bodies, answers))
    posting.start()
    while len(answers) < 5:
        time.sleep(0.001)
    web, job = web_and_job(single)
    kill(web, *children(web))
    posting.join()
    assert len(answers) < MESSAGES
    assert root_of(single).wait(timeout=20) != 0
    assert are_gone(job)
    assert set(_stanzas(database)) <= {2}
    single.start()
    again: list[bytes] = []
    post_all(kenya, bodies, again)
    assert again[: len(answers)] == answers
    assert [place for place, _ in thailand.envelopes(membership)] == list(range(1, MESSAGES + 2))
    assert _stanzas(database) == [2] * MESSAGES


def _stanzas(database: Database) -> list[int]:
    """Return for how many mailboxes each message is kept."""
    with database.reading() as session:
        counted = (
            select(func.count(models.Stanza.mailbox_id))
            .select_from(models.Envelope)
            .join(models.Stanza, models.Stanza.envelope_id == models.Envelope.id, isouter=True)
            .where(models.Envelope.kind == "message")
            .group_by(models.Envelope.id)
        )
        return list(session.scalars(counted))


def test_a_list_whose_reader_was_killed_is_read_again_and_waits_once(single: Service, database: Database) -> None:
    browser, _ = signed_in(database, single.url, "secretariat")
    rows = "".join(f"KE-{number},KE,Court of First Instance {number},court,Nairobi\n" for number in range(6_000))
    run = hand_in(browser, "external_id,state,name:en,kind,city\n" + rows)
    wait_for(browser, run, lambda told: told["status"] == "reading")
    kill(web_and_job(single)[1])
    assert browser.get(f"{run}/progress").json["finished"] is False
    assert browser.get(run).status_code == 200
    wait_for(browser, run, lambda told: bool(told["finished"]))
    with database.reading() as session:
        (attempts, status, change_set) = session.execute(
            select(ImportRun.attempts, ImportRun.status, ImportRun.change_set_id)
        ).one()
        assert (attempts, status) == (2, "ready")
        assert session.scalars(select(ChangeSetRow.id)).all() == [change_set]
    assert browser.get(run).status_code == 302


def test_nobody_survives_a_killed_supervisor(single: Service) -> None:
    web, job = web_and_job(single)
    workers = children(web)
    kill(root_of(single).pid)
    root_of(single).wait(timeout=5)
    assert are_gone(web, job, *workers)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serve_ends_its_children_when_it_is_told_to_end(single: Service, number: signal.Signals) -> None:
    web, job = web_and_job(single)
    everybody = (web, job, *children(web))
    root_of(single).send_signal(number)
    assert root_of(single).wait(timeout=20) == 0
    assert are_gone(*everybody)

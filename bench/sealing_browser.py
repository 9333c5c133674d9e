"""Sealing and opening in a real Chromium, in a page that the product serves, so that its policies hold there too."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from playwright.sync_api import Page, sync_playwright

from bench.measure import Bar, Figure, Plan
from bench.sealing import TEXT
from tests.browser.service import Service
from tests.protocol.party import Conversation, Party
from tools.chromium import ADVICE, installed

COUNTS = (2, 5, 10)
BAR = Bar(1.8)
TIMES = 100
SCRIPT = Path(__file__).with_name("sealing.js")


def figures(plan: Plan) -> Iterator[Figure]:
    """Yield one ratio for each number of authorities."""
    path = installed()
    if path is None:
        raise RuntimeError(ADVICE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        service = Service(Path(folder))
        service.start()
        try:
            # Chromium's sandbox refuses to run for root, as whom containers usually measure.
            browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=os.geteuid() != 0)
            page = browser.new_page()
            page.goto(f"{service.url}/about")
            for count in COUNTS:
                yield _figure(page, count, plan)
            browser.close()
        finally:
            service.stop()


def _figure(page: Page, count: int, plan: Plan) -> Figure:
    parties = [Party.open("FR", f"Authority {number}") for number in range(count)]
    given = {**_written(parties), "rounds": plan.rounds, "times": plan.times(TIMES)}
    taken = cast("dict[str, list[float]]", page.evaluate(SCRIPT.read_text(encoding="utf-8"), given))
    return Figure(
        f"seal, encode, parse, check and open 1 KB in Chromium, k = {count}",
        BAR,
        "s",
        taken["product"],
        f"(sign + AEAD + {count} hybrid seals) + (verify + hybrid open + AEAD open), libsodium.js",
        taken["bare"],
    )


def _written(parties: list[Party]) -> dict[str, object]:
    """Return what the page needs to seal one message to all *parties* and to open it as the first of them."""
    talk = Conversation.between(*parties)
    # The first message of a session that did not create the conversation follows nothing.
    sender = parties[1]
    return {
        "links": [[link.to_bytes().hex() for link in party.links] for party in parties],
        "seeds": [party.seeds[party.state.epoch.number].reveal().hex() for party in parties],
        "reader": 0,
        "control": talk.control.to_bytes().hex(),
        "template": talk.seal(sender, TEXT).to_bytes().hex(),
        "signingSeed": sender.officer.signing.reveal().hex(),
        "text": TEXT,
    }

"""The protocol in a real Chromium, under the policies that the product serves."""

from typing import Any

from playwright.sync_api import Page

from messaging.protocol.content import encode_content
from messaging.protocol.envelope import parse_envelope
from messaging.protocol.password import Cost, password_salt, sign_in_key, stretch
from tests.protocol.party import Conversation, Party

READ = """async ({ envelope, sender, own, seed, control }) => {
  const names = ["bytes", "chain", "content", "control", "envelope", "keys", "links", "receiving"];
  const modules = await Promise.all(names.map((name) => import(`/static/js/protocol/${name}.js`)));
  const [bytes, chain, content, control_, envelopes, keys, links, receiving] = modules;
  const { fromHex, toHex } = bytes;
  const [from, to] = [sender, own].map((raw) => chain.verifyChain(raw.map((link) => links.parseLink(fromHex(link)))));
  const membership = control_.beginMembership(control_.parseControl(fromHex(control)));
  const seen = { membership, previous: null, known: new Set() };
  const seeds = new Map([[1, new keys.EpochSeed(fromHex(seed))]]);
  const opened = receiving.receive(envelopes.parseEnvelope(fromHex(envelope)), from, to, seeds, seen);
  return toHex(content.encodeContent(opened.content));
}"""

STRETCH = """async ({ name, password }) => {
  const { stretchWith, hexOf } = await import("/static/js/accounts/stretching.js");
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 10);
  const how = { name, serverBytes: new Uint8Array(16), passes: 3, mebibytes: 64 };
  const { signInKey } = await stretchWith(how, password);
  clearInterval(timer);
  return { key: hexOf(signInKey), turns };
}"""

REFUSE = """async () => {
  const { stretchWith } = await import("/static/js/accounts/stretching.js");
  const how = { name: "amina", serverBytes: new Uint8Array(16), passes: 2, mebibytes: 64 };
  return stretchWith(how, "correct horse").then(() => "stretched", () => "refused");
}"""

PRINT = """async () => {
  const { secretText } = await import("/static/js/protocol/secret_text.js");
  return secretText(new Uint8Array(32));
}"""


# `evaluate` waits for ever, and so would a test whose page waits for a script that never comes.
WITHIN = """(given) => Promise.race([
  (%s)(given),
  new Promise((_, refuse) => setTimeout(() => refuse(new Error("no answer in 30 s")), 30_000)),
])"""


def answer(page: Page, script: str, given: object = None) -> Any:
    page.goto("/about")
    return page.evaluate(WITHIN % script, given)


def test_a_page_reads_what_python_wrote(page: Page) -> None:
    france, kenya = Party.open("FR"), Party.open("KE")
    talk = Conversation.between(france, kenya)
    written = talk.seal(kenya, "Habari ya asubuhi")
    opened = answer(
        page,
        READ,
        {
            "envelope": written.to_bytes().hex(),
            "sender": [link.to_bytes().hex() for link in kenya.links],
            "own": [link.to_bytes().hex() for link in france.links],
            "seed": france.seeds[1].reveal().hex(),
            "control": talk.control.to_bytes().hex(),
        },
    )
    assert opened == encode_content(talk.read(france, written.to_bytes()).content).hex()
    assert parse_envelope(written.to_bytes()).hash == written.hash


def test_a_password_is_stretched_beside_the_page_as_python_stretches_it(page: Page) -> None:
    made = answer(page, STRETCH, {"name": "amina", "password": "correct horse"})
    salt = password_salt("amina", bytes(16))
    assert made["key"] == sign_in_key(stretch("correct horse", salt, Cost())).reveal().hex()
    assert made["turns"] > 3


def test_a_page_refuses_to_stretch_for_less_than_the_compiled_cost(page: Page) -> None:
    assert answer(page, REFUSE) == "refused"


def test_a_page_prints_a_secret_as_python_does(page: Page) -> None:
    assert answer(page, PRINT) == f"{'0000 ' * 12}0008"

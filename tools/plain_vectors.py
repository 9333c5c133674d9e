"""Vectors of everything in which nothing is random: both languages must produce these bytes."""

import base64
from typing import Any

from messaging.protocol import digest, labels
from messaging.protocol.checkpoint import LogKey, sign_checkpoint
from messaging.protocol.codec import Value, encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import MailboxId
from messaging.protocol.keys import CardSecret, KitSecret, SigningKey
from messaging.protocol.log import MerkleTree, leaf_hash, link_leaf
from messaging.protocol.padding import pad, padme_length
from messaging.protocol.password import Cost, card_way, password_salt, security_key_way, sign_in_key, stretch
from messaging.protocol.secret_text import read_secret_text, secret_text
from messaging.protocol.wire import Head
from tools.codec_refusals import REFUSED
from tools.vector_notation import Stream, noted

ORIGIN = "log.entraide.example"
Json = dict[str, Any]

SMALL_POINTS = ["00" * 32, "01" + "00" * 31, "ec" + "ff" * 30 + "7f", "ed" + "ff" * 31, "ee" + "ff" * 30 + "7f"]
# Of order 8, on the curve of X25519 and on that of Ed25519.
CURVE_POINTS = [
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
]
EDWARDS_POINT = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"


def nested(depth: int) -> Value:
    """Return an empty array inside others, of the given depth."""
    value: Value = []
    for _ in range(depth - 1):
        value = [value]
    return value


def codec() -> Json:
    """Return values with their encodings, and byte strings that no value has."""
    numbers = [0, 1, 23, 24, 255, 256, 65_535, 65_536, (1 << 32) - 1, 1 << 32, (1 << 53) - 1]
    texts = ["", "a", "Présentation", "\ufeffmarked", "\u0000", "\uffff", "\U0001f54a", "外交部", "e\u0301", "x" * 256]
    others: list[Value] = [b"", b"\x00" * 23, b"\x01" * 24, b"\x02" * 256, True, False, None, [], {}, nested(8)]
    maps: list[Value] = [{0: 0}, {1: [1, b"x", "y", None, True]}, {i: i for i in range(25)}, {(1 << 53) - 1: 1, 5: {}}]
    accepted: list[Value] = [*numbers, *texts, *others, *maps, [[1], {2: [3]}], list(range(300))]
    return {
        "accept": [{"value": noted(value), "hex": encode(value).hex()} for value in accepted],
        "refuse": [{"why": why, "hex": data} for why, data in REFUSED],
        "unencodable": [
            {"why": "too deep", "value": noted(nested(9))},
            {"why": "too large", "value": 1 << 53},
            {"why": "negative", "value": -1},
            {"why": "fraction", "value": 0.5},
        ],
    }


def digests() -> Json:
    """Return hashes, derived keys, identifiers and digits."""
    draw = Stream("digest")
    key, context, payload = draw(32), draw(64), draw(100)
    names = [labels.MESSAGE, labels.BODY, labels.COMMIT, labels.SIGN_IN, labels.VAULT, labels.KIT_SIGNING]
    value: Value = [draw(16), draw(32)]
    return {
        "hash_of": [
            {"label": label, "payload": payload.hex(), "hash": digest.hash_of(label, payload).hex()}
            for label in (labels.LINK, labels.ENVELOPE)
        ],
        "derive": [
            {"key": key.hex(), "label": label, "context": c.hex(), "out": digest.derive(key, label, c).hex()}
            for label in names
            for c in (b"", context)
        ],
        "key_id": {"key": key.hex(), "id": digest.key_id(key).hex()},
        "mailbox_id": {"payload": payload.hex(), "id": digest.mailbox_id(payload).hex()},
        "digits": [
            {"label": label, "value": noted(value), "groups": list(digest.digits(label, value))}
            for label in (labels.SAFETY, labels.ENROL_DIGITS)
        ],
    }


def paddings() -> Json:
    """Return lengths with their Padmé lengths, padded contents, and paddings to refuse."""
    lengths = [0, 1, 255, 256, 257, 511, 512, 513, 1_000, 1_024, 1_025, 4_097, 65_537, 1_000_003, (1 << 30) + 1]
    contents = [b"", b"a", b"\x80", b"\x00" * 3, b"x" * 255, b"x" * 256, b"\x80\x00" * 300]
    wrong = {
        "no mark": bytes(256),
        "another mark": b"a\x81" + bytes(254),
        "too short": b"a\x80" + bytes(200),
        "longer than needed": b"a\x80" + bytes(270),
        "no Padmé length": b"a" * 400 + b"\x80",
        "empty": b"",
        "a byte after the mark": b"a\x80" + bytes(253) + b"\x01",
    }
    return {
        "lengths": [[length, padme_length(length)] for length in lengths],
        "pad": [{"content": content.hex(), "padded": pad(content).hex()} for content in contents],
        "refuse": [{"why": why, "padded": data.hex()} for why, data in wrong.items()],
    }


def _misread(*texts: str) -> list[Json]:
    refused = []
    for text in texts:
        try:
            read_secret_text(text)
        except ProtocolError as error:
            refused.append({"text": text, "advice": str(error)})
    return refused


def _kit(secret: bytes) -> Json:
    made = KitSecret(secret).keys()
    return {
        "secret": secret.hex(),
        "text": secret_text(secret),
        "signing_seed": made.signing.reveal().hex(),
        "signing_public": made.public.signing.raw.hex(),
        "sealing_seed": made.sealing.reveal().hex(),
        "sealing_public": made.public.sealing.raw.hex(),
        "key_id": made.key_id.hex(),
    }


def keys() -> Json:
    """Return kits with all that derives from them, and texts and public keys to refuse."""
    draw = Stream("keys")
    kits = [_kit(secret) for secret in (bytes(32), b"\xff" * 32, draw(32), draw(32))]
    text = secret_text(draw(32))
    spoilt = [text[:5] + letter + text[6:] for letter in "OILU*é"]
    # Four check bits let one misreading in sixteen pass.
    others = [letter + text[1:] for letter in "23456789" if letter != text[0]]
    sound = str(kits[2]["sealing_public"])
    lattice = sound[: 2 * 1184]
    return {
        "kits": kits,
        "also_read": [{"text": f"\n{text.lower().replace(' ', '-')}\t", "secret": read_secret_text(text).hex()}],
        "refuse_text": _misread(*spoilt, text[:-1], text + "0", "", *others),
        "refuse_sealing_public": [
            *(lattice + point for point in (*SMALL_POINTS, *CURVE_POINTS)),
            "ff" * 1184 + sound[-64:],
            *(sound[:-2], sound + "00", ""),
        ],
        "refuse_signing_public": [*SMALL_POINTS, EDWARDS_POINT, "02" + "00" * 31, "00" * 31, "00" * 33],
    }


def passwords() -> Json:
    """Return what is made of passwords at the least cost."""
    draw = Stream("password")
    server, card, prf = draw(16), CardSecret(draw(32)), draw(32)
    rows = []
    for name, password in (("amina.otieno", "correct horse battery"), ("ministère", "e\u0301t\u00e9 外交 \U0001f54a")):
        salt = password_salt(name, server)
        stretched = stretch(password, salt, Cost())
        rows.append(
            {
                "sign_in_name": name,
                "server_bytes": server.hex(),
                "salt": salt.hex(),
                "password": password,
                "stretched": stretched.reveal().hex(),
                "sign_in_key": sign_in_key(stretched).reveal().hex(),
                "card": card.reveal().hex(),
                "card_way": card_way(stretched, card).reveal().hex(),
                "prf": prf.hex(),
                "security_key_way": security_key_way(stretched, prf).reveal().hex(),
            }
        )
    refused = [[2, 64], [11, 64], [3, 63], [3, 1025], [0, 0]]
    return {"cost": {"passes": 3, "mebibytes": 64}, "passwords": rows, "refuse_cost": refused}


def logs() -> Json:
    """Return leaves, roots, proofs and a checkpoint."""
    draw = Stream("log")
    mailbox = MailboxId(draw(16))
    leaves = [link_leaf(mailbox, Head(seq, draw(32)), 1_790_000_000 + seq) for seq in range(7)]
    tree = MerkleTree(leaf_hash(leaf) for leaf in leaves)
    key, witness = SigningKey(draw(32)), base64.b64encode(draw(76)).decode()
    note = sign_checkpoint(key, ORIGIN, tree.head())
    return {
        "leaves": [{"hex": leaf.hex(), "hash": leaf_hash(leaf).hex()} for leaf in leaves],
        "roots": [tree.head(size).hash.hex() for size in range(8)],
        **_proofs(tree),
        "log_key": {"seed": key.reveal().hex(), "origin": ORIGIN, "text": LogKey(ORIGIN, key.public).text()},
        "checkpoint": {"size": 7, "root": tree.head().hash.hex(), "note": note},
        "accept_note": [note, note.replace("\n\n", f"\n\n\u2014 witness.example {witness}\n")],
        "refuse_note": _refused_notes(note, witness),
    }


def _proofs(tree: MerkleTree) -> Json:
    return {
        "inclusion": [
            {"index": i, "size": n, "proof": [node.hex() for node in tree.inclusion_proof(i, n)]}
            for n in range(1, 8)
            for i in range(n)
        ],
        "consistency": [
            {"old": o, "new": n, "proof": [node.hex() for node in tree.consistency_proof(o, n)]}
            for n in range(8)
            for o in range(n + 1)
        ],
    }


def _refused_notes(note: str, witness: str) -> list[str]:
    text, signatures = note.split("\n\n")
    root = text.split("\n")[2]
    return [
        note.replace("\n7\n", "\n8\n"),
        note.replace("\n7\n", "\n07\n"),
        note.replace(root, root[:-1]),
        note.replace("\n\n", "\nmore\n\n"),
        note.replace(ORIGIN, "other.example"),
        note[:-1],
        note.replace("\u2014 ", "- "),
        note + "\n",
        note + signatures,
        f"{text}\n\n\u2014 witness.example {witness}\n",
        "",
    ]

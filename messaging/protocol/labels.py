"""Every label of the protocol: one purpose each, so that a value made for one is worth nothing for another.

`VAULT` is the one word used by two constructions (a key derivation and a signature), which never meet.
"""

from functools import cache
from typing import NewType

Label = NewType("Label", str)

PREFIX = "entraide/1/"

# Signatures; LINK and ENVELOPE also head the hashes of the same payloads.
LINK = Label("link")
AGREE = Label("agree")
ENROL = Label("enrol")
ENVELOPE = Label("envelope")

# HPKE.
BUNDLE = Label("bundle")
STANZA = Label("stanza")

# Key derivation.
KIT_SIGNING = Label("kit-signing")
KIT_SEALING = Label("kit-sealing")
MESSAGE = Label("message")
BODY = Label("body")
COMMIT = Label("commit")
SIGN_IN = Label("sign-in")
VAULT = Label("vault")
VAULT_PRF = Label("vault-prf")

# Digits that people compare, and identifiers: these stand alone, without the prefix.
SAFETY = Label("safety")
ENROL_DIGITS = Label("enrol")
MAILBOX_ID = Label("mailbox")
KEY_ID = Label("key")
SALT = Label("salt")
SECRET_TEXT = Label("secret")


@cache
def prefix(label: Label) -> bytes:
    """Return `"entraide/1/" ‖ label ‖ 0x00`, which stands before whatever is signed, hashed or derived."""
    return f"{PREFIX}{label}".encode("ascii") + b"\x00"


@cache
def bare(label: Label) -> bytes:
    """Return `label ‖ 0x00`, which stands before digits and identifiers."""
    return label.encode("ascii") + b"\x00"

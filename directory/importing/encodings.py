"""Which encoding a text is in: certain where the bytes prove it, otherwise a proposal with alternatives.

Detectors take cp1252 and latin-1 for cp1250, and è becomes č without a sound; so a proposal is always
shown with a preview, and can be overridden.
"""

import codecs
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from directory.importing.problems import FileRefusedError

SAMPLE = 48 * 1024
CANDIDATES = (
    "cp1252", "cp1251", "cp1256", "gb18030", "big5hkscs", "euc_kr", "shift_jis", "euc_jp", "cp1250", "iso8859-2",
    "iso8859-7", "cp1253", "koi8-r", "iso8859-5", "cp866", "cp1254", "cp1257", "cp1255", "cp874", "mac-roman",
    "iso8859-1",
)  # fmt: skip
"""In the order in which the earlier wins where two fit equally well."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset("éèêëàâäáãåçñöôóõøúùüûíîïìòßæœÉÈÊÀÂÄÁÃÅÇÑÖÔÓÕØÚÜÍÎ")
_WESTERN_MARKS = frozenset("’‘“”«»–—€°ºª§…·\xa0")
_JOINERS = frozenset("’‘'·-–ºª\u200c\u200d")
# The letters that make up four fifths of a text in these scripts: misread text has others.
_FREQUENT = frozenset("оеаинтсрвлкмдпуоіουαοιετσνηρπκμλςωάέίόήύώاليمنترهبودةعסףיוהלארתבמשדנפחאבגטक")
_HAN, _OTHER = "Han", "other"
_BLOCKS = (
    (0x0370, 0x03FF, "Greek"), (0x0400, 0x052F, "Cyrillic"), (0x0590, 0x05FF, "Hebrew"), (0x0600, 0x06FF, "Arabic"),
    (0x0E00, 0x0E7F, "Thai"), (0x1F00, 0x1FFF, "Greek"), (0x3040, 0x30FF, "Kana"), (0x3400, 0x9FFF, _HAN),
    (0xAC00, 0xD7A3, "Hangul"), (0xF900, 0xFAFF, _HAN), (0x20000, 0x3FFFF, _HAN),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of a text; *alternatives* fit about as well, and read some letters otherwise."""

    name: str
    certain: bool
    alternatives: tuple[str, ...] = ()


def encoding_of(path: Path, chosen: str | None = None) -> Encoding:
    """Return the encoding of the text at *path*: the *chosen* one if any, else the one that its bytes suggest."""
    if chosen:
        return Encoding(_known(chosen), certain=True)
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name, certain=True)
    if b"\x00" in head:
        return Encoding("utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be", certain=True)
    if _is_utf8(path):
        return Encoding("utf-8", certain=True)
    return _proposed(_sample(path))


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise FileRefusedError(f"“{name}” is not an encoding. Examples: utf-8, windows-1252, gb18030.") from error


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(1 << 20):
                decoder.decode(chunk)
        except UnicodeDecodeError:
            return False
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise FileRefusedError("The file is cut off in the middle of a letter. Fetch it again.") from error
    return True


def _sample(path: Path) -> bytes:
    """Return the lines that tell encodings apart: those with a byte above 127."""
    found: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        for line in file:
            if not line.isascii():
                found.append(line)
                size += len(line)
            if size > SAMPLE:
                break
    return b"".join(found)


def _proposed(sample: bytes) -> Encoding:
    scores: dict[str, float] = {}
    texts: dict[str, str] = {}
    for name in CANDIDATES:
        try:
            texts[name] = sample.decode(name)
        except UnicodeDecodeError:
            continue
        scores[name] = _plausibility(texts[name], name)
    best = max(scores, key=lambda name: (scores[name], -CANDIDATES.index(name)))
    near = sorted((name for name in scores if scores[name] > 0.75 * scores[best] > 0), key=lambda n: -scores[n])
    others = tuple(name for name in near if texts[name] != texts[best])
    return Encoding(best, certain=False, alternatives=others[:4])


def _plausibility(text: str, encoding: str) -> float:
    """Return how much *text* looks like words of some language: about 1 for real text, below 0 for noise."""
    foreign = 0
    total = 0.0
    for word in text.split():
        if not word.isascii():
            bytes_in_it, value = _word(word, encoding)
            foreign += bytes_in_it
            total += value
    return total / foreign if foreign else 0.0


def _word(word: str, encoding: str) -> tuple[int, float]:
    value = 0.0
    foreign = 0
    scripts = set()
    before = ""
    after_accent = False
    for sign in word:
        kind = unicodedata.category(sign)
        if sign > "\x7f":
            foreign += 1
            value += _sign(sign, kind, encoding)
        if kind[0] == "L":
            script = _script(sign)
            scripts.add(script)
            value -= 1.5 if kind == "Lu" and before == "Ll" else 0.0
            # Accented Latin letters stand alone between others; a row of them is another script, misread.
            accented = script == "Latin" and sign > "\x7f"
            value -= 1.5 if accented and after_accent else 0.0
            after_accent = accented
        elif sign > "\x7f" and before[:1] == "L" and sign not in _JOINERS:
            value -= 1.0
        before = kind
    if len(scripts - {_HAN}) > 1:
        value -= 1.5 * foreign
    elif {_HAN, "Latin"} <= scripts:
        value -= 0.8 * foreign
    # One Han sign, kana or syllable is written in two bytes; all others in one.
    return foreign, value


def _sign(sign: str, kind: str, encoding: str) -> float:
    if kind in {"Cc", "Co", "Cn", "Cs"}:
        return -5.0
    if sign in _WESTERN:
        return 1.0
    if sign in _WESTERN_MARKS:
        return 0.6
    script = _script(sign)
    if script == _HAN:
        return _han(sign, encoding)
    return _letter(sign, kind, script)


def _letter(sign: str, kind: str, script: str) -> float:
    if script in {"Kana", "Hangul"}:
        return 1.3
    # Kana of half width and signs amid letters are what misread text is full of.
    if kind[0] in {"S", "N"} or "\uff61" <= sign <= "\uff9f":
        return -0.5
    if script == _OTHER:
        return 0.7
    if script == "Latin":
        return 0.8
    usual = 1.0 if sign.casefold() in _FREQUENT else 0.6
    return 0.9 * usual if kind == "Lu" else usual


def _han(sign: str, encoding: str) -> float:
    """Weigh a Han sign by its place in the character set: the frequent ones stand in the first half."""
    lead = sign.encode(encoding)[0]
    if encoding == "gb18030":
        frequent = 0xB0 <= lead <= 0xD7
    elif encoding == "big5hkscs":
        frequent = 0xA4 <= lead <= 0xC6
    else:
        return 0.6
    return 1.1 if frequent else 0.2


def _script(sign: str) -> str:
    point = ord(sign)
    if point < 0x0250:
        return "Latin"
    return next((name for first, last, name in _BLOCKS if first <= point <= last), _OTHER)


def readable_names(names: Iterable[str]) -> list[str]:
    """Return the names under which people know encodings, such as windows-1252 for cp1252."""
    return [name.replace("cp125", "windows-125").replace("iso8859", "iso-8859") for name in names]

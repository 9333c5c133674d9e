"""What nobody should send to a door, and strangers do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import quote

from werkzeug.routing import Rule

LONG = "a" * 10_000
SURROGATE = "%ED%A0%80"
TEXTS = ("\x00", "a\x00b", LONG, "\u202e\ufffe", "١٢", "²", "-1", "9" * 5_000, "1e9", "' OR 1=1 --", "../../etc/passwd")
RAW = ("%00", "%FF%FE", SURROGATE, "%C0%AF", "%25", "+", "a=b=c", "&&&", "%", "%u0000")
"""Pieces of an address as they travel, which no browser would send so."""

_SEARCH = ("q", "state", "kind", "cursor", "plain")
PARAMETERS = {
    "directory.search": _SEARCH,
    "directory.answer": ("function",),
    "api.search": ("q", "state", "function", "limit", "cursor"),
    "accounts.sign_in": ("next",),
    "imports.review": ("show", "page"),
    "channel.show_bundles": ("after",),
    "channel.show_chains": ("of",),
    "channel.show_consistency": ("old", "new"),
    "channel.list_conversations": ("skip",),
    "channel.show_envelopes": ("after",),
}
"""What each address reads; all others get one parameter that nobody knows."""

IDENTIFIERS = ("0", "zz", "0" * 32, "%00", "%FF", SURROGATE, "a" * 3_000, "..%2F..", "%D9%A1%D9%A2")


@dataclass(frozen=True, slots=True)
class Bad:
    """One request that is not as it should be, to one address."""

    path: str
    method: str = "GET"
    more: Mapping[str, object] = field(default_factory=dict)

    @property
    def told(self) -> str:
        return f"{self.method} {self.path[:120]} {str(dict(self.more))[:160]}"


FORMS: dict[str, dict[str, str]] = {
    "accounts.prove": {"name": "ada.mensah", "sign_in_key": "00" * 32, "next": "/"},
    "accounts.accept": {
        "name": "ada.mensah", "sign_in_key": "00" * 32, "salt_half": "00" * 16, "passes": "3", "mebibytes": "64",
    },
    "own_account.choose_language": {"language": "ar", "next": "/"},
    "own_account.choose_theme": {"theme": "dark", "next": "/"},
    "officers.invite": {"role": "officer", "name": "Ada Mensah", "post": "", "email": "ada@ministry.example"},
    "all_accounts.invite": {"role": "reader", "name": "Ada Mensah", "post": "", "email": "ada@ministry.example"},
    "all_accounts.open_authority": {"name": "Ada Mensah", "post": "", "email": "ada@ministry.example"},
    "imports.begin": {"profile": "own", "source": "own", "encoding": "utf-8", "state": "KE"},
}  # fmt: skip
"""What each form takes; one field at a time is spoilt."""


def bodies() -> Iterator[Mapping[str, object]]:
    """Give bodies that fit no door."""
    text, json = "text/plain", "application/json"
    yield {}
    for data in (
        b"null",
        b"[]",
        b'"x"',
        b"1e999",
        b"{",
        b'{"name": 1}',
        b'{"name": "\\ud800"}',
        b'{"name": "a\\u0000"}',
    ):
        yield {"data": data, "content_type": json}
    yield {"data": b'{"name": "ada"}'.decode().encode("utf-16"), "content_type": "application/json; charset=utf-16"}
    yield {"data": b"[" * 100_000, "content_type": json}
    yield {"data": b'{"a":' * 900 + b"1" + b"}" * 900, "content_type": json}
    for data in (b"\x00", b"\xff" * 64, b"\x80", b"\x81" * 2_000, b"\x9f" * 50, b"\x5b" + b"\xff" * 8, b"\x00" * 32):
        yield {"data": data, "content_type": "application/octet-stream"}
    yield {"data": b"--x\r\nbroken", "content_type": "multipart/form-data; boundary=x"}
    yield {"data": b"x", "content_type": "multipart/form-data"}
    yield {"data": b"x", "content_type": text, "headers": {"Content-Encoding": "gzip"}}
    yield {"data": b"name=%FF&name=b&name=%ED%A0%80", "content_type": "application/x-www-form-urlencoded"}
    yield {"data": b"&".join(b"f%d=1" % number for number in range(1_500)),
           "content_type": "application/x-www-form-urlencoded"}  # fmt: skip


def for_rule(rule: Rule, path: str) -> Iterator[Bad]:
    """Give the bad requests for one address."""
    yield from _addresses(rule, path)
    if "GET" in (rule.methods or set()):
        yield from _queries(path, PARAMETERS.get(rule.endpoint, ()))
    if "POST" in (rule.methods or set()):
        yield from (Bad(path, "POST", body) for body in bodies())
        yield from _forms(rule.endpoint, path)
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "POST", "GET"):
        if method not in (rule.methods or set()):
            yield Bad(path, method)


def _addresses(rule: Rule, path: str) -> Iterator[Bad]:
    method = "GET" if "GET" in (rule.methods or set()) else "POST"
    if rule.arguments:
        for wrong in IDENTIFIERS:
            yield Bad("/".join(wrong if _is_place(piece) else piece for piece in path.split("/")), method)


def _is_place(piece: str) -> bool:
    return piece == "1" or piece.count("-") == 4


def _queries(path: str, names: tuple[str, ...]) -> Iterator[Bad]:
    yield Bad(f"{path}?unknown=%00%FF{SURROGATE}")
    for name in names:
        for value in (*map(quote, TEXTS), *RAW):
            yield Bad(f"{path}?{name}={value}")
        yield Bad(f"{path}?{name}=1&{name}=2&{name}=")
    yield Bad(path, more={"headers": {"Accept-Language": LONG, "Cookie": "language=\x01; entraide=" + LONG}})
    yield Bad(path, more={"headers": {"Authorization": "Bearer \x00", "Host": "a b", "If-None-Match": LONG}})
    yield Bad(path, more={"headers": {f"X-{number}": "1" for number in range(200)}})


def _forms(endpoint: str, path: str) -> Iterator[Bad]:
    good = FORMS.get(endpoint, {})
    for name in good:
        for value in (*TEXTS, "", " ", "\ud800".encode("utf-8", "surrogatepass")):
            yield Bad(path, "POST", {"data": {**good, **_file(endpoint), name: value}})
        yield Bad(path, "POST", {"data": {**good, **_file(endpoint), name: [good[name], "other"]}})
    if endpoint == "imports.begin":
        for file_name in ("", "\x00.csv", "a" * 5_000 + ".csv", "../../list.csv", "C:\\list.csv", "list"):
            for content in (b"", b"\x00" * 100, b"\xff\xfe\x00"):
                yield Bad(path, "POST", {"data": {**good, "file": (BytesIO(content), file_name)}})


def _file(endpoint: str) -> dict[str, object]:
    return {"file": (BytesIO(b"external_id,state\n"), "list.csv")} if endpoint == "imports.begin" else {}

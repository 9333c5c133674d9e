"""How the changes of an import are shown: fields and States by their names, the letters that differ marked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from babel.dates import format_datetime

from core.i18n import in_tongue
from directory.importing.columns import column_labels
from directory.result_rows import listed
from directory.service.reviewing import Change, FieldChange
from directory.vocabulary.states import all_states, state
from directory.vocabulary.terms import label, language_name

_PIECES_LIMIT = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is the same on both sides, or not."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field before and after, in pieces."""

    name: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One addition or change as the page shows it."""

    change: Change
    state_name: str
    fields: tuple[ShownField, ...]


def shown_changes(changes: list[Change], language: str) -> list[ShownChange]:
    """Return *changes* with names in *language*."""
    return [
        ShownChange(one, _state_name(one.state, language), tuple(_shown(field, language) for field in one.fields))
        for one in changes
    ]


def shown_states(language: str) -> list[tuple[str, str]]:
    """Return code and name of each State, by name."""
    return sorted(((one.code, in_tongue(dict(one.names), language)) for one in all_states()), key=lambda pair: pair[1])


def moment_in(language: str) -> Callable[[datetime], str]:
    """Return how moments are written in *language*: with the month as a word, in UTC, in Western digits."""

    def written(moment: datetime) -> str:
        return listed((format_datetime(moment, "d MMM y", locale=language), f"{moment:%H:%M} UTC"), language)

    return written


def _state_name(code: str, language: str) -> str:
    found = state(code)
    return in_tongue(dict(found.names), language) if found else code


def _shown(field: FieldChange, language: str) -> ShownField:
    old, new = _pieces(field.old, field.new)
    return ShownField(field_name(field.field, language), old, new)


def field_name(path: str, language: str) -> str:
    """Return the name of a field: its column's label, with the language or the designation that it is of."""
    name, _, rest = path.partition(".")
    if name == "designations":
        function, _, article = rest.partition(" ")
        return f"{label('functions', function, language)} ({article})" if article else rest
    labels = {field: texts for field, texts in column_labels()}  # noqa: C416
    texts = labels.get({"names": "name"}.get(name, name)) or labels.get(rest)
    shown = in_tongue(dict(texts), language) if texts else name.replace("_", " ")
    # "und" is the tag of a text whose language nobody said (BCP 47).
    if rest in {"", "und"}:
        return shown
    return f"{shown} ({language_name(rest, language) if name != 'address' else rest.replace('_', ' ')})"


def _pieces(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces; long or wholly different ones in one piece."""
    if not old or not new:
        return _whole(old), _whole(new)
    if len(old) > _PIECES_LIMIT or len(new) > _PIECES_LIMIT:
        return _whole(old), _whole(new)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.5:
        return _whole(old), _whole(new)
    steps = matcher.get_opcodes()
    return tuple(_side(old, [(s[0], s[1], s[2]) for s in steps])), tuple(
        _side(new, [(s[0], s[3], s[4]) for s in steps])
    )


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, differs=True),) if text else ()


def _side(text: str, steps: list[tuple[str, int, int]]) -> Iterator[Piece]:
    for kind, first, last in steps:
        if first < last:
            yield Piece(text[first:last], differs=kind != "equal")

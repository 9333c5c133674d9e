"""How the cells of designations are read: what holds for every function that the row names."""

import re
from functools import lru_cache

from directory.importing.columns import Column
from directory.importing.drafting import Draft
from directory.importing.fields import READERS, Reader, date_of, language_tag
from directory.importing.states_of_rows import undetermined_language
from directory.importing.values import TEXT_LIMIT, split_label
from directory.records import (
    AcceptedFormat,
    AcceptedLanguage,
    Answer,
    Designation,
    Duration,
    RequiredDocument,
    UrgentProcedure,
)
from directory.vocabulary.terms import vocabulary

_LIST = re.compile(r"\s*[;,\n|]\s*")
_DURATION = re.compile(r"(\d{1,4})(?:\s*(?:-|–|—|to|à|a)\s*(\d{1,4}))?")
_ANSWER = re.compile(r"([^:：]+?)\s*(?:[:：]\s*(.*))?", re.DOTALL)


def _functions(draft: Draft, text: str, column: Column) -> None:
    draft.functions = (text, column.heading)


def _instruments(draft: Draft, text: str, column: Column) -> None:
    draft.instruments = (text, column.heading)


@lru_cache(maxsize=2048)
def _accepted_languages(text: str) -> tuple[tuple[AcceptedLanguage, ...], tuple[str, ...]]:
    """Return the languages in *text* and the pieces that name none; `(translation)` and `(certified)` may follow."""
    found = []
    unknown = []
    for piece in _LIST.split(text):
        name, words = split_label(piece)
        tag = language_tag(name.strip())
        if tag is None:
            unknown.append(piece)
        else:
            lowered = words.casefold()
            certified = "certified" in lowered
            found.append(AcceptedLanguage(tag, certified or "translation" in lowered, certified))
    return tuple(dict.fromkeys(found)), tuple(unknown)


def _languages_accepted(draft: Draft, text: str, column: Column) -> None:
    found, unknown = _accepted_languages(text)
    for piece in unknown:
        draft.fault(column.heading, piece, "Unknown language", "Write its name, or a tag such as fr")
    draft.designation["languages_accepted"] = found


@lru_cache(maxsize=2048)
def _terms(name: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = []
    unknown = []
    for piece in _LIST.split(text):
        term = vocabulary(name).find(split_label(piece)[0])
        if term is None:
            unknown.append(piece)
        else:
            found.append(term.code)
    return tuple(dict.fromkeys(found)), tuple(unknown)


def _channels(draft: Draft, text: str, column: Column) -> None:
    found, unknown = _terms("channels", text)
    _tell_unknown(draft, unknown, column, "channels")
    draft.designation["channels_accepted"] = found


def _formats(draft: Draft, text: str, column: Column) -> None:
    found = []
    for piece in _LIST.split(text):
        name, signature = split_label(piece)
        codes, unknown = _terms("formats", name)
        _tell_unknown(draft, unknown, column, "formats")
        found += [AcceptedFormat(code, signature) for code in codes]
    draft.designation["formats_accepted"] = tuple(found)


def _tell_unknown(draft: Draft, pieces: tuple[str, ...], column: Column, name: str) -> None:
    for piece in pieces:
        draft.fault(column.heading, piece, f"Unknown term in “{name}”")


def _term(name: str) -> Reader:
    def read(draft: Draft, text: str, column: Column) -> None:
        found, unknown = _terms(name, text)
        _tell_unknown(draft, unknown, column, column.field)
        if found:
            draft.designation[column.field] = found[0]

    return read


@lru_cache(maxsize=2048)
def _answered(text: str) -> tuple[str, str] | None:
    """Return yes, no or conditional, and the words after a colon."""
    found = _ANSWER.fullmatch(text)
    term = vocabulary("yes_no_conditional").find(found[1]) if found else None
    return (term.code, (found[2] or "")[:TEXT_LIMIT]) if found and term else None


def _answer(draft: Draft, text: str, column: Column) -> None:
    answered = _answered(text)
    if answered is None:
        draft.fault(column.heading, text, "Must be yes, no or conditional", "Write the condition after a colon")
        return
    code, words = answered
    texts = {undetermined_language(draft, words, column.language): words} if words else {}
    draft.designation[column.field] = Answer(code, texts)


def _text(draft: Draft, text: str, column: Column) -> None:
    language = undetermined_language(draft, text, column.language)
    draft.text_in(column.field, language, text[:TEXT_LIMIT])


def _urgent_contact(draft: Draft, text: str, column: Column) -> None:
    draft.place[column.field] = text[:200]


def _documents(draft: Draft, text: str, _column: Column) -> None:
    pieces = [piece for piece in re.split(r"\s*[;\n|]\s*", text) if piece]
    draft.designation["documents_required"] = tuple(
        RequiredDocument({undetermined_language(draft, piece, ""): piece[:TEXT_LIMIT]}) for piece in pieces
    )


def _duration(draft: Draft, text: str, column: Column) -> None:
    found = _DURATION.fullmatch(text)
    if found is None:
        draft.fault(column.heading, text, "Not a number of days", "Write 60 or 30-90")
        return
    shortest = int(found[1])
    longest = int(found[2] or shortest)
    draft.designation["typical_duration_days"] = Duration(min(shortest, longest), max(shortest, longest))


def _notified(draft: Draft, text: str, column: Column) -> None:
    day = date_of(draft, text, column)
    if day is not None:
        draft.designation["notified_on"] = day


def _reference(draft: Draft, text: str, column: Column) -> None:
    draft.designation[column.field] = text[:200]


DESIGNATION_READERS: dict[str, Reader] = {
    "functions": _functions,
    "instruments": _instruments,
    "languages_accepted": _languages_accepted,
    "channels_accepted": _channels,
    "formats_accepted": _formats,
    "interpol_acceptance": _term("interpol"),
    "legal_basis_use": _term("legal_basis"),
    "legalisation": _term("legalisation"),
    **dict.fromkeys(("legal_basis_text", "urgent_procedure"), _text),
    "urgent_contact": _urgent_contact,
    **dict.fromkeys(
        (
            "electronic_transmission", "e_signature", "videoconference", "dual_criminality", "use_limitation",
            "minimum_threshold",
        ),
        _answer,
    ),
    "documents_required": _documents,
    "typical_duration_days": _duration,
    "notified_on": _notified,
    "depositary_ref": _reference,
}  # fmt: skip

ALL_READERS: dict[str, Reader] = READERS | DESIGNATION_READERS


def designations_of(draft: Draft) -> list[Designation]:
    """Return the designations that the row's functions and instruments make, each with what the row says besides."""
    functions, function_column = draft.functions
    instruments, instrument_column = draft.instruments
    if not functions and not instruments:
        return []
    triples, unfit = draft.rules.terms.read(functions, instruments)
    for one in unfit:
        heading = function_column if one.field == "functions" else instrument_column
        draft.fault(heading, one.value, one.reason, one.hint)
    shared = draft.designation
    if "legal_basis_text" in draft.texts:
        shared["legal_basis_text"] = draft.texts.pop("legal_basis_text")
    if "urgent_procedure" in draft.texts:
        shared["urgent_procedure"] = UrgentProcedure(
            draft.texts.pop("urgent_procedure"), draft.place.pop("urgent_contact", "")
        )
    return [
        Designation(
            one.function,
            one.instrument,
            one.article,
            one.function_text,
            one.instrument_text,
            **shared,  # type: ignore[arg-type]
        )
        for one in triples
    ]

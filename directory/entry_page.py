"""An entry in the reader's language: terms as labels, dates in words, changes with the names of their fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from flask_babel import gettext

from core.i18n import in_tongue
from directory.entry_words import field_name
from directory.records import AcceptedLanguage, Designation
from directory.result_rows import Name, day, listed, names_for, state_name
from directory.service.history import FieldChange
from directory.service.reading import Entry, Step
from directory.vocabulary.terms import label, language_name
from directory.workings import function_name, instrument_and_article, workings

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ShownDesignation:
    """One row of the table: function, instrument and article, and what is insisted on."""

    function: str
    instrument: str
    legal_basis: str
    is_conditional: bool
    languages: str
    channels: str
    interpol: str
    notified: str
    reference: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One field that changed, named for the reader."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One revision: what it was, when, and on what it rests."""

    title: str
    at: datetime
    day: str
    changes: tuple[ShownChange, ...]
    source: str
    sha256: str
    entered_by: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry ready for its page."""

    state: str
    name: Name
    others: tuple[Name, ...]
    facts: tuple[str, ...]
    confirmed: str
    as_of: str
    lacks: str
    designations: tuple[ShownDesignation, ...]
    documents: tuple[str, ...]
    workings: tuple[tuple[str, tuple[str, ...]], ...]
    urgent: tuple[tuple[str, str], ...]
    languages: str
    networks: tuple[str, ...]
    out_of_hours: str
    notes: str
    steps: tuple[ShownStep, ...]


def shown_entry(found: Entry, language: str) -> ShownEntry:
    """Return *found* for a reader of *language*."""
    record = found.record
    name, others = names_for(record.names, record.state, language)
    public = [one for one in record.designations if one.status == "published"]
    return ShownEntry(
        state=state_name(record.state, language),
        name=name,
        others=others,
        facts=_facts(found, language),
        confirmed=_day(record.last_confirmed_on, language),
        as_of=_day(record.as_of, language),
        lacks=listed(dict.fromkeys(field_name(one) for one in found.lacks), language),
        designations=tuple(_designation(one, language) for one in public),
        documents=_distinct(_text(item.text, language) for one in public for item in one.documents_required),
        workings=tuple(workings(public, language)),
        urgent=_distinct(
            (_text(one.urgent_procedure.text, language), one.urgent_procedure.contact)
            for one in public
            if one.urgent_procedure
        ),
        languages=listed((language_name(tag, language) for tag in record.working_languages), language),
        networks=tuple(label("networks", one.network, language) for one in record.networks),
        out_of_hours=_out_of_hours(found, language),
        notes=_text(record.notes_public, language),
        steps=tuple(_step(one, language) for one in found.steps),
    )


def _facts(found: Entry, language: str) -> tuple[str, ...]:
    record = found.record
    kind = label("kinds", record.kind, language) if record.kind else ""
    scope = label("scopes", record.scope.replace("_", "-"), language)
    where = _text(record.scope_name, language)
    above = _text(record.parent_body, language)
    part_of = str(gettext("part of %(body)s", body=above)) if above else ""
    parts = (kind, f"{scope}: {where}" if where else scope, part_of)
    return tuple(part for part in parts if part)


def _designation(one: Designation, language: str) -> ShownDesignation:
    return ShownDesignation(
        function=function_name(one, language),
        instrument=instrument_and_article(one, language),
        legal_basis=_legal_basis(one, language),
        is_conditional=one.legal_basis_use == "conditional",
        languages=_languages(one.languages_accepted, language),
        channels=listed((label("channels", channel, language) for channel in one.channels_accepted), language),
        interpol=label("interpol", one.interpol_acceptance, language) if one.interpol_acceptance else "",
        notified=_day(one.notified_on, language),
        reference=one.depositary_ref,
    )


def _legal_basis(one: Designation, language: str) -> str:
    if not one.legal_basis_use:
        return ""
    told = label("legal_basis", one.legal_basis_use, language)
    return f"{told}: {_text(one.legal_basis_text, language)}" if one.legal_basis_text else told


def _languages(accepted: Iterable[AcceptedLanguage], language: str) -> str:
    """Return the languages with what they ask for; what all of them ask for is said once, at the end."""
    told = [(language_name(one.language, language), _asked_with(one)) for one in accepted]
    common = {asked for _, asked in told}
    if len(common) == 1:
        names, asked = listed((name for name, _ in told), language), common.pop()
        return f"{names} · {asked}" if asked else names
    return listed((f"{name} ({asked})" if asked else name for name, asked in told), language)


def _asked_with(one: AcceptedLanguage) -> str:
    if one.certified:
        return str(gettext("certified translation"))
    return str(gettext("translation required")) if one.translation_required else ""


def _out_of_hours(found: Entry, language: str) -> str:
    answer = found.record.out_of_hours
    if answer is None:
        return ""
    told = label("out_of_hours", answer.term, language)
    return f"{told}. {_text(answer.instruction, language)}" if answer.instruction else told


def _step(step: Step, language: str) -> ShownStep:
    source = step.source
    parts = [source.title, source.number, _day(source.dated, language)] if source else []
    return ShownStep(
        title=_step_title(step, language),
        at=step.at,
        day=day(step.at.date().isoformat(), language),
        changes=tuple(_change(one, language) for one in step.changed),
        source=", ".join(dict.fromkeys(part for part in parts if part)),
        sha256=source.sha256 if source else "",
        entered_by=step.entered_by,
        approved_by=step.approved_by,
    )


def _step_title(step: Step, language: str) -> str:
    if step.number == 1:
        return str(gettext("First published"))
    if not step.changed:
        return str(gettext("Confirmed unchanged"))
    if len(step.changed) == 1:
        return str(gettext("%(field)s changed", field=field_name(step.changed[0].field, language)))
    return str(gettext("%(count)s fields changed", count=len(step.changed)))


def _change(change: FieldChange, language: str) -> ShownChange:
    return ShownChange(field_name(change.field, language), change.before.strip(), change.after.strip())


def _day(told: date | None, language: str) -> str:
    return day(told.isoformat(), language) if told else ""


def _text(texts: Mapping[str, str], language: str) -> str:
    return in_tongue(dict(texts), language)


def _distinct(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))

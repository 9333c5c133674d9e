"""The directory's tables: States, authorities, designations, revisions, sources, imports.

The whole entry is one document (`AuthorityRecord.to_dict`), kept on the authority as it stands today and in
every revision as it stood; what is searched, joined or constrained has a column besides.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from core.audit import BigId
from core.database import Base, JsonDocument

PUBLISHED = "published"


class State(Base):
    """One of the States that the directory knows, and what holds for all its authorities."""

    __tablename__ = "state"

    code: Mapped[str] = mapped_column(String(2), primary_key=True)
    names: Mapped[dict[str, Any]]
    region: Mapped[str] = mapped_column(String(3))
    requirements: Mapped[dict[str, Any]]
    legislation_links: Mapped[list[Any]]


class StateTreaty(Base):
    """What one State did under one instrument, and when."""

    __tablename__ = "state_treaty"

    state_code: Mapped[str] = mapped_column(ForeignKey("state.code"), primary_key=True)
    instrument: Mapped[str] = mapped_column(String(40), primary_key=True)
    signed_on: Mapped[date | None]
    bound_on: Mapped[date | None]
    action: Mapped[str | None] = mapped_column(String(20))
    declarations: Mapped[str] = mapped_column(Text)
    source_reference: Mapped[str] = mapped_column(String(300))
    as_of: Mapped[date | None]


class SourceDocument(Base):
    """The paper or file on which a change rests."""

    __tablename__ = "source_document"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('note-verbale','form','import','depositary','correction','demonstration')", name="kind"
        ),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(300))
    sha256: Mapped[str] = mapped_column(String(64))
    number: Mapped[str | None] = mapped_column(String(80))
    dated: Mapped[date | None]
    received_at: Mapped[datetime]


class Authority(Base):
    """One authority as it stands today."""

    __tablename__ = "authority"
    __table_args__ = (
        UniqueConstraint("source", "external_id"),
        Index(None, "state_code", "kind"),
        CheckConstraint("status IN ('draft','submitted','published','suspended','superseded')", name="status"),
        CheckConstraint("scope IN ('national','federal-unit','dependent-territory')", name="scope"),
        CheckConstraint("revision >= 1", name="revision_counts_from_one"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    source: Mapped[str] = mapped_column(String(120))
    external_id: Mapped[str | None] = mapped_column(String(300))
    state_code: Mapped[str] = mapped_column(ForeignKey("state.code"))
    kind: Mapped[str] = mapped_column(String(40))
    is_central_authority: Mapped[bool]
    scope: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(12))
    revision: Mapped[int]
    last_confirmed_on: Mapped[date | None]
    record: Mapped[dict[str, Any]]


class DesignationRow(Base):
    """One designation of an authority: this function under this instrument and article."""

    __tablename__ = "designation"
    __table_args__ = (Index(None, "function", "instrument"),)

    authority_id: Mapped[UUID] = mapped_column(ForeignKey("authority.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    function: Mapped[str] = mapped_column(String(60))
    instrument: Mapped[str] = mapped_column(String(60))
    article: Mapped[str] = mapped_column(String(20))


class Revision(Base):
    """One authority as it stood after one change: the whole record, who, when, on what source.

    `id` grows in the order of commit, since every writer of revisions first takes one lock
    (`directory.revising.lock_revisions`): a reader that goes by the highest id it saw misses none.
    """

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("authority_id", "number"),
        CheckConstraint("submitted_by IS NULL OR submitted_by <> approved_by", name="two_persons"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    authority_id: Mapped[UUID] = mapped_column(ForeignKey("authority.id", ondelete="CASCADE"))
    number: Mapped[int]
    at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(12))
    record: Mapped[dict[str, Any]]
    change_set_id: Mapped[UUID | None] = mapped_column(ForeignKey("change_set.id"), index=True)
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("source_document.id"))
    submitted_by: Mapped[str | None] = mapped_column(String(36))
    approved_by: Mapped[str | None] = mapped_column(String(36))


class ChangeSetRow(Base):
    """One import, from its first dry run to its being applied or rolled back."""

    __tablename__ = "change_set"
    __table_args__ = (
        CheckConstraint("status IN ('waiting','applied','rolled_back','withdrawn')", name="status"),
        CheckConstraint("applied_by IS NULL OR applied_by <> submitted_by", name="two_persons"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    source: Mapped[str] = mapped_column(String(120))
    profile: Mapped[str] = mapped_column(String(60))
    file_name: Mapped[str] = mapped_column(String(300))
    source_id: Mapped[UUID] = mapped_column(ForeignKey("source_document.id"))
    status: Mapped[str] = mapped_column(String(12))
    reading: Mapped[dict[str, Any]]
    counts: Mapped[dict[str, Any]]
    rejected: Mapped[list[Any]]
    missing: Mapped[list[Any]]
    submitted_by: Mapped[str] = mapped_column(String(36))
    submitted_by_name: Mapped[str] = mapped_column(String(200))
    submitted_at: Mapped[datetime]
    applied_by: Mapped[str | None] = mapped_column(String(36))
    applied_by_name: Mapped[str | None] = mapped_column(String(200))
    applied_at: Mapped[datetime | None]
    rolled_back_at: Mapped[datetime | None]


class ProposedChange(Base):
    """One authority that an import would add or change.

    It holds every column that the authority and its revision will have, so that applying is a matter of the
    database alone. *base_revision* is 0 for an authority that the directory never had; *designations* lists
    their triples in order.
    """

    __tablename__ = "proposed_change"
    __table_args__ = (CheckConstraint("action IN ('add','change')", name="action"),)

    change_set_id: Mapped[UUID] = mapped_column(ForeignKey("change_set.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    action: Mapped[str] = mapped_column(String(8))
    authority_id: Mapped[UUID] = mapped_column(Uuid)
    base_revision: Mapped[int]
    row: Mapped[int]
    external_id: Mapped[str] = mapped_column(String(300))
    state_code: Mapped[str] = mapped_column(String(2))
    kind: Mapped[str] = mapped_column(String(40))
    is_central_authority: Mapped[bool]
    scope: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(12))
    last_confirmed_on: Mapped[date | None]
    designations: Mapped[list[Any]]
    record: Mapped[dict[str, Any]]
    warnings: Mapped[list[Any]]


class ImportRun(Base):
    """A file on its way through the import, so that its sender can watch it."""

    __tablename__ = "import_run"
    __table_args__ = (CheckConstraint("status IN ('queued','reading','refused','ready')", name="status"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    file_name: Mapped[str] = mapped_column(String(300))
    profile: Mapped[str | None] = mapped_column(String(60))
    options: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(12))
    done: Mapped[int]
    total: Mapped[int]
    attempts: Mapped[int]
    refusal: Mapped[str | None] = mapped_column(Text)
    outcome: Mapped[dict[str, Any]]
    change_set_id: Mapped[UUID | None] = mapped_column(ForeignKey("change_set.id"))
    submitted_by: Mapped[str] = mapped_column(String(36))
    submitted_by_name: Mapped[str] = mapped_column(String(200))
    started_at: Mapped[datetime]


class ColumnMapping(Base):
    """How the columns of one source were read last time."""

    __tablename__ = "column_mapping"

    source: Mapped[str] = mapped_column(String(120), primary_key=True)
    columns: Mapped[dict[str, Any]] = mapped_column(JsonDocument)

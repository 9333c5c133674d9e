"""What an import proposes, kept in a file until all of it is known: memory holds one row, not the list."""

import tempfile
from collections.abc import Iterator
from datetime import date
from types import TracebackType
from typing import IO, Any, Self
from uuid import UUID

import orjson

from directory.importing.comparing import Compared
from directory.importing.projecting import columns_of, triples_of

CHUNK = 150


class Spool:
    """Proposed changes in the order of the file, written once and read once."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  (closed by __exit__)
        self.added = 0
        self.changed = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def keep(self, one: Compared) -> None:
        """Write one addition or change."""
        if one.action == "add":
            self.added += 1
        else:
            self.changed += 1
        warnings = [problem.to_dict() for problem in one.drafted.problems]
        line = (
            one.action,
            one.authority_id.hex,
            one.base_revision,
            one.drafted.row,
            one.drafted.record.external_id,
            one.text.decode(),
            orjson.dumps(warnings).decode() if warnings else "[]",
            triples_of(one.plain),
            columns_of(one.plain),
        )
        self._file.write(orjson.dumps(line) + b"\n")

    def rows(self, change_set_id: UUID) -> Iterator[list[dict[str, object]]]:
        """Yield the rows of `proposed_change` in chunks; JSON stays the text that it is."""
        self._file.seek(0)
        chunk: list[dict[str, object]] = []
        for position, line in enumerate(self._file):
            chunk.append(_row(change_set_id, position, orjson.loads(line)))
            if len(chunk) == CHUNK:
                yield chunk
                chunk = []
        if chunk:
            yield chunk


def _row(change_set_id: UUID, position: int, values: tuple[Any, ...]) -> dict[str, object]:
    action, key, base_revision, row, external_id, record, warnings, designations, columns = values
    confirmed = columns["last_confirmed_on"]
    return {
        "change_set_id": change_set_id,
        "position": position,
        "action": action,
        "authority_id": UUID(key),
        "base_revision": base_revision,
        "row": row,
        "external_id": external_id,
        "designations": designations,
        "record": orjson.Fragment(record),
        "warnings": orjson.Fragment(warnings),
        **columns,
        "last_confirmed_on": date.fromisoformat(confirmed) if confirmed else None,
    }

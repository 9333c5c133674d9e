"""From a sealed envelope to its announcement: check, store with whoever waits, tell the members.

This is the part of the doors that both the browser's and any later client's requests pass.
"""

import logging
from functools import partial

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.database import Database
from messaging import service
from messaging.committing import JointCommits
from messaging.errors import DoubleSignedError, RefusedError
from messaging.protocol import digest, labels
from messaging.records import Accepted, Officer

_ATTEMPTS = 3
_log = logging.getLogger(__name__)


class Delivery:
    """The one way by which envelopes enter a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._commits = JointCommits(database)

    def accept(self, officer: Officer, batch: tuple[service.Sent, ...]) -> tuple[Accepted, ...]:
        """Store *batch* whole or not at all, and return the place of each; raises RefusedError.

        Others may write between the check and the commit; then the check is made again.
        """
        for _ in range(_ATTEMPTS):
            verdicts = self._check(officer, batch)
            try:
                return self._commits.run(partial(_store_all, verdicts=verdicts))
            except (service.ChangedMeanwhileError, IntegrityError):
                continue
        raise RefusedError

    def _check(self, officer: Officer, batch: tuple[service.Sent, ...]) -> tuple[service.Checked | Accepted, ...]:
        try:
            with self._database.reading() as session:
                return service.check(session, batch, service.participant(session, officer))
        except DoubleSignedError as evidence:
            self._keep(evidence)
            raise RefusedError from None

    def _keep(self, evidence: DoubleSignedError) -> None:
        hashed = digest.hash_of(labels.ENVELOPE, evidence.header)
        with self._database.transaction() as session:
            kept = service.keep_evidence(session, evidence, hashed)
        if kept:
            _log.error("two envelopes were signed for one place: evidence kept for envelope %d", evidence.envelope_id)


def _store_all(session: Session, verdicts: tuple[service.Checked | Accepted, ...]) -> tuple[Accepted, ...]:
    return tuple(item if isinstance(item, Accepted) else service.store(session, item) for item in verdicts)

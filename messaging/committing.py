"""One commit for several waiting messages: a durable commit costs more than all the rest of a short transaction.

Whoever comes first opens the transaction, does the work of all who wait, each in a savepoint of its own, and commits
once; the others find their work done. A commit that fails fails for all of them, and nothing of theirs is stored.
"""

import time
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from core.database import Database

Result = TypeVar("Result")


class _Waiting(Generic[Result]):
    """One piece of work, and what came of it."""

    __slots__ = ("_error", "_result", "done", "work")

    def __init__(self, work: Callable[[Session], Result]) -> None:
        self.work = work
        self.done = False
        self._result: list[Result] = []
        self._error: BaseException | None = None

    def attempt(self, session: Session) -> None:
        """Do the work in a savepoint; what it raises is kept for who asked, and undoes this work alone."""
        try:
            with session.begin_nested():
                self._result.append(self.work(session))
        except Exception as error:
            self._error = error

    def fail(self, error: BaseException) -> None:
        self._error = error

    def result(self) -> Result:
        """Return what the work returned, or raise what it raised."""
        if self._error is not None:
            raise self._error
        return self._result[0]


class JointCommits:
    """The queue of one process before its database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._queue: list[_Waiting[object]] = []
        self._turn = Lock()

    def run(self, work: Callable[[Session], Result]) -> Result:
        """Do *work* in a transaction, with others that wait, and return once it is committed."""
        waiting = _Waiting(work)
        self._queue.append(waiting)  # type: ignore[arg-type]
        with self._turn:
            if not waiting.done:
                # Whoever is about to join gets the chance; nobody is waited for.
                time.sleep(0)
                self._commit()
        return waiting.result()

    def _commit(self) -> None:
        joined, self._queue = self._queue, []
        try:
            with self._database.transaction() as session:
                for waiting in joined:
                    waiting.attempt(session)
        except Exception as error:
            for waiting in joined:
                waiting.fail(error)
        for waiting in joined:
            waiting.done = True

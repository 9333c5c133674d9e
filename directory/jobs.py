"""What computes long runs here, in the job process: imports now. `entraide serve` starts one such process.

The queue is a file in the data folder, or Redis where that is configured. What a process that died left
behind is taken up again by the next one.
"""

import fcntl
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from config.settings import Settings, read_settings
from config.supervised import end_with_supervisor
from core.database import Database
from directory.service.runs import carry_out, take_up_interrupted

if TYPE_CHECKING:
    from huey import Huey
    from huey.api import TaskWrapper

NAME = "entraide"


@lru_cache(maxsize=8)
def huey_for(settings: Settings) -> "Huey":
    """Return the queue of this installation; the same one for equal settings."""
    from huey import RedisHuey, SqliteHuey

    if settings.redis_url:
        return RedisHuey(NAME, url=settings.redis_url)
    settings.data_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return SqliteHuey(NAME, filename=str(settings.data_folder / "jobs.sqlite"), fsync=True)


@lru_cache(maxsize=8)
def _import_task(settings: Settings) -> "TaskWrapper":
    def import_file(run_id: str) -> None:
        database = Database(settings.database_url)
        try:
            carry_out(database, settings.data_folder, UUID(run_id), settings.upload_limit)
        finally:
            database.dispose()

    return huey_for(settings).task(name="import_file")(import_file)


def enqueue_import(settings: Settings, run_id: UUID) -> None:
    """Ask the job process to read the file of a run."""
    _import_task(settings)(str(run_id))


def work_off(settings: Settings) -> int:
    """Do everything that waits, in this process, and return how many jobs that were."""
    _import_task(settings)
    queue = huey_for(settings)
    done = 0
    while (task := queue.dequeue()) is not None:
        queue.execute(task)
        done += 1
    return done


def take_up(settings: Settings) -> None:
    """Queue again what an earlier process did not finish."""
    database = Database(settings.database_url)
    try:
        with database.transaction() as session:
            waiting = take_up_interrupted(session)
    finally:
        database.dispose()
    huey_for(settings).flush()
    for run_id in waiting:
        enqueue_import(settings, run_id)


def work(settings: Settings | None = None) -> None:
    """Work off jobs until the process is told to end; of several such processes one works, the others stand by."""
    end_with_supervisor()
    chosen = settings or read_settings()
    with (chosen.data_folder / "jobs.lock").open("w") as turn:
        # What another process is reading must not be taken for left behind. The system frees the lock of a
        # process that dies.
        fcntl.flock(turn, fcntl.LOCK_EX)
        take_up(chosen)
        _import_task(chosen)
        huey_for(chosen).create_consumer(workers=1, periodic=False, initial_delay=0.1, max_delay=1.0).run()

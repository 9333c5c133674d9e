"""`entraide serve`, `migrate` and `doctor`: the web process and the job process, started and watched together.

Nothing heavy is imported here: what serves is another process.
"""

import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import click

ROOT = Path(__file__).resolve().parent
JOB_PAUSE = 1.0
"""Seconds before a job process that ended is started again."""


def _web(host: str, port: int) -> list[str]:
    options = ["--config", str(ROOT / "config" / "gunicorn.py"), "--chdir", str(ROOT), "--bind", f"{host}:{port}"]
    return [sys.executable, "-m", "gunicorn", *options, "wsgi:create_ready_app()"]


def _job() -> list[str]:
    return [sys.executable, "-c", "from directory.jobs import work; work()"]


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
def serve(host: str, port: int) -> None:
    """Serve the product: migrate, then run the web process and the job process until Ctrl-C."""
    migrated = subprocess.run([sys.executable, "-m", "entraide", "migrate"], cwd=ROOT, check=False)
    if migrated.returncode:
        sys.exit(migrated.returncode)
    click.echo(f"Entraide is at http://{host}:{port} (Ctrl-C ends it)")
    sys.exit(_supervise(_web(host, port), _job()))


def _supervise(web_command: list[str], job_command: list[str]) -> int:
    """Run both until the web process ends or somebody says stop; a job process that ends is started again."""
    web, job = _start(web_command), _start(job_command)
    stopping = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while not stopping and web.poll() is None:
        if job.poll() is not None:
            click.echo("entraide: the job process ended; starting it again", err=True)
            time.sleep(JOB_PAUSE)
            job = _start(job_command)
        time.sleep(0.2)
    for process in (job, web):
        process.terminate()
    for process in (job, web):
        _end(process)
    return 0 if stopping else (web.returncode or 1)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    # Its own process group: Ctrl-C reaches only this process, which then ends both in order.
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@click.command(name="migrate")
def migrate_command() -> None:
    """Bring the database up to the newest migration."""
    from core.commands import opened_database

    with opened_database():
        pass


@click.command(name="doctor")
def doctor() -> None:
    """Check the settings, the database and the data folder, and say what is wrong."""
    from config.settings import read_settings
    from core.commands import opened_database

    settings = read_settings()
    with opened_database() as database:
        click.echo(f"database: {database.engine.dialect.name}, migrated")
    writable = settings.data_folder.exists() and (settings.data_folder.stat().st_mode & 0o077) == 0
    click.echo(f"data folder: {'ok' if writable else 'readable by others: chmod 700 it'} ({settings.data_folder})")
    click.echo(f"Redis: {_redis(settings.redis_url)}")


def _redis(url: str | None) -> str:
    if url is None:
        return "not configured; one process only"
    import redis

    try:
        redis.Redis.from_url(url).ping()
    except redis.RedisError as error:
        return f"not reachable: {error}"
    return "reachable"

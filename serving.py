"""`entraide serve`, `migrate` and `doctor`: the web process and the job process, started and watched together.

Nothing heavy is imported here: what serves is another process.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import click

from config.supervised import SUPERVISED

ROOT = Path(__file__).resolve().parent
JOB_PAUSE = 1.0
"""Seconds before a job process that ended is started again."""

PORT_PATIENCE = 2.0
"""Seconds that a port may stay taken before that is an error."""


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
    _refuse_taken_port(host, port)
    checked = subprocess.run([sys.executable, "-m", "entraide", "ready"], cwd=ROOT, check=False)
    if checked.returncode:
        sys.exit(checked.returncode)
    click.echo(f"Entraide is at http://{host}:{port} (Ctrl-C ends it)")
    sys.exit(_supervise(_web(host, port), _job()))


def _refuse_taken_port(host: str, port: int) -> None:
    """End with one line where nobody can listen at this address; a service that just ended may take a moment."""
    deadline = time.monotonic() + PORT_PATIENCE
    while (why := _refusal(host, port)) is not None:
        if time.monotonic() > deadline:
            click.echo(
                f"entraide: nothing can listen on {host}:{port} ({why}). Give another --port or --host", err=True
            )
            sys.exit(1)
        time.sleep(0.2)


def _refusal(host: str, port: int) -> str | None:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        return error.strerror or str(error)
    return None


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
    # The pipe is never written to: it closes when this process ends, however it ends.
    environment = {**os.environ, SUPERVISED: "1"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, stdin=subprocess.PIPE)


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


@click.command(name="ready")
def ready() -> None:
    """Migrate, and check that everything answers which the service needs; `serve` does this first."""
    from config.settings import read_settings
    from core.commands import fail, opened_database

    with opened_database():
        pass
    why = _unreachable(read_settings().redis_url)
    if why is not None:
        fail(f"Redis cannot be reached: {why}. Check REDIS_URL, and that its server runs")


@click.command(name="doctor")
def doctor() -> None:
    """Check the settings, the database and the data folder, and say what is wrong."""
    from config.settings import read_settings
    from core.commands import opened_database

    settings = read_settings()
    with opened_database() as database:
        click.echo(f"database: {database.engine.dialect.name}, migrated")
    private = (settings.data_folder.stat().st_mode & 0o077) == 0
    click.echo(f"data folder: {'ok' if private else 'readable by others: chmod 700 it'} ({settings.data_folder})")
    why = _unreachable(settings.redis_url)
    found = "reachable" if settings.redis_url else "not configured; one process only"
    click.echo(f"Redis: {f'not reachable: {why}' if why else found}")
    sys.exit(0 if private and why is None else 1)


def _unreachable(url: str | None) -> str | None:
    """Return why Redis does not answer; None where it does, or where none is wanted."""
    if url is None:
        return None
    import redis

    try:
        with redis.Redis.from_url(url, socket_connect_timeout=3, socket_timeout=3) as client:
            client.ping()
    except (redis.RedisError, ValueError) as error:
        return str(error)
    return None

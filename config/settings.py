"""Everything the environment may say, read once into one frozen value."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]


class SettingsError(Exception):
    """Every setting that is missing or wrong, in one message."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the service needs to know before it starts; secrets never show in its `repr`."""

    secret_key: str = field(repr=False)
    database_url: str = field(repr=False)
    data_folder: Path
    redis_url: str | None = field(default=None, repr=False)
    base_url: str = "http://127.0.0.1:8000"
    secure_cookies: bool = False
    upload_limit: int = 64 * 1024 * 1024
    password_floor: int = 12
    trusted_proxies: int = 0

    @property
    def host(self) -> str:
        """The host name and port that people type, as in `entraide.example` or `127.0.0.1:8000`."""
        return urlsplit(self.base_url).netloc


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of *environment* (the process's own by default).

    Raises SettingsError, which names every wrong value at once.
    """
    given = os.environ if environment is None else environment
    folder = Path(given.get("ENTRAIDE_DATA", str(ROOT / "var"))).absolute()
    base_url = given.get("ENTRAIDE_URL", "http://127.0.0.1:8000").rstrip("/")
    _refuse_wrong(given, base_url)
    return Settings(
        secret_key=given.get("SECRET_KEY") or _kept_secret(folder / "secret.key"),
        database_url=_database_url(given, folder),
        data_folder=folder,
        redis_url=given.get("REDIS_URL") or None,
        base_url=base_url,
        secure_cookies=base_url.startswith("https://"),
        upload_limit=int(given.get("ENTRAIDE_UPLOAD_LIMIT", str(64 * 1024 * 1024))),
        trusted_proxies=int(given.get("ENTRAIDE_PROXIES", "0")),
    )


def _refuse_wrong(given: Mapping[str, str], base_url: str) -> None:
    """Raise one SettingsError that lists everything that is wrong."""
    wrong = []
    if "SECRET_KEY" in given and len(given["SECRET_KEY"]) < 32:
        wrong.append("SECRET_KEY: needs at least 32 characters, for example from `openssl rand -hex 32`")
    if urlsplit(base_url).scheme not in {"http", "https"}:
        wrong.append("ENTRAIDE_URL: must begin with http:// or https://")
    if not given.get("ENTRAIDE_UPLOAD_LIMIT", "1").isdecimal():
        wrong.append("ENTRAIDE_UPLOAD_LIMIT: must be a number of bytes")
    if not given.get("ENTRAIDE_PROXIES", "0").isdecimal():
        wrong.append("ENTRAIDE_PROXIES: must be the number of proxies in front of the service, as 1")
    url = given.get("DATABASE_URL", "sqlite://")
    if not url.startswith(("sqlite:", "postgresql:", "postgresql+psycopg:")):
        wrong.append("DATABASE_URL: must begin with sqlite: or postgresql:")
    if wrong:
        raise SettingsError("; ".join(wrong))


def _database_url(given: Mapping[str, str], folder: Path) -> str:
    """Return SQLAlchemy's form of the database's address; a file in the data folder by default."""
    url = given.get("DATABASE_URL")
    if url is None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return f"sqlite:///{folder / 'entraide.sqlite'}"
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def _kept_secret(path: Path) -> str:
    """Return the secret kept in *path*, drawn once and readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        # O_EXCL: of two processes that start at once, one draws and the other reads.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
    return path.read_text(encoding="ascii")

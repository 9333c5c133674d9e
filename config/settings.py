"""Everything the environment may say, read once into one frozen value."""

import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from config.kept import kept

ROOT = Path(__file__).resolve().parents[1]
_LEAST_SECRET = 32
_REDIS = ("redis://", "rediss://", "unix://")


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
    _made(folder)
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
    wrong = [*_wrong_addresses(given, base_url)]
    if given.get("SECRET_KEY") and len(given["SECRET_KEY"]) < _LEAST_SECRET:
        wrong.append("SECRET_KEY: needs at least 32 characters, for example from `openssl rand -hex 32`")
    if not _is_number(given.get("ENTRAIDE_UPLOAD_LIMIT", "1")):
        wrong.append("ENTRAIDE_UPLOAD_LIMIT: must be a number of bytes")
    if not _is_number(given.get("ENTRAIDE_PROXIES", "0")):
        wrong.append("ENTRAIDE_PROXIES: must be the number of proxies in front of the service, as 1")
    if wrong:
        raise SettingsError("; ".join(wrong))


def _wrong_addresses(given: Mapping[str, str], base_url: str) -> Iterator[str]:
    if not base_url.startswith(("http://", "https://")) or not _is_address(base_url):
        yield "ENTRAIDE_URL: must begin with http:// or https://, as https://entraide.example"
    url = given.get("DATABASE_URL") or "sqlite://"
    if not url.startswith(("sqlite:", "postgresql:", "postgresql+psycopg:")) or not _is_address(url):
        yield "DATABASE_URL: must be like sqlite:////folder/file or postgresql://name:secret@host:5432/database"
    redis_url = given.get("REDIS_URL") or "redis://"
    if not redis_url.startswith(_REDIS) or not _is_address(redis_url):
        yield "REDIS_URL: must be like redis://host:6379/0"


def _is_address(url: str) -> bool:
    """Return whether *url* can be taken apart, its port too."""
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 16


def _database_url(given: Mapping[str, str], folder: Path) -> str:
    """Return SQLAlchemy's form of the database's address; a file in the data folder by default."""
    url = given.get("DATABASE_URL")
    if not url:
        return f"sqlite:///{folder / 'entraide.sqlite'}"
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def _made(folder: Path) -> None:
    """Make the data folder, for its owner only; raises SettingsError where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingsError(f"ENTRAIDE_DATA: {folder} cannot be made a folder ({error.strerror})") from error
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise SettingsError(f"ENTRAIDE_DATA: {folder} cannot be written; give it to the account that runs the service")


def _kept_secret(path: Path) -> str:
    """Return the secret kept in *path*, drawn once."""
    try:
        found = kept(path, lambda: secrets.token_hex(32))
    except OSError as error:
        raise SettingsError(f"SECRET_KEY: {path} cannot be read or written ({error.strerror})") from error
    if len(found) < _LEAST_SECRET:
        raise SettingsError(f"SECRET_KEY: {path} is damaged; delete it, and everybody signs in anew")
    return found

"""What the import page sends, turned into values once."""

from dataclasses import dataclass
from pathlib import PurePath

from werkzeug.datastructures import FileStorage, ImmutableMultiDict

from directory.importing.options import Options
from directory.importing.problems import FileRefusedError

N_ = str

ENCODINGS = (
    "utf-8", "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255",
    "windows-1256", "windows-1257", "iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-7", "koi8-r", "gb18030",
    "big5hkscs", "shift_jis", "euc_kr", "utf-16",
)  # fmt: skip
"""Offered on the page; others by command."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent, its name without folders, and how it is to be read."""

    file: FileStorage
    name: str
    options: Options


def read_upload(form: ImmutableMultiDict[str, str], files: ImmutableMultiDict[str, FileStorage]) -> Upload:
    """Return what was sent; raises FileRefusedError if no file was chosen or the profile is unknown."""
    file = files.get("file")
    name = PurePath((file.filename if file else "") or "").name
    if file is None or not name:
        raise FileRefusedError(N_("No file was chosen. Choose one, and send it again."))
    options = Options(
        profile=form.get("profile", "").strip(),
        source=form.get("source", "").strip()[:120],
        encoding=form.get("encoding", "").strip(),
        state=form.get("state", "").strip(),
    )
    if options.profile:
        from directory.importing.profiles import profile

        profile(options.profile)
    return Upload(file, name[:300], options)

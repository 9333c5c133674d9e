"""Copy the browser's libraries from their npm packages into `static/vendor`, and write down what was copied.

Run `python tools/vendor.py` after changing a version here. The packages are fetched by `npm pack`, checked
against the integrity pinned below, and never installed: no script of theirs runs. The manifest is
held by `tests/test_vendor.py`.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[1] / "static" / "vendor"
MANIFEST = VENDOR / "manifest.json"


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a copied file, and why it is made."""

    old: str
    new: str
    why: str


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of a package, its name here, and its edits."""

    source: str
    name: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package at one version, pinned by npm's own integrity (SHA-512 of the archive)."""

    name: str
    version: str
    licence: str
    integrity: str
    copies: tuple[Copy, ...]


def no_map(comment: str) -> Edit:
    """Return the edit that takes a source-map comment out, since the map is not served."""
    return Edit(comment, "", "the source map is not served")


PACKAGES = (
    Package(
        "libsodium-wrappers-sumo",
        "0.8.4",
        "ISC",
        "sha512-ql7hcgulKZ3ekfa2DGAogcCKsWU0diA/0nArz1CFzh93WQdb46/Kj18ka/Hifq6uA3Ush34Pc6vU/6HXeRwUkg==",
        (
            Copy(
                "dist/modules-sumo-esm/libsodium-wrappers.mjs",
                "libsodium-wrappers.js",
                (
                    Edit(
                        'from"libsodium-sumo"',
                        'from"../libsodium-sumo/libsodium-sumo.js"',
                        "a browser cannot resolve the package's bare name",
                    ),
                ),
            ),
            Copy("dist/modules-sumo-esm/libsodium-wrappers.d.mts", "libsodium-wrappers.d.ts"),
            Copy("LICENSE", "LICENSE"),
        ),
    ),
    Package(
        "libsodium-sumo",
        "0.8.4",
        "ISC",
        "sha512-TMtHShQfVVsaxDygyapvUC3o7YsPgXa/hRWeIgzyFz6w5k/1hirGptCxp1U7XwW3rCskaTTYKgV10v86UiGgNw==",
        (
            Copy("dist/modules-sumo-esm/libsodium-sumo.mjs", "libsodium-sumo.js"),
            Copy("LICENSE", "LICENSE"),
        ),
    ),
    Package(
        "bootstrap",
        "5.3.8",
        "MIT",
        "sha512-HP1SZDqaLDPwsNiqRqi5NcP0SSXciX2s9E+RyqJIIqGo+vJeN5AJVM98CXmW/Wux0nQ5L7jeWUdplCEf0Ee+tg==",
        (
            Copy(
                "dist/css/bootstrap.min.css",
                "bootstrap.min.css",
                (no_map("/*# sourceMappingURL=bootstrap.min.css.map */"),),
            ),
            Copy(
                "dist/css/bootstrap.rtl.min.css",
                "bootstrap.rtl.min.css",
                (no_map("/*# sourceMappingURL=bootstrap.rtl.min.css.map */"),),
            ),
            Copy("LICENSE", "LICENSE"),
        ),
    ),
    Package(
        "socket.io-client",
        "4.8.4",
        "MIT",
        "sha512-7wjKAvVXYOJsbmUgkWbnhPD4bFpkqrUR0++XOjpGFmqDqsqV1CI93VTraeExLxpjxEqrWgFoSRZu1ihjLWfkAA==",
        (
            Copy(
                "dist/socket.io.esm.min.js",
                "socket.io.esm.min.js",
                (no_map("//# sourceMappingURL=socket.io.esm.min.js.map\n"),),
            ),
            Copy("build/esm/index.d.ts", "socket.io.esm.min.d.ts"),
            Copy("LICENSE", "LICENSE"),
        ),
    ),
    # The sprite of the pages is drawn from this package's symbols; only its licence is copied.
    Package(
        "bootstrap-icons",
        "1.13.2",
        "MIT",
        "sha512-fAU1Ly3dH7hwRg+CB8EZ0Vl0fF80zgXHeUVJyfUOKzoURr+TbwISbCW5tKUoQLERaWYG2emTCybcPbD96hdD1A==",
        (Copy("LICENSE", "LICENSE"),),
    ),
)


class VendorError(Exception):
    """A package is not what was pinned, or no longer holds what is copied from it."""


def sri(algorithm: str, content: bytes) -> str:
    """Return *content*'s digest in the form of Subresource Integrity, e.g. `sha384-…`."""
    return f"{algorithm}-{base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"


def fetch(package: Package, folder: Path) -> Path:
    """Download one package's archive into *folder*, and return its path once its integrity holds."""
    npm = shutil.which("npm")
    if npm is None:
        raise VendorError("npm is not on the PATH; install Node.js 20 or later")
    wanted = f"{package.name}@{package.version}"
    answer = subprocess.run(
        [npm, "pack", "--json", "--ignore-scripts", wanted], cwd=folder, check=True, capture_output=True
    )
    archive = folder / str(json.loads(answer.stdout)[0]["filename"])
    if sri("sha512", archive.read_bytes()) != package.integrity:
        raise VendorError(f"{wanted}: not the pinned archive; read what changed before pinning it anew")
    return archive


def edited(copy: Copy, text: str) -> str:
    """Return the file's text with its edits made, each exactly once."""
    for edit in copy.edits:
        if text.count(edit.old) != 1:
            raise VendorError(f"{copy.source}: {edit.old!r} is not there exactly once; adapt the edit")
        text = text.replace(edit.old, edit.new)
    return text


def copied(package: Package, archive: Path) -> dict[str, object]:
    """Write one package's files into its folder, and return its entry in the manifest."""
    folder = VENDOR / package.name
    folder.mkdir(parents=True)
    files = []
    with tarfile.open(archive) as tar:
        for copy in package.copies:
            member = tar.extractfile(f"package/{copy.source}")
            if member is None:
                raise VendorError(f"{package.name}: no file {copy.source}")
            content = edited(copy, member.read().decode()).encode()
            (folder / copy.name).write_bytes(content)
            files.append(
                {
                    "path": f"{package.name}/{copy.name}",
                    "source": copy.source,
                    "sha384": sri("sha384", content),
                    "changes": [edit.why for edit in copy.edits],
                }
            )
    return {
        "name": package.name,
        "version": package.version,
        "licence": package.licence,
        "integrity": package.integrity,
        "files": files,
    }


def main() -> None:
    """Renew `static/vendor` and its manifest."""
    with tempfile.TemporaryDirectory() as name:
        archives = [(package, fetch(package, Path(name))) for package in PACKAGES]
        shutil.rmtree(VENDOR, ignore_errors=True)
        entries = [copied(package, archive) for package, archive in archives]
    MANIFEST.write_text(json.dumps({"packages": entries}, indent=2) + "\n", encoding="utf-8")
    print(f"{sum(len(package.copies) for package in PACKAGES)} files in {VENDOR.name}")


if __name__ == "__main__":
    main()

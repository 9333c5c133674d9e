"""What is vendored is what the manifest says, and nothing else."""

import base64
import hashlib
import json
from pathlib import Path
from typing import TypedDict

import pytest

ROOT = Path(__file__).resolve().parents[1]
VENDOR = ROOT / "static" / "vendor"


class File(TypedDict):
    path: str
    source: str
    sha384: str
    changes: list[str]


class Package(TypedDict):
    name: str
    version: str
    licence: str
    integrity: str
    files: list[File]


PACKAGES: list[Package] = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))["packages"]
FILES = [file for package in PACKAGES for file in package["files"]]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["path"])
def test_a_vendored_file_is_the_one_in_the_manifest(file: File) -> None:
    digest = hashlib.sha384((VENDOR / file["path"]).read_bytes()).digest()
    assert f"sha384-{base64.b64encode(digest).decode()}" == file["sha384"]


def test_no_vendored_file_is_missing_from_the_manifest() -> None:
    present = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert present == {file["path"] for file in FILES} | {"manifest.json"}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_a_vendored_package_brings_its_licence(package: Package) -> None:
    assert f"{package['name']}/LICENSE" in {file["path"] for file in package["files"]}


def test_no_vendored_script_or_sheet_names_a_source_map() -> None:
    code = [path for path in VENDOR.rglob("*") if path.suffix in {".js", ".css"}]
    assert code
    assert not [path.name for path in code if "sourceMappingURL" in path.read_text(encoding="utf-8")]


def test_the_lock_of_the_checks_names_no_host() -> None:
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text
    assert '"resolved"' not in text

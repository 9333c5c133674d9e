"""Write our own vectors to tests/vectors: `python -m tools.make_vectors [--sealed]`.

Without --sealed only the files in which nothing is random are written: they change only with the protocol. With it the
sealed ones are made anew, too.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools import chain_vectors, envelope_vectors, plain_vectors, vault_vectors

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "vectors"

PLAIN: dict[str, Callable[[], dict[str, Any]]] = {
    "codec": plain_vectors.codec,
    "digest": plain_vectors.digests,
    "padding": plain_vectors.paddings,
    "keys": plain_vectors.keys,
    "password": plain_vectors.passwords,
    "log": plain_vectors.logs,
    "vault": vault_vectors.vaults,
}
SEALED: dict[str, Callable[[], dict[str, Any]]] = {
    "hpke": envelope_vectors.hpke_seals,
    "chain": chain_vectors.chain,
    "envelope": envelope_vectors.envelopes,
}


def document(name: str) -> dict[str, Any]:
    """Return the vectors called *name*, headed by their origin."""
    part = "plain" if name in PLAIN else "sealed"
    origin = f"made by tools/make_vectors.py ({part}) with messaging/protocol, the Python of this project"
    return {"origin": origin, **(PLAIN | SEALED)[name]()}


def main(arguments: list[str]) -> None:
    """Write the files."""
    for name in [*PLAIN, *(SEALED if "--sealed" in arguments else ())]:
        text = json.dumps(document(name), indent=1, ensure_ascii=True)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main(sys.argv[1:])

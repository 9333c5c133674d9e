"""The fixture of every test here: the browser's protocol, running."""

from collections.abc import Iterator

import pytest

from tests.twins.twin import Twin


@pytest.fixture(scope="session")
def twin() -> Iterator[Twin]:
    with Twin() as process:
        yield process

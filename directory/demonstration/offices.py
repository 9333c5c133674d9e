"""Which bodies a State of the demonstration has, the most needed first, and then offices without end."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from directory.demonstration.drawing import Draws
from directory.demonstration.phrases import PLACES, read_file
from directory.vocabulary.states import State, Territory, territory

FIRST = ("ministry-of-justice", "prosecution", "interior-or-police", "foreign-affairs")
LAST = ("anti-corruption", "fiu", "customs", "court", "cultural-property")
REGIONAL = ("prosecution", "interior-or-police", "customs")
# Prime to the number of places, so that a State meets every place before it meets one again.
STEP = 1237


@dataclass(frozen=True, slots=True)
class Office:
    """One body: national, of a *territory* with its *city*, or at an invented place (its number)."""

    kind: str
    territory: Territory | None = None
    city: str = ""
    place: int | None = None


def offices(state: State) -> Iterator[Office]:
    """Yield the offices of *state*; there is no last one."""
    habits = read_file("habits.json")
    landlocked = state.code in habits["landlocked"]
    for kind in FIRST if landlocked else (*FIRST, "maritime"):
        yield Office(kind)
    for code, city in habits["territories"].get(state.code, {}).items():
        yield Office("ministry-of-justice", territory=territory(code), city=city)
    for kind in LAST:
        yield Office(kind)
    start = Draws(state.code, "places").below(PLACES)
    for number in count():
        yield Office(REGIONAL[number % len(REGIONAL)], place=(start + number // len(REGIONAL) * STEP) % PLACES)

"""How many typing errors part two words."""

from collections.abc import Iterator


def distance(left: str, right: str) -> int:
    """Return the errors between two words: a letter too many, missing, wrong, or two exchanged, each counts one."""
    before: list[int] = []
    previous: list[int] = []
    current = list(range(len(right) + 1))
    for row, letter in enumerate(left, start=1):
        before, previous, current = previous, current, [row]
        for column, other in enumerate(right, start=1):
            best = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                best = min(best, before[column - 2] + 1)
            current.append(best)
    return current[-1]


def one_letter_less(word: str) -> Iterator[str]:
    """Yield *word* without each of its letters in turn: two words one error apart share such a form."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))

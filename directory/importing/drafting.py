"""One row on its way to an entry: what was understood, and what was not."""

from dataclasses import dataclass, field

from directory.importing.designating import Terms
from directory.importing.problems import Problem
from directory.records import AuthorityRecord, Email, Phone, Website


@dataclass(frozen=True, slots=True)
class Rules:
    """How a profile wants its rows read.

    *strict*: a value that is not as it must be rejects the row; otherwise it is left out, with a warning.
    *language* is that of texts whose heading names none; empty: the State's only one, else undetermined.
    """

    strict: bool
    terms: Terms
    language: str = ""
    state: str = ""
    kinds: dict[str, str] = field(default_factory=dict)


class Draft:
    """A row while it is being read; it ends as a `Drafted` or as the problem that rejected it."""

    __slots__ = (
        "country",
        "designation",
        "emails",
        "external_id",
        "fatal",
        "faxes",
        "functions",
        "instruments",
        "languages",
        "names",
        "other_names",
        "phones",
        "place",
        "problems",
        "row",
        "rules",
        "state",
        "territory",
        "texts",
        "values",
        "websites",
    )  # fmt: skip

    def __init__(self, row: int, rules: Rules) -> None:
        self.row = row
        self.rules = rules
        self.state = ""
        self.territory = ""
        self.country = ""
        self.languages: tuple[str, ...] = ()
        self.external_id = ""
        self.names: dict[str, str] = {}
        self.other_names: list[str] = []
        self.values: dict[str, object] = {}
        self.texts: dict[str, dict[str, str]] = {}
        self.place: dict[str, str] = {}
        self.phones: list[Phone] = []
        self.faxes: list[Phone] = []
        self.emails: list[Email] = []
        self.websites: list[Website] = []
        self.functions: tuple[str, str] = ("", "")
        self.instruments: tuple[str, str] = ("", "")
        self.designation: dict[str, object] = {}
        self.problems: list[Problem] = []
        self.fatal: Problem | None = None

    def fault(self, column: str, value: str, reason: str, hint: str = "") -> None:
        """Note a value that is not as it must be: the row's end under strict rules, else a warning."""
        problem = Problem(self.row, column, value[:200], reason, hint)
        if self.rules.strict:
            self.fatal = self.fatal or problem
        else:
            self.problems.append(problem)

    def reject(self, column: str, value: str, reason: str, hint: str = "") -> None:
        """Note what makes it impossible to keep the row at all."""
        self.fatal = self.fatal or Problem(self.row, column, value[:200], reason, hint)

    def warn(self, column: str, value: str, reason: str, hint: str = "") -> None:
        """Note something that a person should look at; the row goes on."""
        self.problems.append(Problem(self.row, column, value[:200], reason, hint))

    def rejected(self) -> bool:
        """Whether something was found that makes it impossible to keep the row."""
        return self.fatal is not None

    def text_in(self, field_name: str, language: str, text: str) -> None:
        """Keep *text* as that of *field_name* in *language*, unless there is one already."""
        self.texts.setdefault(field_name, {}).setdefault(language, text)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A row that can be kept: the entry, and what to look at."""

    row: int
    record: AuthorityRecord
    problems: tuple[Problem, ...]

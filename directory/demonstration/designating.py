"""What the bodies of the demonstration are designated for, and what they insist on."""

from datetime import date, timedelta
from functools import cache

from directory.demonstration.drawing import Draws
from directory.demonstration.phrases import text
from directory.records import (
    AcceptedFormat,
    AcceptedLanguage,
    Answer,
    Designation,
    Duration,
    RequiredDocument,
    UrgentProcedure,
)
from directory.vocabulary.states import State

MLA, EXTRADITION = "mutual-legal-assistance", "extradition"

DUTIES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "ministry-of-justice": (
        (MLA, "untoc", "18"),
        (MLA, "uncac", "46"),
        (MLA, "drugs-1988", "7"),
        (EXTRADITION, "untoc", "16"),
        (EXTRADITION, "uncac", "44"),
        (EXTRADITION, "drugs-1988", "6"),
        ("transfer-of-sentenced-persons", "untoc", "17"),
    ),
    "prosecution": (
        ("joint-investigations", "untoc", "19"),
        ("special-investigative-techniques", "untoc", "20"),
        ("transfer-of-criminal-proceedings", "untoc", "21"),
        ("confiscation", "untoc", "13"),
    ),
    "interior-or-police": (
        ("law-enforcement-cooperation", "untoc", "27"),
        ("law-enforcement-cooperation", "uncac", "48"),
        ("electronic-evidence-24-7", "treaty-independent", ""),
    ),
    "foreign-affairs": ((EXTRADITION, "treaty-independent", ""), (MLA, "treaty-independent", "")),
    "maritime": (
        ("illicit-traffic-by-sea", "drugs-1988", "17"),
        ("smuggling-of-migrants-by-sea", "migrants-protocol", "8(6)"),
    ),
    "customs": (("firearms", "firearms-protocol", "13(2)"),),
    "fiu": (("asset-recovery", "uncac", "56"),),
    "anti-corruption": (
        ("prevention-of-corruption", "uncac", "6(3)"),
        ("civil-and-administrative-proceedings", "uncac", "43(1)"),
    ),
    "court": (("transfer-of-sentenced-persons", "uncac", "45"),),
    "cultural-property": (("cultural-property", "treaty-independent", ""),),
}
CHANNELS = (
    ("direct", "this-platform"),
    ("direct", "interpol"),
    ("direct", "diplomatic"),
    ("diplomatic",),
    ("this-platform", "direct", "interpol"),
    ("judicial-direct", "direct"),
)
FORMATS = (
    ("paper-original",),
    ("paper-original", "certified-copy"),
    ("e-mail", "paper-original"),
    ("encrypted-e-mail", "this-platform"),
    ("this-platform", "e-mail", "paper-original"),
)
SECOND_LANGUAGES = ("en", "fr", "es")


@cache
def designations_of(of: State, kind: str, urgent: str, as_of: date) -> tuple[Designation, ...]:
    """Return the designations of the body of *kind*; *urgent* is its urgent address, empty for none."""
    return tuple(_designation(of, duty, Draws(of.code, kind, *duty), urgent, as_of) for duty in DUTIES[kind])


def _designation(of: State, duty: tuple[str, str, str], draws: Draws, urgent: str, as_of: date) -> Designation:
    function, instrument, article = duty
    basis = draws.pick(("yes", "yes", "no", "conditional", "not-notified")) if function == EXTRADITION else ""
    notified = as_of - timedelta(days=400 + draws.below(4000))
    return Designation(
        function=function,
        instrument=instrument,
        article=article,
        legal_basis_use=basis,
        legal_basis_text=text("reciprocity") if basis == "conditional" else {},
        languages_accepted=_languages(of, draws),
        channels_accepted=draws.pick(CHANNELS),
        interpol_acceptance=draws.pick(("urgent-only", "urgent-only", "yes", "no")),
        formats_accepted=tuple(AcceptedFormat(term) for term in draws.pick(FORMATS)),
        electronic_transmission=_answer(draws),
        e_signature=_answer(draws),
        videoconference=_answer(draws) if function == MLA else None,
        legalisation=draws.pick(("none", "none", "apostille", "varies", "legalisation")),
        urgent_procedure=UrgentProcedure(text("urgent"), urgent) if draws.chance(60) and urgent else None,
        documents_required=_documents(function),
        dual_criminality=Answer("yes") if function == EXTRADITION else _answer(draws),
        use_limitation=_answer(draws) if function == MLA else None,
        minimum_threshold=Answer("conditional", text("one_year")) if function == EXTRADITION else None,
        typical_duration_days=Duration(30 * draws.pick((1, 2, 3)), 60 * draws.pick((2, 3, 6)), notified),
        notified_on=notified if instrument != "treaty-independent" else None,
        last_confirmed_on=as_of - timedelta(days=draws.below(500)),
    )


def _languages(of: State, draws: Draws) -> tuple[AcceptedLanguage, ...]:
    own = tuple(AcceptedLanguage(tag, translation_required=True) for tag in of.languages[:2])
    second = draws.pick([tag for tag in SECOND_LANGUAGES if tag not in of.languages[:2]])
    return (*own, AcceptedLanguage(second, certified=draws.chance(20)))


def _answer(draws: Draws) -> Answer:
    answer = draws.pick(("yes", "yes", "no", "conditional"))
    return Answer(answer, text("prior_agreement")) if answer == "conditional" else Answer(answer)


@cache
def _documents(function: str) -> tuple[RequiredDocument, ...]:
    names = ["document_facts", "document_law"]
    names += {EXTRADITION: ["document_warrant"], MLA: ["document_measure"]}.get(function, [])
    return tuple(RequiredDocument(text(name)) for name in names)

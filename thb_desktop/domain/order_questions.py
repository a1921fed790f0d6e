"""The questions of Section H of the form of an EIO: what certain measures need besides.

Directive 2014/41/EU, Annex A, H1 to H7. The words are short ones of this program, and not those of the form;
each answer is a text of the office, filed under its question.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from thb_desktop.domain.cooperation_codes import MeasureKind
from thb_desktop.domain.texts import Texts


class FormQuestion(StrEnum):
    """One question. Its code begins with the part of the form that has it."""

    H1_TO_ISSUING_CONSENT = "H1_TO_ISSUING_CONSENT"
    H1_TO_EXECUTING_CONSENT = "H1_TO_EXECUTING_CONSENT"
    H2_REASONS = "H2_REASONS"
    H2_CONDUCTED_BY = "H2_CONDUCTED_BY"
    H2_CONSENT = "H2_CONSENT"
    H3_ITEM = "H3_ITEM"
    H3_LIFTED_ON = "H3_LIFTED_ON"
    H3_NEXT_REQUEST_ON = "H3_NEXT_REQUEST_ON"
    H4_ACCOUNTS = "H4_ACCOUNTS"
    H4_ACCOUNTS_REASONS = "H4_ACCOUNTS_REASONS"
    H4_BANKS_GROUNDS = "H4_BANKS_GROUNDS"
    H4_BANKS = "H4_BANKS"
    H4_OPERATIONS = "H4_OPERATIONS"
    H4_OPERATIONS_REASONS = "H4_OPERATIONS_REASONS"
    H4_OPERATIONS_PERIOD = "H4_OPERATIONS_PERIOD"
    H5_REASONS = "H5_REASONS"
    H6_REASONS = "H6_REASONS"
    H7_REASONS = "H7_REASONS"
    H7_SUBJECT = "H7_SUBJECT"
    H7_DURATION = "H7_DURATION"
    H7_TECHNICAL = "H7_TECHNICAL"
    H7_METHOD = "H7_METHOD"
    H7_FURTHER = "H7_FURTHER"

    @property
    def part(self) -> str:
        """The part of the form that asks it: H1."""
        return self.value.partition("_")[0]


_AT_A_DISTANCE = frozenset(
    {MeasureKind.VIDEO_HEARING_WITNESS, MeasureKind.VIDEO_HEARING_EXPERT, MeasureKind.VIDEO_HEARING_SUSPECT}
    | {MeasureKind.PHONE_HEARING_WITNESS, MeasureKind.PHONE_HEARING_EXPERT}
)
_WANTED: Mapping[str, frozenset[MeasureKind]] = {
    "H1_TO_ISSUING": frozenset({MeasureKind.TRANSFER_CUSTODY_TO_ISSUING}),
    "H1_TO_EXECUTING": frozenset({MeasureKind.TRANSFER_CUSTODY_TO_EXECUTING}),
    "H2_CONSENT": frozenset({MeasureKind.VIDEO_HEARING_SUSPECT}),
    "H2": _AT_A_DISTANCE,
    "H3": frozenset({MeasureKind.PROVISIONAL_PRESERVATION}),
    "H4_OPERATIONS": frozenset({MeasureKind.BANK_OPERATIONS}),
    "H4": frozenset({MeasureKind.BANK_ACCOUNTS}),
    "H5": frozenset(
        {MeasureKind.REALTIME_BANK_MONITORING, MeasureKind.CONTROLLED_DELIVERY, MeasureKind.REALTIME_OTHER}
    ),
    "H6": frozenset({MeasureKind.COVERT}),
    "H7": frozenset({MeasureKind.INTERCEPTION}),
}
"""For which measures the questions whose codes begin so are asked; the first one counts."""


def asked_for(measures: Iterable[StrEnum], answers: Texts = ()) -> tuple[FormQuestion, ...]:
    """Return the questions of the measures that are ticked, and those that have an answer all the same."""
    ticked, answered = frozenset(measures), {key for key, _ in answers}
    return tuple(each for each in FormQuestion if measures_of(each) & ticked or each.value in answered)


def measures_of(question: FormQuestion) -> frozenset[MeasureKind]:
    """Return the measures for which a question is asked."""
    return next(wanted for begin, wanted in _WANTED.items() if question.value.startswith(begin))


def known_question(key: str) -> FormQuestion | str:
    """Return a question by its key; the key itself if this version has no such question."""
    return FormQuestion(key) if key in FormQuestion.__members__ else key


def unknown_questions(answers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the keys of answers to what the form does not ask."""
    return tuple(key for key, _ in answers if key not in FormQuestion.__members__)

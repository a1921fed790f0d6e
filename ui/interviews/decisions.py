"""Decisions about a signed record: sealed, restricted, annulled."""

from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.record_decision import RecordDecision, is_annulled, is_restricted, is_sealed
from thb_desktop.domain.record_decision_fields import DECIDED, RECORD_DECISION
from thb_desktop.domain.vocabulary import RecordDecisionKind
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.opened import OpenRecord
from ui.interviews.paper import told_of_paper
from ui.interviews.view_model import InterviewsViewModel
from ui.labels import words
from ui.text import isolate, listed, translate
from ui.tones import Tone
from ui.widgets.questions import ask

_KINDS = (
    RecordDecisionKind.SEALED,
    RecordDecisionKind.RESTRICTED,
    RecordDecisionKind.RESTRICTION_LIFTED,
    RecordDecisionKind.ANNULLED,
)


class DecisionsMenu(QMenu):
    """The decisions that can be entered about the open record in its state."""

    def __init__(self, parent: QWidget, model: InterviewsViewModel) -> None:
        super().__init__(parent)
        self._parent, self._model = parent, model
        said = {
            RecordDecisionKind.SEALED: self.tr("&Compare with its digest and seal\u2026"),
            RecordDecisionKind.RESTRICTED: self.tr("&Restrict its use\u2026"),
            RecordDecisionKind.RESTRICTION_LIFTED: self.tr("&Lift the restriction\u2026"),
            RecordDecisionKind.ANNULLED: self.tr("&Annulled by decision\u2026"),
        }
        self.acts: dict[RecordDecisionKind, QAction] = {}
        for kind in _KINDS:
            self.acts[kind] = self.addAction(said[kind])
            self.acts[kind].triggered.connect(lambda _=False, kind=kind: self._enter(kind))
        self.aboutToShow.connect(self.offer)

    def offer(self) -> None:
        record = self._model.record
        made = record.decisions if record is not None else ()
        standing = record is not None and record.interview.is_signed and not is_annulled(made)
        possible = {
            RecordDecisionKind.SEALED: not is_sealed(made),
            RecordDecisionKind.RESTRICTED: not is_restricted(made),
            RecordDecisionKind.RESTRICTION_LIFTED: is_restricted(made),
            RecordDecisionKind.ANNULLED: True,
        }
        for kind, act in self.acts.items():
            act.setEnabled(standing and possible[kind])

    def _enter(self, kind: RecordDecisionKind) -> None:
        record = self._model.record
        if record is None:
            return
        if kind is RecordDecisionKind.SEALED:
            if ask(
                self._parent,
                self.tr("Seal record {number}?").format(number=isolate(record.interview.number)),
                self.tr("The record is compared with the digest that was signed, and closed."),
                self.tr("Seal"),
            ):
                self._model.seal_record()
            return
        decision_dialog(self._parent, self._model, record, kind).open()


def decision_dialog(
    parent: QWidget, model: InterviewsViewModel, record: InterviewInFull, kind: RecordDecisionKind
) -> EntryDialog:
    """Ask for the decision: its reference, who decided, when and why."""

    def take(values: dict[str, Any], _: str) -> None:
        model.decide(kind, values)

    sentences = {
        RecordDecisionKind.RESTRICTED: translate(
            "decisions", "The record stays readable here. It goes into a bundle only with a reason."
        ),
        RecordDecisionKind.RESTRICTION_LIFTED: translate(
            "decisions", "The restriction stays readable beside the decision that lifts it."
        ),
        RecordDecisionKind.ANNULLED: translate(
            "decisions", "The record stays readable, and is never printed without the word. This is final."
        ),
    }
    number = isolate(record.interview.number)
    return EntryDialog(
        parent,
        translate("decisions", "Record {number}: {decision}").format(number=number, decision=words(kind)),
        RECORD_DECISION,
        take,
        model=model,
        main=translate("decisions", "&Enter the decision"),
        sentence=sentences[kind],
        names=DECIDED,
        draft=model.draft(f"decision-{kind.value}", record.interview.id),
    )


def told_of(opened: OpenRecord) -> tuple[str, Tone]:
    """Return what is said of a signed record above it: the last decision, and who is to be told of it."""
    record = opened.record
    digest = isolate(record.interview.record_digest[:16])
    told_signed = translate(
        "decisions", "This record is signed and can only be read. Its digest begins with {digest}."
    )
    if record.taken_over is not None:
        told_signed = translate(
            "decisions",
            "This is a copy of a statement made elsewhere; the file prevails, and the signature confirms the "
            "copy alone. Its digest begins with {digest}.",
        )
    signed = told_signed.format(digest=digest)
    further = (_told_of_seal(record), told_of_paper(opened), _told_of_later(record))
    signed = " ".join(filter(None, (signed, *further)))
    deciding = [each for each in record.decisions if each.reference]
    if not deciding:
        return signed, Tone.INFO
    told = [_sentence(deciding[-1]), signed]
    if opened.recipients:
        receivers = translate("decisions", "Tell those who received it of the decision: {bundles}.")
        told.append(receivers.format(bundles=listed(map(isolate, opened.recipients))))
    if is_annulled(record.decisions):
        return " ".join(told), Tone.BAD
    return " ".join(told), Tone.WARN if is_restricted(record.decisions) else Tone.INFO


def _told_of_seal(record: InterviewInFull) -> str:
    if not is_sealed(record.decisions):
        return ""
    return translate(
        "decisions", "It is sealed: its digest was computed again, and is the one that was signed."
    )


def _told_of_later(record: InterviewInFull) -> str:
    """Return which signed records are about this one: its words are read with them."""
    sentences = {
        True: translate("decisions", "Rectified by {numbers}."),
        False: translate("decisions", "Supplemented by {numbers}."),
    }
    told = []
    for rectifies, sentence in sentences.items():
        numbers = [
            isolate(each.number) for each in record.later if each.is_signed and each.rectifies is rectifies
        ]
        if numbers:
            told.append(sentence.format(numbers=listed(numbers)))
    return " ".join(told)


def _sentence(decision: RecordDecision) -> str:
    return translate("decisions", "{decision}: {reference}, {who}.").format(
        decision=words(decision.kind),
        reference=isolate(decision.reference),
        who=isolate(decision.decided_by),
    )

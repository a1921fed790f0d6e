"""Reading a record back, and signing it into the event chain."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from thb_desktop.domain import address_rules
from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import RenderingKind
from thb_desktop.findings import Finding, Standing, unknown
from thb_desktop.services.testimony.read_back import ReadBack
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.view_model import InterviewsViewModel
from ui.labels.findings import as_lines, finding_text_in
from ui.text import isolate, translate
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, button, row
from ui.widgets.dialog import Dialog

_OF_WORDS = frozenset({address_rules.RULE, "V-I-23.not-rendered", "V-I-26", "V-I-28"})
"""Rules and findings about words, which nobody changes after the reading back."""


def read_back_dialog(
    parent: QWidget, model: InterviewsViewModel, full: InterviewInFull, findings: Sequence[Finding] = ()
) -> EntryDialog:
    """Asks how the record was read back; missing answers are entered later, until the signature.

    findings: of the rules; those about the words themselves are shown with the renditions without an author,
    because this cannot be mended later.
    """

    def take(values: dict[str, Any], _: str) -> None:
        model.read_back(ReadBack(**values))

    interview = full.interview
    dialog = EntryDialog(
        parent,
        translate("interviews", "Reading back"),
        INTERVIEW,
        take,
        model=model,
        main=translate("interviews", "Record the reading back"),
        sentence=translate(
            "interviews",
            "From then on the words of the record stay as they are; what is asked for is entered as a "
            "correction. The end of the reading back is entered after the corrections.",
        ),
        entity=interview,
        names=[name for name in ReadBack.__slots__ if name != "readback_ended_at"],
        choices=model.open_choices,
        languages_first=(interview.language, interview.procedure_language),
        draft=model.draft("read-back", interview.id),
    )
    of_words = [each for each in findings if {each.code, each.key} & _OF_WORDS]
    if told := [finding_text_in(full, each) for each in (*_nameless(full), *of_words)]:
        notice = Notice()
        dialog.body.insertWidget(0, notice)
        notice.tell("\n".join(told), Tone.WARN)
    return dialog


class SignDialog(Dialog):
    """Asks the reason of each warning, and signs. What stops the signature stands in the closing list.

    wanted: the finding that the user wants to correct; None otherwise. reasons: the field of each warning, by
    its subject. same: the box that puts it among those that `common` answers; nothing is ticked beforehand.
    """

    def __init__(self, parent: QWidget, model: InterviewsViewModel, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            parent,
            self.tr("Sign this record?"),
            self._told(model),
        )
        self._model = model
        self.wanted: Finding | None = None
        self.reasons: dict[str, QLineEdit] = {}
        self.same: dict[str, QCheckBox] = {}
        self.common = QLineEdit()
        told = [each for each in findings if each.standing is Standing.HOLDS]
        self._warnings = [each for each in findings if each not in told]
        self.setMinimumWidth(760)
        if self._warnings:
            self._ask_reasons()
        if told:
            self._tell(told)
        self.finish_with(self.tr("&Sign and close"), icon="file-lock", back=self.tr("&Back"))
        self.main_button.setDefault(False)
        self.back_button.setDefault(True)
        next(iter(self.reasons.values()), self.back_button).setFocus()
        record = model.record
        if self._warnings and record is not None:
            self.keep_typing(model.draft("sign-record", record.interview.id))

    def take(self) -> None:
        lack = self.tr("A reason is needed. Please write why.")
        fields = list(dict.fromkeys(map(self._field, self._warnings)))
        if self.lacks(*((field, lack) for field in fields)):
            return
        if twice := _repeated(fields):
            told = self.tr(
                "This is the reason of another warning too. Write what holds for this one, or tick both and "
                "write their common reason once."
            )
            self.refuse_at(twice, told)
            return
        self.begin_work()
        reasons = [(found, self._field(found).text().strip()) for found in self._warnings]
        with self._model.answering(self):
            self._model.sign_record(reasons)

    def _field(self, found: Finding) -> QLineEdit:
        """The field with the reason of a warning: its own, or the common one if it is ticked."""
        box = self.same.get(_key(found))
        return self.common if box is not None and box.isChecked() else self.reasons[_key(found)]

    def _told(self, model: InterviewsViewModel) -> str:
        told = self.tr("A signed record goes into the event chain and can never be changed again.")
        if model.record is None or model.record.taken_over is None:
            return told
        copy = self.tr(
            "Your signature confirms this copy of a file. It is not the signature of the statement, and the "
            "file prevails."
        )
        return f"{copy} {told}"

    def _ask_reasons(self) -> None:
        """Show each warning with the field for its reason, and a button to correct it."""
        self.body.addWidget(
            Label(
                self.tr(
                    "These rules give warnings. Correct what can be corrected; otherwise write why the "
                    "record is signed all the same. The reasons are signed with the record and printed."
                ),
                wrap=True,
            )
        )
        several = len(self._warnings) > 1
        for found in self._warnings:
            said = finding_text_in(self._model.record, found)
            told = Label(f"{isolate(found.code)}  {said}", wrap=True)
            field = QLineEdit()
            field.setAccessibleName(
                self.tr("Reason, {rule}: {sentence}").format(rule=found.code, sentence=said)
            )
            field.setPlaceholderText(self.tr("Reason for signing all the same"))
            go = button(self.tr("Correct"), partial(self._go, found), icon="chevron-right", part="quiet")
            go.setAccessibleName(self.tr("Correct, {rule}").format(rule=found.code))
            self.reasons[_key(found)] = field
            block = QVBoxLayout()
            block.setSpacing(4)
            line = row(told, go)
            line.setStretch(0, 1)
            block.addLayout(line)
            block.addLayout(row(field, self._box(found, said, field)) if several else row(field))
            self.body.addLayout(block)
        if several:
            self._ask_common()

    def _box(self, found: Finding, said: str, field: QLineEdit) -> QCheckBox:
        box = QCheckBox(self.tr("Common reason"))
        box.setAccessibleName(
            self.tr("Common reason for {rule}: {sentence}").format(rule=found.code, sentence=said)
        )
        box.toggled.connect(field.setDisabled)
        box.toggled.connect(self._tell_common)
        self.same[_key(found)] = box
        return box

    def _ask_common(self) -> None:
        """Ask the one reason of the warnings that are ticked; while none is, there is nothing to write."""
        self.common_label = Label("", wrap=True)
        self.common_label.setBuddy(self.common)
        self.common.setPlaceholderText(self.tr("Reason for signing all the same"))
        self.body.addWidget(self.common_label)
        self.body.addWidget(self.common)
        self._tell_common()

    def _tell_common(self) -> None:
        ticked = [found for found in self._warnings if self._field(found) is self.common]
        told = self.tr("Common reason: tick the warnings that it is for. Nothing is ticked.")
        if ticked:
            told = self.tr("One reason for the %n ticked warning(s): {rules}", "", len(ticked))
            told = told.format(rules=", ".join(isolate(found.code) for found in ticked))
        self.common_label.setText(told)
        self.common.setAccessibleName(told)
        self.common.setEnabled(bool(ticked))

    def _tell(self, told: Sequence[Finding]) -> None:
        """Show what is only for information; it is neither signed nor printed."""
        notice = Notice()
        self.body.addWidget(notice)
        notice.tell(as_lines(finding_text_in(self._model.record, each) for each in told), Tone.INFO)

    def _go(self, found: object) -> None:
        if isinstance(found, Finding):
            self.wanted = found
            self.reject()


def _nameless(full: InterviewInFull) -> Sequence[Finding]:
    """Return what is found of renditions without an author; translations get theirs later too."""
    turns = tuple(
        each.label
        for each in full.segments
        if not each.segment.struck
        and any(made.kind is RenderingKind.RENDITION and made.author_id is None for made in each.renderings)
    )
    return (unknown("V-I-23.no-author", field="interview.segments", segments=turns),) if turns else ()


def _repeated(fields: Sequence[QLineEdit]) -> QLineEdit | None:
    """Return the first field that repeats the reason of another one."""
    given: set[str] = set()
    for field in fields:
        reason = " ".join(field.text().split()).casefold()
        if reason in given:
            return field
        given.add(reason)
    return None


def _key(found: Finding) -> str:
    """Return which warning a reason is about, also for a reason saved as a draft.

    The values are part of it: two renderings of one turn differ by their language and kind only.
    """
    values = " ".join(f"{name}={value}" for name, value in sorted(found.values.items()))
    return f"{found.key} {found.field} {found.about} {values}"

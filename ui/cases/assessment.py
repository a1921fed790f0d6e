"""Dialogs about a person's individual assessment, which is sealed separately and never goes into a bundle."""

from enum import StrEnum

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from thb_desktop.domain.assessment import (
    AssessmentMethod,
    Characteristic,
    CrimeFactor,
    IndividualAssessment,
    Risk,
    RiskKind,
    RiskLevel,
)
from thb_desktop.domain.date_rules import check_dates
from thb_desktop.domain.people import Person
from ui.cases.assessment_model import AssessmentModel
from ui.forms.editors import YesNoEditor
from ui.labels import words
from ui.text import day, isolate, isolate_words, listed, translate, when, with_name
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.choices import CodeBox
from ui.widgets.date_doubts import may_save
from ui.widgets.dates import DayField, MomentField, now
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.shown_for_a_while import RevealedDialog
from ui.widgets.text_edit import PlainTextEdit


class AssessmentDialog(Dialog):
    """Shows the number of versions; opens the newest for a reason, or enters a new one."""

    def __init__(self, parent: QWidget, model: AssessmentModel, person: Person) -> None:
        super().__init__(
            parent,
            self.tr("Individual assessment of {person}").format(person=isolate(person.code)),
            self.tr(
                "It is sealed under a key that few users hold, and never goes into a bundle. The event "
                "chain records that you opened it, when, and the reason that you type here."
            ),
        )
        self._model, self._person = model, person
        self.count = Label("")
        self.body.addWidget(self.count)
        self.why = Label(self.tr("&Reason for opening it"))
        self.reason = PlainTextEdit(self.tr("Reason for opening it"), lines=3)
        self.why.setBuddy(self.reason)
        self.new_button = button(self.tr("&Enter a new one\u2026"), self._enter, icon="plus")
        for part in (self.why, self.reason):
            self.body.addWidget(part)
        self.body.addLayout(row(self.new_button, None))
        self.finish_with(self.tr("&Open the newest"), icon="eye")
        self._show_count(0)
        self.count.setText(self.tr("Reading the vault…"))
        self.keep_typing(model.draft("reveal-assessment", person.id))
        model.counted.connect(self._show_count)
        model.count(person.id)

    def take(self) -> None:
        if not self.reason.toPlainText().strip():
            self.refuse(self.tr("A reason is needed. Please write why."))
            return
        self.main_button.setEnabled(False)
        with self._model.answering(self):
            self._model.reveal(self._person.id, self.reason.toPlainText().strip())

    def _show_count(self, count: int) -> None:
        self.count.setText(
            self.tr("%n version(s) of it are sealed.", "", count)
            if count
            else self.tr("This person has not been assessed yet.")
        )
        self.main_button.setEnabled(count > 0)
        for part in (self.why, self.reason, self.main_button):
            part.setVisible(count > 0)
        if count:
            self.reason.setFocus()

    def _enter(self) -> None:
        dialog = EnterAssessmentDialog(self.parentWidget(), self._model, self._person)
        self.reject()
        dialog.open()


class EnterAssessmentDialog(Dialog):
    """Enters a new version, added beside the earlier ones."""

    def __init__(self, parent: QWidget | None, model: AssessmentModel, person: Person) -> None:
        super().__init__(
            parent,
            self.tr("New assessment of {person}").format(person=isolate(person.code)),
            self.tr("Write what the protection of this person needs, and no more."),
        )
        self._model, self._person = model, person
        self.setMinimumWidth(720)
        column = self.body
        form = Form()
        self.made_at = form.add(self.tr("&Made on"), MomentField())
        self.made_by = form.add(self.tr("&By"), line())
        self.method = form.add(self.tr("Me&thod"), CodeBox(AssessmentMethod, open_question=True))
        column.addLayout(form)
        self.characteristics = self._boxes(column, self.tr("Personal characteristics"), Characteristic)
        self.factors = self._boxes(column, self.tr("Nature of the crime"), CrimeFactor)
        column.addWidget(Label(self.tr("Risks"), Part.CAPTION))
        risks = Form()
        self.levels: dict[str, CodeBox[RiskLevel]] = {}
        self.bases = {}
        for kind in RiskKind:
            level = CodeBox(RiskLevel, open_question=True)
            self.levels[kind.value] = risks.add(words(kind), level)
            basis = line(placeholder=self.tr("Grounds"))
            basis.setAccessibleName(self.tr("{risk}: grounds").format(risk=words(kind)))
            risks.addRow("", basis)
            self.bases[kind.value] = basis
        column.addLayout(risks)
        last = Form()
        self.circumstances = last.add(
            self.tr("&Circumstances"), PlainTextEdit(self.tr("Circumstances"), lines=3)
        )
        self.wishes = last.add(
            self.tr("&Wishes of the person"), PlainTextEdit(self.tr("Wishes of the person"), lines=2)
        )
        self.refuses = last.add(self.tr("&Refuses special measures"), YesNoEditor())
        self.measures = last.add(
            self.tr("Measures &proposed, one a line"), PlainTextEdit(self.tr("Measures proposed"), lines=3)
        )
        self.review_on = last.add(self.tr("&Next review on"), DayField())
        self.disclosed_to = last.add(
            self.tr("Communicate&d to, one a line"), PlainTextEdit(self.tr("Communicated to"), lines=2)
        )
        column.addLayout(last)
        self.finish_with(self.tr("&Seal it"), icon="lock")
        self.keep_typing(model.draft("add-assessment", person.id))

    def take(self) -> None:
        if self.made_at.is_empty():
            self.refuse_at(self.made_at, self.tr("Please write when the assessment was made."))
            return
        if not self.made_by.text().strip():
            self.refuse_at(self.made_by, self.tr("Please write who made the assessment."))
            return
        if not self.method.is_answered:
            self.refuse_at(self.method, self.tr("Please choose the method."))
            return
        for kind, level in self.levels.items():
            if self.bases[kind].text().strip() and not level.is_answered:
                self.refuse_at(level, self.tr("Please choose the level of this risk."))
                return
        assessment = self._assessment()
        fields = {"made_at": self.made_at, "next_review_on": self.review_on}
        if may_save(self, check_dates(assessment, now()), fields):
            self.main_button.setEnabled(False)
            with self._model.answering(self):
                self._model.keep(assessment)

    def _assessment(self) -> IndividualAssessment:
        return IndividualAssessment(
            person_id=self._person.id,
            version=0,
            made_at=self.made_at.given(),
            made_by=self.made_by.text().strip(),
            method=self.method.code(),
            characteristics=tuple(
                code for code in Characteristic if self.characteristics[code.value].isChecked()
            ),
            crime_factors=tuple(code for code in CrimeFactor if self.factors[code.value].isChecked()),
            circumstances=self.circumstances.toPlainText().strip(),
            risks=tuple(
                Risk(
                    kind=kind,
                    level=self.levels[kind.value].code(),
                    basis=self.bases[kind.value].text().strip(),
                )
                for kind in RiskKind
                if self.levels[kind.value].is_answered
            ),
            wishes=self.wishes.toPlainText().strip(),
            refuses_measures=self.refuses.value(),
            measures=_lines(self.measures),
            next_review_on=self.review_on.value(),
            disclosed_to=_lines(self.disclosed_to),
        )

    def _boxes(self, column: QVBoxLayout, heading: str, codes: type[StrEnum]) -> dict[str, QCheckBox]:
        column.addWidget(Label(heading, Part.CAPTION))
        grid = QGridLayout()
        made = {}
        for number, code in enumerate(codes):
            made[code.value] = QCheckBox(words(code))
            grid.addWidget(made[code.value], number // 2, number % 2)
        column.addLayout(grid)
        return made


class ShownAssessmentDialog(RevealedDialog):
    """Shows the newest version that can be read, for a minute. unread: how many after it cannot."""

    def __init__(self, parent: QWidget, assessment: IndividualAssessment, unread: int = 0) -> None:
        super().__init__(parent, self.tr("Individual assessment"))
        self.setMinimumWidth(620)
        risks = "\n".join(
            with_name(words(risk.kind), f"{words(risk.level)}{'. ' if risk.basis else ''}{risk.basis}")
            for risk in assessment.risks
        )
        facts = (
            (self.tr("Version"), isolate(str(assessment.version))),
            (self.tr("Made on"), isolate(when(assessment.made_at))),
            (self.tr("By"), isolate_words(assessment.made_by)),
            (self.tr("Method"), words(assessment.method)),
            (self.tr("Personal characteristics"), listed(map(words, assessment.characteristics))),
            (self.tr("Nature of the crime"), listed(map(words, assessment.crime_factors))),
            (self.tr("Risks"), risks),
            (self.tr("Circumstances"), isolate_words(assessment.circumstances)),
            (self.tr("Wishes of the person"), isolate_words(assessment.wishes)),
            (self.tr("Refuses special measures"), _yes_no(assessment.refuses_measures)),
            (self.tr("Measures proposed"), "\n".join(assessment.measures)),
            (self.tr("Next review on"), isolate(day(assessment.next_review_on))),
            (self.tr("Communicated to"), "\n".join(assessment.disclosed_to)),
        )
        if unread:
            after = self.tr("%n version(s) after it, which nobody can read: check the vault.", "", unread)
            self.tell([(self.tr("Not shown"), after)])
        self.tell(facts)
        self.finish()


def _yes_no(answer: bool | None) -> str:
    return "" if answer is None else translate("editors", "Yes") if answer else translate("editors", "No")


def _lines(edit: PlainTextEdit) -> tuple[str, ...]:
    return tuple(part.strip() for part in edit.toPlainText().splitlines() if part.strip())

"""Imports a file that came back: what it would change is shown before anything is written."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.exchange.returned import AcceptedUnit
from thb_desktop.findings import Finding
from thb_desktop.services.language.exchange import ImportedWork
from ui.exchange.model import ExchangeModel, Returned
from ui.jobs import VaultJobs
from ui.labels.findings import finding_text
from ui.messages import sentence
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, with_name
from ui.tones import Tone
from ui.widgets.basic import Label, Part
from ui.widgets.dialog import Dialog
from ui.widgets.file_line import FileLine
from ui.widgets.form import Form
from ui.widgets.table import RecordTable


def open_take_in(parent: QWidget, jobs: VaultJobs, job: LanguageJob) -> "TakeInDialog":
    """Ask for a file that came back for a job."""
    dialog = TakeInDialog(parent, ExchangeModel(jobs, parent), job)
    dialog.open()
    return dialog


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A row of what is shown: a turn with what is new, or a reason of a refusal."""

    turn: str
    what: str
    tone: Tone
    told: str
    original: str = ""
    here: str = ""
    there: str = ""
    why: str = ""


class TakeInDialog(Dialog):
    """One act at the end, and only for what was shown."""

    def __init__(self, parent: QWidget, model: ExchangeModel, job: LanguageJob) -> None:
        super().__init__(
            parent,
            self.tr("Import a file for job {number}").format(number=isolate(job.number)),
            self.tr(
                "New words become versions of the linguist, typed by you and unsigned. Nothing is written "
                "before you say so."
            ),
        )
        self.setMinimumWidth(940)
        self._model, self._job = model, job
        self._returned: Returned | None = None
        self._looked_at = ""
        self.file = FileLine(self.tr("&File\u2026"), self.tr("File that came back"), self.look_at)
        self.body.addWidget(self.file)
        self.told = Label("", Part.STRONG, wrap=True)
        self.body.addWidget(self.told)
        self.rows: RowsModel[Compared] = RowsModel(
            [
                Column(title=self.tr("Turn"), read=lambda each: each.turn, width=130, exact=True),
                Column(
                    title=self.tr("What"), read=lambda each: each.what, width=170, tone=lambda each: each.tone
                ),
                Column(title=self.tr("In the file, or why"), read=lambda each: each.told),
            ],
            self,
        )
        self.table = RecordTable(self.rows, self.tr("What the file would change"))
        self.table.setMinimumHeight(230)
        self.table.say_when_empty(self.tr("Choose the file that came back."))
        self.body.addWidget(self.table)
        self.form = Form()
        self.original = self.form.tell(self.tr("Original"), "")
        self.here = self.form.tell(self.tr("Here now"), "")
        self.there = self.form.tell(self.tr("In the file"), "")
        self.why = self.form.tell(self.tr("Why"), "")
        self.body.addLayout(self.form)
        self._show_turn(None)
        self.finish_with(self.tr("&Import"), icon="check", back=self.tr("Close"))
        self._may_take = lambda: self._count() > 0
        self.let_take()
        self.table.chosen.connect(self._show_turn)
        model.reviewed.connect(self._show)
        model.taken.connect(self._tell_taken)
        model.refused.connect(self._refuse_file)
        model.held.connect(self._hold)
        model.ask_free(job.id)

    def look_at(self, path: Path) -> None:
        """Compare a file with the job."""
        self._returned, self._looked_at = None, path.name
        self.rows.show_rows(())
        self.told.clear()
        self.file.show_none()
        self.begin_work(self.tr("The file is being compared\u2026"))
        self._model.review(self._job.id, path)

    def _hold(self, said: str) -> None:
        """Say that the job is in the hands of its linguist."""
        self._may_take = lambda: False
        self.let_take()
        self.file.setEnabled(False)
        self.refuse(said)

    def take(self) -> None:
        if self._returned is not None and self._count():
            self.begin_work(self.tr("The versions are being written\u2026"))
            self._model.take_in(self._job.id, self._returned)

    def _refuse_file(self, said: str) -> None:
        """Refuse the file as a whole: nothing of it can be imported."""
        if self._returned is None:
            self.table.say_when_empty(self.tr("The file is refused. Nothing was written."))
        self.refuse(named(self._looked_at, said))

    def _count(self) -> int:
        """How many versions would be written."""
        acceptance = self._returned.review.acceptance if self._returned else None
        return sum(each.has_new_words for each in acceptance.units) if acceptance else 0

    def _show(self, returned: Returned) -> None:
        self._end_work()
        self._returned = returned
        self.file.show_file(returned.name, returned.sha256)
        review = returned.review
        if review.acceptance is None:
            self.told.setText(
                named(
                    returned.name,
                    self.tr("Refused for %n reason(s). Nothing is imported.", "", len(review.refused)),
                )
            )
            self.rows.show_rows([self._refused(each) for each in review.refused])
        else:
            self.told.setText(
                self.tr("%n turn(s) with new words.", "", self._count())
                + " "
                + self.tr("%n turn(s) in the file.", "", len(review.acceptance.units))
            )
            findings = _by_turn(review.acceptance.findings)
            changed = [self._changed(each, findings) for each in review.acceptance.changed]
            self.rows.show_rows([*self._of_the_file(findings.get("", [])), *changed])
            self.table.say_when_empty(self.tr("The file says what is here already."))
        self.table.choose_row(0)
        self._show_turn(self.table.current_record())
        self.let_take()
        self.table.setFocus()

    def _refused(self, refusal: Exception) -> Compared:
        told = getattr(refusal, "named", {})
        turn = told.get("unit") or told.get("place", "")
        said = sentence(refusal)  # type: ignore[arg-type]  # all are refusals of the exchange
        return Compared(turn=turn, what=self.tr("Refused"), tone=Tone.BAD, told=said, why=said)

    def _of_the_file(self, findings: list[Finding]) -> list[Compared]:
        said = [finding_text(each) for each in findings]
        return [
            Compared(turn="", what=self.tr("To look at"), tone=Tone.WARN, told=each, why=each)
            for each in said
        ]

    def _changed(self, each: AcceptedUnit, findings: dict[str, list[Finding]]) -> Compared:
        told = [finding_text(found) for found in findings.get(each.sent.number, [])]
        notes = [note.text for note in each.new_notes] + ([each.remark] if each.remark else [])
        if notes:
            told.append(
                self.tr("Notes to be entered by hand: {notes}").format(notes=isolate_words(" / ".join(notes)))
            )
        if each.has_new_words:
            what, tone = self.tr("New words"), Tone.INFO
        elif each.earlier:
            what, tone = self.tr("Earlier words: stays as it is"), Tone.WARN
        elif each.unit.target != each.sent.target:
            what, tone = self.tr("Emptied: stays as it is"), Tone.WARN
        else:
            what, tone = (self.tr("New note"), Tone.WARN) if notes else (self.tr("Other state"), Tone.PLAIN)
        return Compared(
            turn=each.sent.number,
            what=what,
            tone=Tone.WARN if told and each.has_new_words else tone,
            told=each.unit.target if each.has_new_words else " ".join(told),
            original=each.sent.source,
            here=each.sent.target,
            there=each.unit.target,
            why=" ".join(told),
        )

    def _show_turn(self, chosen: object) -> None:
        shown = chosen if isinstance(chosen, Compared) else None
        for label, name, text in (
            (self.original, self.tr("Original"), shown.original if shown else ""),
            (self.here, self.tr("Here now"), shown.here if shown else ""),
            (self.there, self.tr("In the file"), shown.there if shown else ""),
            (self.why, self.tr("Why"), shown.why if shown else ""),
        ):
            # Nothing is said of a turn that has no such words: an empty line would say that they are gone.
            self.form.setRowVisible(label, bool(text))
            label.setText(isolate_words(text))
            label.setAccessibleName(with_name(name, text))

    def _tell_taken(self, made: ImportedWork) -> None:
        self._end_work()
        self._returned = None
        told = self.tr("%n version(s) written, unsigned until the linguist signs.", "", len(made.versions))
        if made.remarks:
            told += " " + self.tr("%n turn(s) have notes that you enter by hand.", "", len(made.remarks))
        self.notice.tell(told, Tone.OK)
        self.let_take()
        self.back_button.setFocus()


def named(file: str, said: str) -> str:
    """Return a sentence with the file that it is about."""
    return with_name(isolate(file), said) if file else said


def _by_turn(findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
    """Return findings by the number of their turn; those of the whole file under none."""
    found: dict[str, list[Finding]] = {}
    for each in findings:
        number = each.where[0].names[0] if each.where and each.where[0].names else ""
        found.setdefault(number, []).append(each)
    return found

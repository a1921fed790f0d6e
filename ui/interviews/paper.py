"""Signing on paper: a record is printed to be signed by hand, and the scan of the paper is named."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.signing_copy import SigningCopy
from thb_desktop.domain.vocabulary import ExhibitKind
from ui.clock import when_here
from ui.interviews.opened import OpenRecord
from ui.interviews.view_model import InterviewsViewModel
from ui.labels import words
from ui.labels.entries import choices_among
from ui.text import NONE, isolate, translate
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.new_file import NewFile, write_new


class PrintDialog(Dialog):
    """Where the pages go. written: called with the place and the pages."""

    def __init__(
        self,
        parent: QWidget,
        model: InterviewsViewModel,
        number: str,
        written: Callable[[Path, bytes], None],
    ) -> None:
        super().__init__(
            parent,
            self.tr("Print record {number} to be signed by hand").format(number=isolate(number)),
            self.tr(
                "Each page has the digest of the record and its number. The file is not encrypted: print it, "
                "then delete it. If the record is changed afterwards, it must be printed and signed again."
            ),
        )
        self.setMinimumWidth(640)
        self._model, self._written = model, written
        self.place = NewFile(number, self.tr("Save the pages as"))
        self.target = self.place.text
        form = Form()
        form.add(self.tr("&Save as"), self.place)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Write the pages"), icon="printer")

    def take(self) -> None:
        target = self.place.path()
        if (problem := self.place.problem()) or target is None:
            self.refuse_at(self.target, problem)
            return
        self.begin_work(self.tr("The pages are laid out."))
        with self._model.answering(self):
            self._model.print_copy(lambda pdf: self._written(target, pdf))


class PaperDialog(Dialog):
    """Which exhibit holds the scan of the signed paper."""

    def __init__(
        self, parent: QWidget, model: InterviewsViewModel, copy: SigningCopy, scans: Sequence[Exhibit]
    ) -> None:
        super().__init__(
            parent,
            self.tr("The signed paper"),
            self.tr("Printed {at}, {pages} pages. The digest on each page begins with {digest}.").format(
                at=isolate(when_here(copy.at)),
                pages=isolate(str(copy.pages)),
                digest=isolate(copy.digest[:16]),
            ),
        )
        self._model, self._copy = model, copy
        language = model.case.language if model.case is not None else ""
        offered: list[tuple[str, object]] = [(NONE, None)]
        offered += choices_among({"exhibit": scans}, language)["exhibit"]
        self.scan = ValueBox(offered, name=self.tr("Its scan"))
        self.scan.setCurrentIndex(max(0, self.scan.findData(copy.scan_id)))
        form = Form()
        form.add(self.tr("&Its scan"), self.scan)
        self.body.addLayout(form)
        if not scans:
            told = self.tr(
                "There is no scan in this case yet. Register the scan on the page Exhibits first: its kind is"
                " “{kind}”, and it has its file."
            )
            kind = words(ExhibitKind.DOCUMENT_SCAN)
            self.body.addWidget(Label(told.format(kind=kind), Part.MUTED, wrap=True))
        self.finish_with(self.tr("&Name the scan"), icon="check")
        self.main_button.setEnabled(bool(scans))

    def take(self) -> None:
        chosen = self.scan.currentData()
        if chosen is None:
            self.refuse_at(self.scan, self.tr("Please choose the exhibit that holds the scan."))
            return
        with self._model.answering(self):
            self._model.register_paper(self._copy.id, ExhibitId(chosen))


def told_of_paper(opened: OpenRecord) -> str:
    """Return the digest on the paper that was signed by hand, and its scan; empty if nothing was printed."""
    for copy in opened.record.copies[-1:]:
        told = translate(
            "paper",
            "The paper that was printed to be signed has the digest {digest}; its scan is not named yet.",
        )
        scan = opened.names.get(copy.scan_id, "") if copy.scan_id else ""
        if scan:
            told = translate(
                "paper",
                "The paper that was printed to be signed has the digest {digest}; its scan is {exhibit}.",
            )
        return told.format(digest=isolate(copy.digest[:16]), exhibit=scan)
    return ""


def print_record(parent: QWidget, model: InterviewsViewModel, notice: Notice) -> None:
    """Ask where the pages go that are signed by hand, and say whether they are there."""

    def written(target: Path, pdf: bytes) -> None:
        try:
            write_new(target, pdf)
        except OSError:
            told = translate("paper", "The pages could not be written there. Please choose another place.")
            notice.tell(told, Tone.BAD)
        else:
            told = translate("paper", "The pages are in {file}. Print them, then delete the file.")
            notice.tell(told.format(file=isolate(str(target))), Tone.OK)

    if model.record is not None:
        PrintDialog(parent, model, model.record.interview.number, written).open()


def name_paper(parent: QWidget, model: InterviewsViewModel) -> None:
    """Ask which exhibit holds the scan of the last copy that was printed."""
    record = model.record
    if record is not None and record.copies:
        copy = record.copies[-1]
        model.list_scans(lambda scans: PaperDialog(parent, model, copy, scans).open())

"""The dialogs of a time stamp: the request that is carried away, and the answer that is carried back."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.labels.findings import finding_text
from ui.stamping.model import Answer, Filled, StampModel
from ui.standings import said_of
from ui.text import isolate, translate, visible
from ui.tones import Tone
from ui.widgets.basic import Chip, Label, button, empty_layout, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.paths import path_problem
from ui.widgets.place import FileField, NewPlace, PlaceField, unused


class _DataField(PlaceField):
    """The folder with what a later reader needs. It may be empty."""

    def __init__(self) -> None:
        super().__init__(translate("_DataField", "Folder with data for later checks"))
        self.text.setPlaceholderText(self.tr("Revocation lists, OCSP answers: for B-LT"))

    def problem(self) -> str:
        """Why nothing can be read there; empty if something can, or if nothing was typed."""
        path = self.path()
        if problem := path_problem(self.text):
            return problem
        is_there = path is None or path.is_dir()
        return "" if is_there else self.tr("There is no folder of this name.")


class AskStampDialog(Dialog):
    """Writes the request for a signed PDF or an opened package. Nothing but a digest leaves with it."""

    def __init__(self, parent: QWidget, model: StampModel) -> None:
        super().__init__(
            parent,
            self.tr("Ask for a time stamp"),
            self.tr(
                "The request has a digest of the file and a number, nothing of its content. Carry it to a "
                "computer with a network, send it to a time-stamp authority, and carry the answer back."
            ),
        )
        self.setMinimumWidth(680)
        self._model = model
        form = Form()
        named = self.tr("Signed PDF, or opened package (.asice)")
        self.place = FileField(named, browse=self.tr("&Browse\u2026"))
        self.document = form.add(self.tr("Signed &PDF or package"), self.place).text
        self.data = form.add(self.tr("&Folder with data for later checks"), _DataField())
        self.target = NewPlace(self.tr("New request"), browse=self.tr("Bro&wse\u2026"))
        self.request = form.add(self.tr("&New request (.tsq)"), self.target).text
        self.body.addLayout(form)
        self.finish_with(self.tr("Write the &request"), icon="clock")
        self.document.textChanged.connect(lambda _: self._propose())
        model.refused.connect(self.refuse)
        model.asked.connect(self._tell)

    def take(self) -> None:
        document, request = self.place.path(), self.target.path()
        if (problem := self.place.problem()) or document is None:
            self.refuse_at(self.document, problem)
        elif problem := self.data.problem():
            self.refuse_at(self.data.text, problem)
        elif (problem := self.target.problem()) or request is None:
            self.refuse_at(self.request, problem)
        else:
            self.begin_work(self.tr("The signed file is checked, and the request is written."))
            self._model.ask(document, request, self.data.path())

    def _propose(self) -> None:
        """Name the request like the file, beside it, as long as nobody typed another name."""
        document = self.place.path()
        if document is not None and document.is_file() and not self.request.text().strip():
            self.request.setText(str(unused(document.with_suffix(".tsq"))))

    def _tell(self, request: Path) -> None:
        self._end_work()
        told = self.tr("The request is written: {file}. Fill the answer in here, under Add a time stamp.")
        self.notice.tell(told.format(file=isolate(visible(request.name))), Tone.OK)


class AddStampDialog(Dialog):
    """Fills the answer in, says at which level the signatures are then, and records a stamped bundle.

    wants_package: a package is to be made of this file.
    """

    wants_package = Signal(object)

    def __init__(self, parent: QWidget, model: StampModel) -> None:
        super().__init__(
            parent,
            self.tr("Add a time stamp"),
            self.tr(
                "A new file is written: the signed PDF with the stamp behind it, or the package with the "
                "stamp in its signature. A package that has a stamp gets an archive time stamp over all of "
                "it. The first file stays as it is. A bundle of this vault with its stamp is recorded, so "
                "that a package can carry it."
            ),
        )
        self.setMinimumWidth(840)
        self._model = model
        self._file: Path | None = None
        form = Form()
        named = self.tr("Signed PDF, or opened package (.asice)")
        self.document = form.add(self.tr("Signed &PDF or package"), FileField(named))
        self.request = form.add(self.tr("Re&quest (.tsq)"), FileField(self.tr("Request")))
        self.answer = form.add(self.tr("&Answer (.tsr)"), FileField(self.tr("Answer")))
        self.anchor = form.add(
            self.tr("&Root certificate of the authority"),
            FileField(self.tr("Root certificate of the authority")),
        )
        self.anchor.text.setPlaceholderText(self.tr("If you trust it; without it the level stays B-B"))
        self.data = form.add(self.tr("&Folder with data for later checks"), _DataField())
        self.target = form.add(self.tr("&New file with the stamp"), NewPlace(self.tr("New file")))
        self.body.addLayout(form)
        self.found = QVBoxLayout()
        self.found.setSpacing(6)
        self.body.addLayout(self.found)
        self.package_button = button(
            self.tr("Make the sealed pac&kage\u2026"), self._package, icon="package-check"
        )
        self.package_button.hide()
        self.body.addLayout(row(None, self.package_button))
        self.finish_with(self.tr("A&dd the stamp"), icon="stamp", back=self.tr("Back"))
        self.document.text.textChanged.connect(lambda _: self._propose())
        model.refused.connect(self.refuse)
        model.filled.connect(self._show)

    def take(self) -> None:
        paths = []
        for field in (self.document, self.request, self.answer):
            if problem := field.problem():
                self.refuse_at(field.text, problem)
                return
            paths.append(field.path() or Path())
        anchor, target = self.anchor.path(), self.target.path()
        if anchor is not None and (problem := self.anchor.problem()):
            self.refuse_at(self.anchor.text, problem)
        elif problem := self.data.problem():
            self.refuse_at(self.data.text, problem)
        elif (problem := self.target.problem()) or target is None:
            self.refuse_at(self.target.text, problem)
        else:
            empty_layout(self.found)
            self.package_button.hide()
            self.begin_work(self.tr("The stamp is filled in, and the whole file is checked."))
            document, request, answer = paths
            self._model.fill(
                Answer(
                    document=document,
                    request=request,
                    answer=answer,
                    anchor=anchor,
                    data=self.data.path(),
                    stamped=target,
                )
            )

    def _propose(self) -> None:
        document = self.document.path()
        if document is not None and document.is_file() and not self.target.text.text().strip():
            named = document.with_name(f"{document.stem}-stamped{document.suffix}")
            self.target.text.setText(str(unused(named)))
            request = document.with_suffix(".tsq")
            if request.is_file() and not self.request.text.text().strip():
                self.request.text.setText(str(request))

    def _show(self, filled: Filled) -> None:
        self._end_work()
        empty_layout(self.found)
        for finding in filled.findings:
            chip = Chip(*said_of(finding))
            self.found.addLayout(row(chip, Label(finding_text(finding), wrap=True)))
        self._file = filled.file
        self.package_button.setVisible(filled.recorded is not None)
        if filled.file is None:
            self.notice.tell(self.tr("Nothing was written: the stamp does not hold for this file."), Tone.BAD)
        elif filled.recorded is not None:
            self.notice.tell(self.tr("The stamped bundle is written and recorded."), Tone.OK)
        elif filled.is_container:
            told = self.tr(
                "The stamped package is written. Keep the first one too: a receipt names that one."
            )
            self.notice.tell(told, Tone.OK)
        else:
            told = self.tr(
                "The stamped file is written. Nothing was recorded: it is no bundle of this vault, or your "
                "function does not release bundles."
            )
            self.notice.tell(told, Tone.INFO)

    def _package(self) -> None:
        if self._file is not None:
            self.wants_package.emit(self._file)
            self.accept()

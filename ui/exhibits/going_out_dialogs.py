"""The dialogs of a file that goes out: why, for whom and where to; and then its receipt."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.taking_out import TAKEN_OUT
from thb_desktop.domain.vocabulary import TwoPersonAct
from ui import language
from ui.clock import zone_here
from ui.exhibits.going_out import GoingOutModel
from ui.forms.field_form import FieldForm, mnemonic_of
from ui.jobs import VaultJobs
from ui.text import digest_groups, isolate, isolate_words, size, visible, with_name
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.place import NewPlace
from ui.widgets.recovery_sheet import Paragraph, print_sheet
from ui.widgets.second_person import SecondPerson
from ui.widgets.stoppable import StoppableDialog

if TYPE_CHECKING:
    from thb_desktop.services.bundling.taking_out import Receipt


class _Target(NewPlace):
    """The new file; the chooser proposes the name that it has in the vault."""

    def __init__(self, name: str, file: ExhibitFile, *, browse: str) -> None:
        super().__init__(name, browse=browse)
        self._file = file

    def choose(self, heading: str) -> Path | None:
        from ui.widgets import choose

        return choose.choose_target(self, heading, self._file.name)


class TakeOutDialog(StoppableDialog):
    """Stays open until the file is written and recorded. receipt: what is handed over with it, then."""

    def __init__(self, parent: QWidget, model: GoingOutModel) -> None:
        super().__init__(
            parent,
            self.tr("Take this file out?"),
            self.tr(
                "It is written in clear to a new file outside the vault, read again, and recorded: in the "
                "event chain, as a custody event of the exhibit, and with its recipient in the log of "
                "consultations. For another State, make a bundle and a sealed package."
            ),
            stop=model.stop,
        )
        self.setMinimumWidth(680)
        self._model, file = model, model.file
        self.receipt: Receipt | None = None
        told = Form()
        told.tell(self.tr("File"), isolate_words(visible(file.name)))
        told.tell(self.tr("Size"), isolate(size(file.size)))
        told.tell(self.tr("SHA-256"), digest_groups(file.sha256), exact=True)
        self.body.addLayout(told)
        main, browse, place = self.tr("Take ou&t"), self.tr("&Browse\u2026"), self.tr("New f&ile")
        self.said = FieldForm(TAKEN_OUT, taken="".join(map(mnemonic_of, (main, browse, place))))
        self.body.addLayout(self.said)
        where = Form()
        self.place = _Target(place.replace("&", ""), file, browse=browse)
        self.target = where.add(place, self.place).text
        self.body.addLayout(where)
        self.second = SecondPerson(model.jobs)
        self.second.hide()
        self.body.addWidget(self.second)
        self.finish_with(main, icon="folder-open", doubtful=True)
        self._is_known = False
        self._may_take = lambda: self._is_known and self.second.is_known
        self.second.asked.connect(self.let_take)
        self.second.ready.connect(self.let_take)
        self.let_take()
        model.known.connect(self._know)
        model.refused.connect(self.refuse)
        model.advanced.connect(self.show_progress)
        model.taken.connect(self._finish)
        self.keep_typing(model.draft("take-out", file.id))
        model.ask()

    def take(self) -> None:
        from thb_desktop.services.bundling.taking_out import TakingOut

        target = self.place.path()
        if self.said.refuses():
            return
        if (problem := self.place.problem()) or target is None:
            self.refuse_at(self.target, problem)
            return
        if not self.second.isHidden() and self.lacks_second(self.second):
            return
        second = None if self.second.isHidden() else self.second.take()
        self.begin_to_write(self.tr("The file is searched and written, and what was written is read again."))
        self._model.take(target, TakingOut(**self.said.values()), second)

    def _know(self, two: bool) -> None:
        self._is_known = True
        self.second.need(two)
        if two:
            self.second.ask(TwoPersonAct.TAKE_OUT_FILE, self._model.file.id)
        self.let_take()

    def _finish(self, receipt: "Receipt") -> None:
        self.receipt = receipt
        self.accept()


class ReceiptDialog(Dialog):
    """Shows what went out, to be printed or copied for whoever receives it."""

    def __init__(self, parent: QWidget, receipt: "Receipt", jobs: VaultJobs) -> None:
        super().__init__(
            parent,
            self.tr("The file is out"),
            self.tr("Hand this over with the file. The digest says that it is the file of the exhibit."),
        )
        self.setMinimumWidth(680)
        self._lines = receipt.lines(language.current(), zone_here())
        self._jobs, self._receipt = jobs, receipt
        form = Form()
        for what, how in self._lines:
            form.tell(what, isolate(visible(how)))
        self.body.addLayout(form)
        self.print_button = button(self.tr("&Print\u2026"), self._print, icon="printer")
        self.copy_button = button(self.tr("&Copy"), self._copy, icon="file-text")
        self.told = Label("", Part.MUTED)
        self.note_button = button(self.tr("&Note that it was sent\u2026"), self._note, icon="pen-line")
        self.body.addLayout(row(self.print_button, self.copy_button, self.note_button, self.told, None))
        self.finish_with(self.tr("C&lose"))
        self.back_button.hide()

    def text(self) -> str:
        """Return the receipt as lines."""
        return "\n".join(with_name(what, visible(how)) for what, how in self._lines)

    def _note(self) -> None:
        """Offer a line of the log of transmissions: the program does not know whether it goes to anybody."""
        from ui.partners.noting import NotingModel
        from ui.partners.noting_dialog import offer_line

        model = NotingModel(self._jobs, self._receipt.case_id, self._receipt.taken.id, self)
        offer_line(self, model, self.notice, self.refuse, "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.told.setText(self.tr("Copied. Paste it within ten seconds."))

    def _print(self) -> None:
        heading = Paragraph(self.tr("Receipt for a file that was taken out"), 16, bold=True)
        print_sheet(
            self,
            self.tr("Print the receipt"),
            [
                heading,
                *(Paragraph(with_name(what, isolate(visible(how)))) for what, how in self._lines),
                Paragraph(self.tr("Received by"), 10, line=True),
                Paragraph(self.tr("Date"), 10, line=True),
                Paragraph(self.tr("Signature"), 10, line=True),
            ],
        )

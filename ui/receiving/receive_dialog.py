"""The dialogs of a package that came: it is opened and judged, its office recorded, and it is imported."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from thb_desktop.domain.case import in_language
from thb_desktop.domain.ids import CaseId, OfficialId
from thb_desktop.domain.people import Official
from thb_desktop.findings import Standing
from thb_desktop.verify.in_short import in_short
from ui.labels import words
from ui.labels.findings import finding_text
from ui.partners.office_dialog import OfficeDialog
from ui.receiving.model import Asked, ReceivingModel
from ui.receiving.refusing import Refusing
from ui.standings import said_of
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Chip, Label, button, empty_layout, rename, row
from ui.widgets.choices import ValueBox
from ui.widgets.dates import MomentField
from ui.widgets.dialog import Dialog
from ui.widgets.fields import put, value_of
from ui.widgets.form import Form, line
from ui.widgets.place import FileField, PlaceField
from ui.widgets.secret import PassphraseField
from ui.widgets.tick_list import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thb_desktop.domain.cooperation import Instrument
    from thb_desktop.findings import Finding
    from thb_desktop.services.receiving.arrival_rows import Arrival
    from thb_desktop.services.receiving.examining import Examined


class ReceiveDialog(Dialog):
    """First looks at the package; then, if it holds and its office is known, imports it.

    A case has one draft of it. What is typed of a package (who brought it, when) is shown beside that package
    alone, wherever it lies, and is kept until it is imported or somebody discards it.
    """

    def __init__(self, parent: QWidget, model: ReceivingModel, package: Path | None) -> None:
        super().__init__(
            parent,
            self.tr("Receive a package"),
            self.tr(
                "It is opened into the encrypted vault, never on a disk, and judged before anything of it is "
                "imported."
            ),
        )
        self.setMinimumWidth(760)
        self._model = model
        self.looked: Examined | None = None
        form = Form()
        self.place = PlaceField(self.tr("Folder or file of the package"), browse=self.tr("&Browse\u2026"))
        self.package = form.add(self.tr("&Folder or file"), self.place).text
        if package is not None:
            self.package.setText(str(package))
        self.key_place = FileField(self.tr("Your key file"), browse=self.tr("B&rowse\u2026"))
        self.key = form.add(self.tr("Your &key file (PKCS#12)"), self.key_place).text
        self.key.setPlaceholderText(self.tr("Empty, if a passphrase opens the package"))
        self.words = form.add(self.tr("Pass&phrase"), PassphraseField(self.tr("Passphrase")))
        self.body.addLayout(form)
        # A package has some sixty lines: what is in doubt stands above what is asked for, what holds below.
        self.doubts, self.answer = QVBoxLayout(), QVBoxLayout()
        for part in (self.doubts, self.answer):
            part.setSpacing(6)
        self.body.addLayout(self.doubts)
        self.office_button = button(self.tr("Re&cord this office\u2026"), self._record, icon="shield-check")
        self.body.addLayout(row(None, self.office_button))
        self.discard_button = button(
            self.tr("Discard what was &typed of the other package"), self._discard, icon="undo-2"
        )
        self.body.addLayout(row(None, self.discard_button))
        self.arrival = _ArrivalPart(model.case.language)
        self.body.addWidget(self.arrival)
        self.body.addLayout(self.answer)
        self.finish_with(self.tr("&Open and examine"), icon="file-check")
        for each in (self.office_button, self.discard_button, self.arrival):
            each.hide()
        for typed in (self.package, self.key, self.words):
            typed.textEdited.connect(lambda _: self._begin_again())
        model.refused.connect(self._refuse)
        model.advanced.connect(self._advance)
        model.examined.connect(self._show)
        model.officials.connect(self.arrival.offer)
        model.requests.connect(self.arrival.offer_requests)
        model.recorded.connect(self._look_again)
        model.imported.connect(self.accept)
        self.finished.connect(lambda _: model.forget())
        self.arrival.watch(self._mark)
        model.ask_officials()
        model.ask_requests()
        self.keep_typing(model.draft("receive-package", model.case.id))
        if self.keeper is not None and package is not None:
            # What was dropped is looked at, and not what was looked at before.
            self.keeper.restored.connect(lambda: self.package.setText(str(package)))
        self.start_over_button.clicked.connect(self._begin_again)

    def take(self) -> None:
        if self.looked is None:
            self._examine()
        elif not self.arrival.isHidden():
            self._import()

    def reject(self) -> None:
        """Go back; what takes long is stopped, and nothing of the package stays."""
        self._model.stop()
        super().reject()

    def _examine(self) -> None:
        package, key = self.place.path(), self.key_place.path()
        if package is None or not package.exists():
            self.refuse_at(self.package, self.tr("Please choose the folder or file of the package."))
        elif key is not None and (problem := self.key_place.problem()):
            self.refuse_at(self.key, problem)
        else:
            self.begin_work(self.tr("The package is opened into the vault, and all of it is checked."))
            self._model.examine(Asked(package=package, key=key, words=self.words.text()))

    def _import(self) -> None:
        arrival = self.arrival
        if self.lacks((arrival.number, self.tr("Please give the exhibit that holds the package a number."))):
            return
        if arrival.official.currentData() is None:
            self.refuse_at(arrival.official, arrival.official_wanted())
        elif arrival.at.is_empty():
            self.refuse_at(arrival.at, self.tr("Please write when it was received."))
        elif lacking := arrival.refusing.lacking():
            told = self.tr("Please write why {number} is refused, or tick what is imported.")
            self.refuse_at(arrival.refusing.because, told.format(number=isolate(lacking)))
        else:
            self.begin_work(self.tr("The exhibits are stored and recorded."))
            self._model.take(arrival.arrival(self._model.case.id))
            self.looked = None

    def _show(self, looked: "Examined") -> None:
        self._end_work()
        self.looked = looked
        self._tell(looked.findings)
        self.office_button.setVisible(looked.is_quarantined)
        holds = looked.office is not None and not looked.is_broken
        is_other = holds and self.arrival.of.text() not in ("", looked.sheet_sha256)
        may = holds and not is_other
        self.arrival.setVisible(may)
        self.discard_button.setVisible(is_other)
        rename(self.main_button, self.tr("&Import") if may else self.tr("&Open and examine"))
        if is_other:
            told = self.tr(
                "What was typed before is of another package, which is not imported. It is kept until you "
                "discard it."
            )
            self.notice.tell(told, Tone.WARN)
            self.discard_button.setFocus()
        elif may:
            self.arrival.fill(looked)
            if self.keeper is not None:
                # Ticks are of this package: no draft brings them to another one.
                self.keeper.begin("arrival.exhibits", value_of(self.arrival.exhibits))
            self.arrival.number.setFocus()
        else:
            self.looked = None if not looked.is_quarantined else looked
            (self.office_button if looked.is_quarantined else self.package).setFocus()

    def _tell(self, findings: "Sequence[Finding]") -> None:
        """Say what was checked: what is not valid first."""
        for part in (self.doubts, self.answer):
            empty_layout(part)
        for finding in sorted(in_short(findings), key=lambda each: each.standing is not Standing.BROKEN):
            part = self.answer if finding.standing is Standing.HOLDS else self.doubts
            chip = Chip(*said_of(finding))
            part.addLayout(row(chip, Label(finding_text(finding), wrap=True)))

    def _look_again(self, _office: object) -> None:
        """An office was recorded, perhaps for something else than this package."""
        if self.isVisible():
            self._examine()

    def _record(self) -> None:
        if self.looked is not None and self.looked.sheet is not None:
            OfficeDialog(self, self._model, self.looked.root).open()

    def _mark(self) -> None:
        """Something is typed of the package that was looked at: the draft keeps which one it is."""
        if self.looked is not None and not self.arrival.isHidden():
            self.arrival.of.setText(self.looked.sheet_sha256)

    def _discard(self) -> None:
        """Discard what was typed of another package, and ask about the one that was looked at."""
        self.arrival.empty()
        self.notice.clear()
        if self.looked is not None:
            self._show(self.looked)

    def _begin_again(self) -> None:
        """Another package or key is typed: what was said is not about it."""
        if self.looked is None and self.answer.isEmpty():
            return
        self.looked = None
        self._model.forget()
        self._tell(())
        for each in (self.office_button, self.discard_button, self.arrival):
            each.hide()
        rename(self.main_button, self.tr("&Open and examine"))

    def _refuse(self, sentence: str) -> None:
        if self.looked is None:
            self._begin_again()
        self.refuse(sentence)

    def _advance(self, done: int, total: int) -> None:
        self.work_bar.setRange(0, 1000)
        self.work_bar.setValue(done * 1000 // total if total else 0)


class _ArrivalPart(QWidget):
    """What a person says of a package that is imported. Nothing is chosen beforehand.

    of: the digest (SHA-256) of the sheet of this package, in a field that nobody sees; empty while nothing
    is typed.
    """

    def __init__(self, language: str) -> None:
        """language: of the case, for titles."""
        super().__init__()
        self.language = language
        self.of = QLineEdit(self)
        self.of.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        form = Form()
        self.number = form.add(self.tr("&Number of the exhibit that holds it"), line(""))
        self.official = form.add(self.tr("Received b&y"), ValueBox([(self.tr("Please choose"), None)]))
        self.request = form.add(
            self.tr("Answers the re&quest"), ValueBox([(self.tr("None is chosen"), None)])
        )
        self._requests: Sequence[Instrument] = ()
        self.at = form.add(self.tr("Recei&ved on"), MomentField())
        self.at_place = form.add(self.tr("Pl&ace"), line(""))
        self.late = form.add(self.tr("Reason for the &delay"), line(""))
        self.late.setPlaceholderText(self.tr("Only if it was received more than a day ago"))
        column.addLayout(form)
        self.refusing = Refusing(
            self,
            column,
            accepted=self.tr("E&xhibits that are imported"),
            every=self.tr("A&ll that came"),
            why=self.tr("&Why it is refused"),
        )
        self.exhibits, self.reasons = self.refusing.items, self.refusing.reasons

    def offer(self, officials: tuple[Official, ...]) -> None:
        self.official.clear()
        self.official.addItem(self.tr("Please choose"), None)
        for each in officials:
            self.official.addItem(f"{isolate_words(each.name)} ({isolate(each.code)})", each.id)

    def offer_requests(self, requests: "Sequence[Instrument]") -> None:
        """Offer the requests of the case. None is chosen by itself."""
        self._requests = requests
        while self.request.count() > 1:
            self.request.removeItem(1)
        for each in requests:
            self.request.addItem(self._called(each), each.id)

    def _called(self, request: "Instrument") -> str:
        told = (request.reference, request.foreign_reference)
        return " \u00b7 ".join(map(isolate, filter(None, (request.number, words(request.type), *told))))

    def watch(self, typed: "Callable[[], object]") -> None:
        """Call `typed` whenever something that is said of the package changes."""
        for each in self._said():
            if isinstance(each, QComboBox):
                each.currentIndexChanged.connect(lambda _: typed())
            else:
                (each if isinstance(each, QLineEdit) else each.edit).textChanged.connect(lambda _: typed())

    def empty(self) -> None:
        """Forget what was typed; it was of another package."""
        self.official.setCurrentIndex(0)
        self.request.setCurrentIndex(0)
        for each in (*self._said(), self.of):
            if not isinstance(each, QComboBox):
                put(each, "")

    def _said(self) -> "tuple[QLineEdit | QComboBox | MomentField, ...]":
        return (self.number, self.official, self.request, self.at, self.at_place, self.late, self.reasons)

    def official_wanted(self) -> str:
        """Return what is said where nobody is chosen who received it."""
        if self.official.count() > 1:
            return self.tr("Please choose who received it.")
        return self.tr("This case has no official yet. Enter who received it: page Cases, section Officials.")

    def fill(self, looked: "Examined") -> None:
        """List the exhibits of the package, and mark the requests that its bundle names."""
        for at, each in enumerate(self._requests, start=1):
            named = self.tr("{request} (named in the package)").format(request=self._called(each))
            self.request.setItemText(at, named if looked.names(each) else self._called(each))
        self.refusing.fill(
            [
                Entry(
                    shown=f"{isolate(each.number)}  {isolate_words(in_language(each.titles, self.language))}"
                    f"  ({words(each.kind)})",
                    value=each.number,
                    barred=self.tr("files did not come") if each.absent else "",
                )
                for each in looked.exhibits
            ]
        )

    def arrival(self, case_id: CaseId) -> "Arrival":
        """Return what was typed and ticked."""
        from thb_desktop.services.receiving.arrival_rows import Arrival

        return Arrival(
            case_id=case_id,
            number=self.number.text().strip(),
            received_by=OfficialId(self.official.currentData()),
            at=self.at.given(),
            place=self.at_place.text().strip(),
            instrument_id=self.request.currentData(),
            late_entry_reason=self.late.text().strip(),
            refused=self.refusing.refused(),
        )

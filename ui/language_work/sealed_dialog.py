"""A concern of a linguist: what is typed is sealed for the magistrates, and never shown again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.vocabulary import ConcernKind
from ui.language_work.note_dialog import NoteText
from ui.text import isolate
from ui.widgets.basic import announce, on_key
from ui.widgets.choices import CodeBox, ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form

OWN = tuple(each for each in ConcernKind if each not in (ConcernKind.SAFETY, ConcernKind.OBJECTION))
"""What a linguist complains of on their own behalf."""
KIND_KEY, ABOUT_KEY = "F2", "F3"


class ConcernDialog(Dialog):
    """taken: the text, its kind, and whether it is about the chosen turn and not about the whole job. It has
    no draft: nothing of it is kept outside the seal.
    """

    taken = Signal(str, object, bool)

    def __init__(self, parent: QWidget, heading: str, sentence: str, *, job: str, turn: str) -> None:
        super().__init__(parent, heading, sentence)
        self.form = Form()
        self.about: ValueBox = ValueBox(
            ((self.tr("the whole of job {job}").format(job=isolate(job)), False),), name=self.tr("About")
        )
        if turn:
            self.about.addItem(self.tr("turn {turn}").format(turn=isolate(turn)), True)
        self.text = NoteText(self.tr("What concerns you"), lines=5)

    def finish(self) -> None:
        """Put the fields below each other."""
        self.form.add(self.tr("A&bout"), self.about)
        self.body.addLayout(self.form)
        self.body.addWidget(self.text)
        on_key(self, ABOUT_KEY, self._turn_about)
        self.finish_with(self.tr("&Seal it"), icon="lock")
        self.text.entered.connect(self.main_button.click)

    def kind(self) -> ConcernKind | None:
        """What it is about; None if that is not answered."""
        raise NotImplementedError

    def take(self) -> None:
        kind = self.kind()
        if kind is None or self.lacks((self.text, self.tr("Please write what concerns you."))):
            return
        self.begin_work(self.tr("It is being sealed\u2026"))
        self.taken.emit(self.text.toPlainText().strip(), kind, bool(self.about.currentData()))

    def done(self, result: int) -> None:
        """However it is closed, the typed text goes."""
        self.text.clear()
        super().done(result)

    def _turn_about(self) -> None:
        self.about.setCurrentIndex((self.about.currentIndex() + 1) % self.about.count())
        announce(self.about)


class SafetyDialog(ConcernDialog):
    """That somebody is in danger or afraid: usually about the chosen turn."""

    def __init__(self, parent: QWidget, *, job: str, turn: str = "") -> None:
        super().__init__(
            parent,
            self.tr("A concern for safety"),
            self.tr(
                "Say who is in danger or afraid, and of what. It is sealed for the magistrates at once: "
                "nobody else reads it, and it is not shown here again."
            ),
            job=job,
            turn=turn,
        )
        self.about.setCurrentIndex(self.about.count() - 1)
        self.finish()
        self.text.setFocus()

    def kind(self) -> ConcernKind:
        return ConcernKind.SAFETY


class ComplaintDialog(ConcernDialog):
    """What a linguist themselves complains of: usually about the whole job."""

    def __init__(self, parent: QWidget, *, job: str, turn: str = "") -> None:
        super().__init__(
            parent,
            self.tr("A complaint or concern of your own"),
            self.tr(
                "Say what you work under: pressure, conditions, that you cannot understand, a conflict of "
                "interest. It is sealed for the magistrates at once: nobody else reads it, and it is not "
                "shown here again."
            ),
            job=job,
            turn=turn,
        )
        self.what = self.form.add(self.tr("&What it is"), CodeBox(OWN, open_question=True))
        self.finish()
        on_key(self, KIND_KEY, self._turn_kind)
        self.what.setFocus()

    def kind(self) -> ConcernKind | None:
        if not self.what.is_answered:
            self.refuse_at(self.what, self.tr("Please choose what it is."))
            return None
        return self.what.code()

    def _turn_kind(self) -> None:
        self.what.setCurrentIndex((self.what.currentIndex() + 1) % self.what.count())
        announce(self.what)

"""The objection of the person heard to an interpreter, told without them: sealed, and in no record."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.domain.ids import InterpreterId, InterviewId
from thb_desktop.domain.interview import InterpreterEngagement
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import safety
from ui.forms.rows_panel import Lead
from ui.jobs import VaultJobs
from ui.text import translate
from ui.topics import Topic
from ui.view_model import FormModel
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.text_edit import PlainTextEdit


class ObjectionModel(FormModel):
    """sealed: it was."""

    changes = Topic.TESTIMONY

    sealed = Signal()

    def __init__(
        self, jobs: VaultJobs, interview_id: InterviewId, interpreter_id: InterpreterId, parent: QWidget
    ) -> None:
        super().__init__(jobs, parent)
        self._interview_id, self._interpreter_id = interview_id, interpreter_id

    def seal(self, text: str, through: str) -> None:
        interview_id, interpreter_id = self._interview_id, self._interpreter_id

        def work(session: Session) -> None:
            safety.raise_objection(
                session, interview_id, text, interpreter_id=interpreter_id, through=through
            )

        self.write(work, lambda _: self.sealed.emit())


class ObjectionDialog(Dialog):
    """It has no draft: nothing of it is kept outside the seal."""

    def __init__(self, parent: QWidget, model: ObjectionModel, interpreter: str) -> None:
        super().__init__(
            parent,
            self.tr("Objection of the person to the interpreter"),
            self.tr(
                "Ask without the interpreter, and let it be said through somebody or something else. It is "
                "sealed for the magistrates at once: it is in no record, on no page and in no work of the "
                "interpreter, and it is not shown here again. They read it on the page Translations, under "
                "Concerns for safety."
            ),
        )
        self.setMinimumWidth(640)
        self._model = model
        form = Form()
        form.tell(self.tr("Interpreter"), interpreter)
        self.through = form.add(self.tr("T&hrough whom or what"), QLineEdit())
        self.text = form.add(self.tr("&What the person said"), PlainTextEdit("", lines=5))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Seal it"), icon="lock")
        model.refused.connect(self.refuse)
        self.through.setFocus()

    def take(self) -> None:
        if self.lacks((self.text, self.tr("Please write what the person said."))):
            return
        self.begin_work(self.tr("It is being sealed\u2026"))
        with self._model.answering(self):
            self._model.seal(self.text.toPlainText().strip(), self.through.text().strip())

    def done(self, result: int) -> None:
        """However it is closed, the typed text goes."""
        self.text.clear()
        self.through.clear()
        super().done(result)


def objecting(
    parent: QWidget, jobs: VaultJobs, names: Callable[[], Mapping[str, str]], told: Callable[[str], object]
) -> Lead:
    """Return the button at an interpreter of a record. names: of interpreters, by id. told: shows that it is
    sealed, in words that say nothing to who else looks at the screen.
    """

    def ask(engaged: InterpreterEngagement) -> None:
        of = engaged.interpreter_id
        model = ObjectionModel(jobs, engaged.interview_id, of, parent)
        model.sealed.connect(lambda: told(translate("objection", "It is sealed for the magistrates.")))
        ObjectionDialog(parent, model, names().get(of, "")).open()

    return translate("objection", "Ob&jection in private\u2026"), ask, lambda each: not each.struck

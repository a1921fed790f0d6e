"""A second person refuses a release at this desk: with why, and in their own name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thb_desktop.crypto import passphrases
from thb_desktop.domain.ids import AgentId, CaseId
from ui.jobs import VaultJobs
from ui.text import isolate_words, translate, when
from ui.topics import Topic
from ui.view_model import ViewModel
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.secret import PassphraseField

if TYPE_CHECKING:
    from thb_desktop.domain.second_person import Refusal
    from thb_desktop.services.core.session import Session


class RefusingModel(ViewModel):
    """Records the refusal of who was asked. Every page that tells of bundles is told."""

    changes = Topic.BUNDLES

    def record(
        self, case_id: CaseId, user_id: AgentId, typed: str, reason: str, then: Callable[[], None]
    ) -> None:
        """typed: the passphrase of the second person. then: what is done once it is recorded."""
        from thb_desktop.services.office import second_person

        def work(session: "Session") -> "Refusal":
            return second_person.refuse_release(
                session, case_id, user_id=user_id, passphrase=passphrases.prepare(typed), reason=reason
            )

        self.write(work, lambda _: then())


class RefuseReleaseDialog(Dialog):
    """Stays open until the refusal is recorded. user_id, name: of the second person who was asked."""

    def __init__(
        self, parent: QWidget, jobs: VaultJobs, case_id: CaseId, user_id: AgentId, name: str
    ) -> None:
        super().__init__(
            parent,
            self.tr("Refuse the release"),
            self.tr(
                "{name} says why, and what is to be changed, with their own passphrase. It is recorded in "
                "their name; who asked reads it, and asks once more."
            ).format(name=isolate_words(name)),
        )
        self.setMinimumWidth(640)
        self._case_id, self._user_id = case_id, user_id
        self._model = RefusingModel(jobs, self)
        form = Form()
        self.reason = form.add(self.tr("&Why, and what is to be changed"), line())
        self.passphrase = PassphraseField(self.tr("Passphrase of the second person"))
        form.add(self.tr("Passphrase of the s&econd person"), self.passphrase)
        self.body.addLayout(form)
        self.finish_with(self.tr("Re&fuse"), icon="x")
        self._model.refused.connect(self.refuse)
        self.keep_typing(self._model.draft("refuse-release", case_id))

    def take(self) -> None:
        if self.lacks(
            (self.reason, self.tr("Please write why, and what is to be changed.")),
            (self.passphrase, self.tr("The second person types their passphrase here.")),
        ):
            return
        reason, typed = self.reason.text().strip(), self.passphrase.take()
        self.begin_work()
        self._model.record(self._case_id, self._user_id, typed, reason, self.accept)

    def refuse(self, sentence: str) -> None:
        """The passphrase is typed again."""
        super().refuse(sentence)
        self.passphrase.setFocus()


def refused_words(refusal: "Refusal") -> str:
    """Return who refused a release, why and when, and what to do now."""
    told = translate(
        "RefuseReleaseDialog",
        "{name} refused the release: {reason} ({at}). Change what they ask for, prepare it again, and ask "
        "once more.",
    )
    name, reason = isolate_words(refusal.by), isolate_words(refusal.reason)
    return told.format(name=name, reason=reason, at=when(refusal.at))

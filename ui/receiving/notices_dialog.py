"""The dialog of notices: who must be told of what, and what other offices told this one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.receiving import ReceivedNotice
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.vocabulary import NoticeKind
from thb_desktop.services.receiving.changed import SentElsewhere
from thb_desktop.services.receiving.notices import Due
from ui.clock import when_here
from ui.labels import within, words
from ui.receiving.named_table import named_table
from ui.receiving.notices_model import Came, ListedNotices, NoticesModel
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, listed, visible
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Label, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.place import NewPlace, named_at_home
from ui.widgets.text_edit import PlainTextEdit


class NoticesDialog(Dialog):
    """Lists what is to be told and what came; each act has a dialog of its own."""

    def __init__(self, parent: QWidget, model: NoticesModel) -> None:
        super().__init__(
            parent,
            self.tr("Notices: {case}").format(case=isolate(model.case.reference)),
            self.tr(
                "Whoever received an exhibit or a record is told when it is recalled, rectified or "
                "supplemented."
            ),
        )
        self.setMinimumWidth(980)
        self._model = model
        self.due: RowsModel[Due] = RowsModel(
            [
                Column(title=self.tr("Package"), read=lambda each: each.package.number, width=90, exact=True),
                Column(title=self.tr("Since it was sent"), read=lambda each: words(each.kind), width=170),
                Column(title=self.tr("Exhibit or record"), read=lambda each: each.number, exact=True),
                Column(title=self.tr("On"), read=_since, width=200, exact=True),
                Column(title=self.tr("Recipients"), read=self._state, width=180, tone=_tone),
            ],
            self,
        )
        self.due_table = named_table(
            self.body,
            self.due,
            self.tr("&To be told"),
            self.tr("Nothing that was sent has changed since."),
        )
        self.sign_button = button(self.tr("S&ign a notice\u2026"), self._sign, icon="stamp")
        self.elsewhere = Label("", wrap=True).selectable()
        self.elsewhere.setVisible(False)
        self.body.addWidget(self.elsewhere)
        self.body.addLayout(row(None, self.sign_button))
        self.came: RowsModel[Came] = RowsModel(
            [
                Column(title=self.tr("Package"), read=lambda each: each.package, width=90, exact=True),
                Column(title=self.tr("Office"), read=lambda each: each.office, width=210, spare=1),
                Column(title=self.tr("What happened"), read=lambda each: words(each.notice.kind), width=150),
                Column(
                    title=self.tr("Its number there"),
                    read=lambda each: each.notice.number,
                    width=150,
                    exact=True,
                ),
                Column(title=self.tr("Made"), read=lambda each: when_here(each.notice.made_at), exact=True),
            ],
            self,
        )
        self.came_table = named_table(
            self.body, self.came, self.tr("Noti&ces that came"), self.tr("No notice came about this case.")
        )
        self.told = Label("", wrap=True)
        self.body.addWidget(self.told)
        self.finish_with(self.tr("&Enter a notice\u2026"), icon="file-check", back=self.tr("Back"))
        self.due_table.chosen.connect(lambda _: self._let_sign())
        self.came_table.chosen.connect(lambda _: self._show_told())
        self._may_sign = False
        self._let_sign()
        model.listed.connect(self._show)
        model.refused.connect(self.refuse)
        model.signed.connect(self._tell_signed)
        model.entered.connect(self._tell_entered)
        model.list()

    def take(self) -> None:
        self.notice.clear()
        file = choose.choose_file(self, self.tr("Notice that came"))
        if file is not None:
            self._model.enter(file)

    def _show(self, listed: ListedNotices) -> None:
        self._may_sign = listed.may_sign
        self.due.show_rows(listed.due)
        self.came.show_rows(listed.came)
        self._show_elsewhere(listed.elsewhere)
        waiting = [at for at, each in enumerate(listed.due) if not each.is_told]
        self.due_table.choose_row(waiting[0] if waiting else len(listed.due) - 1)
        self.came_table.choose_row(len(listed.came) - 1)
        self._let_sign()
        self._show_told()

    def _show_elsewhere(self, others: Sequence[SentElsewhere]) -> None:
        """Name those who received something by no package: no notice can be about it, so they are told by
        hand.
        """
        lines = [self.tr("Received otherwise than in a package, and to be told by hand:")]
        told = self.tr("{who}, {what}: {number} was {kind}.")
        for each in others:
            who = listed(isolate_words(name) for name in each.recipients)
            number = isolate(each.number)
            lines.append(told.format(who=who, what=self._sent(each), number=number, kind=within(each.kind)))
        self.elsewhere.setText("\n".join(lines))
        self.elsewhere.setVisible(bool(others))

    def _sent(self, each: SentElsewhere) -> str:
        if isinstance(each.sent, Bundle):
            return self.tr("bundle {number}").format(number=isolate(each.sent.number))
        if isinstance(each.sent, TakenOut):
            return self.tr("a single file")
        return self.tr("identity annex {number}").format(number=isolate(each.sent.number))

    def _let_sign(self) -> None:
        """Only what is due can be signed, and only by a user who releases what leaves."""
        chosen = self.due_table.current_record() is not None
        self.sign_button.setEnabled(self._may_sign and chosen)

    def _show_told(self) -> None:
        """Show the whole of what the chosen notice says, and which exhibit it is here."""
        chosen = self.came_table.current_record()
        self.told.setText(isolate_words(chosen.notice.text) if isinstance(chosen, Came) else "")

    def _sign(self) -> None:
        chosen = self.due_table.current_record()
        if isinstance(chosen, Due):
            self.notice.clear()
            SignNoticeDialog(self, self._model, chosen).open()

    def _tell_signed(self, file: Path) -> None:
        told = self.tr("The notice is signed: {file}. Send it to everybody who received the package.")
        self.notice.tell(told.format(file=isolate(visible(file.name))), Tone.OK)
        self._model.list()

    def _tell_entered(self, entered: ReceivedNotice) -> None:
        told = self.tr("The notice is entered. It says of {number}: {kind}.")
        self.notice.tell(told.format(number=isolate(entered.number), kind=words(entered.kind)), Tone.OK)
        self._model.list()

    def _state(self, due: Due) -> str:
        return self.tr("Told") if due.is_told else self.tr("Not told yet")


class SignNoticeDialog(Dialog):
    """Signs a notice for everybody who received a package."""

    def __init__(self, parent: QWidget, model: NoticesModel, due: Due) -> None:
        super().__init__(
            parent,
            self.tr("Sign a notice"),
            self.tr("It names the package by its digest, what changed, and says what you write here."),
        )
        self.setMinimumWidth(640)
        self._model, self._due = model, due
        form = Form()
        form.tell(self.tr("Package"), due.package.number, exact=True)
        form.tell(self._kind(due.kind), due.number, exact=True)
        self.text = form.add(self.tr("&What they are told"), PlainTextEdit("", lines=4))
        self.place = NewPlace(self.tr("New file"), browse=self.tr("&Browse\u2026"))
        self.file = form.add(self.tr("New &file"), self.place).text
        self.file.setText(str(named_at_home(f"notice-{due.package.number}.asice")))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Sign"), icon="stamp")
        self.keep_typing(model.draft("notice", f"{due.package.id} {due.subject}"))

    def take(self) -> None:
        target = self.place.path()
        if not self.text.toPlainText().strip():
            self.refuse_at(self.text, self.tr("Please write what the recipients are told."))
        elif (problem := self.place.problem()) or target is None:
            self.refuse_at(self.file, problem)
        else:
            self.begin_work(self.tr("The notice is signed, and what was written is read again."))
            with self._model.answering(self):
                self._model.sign(self._due, self.text.toPlainText(), target)

    def _kind(self, kind: NoticeKind) -> str:
        return {
            NoticeKind.RECALLED: self.tr("Recalled"),
            NoticeKind.RECTIFIED: self.tr("Rectified"),
            NoticeKind.SUPPLEMENTED: self.tr("Supplemented"),
        }[kind]


def _since(due: Due) -> str:
    return when_here(due.since) if due.since else ""


def _tone(due: Due) -> Tone:
    return Tone.OK if due.is_told else Tone.WARN

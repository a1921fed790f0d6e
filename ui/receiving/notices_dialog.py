"""The dialog of notices: who must be told of what, and what other offices told this one."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.receiving import GivenNotice, ReceivedNotice
from thb_desktop.domain.vocabulary import NoticeKind, SentKind
from thb_desktop.services.receiving.notices import Due
from ui.clock import when_here
from ui.labels import words
from ui.messages import sentence
from ui.partners.office_dialog import OfficeDialog
from ui.partners.offices_model import Stranger
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
from ui.widgets.sheet_file import SheetFile
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
        self.setMinimumWidth(1010)
        self._model = model
        self.due: RowsModel[Due] = RowsModel(
            [
                Column(
                    title=self.tr("Sent"),
                    read=lambda each: self._left(each.sent.kind, each.sent.number),
                    width=170,
                ),
                Column(title=self.tr("Recipients"), read=_recipients, width=210),
                Column(title=self.tr("Since it was sent"), read=lambda each: words(each.kind), width=130),
                Column(title=self.tr("Of what"), read=lambda each: each.number, width=120, exact=True),
                Column(title=self.tr("On"), read=_since, width=180, exact=True),
                Column(title=self.tr("Notice"), read=self._state, width=130, tone=_tone),
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
        self.print_button = button(self.tr("&Print\u2026"), self._print_given, icon="printer")
        self.body.addLayout(row(None, self.print_button, self.sign_button))
        self.came: RowsModel[Came] = RowsModel(
            [
                Column(
                    title=self.tr("Received"),
                    read=lambda each: self._left(each.notice.sent, each.notice.sent_number),
                ),
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
        self.print_came_button = button(self.tr("P&rint\u2026"), self._print_came, icon="printer")
        self.office_button = button(
            self.tr("Rec&ord this office\u2026"), self._record_office, icon="shield-check"
        )
        self.body.addLayout(row(self.office_button, None, self.print_came_button))
        self._stranger: Stranger | None = None
        self._meet(None)
        self.sheet_file = SheetFile(self, self.notice)
        self.finish_with(self.tr("&Enter a notice\u2026"), icon="file-check", back=self.tr("Back"))
        self.due_table.chosen.connect(lambda _: self._let_sign())
        self.came_table.chosen.connect(lambda _: self._show_told())
        self._may_sign = False
        self._given: tuple[GivenNotice, ...] = ()
        self._let_sign()
        model.listed.connect(self._show)
        model.refused.connect(self.refuse)
        model.signed.connect(self._tell_signed)
        model.entered.connect(self._tell_entered)
        model.stranger.connect(self._meet)
        model.written.connect(self.sheet_file.tell)
        model.list()

    def take(self) -> None:
        self.notice.clear()
        self._meet(None)
        file = choose.choose_file(self, self.tr("Notice that came"))
        if file is not None:
            self._model.enter(file)

    def _meet(self, stranger: Stranger | None) -> None:
        """An office signed a notice whose root nobody compared: say it, and offer to record the office."""
        self._stranger = stranger
        self.office_button.setVisible(stranger is not None and bool(stranger.root))
        if stranger is not None:
            self.refuse(sentence(stranger.told))
            self.office_button.setFocus()

    def _record_office(self) -> None:
        """Record the office, and enter its notice after it."""
        if (stranger := self._stranger) is not None:
            dialog = OfficeDialog(self, self._model, stranger.root)
            dialog.accepted.connect(lambda: self._enter_again(stranger))
            dialog.open()

    def _enter_again(self, stranger: Stranger) -> None:
        self.notice.clear()
        self._meet(None)
        self._model.enter(stranger.file)

    def _show(self, found: ListedNotices) -> None:
        self._may_sign, self._given = found.may_sign, found.given
        self.due.show_rows(found.due)
        self.came.show_rows(found.came)
        waiting = [at for at, each in enumerate(found.due) if not each.is_told]
        self.due_table.choose_row(waiting[0] if waiting else len(found.due) - 1)
        self.came_table.choose_row(len(found.came) - 1)
        self._let_sign()
        self._show_told()

    def _left(self, sent: SentKind, number: str) -> str:
        """What somebody received: a package by its number alone."""
        if sent is SentKind.PACKAGE:
            return number
        if sent is SentKind.BUNDLE:
            return self.tr("bundle {number}").format(number=isolate(number))
        if sent is SentKind.FILE:
            return self.tr("a single file of {number}").format(number=isolate(number))
        return self.tr("identity annex {number}").format(number=isolate(number))

    def _let_sign(self) -> None:
        """Only what is due can be signed, and only by a user who releases what leaves."""
        chosen = self.due_table.current_record()
        self.sign_button.setEnabled(self._may_sign and chosen is not None)
        self.print_button.setEnabled(self._last_given(chosen) is not None)

    def _last_given(self, due: object) -> GivenNotice | None:
        """The last notice that was signed of this."""
        if not isinstance(due, Due):
            return None
        of_it = (due.left.id, due.kind, due.subject)
        found = [each for each in self._given if (each.sent_id, each.kind, each.subject) == of_it]
        return found[-1] if found else None

    def _print_given(self) -> None:
        self._print(self._last_given(self.due_table.current_record()))

    def _print_came(self) -> None:
        chosen = self.came_table.current_record()
        self._print(chosen.notice if isinstance(chosen, Came) else None)

    def _print(self, notice: GivenNotice | ReceivedNotice | None) -> None:
        if notice is not None and (target := self.sheet_file.ask("notice.pdf")):
            self._model.print(notice, target)

    def _show_told(self) -> None:
        """Show the whole of what the chosen notice says, and which exhibit it is here."""
        chosen = self.came_table.current_record()
        self.told.setText(isolate_words(chosen.notice.text) if isinstance(chosen, Came) else "")
        self.print_came_button.setEnabled(isinstance(chosen, Came))

    def _sign(self) -> None:
        chosen = self.due_table.current_record()
        if isinstance(chosen, Due):
            self.notice.clear()
            SignNoticeDialog(
                self, self._model, chosen, self._left(chosen.sent.kind, chosen.sent.number)
            ).open()

    def _tell_signed(self, file: Path) -> None:
        told = self.tr("The notice is signed: {file}. Send it to everybody who received what it is about.")
        self.notice.tell(told.format(file=isolate(visible(file.name))), Tone.OK)
        self._model.list()

    def _tell_entered(self, entered: ReceivedNotice) -> None:
        told = self.tr("The notice is entered. It says of {number}: {kind}.")
        self.notice.tell(told.format(number=isolate(entered.number), kind=words(entered.kind)), Tone.OK)
        self._model.list()

    def _state(self, due: Due) -> str:
        return self.tr("Signed") if due.is_told else self.tr("Not signed yet")


class SignNoticeDialog(Dialog):
    """Signs a notice for everybody who received something. sent: what, in words."""

    def __init__(self, parent: QWidget, model: NoticesModel, due: Due, sent: str) -> None:
        super().__init__(
            parent,
            self.tr("Sign a notice"),
            self.tr("It names what was received by its digest, what changed, and says what you write here."),
        )
        self.setMinimumWidth(640)
        self._model, self._due = model, due
        form = Form()
        form.tell(self.tr("Sent"), sent)
        form.tell(self.tr("Recipients"), listed([isolate_words(each) for each in due.recipients]))
        form.tell(self._kind(due.kind), due.number, exact=True)
        self.text = form.add(self.tr("&What they are told"), PlainTextEdit("", lines=4))
        self.place = NewPlace(self.tr("New file"), browse=self.tr("&Browse\u2026"))
        self.file = form.add(self.tr("New &file"), self.place).text
        self.file.setText(str(named_at_home(f"notice-{due.sent.number}.asice")))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Sign"), icon="stamp")
        self.keep_typing(model.draft("notice", f"{due.left.id} {due.subject}"))

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
            NoticeKind.RESTRICTED: self.tr("Restricted"),
            NoticeKind.RECTIFIED: self.tr("Rectified"),
            NoticeKind.SUPPLEMENTED: self.tr("Supplemented"),
        }[kind]


def _recipients(due: Due) -> str:
    return listed([isolate_words(each) for each in due.recipients])


def _since(due: Due) -> str:
    return when_here(due.since) if due.since else ""


def _tone(due: Due) -> Tone:
    return Tone.OK if due.is_told else Tone.WARN

"""The dialog that takes over a statement of account from a file: looked at first, entered in one act."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from thb_desktop.domain.currencies import code_of, is_known, wallet_assets
from thb_desktop.domain.finance import Account, BankStatement
from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.domain.ids import AccountId
from thb_desktop.domain.statements import rows_not_read, unread_rows
from thb_desktop.exchange.statements.reading import AS_MARKED, CAMT, ENCODINGS, StatementChoice
from thb_desktop.exchange.statements.rows import ReadRow
from thb_desktop.services.money.statement_files import StatementsRead
from thb_desktop.services.money.statements import Preview, names_account
from ui.exhibits.statement_columns import ColumnsForm, in_pairs
from ui.exhibits.statement_model import StatementModel
from ui.forms.editors import ChoiceEditor
from ui.forms.typed import LineEditor
from ui.labels import words
from ui.labels.booking import counted_told, day_told, status_told
from ui.labels.findings import finding_text
from ui.rows import Column, RowsModel
from ui.text import day, isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row, show_if
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable

_FORMATS = (StatementFormat.CAMT_053, StatementFormat.MT940, StatementFormat.CSV)


class TakeOverDialog(Dialog):
    """What is shown is entered, and nothing else: another choice must be looked at first."""

    def __init__(self, parent: QWidget, model: StatementModel) -> None:
        super().__init__(
            parent,
            self.tr("Take over a statement from {name}").format(name=isolate_words(model.file.name)),
            self.tr("Look at the file first. Nothing is entered before you say so."),
        )
        self.setMinimumWidth(980)
        self._model = model
        model.setParent(self)
        self._seen: tuple[StatementsRead, tuple[Preview, ...]] | None = None
        self._is_folded = False
        self._assets: tuple[str, ...] = ()
        self._accounts: dict[AccountId, Account] = {}
        self.format = ChoiceEditor([(self._format_words(each), each.value) for each in _FORMATS])
        self.encoding = ChoiceEditor(_encodings(self.tr("as the file marks them")))
        self.encoding.set_value(AS_MARKED)
        self.columns = ColumnsForm()
        self.columns_button = button(self.tr("Colu&mns\u2026"), self._unfold, icon="list-checks")
        self.which_form = Form()
        self.which = self.which_form.add(self.tr("&Statement in the file"), ChoiceEditor(()))
        self.account, self.number = ChoiceEditor(()), LineEditor()
        self.look_button = button(self.tr("&Look at the file"), self._look, icon="eye")
        self.look_button.setEnabled(False)
        self.told = Label("", Part.STRONG, wrap=True)
        self.other = Label("", Part.STRONG, wrap=True)
        self.same = QCheckBox(self.tr("It is the same account, written in another way"))
        self.because_form = Form()
        self.because = self.because_form.add(self.tr("&Why it is the same"), LineEditor())
        self.stays = Label(
            self.tr(
                "This stays as it is written, and a bundle prints it: it can be neither corrected nor "
                "masked. Name nobody here whose identity is sealed."
            ),
            Part.MUTED,
            wrap=True,
        )
        self.because_form.addRow(self.stays)
        self.rows: RowsModel[ReadRow] = RowsModel(self._row_columns(), self)
        self.table = RecordTable(self.rows, self.tr("Rows of the statement"))
        self.table.setMinimumHeight(190)
        self.table.say_when_empty(self.tr("Nothing was looked at yet."))
        self._lay_out()
        self.finish_with(self.tr("&Take over"), icon="check", back=self.tr("Close"))
        self._may_take = lambda: self._preview() is not None
        self.let_take()
        self._connect()
        self._show_parts()
        self.which_form.setRowVisible(self.which, False)
        self._ask_of_account()
        model.list_accounts()

    def _lay_out(self) -> None:
        """From above, in the order in which it is done: how the file is read, what it says, as what it is
        entered. What a look showed has the room of the columns, which are folded then.
        """
        plain = Part.PLAIN
        how = (self.tr("&Format"), self.tr("&Characters"))
        self.body.addLayout(in_pairs(how, (self.format, self.encoding), plain))
        self.body.addWidget(self.columns)
        self.body.addLayout(row(self.look_button, self.columns_button, None))
        self.body.addWidget(self.told)
        self.body.addLayout(self.which_form)
        self.body.addWidget(self.table, 1)
        where = (self.tr("&Account"), self.tr("&Number in the case"))
        self.body.addLayout(in_pairs(where, (self.account, self.number), plain))
        self.body.addWidget(self.other)
        self.body.addWidget(self.same)
        self.body.addLayout(self.because_form)

    def _unfold(self) -> None:
        """Show the columns again, to be chosen in another way."""
        self._is_folded = False
        self._show_parts()
        self.columns.delimiter.setFocus()

    def take(self) -> None:
        preview = self._preview()
        if preview is None or self._seen is None:
            return
        wanted = self.tr("Please fill this in.")
        if self.lacks((self.number, wanted if not str(self.number.value()).strip() else "")):
            return
        if self.account.value() is None:
            self.refuse_at(
                self.account, self.tr("Choose the account. Add it to the case first if it is not there.")
            )
            return
        if self._is_other() and not self.same.isChecked():
            self.refuse_at(self.same, self.tr("Choose the account of the file, or say that it is the same."))
            return
        because = str(self.because.value()).strip() if self._is_other() else ""
        if self._is_other() and not because:
            self.refuse_at(self.because, self.tr("Write why it is the same account."))
            return
        self.begin_work(self.tr("The rows are being entered\u2026"))
        self._model.take_over(
            self._seen[0],
            self._seen[1].index(preview),
            self.account.value(),
            str(self.number.value()),
            because,
        )

    def _connect(self) -> None:
        model = self._model
        self.format.currentIndexChanged.connect(self._choose_format)
        self.which.currentIndexChanged.connect(self._show_chosen)
        self.account.currentIndexChanged.connect(self._ask_of_account)
        self.same.toggled.connect(self._ask_why)
        self.columns.wants_titles.connect(
            lambda delimiter, header: model.read_titles(delimiter, header, self._encoding())
        )
        self.columns.lacks.connect(self.refuse_at)
        model.accounts.connect(self._offer_accounts)
        model.titles.connect(self._offer_titles)
        model.seen.connect(self._show_seen)
        model.taken.connect(self._tell_taken)
        model.refused.connect(self._refuse)

    def _format_words(self, format_: StatementFormat) -> str:
        return self.tr("camt.052, .053 or .054") if format_ in CAMT else words(format_)

    def _row_columns(self) -> tuple[Column[ReadRow], ...]:
        return (
            Column(title=self.tr("Date"), read=_day, width=170),
            Column(
                title=self.tr("Amount"),
                read=lambda each: isolate(format(each.signed, "f")),
                width=120,
                exact=True,
                at_end=True,
            ),
            Column(title=self.tr("Currency"), read=lambda each: each.currency, width=80, exact=True),
            Column(
                title=self.tr("Status"),
                read=lambda each: status_told(each.status, each.status_written),
                width=150,
            ),
            Column(title=self.tr("Other party"), read=_other, width=170),
            Column(title=self.tr("Text"), read=lambda each: each.text),
            Column(title=self.tr("Place in the file"), read=lambda each: each.place, width=130, exact=True),
        )

    def _choose_format(self) -> None:
        self._is_folded = False
        self._show_parts()

    def _show_parts(self) -> None:
        """Show what the format asks for. Another choice is looked at again."""
        is_table = self.format.value() == StatementFormat.CSV
        show_if(self.columns, is_table and not self._is_folded)
        show_if(self.columns_button, is_table and self._is_folded)
        self.encoding.setEnabled(self.format.value() in (StatementFormat.CSV, StatementFormat.MT940))

    def _encoding(self) -> str:
        return str(self.encoding.value() or AS_MARKED)

    def _look(self) -> None:
        if self.format.value() is None:
            self.refuse_at(self.format, self.tr("Choose the format of the file."))
            return
        form = StatementFormat(self.format.value())
        lack = self.columns.lack() if form is StatementFormat.CSV else None
        if lack is not None:
            self.refuse_at(*lack)
            return
        columns = self.columns.choice() if form is StatementFormat.CSV else None
        of_all = code_of(columns.currency_of_all, self._assets) if columns else ""
        if of_all and not is_known(of_all, self._assets):
            self.refuse_at(
                self.columns.fields["currency_of_all"],
                self.tr("This is no code of a currency. Write its letters, for example EUR."),
            )
            return
        encoding = AS_MARKED if form in CAMT else self._encoding()
        self._forget()
        self.begin_work(self.tr("The file is being read\u2026"))
        self._model.look(StatementChoice(format=form, encoding=encoding, columns=columns))

    def _forget(self) -> None:
        self._seen = None
        self.told.clear()
        self.table.say_when_empty(self.tr("Nothing was looked at yet."))
        self.which.offer(())
        self.rows.show_rows(())
        self.let_take()

    def _offer_titles(self, titles: Sequence[str]) -> None:
        """What was refused before is over: now the titles could be read."""
        self.notice.clear()
        self.columns.offer(titles)

    def _refuse(self, sentence: str) -> None:
        self._end_work()
        self.refuse(sentence)

    def _offer_accounts(self, accounts: Sequence[Account]) -> None:
        self._assets = wallet_assets(accounts)
        self._accounts = {each.id: each for each in accounts}
        self.look_button.setEnabled(True)  # not before: what a wallet holds may be a currency of the rows
        self.account.offer(
            [(f"{isolate(each.number)}  {isolate(each.identifier)}", each.id) for each in accounts]
        )

    def _show_seen(self, read: StatementsRead, found: tuple[Preview, ...]) -> None:
        self._end_work()
        self.notice.clear()
        self._offer_seen(read, found, 1)
        self.table.setFocus()

    def _offer_seen(self, read: StatementsRead, found: tuple[Preview, ...], chosen: int) -> None:
        self._seen = (read, found)
        self.which.offer(
            [
                (f"{number}. {isolate_words(each.read.reference)}", number)
                for number, each in enumerate(found, 1)
            ]
        )
        self.which.set_value(chosen)
        self.which_form.setRowVisible(self.which, len(found) > 1)
        self._is_folded = True
        self._show_parts()
        self._show_chosen()

    def _preview(self) -> Preview | None:
        at = self.which.value()
        return self._seen[1][at - 1] if self._seen and at else None

    def _show_chosen(self) -> None:
        preview = self._preview()
        if preview is not None:
            self.table.say_when_empty(self.tr("No row could be read."))
        self.rows.show_rows(preview.read.rows if preview else ())
        self.told.setText("\n".join(self._said(preview)) if preview else "")
        self._ask_of_account()
        self.let_take()

    def _is_other(self) -> bool:
        """Whether the file names an account that is not known to be the chosen one."""
        preview, account = self._preview(), self._accounts.get(self.account.value())
        return preview is not None and account is not None and not names_account(preview.read, account)

    def _ask_of_account(self) -> None:
        """Ask for each choice again: nothing is taken to be the same account because another one was."""
        preview, account = self._preview(), self._accounts.get(self.account.value())
        if preview is not None and account is not None:
            said = self.tr("The file names the account {named}; {number} is {held}.").format(
                named=isolate(preview.read.account),
                number=isolate(account.number),
                held=isolate(account.identifier),
            )
            self.other.setText(said)
        self.same.setChecked(False)
        self.because.clear()
        self._ask_why(False)
        show_if(self.other, self._is_other())
        show_if(self.same, self._is_other())

    def _ask_why(self, is_said: bool) -> None:
        for each in (self.because, self.stays):
            self.because_form.setRowVisible(each, is_said)

    def _said(self, preview: Preview) -> list[str]:
        """Return what is to be said of a statement before it is entered."""
        read = preview.read
        said = [
            self.tr("Account in the file: {account}. %n row(s).", "", len(read.rows)).format(
                account=isolate(read.account or "\u2014")
            )
        ]
        if read.opening or read.closing:
            balances = self.tr("Opening balance {opening}, closing balance {closing} {currency}.")
            said.append(
                balances.format(
                    opening=isolate(read.opening or "\u2014"),
                    closing=isolate(read.closing or "\u2014"),
                    currency=isolate(read.currency),
                )
            )
        if preview.is_taken:
            said.append(self.tr("This statement was taken over before from the same file."))
        said += counted_told(preview.counted)
        found = [finding_text(each) for each in preview.findings]
        if not found and read.opening and read.closing:
            said.append(self.tr("The balances agree with the rows."))
        return [*said, *found]

    def _tell_taken(self, statement: BankStatement, found: tuple[Preview, ...]) -> None:
        """Say what was entered, and go on to the next statement of the file that was not."""
        self._end_work()
        read = self._seen[0] if self._seen else None
        after = next((number for number, each in enumerate(found, 1) if not each.is_taken), 0)
        self.number.clear()
        self.account.set_value(None)
        self._forget()
        if read is not None and after:
            self._offer_seen(read, found, after)
        told = self.tr("{number} was entered with its rows. It stands in the case, under Statements.")
        said = [told.format(number=isolate(statement.number))]
        if rows := rows_not_read(statement):
            said.append(self.tr("%n row(s) could not be read, and are named with it.", "", len(rows)))
        said += map(finding_text, unread_rows(statement))
        self.notice.tell("\n".join(said), Tone.WARN if statement.unread else Tone.OK)


def _day(read: ReadRow) -> str:
    return day_told(day(read.booked_on), read.day_kind)


def _other(read: ReadRow) -> str:
    return ", ".join(filter(None, (read.counterparty, read.counterparty_account)))


def _encodings(as_marked: str) -> list[tuple[str, str]]:
    return [(each or as_marked, each) for each in ENCODINGS]

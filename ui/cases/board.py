"""BoardDialog: the requests of a case by wave, with their deadlines, what answered them, and the sheets."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.cooperation_codes import InstrumentType, ReferralProblem
from thb_desktop.domain.instrument_links import Linked
from thb_desktop.services.cooperation.board import BoardLine, Unasked
from ui.cases.board_model import BoardModel
from ui.clock import when_here
from ui.forms.editors import CodeEditor
from ui.jobs import VaultJobs
from ui.labels import called, words
from ui.labels.findings import as_lines, finding_text
from ui.rows import Column, RowsModel
from ui.standings import SAID
from ui.text import NONE, day, isolate, isolate_words, listed, translate
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.refusals import lacks, refuse_at, take_back
from ui.widgets.sheet_file import SheetFile
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

_ORDERS = (InstrumentType.EIO, InstrumentType.EIO_SUPPLEMENTARY)


class BoardDialog(Dialog):
    """Read alone; sheets are written to files that somebody chooses."""

    def __init__(self, parent: QWidget, jobs: VaultJobs, case: CaseFile) -> None:
        super().__init__(parent, self.tr("Board of requests"))
        self.setMinimumWidth(1000)
        self.model = BoardModel(jobs, self)
        self._case = case
        self.rows: RowsModel[BoardLine] = RowsModel(_columns(), self)
        self.table = RecordTable(self.rows, self.tr("Requests"), wrap=True)
        self.table.setMinimumHeight(380)
        self.table.say_when_empty(self.tr("No order, request or agreement is registered."))
        self.body.addWidget(self.table)
        self.counted = Label("", Part.MUTED, wrap=True).selectable()
        self.body.addWidget(self.counted)
        self.unasked = Label("", wrap=True).selectable()
        self.unasked.hide()
        self.body.addWidget(self.unasked)
        asked = Form()
        self.problem = asked.add(self.tr("Pro&blem for Eurojust"), CodeEditor(ReferralProblem))
        self.wanted = asked.add(self.tr("&Help asked for"), line())
        self.body.addLayout(asked)
        self.data_button = button(self.tr("&Data for the form\u2026"), self._print_data)
        self.referral_button = button(self.tr("&Referral to Eurojust\u2026"), self._print_referral)
        self.print_button = button(self.tr("&Print the board\u2026"), self._print_board)
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self._outer.addLayout(
            row(self.data_button, self.referral_button, self.print_button, None, self.main_button)
        )
        self.table.chosen.connect(lambda _: self._tell())
        self.model.loaded.connect(self._show)
        self.model.unasked.connect(self._show_unasked)
        self.sheet_file = SheetFile(self, self.notice)
        self.model.written.connect(self.sheet_file.tell)
        self.model.refused.connect(self.refuse)
        self._tell()
        self.model.load(case.id)

    def _show(self, lines: "Sequence[BoardLine]") -> None:
        self.rows.show_rows(lines)
        self.table.choose_row(0)
        self._tell()

    def _show_unasked(self, came: "Sequence[Unasked]") -> None:
        told = self.tr("{number} came under no request of the case: {package} of {office}, {day}.")
        self.unasked.say(
            self.tr("What came under no request"),
            "\n".join(
                told.format(
                    number=isolate(each.holder),
                    package=isolate(each.number),
                    office=isolate_words(each.office),
                    day=isolate(when_here(each.at)),
                )
                for each in came
            ),
        )
        self.unasked.setVisible(bool(came))

    def _tell(self) -> None:
        chosen = self._chosen()
        told = chosen.said if chosen else ()
        links = chosen.links if chosen else ()
        self.counted.say(
            self.tr("Links, answer and deadlines of the chosen request"),
            as_lines([*map(_link, links), *map(finding_text, told)]),
        )
        self.data_button.setEnabled(chosen is not None and chosen.instrument.type in _ORDERS)

    def _chosen(self) -> BoardLine | None:
        record = self.table.current_record()
        return record if isinstance(record, BoardLine) else None

    def _print_board(self) -> None:
        if target := self.sheet_file.ask("board.pdf"):
            self.model.print_board(self._case.id, target)

    def _print_referral(self) -> None:
        take_back(self)
        problem = self.problem.value()
        if not isinstance(problem, ReferralProblem):
            refuse_at(self.problem, self.tr("Please choose why Eurojust is asked."))
            return
        if lacks((self.wanted, self.tr("Please write which help is asked for, without names."))):
            return
        if target := self.sheet_file.ask("referral.pdf"):
            self.model.print_referral(self._case.id, target, problem, self.wanted.text())

    def _print_data(self) -> None:
        chosen = self._chosen()
        if chosen is not None and (target := self.sheet_file.ask("data-sheet.pdf")):
            self.model.print_data(self._case.id, target, chosen.instrument.id)


def _columns() -> tuple[Column[BoardLine], ...]:
    return (
        Column(
            title=translate("board", "Wave"),
            read=lambda each: str(each.instrument.wave or NONE),
            width=70,
            exact=True,
        ),
        Column(
            title=translate("board", "Number"), read=lambda each: each.instrument.number, width=90, exact=True
        ),
        Column(title=translate("board", "Kind"), read=lambda each: words(each.instrument.type)),
        Column(
            title=translate("board", "States"),
            read=lambda each: each.instrument.way,
            width=90,
            exact=True,
        ),
        Column(
            title=translate("board", "Status"), read=lambda each: words(each.instrument.status), width=120
        ),
        Column(
            title=translate("board", "Next deadline"),
            read=_next,
            width=210,
            tone=lambda each: SAID[each.next_due.finding.standing] if each.next_due else None,
        ),
        Column(
            title=translate("board", "Answers and links"),
            read=_answers,
            width=165,
        ),
        Column(title=translate("board", "Last sent or received"), read=_last, width=190),
    )


def _next(each: BoardLine) -> str:
    due = each.next_due
    return f"{day(due.due)}  {called(due.called)}" if due is not None and due.due else NONE


def _last(each: BoardLine) -> str:
    """The day, the channel, and which way it went, as far as that is entered."""
    if not each.transmissions:
        return NONE
    last = each.transmissions[-1]
    way = {
        True: translate("board", "received"),
        False: translate("board", "sent"),
        None: "",
    }[last.incoming]
    return "\n".join(
        filter(None, (f"{day(last.sent_on)}  {way}".rstrip(), isolate_words(words(last.channel))))
    )


def _answers(each: BoardLine) -> str:
    """What was obtained under it, and in lines of their own the instruments to which it is linked."""
    obtained = listed(isolate(one) for one in each.answers)
    return "\n".join(filter(None, (obtained, *map(_link, each.links)))) or NONE


def _link(each: Linked) -> str:
    return f"{words(each.how)} {isolate(each.other)}"

"""The dialog of what keeps an exhibit in the office: bars are listed, entered and lifted."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.services.evidence.leaving import BarInFull
from ui.clock import when_here
from ui.exhibits.bars_model import BarsModel
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.questions import ask_reason
from ui.widgets.table import RecordTable


class BarsDialog(Dialog):
    """Every bar on the exhibit and on what it was derived from, also those that were lifted."""

    def __init__(self, parent: QWidget, model: BarsModel) -> None:
        super().__init__(
            parent,
            self.tr("What keeps {number} in the office").format(number=isolate(model.exhibit.number)),
            self.tr(
                "A bar holds for the exhibit and for everything that is derived from it. Neither the exhibit "
                "nor its files go into a bundle or a package. A legal hold alone lets it go there, and "
                "keeps it from being disposed of and from being given back."
            ),
        )
        self.setMinimumWidth(860)
        self._model = model
        self.rows: RowsModel[BarInFull] = RowsModel(
            [
                Column(title=self.tr("On"), read=lambda each: each.number, width=110, exact=True),
                Column(title=self.tr("Bar"), read=lambda each: words(each.bar.kind), width=210),
                Column(
                    title=self.tr("Since"), read=lambda each: when_here(each.bar.at), width=190, exact=True
                ),
                Column(title=self.tr("State"), read=self._state, width=120, tone=_tone),
                Column(title=self.tr("Reason"), read=lambda each: isolate_words(each.bar.reason)),
            ],
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Bars"), wrap=True)
        self.table.setMinimumHeight(190)
        self.table.say_when_empty(self.tr("Nothing keeps this exhibit in the office."))
        self.body.addWidget(self.table)
        self.lifted = Label("", Part.MUTED, wrap=True)
        self.body.addWidget(self.lifted)
        self.lift_button = button(self.tr("&Lift this bar\u2026"), self._lift, icon="lock-open")
        self.body.addLayout(row(None, self.lift_button))
        self.finish_with(self.tr("&Bar the exhibit\u2026"), icon="lock", back=self.tr("Back"))
        self._rights: frozenset[Right] = frozenset()
        self._fit()
        self.table.chosen.connect(lambda _: self._fit())
        model.listed.connect(self._show)
        model.refused.connect(self.refuse)
        for done in (model.barred, model.lifted):
            done.connect(model.list)
        model.list()

    def take(self) -> None:
        self.notice.clear()
        NewBarDialog(self, self._model).open()

    def _show(self, found: tuple[BarInFull, ...], rights: frozenset[Right]) -> None:
        self._rights = rights
        self.rows.show_rows(found)
        self.table.choose_row(0 if found else -1)
        self._fit()

    def _chosen(self) -> BarInFull | None:
        chosen = self.table.current_record()
        return chosen if isinstance(chosen, BarInFull) else None

    def _fit(self) -> None:
        """Offer what is possible for the chosen bar and this user, and say why a bar was lifted."""
        chosen = self._chosen()
        self.main_button.setEnabled(
            Right.REGISTER_EXHIBITS in self._rights and not self._model.exhibit.struck
        )
        may = chosen is not None and chosen.may_be_lifted and Right.RELEASE_BUNDLES in self._rights
        self.lift_button.setEnabled(may)
        self.lifted.setText(self._told(chosen) if chosen is not None else "")

    def _told(self, chosen: BarInFull) -> str:
        if chosen.lifted is not None:
            told = self.tr("Lifted on {at}: {reason}")
            return told.format(
                at=isolate(when_here(chosen.lifted.at)), reason=isolate_words(chosen.lifted.reason)
            )
        if not chosen.may_be_lifted:
            return self.tr("Abuse material never leaves the office: this bar is not lifted.")
        return ""

    def _lift(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self.notice.clear()
        reason = ask_reason(
            self,
            self.tr("Lift this bar?"),
            self.tr("The bar ends by that. Say who consented, or who decided."),
            self.tr("&Lift"),
            draft=self._model.draft("lift-bar", chosen.bar.id),
        )
        if reason:
            self._model.lift(chosen.bar.id, reason)

    def _state(self, each: BarInFull) -> str:
        return self.tr("Lifted") if each.lifted else self.tr("Stands")


class NewBarDialog(Dialog):
    """Enters a bar. Nothing is chosen beforehand."""

    def __init__(self, parent: QWidget, model: BarsModel) -> None:
        super().__init__(
            parent,
            self.tr("Bar {number} from leaving").format(number=isolate(model.exhibit.number)),
            self.tr("A bar on abuse material is never lifted. Each other one is lifted for a reason."),
        )
        self.setMinimumWidth(560)
        self._model = model
        form = Form()
        kinds = [(self.tr("Please choose"), None), *((words(kind), kind) for kind in BarKind)]
        self.kind = form.add(self.tr("&Why it stays"), ValueBox(kinds))
        self.reason = form.add(self.tr("&Who asked for it, or what it rests on"), line(""))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Bar"), icon="lock")
        self.keep_typing(model.draft("bar-exhibit", model.exhibit.id))

    def take(self) -> None:
        if self.kind.currentData() is None:
            self.refuse_at(self.kind, self.tr("Please choose why it stays in the office."))
        elif not self.lacks((self.reason, self.tr("Please write who asked for it, or what it rests on."))):
            self.begin_work()
            with self._model.answering(self):
                self._model.bar(BarKind(self.kind.currentData()), self.reason.text().strip())


def _tone(each: BarInFull) -> Tone:
    return Tone.PLAIN if each.lifted else Tone.WARN

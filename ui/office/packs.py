"""Data packs about cooperation: the one in use, what it states, and where the office's own differs."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.availability import Availability
from thb_desktop.domain.cooperation_codes import MeasureKind
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.deadlines import DeadlineRule
from thb_desktop.domain.grounds import GroundKind, GroundRule
from thb_desktop.domain.pack_statements import Change, Compared, Kind
from thb_desktop.domain.rights import Right
from ui.clock import when_here
from ui.jobs import VaultJobs
from ui.labels import called, field_words, words
from ui.office.packs_model import Packs, PacksModel
from ui.rows import Column, RowsModel
from ui.text import day, isolate, isolate_words, listed, visible
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.new_file import write_new
from ui.widgets.place import FileField
from ui.widgets.table import RecordTable


class PacksPart(QWidget):
    """The statements of the pack in use, each with whether it was compared with an official list."""

    def __init__(self, jobs: VaultJobs, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self.notice = notice
        self.model = PacksModel(jobs, self)
        self._packs: Packs | None = None
        self.present = Label("", wrap=True).selectable()
        told = self.tr(
            "Rules about instruments, languages, deadlines and holidays are read from this pack. Look up a "
            "statement that was compared with no official list before you rely on it."
        )
        columns = (
            Column[Compared](title=self.tr("About"), read=self._kind, width=150),
            Column[Compared](title=self.tr("Statement"), read=_name, width=230),
            Column[Compared](title=self.tr("It says"), read=self._says),
            Column[Compared](title=self.tr("Official list"), read=self._certain, width=190, tone=_tone),
            Column[Compared](title=self.tr("Beside the program's"), read=self._change, width=190, spare=1),
        )
        self.rows: RowsModel[Compared] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Statements of the pack"))
        self.table.chosen.connect(lambda _: self._show_source())
        self.source = Label("", Part.MUTED, wrap=True).selectable()
        self.adopted = Label("", wrap=True).selectable()
        self.adopt_button = button(self.tr("Adop&t a pack\u2026"), self._adopt, icon="file-plus")
        self.save_button = button(self.tr("Save the pack in &use\u2026"), self._save, icon="save")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.present)
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.source)
        column.addWidget(self.adopted)
        column.addLayout(row(self.adopt_button, None, self.save_button))
        self.model.listed.connect(self._show)
        self.model.taken.connect(self._tell_taken)
        self.model.writing.connect(notice.clear)
        self.model.refused.connect(notice.refuse)

    def reload(self) -> None:
        self.model.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self.adopt_button.setVisible(Right.SIGN_RECORDS in rights)

    def _show(self, found: Packs) -> None:
        self._packs = found
        pack = found.present
        said = self.tr("In use: pack {version} of the program, checked on {date}. {source}")
        if pack.is_own:
            said = self.tr("In use: pack {version} of the office, checked on {date}. {source}")
        self.present.setText(
            said.format(
                version=isolate(pack.version),
                date=isolate(day(pack.checked_on)),
                source=isolate_words(pack.source),
            )
        )
        self.rows.show_rows(found.statements)
        self.table.choose_row(0)
        history = self.tr("Pack number {number}, adopted {at} by {name}: {reason}")
        self.adopted.setText(
            "\n".join(
                history.format(
                    number=isolate(str(each.pack.version)),
                    at=isolate(when_here(each.pack.at)),
                    name=isolate_words(each.by),
                    reason=isolate_words(each.pack.reason),
                )
                for each in found.adopted[:3]
            )
        )
        self.adopted.setVisible(bool(found.adopted))
        self._show_source()

    def _show_source(self) -> None:
        chosen = self.table.current_record()
        if not isinstance(chosen, Compared):
            self.source.setText("")
            return
        told, source = [self._says(chosen)], chosen.statement.source
        if chosen.statement.rule is not None:
            told = [_name(chosen), *told, self._in_full(chosen.statement.rule)]
        if source:
            told.append(self.tr("Source: {source}").format(source=isolate_words(source)))
        self.source.setText("\n".join(told))

    def _says(self, each: Compared) -> str:
        """What a statement says; of a deadline, in words: how long, and from which day of the register."""
        rule = each.statement.rule
        if each.statement.ground is not None:
            return self._of_ground(each.statement.ground)
        if each.statement.available is not None:
            return self._of_measures(each.statement.available)
        if rule is None:
            return isolate(each.statement.says)
        period = self.tr("%n hour(s)", "", rule.hours) if rule.hours else self.tr("%n day(s)", "", rule.days)
        if rule.longer:
            longer = self.tr("%n more with reasons", "", rule.longer)
            period = self.tr("{period}, {longer}").format(period=period, longer=longer)
        since = field_words(INSTRUMENT.name, rule.since)
        return self.tr("{period}; it runs from: {since}").format(period=period, since=since)

    def _of_ground(self, ground: GroundRule) -> str:
        """For which instruments a ground is, and which answer of the register excludes it."""
        types = listed(sorted(words(each) for each in ground.types))
        told = types
        if ground.unless:
            question = field_words(INSTRUMENT.name, ground.unless)
            told = self.tr("{types}; not where this is answered with yes: {question}").format(
                types=types, question=question
            )
        if ground.unless_always:
            told = self.tr("{told}; not for measures that are always available").format(told=told)
        return told

    def _of_measures(self, rule: Availability) -> str:
        measures = listed(words(each) for each in MeasureKind if each in rule.measures)
        if rule.always:
            return self.tr("Always available: {measures}").format(measures=measures)
        return self.tr("Another measure may take their place: {measures}").format(measures=measures)

    def _in_full(self, rule: DeadlineRule) -> str:
        """The rest of a deadline: for which instruments, what ends it, and on what it depends."""
        types = listed(sorted(words(each) for each in rule.types))
        told = [
            self.tr("For: {types}.").format(types=types),
            self.tr("Met with: {met}.").format(met=field_words(INSTRUMENT.name, rule.met)),
        ]
        if rule.only_if:
            told.append(
                self.tr("Only if: {question}.").format(question=field_words(INSTRUMENT.name, rule.only_if))
            )
        if rule.depends:
            told.append(self.tr("It holds only in a case that the register does not tell."))
        if not rule.certain:
            told.append(self.tr("It is not certain: look it up."))
        return " ".join(told)

    def _adopt(self) -> None:
        AdoptDialog(self, self.model).open()

    def _save(self) -> None:
        if self._packs is None:
            return
        target = choose.choose_target(self, self.tr("Save the pack in use"), "cooperation.toml")
        if target is None:
            return
        try:
            write_new(target, self._packs.text.encode())
        except OSError:
            self.notice.refuse(self.tr("The file could not be written. Choose a name that is not there yet."))
            return
        told = self.tr("The pack is written: {file}. Change it, and adopt it.")
        self.notice.tell(told.format(file=isolate(visible(target.name))), Tone.OK)

    def _tell_taken(self, number: int) -> None:
        told = self.tr("Pack number {number} of the office is in use.")
        self.notice.tell(told.format(number=isolate(str(number))), Tone.OK)

    def _kind(self, each: Compared) -> str:
        return {
            Kind.TREATY: self.tr("Whom it binds"),
            Kind.LANGUAGES: self.tr("Languages"),
            Kind.ADEQUACY: self.tr("Protection of data"),
            Kind.DEADLINE: self.tr("Deadline"),
            Kind.HOLIDAYS: self.tr("Holidays"),
            Kind.FORM: self.tr("Official form"),
            Kind.OFFICIAL: self.tr("Official languages"),
            Kind.LAW: self.tr("How documents cite it"),
            Kind.AVAILABILITY: self.tr("Availability of measures"),
            Kind.GROUND: self.tr("Ground of postponement")
            if each.statement.ground and each.statement.ground.kind is GroundKind.POSTPONEMENT
            else self.tr("Ground of refusal"),
        }[each.statement.kind]

    def _certain(self, each: Compared) -> str:
        return self.tr("Compared") if each.statement.certain else self.tr("Not compared")

    def _change(self, each: Compared) -> str:
        return {
            Change.SAME: "",
            Change.CHANGED: self.tr("Says something else"),
            Change.ADDED: self.tr("Only here"),
            Change.MISSING: self.tr("Is not in this pack"),
        }[each.change]


class AdoptDialog(Dialog):
    """Puts a pack of the office in place of the one in use."""

    def __init__(self, parent: QWidget, model: PacksModel) -> None:
        super().__init__(
            parent,
            self.tr("Adopt a pack"),
            self.tr(
                "Save the pack in use, change it, and give it a version, a day of checking and a source of "
                "your own. Every pack that was in use stays in the vault."
            ),
        )
        self.setMinimumWidth(640)
        self._model = model
        form = Form()
        self.place = FileField(self.tr("File of the pack"), browse=self.tr("&Browse\u2026"))
        self.file = form.add(self.tr("&File of the pack (TOML)"), self.place).text
        self.reason = form.add(self.tr("&Why, and on what it rests"), line(""))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Adopt"), icon="check")
        self.keep_typing(model.draft("adopt-pack"))

    def take(self) -> None:
        file = self.place.path()
        if (problem := self.place.problem()) or file is None:
            self.refuse_at(self.file, problem)
        elif not self.lacks((self.reason, self.tr("Please write why, and on what it rests."))):
            self.begin_work(self.tr("The pack is read and recorded."))
            with self._model.answering(self):
                self._model.adopt(Path(file), self.reason.text().strip())


def _name(each: Compared) -> str:
    """What a statement is about: a deadline by its words, in which a pack of the office has its own, and a
    ground by those of the program.
    """
    rule, ground = each.statement.rule, each.statement.ground
    if ground is not None:
        return words(ground.code)
    return each.statement.name if rule is None else called(rule.called)


def _tone(each: Compared) -> Tone:
    return Tone.OK if each.statement.certain else Tone.WARN

"""The dialog of the signatures of a file that an exhibit holds: judged, kept with it, and read again."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.signature_check import SIGNATURE_CHECK, SignatureCheck
from thb_desktop.domain.signature_level import LEVEL_FIELDS, StatedLevel
from thb_desktop.errors import FormatError
from thb_desktop.services.evidence.signature_checks import KeptCheck
from ui.checking.dialog import CheckDialog
from ui.checking.model import Checked
from ui.checking.shown import ShownResult
from ui.clock import when_here
from ui.exhibits.signatures_model import SignaturesModel
from ui.exhibits.view_model import ExhibitsViewModel
from ui.forms.entry_dialog import EntryDialog
from ui.forms.reading import read_fields
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.text import digest_groups, isolate, isolate_words, translate, visible
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable


def open_signatures(parent: QWidget, of: ExhibitsViewModel, file: ExhibitFile, *, enters: bool) -> None:
    """Judge the signatures of a file of the open exhibit. enters: whether the user enters exhibits."""
    full = of.exhibit
    if full is not None:
        model = SignaturesModel(of.jobs, full.exhibit, file, parent)
        model.kept.connect(of.reopen)
        SignaturesDialog(parent, model, keeps=enters and not full.exhibit.struck).open()


class SignaturesDialog(CheckDialog):
    """Judges at once, and again with each further certificate. keeps: whether the user may keep it."""

    def __init__(self, parent: QWidget, model: SignaturesModel, *, keeps: bool) -> None:
        name = isolate_words(visible(model.file.name))
        super().__init__(
            parent,
            model,
            heading=translate("signatures", "Signatures of {name}").format(name=name),
            sentence=translate(
                "signatures",
                "The file is judged where it lies, without a network. What is found is kept with exhibit "
                "{number} if you say so; earlier judgements stay as they are.",
            ).format(number=isolate(model.exhibit.number)),
        )
        self._keeps, self._of = keeps, model
        model.setParent(self)
        self.file.hide()
        self.rows: RowsModel[KeptCheck] = RowsModel(
            [
                Column(
                    title=translate("signatures", "Judged"),
                    read=lambda each: when_here(each.check.judged_at),
                    width=190,
                    exact=True,
                ),
                Column(
                    title=translate("signatures", "By"), read=lambda each: isolate_words(each.by), width=160
                ),
                Column(
                    title=translate("signatures", "File"), read=lambda each: isolate_words(visible(each.file))
                ),
                Column(title=translate("signatures", "Verdict"), read=lambda each: words(each.check.verdict)),
            ],
            self,
        )
        self.table = RecordTable(self.rows, translate("signatures", "Kept with the exhibit"), wrap=True)
        self.table.setMinimumHeight(110)
        self.table.say_when_empty(translate("signatures", "Nothing was kept of this exhibit yet."))
        self.show_button = button(translate("signatures", "&Show\u2026"), self._show_kept, icon="eye")
        self.body.addWidget(Label(translate("signatures", "Kept with the exhibit"), Part.CAPTION))
        self.body.addWidget(self.table)
        self.body.addLayout(row(None, self.show_button))
        self.table.opened.connect(lambda _: self._show_kept())
        model.listed.connect(self._list)
        model.kept.connect(self._tell_kept)
        self.show_button.setEnabled(False)
        self._fit()
        model.list()
        self.check(Path(model.file.name))

    def _finish(self) -> None:
        self.level_button = button(
            translate("signatures", "Keep with a stated &level\u2026"), self._ask_level, icon="plus"
        )
        self.finish_with(
            translate("signatures", "&Keep with the exhibit"),
            back=translate("signatures", "Close"),
            aside=self.level_button,
        )

    def take(self) -> None:
        self.notice.clear()
        self._of.keep()
        self._fit()

    def _begin(self) -> None:
        super()._begin()
        self._fit()

    def _show(self, checked: Checked) -> None:
        super()._show(checked)
        self.content.hide()  # what it signs is looked for in the exhibit
        self._fit()

    def _fit(self) -> None:
        for each in (self.main_button, self.level_button):
            each.setVisible(self._keeps)
            each.setEnabled(self._of.judged is not None)

    def _list(self, found: tuple[KeptCheck, ...]) -> None:
        self.rows.show_rows(found)
        self.table.choose_row(len(found) - 1)
        self.show_button.setEnabled(bool(found))

    def _tell_kept(self) -> None:
        self.notice.tell(translate("signatures", "Kept with the exhibit."), Tone.OK)
        self._of.list()

    def _ask_level(self) -> None:
        """What others say of the level is entered, and kept with what was found here."""

        def take(values: dict[str, Any], _: str) -> None:
            self._of.keep_with(StatedLevel(**values))

        EntryDialog(
            self,
            translate("signatures", "Level of the signatures of {name}").format(
                name=isolate_words(visible(self._of.file.name))
            ),
            SIGNATURE_CHECK,
            take,
            model=self._of,
            main=translate("signatures", "Keep"),
            sentence=translate(
                "signatures",
                "What others say, for instance a report of a validation service. This program does not "
                "judge it, and says so. To correct it, keep the file again: the earlier entry stays.",
            ),
            names=LEVEL_FIELDS,
            draft=self._of.draft("stated-level", self._of.file.id),
        ).open()

    def _show_kept(self) -> None:
        chosen = self.table.current_record()
        if isinstance(chosen, KeptCheck):
            KeptCheckDialog(self, chosen).open()


class KeptCheckDialog(Dialog):
    """One judgement, as it was found: who judged, when, with which certificates, and what was said."""

    def __init__(self, parent: QWidget, kept: KeptCheck) -> None:
        check = kept.check
        name = isolate_words(visible(kept.file))
        super().__init__(parent, translate("signatures", "Signatures of {name}").format(name=name))
        self.setMinimumWidth(700)
        form = Form()
        form.tell(translate("signatures", "Judged"), when_here(check.judged_at))
        form.tell(translate("signatures", "By"), isolate_words(kept.by))
        form.tell(translate("signatures", "Certificates trusted"), _trusted(check))
        form.tell(translate("signatures", "SHA-256 of the file"), digest_groups(check.sha256), exact=True)
        stated = [name for name in LEVEL_FIELDS if getattr(check, name)]
        for called, value, is_exact in read_fields(SIGNATURE_CHECK, check, {}, stated):
            form.tell(called, value, exact=is_exact)
        self.body.addLayout(form)
        try:
            self.body.addWidget(ShownResult(Checked(file=Path(kept.file), answer=kept.answer)))
        except FormatError:
            self.body.addWidget(Label(words(check.verdict), Part.STRONG))
            self.body.addWidget(Label(isolate_words(visible(check.said)), wrap=True))
        self.finish_with(translate("signatures", "&Close"))
        self.back_button.hide()


def _trusted(check: SignatureCheck) -> str:
    if not check.anchors:
        return translate("signatures", "none")
    return "\n".join(f"{isolate_words(name)}, {digest_groups(digest)}" for name, digest in check.anchors)

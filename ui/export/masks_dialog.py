"""The dialog in which words of a version are masked, by keys, and shown again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.anchors import code_points, utf16_units
from thb_desktop.domain.disclosure import CONTENT, Disclosure, Redaction
from thb_desktop.domain.language_outward import RemarkKind
from thb_desktop.domain.masked_text import in_lines, place_in, separator_of, spans_of
from thb_desktop.domain.remarks import VERDICT
from thb_desktop.domain.vocabulary import RedactionReason
from ui.export.versions import WITHDRAWN, Span, VersionsModel
from ui.labels import field_words, language_name, words
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, language_is_right_to_left, translate
from ui.tones import Tone
from ui.transcript.letters import testimony_font
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.choices import CodeBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.questions import ask_reason
from ui.widgets.table import RecordTable
from ui.widgets.text_edit import PlainTextEdit

if TYPE_CHECKING:
    from thb_desktop.services.bundling.maskable import Maskable

_TABLE_HEIGHT, _LINES = 170, 5
_BEGINNING = 90
"""Signs of a text that the list shows."""


class MasksDialog(Dialog):
    """Each mask is an act of its own: nothing waits for the end of the dialog."""

    def __init__(self, parent: QWidget, model: VersionsModel, version: Disclosure) -> None:
        super().__init__(
            parent,
            self.tr("Mask words in version {number}").format(number=isolate(version.number)),
            self.tr(
                "Choose a text, then words in it (Shift and the arrow keys). The recipient sees a mark with "
                "the reason in their place; no byte that leaves has the words."
            ),
        )
        self.setMinimumWidth(860)
        self._model, self._version = model, version
        self._redactions: dict[tuple[str, str], list[Redaction]] = {}
        self._shown: Maskable | None = None
        self.rows: RowsModel[Maskable] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("Texts of the version"))
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.body.addWidget(self.table)
        name = Label(self.tr("&Text"), Part.CAPTION)
        self.text = PlainTextEdit(self.tr("Text"), lines=_LINES, in_order=False)
        self.text.only_read()
        name.setBuddy(self.text)
        self.body.addWidget(name)
        self.body.addWidget(self.text)
        self._goes_whole = self.tr(
            "This was signed, or told, as one. Whichever words you choose in it, all of it is withheld; "
            "the recipient sees that, with the reason."
        )
        self._signature_goes = self.tr(
            "The reasons are withheld together with the signature, whichever words you choose. Unless a "
            "certificate is there, no check can confirm then that the linguist signed these turns."
        )
        self.whole = Label(self._goes_whole, Part.MUTED, wrap=True)
        policy = self.whole.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.whole.setSizePolicy(policy)
        self.whole.hide()
        self.body.addWidget(self.whole)
        form = Form()
        self.reason = form.add(self.tr("&Reason"), CodeBox(RedactionReason, open_question=True))
        self.ordered_by = form.add(self.tr("&Ordered by"), line(""))
        self.body.addLayout(form)
        self.everywhere_button = button(self.tr("Mask them &everywhere"), self._everywhere)
        self.again_button = button(self.tr("&Show again\u2026"), self._show_again, part="quiet")
        self.identities_button = button(self.tr("Mask sealed &identities"), self._identities)
        self.column_button = button(self.tr("Mask the &column from here down"), self._column)
        self.column_button.hide()
        self.body.addLayout(
            row(
                *(self.again_button, None, self.column_button),
                *(self.identities_button, self.everywhere_button),
            )
        )
        self.finish_with(self.tr("&Mask the chosen words"), back=self.tr("Close"))
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _: self.text.setFocus())
        model.refused.connect(self.refuse)
        model.texts.connect(self._fill)
        model.masked.connect(self._say_masked)
        self.begin_work(self.tr("The texts of the version are read."))
        model.ask_texts(version)

    def take(self) -> None:
        span = self._chosen()
        if span is None or not self._has_order():
            return
        self.begin_work()
        self._model.mask(self._version, span, self.reason.code(), self.ordered_by.text().strip())

    def _everywhere(self) -> None:
        span = self._chosen()
        if span is None or not self._has_order():
            return
        self.begin_work()
        asked = span.of.text[span.start : span.end]
        self._model.mask_everywhere(self._version, asked, self.reason.code(), self.ordered_by.text().strip())

    def _column(self) -> None:
        """Mask the column of a table in which the cursor stands, from its row to the last one."""
        if self._shown is None or not self._has_order():
            return
        at, _ = self._cursor()
        self.begin_work()
        self._model.mask_column(
            self._version,
            Span(of=self._shown, start=at, end=at),
            self.reason.code(),
            self.ordered_by.text().strip(),
        )

    def _identities(self) -> None:
        """Mask what is sealed of protected persons; nothing of it is shown."""
        if self._has_order():
            self.begin_work()
            self._model.mask_identities(self._version, self.reason.code(), self.ordered_by.text().strip())

    def _show_again(self) -> None:
        """Withdraw the mask in which the cursor stands."""
        at = self._cursor()
        found = [
            each
            for each in self._own()
            if any(start <= at[0] <= end for start, end in spans_of(each.anchor, self._text()))
        ]
        if not found:
            self.refuse_at(self.text, self.tr("Please put the cursor into a masked place."))
            return
        because = ask_reason(
            self,
            self.tr("Show these words again?"),
            self.tr("The mask is withdrawn. Who withdrew it, and why, stays on record."),
            self.tr("Show again"),
        )
        if because:
            self.begin_work()
            self._model.show_again(self._version, found[0], because)

    def _has_order(self) -> bool:
        if not self.reason.is_answered:
            self.refuse_at(self.reason, self.tr("Please choose the reason."))
            return False
        return not self.lacks((self.ordered_by, self.tr("Please write which authority ordered it.")))

    def _chosen(self) -> Span | None:
        """The words that are chosen in the text."""
        start, end = self._cursor()
        if self._shown is None or start == end:
            self.refuse_at(self.text, self.tr("Please choose words in the text first."))
            return None
        return Span(of=self._shown, start=start, end=end)

    def _cursor(self) -> tuple[int, int]:
        """Where the choice begins and ends, in code points, as anchors count."""
        cursor, text = self.text.textCursor(), self._text()
        lines = in_lines(text)
        ends = (code_points(lines, each) for each in (cursor.selectionStart(), cursor.selectionEnd()))
        start, end = (place_in(text, each) for each in ends)
        return start, end

    def _text(self) -> str:
        return self._shown.text if self._shown else ""

    def _own(self) -> Sequence[Redaction]:
        return self._redactions.get((self._shown.row, self._shown.field), ()) if self._shown else ()

    def _fill(self, texts: "tuple[Maskable, ...]", redactions: tuple[Redaction, ...]) -> None:
        self._redactions = {}
        for each in redactions:
            if each.is_of_words or each.is_of_text:
                self._redactions.setdefault((each.row, each.field), []).append(each)
        shown = self._shown
        self._end_work()
        self.rows.show_rows(texts)
        keys = [(each.row, each.field) for each in self.rows.rows]
        own = keys.index((shown.row, shown.field)) if shown and (shown.row, shown.field) in keys else 0
        self.table.choose_row(own)
        self._show(self.rows.rows[own] if self.rows.rows else None)

    def _show(self, found: "Maskable | None") -> None:
        """Show a text with its masked words white on black, and struck, so that no colour alone says it."""
        is_same = self._shown is not None and found is not None and self._shown.row == found.row
        before = self.text.textCursor().position() if is_same else 0
        self._shown = found
        text = found.text if found else ""
        self.text.setFont(testimony_font(self.text.font(), found.language if found else ""))
        self.text.setCurrentCharFormat(QTextCharFormat())  # a text takes the look of what stood there first
        self.text.setPlainText(in_lines(text))
        right = bool(found and language_is_right_to_left(found.language))
        self.text.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        spans = sorted(one for each in self._own() for one in spans_of(each.anchor, text))
        cursor = self.text.textCursor()
        cursor.beginEditBlock()
        at = units = 0
        for start, end in spans:
            units += _units(text[at:start])
            at = start
            cursor.setPosition(units)
            cursor.setPosition(units + _units(text[start:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_masked_look())
        cursor.endEditBlock()
        self.whole.setVisible(bool(found and found.goes_whole))
        is_signature = found is not None and found.kind is RemarkKind.SIGNATURE
        self.whole.setText(self._signature_goes if is_signature else self._goes_whole)
        self.column_button.setVisible(bool(found and found.field == CONTENT and separator_of(text)))
        cursor = self.text.textCursor()
        cursor.setPosition(min(before, len(self.text.toPlainText())))
        self.text.setTextCursor(cursor)

    def _say_masked(self, count: int) -> None:
        self._end_work()
        if count > 0:
            self.notice.tell(self.tr("%n place(s) masked.", "", count), Tone.OK)
        elif count != WITHDRAWN:
            self.notice.tell(self.tr("Nothing more to mask was found."), Tone.INFO)
        else:
            self.notice.clear()

    def _columns(self) -> "tuple[Column[Maskable], ...]":
        return (
            Column(title=self.tr("Place"), read=_place, width=365),
            Column(title=self.tr("Text"), read=lambda each: isolate_words(each.text[:_BEGINNING])),
            Column(
                title=self.tr("Masks"),
                read=lambda each: ", ".join(
                    words(one.reason) for one in self._redactions.get((each.row, each.field), ())
                ),
                width=170,
            ),
        )


def _place(each: "Maskable") -> str:
    if each.field == CONTENT or each.entity == VERDICT:  # the name of a file may be long: it stands last
        found = translate("MasksDialog", "what was found of signatures")
        what = found if each.entity == VERDICT else translate("MasksDialog", "content of the file")
        return "  ".join((isolate(each.number), what, isolate_words(each.place)))
    if each.kind is not None:
        what = words(each.kind)
    elif each.entity == "exhibit_file":
        what = translate("MasksDialog", "name of a file")
    elif each.entity == "custody_event":
        event = translate("MasksDialog", "custody event {number}").format(number=isolate(each.place))
        return "  ".join((isolate(each.number), event, field_words(each.entity, each.field)))
    elif each.language and each.field.partition("/")[0] not in ("pointed_at", "marks"):
        what = language_name(each.language)
    else:
        what = field_words(each.entity, each.field.partition("/")[0])
    return "  ".join(filter(None, (isolate(each.number), isolate(each.place) if each.place else "", what)))


def _units(text: str) -> int:
    """How many places a text takes in the box, which has one sign at the end of each line."""
    lines = in_lines(text)
    return utf16_units(lines, len(lines))


def _masked_look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QColor("#000000"))
    look.setForeground(QColor("#ffffff"))
    look.setFontStrikeOut(True)
    return look

"""What is said of a checked file, as widgets: the verdict, each signature, each sentence with its sign."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thb_desktop.verify.foreign.answer import Answer, Judged, Verdict, Weight
from thb_desktop.verify.in_short import in_short
from ui import theme
from ui.checking import labels
from ui.checking.model import Checked
from ui.text import digest_groups, isolate_words, translate, visible
from ui.tones import Tone
from ui.widgets import icons
from ui.widgets.basic import Card, Chip, Label, Part, announce, row
from ui.widgets.form import Form

_LISTED = 12
"""Files of a container that are named."""


class ShownResult(QWidget):
    """The answer about one file."""

    def __init__(self, checked: Checked) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        answer = checked.answer
        self.is_own = answer is None
        self.verdict = labels.verdict_of_ours(checked.findings) if answer is None else answer.verdict
        column.addWidget(_Verdict(self.verdict, isolate_words(visible(checked.file.name))))
        if answer is None:
            column.addWidget(
                Label(
                    translate("checking", "This program made the file; its own strict rules apply."),
                    Part.MUTED,
                    wrap=True,
                )
            )
            if told := labels.message_told(checked.message):
                column.addWidget(Label(told, wrap=True))
            for finding in in_short(checked.findings):
                column.addLayout(_line(*labels.finding_line(finding)))
            return
        for card in _cards(answer):
            column.addWidget(card)
        for note in answer.notes:
            column.addLayout(_line(note.weight, labels.note_text(note)))


class _Verdict(Card):
    """The verdict in words and with its sign, first and large."""

    def __init__(self, said: Verdict, file: str) -> None:
        super().__init__("inset", spacing=4, margin=14)
        sign = labels.sign_of(said)
        words = Label(sign.words, Part.TITLE)
        words.setObjectName("verdict")
        self.body.addLayout(row(_icon(sign.icon, sign.tone, 28), words, None))
        self.body.addWidget(Label(file, Part.STRONG, wrap=True))
        self.body.addWidget(Label(labels.meaning_of(said), wrap=True))
        self.setAccessibleName(f"{sign.words}. {labels.meaning_of(said)}")
        announce(self)


def _cards(answer: Answer) -> list[Card]:
    count = len(answer.signatures)
    return [_signature(judged, number, count) for number, judged in enumerate(answer.signatures, 1)]


def _signature(judged: Judged, number: int, of: int) -> Card:
    card = Card(spacing=8, margin=14)
    sign = labels.sign_of(judged.verdict)
    name = Label(labels.name_of(judged, number, of), Part.HEADING, wrap=True)
    head = row(name, Chip(sign.words, sign.tone))
    head.setStretch(0, 1)
    card.body.addLayout(head)
    form = Form()
    if judged.signer:
        by, issuer = isolate_words(judged.signer), isolate_words(judged.issuer)
        form.tell(translate("checking", "By (as the certificate says)"), by)
        form.tell(translate("checking", "Certificate issued by"), issuer)
        digest = form.tell(
            translate("checking", "Its SHA-256"), digest_groups(judged.fingerprint), exact=True
        )
        digest.setWordWrap(True)
    if judged.anchor:
        form.tell(translate("checking", "Trusted because of"), isolate_words(judged.anchor))
    form.tell(translate("checking", "When"), labels.time_of(judged))
    if judged.covers:
        more = [isolate_words(each) for each in judged.covers[:_LISTED]]
        form.tell(
            translate("checking", "Covers"),
            ", ".join(more) + ("\u2026" if len(judged.covers) > _LISTED else ""),
        )
    form.tell(translate("checking", "EN 319 102-1"), labels.indication_of(judged))
    card.body.addLayout(form)
    for note in judged.notes:
        card.body.addLayout(_line(note.weight, labels.note_text(note)))
    return card


def _line(weight: Weight, words: str) -> QHBoxLayout:
    sign = labels.note_sign(weight)
    line = row(_icon(sign.icon, sign.tone, 18), Label(words, wrap=True))
    line.setStretch(1, 1)
    return line


def _icon(name: str, tone: Tone, size: int) -> Label:
    chosen = theme.tokens()
    colours = {Tone.OK: chosen.ok, Tone.WARN: chosen.warn, Tone.BAD: chosen.bad, Tone.INFO: chosen.info}
    picture = Label()
    picture.setPixmap(icons.pixmap(name, colours[tone], size))
    picture.setFixedWidth(size + 4)
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    return picture

"""The receipt of a bundle, to be filled in by hand by who has no program for it."""

from collections.abc import Iterator

from thb_desktop.report.document.table import Table, height_of
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE
from thb_desktop.report.text import Paragraph

_LABEL, _GAP, _HEADING, _TALL, _PAGE = 210.0, 3.0, 36.0, 340.0, 660.0
"""Points; the room of the heading, with what is around it; from `_TALL` on, each line is twice as high, as a
hand needs it; on a page of its own, higher.
"""


def has_room(setting: Setting) -> bool:
    """Whether the whole of it has room on this page."""
    return setting.flow.room >= least_height(setting)


def least_height(setting: Setting) -> float:
    """The height of the receipt with lines of one line each."""
    note = setting.flow.lay_out(_note(setting), NOTE)
    return _HEADING + note.height + height_of(_rows(setting, "", "\n"))


def _note(setting: Setting) -> str:
    """Which bundle it is, and what the receiver does with it."""
    words, release = setting.words.annex, setting.content.release
    sender = [each.name for each in setting.content.frame.authorities if each.id == release.sender_id]
    version = setting.words.common.version.format(n=release.version)
    told = words.receipt_note.format(sender=sender[0] if sender else words.receipt_sender)
    return f"{words.receipt_bundle} {release.number}, {version}. {told}"


def _rows(setting: Setting, line: str, last: str) -> list[list[list[Paragraph]]]:
    """What the sender knows, then an empty line for each answer. last: that of the signature."""
    labels, width = setting.words.annex.receipt_rows, setting.flow.width - _LABEL - _GAP
    told = [*_known(setting), *((each, last if each == labels[-1] else line) for each in labels)]
    return [[setting.cell(label, _LABEL), setting.cell(value, width)] for label, value in told]


def _known(setting: Setting) -> Iterator[tuple[str, str]]:
    """What the sender knows: the numbers of bundles are those of a case, so the case is named."""
    content, words = setting.content, setting.words
    case, sender = content.frame.case, content.release.sender_id
    yield words.cover.case, ", ".join(filter(None, (case.reference, case.notice_number)))
    yield words.cover.recipient, content.release.recipient
    yield words.annex.chain_code, content.proof.head.short_code
    contact = [each.contact for each in content.frame.authorities if each.id == sender and each.contact]
    yield from ((words.cover.sender, each) for each in contact)


def draw_receipt(setting: Setting) -> None:
    """Draw it on one page: which bundle, and an empty line for each answer."""
    words, flow = setting.words.annex, setting.flow
    flow.need(least_height(setting))
    line, last = "", "\n"
    if flow.room >= _TALL:
        more = 4 if flow.room >= _PAGE else 1
        line, last = "\u00a0\n" * more + "\u00a0", "\u00a0\n" * (3 * more) + "\u00a0"
    with flow.section("Sect", title=words.receipt):
        flow.heading(words.receipt, 2, mark=False, announced=True)
        flow.note(_note(setting))
        with Table(flow, (_LABEL, flow.width - _LABEL - _GAP), gap=_GAP) as table:
            for cells in _rows(setting, line, last):
                table.row(cells, headers=1)

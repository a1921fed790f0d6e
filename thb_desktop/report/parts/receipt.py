"""The receipt of a bundle, to be filled in by hand by who has no program for it."""

from collections.abc import Iterator

from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.setting import Setting

_LABEL, _GAP, _HEIGHT, _TALL, _PAGE = 148.0, 3.0, 250.0, 340.0, 660.0
"""Points; from `_TALL` on, each line is twice as high, as a hand needs it; on a page of its own, higher."""


def has_room(setting: Setting) -> bool:
    """Whether the whole of it has room on this page."""
    return setting.flow.room >= _HEIGHT


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
    words, release, flow = setting.words.annex, setting.content.release, setting.flow
    sender = [each.name for each in setting.content.frame.authorities if each.id == release.sender_id]
    version = setting.words.common.version.format(n=release.version)
    bundle = ", ".join((f"{words.receipt_bundle} {release.number}", version))
    flow.need(_HEIGHT)
    line, last = "", "\n"
    if flow.room >= _TALL:
        more = 4 if flow.room >= _PAGE else 1
        line, last = "\u00a0\n" * more + "\u00a0", "\u00a0\n" * (3 * more) + "\u00a0"
    with flow.section("Sect", title=words.receipt):
        flow.heading(words.receipt, 2, mark=False, announced=True)
        told = words.receipt_note.format(sender=sender[0] if sender else words.receipt_sender)
        flow.note(f"{bundle}. {told}")
        width = flow.width - _LABEL - _GAP
        with Table(flow, (_LABEL, width), gap=_GAP) as table:
            for label, known in _known(setting):
                table.row([setting.cell(label, _LABEL), setting.cell(known, width)], headers=1)
            for label in words.receipt_rows:
                empty = last if label == words.receipt_rows[-1] else line
                table.row([setting.cell(label, _LABEL), setting.cell(empty, width)], headers=1)

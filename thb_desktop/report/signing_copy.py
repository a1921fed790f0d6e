"""The copy of a record that is signed by hand: its pages alone, with its digest and the page at each foot."""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import SignerRole
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document, DrawnPage
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.page import Artwork
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.furniture import Frame
from thb_desktop.report.parts.interview import draw_record, title_of
from thb_desktop.report.parts.names import interpreter_name
from thb_desktop.report.parts.setting import Setting, clock_of, in_groups
from thb_desktop.report.style import (
    CODE,
    FURNITURE_CODE,
    NOTE,
    PORTRAIT,
    SMALL,
)
from thb_desktop.report.words import language_of, words_in

_LINES, _LINE = 4, 60.0
"""Room for a signature: empty lines, and about how many points they take."""


def compose_signing_copy(content: BundleContent, record: InterviewInFull, target: BinaryIO) -> int:
    """Write the pages of a record as it was read back, with a line for each who signs; return their number.

    record: with the digest that stands at the foot of each page. The same content gives the same bytes.
    """
    words = words_in(language_of(content.release.language))
    title = title_of(words, record)
    document = Document(
        properties=Properties(
            title=f"{title} – {words.signing.title}",
            language=content.release.language,
            software=content.proof.software,
            made_at=content.release.made_at,
        )
    )
    flow = Flow(document, geometry=PORTRAIT)
    setting = Setting(content, words, flow, clock_of(record.interview, content))
    with flow.section("Part", title=title):
        flow.heading(f"{title} – {words.signing.title}", 1)
        draw_record(setting, replace(record, signatures=()))  # they are still to be given
        _draw_lines(setting, record)
    flow.break_page()
    pages = document.take_pages()
    target.write(document.finish(pages, attachments=[], furniture=_Foot(setting, record)))
    return len(pages)


def _draw_lines(setting: Setting, record: InterviewInFull) -> None:
    """Draw a line for each who signs, with what their signature stands under."""
    flow, words = setting.flow, setting.words.signing
    signers = list(_signers(setting, record))
    flow.need(120 + _LINE * len(signers))
    flow.heading(words.signatures, 3)
    flow.text(words.note, NOTE, after=4)
    flow.text(in_groups(record.digest), CODE, after=6)
    widths = [170.0, 110.0, flow.width - 280.0 - 2 * 10.0]
    header = [words.who, words.when, words.signature]
    with Table(flow, widths, header=header) as table:
        for function, name in signers:
            cell = [flow.lay_out(text, SMALL, width=widths[0]) for text in (function, name) if text]
            room = [flow.lay_out("\n" * _LINES, SMALL, width=widths[2])]
            table.row([cell, room, room], headers=1)


def _signers(setting: Setting, record: InterviewInFull) -> Iterator[tuple[str, str]]:
    """Return who signs: as entered, or else the person heard, the interpreters, who led, who kept it. Nobody
    was heard for a note of rectification.
    """
    label, interview = setting.words.label, record.interview
    entered = [each for each in record.signatures if not each.struck]
    if entered:
        yield from ((label(each.role), each.name) for each in entered)
        return
    if interview.rectifies_id is None:
        yield label(SignerRole.PERSON_HEARD), record.person.code
    for engagement in record.without_struck().engagements:
        interpreter = record.interpreter(engagement.interpreter_id)
        if interpreter is not None:
            yield label(SignerRole.INTERPRETER), interpreter_name(interpreter)
    yield label(SignerRole.INTERVIEWER), setting.official(interview.lead_interviewer_id)
    if interview.record_keeper_id is not None:
        yield label(SignerRole.CLERK), setting.official(interview.record_keeper_id)


class _Foot:
    """Header: case and record. Footer: the digest in full, room for initials, and the page."""

    def __init__(self, setting: Setting, record: InterviewInFull) -> None:
        words, content = setting.words, setting.content
        case = content.frame.case
        self._frame = Frame(
            language=content.release.language,
            heads=(
                f"{words.common.record} {record.interview.number}",
                words.common.fictional if case.fictional else words.signing.title,
                case.reference,
            ),
            page=words.common.page,
        )
        self._digest, self._initials = in_groups(record.digest), words.signing.initials

    def __call__(self, artwork: Artwork, page: DrawnPage, number: int, total: int) -> None:
        left, width, foot = self._frame.draw(artwork, page, number, total)
        self._frame.write(artwork, self._digest, (left, foot - 4, width - 90), style=FURNITURE_CODE)
        self._frame.write(artwork, self._initials, (left, foot - 16, width))

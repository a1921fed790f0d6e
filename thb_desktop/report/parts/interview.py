"""One interview record: the formalities before the account, the account, and what closed it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from thb_desktop import words as catalogue
from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.elsewhere import STATEMENT_ELSEWHERE, StatementElsewhere
from thb_desktop.domain.fields import Description
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_rows import RecordSignature
from thb_desktop.domain.record_decision_fields import RECORD_DECISION
from thb_desktop.domain.signature_level import method_told
from thb_desktop.domain.vocabulary import SignatureMethod, SignerRole
from thb_desktop.report.parts.account import draw_account, notes_on
from thb_desktop.report.parts.alike import Alike, answers_of_engagements
from thb_desktop.report.parts.before import Before
from thb_desktop.report.parts.beside import Beside, beside_account, jobs_on
from thb_desktop.report.parts.certificate import draw_attestations, interpreter_section, not_attested
from thb_desktop.report.parts.cited import place_of_lineups
from thb_desktop.report.parts.compact import (
    Block,
    Section,
    draw_blocks,
    rows_block,
    section_block,
)
from thb_desktop.report.parts.described import columns_of, facts_of, struck
from thb_desktop.report.parts.elsewhere import draw_origin, facts_elsewhere
from thb_desktop.report.parts.language import blocks_beside, certificate_of, draw_language
from thb_desktop.report.parts.logical_text import path_of
from thb_desktop.report.parts.makers import makers_block
from thb_desktop.report.parts.minutes import draw_minutes
from thb_desktop.report.parts.setting import Setting, in_groups, instant
from thb_desktop.report.parts.standing import marked, record_label
from thb_desktop.report.parts.timeline import course_block, draw_timeline, has_strip
from thb_desktop.report.parts.warnings import warnings_block
from thb_desktop.report.style import NOTE
from thb_desktop.report.words import Words

_BY_HAND = frozenset(
    {SignatureMethod.HANDWRITTEN_ON_PAPER, SignatureMethod.THUMBPRINT, SignatureMethod.MARK_WITNESSED}
)
_NO_SIGNATURE = frozenset({SignatureMethod.REFUSED, SignatureMethod.UNABLE})
_CLOSING = ("read_back", "closing")
"""The sections of the header about the closing of the record; they follow the account."""
_USUAL_PATHS = ("records/interview-{number}.jsonl", "records/{number}.txt")
_CLOSING_ROWS = (described.CORRECTION, described.SIGNATURE)


def draw_interviews(setting: Setting) -> None:
    """Draw every interview record, each from a new page on."""
    flow, words = setting.flow, setting.words.interview
    if not setting.content.interviews:
        return
    with flow.section("Part", title=words.part):
        flow.heading(words.part, 1)
        _draw_explained(setting)
        before = Before(_alike(setting))
        before.alike.draw(setting)
        for full in setting.content.interviews:
            with (
                flow.record(record_label(setting, full), about=full.interview.id),
                flow.section("Sect", title=title_of(setting.words, full)),
            ):
                _draw_interview(setting.of_record(full), full, before)
                flow.end_part()


def _alike(setting: Setting) -> Alike:
    """Return what all records of interviews that were held here say."""
    held = [(each, setting.of_record(each)) for each in setting.content.interviews if _is_asked(each)]
    return Alike(
        {
            full.interview.number: [
                *((key, facts) for key, (_, facts) in _formalities(then, full, is_listed=True)),
                *_header(then, full, _CLOSING),
            ]
            for full, then in held
        },
        together=[answers_of_engagements(setting)],
    )


def _formalities(
    setting: Setting, full: InterviewInFull, *, is_listed: bool
) -> Iterator[tuple[str, Section]]:
    """Return the sections before the account, each with the heading under which those of other records are
    compared with it: that of an interpreter who was struck out is compared with none. is_listed: whether a
    list of the interpreters stands before.
    """
    header = (each for each in described.INTERVIEW.sections if each not in _CLOSING)
    yield from ((each[0], each) for each in _header(setting, full, header))
    interpreter = setting.words.interpreter.title.format(code="").strip()
    for each in full.engagements:
        section = interpreter_section(setting, each, is_listed=is_listed)
        yield section[0] if struck(setting, each) else interpreter, section


def _draw_explained(setting: Setting) -> None:
    """Draw once what holds for every record: how accounts and courses are drawn, and what its digest is."""
    words, language = setting.words.interview, setting.words.language_work
    records = setting.content.interviews
    accounts = [each for each in records if each.interview.rectifies_id is None]
    jobs = [each for full in records for each in jobs_on(setting, full)]
    notes = (
        notes_on(setting, *accounts) if accounts else "",
        words.timeline_note if any(map(has_strip, records)) else "",
        language.beside if any(beside_account(setting, each).jobs for each in records) else "",
        language.signed_note if any(certificate_of(each) for each in jobs) else "",
        words.digest_note,
    )
    setting.flow.text("\n".join(filter(None, notes)), NOTE)


def _draw_interview(setting: Setting, full: InterviewInFull, before: Before) -> None:
    flow = setting.flow
    title = f"{title_of(setting.words, full)} – {_person(setting, full)}"
    flow.heading(f"{title}{marked(setting, full)}", 2, about=full.interview.id)
    _draw_decisions(setting, full)
    beside = beside_account(setting, full)
    told = (*_copies(setting, full), *not_attested(setting, full))
    further = [
        *_digest(setting, full),
        section_block(setting, ("", told)),
        *blocks_beside(setting, full, beside),
    ]
    draw_record(setting, full, beside, further=further, before=before)
    draw_attestations(setting, full)
    draw_language(setting, full, beside)


def draw_record(
    setting: Setting,
    full: InterviewInFull,
    beside: Beside | None = None,
    *,
    further: Iterable[Block] = (),
    before: Before | None = None,
) -> None:
    """Draw what is read back and signed: the formalities, the account, and what closed it. A note of
    rectification has no account. beside: language work that is no part of it. further: what a bundle tells
    behind it. before: what the records before it said, where the notes on accounts stand above them all.
    """
    is_explained, is_note = before is not None, full.interview.rectifies_id is not None
    before, number = before or Before(), full.interview.number
    if full.taken_over:
        draw_origin(setting, full, full.taken_over)
    told = [
        ("", [*_standing(setting, full), *_told_above(setting, before, number)]),
        *(_made_elsewhere(setting, each) for each in full.elsewhere),
        *(
            _besides(setting, before, number, section, heading=heading)
            for heading, section in _formalities(setting, full, is_listed=is_explained)
        ),
    ]
    blocks = [*_section_blocks(setting, told), *_row_blocks(setting, full)]
    draw_blocks(setting, [before.shortened(setting, each, number) for each in blocks])
    draw_timeline(setting, full, is_explained=is_explained)
    if not full.taken_over and not is_note:
        draw_minutes(setting, full, _person(setting, full))
    if not is_note:
        draw_account(setting, full, beside or Beside(), is_explained=is_explained)
    closing = (*_closing(setting, full, before), *further)
    draw_blocks(setting, [before.shortened(setting, each, number) for each in closing])


def _besides(setting: Setting, before: Before, number: str, section: Section, *, heading: str) -> Section:
    """Return what a section of a record says besides what all say. One whose title says which interpreter it
    is stays, whatever it says besides: it says where the rest stands.
    """
    title, facts = before.alike.left_of(section, number, heading=heading)
    if title != heading and not any(value for _, value in facts):
        return title, [*_told_above(setting, before, number)]
    return title, facts


def _section_blocks(setting: Setting, sections: Iterable[Section]) -> Iterator[Block]:
    """Return the blocks of sections in which something is told."""
    for section in sections:
        if any(value for _, value in section[1]):
            yield section_block(setting, section)


def _closing(setting: Setting, full: InterviewInFull, before: Before) -> Iterator[Block]:
    """Return what follows the account: who made its texts, the reading back, the signatures, the warnings."""
    if full.interview.rectifies_id is None:
        yield makers_block(setting, full)
    told = _header(setting, full, _CLOSING)
    number = full.interview.number
    left = (before.alike.left_of(each, number, heading=each[0]) for each in told)
    yield from _section_blocks(setting, left)
    for description in _CLOSING_ROWS:
        if rows := _rows(full, description):
            yield rows_block(setting, _row_heading(setting, description), description, rows, within=None)
    if full.warnings:
        yield warnings_block(setting, full)


def title_of(words: Words, full: InterviewInFull) -> str:
    """Return what a record is called, with its number."""
    named = words.interview.title
    if full.interview.rectifies_id is not None:
        named = words.interview.note_title
    elif full.taken_over:
        named = words.interview.copy_title
    return named.format(number=full.interview.number)


def _made_elsewhere(setting: Setting, statement: StatementElsewhere) -> Section:
    heading = catalogue.section_name(STATEMENT_ELSEWHERE.name, setting.words.language)
    return heading, facts_elsewhere(setting, statement)


def _person(setting: Setting, full: InterviewInFull) -> str:
    """The pseudonym, and what the person was on the day of the interview."""
    roles = ", ".join(setting.words.label(role) for role in full.roles)
    return f"{full.person.code} ({roles or setting.words.common.not_recorded})"


def _draw_decisions(setting: Setting, full: InterviewInFull) -> None:
    if full.decisions:
        setting.flow.heading(catalogue.section_name(RECORD_DECISION.name, setting.words.language), 3)
        entered = [instant(setting.here(each.at)) for each in full.decisions]
        users = [setting.names.get(each.entered_by, "") for each in full.decisions]
        setting.rows(
            [
                *columns_of(setting, RECORD_DECISION, full.decisions),
                (setting.words.common.when, entered),
                (setting.words.common.by, users),
            ]
        )


def _standing(setting: Setting, full: InterviewInFull) -> Iterator[tuple[str, str]]:
    """Return the state of a record, its day, the record that it adds to or rectifies, and those about it."""
    words, interview = setting.words.interview, full.interview
    without = f", {words.not_by_person}" if _lacks_person(full) else ""
    yield words.state, f"{setting.words.label(full.state)}{without}"
    yield words.held, setting.day(interview.day)
    for title, other in (
        (words.supplements, interview.supplements_id),
        (words.rectifies, interview.rectifies_id),
    ):
        if other:
            yield title, setting.names.get(other, setting.words.common.elsewhere)
    for later in full.later:
        if later.is_signed:
            yield words.rectified_by if later.rectifies else words.supplemented_by, later.number


def _told_above(setting: Setting, before: Before, number: str) -> Iterator[tuple[str, str]]:
    """Say where that stands of a record which all say."""
    if number in before.alike.numbers:
        words, first = setting.words.interview, setting.content.interviews[0].interview.number
        yield words.alike_name, words.alike_where.format(record=first)


def _lacks_person(full: InterviewInFull) -> bool:
    """Whether a record is signed, and not by the person who was heard here."""
    given = [each for each in full.without_struck().signatures if each.method not in _NO_SIGNATURE]
    by_person = any(each.role is SignerRole.PERSON_HEARD for each in given)
    return _is_asked(full) and bool(given) and not by_person


def _header(setting: Setting, full: InterviewInFull, sections: Iterable[str]) -> Iterator[Section]:
    """Return the sections of the header in which something was answered."""
    for section in sections:
        facts = facts_of(
            setting, described.INTERVIEW, full.interview, sections=(section,), without=_not_told(full)
        )
        if any(value for _, value in facts):
            yield catalogue.section_name(section, setting.words.language), facts


def _is_asked(full: InterviewInFull) -> bool:
    """Whether the person was heard here, so that an empty answer says something."""
    return full.taken_over is None and full.interview.rectifies_id is None


def _not_told(full: InterviewInFull) -> Collection[str]:
    """The fields that are not told. Nobody was heard here for a copy or a note of rectification, so that an
    empty answer says nothing.
    """
    fields = () if _is_asked(full) else described.INTERVIEW.fields
    return {"number", *(each.name for each in fields if getattr(full.interview, each.name) in (None, ""))}


def _row_blocks(setting: Setting, full: InterviewInFull) -> Iterator[Block]:
    """The rows of the record that stand before its account."""
    for description in described.ROWS:
        rows = _rows(full, description)
        heading = _row_heading(setting, description)
        if not rows or description in (described.ENGAGEMENT, *_CLOSING_ROWS):
            continue
        if description is described.TIMELINE_EVENT:
            yield course_block(setting, heading, full)
        else:
            place = place_of_lineups(full) if description is described.LINEUP else ""
            named = place if setting.flow.document.targets.leads_to(place) else ""
            yield rows_block(
                setting, heading, description, rows, within=full.interview.started_at, place=named
            )


def _rows(full: InterviewInFull, description: Description) -> list[object]:
    return [_as_told(each) for each in full.rows if isinstance(each, description.entity)]


def _as_told(row: object) -> object:
    """A signature states its level once, with who determined it, and not by its method too."""
    return replace(row, method=method_told(row, row.method)) if isinstance(row, RecordSignature) else row


def _row_heading(setting: Setting, description: Description) -> str:
    return catalogue.section_name(description.name, setting.words.language)


def _digest(setting: Setting, full: InterviewInFull) -> Iterator[Block]:
    """Return the digest of a record, and where the record and its text are attached, if not where the note
    above all records says.
    """
    words, number = setting.words.interview, full.interview.number
    yield section_block(setting, ("", [(words.digest, in_groups(full.digest))]))
    paths = setting.record_paths["interview", number], path_of(full)
    if paths != tuple(each.format(number=number) for each in _USUAL_PATHS):
        attached = words.attached.format(path=paths[0], text=paths[1])
        yield Block(heading="", facts=[(attached, "")], is_described=True)


def _copies(setting: Setting, full: InterviewInFull) -> Iterator[tuple[str, str]]:
    """Return which copy was printed to be signed by hand, and which exhibit is its scan."""
    words = setting.words.signing
    on_paper = any(each.method in _BY_HAND for each in full.without_struck().signatures)
    if on_paper and not full.copies:
        yield words.paper, words.no_paper
    for copy in full.copies[-1:]:
        told = words.told.format(pages=copy.pages, digest=in_groups(copy.digest[:16]))
        scan = setting.names.get(copy.scan_id, setting.words.common.elsewhere) if copy.scan_id else ""
        when = instant(setting.here(copy.at))
        yield words.printed, f"{when}, {told}"
        yield words.paper, scan or words.no_paper

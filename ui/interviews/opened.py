"""A record as it is opened: with its drafts, and what its references can name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thb_desktop.domain.caution_text import in_use
from thb_desktop.domain.ids import CaseId, ExhibitId, InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.record import Plain
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.segment import Draft
from thb_desktop.domain.vocabulary import CautionCode, InterviewState
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import drafts
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.language import overview
from thb_desktop.services.office import caution_texts
from thb_desktop.services.persons import merges, people
from thb_desktop.services.testimony import decisions, interviews, records, segment_drafts
from ui.labels.entries import Choices, choices_among, names_among, tell_merged
from ui.text import isolate, translate

NEW_SEGMENT = "add-segment"
"""The form of the entry row: its draft is a turn that does not exist yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRecord:
    """The record on screen, with its drafts.

    strange: whether further drafts do not open with the user's key. typed: the draft of the entry row.
    choices: what references can name. names: the words of entries by id, struck ones
    included. called: the names of officials and interpreters, and the pseudonyms of persons, by id. about:
    the number of the record that this one supplements or rectifies. recipients: the bundles that hold it,
    each with who received it. cautions: the texts of the office, by caution and language. rectified: the
    record that this one rectifies. outdated: whether it was changed after it was printed to be signed by
    hand. given_out: to whom, as long as its turns are changed.
    """

    record: InterviewInFull
    drafts: tuple[Draft, ...]
    typed: Mapping[str, Plain] = field(default_factory=dict)
    strange: bool = False
    choices: Choices = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    about: str = ""
    recipients: tuple[str, ...] = ()
    cautions: Mapping[tuple[CautionCode, str], str] = field(default_factory=dict)
    rectified: InterviewInFull | None = None
    outdated: bool = False
    given_out: tuple[str, ...] = ()

    @property
    def corrected(self) -> InterviewInFull:
        """The record whose words its corrections are about."""
        return self.rectified or self.record

    @property
    def refers_to(self) -> str:
        """That it supplements or rectifies another record, with its number; empty for any other record."""
        return refers_to(self.record.interview, self.about)


def open_record(session: Session, interview_id: InterviewId) -> OpenRecord:
    edits = may(session.user.role, Right.EDIT_TESTIMONY)
    record = records.get_undigested(session, interview_id)
    case = cases.get_case(session, record.interview.case_id)
    entries = _entries(session, case.id)
    if "exhibit" in entries:
        entries["exhibit"] = [exhibits.get_bare_exhibit(session, each) for each in _exhibits_of(record)]
    choices = choices_among(entries, case.language) if edits else {}
    if edits:
        tell_merged(choices, merges.list_shown_under(session, case.id))
    rectifies = record.interview.rectifies_id
    rectified = records.get_undigested(session, rectifies) if rectifies else None
    choices["segment"] = turns_of(rectified or record)
    choices["presence"] = [(each.name, each.id) for each in record.presences if not each.struck]
    choices["lineup"] = [(isolate(each.number), each.id) for each in record.lineups if not each.struck]
    return OpenRecord(
        record=record,
        drafts=tuple(segment_drafts.drafts_of(session, interview_id)) if edits else (),
        typed=(drafts.find_form(session, NEW_SEGMENT, interview_id) or {}) if edits else {},
        strange=edits and segment_drafts.drop_unopened(session, interview_id) > 0,
        choices=choices,
        names=names_among(entries, case.language),
        recipients=tuple(
            f"{each.number} ({each.recipient})" for each in decisions.list_recipients(session, interview_id)
        ),
        cautions=in_use(caution_texts.list_caution_texts(session)) if edits else {},
        given_out=_holders(session, record) if edits else (),
        about=_number_of(session, record.interview.supplements_id or rectifies),
        rectified=rectified,
        outdated=not record.interview.is_signed and interviews.is_paper_outdated(record),
        called={
            **{each.id: each.name for kind in ("official", "interpreter") for each in entries[kind]},
            **{each.id: each.code for each in entries["person"]},
        },
    )


def _holders(session: Session, record: InterviewInFull) -> tuple[str, ...]:
    if record.interview.state is not InterviewState.DRAFT:
        return ()
    return overview.list_holders(session, record.interview.id)


def _exhibits_of(record: InterviewInFull) -> list[ExhibitId]:
    """Return the exhibits that a record names, each once."""
    named = [record.interview.recording_id]
    named += [each.exhibit_id for rows in (record.timeline, record.lineups) for each in rows]
    named += [each.scan_id for each in record.copies]
    for each in record.recordings:
        named += [each.exhibit_id, each.working_copy_id]
    return list(dict.fromkeys(filter(None, named)))


def refers_to(interview: Interview, number: str) -> str:
    """Return that a record supplements or rectifies the one with this number; empty for any other record."""
    if interview.supplements_id:
        return translate("interviews", "Supplement to {number}").format(number=isolate(number))
    if interview.rectifies_id:
        return translate("interviews", "Rectification of {number}").format(number=isolate(number))
    return ""


def _number_of(session: Session, interview_id: InterviewId | None) -> str:
    return records.require_interview(session, interview_id).number if interview_id else ""


def turns_of(record: InterviewInFull) -> list[tuple[str, str]]:
    return [(isolate(full.label), full.segment.id) for full in record.segments if not full.segment.struck]


def _entries(session: Session, case_id: CaseId) -> dict[str, list[Any]]:
    """Return the entries that a record can name, by kind; exhibits are read in pages (see ExhibitOffer)."""
    named: dict[str, list[Any]] = {
        "person": list(people.list_persons(session, case_id)),
        "official": list(people.list_officials(session, case_id)),
        "interpreter": list(people.list_interpreters(session, case_id)),
        "authority": list(cases.list_authorities(session, case_id)),
        "instrument": list(cooperation.list_instruments(session, case_id)),
    }
    if may(session.user.role, Right.READ_EXHIBITS):
        named["exhibit"] = []
    return named


def choices_of_case(session: Session, case_id: CaseId) -> Choices:
    """Return what a new record can name, without struck entries."""
    choices = choices_among(_entries(session, case_id), cases.get_case(session, case_id).language)
    tell_merged(choices, merges.list_shown_under(session, case_id))
    return choices

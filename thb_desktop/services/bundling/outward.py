"""Outward: what of a record and of an exhibit leaves the office in a bundle."""

from collections.abc import Sequence
from dataclasses import replace

from thb_desktop.domain.bundle import CaseFrame
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.people import roles_of
from thb_desktop.domain.signed_names import Said, SignedName, as_signed, names_of, roles_signed
from thb_desktop.domain.working_notes import without_notes


def interview_outward(each: InterviewInFull, languages: Sequence[str], frame: CaseFrame) -> InterviewInFull:
    """The record as it leaves the office: nothing tells what was left out, and no working note is in it.

    A name that a correction keeps back stays here too; the present one is printed.
    """
    names = _names(each, frame)
    present = {one.id: one for one in frame.interpreters}
    there = {one.id for segment in each.segments for one in segment.renderings}
    spoken = {one.segment.id: one.segment.language for one in each.segments}
    columns = {"", each.interview.language, *languages}
    return replace(
        each,
        certifications=tuple(
            one
            for one in each.certifications
            if there.issuperset(covered for covered, _, _ in one.renderings)
        ),
        corrections=tuple(
            one
            for one in each.corrections
            if one.language in columns or one.language == spoken.get(one.segment_id)
        ),
        warnings=tuple(one for one in each.warnings if not one.is_inward),
        names=names,
        interpreters=as_signed((present.get(one.id, one) for one in each.interpreters), names),
        roles=roles_signed(names) or roles_of(frame.roles, each.person.id, each.interview.day),
        interview=without_notes("interview", each.interview),
        person=without_notes("person", each.person),
    )


def _names(each: InterviewInFull, frame: CaseFrame) -> tuple[SignedName, ...]:
    """The names in the record, without those that a correction keeps back."""
    entries = (frame.persons, frame.officials, frame.interpreters, frame.authorities, frame.instruments)
    present: dict[str, Said] = {one.id: names_of(one)[1] for kind in entries for one in kind}
    person_of = {one.id: one.person_id for one in frame.roles}
    kept = {
        (person_of.get(RowId(one.subject_id), one.subject_id), one.field)
        for one in frame.corrections
        if one.is_kept_back
    }
    return tuple(
        one
        for one in each.names
        if present.get(one.subject_id) == one.said
        or not any((one.subject_id, field) in kept for field, _ in one.said)
    )


def exhibit_outward(each: ExhibitInFull) -> ExhibitInFull:
    """The exhibit and its events without working notes."""
    return replace(
        each,
        exhibit=without_notes("exhibit", each.exhibit),
        custody=tuple(
            replace(entry, event=without_notes("custody_event", entry.event)) for entry in each.custody
        ),
    )

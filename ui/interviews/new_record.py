"""Begins a record: of an interview, or one that supplements or rectifies a signed record."""

from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import CaseId, InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.domain.interview_record import InterviewInFull
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.view_model import InterviewsViewModel
from ui.labels.entries import Choices
from ui.text import isolate, translate

_AT_FIRST = (
    "number",
    "person_id",
    "lead_interviewer_id",
    "record_keeper_id",
    "authority_id",
    "language",
    "procedure_language",
    "started_at",
    "ended_at",
    "place",
    "medium",
    "record_kind",
    "authoritative_text",
)
"""What is asked at the beginning; everything else is entered in the formalities."""


def new_interview(
    parent: QWidget, model: InterviewsViewModel, case_id: CaseId, language: str, choices: Choices
) -> EntryDialog:
    """Make the dialog that begins the record of an interview. language: of the file, offered first, never
    presumed.
    """

    def take(values: dict[str, Any], _: str) -> None:
        model.hold(Interview(id=InterviewId(""), case_id=case_id, **values))

    return EntryDialog(
        parent,
        translate("interviews", "New interview"),
        INTERVIEW,
        take,
        model=model,
        main=translate("interviews", "Begin the record"),
        sentence=translate("interviews", "The turns and all other formalities are entered afterwards."),
        names=_AT_FIRST,
        choices=choices,
        languages_first=(language,),
        draft=model.draft("new-interview", case_id),
    )


def later_record(
    parent: QWidget, model: InterviewsViewModel, signed: InterviewInFull, *, rectifies: bool
) -> EntryDialog:
    """Make the dialog that begins a record about a signed one: of the same person, in the same languages."""
    interview = signed.interview
    names = ("number", "lead_interviewer_id", "record_keeper_id", "authority_id", "started_at", "place")

    def take(values: dict[str, Any], _: str) -> None:
        about = Interview(
            id=InterviewId(""),
            case_id=interview.case_id,
            person_id=interview.person_id,
            language=interview.language,
            procedure_language=interview.procedure_language,
            **values,
        )
        model.begin_later(interview.id, about, rectifies=rectifies)

    told = translate("interviews", "The signed record stays as it is; the new one refers to it.")
    heading = translate("interviews", "Supplement to record {number}")
    if rectifies:
        heading = translate("interviews", "Rectification of record {number}")
        meant = translate("interviews", "Start and place are those of the note, not of the interview.")
        told = f"{told} {meant}"
    return EntryDialog(
        parent,
        heading.format(number=isolate(interview.number)),
        INTERVIEW,
        take,
        model=model,
        main=translate("interviews", "Begin the record"),
        sentence=told,
        names=names,
        choices=model.open_choices,
        draft=model.draft("rectify-record" if rectifies else "supplement-record", interview.id),
    )

"""Interview records made through the services, for tests of later changes to them."""

from dataclasses import replace
from typing import Any

from tests.support.offices import Small
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL, rows_held
from tests.support.testimony import interview as interview_of
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import InterpreterId, InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.segment import Segment
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.services.office.users import Guest
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews, read_back, segments
from thb_desktop.services.testimony.read_back import ReadBack
from thb_desktop.services.testimony.segments import NewRendering


def header_of(small: Small, **changes: Any) -> Interview:
    """A complete header about the people of the small case."""
    known = {
        "case_id": small.case.id,
        "person_id": small.person.id,
        "lead_interviewer_id": small.official.id,
        "record_keeper_id": small.official.id,
        "authority_id": small.authority.id,
        "zone": "Atlantic/Reykjavik",
    }
    return interview_of(**{**known, **changes})


def held(session: Session, small: Small, **changes: Any) -> Interview:
    return interviews.hold_interview(session, header_of(small, **changes), rows_held(small.interpreter.id))


def rendition(text: str = "Comprenez-vous ?", author_id: InterpreterId | None = None) -> NewRendering:
    return NewRendering(language="fr", text=text, kind=v.RenderingKind.RENDITION, author_id=author_id)


def turn(session: Session, interview: Interview, text: str | None = "Înțelegeți?", **changes: Any) -> Segment:
    fields: dict[str, Any] = {
        "speaker": v.SpeakerRole.PERSON_HEARD,
        "kind": v.UtteranceKind.ANSWER,
        "language": "ro",
        "source_text": text,
        "capture": v.SourceCapture.TYPED_LIVE if text else v.SourceCapture.NOT_CAPTURED,
        "renderings": (rendition(),),
    }
    return segments.add_segment(session, interview.id, **{**fields, **changes})


def outcome(**changes: Any) -> ReadBack:
    fields: dict[str, Any] = {
        "readback_mode": v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
        "readback_language": "ro",
        "confirmation": v.PersonConfirmation.CONFIRMED_UNCHANGED,
        "complaint_made": False,
        "copy_given": v.CopyGiven.NO_SAFETY_REASON,
    }
    return ReadBack(**{**fields, **changes})


def signed(session: Session, small: Small, **changes: Any) -> tuple[Interview, Segment]:
    """A record that was read back and signed, and its only turn."""
    interview = held(session, small, **changes)
    segment = turn(session, interview)
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    return sign(session, interview.id), segment


def sign(session: Session, interview_id: InterviewId) -> Interview:
    """Sign a record, with a reason for each warning."""
    told = interviews.check_interview(session, interview_id)
    return interviews.sign_interview(
        session, interview_id, [(found, f"Nothing else was possible: {found.code}.") for found in told]
    )


def interpreting_user(session: Session, small: Small) -> tuple[Interpreter, Guest]:
    """A translator of the case who is a user of the vault, and their keys, opened at this desk."""
    user = users.add_user(
        session,
        name="Ioana Vertaler",
        role=v.UserRole.INTERPRETER,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    interpreter = people.add_interpreter(
        session, replace(small.interpreter, code="T-9", name=user.name, user_id=user.id)
    )
    return interpreter, users.signer_of(session, user.id, passphrase(OTHER_PASSPHRASE))

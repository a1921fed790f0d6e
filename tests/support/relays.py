"""An interview through a third language: Vietnamese, English and Dutch, with an interpreter for each leg.

The turns are those of the sample case SCHELDE, record I-01, which has no Dutch; that was written for this.
"""

import json
from dataclasses import replace

from tests.support.code import ROOT
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import InterpreterId, RowId
from thb_desktop.domain.interview import InterpreterEngagement, Interview, Presence
from thb_desktop.domain.people import Interpreter
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import formalities, interviews, records

NUMBER = "I-77"
SECOND = "Ruth Vance"
_SAMPLE = json.loads((ROOT / "resources" / "cases" / "schelde" / "case_b_abattoir.json").read_text("utf-8"))
_QUESTIONS = (
    "Begrijpt u de tolk?",
    "Hoe bent u naar Europa gekomen?",
    "Hoeveel uur per dag werkte u?",
    "Hoeveel geld kreeg u?",
)
_ANSWERS = """
Ja. Zij spreekt met een zuidelijk accent, ik kom uit Nghệ An, maar ik begrijp alles.
Mijn familie leende 420 miljoen dong, met het grondbewijs als waarborg. Ik vloog naar Roemenië met een visum.
We begonnen om 3 uur 's ochtends en waren om 5 uur 's middags thuis. Ik stond in een koelruimte van 4 graden.
In november kreeg ik 214 euro 60 cent mee. Meneer Ruud zei: als het je niet aanstaat, ga dan naar huis.
""".strip().splitlines()
_I_01 = next(each for each in _SAMPLE["interviews"] if each["id"] == "I-01")["segments"]
TURNS = tuple(
    (
        {"nl": question, "en": turn["q"]["en"], "vi": turn["q"]["o"]},
        {"vi": turn["a"]["o"], "en": turn["a"]["en"], "nl": answer},
    )
    for turn, question, answer in zip(_I_01, _QUESTIONS, _ANSWERS, strict=False)
)
"""Each question and its answer, by language; the first one of each is that of the words spoken."""


def add_relay(session: Session, case: CaseFile) -> tuple[Interview, InterpreterId, InterpreterId]:
    """Begin a draft without turns of W-01, and return who interprets between Vietnamese and English, and who
    between English and Dutch.
    """
    held = (each.interview for each in interviews.list_interviews(session, case.id))
    before = next(each for each in held if each.number == "I-01")
    first = next(each for each in people.list_interpreters(session, case.id) if "vi" in each.languages)
    second = people.add_interpreter(
        session,
        replace(first, code="P-INT-EN", name=SECOND, user_id=None, languages=("en", "nl"), directions=()),
    )
    draft = replace(
        before,
        number=NUMBER,
        state=v.InterviewState.DRAFT,
        record_digest="",
        record_salt="",
        recording_id=None,
        started_at=None,
        ended_at=None,
        **_UNANSWERED,
    )
    (engaged,) = records.get_interview(session, before.id).engagements
    rows = (
        *_place(first, engaged, ("vi", "en"), 1),
        *_place(second, engaged, ("en", "nl"), 2),
    )
    return interviews.hold_interview(session, draft, rows), first.id, second.id


_UNANSWERED: dict[str, object] = {
    "readback_mode": None,
    "readback_language": "",
    "readback_started_at": None,
    "readback_ended_at": None,
    "confirmation": None,
    "complaint_made": None,
}


def add_second_language(session: Session, record: Interview) -> None:
    """Lead the relay through a further language: Vietnamese, English, French and Dutch."""
    (first, second) = records.get_interview(session, record.id).engagements
    formalities.change_formality(session, replace(second, to_language="fr"))
    third = replace(second, id=RowId(""), from_language="fr", to_language="nl", relay_order=3)
    formalities.add_formality(session, record.id, third)
    assert (first.from_language, first.to_language) == ("vi", "en")


def complete(session: Session, record: Interview) -> None:
    """Enter in a relay what the record of the sample case has, so that it can be signed."""
    held = (each.interview for each in interviews.list_interviews(session, record.case_id))
    before = records.get_interview(session, next(each.id for each in held if each.number == "I-01"))
    times = {"started_at": before.interview.started_at, "ended_at": before.interview.ended_at}
    interviews.set_header(session, replace(record, **times))
    names = ("cautions", "victim_information", "timeline", "measures", "signatures")
    rows = tuple(row for name in names for row in getattr(before, name))
    formalities.add_formalities(session, record.id, rows)


def _place(
    who: Interpreter, like: InterpreterEngagement, leg: tuple[str, str], step: int
) -> tuple[Presence, InterpreterEngagement]:
    role = v.PresenceRole.INTERPRETER if step == 1 else v.PresenceRole.RELAY_INTERPRETER
    present = Presence(
        id=RowId(""), interview_id=like.interview_id, role=role, name=who.name, interpreter_id=who.id
    )
    one, other = leg
    engaged = replace(
        like,
        id=RowId(""),
        interpreter_id=who.id,
        from_language=one,
        to_language=other,
        relay_order=step,
        relay_note="",
    )
    return present, engaged

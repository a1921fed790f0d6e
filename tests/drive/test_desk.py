"""The desk by real keys: an interview in Arabic and French from the empty record to the reading back.

The turns are those of the sample case PERLA, record I-05. Nothing is read from the program but what the
screen shows, and afterwards the vault.
"""

import json
import signal
import time
from dataclasses import replace
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.code import ROOT
from tests.support.controllers import new_session, reopen
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import InterpreterEngagement, Presence
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import drafts
from thb_desktop.services.persons import people
from thb_desktop.services.samples import load_sample_case
from thb_desktop.services.testimony import interviews, records
from ui.interviews.opened import NEW_SEGMENT

NUMBER = "I-95"
SAMPLE = json.loads((ROOT / "resources" / "cases" / "perla" / "case_a_perla.json").read_text("utf-8"))
TURNS = next(each for each in SAMPLE["interviews"] if each["id"] == "I-05")["segments"]
READING_BACK = {
    "Method of reading back": "Sight",
    "Language of the reading back": "Arabic",
    "Start of the reading back": "20.1.2026 11:20",
    "Confirmation": "Confirmed without",
    "Complaint about the interpreting": "No",
}
UNANSWERED = {
    "readback_mode": None,
    "readback_language": "",
    "readback_started_at": None,
    "readback_ended_at": None,
    "confirmation": None,
    "complaint_made": None,
}
"""What the record of the sample case answers about its reading back."""
PACE = 0.05
"""Seconds between two letters of somebody who types without a pause."""


def begin(vault: Path) -> None:
    """A vault with the sample case, and the draft of another interview of V-05 with her interpreter."""
    session = new_session(vault)
    case = load_sample_case(session, "perla")
    held = (each.interview for each in interviews.list_interviews(session, case.id))
    before = next(each for each in held if each.number == "I-05")
    linguist = next(each for each in people.list_interpreters(session, case.id) if "ar" in each.languages)
    draft = replace(before, number=NUMBER, state=v.InterviewState.DRAFT, record_digest="", record_salt="")
    interviews.hold_interview(
        session,
        replace(draft, recording_id=None, started_at=None, ended_at=None, **UNANSWERED),
        (
            Presence(
                id=RowId(""),
                interview_id=before.id,
                role=v.PresenceRole.INTERPRETER,
                name=linguist.name,
                interpreter_id=linguist.id,
            ),
            InterpreterEngagement(
                id=RowId(""),
                interview_id=before.id,
                interpreter_id=linguist.id,
                from_language="ar",
                to_language="fr",
            ),
        ),
    )
    session.close()


def sit_down(clerk: Clerk, vault: Path) -> None:
    """Open the record, and go to the row under it by keys."""
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.sees("Interviews", "table")
    clerk.screen.keys("ctrl+End")
    clerk.reads(NUMBER)
    clerk.screen.keys("ctrl+shift+n")
    clerk.waits_for_focus("New turn, French")


def kept(vault: Path) -> tuple[InterviewInFull, dict[str, object]]:
    """The record and the draft of its next turn, as the vault has them."""
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    held = (each.interview for each in interviews.list_interviews(session, case.id))
    of = next(each.id for each in held if each.number == NUMBER)
    found = records.get_interview(session, of), dict(drafts.find_form(session, NEW_SEGMENT, of) or {})
    session.close()
    return found


def test_an_interview_is_typed_from_the_empty_record_to_the_reading_back(clerk: Clerk, tmp_path: Path):
    vault, keys = tmp_path / "vault", 0
    begin(vault)
    sit_down(clerk, vault)

    for turn in TURNS:
        clerk.screen.types(turn["q"]["fr"])
        clerk.screen.keys("Return")
        clerk.sees("Answer", "label")
        clerk.screen.types(turn["a"]["fr"])
        clerk.screen.keys("Tab")
        clerk.waits_for_focus("New turn, Arabic")
        clerk.screen.types(turn["a"]["o"])
        clerk.screen.keys("Return")
        clerk.sees("Question", "label")
        clerk.waits_for_focus("New turn, French")
        keys += 3
    clerk.screen.types("/b request of the person")
    clerk.screen.keys("Return")
    clerk.presses("Read back")
    clerk.sees_dialog("Reading back")
    clerk.fills(READING_BACK)
    clerk.takes("Reading back")
    clerk.sees("Sign", "push button")
    clerk.leaves()

    record, draft = kept(vault)
    said = [(each.segment.source_text, each.side("fr").text) for each in record.segments]
    told = (
        [(turn["q"]["fr"], turn["q"]["fr"]) for turn in TURNS],
        [(turn["a"]["o"], turn["a"]["fr"]) for turn in TURNS],
    )
    assert said == [each for pair in zip(*told, strict=True) for each in pair]
    assert record.interview.state is v.InterviewState.READ_BACK
    assert {each.side("fr").author for each in record.segments[1::2]} == {
        record.engagements[0].interpreter_id
    }
    assert all(each.segment.at for each in record.segments)
    assert [each.kind for each in record.timeline] == [v.TimelineKind.BREAK_START]
    assert draft == {}
    assert keys == 3 * len(TURNS)
    assert clerk.screen.errors() == ""


def test_killed_in_mid_sentence_at_most_two_seconds_of_typing_are_lost(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "vault"
    begin(vault)
    sit_down(clerk, vault)
    typed: list[float] = []

    for _ in range(6):
        for letter in "onze ":
            clerk.screen.keys("space" if letter == " " else letter)
            typed.append(time.monotonic())
            time.sleep(PACE)
    clerk.program.send_signal(signal.SIGKILL)
    killed = time.monotonic()
    clerk.program.wait(30)

    _, draft = kept(vault)
    text = str(draft["text.fr"])
    lost = [at for at in typed[len(text) :] if killed - at > 2.0]
    assert ("onze " * 6).startswith(text)
    assert text
    assert lost == []

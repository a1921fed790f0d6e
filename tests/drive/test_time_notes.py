"""A note at a time of a recording by real keys: given along, typed, heard, signed and merged."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.drive.test_recordings import NO_SOUND_HERE, hears_until
from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven_language import takes_back, takes_the_screen, types_in_a_turn
from tests.support.recorded import recorded_exhibit, recording, tones
from tests.support.testimony import START
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.language_states import WorkState, states_of
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.language import jobs
from thb_desktop.vault.tables import registry

pytestmark = pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp")
SAID = (("1", "كان يدفع 100 يورو كل يوم.", ""), ("2", "ما زلت مدينة له.", ""))
RENDERED = "Hij betaalde 100 euro per dag."
SLAMS, BOTH = "een deur slaat", "twee stemmen"


def begin(vault: Path) -> None:
    """A job on a record with a recording of twelve seconds."""
    office_with_record(vault, SAID)
    with closing(reopen(vault)) as session:
        held = next(each for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")
        made = recorded_exhibit(session, held.id, "E-90", [("zaal.wav", tones((220, 8), (440, 4)))])
        recording(session, held.id, made, started_at=START)


def hands_over(clerk: Clerk) -> None:
    """Give the job out with its recording, and the screen to its interpreter."""
    clerk.presses("Assign")
    clerk.sees_dialog("Assign a record")
    clerk.fills({"Record": "I-99", "Into": "Dutch"})
    clerk.reads("it is given out as it stands")
    clerk.fills({"The recording goes along": ""})
    clerk.takes("Assign a record")
    takes_the_screen(clerk)


def chooses(clerk: Clerk, code: str) -> None:
    """Choose a code in the open dialog, and on what the note rests."""
    clerk.waits_for_focus("Code or its name")
    clerk.screen.types(code)
    clerk.screen.keys("Return")
    clerk.waits_for_focus("Text of the note")
    clerk.screen.keys("F2")


def notes_typed_times(clerk: Clerk) -> None:
    """Type from and to, while a rendering is typed; its words stay, and writing goes on."""
    clerk.screen.keys("Return")
    types_in_a_turn(clerk)
    clerk.screen.types(RENDERED)
    clerk.reads("Kept ")
    clerk.screen.keys("ctrl+shift+m")
    clerk.sees_dialog("Note at a time of the recording")
    clerk.waits_for_focus("From")
    clerk.screen.types("0:03")
    clerk.screen.keys("Tab")
    clerk.waits_for_focus("To")
    clerk.screen.types("00:00:04.5")
    clerk.screen.keys("Tab")
    clerk.screen.picture("typed")
    chooses(clerk, "inaud")
    clerk.screen.types(SLAMS)
    clerk.screen.keys("Return")
    clerk.screen.until(
        lambda: not clerk.reader.find("Note at a time of the recording", "dialog"), "it does not close"
    )
    types_in_a_turn(clerk)
    clerk.reads("00:00:03.0 \u2013 00:00:04.5")


def notes_what_is_heard(clerk: Clerk) -> None:
    """Play, mark by F5 before the dialog and F6 within it."""
    clerk.screen.keys("ctrl+s", "F4")
    clerk.waits_for_focus("Account")
    hears_until(clerk, 1)
    clerk.screen.keys("F5", "ctrl+shift+m")
    clerk.sees_dialog("Note at a time of the recording")
    clerk.waits_for_focus("To")
    clerk.screen.keys("F6", "F4")
    clerk.reaches("Code or its name")
    chooses(clerk, "overlap")
    clerk.screen.types(BOTH)
    clerk.screen.picture("heard")
    clerk.screen.keys("Return")
    clerk.screen.until(
        lambda: not clerk.reader.find("Note at a time of the recording", "dialog"), "it does not close"
    )
    clerk.reads(BOTH)


def hears_the_note(clerk: Clerk) -> None:
    """Go to the list of notes by Tab; Enter plays the first of them to its end."""
    clerk.reaches("Notes and doubts")
    clerk.screen.keys("Home", "Return")
    clerk.sees("Pause the recording")
    clerk.sees("Play the recording")
    clerk.screen.picture("played")


def noted(vault: Path) -> dict[AnnotationCode, Annotation]:
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        work = jobs.get_job(session, job.id)
        assert set(states_of(work).values()) == {WorkState.SELF_CHECKED}
    return {each.code: each for each in work.annotations}


def test_an_interpreter_notes_times_of_the_recording_and_the_office_has_them_signed(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    begin(vault)
    clerk.opens(vault, PASSPHRASE)
    clerk.screen.keys("F12")
    hands_over(clerk)
    notes_typed_times(clerk)
    notes_what_is_heard(clerk)
    hears_the_note(clerk)
    clerk.screen.keys("F9")
    clerk.reads("Checked by its author: \u20661\u2069")
    takes_back(clerk, left="Not rendered")
    clerk.escapes()
    clerk.goes_to("Translations", "ctrl+8")
    clerk.waits_for_button("Open")
    clerk.screen.keys("Return")
    clerk.waits_for_focus("Account")
    clerk.screen.keys("Up")
    clerk.reads("E-90")
    clerk.reads("00:00:03.0 \u2013 00:00:04.5")
    clerk.screen.picture("office")
    clerk.leaves()

    made = noted(vault)
    typed, heard = made[AnnotationCode.INAUDIBLE], made[AnnotationCode.OVERLAP]
    assert (typed.text, heard.text) == (SLAMS, BOTH)
    assert typed.anchor.kind is heard.anchor.kind is AnchorKind.TIME
    assert (typed.anchor.start, typed.anchor.end) == (3000, 4500)
    assert 1000 <= heard.anchor.start < heard.anchor.end <= 12_000
    assert typed.anchor.digest == heard.anchor.digest
    assert set(clerk.screen.errors().splitlines()) <= {NO_SOUND_HERE}

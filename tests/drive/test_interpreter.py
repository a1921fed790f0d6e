"""An assignment by real keys: given out, worked on by its interpreter, merged, answered, and certified."""

from contextlib import closing
from pathlib import Path

from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.screen_reader import plain
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.language_states import WorkState, states_of
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.services.language import jobs
from thb_desktop.vault.tables import registry

SAID = (
    ("1", "كان يدفع 100 يورو كل يوم.", ""),
    ("2", "كان يدفع 100 يورو كل شهر.", ""),
    ("3", "ما زلت مدينة له.", ""),
)
FIRST, LAST = "Hij betaalde 100 euro per dag.", "Ik sta nog bij hem in het krijt."
NOTE, DOUBT, QUERY, ANSWER = "bijnaam", "of: hem", "welk schrift bedoelt zij?", "het groene schrift"

WARNED = "Reason: V-T-04  The linguist's entry does not name this language: ar."


def hands_over(clerk: Clerk) -> None:
    """Give the job out, and the screen to its interpreter."""
    clerk.presses("Assign")
    clerk.sees_dialog("Assign a record")
    clerk.fills({"Record": "I-99", "Into": "Dutch"})
    clerk.reads("it is given out as it stands")
    clerk.takes("Assign a record")
    clerk.presses("Hand over")
    clerk.waits_for_focus("Your passphrase")
    clerk.screen.types(INTERPRETER_PASSPHRASE)
    clerk.screen.keys("Return")
    clerk.waits_for_focus("Account")


def takes_back(clerk: Clerk, left: str = "") -> None:
    """Hand back, unlock the vault, and merge what came back. left: what is said not to be done."""
    clerk.screen.keys("F12")
    if left:
        clerk.sees_dialog("Hand back with work left?")
        clerk.reads(left)
        clerk.presses("Hand back all the same")
    clerk.waits_for_focus("Passphrase")
    clerk.screen.types(PASSPHRASE)
    clerk.screen.keys("Return")
    clerk.sees("Vault and user")
    clerk.screen.keys("F12")
    clerk.presses("Look at what came back")
    clerk.sees_dialog("What came back")
    clerk.takes("What came back")
    clerk.reads("Merged:")


def types_in_a_turn(clerk: Clerk) -> None:
    """Wait until the cursor is in the editor of a turn, of which no screen reader is told on Linux."""
    clerk.screen.until(lambda: clerk.reader.focus() is None, "no editor is open")


def notes(clerk: Clerk, key: str, dialog: str, text: str, code: str = "") -> None:
    """Note something at the chosen words, and go on writing."""
    clerk.screen.keys(key)
    clerk.sees(dialog, "dialog")
    if code:
        clerk.waits_for_focus("Code or its name")
        clerk.screen.types(code)
        clerk.screen.keys("Return")
    clerk.waits_for_focus("Text of the note")
    clerk.screen.keys("F2")
    clerk.screen.types(text)
    clerk.screen.keys("Return")
    clerk.screen.until(lambda: not clerk.reader.find(dialog, "dialog"), f"{dialog!r} does not close")
    types_in_a_turn(clerk)


def renders(clerk: Clerk) -> None:
    """Three turns: one typed, one taken from the memory of the case, one typed; notes; all signed."""
    clerk.screen.keys("Return")
    types_in_a_turn(clerk)
    clerk.screen.types(FIRST)
    clerk.reads("Kept ")
    clerk.screen.keys("ctrl+Home", "ctrl+shift+Right")
    notes(clerk, "ctrl+m", "Note", NOTE, "kinship")
    clerk.screen.keys("ctrl+Home", "ctrl+shift+Right")
    notes(clerk, "ctrl+d", "Doubt", DOUBT, "ambig")
    notes(clerk, "ctrl+j", "Ask the judge", QUERY)
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Account")
    clerk.screen.keys("Down")
    clerk.reads("From this case")
    clerk.screen.keys("alt+1")
    types_in_a_turn(clerk)
    clerk.screen.keys("ctrl+Return")
    types_in_a_turn(clerk)
    clerk.screen.types(LAST)
    clerk.screen.keys("F9")
    clerk.reads("Checked by its author: \u20663")


def closes(clerk: Clerk) -> None:
    """End the first assignment, which holds a question without its answer."""
    clerk.presses("Close")
    clerk.sees("Reason", "text")
    clerk.fills({"Reason": "answered in the vault"})
    clerk.screen.keys("Return")
    clerk.screen.until(lambda: not clerk.reader.find("Reason", "text"), "it does not close")
    clerk.screen.keys("Escape")


def answers(clerk: Clerk) -> None:
    """The judge answers the question of the interpreter, at the jobs of the record."""
    clerk.goes_to("Translations", "ctrl+8")
    clerk.screen.keys("Return")
    clerk.reads(f"Answer\u2026 {QUERY}")
    clerk.reaches(f"Answer\u2026 {QUERY}")
    clerk.screen.keys("Return")
    clerk.waits_for_focus("Answer")
    clerk.screen.types(ANSWER)
    clerk.screen.keys("ctrl+Return")
    clerk.reads(f"Answer again\u2026 {QUERY}")


def certifies(clerk: Clerk) -> None:
    clerk.screen.keys("F10")
    clerk.sees_dialog("Certify the translation")
    clerk.fills(
        {
            "Kind of certificate": "Statement of the translator",
            "Place of signing": "Gent",
            "A machine assisted": "No",
            "Wording of the office": "Rechtbank",
        }
    )
    clerk.presses("Show the wording")
    clerk.waits_for_focus("Who translated")
    clerk.fills({plain(WARNED): "he interprets from Arabic since 2019"})
    clerk.takes("Certify the translation")
    clerk.reads("Certified by its author: \u20663")


def test_an_assignment_lives_from_the_office_to_the_certificate(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    office_with_record(vault, SAID)
    clerk.opens(vault, PASSPHRASE)
    clerk.screen.keys("F12")
    hands_over(clerk)
    renders(clerk)
    clerk.screen.keys("F10")
    clerk.sees_dialog("Certify the translation")
    clerk.reads("What stops it: ")
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Account")
    takes_back(clerk, left="A question that nobody answered yet")
    clerk.reads("1 question waits for an answer")
    closes(clerk)
    answers(clerk)
    clerk.screen.keys("F12")
    hands_over(clerk)
    clerk.reads(ANSWER)
    certifies(clerk)
    takes_back(clerk)
    clerk.screen.keys("Escape")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        work = jobs.get_job(session, registry.LANGUAGE_JOB.all(session.read)[-1].id)
    newest, states = work.newest(), states_of(work)
    assert [each.text for each in newest.values()] == [FIRST, FIRST, LAST]
    assert {states[each.id] for each in newest.values()} == {WorkState.CERTIFIED}
    assert {each.code: each.text for each in work.annotations} == {
        AnnotationCode.KINSHIP_TERM: NOTE,
        AnnotationCode.AMBIGUOUS: DOUBT,
        AnnotationCode.QUERY: QUERY,
    }
    assert {each.anchor.quoted for each in work.annotations} == {"Hij ", FIRST}
    assert [each.text for each in work.answers] == [ANSWER]
    assert clerk.screen.errors() == ""

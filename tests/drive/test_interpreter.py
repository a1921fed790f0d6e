"""An assignment by real keys: given out, worked on by its interpreter, merged, answered, and certified."""

from contextlib import closing
from pathlib import Path

from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven_language import (
    WARNED,
    answers,
    closes,
    gives_out,
    notes,
    takes_back,
    types_in_a_turn,
)
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


def hands_over(clerk: Clerk) -> None:
    """Give the job out, and the screen to its interpreter."""
    gives_out(clerk, {"Record": "I-99", "Into": "Dutch"})


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


def ends(clerk: Clerk) -> None:
    """End the first assignment, which holds a question without its answer."""
    closes(clerk, "answered in the vault")
    clerk.escapes()


def judge_answers(clerk: Clerk) -> None:
    """The judge answers the question of the interpreter, at the jobs of the record."""
    clerk.goes_to("Translations", "ctrl+8")
    clerk.screen.keys("Return")
    answers(clerk, QUERY, ANSWER)


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
    ends(clerk)
    judge_answers(clerk)
    clerk.screen.keys("F12")
    hands_over(clerk)
    clerk.reads(ANSWER)
    certifies(clerk)
    takes_back(clerk)
    clerk.escapes()
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
    assert {each.anchor.quoted for each in work.annotations} == {"Hij", FIRST}
    assert [each.text for each in work.answers] == [ANSWER]
    assert clerk.screen.errors() == ""

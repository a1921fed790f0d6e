"""A translation by real keys from the glossary of the case to a disputed turn, which a stranger reads.

The office enters a term, a second linguist revises at the office's laptop and finds the term beside the turn,
agrees with all turns but one, and the bundle shows both versions; it is checked by `thb verify`, and by the
short script.
"""

import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.drive.test_translated import COLLEAGUE, HER_PASSPHRASE, begin, verified
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.driven_language import unlocks
from tests.support.exported import exports
from tests.support.second_person import asked
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.domain.vocabulary import RenderingState, SourceForm, TranslationType, TwoPersonAct, UserRole
from thb_desktop.services.case_file import cases
from thb_desktop.services.language import doubts, jobs, versions
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews

REVISER, HER_OWN = "Samira Haddad", "otter canyon velvet nickel harbor"
RENDERED = (
    "Do you understand the interpreter?",
    "Yes, I understand.",
    "Where did you sleep?",
    "In a room above the restaurant.",
)
TERM = {"Term": "cameră", "Language": "Romanian"}
RENDERING = {"Term": "room", "Language": "English"}
OWN, WHY = "In a bedroom above the restaurant.", "the word is that of a bedroom"


def prepare(vault: Path) -> bytes:
    """A signed record with a job that its linguist signed as checked, and a second linguist."""
    root = begin(vault)
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        linguist = next(each for each in people.list_interpreters(session, case.id) if each.user_id)
        user = users.add_user(
            session,
            name=REVISER,
            role=UserRole.INTERPRETER,
            passphrase=passphrase(HER_OWN),
            own_passphrase=passphrase(),
            second=asked(session, TwoPersonAct.ADD_USER, text=HER_PASSPHRASE),
        )
        other = replace(linguist, code="T-SH", name=REVISER, user_id=user.id, languages=("fr", "ro"))
        people.add_interpreter(session, other)
        job = jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=interviews.list_interviews(session, case.id)[0].interview.id,
                target_language="en",
                linguist_id=linguist.id,
                translation_type=TranslationType.SWORN_WRITTEN,
                purpose="for the court of Lille",
                made_from=SourceForm.ELECTRONIC_FILE,
            ),
        )
        made = [
            versions.write_version(session, job.id, turn, text)
            for turn, text in zip(jobs.get_job(session, job.id).sources, RENDERED, strict=True)
        ]
        assert linguist.user_id is not None
        guest = users.signer_of(session, linguist.user_id, passphrase(INTERPRETER_PASSPHRASE))
        with closing(guest.keys) as keys:
            said = [(each, "so it was said") for each in doubts.check_versions(session, job.id, made)]
            versions.sign_versions(
                session, job.id, made, said, state=RenderingState.SELF_CHECKED, signer=keys.signer
            )
    return root


def enters_a_term(clerk: Clerk) -> None:
    """The office enters a concept with a term in two languages."""
    clerk.goes_to("Translations", "ctrl+8")
    clerk.presses("Glossary")
    clerk.sees_dialog("Glossary of 2026/1")
    clerk.presses("Add")
    clerk.sees_dialog("New concept")
    clerk.fills({"Definition": "where somebody slept"})
    clerk.takes("New concept")
    for term in (TERM, RENDERING):
        clerk.presses("Add a term")
        clerk.sees_dialog("New term")
        clerk.fills(term)
        clerk.takes("New term")
    clerk.escapes()


def assigns(clerk: Clerk) -> None:
    """The job goes to a second linguist, whose entry does not name its language."""
    clerk.presses("Assign")
    clerk.sees_dialog("Assign job T-01")
    clerk.fills({"To": REVISER})
    clerk.reads("does not name this language")
    clerk.takes("Assign job T-01")
    clerk.screen.keys("F12")
    clerk.sees_dialog("Interpreters: 2026/1")
    clerk.presses("Hand over")


def revises(clerk: Clerk) -> None:
    """The second linguist agrees with three turns, disputes one, and is asked before the screen goes back."""
    clerk.waits_for_focus("Your passphrase")
    clerk.screen.types(HER_OWN)
    clerk.screen.keys("Return")
    clerk.waits_for_focus("Account")
    for said in range(1, 4):
        clerk.screen.keys("alt+1")
        clerk.reads(f"Turns: \u2066{said}\u2069 of")
    clerk.screen.keys("F12")
    clerk.sees_dialog("Hand back with work left?")
    clerk.reads("Turns of which you said nothing yet")
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Account")
    clerk.reads(RENDERING["Term"])
    clerk.screen.keys("alt+2")
    clerk.sees_dialog("Dispute turn 2 A")
    clerk.fills({"Your version": OWN, "Reason": WHY})
    clerk.takes("Dispute turn 2 A")
    clerk.reads("Turns: \u20664\u2069 of")
    clerk.screen.keys("F12")


def merges_by_keys(clerk: Clerk) -> None:
    """The office is led to what came back, reads what is disputed there, and is led to it."""
    clerk.reads("The linguist handed back their work.")
    unlocks(clerk)
    clerk.reads("It waits to be merged.")
    clerk.screen.keys("alt+m")
    clerk.waits_for_button("Hand over")  # it is known by then what waits
    clerk.screen.keys("Return")
    clerk.sees_dialog("What came back")
    for told in ("is disputed", OWN, WHY):
        clerk.reads(told)
    clerk.screen.picture("came-back")
    clerk.takes("What came back")
    clerk.sees("Go to the disputed turn", "push button")
    clerk.screen.keys("alt+d")


def compares(clerk: Clerk) -> None:
    """The office reads both versions of the disputed turn side by side."""
    clerk.reads("Contested: \u20661")
    clerk.presses("All versions")
    clerk.reads(OWN)


def test_a_disputed_turn_is_read_in_both_versions_by_a_stranger(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    root = prepare(vault)
    clerk.opens(vault, PASSPHRASE)
    enters_a_term(clerk)
    assigns(clerk)
    revises(clerk)
    merges_by_keys(clerk)
    compares(clerk)
    exports(clerk, bundle, lists=("Interviews", "Translations beside them"), second=HER_PASSPHRASE)
    clerk.leaves()

    told = subprocess.run(["pdftotext", "-raw", bundle, "-"], check=True, capture_output=True).stdout.decode()
    words = " ".join(told.split())
    for text in (*RENDERED, OWN, WHY, COLLEAGUE):
        assert text in words, text
    for found in verified(bundle, root):
        assert found.returncode == 0, found.stdout + found.stderr
    assert clerk.screen.errors() == ""

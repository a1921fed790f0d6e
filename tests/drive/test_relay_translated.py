"""SCHELDE's Vietnamese record by real keys: rendered at the office's laptop, disputed, and rendered again.

Its interpreter renders an answer into Dutch, a second linguist disputes it. The interpreter changes the
disputed words, then writes them again: the office still reads the dispute beside them.
"""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, fill, new_session, reopen
from tests.support.driven_language import closes, merges, takes_the_screen, types_in_a_turn
from tests.support.screen_reader import plain
from tests.support.second_person import ALONE
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.domain.vocabulary import SourceForm, TranslationType, UserRole
from thb_desktop.services.language import jobs
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.tables import registry

REVISER, HER_OWN = "Samira Haddad", "otter canyon velvet nickel harbor"
WORDS = "Ja. Zij spreekt met een zuidelijk accent, maar ik begrijp alles."
OTHERS = "Ja. Haar accent is zuidelijk, maar ik begrijp alles."
OWN, WHY = "Ja. Ik kom uit Nghe An, maar ik begrijp alles.", "where he comes from is left out"


def prepare(vault: Path) -> str:
    """The case, with a job on its first record for the interpreter, and a second linguist; return the name
    of the interpreter.
    """
    with closing(new_session(vault)) as session:
        case = fill(session)
        held = next(
            each.interview
            for each in interviews.list_interviews(session, case.id)
            if each.interview.number == "I-01"
        )
        linguist = next(each for each in people.list_interpreters(session, case.id) if each.user_id)
        user = users.add_user(
            session,
            name=REVISER,
            role=UserRole.INTERPRETER,
            passphrase=passphrase(HER_OWN),
            own_passphrase=passphrase(),
            second=ALONE,
        )
        other = replace(linguist, code="T-SH", name=REVISER, user_id=user.id, languages=("vi", "nl"))
        people.add_interpreter(session, other)
        jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=held.id,
                target_language="nl",
                linguist_id=linguist.id,
                translation_type=TranslationType.SWORN_WRITTEN,
                purpose="voor de rechtbank",
                made_from=SourceForm.ORIGINAL,
            ),
        )
        return linguist.name


def assigns(clerk: Clerk, to: str, secret: str) -> None:
    """Give the job to somebody, and the screen."""
    clerk.goes_to("Translations", "ctrl+8")
    clerk.waits_for_button("Assign")
    clerk.presses("Assign")
    clerk.sees_dialog("Assign job T-01")
    clerk.fills({"To": to})
    clerk.takes("Assign job T-01")
    clerk.screen.keys("F12")
    takes_the_screen(clerk, secret)


def hands_back(clerk: Clerk) -> None:
    """Give the screen back with turns left, and merge."""
    clerk.screen.keys("F12")
    clerk.sees_dialog("Hand back with work left?")
    clerk.presses("Hand back all the same")
    merges(clerk)
    clerk.escapes()


def ends(clerk: Clerk) -> None:
    """End the assignment that came back."""
    clerk.screen.keys("F12")
    closes(clerk, "so far")
    clerk.escapes()


def writes(clerk: Clerk, text: str) -> None:
    """Write other words into the turn with the cursor, and sign it with what else is ready."""
    clerk.screen.keys("Return")
    types_in_a_turn(clerk)
    clerk.screen.keys("ctrl+a")
    clerk.screen.types(text)
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Account")
    signs(clerk)


def signs(clerk: Clerk) -> None:
    """Sign what is ready; each difference that the program finds gets a reason."""
    clerk.screen.keys("F9")
    clerk.sees_dialog("Sign my renderings?")
    reasons = [each.name for each in clerk.fields() if plain(each.name).startswith("Reason: ")]
    clerk.fills({plain(each): "she said it so" for each in reasons})
    clerk.takes("Sign my renderings?")


def test_words_that_were_disputed_and_come_back_are_those_that_were_disputed(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "vault"
    linguist = prepare(vault)
    clerk.opens(vault, PASSPHRASE)
    assigns(clerk, linguist, INTERPRETER_PASSPHRASE)
    clerk.reads("Your job")
    clerk.screen.keys("Return")
    types_in_a_turn(clerk)
    clerk.screen.types(WORDS)
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Account")
    signs(clerk)
    hands_back(clerk)
    ends(clerk)

    assigns(clerk, REVISER, HER_OWN)
    clerk.reads("Job of")
    clerk.screen.keys("alt+2")
    clerk.sees_dialog("Dispute turn 1 A")
    clerk.fills({"Your version": OWN, "Reason": WHY})
    clerk.takes("Dispute turn 1 A")
    clerk.reads("Turns: \u20661\u2069 of")
    clerk.screen.keys("F12")
    merges(clerk)
    clerk.escapes()
    for text in (OTHERS, WORDS):
        ends(clerk)
        assigns(clerk, linguist, INTERPRETER_PASSPHRASE)
        clerk.screen.keys("ctrl+Home", "Down")
        writes(clerk, text)
        hands_back(clerk)
    clerk.goes_to("Translations", "ctrl+8")
    clerk.waits_for_button("Open")
    clerk.screen.keys("Return")
    clerk.presses("All versions")
    clerk.reads("of version \u20661\u2069, which has the same words")
    clerk.reads(OWN)
    clerk.screen.picture("compared")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        work = jobs.get_job(session, registry.LANGUAGE_JOB.all(session.read)[-1].id)
    assert [each.text for each in work.versions] == [WORDS, OTHERS, WORDS]
    ((dispute,),) = work.disputes_again().values()
    assert (dispute.own_text, dispute.reason) == (OWN, WHY)
    assert clerk.screen.errors() == ""

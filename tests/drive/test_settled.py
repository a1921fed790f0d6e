"""Work that came back by real keys, though its record changed: settled, rendered again, and printed.

While the linguist had the record, the office changed an answer and struck out a question. The return names
both, the linguist renders the answer again, and the record is read back and printed to be signed by hand.
"""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.drive.test_paper import pages_of, prints
from tests.drive.test_supplement import READING_BACK
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, new_session, reopen
from tests.support.driven import NUMBER
from tests.support.driven_language import (
    answers,
    closes,
    gives_out,
    looks_at_the_return,
    notes,
    takes_back,
    types_in_a_turn,
    unlocks,
)
from tests.support.offices import small_case
from tests.support.records import held, turn
from tests.support.second_person import ALONE
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.language_states import WorkState, states_of
from thb_desktop.services.casework import corrections
from thb_desktop.services.language import jobs
from thb_desktop.services.office import users
from thb_desktop.services.testimony.segments import NewRendering
from thb_desktop.vault.tables import registry

SAID = (
    ("fr", "Où dormiez-vous ?", "Unde dormeați?"),
    ("ro", "Într-o cameră deasupra restaurantului.", "Dans une chambre au-dessus du restaurant."),
    ("fr", "Où dormiez-vous ?", "Unde dormeați?"),
    ("ro", "El ținea cheia.", "C'est lui qui gardait la clé."),
)
RENDERED = (
    "Where did you sleep?",
    "In a room above the restaurant.",
    "Where did you sleep?",
    "He kept the key.",
)
MORE = " Era mica."
AGAIN = "In a room above the restaurant. It was small."
NOTE, QUERY, ANSWER = "a room to sleep", "Which restaurant?", "the one at the station"


def begin(vault: Path) -> None:
    """A draft, and a job on it for its interpreter, who is a user."""
    with closing(new_session(vault)) as session:
        small = small_case(session)
        record = held(session, small, number=NUMBER)
        for language, source, told in SAID:
            asks = language == "fr"
            rendering = NewRendering(
                language="ro" if asks else "fr",
                text=told,
                kind=v.RenderingKind.RENDITION,
                author_id=small.interpreter.id,
            )
            turn(
                session,
                record,
                source,
                speaker=v.SpeakerRole.INTERVIEWER if asks else v.SpeakerRole.PERSON_HEARD,
                kind=v.UtteranceKind.QUESTION if asks else v.UtteranceKind.ANSWER,
                language=language,
                renderings=(rendering,),
            )
        linguist = replace(small.interpreter, languages=("fr", "ro", "en"))
        user = users.add_user(
            session,
            name=linguist.name,
            role=v.UserRole.INTERPRETER,
            passphrase=passphrase(INTERPRETER_PASSPHRASE),
            own_passphrase=passphrase(),
            second=ALONE,
        )
        corrections.correct(session, replace(linguist, user_id=user.id), "Became a user")
        jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=record.id,
                target_language="en",
                linguist_id=linguist.id,
                translation_type=v.TranslationType.SWORN_WRITTEN,
                purpose="for the court of Lille",
                made_from=v.SourceForm.ELECTRONIC_FILE,
            ),
        )


def gives_it_out(clerk: Clerk) -> None:
    """Give the job to its linguist, and the screen."""
    gives_out(clerk, {"Record": NUMBER, "Interpreter": "P-INT", "Into": "English"})


def renders(clerk: Clerk) -> None:
    """Four turns with a note and a question, signed in one go."""
    clerk.screen.keys("Return")
    for number, text in enumerate(RENDERED):
        types_in_a_turn(clerk)
        clerk.screen.types(text)
        if number == 1:
            clerk.screen.keys("ctrl+Home", "ctrl+shift+Right")
            notes(clerk, "ctrl+m", "Note", NOTE, "cultural")
            notes(clerk, "ctrl+j", "Ask the judge", QUERY)
        if number < len(RENDERED) - 1:
            clerk.screen.keys("ctrl+Return")
            clerk.reads(f"{number + 1}\u2069 ready")
    clerk.screen.keys("F9")
    clerk.reads(f"Checked by its author: \u2066{len(RENDERED)}")


def changes_the_record(clerk: Clerk) -> None:
    """One answer gets another sentence, and a question that stands twice is struck out."""
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.reads("handed back is not merged")
    clerk.waits_for_focus("Interviews")
    clerk.screen.keys("Return")
    clerk.waits_for_focus("New turn, French")
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Account")
    clerk.screen.keys("Up", "Up", "Up", "Up", "Down")
    clerk.reads("Turn \u20661 A\u2069: answer")
    clerk.screen.keys("Left", "Return")
    types_in_a_turn(clerk)
    clerk.screen.keys("ctrl+End")
    clerk.screen.types(MORE)
    clerk.screen.keys("ctrl+s")
    clerk.waits_for_focus("Account")
    clerk.screen.keys("Down")
    clerk.reads("Turn \u20662 Q\u2069: question")
    clerk.takes_from_menu("Turn", "s")
    clerk.waits_for_focus("Reason")
    clerk.screen.types("asked twice")
    clerk.screen.keys("Return")
    clerk.reads("struck out: \u2068asked twice")


def settles(clerk: Clerk) -> None:
    """The return says what changed; the office merges, goes to the turn, and answers the question there."""
    looks_at_the_return(clerk)
    for told in ("source of turn \u20661 A\u2069 changed", MORE, "Turn \u20662 Q\u2069 was struck out"):
        clerk.reads(told)
    clerk.takes("What came back")
    clerk.reads("1 turn changed since and waits to be rendered again.")
    clerk.presses("Go to the turn that changed")
    answers(clerk, QUERY, ANSWER)
    clerk.screen.keys("F12")
    closes(clerk, "a turn changed")


def renders_again(clerk: Clerk) -> None:
    """The turn that changed is rendered as it is now, and signed."""
    clerk.reads(ANSWER)
    clerk.screen.keys("Return")
    types_in_a_turn(clerk)
    clerk.screen.keys("ctrl+a")
    clerk.screen.types(AGAIN)
    clerk.screen.keys("F9")
    clerk.reads("Checked by its author: \u20663")


def reads_back(clerk: Clerk) -> None:
    clerk.escapes()
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.waits_for_focus("Interviews")
    clerk.screen.keys("Return")
    clerk.waits_for_focus("New turn, French")
    clerk.presses("Read back")
    clerk.sees_dialog("Reading back")
    clerk.fills(READING_BACK)
    clerk.takes("Reading back")
    clerk.sees("Sign", "push button")


def test_a_return_whose_record_changed_is_settled_rendered_again_and_the_record_printed(
    clerk: Clerk, tmp_path: Path
):
    vault, printed = tmp_path / "vault", tmp_path / "printed.pdf"
    begin(vault)
    clerk.opens(vault, PASSPHRASE)
    clerk.screen.keys("F12")
    gives_it_out(clerk)
    renders(clerk)
    clerk.screen.keys("F12")
    clerk.presses("Hand back all the same")
    unlocks(clerk)
    changes_the_record(clerk)
    settles(clerk)
    gives_it_out(clerk)
    renders_again(clerk)
    takes_back(clerk)
    reads_back(clerk)
    prints(clerk, printed)
    clerk.leaves()

    with closing(reopen(vault)) as session:
        work = jobs.get_job(session, registry.LANGUAGE_JOB.all(session.read)[-1].id)
    newest, states = work.newest(), states_of(work)
    assert [each.text for each in newest.values()] == [RENDERED[0], AGAIN, RENDERED[2], RENDERED[3]]
    assert states[newest[list(newest)[1]].id] is WorkState.SELF_CHECKED
    assert [each.text for each in work.answers] == [ANSWER]
    pages = pages_of(printed)
    told = " ".join(pages)
    assert f"{SAID[1][1]}{MORE}" in told
    assert "asked twice" in told
    assert clerk.screen.errors() == ""

"""A stale turn by real keys: rendered, changed by the office, shown with both sources, rendered again."""

from contextlib import closing
from pathlib import Path

from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven_language import closes, gives_out, takes_back, types_in_a_turn
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.language_states import WorkState, states_of
from thb_desktop.services.language import jobs
from thb_desktop.vault.tables import registry

SAID = (("1", "جئت مع رجل.", ""), ("2", "ما زلت مدينة له.", ""))
NOW = "لم أعد مدينة له."
CAME, OWES, PAID = (
    "Ik kwam met een man.",
    "Ik sta nog bij hem in het krijt.",
    "Ik sta niet meer in het krijt.",
)


def renders(clerk: Clerk, *texts: str) -> None:
    """Type the turns that wait, one after the other, and sign them."""
    types_in_a_turn(clerk)
    for each in texts[:-1]:
        clerk.screen.types(each)
        clerk.screen.keys("ctrl+Return")
        types_in_a_turn(clerk)
    clerk.screen.types(texts[-1])
    clerk.screen.keys("F9")


def hands_over(clerk: Clerk) -> None:
    clerk.screen.keys("F12")
    gives_out(clerk, {"Record": "I-99", "Into": "Dutch"})


def changes_the_last_turn(clerk: Clerk) -> None:
    """The clerk takes the last turn of the draft up, and writes it as it was meant."""
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.reads("I-01")
    clerk.waits_for_focus("Interviews")
    clerk.screen.keys("ctrl+End")
    clerk.reads("I-99")
    clerk.screen.keys("ctrl+shift+n")
    clerk.waits_for_focus("New turn, Dutch")
    clerk.screen.keys("Up")
    clerk.waits_for_focus("New turn, Arabic")
    clerk.screen.keys("ctrl+a")
    clerk.screen.types(NOW)
    clerk.screen.keys("Return")
    clerk.reads("Kept ")
    clerk.waits_for_focus("New turn, Dutch")


def test_a_turn_that_was_changed_after_it_was_rendered_is_rendered_again(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    office_with_record(vault, SAID)
    clerk.opens(vault, PASSPHRASE)
    hands_over(clerk)
    clerk.screen.keys("Return")
    renders(clerk, CAME, OWES)
    clerk.reads("Checked by its author: \u20662")
    takes_back(clerk)
    clerk.escapes()
    changes_the_last_turn(clerk)
    clerk.screen.picture("changed")
    clerk.screen.keys("F12")
    closes(clerk, "the record was changed")
    clerk.escapes()
    hands_over(clerk)
    clerk.reads("The source changed")
    for each in ("What version \u20661\u2069 was made from", SAID[1][1], "The source now", NOW):
        clerk.reads(each)
    clerk.screen.picture("both-sources")
    clerk.screen.keys("Return")
    types_in_a_turn(clerk)
    clerk.screen.keys("ctrl+a")
    renders(clerk, PAID)
    clerk.reads("Checked by its author: \u20662")
    takes_back(clerk)
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        work = jobs.get_job(session, registry.LANGUAGE_JOB.all(session.read)[-1].id)
    newest, states = work.newest(), states_of(work)
    assert [(each.text, each.number) for each in newest.values()] == [(CAME, 1), (PAID, 2)]
    assert {states[each.id] for each in newest.values()} == {WorkState.SELF_CHECKED}
    assert clerk.screen.errors() == ""

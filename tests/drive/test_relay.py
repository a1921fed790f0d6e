"""A relay by real keys: Vietnamese, English, Dutch, from the empty record to the reading back; then printed.

The turns are those of the sample case SCHELDE, record I-01. The screen has room for two languages; the third
is a key away.
"""

import subprocess
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.records import sign
from tests.support.relays import NUMBER, TURNS, add_relay, complete
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import InterpreterId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.services.bundling.bundles import BundleOptions, prepare_bundle
from thb_desktop.services.case_file import cases
from thb_desktop.services.samples import load_sample_case
from thb_desktop.services.testimony import interviews, records

READING_BACK = {
    "Method of reading back": "Sight",
    "Language of the reading back": "Vietnamese",
    "Confirmation": "Confirmed without",
    "Complaint about the interpreting": "No",
}


def begin(vault: Path) -> tuple[InterpreterId, InterpreterId]:
    """A vault with the sample case, and the draft of a relay."""
    session = new_session(vault)
    _, first, second = add_relay(session, load_sample_case(session, "schelde"))
    session.close()
    return first, second


def kept(vault: Path) -> InterviewInFull:
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    held = (each.interview for each in interviews.list_interviews(session, case.id))
    found = records.get_interview(session, next(each.id for each in held if each.number == NUMBER))
    session.close()
    return found


def printed(vault: Path, of: InterviewInFull) -> str:
    """Sign the record, print it in three languages, and return the words without spaces."""
    session = reopen(vault)
    complete(session, of.interview)
    sign(session, of.interview.id)
    options = BundleOptions(
        identities_because="Needed there",
        languages=("nl", "en"),
        purpose="Hearing",
        recipient="Court",
        interview_ids=(of.interview.id,),
        released_with=ALONE,
        transfer=AT_HOME,
    )
    pdf = prepare_bundle(session, of.interview.case_id, options).pdf
    session.close()
    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return "".join(told.decode().split())


def types_relayed(clerk: Clerk, said: dict[str, str]) -> None:
    """Type a turn in Dutch, Vietnamese and English, and keep it: four keys besides the words."""
    clerk.waits_for_focus("New turn, Dutch")
    clerk.screen.types(said["nl"])
    clerk.screen.keys("Tab")
    clerk.waits_for_focus("New turn, Vietnamese")
    clerk.screen.types(said["vi"])
    clerk.screen.keys("ctrl+Tab")
    clerk.waits_for_focus("New turn, English")
    clerk.screen.types(said["en"])
    clerk.screen.keys("ctrl+Tab")
    clerk.waits_for_focus("New turn, Vietnamese")
    clerk.screen.keys("Return")


def test_a_relay_is_typed_in_three_languages_to_the_reading_back(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "vault"
    first, second = begin(vault)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.sees("Interviews", "table")
    clerk.screen.keys("ctrl+End")
    clerk.reads(NUMBER)
    clerk.screen.keys("ctrl+shift+n")

    for question, answer in TURNS:
        types_relayed(clerk, question)
        clerk.sees("Answer", "label")
        types_relayed(clerk, answer)
        clerk.sees("Question", "label")
    clerk.waits_for_focus("New turn, Dutch")
    clerk.screen.picture("relay")
    clerk.presses("Read back")
    clerk.sees_dialog("Reading back")
    clerk.fills(READING_BACK)
    clerk.takes("Reading back")
    clerk.sees("Sign", "push button")
    clerk.leaves()

    record = kept(vault)
    assert record.interview.state is v.InterviewState.READ_BACK
    said = [{tag: each.side(tag).text for tag in ("vi", "en", "nl")} for each in record.segments]
    assert said == [turn for pair in TURNS for turn in pair]
    by = [{made.language: made.author_id for made in each.renderings} for each in record.segments]
    assert by == [{"vi": first, "en": second}, {"en": first, "nl": second}] * len(TURNS)
    assert clerk.screen.errors() == ""
    words = printed(vault, record)
    for turn in (turn for pair in TURNS for turn in pair):
        for text in turn.values():
            assert "".join(text.split()) in words

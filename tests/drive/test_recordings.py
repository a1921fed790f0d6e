"""Recordings by real keys: a sound and a film of one interview, heard while somebody types, and printed.

The interview is over: its turns are typed from the recordings, whose places are their only times.
"""

import re
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.support import offices, records
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.films import film
from tests.support.recorded import tones
from tests.support.screen_reader import plain
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL, START
from tests.support.transfers import AT_HOME
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.segment import Segment
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.bundling.bundles import BundleOptions, prepare_bundle
from thb_desktop.services.testimony import read_back
from thb_desktop.vault.tables import registry

pytestmark = pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp")
FILM = {
    "Number": "E-03",
    "Language": "Fr",
    "Text": "Film",
    "Kind": "Audiovisual",
    "Original or copy": "Original",
    "Person or place of origin": "Salle 1",
    "Collected": "25.3.2026 13:00",
    "Collected by": "P-1",
    "Event": "Acquired",
    "Date and time": "25.3.2026 13:00",
    "By": "P-1",
    "Reason": "audition",
    "Reason for late entry": "registre",
}
ROWS = (
    {"Start": "25.3.2026 11:00", "Exhibit of the file": "E-01", "Working copy": "E-02"},
    {"Start": "25.3.2026 11:10", "Exhibit of the file": "E-03"},
)
SAME = "The same bytes are in the case already"
NO_SOUND_HERE = "thb-desktop: Qt (default): QtWarningMsg"
"""Qt finds no server for sound on this machine, and says so without a name."""
_TIME = re.compile(r"\d\d:\d\d:\d\d\.\d")


def begin(vault: Path, home: Path) -> None:
    """An interview, the exhibits of its sound and of the working copy, and the files beside the vault."""
    sound = tones((220, 4), (0, 1), (880, 7))
    for name, content in (("zaal-1.wav", sound), ("kopie-1.wav", sound), ("zaal-2.avi", film(12))):
        (home / name).write_bytes(content)
    with closing(new_session(vault)) as session:
        small = offices.small_case(session)
        kind = {"kind": v.ExhibitKind.AV_RECORDING}
        master = offices.registered(session, small, number="E-01", **kind)
        copy = {"originality": v.Originality.WORKING_COPY, "parent_id": master.id}
        offices.registered(session, small, number="E-02", **kind, **copy)
        records.held(session, small, authoritative_text=v.AuthoritativeText.PROCEDURE_LANGUAGE)


def takes_in(clerk: Clerk) -> None:
    """Register the film, and add a file to each exhibit."""
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog("Register an exhibit")
    clerk.fills(FILM)
    clerk.takes("Register an exhibit")
    clerk.sees("E-03", "label")
    for number, name, key in (
        ("E-03", "zaal-2.avi", ""),
        ("E-01", "zaal-1.wav", "ctrl+Home"),
        ("E-02", "kopie-1.wav", "Down"),
    ):
        clerk.goes_to("Exhibits", "ctrl+3")  # the cursor is in the list again, wherever a dialog left it
        clerk.screen.keys(*filter(None, (key,)))
        clerk.sees(number, "label")
        clerk.screen.keys("ctrl+o")
        clerk.chooses_files(f"Files of exhibit {number}", name)
        if number == "E-02":  # the working copy has the bytes of its master
            clerk.sees_dialog(SAME)
            clerk.escapes()
        clerk.sees(name, "label")


def enters_recordings(clerk: Clerk) -> None:
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.sees("Formalities", "check box")
    clerk.screen.keys("F7")
    clerk.presses("Parties", "list item")
    clerk.screen.types("List")
    clerk.waits_for_choice("List of recordings", "list item")
    for fields in ROWS:
        clerk.enters("List of recordings", fields)
    clerk.screen.picture("recordings")
    clerk.screen.keys("ctrl+shift+n")
    clerk.waits_for_focus("New turn, French")


def place(clerk: Clerk) -> float:
    """Seconds at which the recording stands, as the strip shows them."""
    told = (plain(each.name) for each in clerk.reader.shown() if each.role == "label")
    hours, minutes, seconds = next(each for each in told if _TIME.fullmatch(each)).split(":")
    return (int(hours) * 60 + int(minutes)) * 60 + float(seconds)


def hears_until(clerk: Clerk, seconds: float) -> None:
    clerk.screen.until(lambda: place(clerk) >= seconds, f"it does not play to {seconds} s")


def stands_at(clerk: Clerk, seconds: float) -> None:
    clerk.screen.until(lambda: place(clerk) == seconds, f"it does not stand at {seconds} s")


def types_while_it_plays(clerk: Clerk) -> None:
    """F4, F5 and F6 while a question is typed; a pause goes back; then an answer that nobody wrote down."""
    clerk.screen.keys("F4")
    clerk.sees("Pause the recording")
    clerk.screen.keys("F5")
    clerk.screen.types("Ou dormiez-vous ?")
    hears_until(clerk, 3)
    clerk.screen.keys("F6", "F4")
    clerk.sees("Play the recording")
    clerk.screen.picture("typed")
    clerk.screen.keys("Return")
    clerk.sees("Answer", "label")
    clerk.screen.types("/n 0:05 0:07")
    clerk.screen.keys("Return")
    clerk.reads("00:00:05.0")
    clerk.screen.types("Dans une chambre.")
    clerk.screen.keys("Return")
    clerk.sees("Question", "label")


def goes_about(clerk: Clerk) -> None:
    """Faster, on and back to the marks; what nobody wrote down is heard again and again, then once."""
    clerk.screen.keys("ctrl+shift+Up", "ctrl+shift+Up")
    clerk.sees("Speed 120 %", "label")
    clerk.screen.keys("ctrl+shift+0")
    clerk.screen.keys("alt+Right", "alt+Right")
    hears_until(clerk, 9)
    clerk.screen.keys("shift+F5")
    stands_at(clerk, 7.0)
    clerk.screen.keys("shift+F5")
    stands_at(clerk, 5.0)
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Account")
    clerk.screen.keys("ctrl+End", "shift+F4")
    hears_until(clerk, 6.5)
    clerk.screen.until(lambda: place(clerk) < 6, "the range does not begin again")
    clerk.screen.keys("shift+F4")
    clerk.sees("Play the recording")
    clerk.screen.keys("ctrl+F4")
    clerk.sees("Pause the recording")
    clerk.sees("Play the recording")
    stands_at(clerk, 7.0)
    clerk.screen.picture("played")


def watches_the_film(clerk: Clerk) -> None:
    """At the end of the sound the film goes on, which was made after a gap; a turn gets its range in it."""
    clerk.screen.keys("ctrl+shift+n")
    clerk.waits_for_focus("New turn, French")
    clerk.screen.keys("alt+Right", "alt+Right")
    stands_at(clerk, 12.0)
    clerk.screen.keys("F4")
    clerk.sees("Picture", "check box")
    hears_until(clerk, 1)
    clerk.screen.keys("F5")
    hears_until(clerk, 2)
    clerk.screen.keys("F6", "F4")
    clerk.screen.picture("film")
    clerk.screen.types("Avec qui ?")
    clerk.screen.keys("Return")
    clerk.sees("Answer", "label")


def kept(vault: Path) -> list[Segment]:
    with closing(reopen(vault)) as session:
        return sorted(registry.SEGMENT.all(session.read), key=lambda each: each.position)


def printed(vault: Path) -> str:
    """Sign the record, print it, and return its words without spaces."""
    with closing(reopen(vault)) as session:
        (held,) = registry.INTERVIEW.all(session.read)
        read_back.read_back(session, held.id, records.outcome(), SIGNED_BY_ALL)
        records.sign(session, held.id)
        options = BundleOptions(
            identities_because="Needed there",
            languages=("fr",),
            purpose="Hearing",
            recipient="Court",
            interview_ids=(held.id,),
            released_with=ALONE,
            transfer=AT_HOME,
        )
        pdf = prepare_bundle(session, held.case_id, options).pdf
    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return "".join(told.decode().split())


def test_a_sound_and_a_film_are_taken_in_heard_while_typing_and_printed_with_their_places(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "vault"
    begin(vault, clerk.screen.home)
    clerk.opens(vault, PASSPHRASE)
    takes_in(clerk)
    enters_recordings(clerk)
    types_while_it_plays(clerk)
    goes_about(clerk)
    watches_the_film(clerk)
    clerk.leaves()

    asked, answered, last = kept(vault)
    assert (answered.recording_from, answered.recording_to) == ("E-02 00:00:05", "E-02 00:00:07")
    assert (answered.capture, answered.source_text) == (v.SourceCapture.NOT_CAPTURED, None)
    assert {asked.capture, last.capture} == {v.SourceCapture.TRANSCRIBED_FROM_RECORDING}
    assert re.fullmatch(r"E-03 00:00:0[12]\.\d", last.recording_from)
    assert [round((each.at - START).total_seconds() / 60) for each in (asked, answered, last) if each.at] == [
        0,
        0,
        10,
    ]
    page = printed(vault)
    for each in (asked, answered, last):
        assert each.recording_from.replace(" ", "") in page
    assert set(clerk.screen.errors().splitlines()) <= {NO_SOUND_HERE}

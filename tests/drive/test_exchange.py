"""Files of others by real keys: a job goes out as XLIFF and comes back; a transcript becomes turns."""

from contextlib import closing
from pathlib import Path

from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven_language import looks_at_file, sends
from tests.support.recorded import recorded
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.vault.tables import registry

SAID = (("1", "أين كنت؟", ""), ("2", "كنت في البيت مع أختي.", ""))
DUTCH = "Ik was thuis met mijn zus."
SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\nJuge : Waar was u?\n\n"
    "2\n00:00:05,000 --> 00:00:09,000\nTemoin : Thuis.\n"
)
ASSIGNED = {
    "Juge: person": "Interviewer",
    "Juge: kind of turn": "Question",
    "Juge: spoken in": "Dutch",
    "Temoin: person": "Person heard",
    "Temoin: kind of turn": "Answer",
    "Temoin: spoken in": "Dutch",
    "The words are": "what was said",
    "Captured": "Transcribed",
    "Times are of": "E-92",
}


def sends_out(clerk: Clerk, folder: Path) -> Path:
    """Send the job out as XLIFF, and save it beside the vault; return the file."""
    clerk.goes_to("Translations", "ctrl+8")
    sends(clerk, "XLIFF", folder)
    (sent,) = folder.iterdir()
    return sent


def imports(clerk: Clerk, returned: Path) -> None:
    looks_at_file(clerk, returned)
    clerk.reads("1 turn with new words.")
    clerk.screen.picture("came-back")
    clerk.sees(f"In the file: {DUTCH}", "label")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("1 version written, unsigned until the linguist signs.")
    clerk.escapes()


def takes_transcript(clerk: Clerk, transcript: Path) -> None:
    """A person says who each mark is, what the words are, and of which recording the times are."""
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.screen.keys("ctrl+End")
    clerk.presses("Transcript")
    clerk.sees_dialog("Take over a transcript")
    clerk.waits_for_focus("File")
    clerk.screen.keys("space")
    clerk.chooses_files("Transcript", str(transcript))
    clerk.reads("2 turns, ")
    clerk.fills(ASSIGNED)
    clerk.screen.picture("transcript")
    clerk.takes("Take over a transcript")
    clerk.reads("2 turns were added from the transcript.")
    clerk.waits_for_focus("Account")
    clerk.screen.picture("turns")


def test_a_job_goes_out_and_comes_back_and_a_transcript_becomes_turns_by_keys(clerk: Clerk, tmp_path: Path):
    vault, folder, transcript = tmp_path / "vault", tmp_path / "sent", clerk.screen.home / "talk.srt"
    folder.mkdir()
    transcript.write_text(SRT, encoding="utf-8")
    office_with_record(vault, SAID)
    with closing(reopen(vault)) as session:
        draft = next(each for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")
        recorded(session, draft.id)
    clerk.opens(vault, PASSPHRASE)

    sent = sends_out(clerk, folder)
    sent.write_text(
        sent.read_text("utf-8").replace("</source>", f"</source>\n<target>{DUTCH}</target>", 1), "utf-8"
    )
    imports(clerk, sent)
    takes_transcript(clerk, transcript)
    clerk.leaves()

    with closing(reopen(vault)) as session:
        versions = registry.RENDERING_VERSION.all(session.read)
        turns = [each for each in registry.SEGMENT.all(session.read) if each.interview_id == draft.id]
    assert [each.text for each in versions] == [DUTCH]
    asked, told = sorted(turns, key=lambda each: each.position)[-2:]
    assert (asked.source_text, told.source_text) == ("Waar was u?", "Thuis.")
    assert {asked.capture, told.capture} == {v.SourceCapture.TRANSCRIBED_FROM_RECORDING}
    assert (told.recording_from, told.recording_to) == ("E-92 00:00:05", "E-92 00:00:09")
    assert clerk.screen.errors() == ""

"""Decisions about a signed record by real keys: sealed, restricted, rectified, annulled, and printed."""

import subprocess
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import NUMBER, TURNS, office_with_record
from tests.support.exported import exports
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.services.case_file import cases
from thb_desktop.services.testimony import interviews, records

K = v.RecordDecisionKind
NOTE = f"{NUMBER} R"
DECISION = {
    "Decided by": "Indictment chamber",
    "Decided on": "4.5.2026",
    "Reason": "The defence had not been summoned",
}
HEADER = {"Number": NOTE, "Led by": "P-1", "Authority": "Juge"}
CORRECTION = {
    "Turn": "2 A",
    "Language": "French",
    "Text after": "Dans une chambre de l'autre rue.",
    "Requested by": "Judge",
    "Reason": "Typing",
}
FACT = {"What": "Start of the hearing", "Text": "09:05, not 08:05"}


def decides(clerk: Clerk, letter: str, decision: str, reference: str, state: str) -> None:
    """Enter a decision of a court from the menu; list and head show the state that follows."""
    clerk.takes_from_menu("Decision", letter)
    dialog = f"Record {NUMBER}: {decision}"
    clerk.sees_dialog(dialog)
    clerk.fills({"Reference": reference, **DECISION})
    clerk.takes(dialog)
    clerk.sees(state, "label")
    clerk.reads(f"{decision}: \u2066{reference}")


def seals(clerk: Clerk) -> None:
    clerk.takes_from_menu("Decision", "c")
    dialog = f"Seal record {NUMBER}?"
    clerk.sees_dialog(dialog)
    clerk.takes(dialog)
    clerk.sees("Sealed", "label")
    clerk.reads("its digest was computed again, and is the one that was signed")


def rectifies(clerk: Clerk) -> None:
    """Begin a note, correct a word of the signed record in it, and sign it."""
    clerk.presses("Rectify")
    dialog = f"Rectification of record {NUMBER}"
    clerk.sees_dialog(dialog)
    clerk.fills(HEADER)
    clerk.takes(dialog)
    clerk.waits_for_choice("Corrections", "list item")
    clerk.presses("Add")
    clerk.sees_dialog("Corrections")
    clerk.fills({name: CORRECTION[name] for name in ("Turn", "Language")})
    clerk.reads(TURNS[1][3])
    clerk.fills(CORRECTION)
    clerk.takes("Corrections")
    clerk.presses("Facts rectified", "list item")
    clerk.enters("Facts rectified", FACT, by="Change")
    signature = {"Function": "Judge", "Name": "Claire Delvaux", "Method": "By hand"}
    clerk.enters("Signatures", signature, by="Signature on paper")
    clerk.reads("0 stop, 1 warn")
    clerk.screen.keys("F9")
    clerk.sees_dialog("Sign this record?")
    warned = clerk.answers_warnings("Only the French of the rendition was typed wrongly")
    assert len(warned) == 1, warned
    assert "V-I-29" in warned[0], warned
    clerk.takes("Sign this record?")
    clerk.reads("This record is signed")


def goes_back(clerk: Clerk) -> None:
    """Go back to the record that was rectified: it says so, and is sealed as before, not supplemented."""
    clerk.screen.clicks(clerk.sees("Interviews", "table"))
    clerk.screen.keys("ctrl+Home")
    clerk.reads(f"Rectified by \u2066{NOTE}\u2069.")
    clerk.sees("Account", "table")
    clerk.sees("Sealed", "label")
    assert not clerk.reader.find("Supplemented by a later record", "label")


def kept(vault: Path) -> tuple[InterviewInFull, InterviewInFull]:
    """The record and the note, as the vault has them."""
    session = reopen(vault)
    held = interviews.list_interviews(session, cases.list_cases(session)[0].case.id)
    by_number = {each.interview.number: each.interview.id for each in held}
    found = tuple(records.get_interview(session, by_number[number]) for number in (NUMBER, NOTE))
    session.close()
    return found[0], found[1]


def test_a_signed_record_is_sealed_restricted_rectified_and_annulled_and_its_pages_say_so(
    clerk: Clerk, tmp_path: Path
):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    office_with_record(vault, is_signed=True)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.reads("This record is signed")

    seals(clerk)
    decides(clerk, "r", "Use restricted", "KI 2026/12", "Use restricted by decision")
    decides(clerk, "l", "Restriction lifted", "KI 2026/15", "Sealed")
    rectifies(clerk)
    goes_back(clerk)
    decides(clerk, "a", "Annulled", "KI 2026/20", "Annulled by decision")
    offered = [name for name in ("Decision", "Rectify", "Supplement") if clerk.reader.find(name)]
    exports(clerk, bundle)
    clerk.leaves()

    record, note = kept(vault)
    text = subprocess.run(["pdftotext", "-raw", bundle, "-"], check=True, capture_output=True).stdout.decode()
    told = " ".join(text.split())
    assert offered == []
    assert [each.kind for each in record.decisions] == [
        *(K.SEALED, K.RESTRICTED, K.RESTRICTION_LIFTED, K.ANNULLED)
    ]
    assert record.state is v.InterviewState.ANNULLED_BY_DECISION
    assert note.interview.is_signed
    assert [(each.before, each.after) for each in note.corrections] == [
        (TURNS[1][3], CORRECTION["Text after"])
    ]
    for words in (
        f"{NUMBER} – V-01 (victime) – ANNULÉ PAR DÉCISION",
        f"Rectifié par la note {NOTE}",
        f"Note rectificative {NOTE}",
        *("KI 2026/12", "KI 2026/15", "KI 2026/20", CORRECTION["Text after"], FACT["Text"]),
    ):
        assert words in told, words
    note_pages = told[told.rindex(f"Note rectificative {NOTE}") :]
    assert "non mentionné" not in note_pages[: note_pages.index("Empreinte de ce procès-verbal")]
    assert clerk.screen.errors() == ""

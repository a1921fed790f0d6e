"""The supplement of a signed record by real keys: begun, typed, read back, signed, printed and verified."""

import subprocess
from contextlib import closing
from pathlib import Path

from tests.drive.test_whole_case import open_part, show_formalities
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import NUMBER, office_with_record
from tests.support.exported import exports, verified
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.services.testimony import records
from thb_desktop.vault.tables import registry

LATER = f"{NUMBER} S"
HEADER = {
    "Number": LATER,
    "Led by": "P-1",
    "Record kept by": "P-1",
    "Authority": "Juge",
    "Place": "Liège",
    "Start": "1.6.2026 09:30",
}
FORMALITIES = (
    (
        "Procedure",
        "Change",
        {
            "Stage of the procedure": "Judicial",
            "Legal basis": "art. 91bis CIC",
            "Kind of record": "Questions",
            "Authoritative text": "Text",
        },
    ),
    (
        "Time and place",
        "Change",
        {"Form": "In", "Premises": "Adapted", "End": "1.6.2026 10:15", "Clock": "Radio"},
    ),
    ("Languages", "Change", {"Person understands the language of the procedure": "No"}),
    (
        "Earlier interviews",
        "Change",
        {
            "Interview of this person, number": "2",
            "Earlier interviews known": "Yes",
            "Reason for another interview": "She remembered the address",
        },
    ),
    (
        "Needs and safeguards",
        "Change",
        {
            "State of health": "Well",
            "Signs of intoxication seen": "No",
            "Special measures decided": "No",
            "Participation of the defence": "No suspect",
        },
    ),
    ("Recording", "Change", {"Audiovisual recording made": "No"}),
    ("Closing", "Change", {"Copy given": "No, def"}),
    ("List of earlier interviews", "Add", {"Date": "25.3.2026", "Authority": "Juge"}),
    (
        "Persons present",
        "Add",
        {
            "Function": "Police",
            "Name": "Sarah Moreau",
            "Official of the case": "P-1",
            "Presence": "In the room",
        },
    ),
    (
        "Interpreters",
        "Add",
        {
            "Interpreter": "P-INT",
            "From": "Romanian",
            "Into": "French",
            "Oath": "General",
            "Conflicts of interest": "None",
            "Consecutive, short passages": "",
            "Channel": "On site",
            "Dialect": "Same",
            "Comprehension confirmed by both sides": "Yes",
        },
    ),
    *(
        (
            "Information given",
            "Add",
            {"Information": code, "Given": "Yes", "Language": "Romanian", "Method": "Orally"},
        )
        for code in (
            "Role of the person",
            "Duty to tell the truth",
            "Role of the interpreter",
            "Information on victims",
        )
    ),
)
ASKED, RENDERED = "De quelle adresse vous souvenez-vous ?", "Ce adresa va amintiti?"
ANSWER, TOLD = "Strada Lunga, langa gara.", "Rue Longue, pres de la gare."
READING_BACK = {
    "Method of reading back": "Sight",
    "Language of the reading back": "Romanian",
    "Confirmation": "Confirmed without",
    "Complaint about the interpreting": "No",
}
SIGNATURES = (
    {"Function": "Person heard", "Name": "V-01", "Method": "By hand"},
    {"Function": "Interviewer", "Name": "Sarah Moreau", "Method": "By hand"},
    {"Function": "Interpreter", "Name": "Simona Ardeleanu", "Method": "By hand"},
)


def begins(clerk: Clerk) -> None:
    clerk.presses("Supplement")
    dialog = f"Supplement to record {NUMBER}"
    clerk.sees_dialog(dialog)
    clerk.fills(HEADER)
    clerk.takes(dialog)
    clerk.waits_for_focus("New turn, French")


def types(clerk: Clerk) -> None:
    """A question, and the answer in the language of the person; the interpreter is entered before."""
    clerk.screen.types(ASKED)
    clerk.screen.keys("Tab")
    clerk.screen.types(RENDERED)
    clerk.screen.keys("Return")
    clerk.sees("Answer", "label")
    clerk.waits_for_focus("New turn, French")
    clerk.screen.keys("Tab")
    clerk.waits_for_focus("New turn, Romanian")
    clerk.screen.types(ANSWER)
    clerk.screen.keys("Tab")
    clerk.screen.types(TOLD)
    clerk.screen.keys("Return")
    clerk.sees("Question", "label")


def enters_formalities(clerk: Clerk) -> None:
    show_formalities(clerk)
    for part, by, fields in FORMALITIES:
        if part == "List of earlier interviews":  # the first of two lists; two more lines down
            open_part(clerk, "List of recordings")
            clerk.screen.keys("Down", "Down")
            clerk.waits_for_choice(part, "list item")
        else:
            open_part(clerk, part)
        clerk.enters(part, fields, by=by)
    clerk.screen.keys("F7")
    clerk.waits_for_focus("New turn, French")


def reads_back(clerk: Clerk) -> None:
    clerk.screen.keys("F9")
    clerk.sees_dialog("Reading back")
    clerk.fills(READING_BACK)
    clerk.takes("Reading back")
    clerk.sees("Sign", "push button")


def signs(clerk: Clerk) -> None:
    show_formalities(clerk)
    open_part(clerk, "Signatures")
    for signature in SIGNATURES:
        clerk.enters("Signatures", signature)
    clerk.screen.picture("closing")
    clerk.screen.keys("F9")
    clerk.sees_dialog("Sign this record?")
    clerk.answers_warnings("the supplement is short")
    clerk.screen.picture("reasons")
    clerk.takes("Sign this record?")
    clerk.reads("This record is signed")


def kept(vault: Path, number: str) -> InterviewInFull:
    with closing(reopen(vault)) as session:
        found = next(each.id for each in registry.INTERVIEW.all(session.read) if each.number == number)
        return records.get_interview(session, found)


def test_a_signed_record_is_supplemented_and_both_go_out(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    office_with_record(vault, is_signed=True)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.reads("This record is signed")

    begins(clerk)
    clerk.screen.picture("begun")
    enters_formalities(clerk)
    types(clerk)
    reads_back(clerk)
    signs(clerk)
    exports(clerk, bundle)
    clerk.leaves()

    first, later = kept(vault, NUMBER), kept(vault, LATER)
    text = subprocess.run(["pdftotext", "-raw", bundle, "-"], check=True, capture_output=True).stdout.decode()
    told = " ".join(text.split())
    assert later.interview.is_signed
    assert later.interview.supplements_id == first.interview.id
    assert [(each.label, each.segment.source_text) for each in later.segments] == [
        ("1 Q", ASKED),
        ("1 A", ANSWER),
    ]
    for words in (
        f"Complète le procès-verbal {NUMBER}",
        f"Complété par le procès-verbal {LATER}",
        ANSWER,
        TOLD,
    ):
        assert words in told, words
    checked = verified(bundle, vault)
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.splitlines()[-1].startswith("VALID"), checked.stdout
    assert clerk.screen.errors() == ""

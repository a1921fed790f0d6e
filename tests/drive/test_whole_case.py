"""A whole case by real keys and clicks: from the first entry to a signed record and a bundle that verifies.

A child is heard in Arabic with a companion; a Tigrinya speaker without papers is in the case too. Nothing is
read from the program but what the screen shows.
"""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.exported import exports, verified
from tests.support.vaults import PASSPHRASE

PERSONS = (
    {
        "Pseudonym": "P-01",
        "Sex": "Female",
        "Age": "Adult",
        "Protection of the identity": "Pseudonym",
        "Language": "Tigrinya",
        "Nationalities": "ER",
        "Role": "Victim",
        "Category of data subject": "Victim",
        "Basis, not printed": "procès-verbal 1/2026",
        "Name": "ሰላም ተስፋይ",
        "Name in Latin letters": "Selam Tesfay",
    },
    {
        "Pseudonym": "P-02",
        "Sex": "Female",
        "Age": "Child",
        "Protection of the identity": "Pseudonym",
        "Language": "Arabic",
        "Nationalities": "SY",
        "Role": "Victim",
        "Category of data subject": "Victim",
        "Basis, not printed": "procès-verbal 1/2026",
    },
    {
        "Pseudonym": "P-03",
        "Sex": "Female",
        "Age": "Adult",
        "Role": "Other",
        "Category of data subject": "Person who",
    },
)
OFFICIAL = {
    "Code in the file": "O-01",
    "Name": "Jean Dubois",
    "Function": "Inv",
    "Unit": "Cabinet 0",
    "State": "BE",
}
JUDGE = {
    "Code in the file": "O-02",
    "Name": "Claire Delvaux",
    "Function": "Inv",
    "State": "BE",
    "Authority": "Juge",
    "User of this vault": "Claire",
}
INTERPRETER = {
    "Code in the file": "I-01",
    "Name": "Meron Haile",
    "Interpreter or translator": "Interpreter",
    "Languages": "ar, ti, fr",
    "Status": "Sworn",
}
AUTHORITY = {
    "Name": "Juge d'instruction, Liège",
    "Kind": "Investigating judge",
    "Part in the case": "Lead",
    "State": "BE",
    "Official in charge": "Jean Dubois",
}
INTERVIEW = {
    "Number": "INT-01",
    "Person heard": "P-02",
    "Led by": "Jean",
    "Record kept by": "Jean",
    "Authority": "Juge",
    "Kind of record": "Questions",
    "Authoritative text": "Text",
    "Form": "In",
    "Place": "Liège",
    "Start": "20.1.2026 09:30",
    "End": "20/01/2026 11:45",
    "Language of the person": "Arabic",
    "Language of the procedure": "French",
}
TURNS = (
    ("French", "Comment es-tu arrivée ici ?", "كيف وصلتِ إلى هنا؟"),
    (
        "Arabic",
        "جئت مع رجل قال لي إن اسمه سامر.",
        "Je suis venue avec un homme qui disait s'appeler Samer.",
    ),
    ("French", "Où sont tes papiers ?", "أين أوراقك؟"),
    ("Arabic", "أخذ جواز سفري في المطار.", "Il a pris mon passeport à l'aéroport."),
    ("French", "Où dormais-tu ?", "أين كنتِ تنامين؟"),
    (
        "Arabic",
        "في غرفة فوق المطعم مع ثلاث نساء.",
        "Dans une chambre au-dessus du restaurant avec trois femmes.",
    ),
    ("French", "Qui te payait ?", "من كان يدفع لك؟"),
    ("Arabic", "لا أحد. قال إن عليّ دَيناً.", "Personne. Il disait que j'avais une dette."),
    ("French", "Veux-tu ajouter quelque chose ?", "هل تريدين إضافة شيء؟"),
    ("Arabic", "لا أريد أن أراه مرة أخرى.", "Je ne veux plus le revoir."),
)
CAUTIONS = (
    "Role of the person",
    "Duty to tell the truth",
    "Role of the interpreter",
    "Information on victims",
)
FORMALITIES = (
    (
        "Procedure",
        "Change",
        {"Stage of the procedure": "Judicial", "Legal basis": "art. 91bis CIC"},
    ),
    ("Time and place", "Change", {"Premises": "Adapted", "Clock": "Radio"}),
    (
        "Languages",
        "Change",
        {
            "Person understands the language of the procedure": "No",
            "Understanding checked by": "Jean Dubois",
        },
    ),
    (
        "Earlier interviews",
        "Change",
        {"Interview of this person, number": "1", "Earlier interviews known": "No"},
    ),
    (
        "Needs and safeguards",
        "Change",
        {
            "State of health": "Fatiguée, dit pouvoir parler",
            "Special measures decided": "No",
            "Participation of the defence": "No suspect",
        },
    ),
    (
        "Recording",
        "Change",
        {"Audiovisual recording made": "No", "Note on the recording": "Appareil en panne"},
    ),
    ("Closing", "Change", {"Copy given": "No, def", "Note on the copy": "Remise à la tutrice"}),
    (
        "Persons present",
        "Add",
        {
            "Function": "Support",
            "Name": "Els Maes",
            "Pseudonym (person of the case)": "P-03",
            "Presence": "In the room",
            "From, if later than the start": "2026-01-20 09:35",
        },
    ),
    (
        "Interpreters",
        "Add",
        {
            "Interpreter": "Meron",
            "From": "Arabic",
            "Into": "French",
            "Oath": "General",
            "Conflicts of interest": "None",
            "Consecutive, short passages": "",
            "Channel": "On site",
            "Dialect": "Same",
            "Comprehension confirmed by both sides": "Yes",
            "Comprehension checked by": "Jean Dubois",
        },
    ),
    *(
        (
            "Information given",
            "Add",
            {"Information": code, "Given": "Yes", "Language": "Arabic", "Method": "Orally"},
        )
        for code in CAUTIONS
    ),
)
READING_BACK = {
    "Method of reading back": "Sight",
    "Language of the reading back": "Arabic",
    "Start of the reading back": "20.1.2026 11:20",
    "Confirmation": "Confirmed without",
    "Complaint about the interpreting": "No",
}
PHONE = {
    "Number": "E-01",
    "Language": "Fr",
    "Text": "Téléphone saisi",
    "Kind": "Digital device",
    "Original or copy": "Original",
    "Person or place of origin": "P-02",
    "Collected": "20.1.2026 12:00",
    "Collected by": "O-01",
    "Legal authority": "Ordonnance 2026/0007",
    "Event": "Seized",
    "Date and time": "20.1.2026 12:00",
    "By": "O-01",
    "Reason": "saisie",
    "Reason for late entry": "saisi hors du cabinet",
}
IMAGE = PHONE | {
    "Number": "E-02",
    "Text": "Image forensique du téléphone",
    "Kind": "Forensic image",
    "Original or copy": "Forensic duplicate",
    "Derived from": "E-01",
    "Collected": "21.1.2026 09:00",
    "Event": "Copied",
    "Date and time": "21.1.2026 09:00",
    "Reason": "copie",
}
SIGNATURES = (
    {"Function": "Person heard", "Name": "P-02", "Method": "By hand", "Date and time": "20.1.2026 11:42"},
    {
        "Function": "Interpreter",
        "Name": "Meron Haile",
        "Method": "By hand",
        "Date and time": "20.1.2026 11:43",
    },
    {"Function": "Judge", "Name": "Claire Delvaux", "Method": "By hand", "Date and time": "20.1.2026 11:44"},
)
AFTER = "Il a pris ma carte à l'aéroport."
"""What shall stand in place of a word that was translated wrongly."""


def enter_case(clerk: Clerk) -> None:
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog("New case")
    clerk.fills(
        {
            "Reference": "2026/0007",
            "Language": "Fr",
            "Text": "Dossier PERLE",
            "Language of the file": "French",
            "Investigating State": "BE",
            "Notice number": "N-1",
            "Opened on": "10/01/2026",
        }
    )
    clerk.takes("New case")


def enter_people(clerk: Clerk) -> None:
    for section, form, entries in (
        ("Persons", "Add a person", PERSONS),
        ("Officials", "Add an official", (OFFICIAL,)),
        ("Interpreters", "Add an interpreter or translator", (INTERPRETER,)),
        ("Authorities", "Add an authority", (AUTHORITY,)),
        ("Officials", "Add an official", (JUDGE,)),
    ):
        clerk.opens_section(section)
        for entry in entries:
            clerk.enters(form, entry)


def begin_record(clerk: Clerk) -> None:
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog("New interview")
    clerk.fills(INTERVIEW)
    clerk.takes("New interview")
    clerk.sees("Formalities")


def enter_formalities(clerk: Clerk) -> None:
    show_formalities(clerk)
    for part, by, fields in FORMALITIES:
        open_part(clerk, part)
        clerk.enters(part, fields, by=by)


def show_formalities(clerk: Clerk) -> None:
    clerk.screen.keys("F7")
    clerk.sees("Parts of the formalities", "list")


def open_part(clerk: Clerk, name: str) -> None:
    """Go to a part of the formalities by the first word of its name, from the top of the list; type it again
    where a busy machine read its letters apart.
    """

    def is_chosen() -> bool:
        return any(each.is_chosen for each in clerk.reader.find(name, "list item"))

    for _ in range(3):
        clerk.presses("Parties", "list item")
        clerk.screen.types(name.partition(" ")[0])
        if clerk.screen.soon(is_chosen, 3):
            break
    clerk.waits_for_choice(name, "list item")


def enter_turns(clerk: Clerk) -> None:
    """Type the account at the desk: speaker and language alternate by themselves."""
    clerk.screen.keys("F7")
    clerk.waits_for_focus("New turn, French")
    for language, said, rendered in TURNS:
        if language == "Arabic":
            clerk.screen.keys("Tab")
            clerk.waits_for_focus("New turn, Arabic")
        clerk.screen.types(said)
        clerk.screen.keys("Tab")
        clerk.screen.types(rendered)
        clerk.screen.keys("Return")
        clerk.sees("Question" if language == "Arabic" else "Answer", "label")
        clerk.waits_for_focus("New turn, French")


def read_back(clerk: Clerk) -> None:
    clerk.presses("Read back")
    clerk.sees_dialog("Reading back")
    clerk.fills(READING_BACK)
    clerk.takes("Reading back")
    clerk.sees("Sign", "push button")


def correct_a_word(clerk: Clerk) -> None:
    """The person asks for another word at the reading back: Enter at the turn, F2 who asked, F3 why."""
    clerk.screen.clicks(clerk.sees("Account", "table"))
    clerk.screen.keys("ctrl+Home", "Down", "Down", "Down")
    clerk.sees("Turn 2 A: answer, person heard")
    clerk.screen.keys("Return")
    clerk.waits_for_focus("Text after, French")
    clerk.screen.keys("ctrl+a")
    clerk.screen.types(AFTER)
    clerk.screen.keys("F2", "F3", "F3", "Return")
    clerk.waits_for_focus("Account")


def sign(clerk: Clerk) -> None:
    """A wrong answer stands against the signature; it is put right where the rule leads to, and signed."""
    show_formalities(clerk)
    open_part(clerk, "Signatures")
    for signature in SIGNATURES:
        clerk.enters("Signatures", signature)
    clerk.reads("1 stop")
    clerk.screen.keys("F10", "Return")
    clerk.sees_dialog("Reading back")
    clerk.waits_for_focus("Confirmation")
    clerk.fills({"Confirmation": "Confirmed with corrections"})
    clerk.takes("Reading back")
    clerk.presses("Sign")
    clerk.sees_dialog("Sign this record?")
    warned = clerk.answers_warnings("L'enfant ne voulait pas de pause")
    assert any("V-I-10" in name for name in warned), warned
    clerk.takes("Sign this record?")
    clerk.reads("This record is signed")


def register_exhibits(clerk: Clerk) -> None:
    """A telephone, and what was taken from it; its title is corrected."""
    clerk.goes_to("Exhibits", "ctrl+3")
    for fields in (PHONE, IMAGE):
        clerk.screen.keys("ctrl+n")
        clerk.sees_dialog("Register an exhibit")
        clerk.fills(fields)
        clerk.takes("Register an exhibit")
    clerk.sees("E-02", "label")
    clerk.enters(
        "Correct exhibit E-02", {"Text": "Image du téléphone", "Why it is corrected": "titre"}, by="Correct"
    )
    clerk.presses("History")
    clerk.sees("Corrections", "table")
    clerk.windows += 1
    clerk.escapes()


def test_a_case_is_entered_corrected_signed_exported_and_verified_by_keys_and_clicks(
    clerk: Clerk, tmp_path: Path
):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    new_session(vault).close()

    with clerk.screen.mapped() as appeared:
        clerk.opens(vault, PASSPHRASE)
        enter_case(clerk)
        enter_people(clerk)
        begin_record(clerk)
        enter_formalities(clerk)
        enter_turns(clerk)
        read_back(clerk)
        correct_a_word(clerk)
        sign(clerk)
        register_exhibits(clerk)
        exports(
            clerk,
            bundle,
            lists=("Interviews", "Exhibits"),
            purpose="EIO 2026/17",
            alone="seule au cabinet",
        )
        clerk.leaves()

    told = verified(bundle, vault)
    assert told.returncode == 0, told.stdout
    assert told.stdout.splitlines()[-1].startswith("VALID"), told.stdout
    assert len(appeared) == clerk.windows
    assert clerk.screen.errors() == ""

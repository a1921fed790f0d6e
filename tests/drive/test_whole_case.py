"""A whole case by real keys and clicks: from the first entry to a signed record and a bundle that verifies.

A child is heard in Arabic with a companion; a Tigrinya speaker without papers is in the case too. Nothing is
read from the program but what the screen shows.
"""

from tests.support.clerk import Clerk

PERSONS = (
    {
        "Pseudonym": "P-01",
        "Sex": "Female",
        "Age": "Adult",
        "Protection of the identity": "Pseudonym",
        "Language": "Tigrinya",
        "Nationalities": "ER",
        "Role": "Victim",
        "Basis": "procès-verbal 1/2026",
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
        "Basis": "procès-verbal 1/2026",
    },
    {"Pseudonym": "P-03", "Sex": "Female", "Age": "Adult", "Role": "Other"},
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
    ("Interviewer", "Question", "French", "Comment es-tu arrivée ici ?", "كيف وصلتِ إلى هنا؟"),
    (
        "Person",
        "Answer",
        "Arabic",
        "جئت مع رجل قال لي إن اسمه سامر.",
        "Je suis venue avec un homme qui disait s'appeler Samer.",
    ),
    ("Interviewer", "Question", "French", "Où sont tes papiers ?", "أين أوراقك؟"),
    ("Person", "Answer", "Arabic", "أخذ جواز سفري في المطار.", "Il a pris mon passeport à l'aéroport."),
    ("Interviewer", "Question", "French", "Où dormais-tu ?", "أين كنتِ تنامين؟"),
    (
        "Person",
        "Answer",
        "Arabic",
        "في غرفة فوق المطعم مع ثلاث نساء.",
        "Dans une chambre au-dessus du restaurant avec trois femmes.",
    ),
    ("Interviewer", "Question", "French", "Qui te payait ?", "من كان يدفع لك؟"),
    ("Person", "Answer", "Arabic", "لا أحد. قال إن عليّ دَيناً.", "Personne. Il disait que j'avais une dette."),
    ("Interviewer", "Question", "French", "Veux-tu ajouter quelque chose ?", "هل تريدين إضافة شيء؟"),
    ("Person", "Answer", "Arabic", "لا أريد أن أراه مرة أخرى.", "Je ne veux plus le revoir."),
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
            "Person of the case": "P-03",
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
    "End of the reading back": "20.1.2026 11:40",
    "Confirmation": "Confirmed with",
    "Complaint about the interpreting": "No",
}
CORRECTION = {
    "Text after": "Il a pris ma carte à l'aéroport.",
    "Requested by": "Person heard",
    "Reason": "Mistranslated",
    "Date and time": "20.1.2026 11:30",
}


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
    for tab, form, entries in (
        ("Persons", "Add a person", PERSONS),
        ("Officials", "Add an official", (OFFICIAL,)),
        ("Interpreters", "Add an interpreter or translator", (INTERPRETER,)),
        ("Authorities", "Add an authority", (AUTHORITY,)),
        ("Officials", "Add an official", (JUDGE,)),
    ):
        clerk.presses(tab, "page tab")
        for entry in entries:
            clerk.enters(form, entry)


def begin_record(clerk: Clerk) -> None:
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog("New interview")
    clerk.fills(INTERVIEW)
    clerk.takes("New interview")
    clerk.sees("Formalities", "page tab")


def enter_formalities(clerk: Clerk) -> None:
    clerk.presses("Formalities", "page tab")
    for part, by, fields in FORMALITIES:
        open_part(clerk, part)
        clerk.enters(part, fields, by=by)


def open_part(clerk: Clerk, name: str) -> None:
    """Go to a part of the formalities by the first word of its name, from the top of the list."""
    clerk.presses("Parties", "list item")
    clerk.screen.types(name.partition(" ")[0])
    clerk.waits_for_choice(name, "list item")


def enter_turns(clerk: Clerk) -> None:
    clerk.presses("Account", "page tab")
    for speaker, kind, language, said, rendered in TURNS:
        clerk.screen.keys("ctrl+shift+n")
        clerk.sees_dialog("Add a turn")
        clerk.fills(
            {
                "Speaker": speaker,
                "Kind": kind,
                "Language spoken": language,
                "Original": said,
                "Interpreter's words": rendered,
                "Rendered by": "Meron",
            }
        )
        clerk.takes("Add a turn")


def read_back(clerk: Clerk) -> None:
    clerk.presses("Read back")
    clerk.sees_dialog("Reading back")
    clerk.fills(READING_BACK)
    clerk.takes("Reading back")
    clerk.sees("Sign", "push button")

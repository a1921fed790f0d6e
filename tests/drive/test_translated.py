"""A signed record by real keys to a bundle with its certified translation, which a stranger finds valid.

The job is opened and given out, its linguist works at the office's laptop with nothing else, and the bundle
is checked by `thb verify`, and by the short script with the one file beside it.
"""

import os
import subprocess
import sys
from base64 import b64decode
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support.clerk import Clerk
from tests.support.code import ROOT
from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.driven import NUMBER, office_with_record
from tests.support.driven_language import merges, takes_the_screen, types_in_a_turn
from tests.support.exported import exports
from tests.support.screen_reader import plain
from tests.support.second_person import ALONE
from tests.support.strangers import lay_out
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.report.words import words_in
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.office import users
from thb_desktop.services.persons import people

COLLEAGUE, HER_PASSPHRASE = "Piet Bewaarder", "copper meadow lantern walnut saffron"
JOB = {
    "Into": "English",
    "Linguist": "P-INT",
    "Type of translation": "Sworn",
    "Purpose": "for the court of Lille",
    "Made from": "Electronic",
}
RENDERED = (
    "Do you understand the interpreter?",
    "Yes, I do.",
    "Where did you sleep?",
    "In a room above the restaurant.",
)
CERTIFIED = {
    "Kind of certificate": "Statement of the translator",
    "Place of signing": "Liege",
    "A machine assisted": "No",
    "Wording of the office": "Lille",
}
SAID = {
    "Who translated": "I, Simona Ardeleanu",
    "Languages": "translated the record from French and Romanian into English",
    "Read to the person": "",
    "Conflicts of interest": "I have no conflict of interest.",
    "Consequences of a false translation": "I know them.",
}
WARNED = "Reason: V-T-04  The linguist's entry does not name this language: English."


def begin(vault: Path) -> bytes:
    """A signed record, its interpreter and a colleague as users; return the root certificate (DER)."""
    office_with_record(vault, is_signed=True)
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        interpreter = people.list_interpreters(session, case.id)[0]
        added = {
            role: users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrase(secret),
                own_passphrase=passphrase(),
                second=ALONE,
            )
            for role, name, secret in (
                (UserRole.INTERPRETER, interpreter.name, INTERPRETER_PASSPHRASE),
                (UserRole.EVIDENCE_CUSTODIAN, COLLEAGUE, HER_PASSPHRASE),
            )
        }
        corrections.correct(
            session, replace(interpreter, user_id=added[UserRole.INTERPRETER].id), "Became a user"
        )
        return b64decode(session.office_record.root_certificate)


def gives_out(clerk: Clerk) -> None:
    """Open a job on the record, write the wording of the office, and give the job to its linguist."""
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.reads("This record is signed")
    clerk.screen.keys("ctrl+t")
    clerk.waits_for_choice("Translations", "check box")
    clerk.waits_for_focus("Jobs")
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog("New job")
    clerk.fills(JOB)
    clerk.takes("New job")
    clerk.presses("Wordings of certificates")
    clerk.sees_dialog("Wordings of certificates")
    clerk.screen.keys("ctrl+Return")
    clerk.sees_dialog("New wording")
    clerk.fills({"Name": "Lille", "Language": "English"})
    clerk.screen.keys("alt+d")
    clerk.reads("no official formula. Change it as your law asks.")
    clerk.takes("New wording")
    clerk.escapes()
    dialog = "Assign job T-01"
    clerk.presses("Assign")
    clerk.sees_dialog(dialog)
    clerk.takes(dialog)


def works(clerk: Clerk) -> None:
    """The linguist opens the store, renders each turn, signs, certifies and hands back."""
    clerk.screen.keys("F12")
    clerk.sees_dialog("Interpreters: 2026/1")
    takes_the_screen(clerk)
    clerk.screen.keys("Return")
    for number, text in enumerate(RENDERED):
        types_in_a_turn(clerk)
        clerk.screen.types(text)
        clerk.reads("Kept ")
        clerk.screen.keys("ctrl+Return")
        clerk.reads(f"{number + 1}\u2069 ready")
        if number + 1 < len(RENDERED):
            types_in_a_turn(clerk)
    clerk.screen.keys("F9")
    clerk.reads(f"Checked by its author: \u2066{len(RENDERED)}")
    clerk.screen.keys("F10")
    clerk.sees_dialog("Certify the translation")
    clerk.fills(CERTIFIED)
    clerk.presses("Show the wording")
    clerk.waits_for_focus("Who translated")
    clerk.fills({**SAID, plain(WARNED): "I interpret from English since 2019"})
    clerk.takes("Certify the translation")
    clerk.reads(f"Certified by its author: \u2066{len(RENDERED)}")
    clerk.screen.keys("F12")


def verified(bundle: Path, root: bytes) -> list[subprocess.CompletedProcess[str]]:
    """What `thb verify` and the short script say to who knows the root of the office."""
    place = bundle.parent
    (place / "root.pem").write_bytes(x509.load_der_x509_certificate(root).public_bytes(Encoding.PEM))
    script = lay_out(place)
    commands = (
        [sys.executable, "-P", "-m", "thb_desktop", "verify", "--root-sha256", sha256(root).hexdigest()],
        [sys.executable, "-I", str(script)],
    )
    return [
        subprocess.run(
            [*command, str(bundle), *more],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        for command, more in zip(commands, ([], [str(place / "root.pem")]), strict=True)
    ]


def test_a_record_is_translated_by_its_linguist_certified_and_exported_and_a_stranger_finds_it_valid(
    clerk: Clerk, tmp_path: Path
):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    root = begin(vault)
    clerk.opens(vault, PASSPHRASE)
    gives_out(clerk)
    works(clerk)
    merges(clerk)
    clerk.escapes()
    exports(
        clerk,
        bundle,
        lists=("Interviews", "Translations beside them"),
        second=HER_PASSPHRASE,
        headings="English",
    )
    clerk.leaves()

    told = subprocess.run(["pdftotext", "-raw", bundle, "-"], check=True, capture_output=True).stdout.decode()
    words = " ".join(told.split())
    for text in (NUMBER, *RENDERED, SAID["Who translated"], COLLEAGUE, words_in("en").interview.part):
        assert text in words, text
    for found in verified(bundle, root):
        assert found.returncode == 0, found.stdout + found.stderr
    assert clerk.screen.errors() == ""

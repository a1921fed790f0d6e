"""Statements made elsewhere by real keys, from the exhibit on: a signed PDF, a scan, a DOCX and a text."""

import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.support import offices
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.documents import docx_of, paragraph, scan_of, signed_pdf_of
from tests.support.exported import exports, verified
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.testimony import records
from thb_desktop.vault.tables import registry

pytestmark = pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp")
LANGUAGES = {
    "Person heard": "V-01",
    "Language of the person": "Romanian",
    "Language of the procedure": "French",
}
SAID = {
    "Made before": "Procuror Ionescu",
    "Authority, as the file says": "Parchetul Bacau",
    "How it is signed": "By hand",
}
FIELD = "Turn being typed"


def begin(vault: Path, home: Path, files: dict[str, bytes]) -> None:
    """A case with one exhibit, and the files beside the vault."""
    for name, content in files.items():
        (home / name).write_bytes(content)
    with closing(new_session(vault)) as session:
        small = offices.small_case(session)
        offices.registered(session, small, number="E-01", kind=v.ExhibitKind.STATEMENT_RECORD)


def takes_in(clerk: Clerk, *names: str) -> None:
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.sees("E-01", "label")
    clerk.screen.keys("ctrl+o")
    clerk.chooses_files("Files of exhibit E-01", *names)
    for name in names:
        clerk.sees(name, "label")
    clerk.goes_to("Interviews", "ctrl+2")


def begins_copy(clerk: Clerk, name: str, number: str, said: dict[str, str], day: str) -> None:
    """Begin the copy of a file; the cursor stands where its turns are typed."""
    if not clerk.reader.find("Made elsewhere", "push button"):
        clerk.screen.keys("ctrl+b")
    clerk.presses("Made elsewhere")
    clerk.sees_dialog("Statement made elsewhere")
    clerk.fills({"File that prevails": f"E-01 · {name}", **said, "Number": number})
    place = {"Date, where no time is known": day} if day else {}
    clerk.fills({"Person heard": "V-01", **place, **{key: LANGUAGES[key] for key in list(LANGUAGES)[1:]}})
    clerk.takes("Statement made elsewhere")
    clerk.sees(number, "label")
    types_now(clerk)


def types_now(clerk: Clerk) -> None:
    def is_there() -> bool:
        focus = clerk.reader.focus()
        return focus is not None and focus.name.startswith(FIELD)

    clerk.screen.until(is_there, "the cursor is not in the field of the next turn")


def goes_on(clerk: Clerk, shown: str, then: str) -> None:
    """F9: the next step, which the main button names."""
    clerk.sees(shown)
    clerk.screen.keys("F9")
    clerk.sees(then)


def signs(clerk: Clerk, reasons: int = 0) -> None:
    clerk.screen.keys("F9")
    clerk.sees_dialog("Sign this record?")
    clerk.reads("It is not the signature of the statement")
    warned = clerk.answers_warnings("the file does not say it")
    assert len(warned) == reasons, warned
    clerk.takes("Sign this record?")
    clerk.reads("the signature confirms the copy alone")


def kept(vault: Path, number: str) -> InterviewInFull:
    with closing(reopen(vault)) as session:
        found = next(each.id for each in registry.INTERVIEW.all(session.read) if each.number == number)
        return records.get_interview(session, found)


def pages_of(bundle: Path) -> str:
    """The printed words, on one line."""
    done = subprocess.run(["pdftotext", "-raw", bundle, "-"], check=True, capture_output=True)
    return " ".join(done.stdout.decode().split())


def told(record: InterviewInFull) -> list[tuple[str, str | None]]:
    return [(each.label, each.segment.source_text) for each in record.segments]


def test_a_signed_pdf_and_a_scan_become_records_that_are_signed_printed_and_verified(
    clerk: Clerk, tmp_path: Path
):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    files = {"declaratie.pdf": signed_pdf_of(), "scan.png": scan_of()}
    begin(vault, clerk.screen.home, files)
    clerk.opens(vault, PASSPHRASE)
    takes_in(clerk, *files)

    begins_copy(clerk, "declaratie.pdf", "S-01", SAID, "14.2.2026")
    clerk.screen.picture("pdf")
    goes_on(clerk, "Keep this page", "Page compared")
    clerk.screen.keys("F9")
    clerk.sees("Page 2 of 2", "label")
    goes_on(clerk, "Keep this page", "Page compared")
    goes_on(clerk, "Page compared", "Finish the comparison")
    goes_on(clerk, "Finish the comparison", "Sign")
    clerk.waits_for_focus("Account")
    signs(clerk)
    clerk.screen.picture("signed")

    begins_copy(clerk, "scan.png", "S-02", {}, "")
    clerk.sees("Page of the file, 5 lines")
    clerk.screen.keys("ctrl+Down")
    clerk.screen.types("Unde dormeati?")
    clerk.screen.keys("Return")
    clerk.reads("1 turn taken over")
    clerk.screen.keys("ctrl+Down", "ctrl+shift+Down", "ctrl+shift+Down", "ctrl+Up")
    clerk.screen.types("Cu trei femei. ")
    clerk.screen.keys("ctrl+space")
    clerk.screen.types("stampila")
    clerk.screen.picture("scan")
    clerk.screen.keys("Return")
    clerk.reads("2 turns taken over")
    goes_on(clerk, "Page compared", "Finish the comparison")
    goes_on(clerk, "Finish the comparison", "Sign")
    signs(clerk, reasons=4)
    exports(clerk, bundle, lists=("Interviews", "Exhibits"))
    clerk.leaves()

    first, second = kept(vault, "S-01"), kept(vault, "S-02")
    assert {first.state, second.state} == {v.InterviewState.SIGNED}
    assert told(first) == [
        ("1 Q", "How did you come to Belgium?"),
        ("1 A", "By minibus, a white minibus. It took two days."),
        ("2 Q", "Who paid?"),
        ("2 A", "Nelu paid the ticket."),
    ]
    assert told(second) == [("1 Q", "Unde dormeati?"), ("1 A", "Cu trei femei. [stampila]")]
    assert [[each.line for each in place.anchors] for place in second.places] == [[1], [2, 3]]
    assert {each.way for each in first.places} == {v.TakenWay.EXTRACTED}
    assert {each.way for each in second.places} == {v.TakenWay.TYPED}
    checked = verified(bundle, vault)
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.splitlines()[-1].startswith("VALID"), checked.stdout
    assert clerk.screen.errors() == ""


def test_a_word_file_and_a_text_are_taken_over_signed_printed_and_verified(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    words = ("Question: Who had the key?", "Answer: Nelu.")
    files = {
        "declaratie.docx": docx_of("".join(map(paragraph, words))),
        "declaratie.txt": "\n".join(words).encode(),
    }
    begin(vault, clerk.screen.home, files)
    clerk.opens(vault, PASSPHRASE)
    takes_in(clerk, *files)

    for number, (name, said) in enumerate(zip(files, (SAID, {}), strict=True), start=1):
        begins_copy(clerk, name, f"S-0{number}", said, "14.2.2026" if said else "")
        clerk.screen.picture(name)
        goes_on(clerk, "Keep this page", "Page compared")
        goes_on(clerk, "Page compared", "Finish the comparison")
        goes_on(clerk, "Finish the comparison", "Sign")
        signs(clerk, reasons=0 if said else 4)
        clerk.screen.picture(f"signed-{name}")
    exports(clerk, bundle, lists=("Interviews", "Exhibits"))
    clerk.leaves()

    for number in ("S-01", "S-02"):
        record = kept(vault, number)
        assert record.state is v.InterviewState.SIGNED
        assert told(record) == [("1 Q", "Who had the key?"), ("1 A", "Nelu.")]
    pages = pages_of(bundle)
    assert pages.count("Who had the key?") == 2
    assert pages.count("Ceci n'est pas le procès-verbal d'une audition tenue ici.") == 2
    checked = verified(bundle, vault)
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.splitlines()[-1].startswith("VALID"), checked.stdout
    assert clerk.screen.errors() == ""

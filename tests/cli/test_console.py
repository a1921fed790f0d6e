"""What `thb` says, to people and to machines."""

import io
import json

import pytest

from thb_desktop.cli.console import Console, Progress, printable
from thb_desktop.errors import NoVaultError, RefusalMissingError, ThbError, VolumeMissingError


def test_a_machine_gets_one_object_and_nothing_else(capsys: pytest.CaptureFixture[str]):
    console = Console(as_json=True)

    console.remark("on the way")
    console.answer(["for people"], {"vault": "ä", "cases": 2})

    out, err = capsys.readouterr()
    assert json.loads(out) == {"vault": "ä", "cases": 2}
    assert out.count("\n") == 1
    assert err == ""


def test_people_get_lines_and_no_object(capsys: pytest.CaptureFixture[str]):
    Console().answer(["first", "second"], {"vault": "x"})

    assert capsys.readouterr().out == "first\nsecond\n"


def test_a_refusal_tells_machines_its_code_on_standard_error(capsys: pytest.CaptureFixture[str]):
    Console(as_json=True).refuse(NoVaultError("this folder is no vault"))

    out, err = capsys.readouterr()
    assert out == ""
    assert json.loads(err) == {"error": "no-vault", "message": "this folder is no vault"}


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (VolumeMissingError("a volume is missing", "002"), "a volume is missing: 002"),
        (VolumeMissingError("volume 002 is missing", "002"), "volume 002 is missing"),
        (RefusalMissingError("files did not come", ("E-05", "E-07")), "files did not come: E-05, E-07"),
    ],
)
def test_a_refusal_names_what_its_sentence_in_the_window_names(
    capsys: pytest.CaptureFixture[str], refusal: ThbError, said: str
):
    Console().refuse(refusal)
    Console(as_json=True).refuse(refusal)

    plain, machine = capsys.readouterr().err.splitlines()
    assert plain == f"thb: {said} [{refusal.code}]"
    assert json.loads(machine)["message"] == said


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2Jgone", "\\u001b[2Jgone"),
        ("one\ntwo\rthree", "one\\u000atwo\\u000dthree"),
        ("exe.\u202efdp", "exe.\\u202efdp"),
        ("\u2067x", "\\u2067x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_a_name_from_outside_cannot_steer_the_terminal(hostile: str, shown: str):
    assert printable(hostile) == shown


def test_what_the_terminal_cannot_show_is_shown_by_number(monkeypatch: pytest.MonkeyPatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)

    Console().answer(["Zürich"], {})

    stream.seek(0)
    assert stream.read() == "Z\\xfcrich\n"


def test_progress_counts_per_cent_on_one_line_and_ends_it():
    stream = io.StringIO()
    progress = Progress("Checking", stream)

    for done in (0, 1, 1, 100, 200):
        progress.report(done, 200)

    assert stream.getvalue() == "\rChecking   0 %\rChecking  50 %\rChecking 100 %\n"


def test_progress_beyond_32_bits_is_counted_right():
    stream = io.StringIO()

    Progress("Copying", stream).report(5_000_000_000, 10_000_000_000)

    assert stream.getvalue() == "\rCopying  50 %"


def test_nobody_looking_means_no_progress(capsys: pytest.CaptureFixture[str]):
    assert Console().progress_of("Checking") is None
    assert Console(progress=True).progress_of("Checking") is not None

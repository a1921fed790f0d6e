"""`thb take`: files and folders into an exhibit of the demonstration, and what was not taken."""

import errno
from hashlib import md5
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from thb_desktop.errors import DiskFullError
from thb_desktop.services.evidence import left_list
from thb_desktop.services.samples.demo import PASSPHRASE
from thb_desktop.verify.exits import LEFT, UNKNOWN


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    folder = tmp_path / "phone"
    for name in ("DCIM/1.jpg", "DCIM/2.jpg", "notes.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


def case_and_exhibit(thb: CommandLine, vault: Path) -> tuple[str, str]:
    """The first case of the demonstration, and the first exhibit in it that takes files."""
    return thb("cases", vault, "--json", passphrase=PASSPHRASE).json["cases"][0]["reference"], "E-01"


def test_a_folder_is_taken_and_the_second_run_finds_it_there(thb: CommandLine, demo_vault: Path, phone: Path):
    words = ("take", demo_vault, *case_and_exhibit(thb, demo_vault), phone, "--json")

    first = thb(*words, passphrase=PASSPHRASE)
    second = thb(*words, passphrase=PASSPHRASE)

    elsewhere = thb("take", demo_vault, words[2], "E-02", phone, passphrase=PASSPHRASE)

    assert (first.code, first.json["taken"], first.json["left"], first.json["whole"]) == (0, 3, [], True)
    assert first.json["met"] == []
    assert elsewhere.out.count("The same bytes: phone/") == 3
    assert ": E-01: " in elsewhere.out
    assert (second.code, second.json["taken"], second.json["there"]) == (0, 0, 3)


def test_what_was_not_taken_is_said_and_written_and_has_its_exit_code(
    thb: CommandLine, demo_vault: Path, phone: Path, tmp_path: Path
):
    (phone / "link").symlink_to(phone / "notes.txt")
    left = tmp_path / "left.tsv"

    taken = thb(
        *("take", demo_vault, *case_and_exhibit(thb, demo_vault), phone, "--left", left),
        passphrase=PASSPHRASE,
    )

    assert taken.code == LEFT
    assert "Not taken: phone/link: a link to something else" in taken.out
    assert left.read_text("utf-8") == 'LINK\t"phone/link"\n'


def test_the_list_of_what_was_not_taken_overwrites_nothing(
    thb: CommandLine, demo_vault: Path, phone: Path, tmp_path: Path
):
    left = tmp_path / "left.tsv"
    left.write_text("mine", "utf-8")

    refused = thb(
        *("take", demo_vault, *case_and_exhibit(thb, demo_vault), phone, "--left", left, "--json"),
        passphrase=PASSPHRASE,
    )

    assert refused.refusal == "already-exists"
    assert left.read_text("utf-8") == "mine"


@pytest.mark.parametrize(("name", "code"), [("nowhere/left.tsv", "storage"), ("link", "already-exists")])
def test_where_the_list_cannot_be_written_nothing_is_taken(
    thb: CommandLine, demo_vault: Path, phone: Path, name: str, code: str
):
    folder = phone.parent
    (folder / "link").symlink_to(folder / "elsewhere")
    words = ("take", demo_vault, *case_and_exhibit(thb, demo_vault), phone)

    refused = thb(*words, "--left", folder / name, "--json", passphrase=PASSPHRASE)

    assert refused.refusal == code
    assert not (folder / "elsewhere").exists()
    assert thb(*words, "--json", passphrase=PASSPHRASE).json["there"] == 0


def test_what_was_taken_is_told_where_the_list_can_not_be_written_any_more(
    thb: CommandLine, demo_vault: Path, phone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The medium of the list fills up meanwhile: nothing half written stays."""
    (phone / "link").symlink_to(phone / "notes.txt")
    left = tmp_path / "left.tsv"

    def full(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(left_list, "_uncomputed", full)
    taken = thb(
        *("take", demo_vault, *case_and_exhibit(thb, demo_vault), phone, "--left", left),
        passphrase=PASSPHRASE,
    )

    assert taken.code == DiskFullError.exit_code
    assert "Taken: 3 files" in taken.out
    assert "what was taken stays" in taken.err
    assert not left.exists()


def test_an_exhibit_that_is_not_there_takes_nothing(thb: CommandLine, demo_vault: Path, phone: Path):
    case, _ = case_and_exhibit(thb, demo_vault)

    refused = thb("take", demo_vault, case, "E-99", phone, "--json", passphrase=PASSPHRASE)

    assert refused.refusal == "not-found"


def test_a_name_of_the_source_cannot_change_the_terminal(thb: CommandLine, demo_vault: Path, phone: Path):
    (phone / "\x1b[2Jlink").symlink_to("x")

    taken = thb("take", demo_vault, *case_and_exhibit(thb, demo_vault), phone, passphrase=PASSPHRASE)

    assert "\x1b" not in taken.out + taken.err
    assert "phone/\ufffd[2Jlink" in taken.out


def test_what_a_list_of_another_says_otherwise_is_told_and_open_in_the_custody(
    thb: CommandLine, demo_vault: Path, phone: Path, tmp_path: Path
):
    case, exhibit = case_and_exhibit(thb, demo_vault)
    right = md5(b"notes.txt", usedforsecurity=False).hexdigest()
    listed = tmp_path / "list.md5"
    listed.write_text(f"{right}  notes.txt\n{'0' * 32}  DCIM/1.jpg\n{right}  gone.txt\n", "utf-8")

    taken = thb(
        *("take", demo_vault, case, exhibit, phone, "--manifest", listed, "--json"), passphrase=PASSPHRASE
    )
    custody = thb("custody", demo_vault, case, exhibit, passphrase=PASSPHRASE)

    (told,) = taken.json["manifests"]
    assert taken.code == UNKNOWN
    assert (told["named"], told["agree"], told["missing"]) == (3, 1, ["gone.txt"])
    assert [each["path"] for each in told["differ"]] == ["phone/DCIM/1.jpg"]
    assert told["unnamed"] == ["phone/DCIM/2.jpg"]
    assert "Files differ from the list of digests list.md5 that came with them (files: 1)." in custody.out


def test_something_that_is_no_list_is_refused(thb: CommandLine, demo_vault: Path, phone: Path):
    words = ("take", demo_vault, *case_and_exhibit(thb, demo_vault), phone, "--json")

    refused = thb(*words, "--manifest", phone / "notes.txt", passphrase=PASSPHRASE)

    assert (refused.code, refused.refusal) == (2, "digest-list-unreadable")

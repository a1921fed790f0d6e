"""`thb board`: the requests of a case with their deadlines, and the sheets, through the command."""

from pathlib import Path

from tests.support.command_line import PASSPHRASE, Answer, CommandLine

CASE, OTHER = "DEMO-A-PERLA", "DEMO-B-SCHELDE"


def test_the_board_tells_requests_with_their_deadlines_and_writes_a_sheet(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    target = tmp_path / "board.pdf"

    done = thb("board", demo_vault, CASE, "--to", target, "--json", passphrase=PASSPHRASE)
    again = thb("board", demo_vault, CASE, "--to", target, "--json", passphrase=PASSPHRASE)

    assert done.code == 0
    assert len(done.json["instruments"]) >= 3
    assert all({"number", "wave", "answers", "deadlines"} <= set(each) for each in done.json["instruments"])
    assert done.json["pages"] >= 1
    assert target.read_bytes().startswith(b"%PDF")
    assert again.refusal == "already-exists"


def test_without_a_file_nothing_is_written_and_a_sheet_needs_one(thb: CommandLine, demo_vault: Path):
    done = thb("board", demo_vault, CASE, "--json", passphrase=PASSPHRASE)
    refused = thb("board", demo_vault, CASE, "--referral", "DELAYED_EIO", "--json", passphrase=PASSPHRASE)

    assert (done.code, done.json["pages"]) == (0, None)
    assert (refused.code, refused.refusal) == (2, "usage")


def test_a_referral_without_names_and_the_data_of_an_order_are_written(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    listed = thb("board", demo_vault, OTHER, "--json", passphrase=PASSPHRASE).json["instruments"]
    order = next(each["number"] for each in listed if each["number"].startswith("EIO"))
    referral = ("--referral", "DELAYED_EIO", "--wanted", "A meeting")

    for name, given in (("referral.pdf", referral), ("data.pdf", ("--data-for", order))):
        done = thb(
            "board", demo_vault, OTHER, "--to", tmp_path / name, *given, "--json", passphrase=PASSPHRASE
        )

        assert done.code == 0, done.err
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_a_referral_that_would_name_a_person_is_refused(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    target = tmp_path / "sheet.pdf"

    refused = thb(
        *(
            "board",
            demo_vault,
            CASE,
            "--to",
            target,
            "--referral",
            "DELAYED_EIO",
            "--wanted",
            "Help",
            "--json",
        ),
        passphrase=PASSPHRASE,
    )

    assert (refused.code, refused.refusal) == (2, "name-in-sheet")
    assert not target.exists()


def test_an_order_and_a_case_that_are_not_there_are_refused(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    target = tmp_path / "sheet.pdf"

    order = thb(
        *("board", demo_vault, CASE, "--to", target, "--data-for", "EIO-99", "--json"), passphrase=PASSPHRASE
    )
    case = thb("board", demo_vault, "2026/99", "--json", passphrase=PASSPHRASE)

    assert (order.refusal, case.refusal) == ("not-found", "not-found")
    assert not target.exists()


def test_a_package_is_noted_as_sent_with_what_is_known_of_it_and_what_a_person_says(
    thb: CommandLine, demo_vault: Path
):
    listed = thb("board", demo_vault, CASE, "--json", passphrase=PASSPHRASE).json["instruments"]
    under = next(each["number"] for each in listed if each["number"] != "EIO-1")
    (package,) = thb("receipt", "list", demo_vault, CASE, "--json", passphrase=PASSPHRASE).json["packages"]
    number = package["number"]

    def sent(what: str, day: str, *under: str) -> Answer:
        said = ("--number", "S-1", "--channel", "COURIER", "--by", "The registry", "--on", day, *under)
        return thb("sent", demo_vault, CASE, what, *said, "--json", passphrase=PASSPHRASE)

    strange, undated = sent("none", "2026-01-15"), sent(number, "yesterday")
    noted = sent(number, "2026-01-15", "--under", under).json
    known = sent(number, "2026-01-15", "--number", "S-2", "--basis", "A copy for counsel").json

    assert noted["what"].startswith(f"{number} (")
    assert noted["what"].endswith(f"), SHA-256 {package['sha256']}")
    assert (noted["number"], noted["instrument"]) == ("S-1", under)
    assert (known["number"], known["instrument"]) == ("S-2", "EIO-1")  # that of the bundle's release
    assert (known["basis"], noted["basis"]) == ("A copy for counsel", "")
    assert (strange.refusal, undated.refusal) == ("not-found", "usage")

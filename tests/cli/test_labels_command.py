"""`thb labels`: labels are written to a new file, and the exhibit of a scanned one is told."""

from pathlib import Path

from tests.support.command_line import PASSPHRASE, Answer, CommandLine

CASE = "DEMO-A-PERLA"


def test_labels_are_written_and_a_scanned_code_tells_its_exhibit(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    target = tmp_path / "labels.pdf"

    def labels(case: str, *more: str | Path) -> Answer:
        return thb("labels", demo_vault, case, *more, "--json", passphrase=PASSPHRASE)

    two = labels(CASE, "E-03", "E-02", "--to", target, "--sheet", "2x2", "--used", "3")
    again = labels(CASE, "--to", target)
    every = labels(CASE, "--to", tmp_path / "all.pdf")
    code = two.json["labels"][1]["code"]
    scanned = labels(CASE, "--read", code)

    assert [each["number"] for each in two.json["labels"]] == ["E-03", "E-02"]
    assert (two.code, two.json["pages"], target.read_bytes()[:4]) == (0, 2, b"%PDF")
    assert again.refusal == "already-exists"
    assert len(every.json["labels"]) > 3
    assert scanned.json["number"] == "E-02"
    assert labels("DEMO-B-SCHELDE", "--read", code).refusal == "code-foreign"
    assert labels(CASE, "--read", code[:-1]).refusal == "code-not-read"
    assert labels(CASE, "E-99", "--to", tmp_path / "none.pdf").refusal == "not-found"
    assert labels(CASE, "--to", tmp_path / "none.pdf", "--used", "24").refusal == "value-refused"
    assert not (tmp_path / "none.pdf").exists()

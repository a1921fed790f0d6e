"""The manual's table of refusals is the program's own."""

import re
from collections.abc import Iterator

from tests.support.code import ROOT
from thb_desktop import errors
from thb_desktop.verify import exits

MANUAL = ROOT.joinpath("docs/manual/command-line.md").read_text("utf-8")


def kinds(root: type[errors.ThbError]) -> Iterator[type[errors.ThbError]]:
    for child in root.__subclasses__():
        yield child
        yield from kinds(child)


def rows_as_they_should_be() -> list[str]:
    rows = []
    for error in sorted(kinds(errors.ThbError), key=lambda error: (error.exit_code, error.code)):
        sentence = re.split(r"(?<=\.)\s|\n\n", (error.__doc__ or "").strip())[0]
        rows.append(f"| {error.exit_code} | `{error.code}` | {' '.join(sentence.split())} |")
    return rows


def test_the_manual_lists_every_refusal_with_its_codes():
    listed = [line for line in MANUAL.splitlines() if re.match(r"\| \d+ \| `", line)]

    assert listed == rows_as_they_should_be()


def test_no_refusal_has_the_exit_code_of_an_answer():
    answers = {0, 1, exits.UNKNOWN}

    assert not answers & {error.exit_code for error in kinds(errors.ThbError)}


def test_the_manual_lists_the_exit_codes_of_answers():
    listed = {int(row[1]) for row in re.finditer(r"^\| (\d+) \| [^`]", MANUAL, re.MULTILINE)}

    assert listed == {0, 1, errors.DamageError.exit_code, exits.BROKEN, exits.UNKNOWN}

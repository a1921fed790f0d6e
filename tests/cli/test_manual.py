"""The manual's table of refusals is the program's own."""

import re

from scripts import refusals
from tests.support.code import ROOT
from thb_desktop import errors
from thb_desktop.verify import exits

MANUAL = ROOT.joinpath("docs/manual/command-line.md").read_text("utf-8")


def test_the_manual_lists_every_refusal_with_its_codes():
    """Otherwise: python scripts/refusals.py, and read what changed."""
    assert refusals.page() == MANUAL


def test_no_refusal_has_the_exit_code_of_an_answer():
    answers = {0, 1, exits.UNKNOWN}

    assert not answers & {error.exit_code for error in refusals.kinds()}


def test_the_manual_lists_the_exit_codes_of_answers():
    listed = {int(row[1]) for row in re.finditer(r"^\| (\d+) \| [^`]", MANUAL, re.MULTILINE)}

    answers = {exits.BROKEN, exits.UNKNOWN, exits.NOT_JUDGED, exits.REMARKS, exits.LEFT}
    assert listed == {0, 1, errors.DamageError.exit_code, *answers}

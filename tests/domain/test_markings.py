"""Markings of classified information are found as they are written, and words about secrets are none."""

from dataclasses import replace

import pytest

from tests.support.offices import case_file
from thb_desktop.domain.case_fields import CASE
from thb_desktop.domain.markings import marked_fields, marking_in


@pytest.mark.parametrize(
    "text",
    [
        "CONFIDENTIEL UE/EU CONFIDENTIAL",
        "Note of Europol, CONFIDENTIEL UE",
        "annexe (SECRET UE)",
        "EU SECRET",
        "TR\u00c8S SECRET UE/EU TOP SECRET",
        "file_S-UE/EU-S_3",
        "C-UE/EU-C",
        "report_EU_CONFIDENTIAL.pdf",
        "CONFIDENTIEL\u00a0UE",
    ],
)
def test_a_marking_is_found(text: str):
    assert marking_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "RESTREINT UE/EU RESTRICTED",
        "He said that it was a secret of the EU.",
        "Confidentiel",
        "SECRET UESTRA",
        "NEU SECRETARY",
        "CONFIDENTIAL",
    ],
)
def test_what_is_below_or_only_speaks_of_secrets_is_no_marking(text: str):
    assert marking_in(text) == ""


def test_each_field_with_a_marking_is_named():
    case = replace(case_file(), titles=(("fr", "Dossier SECRET UE"),), exploitation=("begging", "EU SECRET"))

    assert marked_fields(CASE, case) == {"titles": "SECRET UE", "exploitation": "EU SECRET"}

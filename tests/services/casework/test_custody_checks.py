"""The custody faults that were planted in the sample cases are found, and nothing else is reported."""

import pytest

from thb_desktop.domain.case import CaseFile
from thb_desktop.findings import Standing
from thb_desktop.services.casework import cases
from thb_desktop.services.casework.custody_checks import checked_page
from thb_desktop.services.core.session import Session
from thb_desktop.words import sentence

PLANTED = {
    "PERLA": {
        ("E-02", "seal-mismatch", 5),
        ("E-04", "gap", 2),
        ("E-07", "digest-differs", 3),
        ("E-16", "deposit-before-receipt", 2),
    },
    "SCHELDE": {
        ("E-05", "seal-mismatch", 3),
        ("E-05", "transfer-without-return", 2),
    },
}
"""As `expected_custody_findings` of the cases says. E-03 of PERLA with its two offsets has none."""


def case_named(session: Session, name: str) -> CaseFile:
    return next(each.case for each in cases.list_cases(session) if name in each.case.reference.upper())


@pytest.mark.parametrize("name", PLANTED)
def test_the_planted_faults_are_found_and_the_trap_is_not_reported(read_samples: Session, name: str):
    page = checked_page(read_samples, case_named(read_samples, name).id, count=100)

    found = {
        (each.exhibit.number, finding.case, finding.values["n"])
        for each in page.rows
        for finding in each.findings
        if finding.standing is not Standing.HOLDS
    }
    assert page.after is None
    assert found == PLANTED[name]


def test_what_was_lent_under_an_order_is_to_be_returned(read_samples: Session):
    case = case_named(read_samples, "SCHELDE")
    page = checked_page(read_samples, case.id, count=100)

    told = [
        (each.exhibit.number, sentence(finding, "en"))
        for each in page.rows
        for finding in each.findings
        if finding.standing is Standing.HOLDS
    ]

    assert told == [("E-02", "Is to be returned to NL.")]

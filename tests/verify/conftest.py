"""One office and its documents for all tests of the verifier."""

import pytest

from tests.support import pdfs
from thb_desktop.report.pades import Certification


@pytest.fixture(scope="session")
def office() -> pdfs.Office:
    return pdfs.make_office()


@pytest.fixture(scope="session")
def foreign_office() -> pdfs.Office:
    return pdfs.make_office("Ministry of Nowhere")


@pytest.fixture(scope="session")
def certified(office: pdfs.Office) -> bytes:
    """Signed by the interpreter only; the judge's place is empty."""
    return pdfs.signed(pdfs.prepare(), office, office.interpreter, pdfs.INTERPRETER, Certification.FILL_FORMS)


@pytest.fixture(scope="session")
def approved(office: pdfs.Office) -> bytes:
    """Signed by the interpreter and the judge."""
    return pdfs.signed_twice(office)


@pytest.fixture(scope="session")
def final(office: pdfs.Office) -> bytes:
    """Signed by the judge alone, who allows no change."""
    prepared = pdfs.prepare(fields=(pdfs.JUDGE,))
    return pdfs.signed(prepared, office, office.judge, pdfs.JUDGE, Certification.NO_CHANGES)


@pytest.fixture(scope="session")
def elsewhere(office: pdfs.Office) -> bytes:
    """Signed by another program."""
    prepared = pdfs.prepare(fields=(pdfs.JUDGE,))
    return pdfs.signed_elsewhere(prepared, office, office.judge, pdfs.JUDGE)

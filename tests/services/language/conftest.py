"""A desk with a job and two linguists."""

from collections.abc import Iterator

import pytest

from tests.support.language_jobs import JobSetup
from tests.support.language_jobs import desk as begun
from tests.support.offices import Small
from thb_desktop.services.core.session import Session


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    with begun(session, small) as found:
        yield found

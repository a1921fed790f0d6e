"""After how many months stored files are due: nothing before the office sets it, and for a reason."""

import pytest

from tests.support.offices import Small
from thb_desktop.errors import NothingCorrectedError, ReasonMissingError, ValueRefusedError
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.rehash import due_before, months_before
from thb_desktop.services.office.rehash_time import rehash_time, set_rehash_time
from thb_desktop.vault.tables import registry


def test_the_office_sets_the_interval_for_a_reason_and_takes_it_back(session: Session, small: Small):
    nothing = due_before(session)
    set_once = set_rehash_time(session, months=12, reason="The office's own practice")
    before = due_before(session)
    (kept,) = registry.OFFICE.all(session.read)
    set_rehash_time(session, months=None, reason="Read by the registry from now on")

    assert (nothing, rehash_time(session)) == (None, None)
    assert kept == set_once
    assert before is not None
    assert before < months_before(session.clock.read().at, 11)


@pytest.mark.parametrize(
    ("months", "reason", "refusal"),
    [
        (12, " ", ReasonMissingError),
        (0, "why", ValueRefusedError),
        (121, "why", ValueRefusedError),
        (None, "why", NothingCorrectedError),
    ],
)
def test_an_interval_that_cannot_be_and_one_without_a_reason_are_refused(
    session: Session, small: Small, months: int | None, reason: str, refusal: type[Exception]
):
    with pytest.raises(refusal):
        set_rehash_time(session, months=months, reason=reason)

    assert rehash_time(session) is None

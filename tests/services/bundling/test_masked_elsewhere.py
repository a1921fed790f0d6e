"""What is masked where it is not chosen: it leaves neither with earlier words nor as a digest."""

from collections.abc import Iterator
from hashlib import sha256

import pytest

from tests.services.bundling.test_disputed_again import leave
from tests.services.bundling.test_language_jobs import options
from tests.services.bundling.test_masked_translations import findings
from tests.services.bundling.test_versions import ORDER, drawn_up
from tests.support.language_jobs import JobSetup, asked
from tests.support.language_jobs import desk as begun
from tests.support.leaks import leaks, readable
from tests.support.offices import Small
from tests.support.records import outcome, sign
from tests.support.testimony import SIGNED_BY_ALL, correction
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import JobId
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles, redactions
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs
from thb_desktop.services.testimony import read_back

SECRET = "I paid 3,600 euros to Mrs Zinaida."


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    with begun(session, small) as found:
        yield found


def masked(desk: JobSetup, *chosen: JobId) -> bytes:
    """Mask the name everywhere, and return the pages of a version with these translations."""
    version = drawn_up(desk.session, desk.small)
    assert redactions.redact_everywhere(desk.session, version.id, "Zinaida", ORDER)
    bundle = bundles.prepare_bundle(
        desk.session, desk.small.case.id, options(desk, *chosen, disclosure_id=version.id)
    )
    told = findings(desk.session, bundle.pdf)
    assert [key for key, standing in told.items() if standing is Standing.BROKEN] == []
    return bundle.pdf


def test_a_masked_name_in_a_version_of_earlier_words_leaves_nowhere(desk: JobSetup):
    of = desk.job.interview_id
    desk.write("Do you understand?")
    desk.write("I paid 3,600 euros to Mrs Ana, whom they call Zinaida.", at=1)
    row = correction(segment_id=desk.turns[1].id, before="3.600", after="3.500")
    confirmed = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    read_back.read_back(desk.session, of, confirmed, [*SIGNED_BY_ALL, row])
    sign(desk.session, of)

    assert leaks(["Zinaida"], readable(masked(desk))) == []


@pytest.mark.parametrize("is_stale", [False, True])
def test_of_a_masked_pivot_that_is_not_chosen_not_even_a_digest_leaves(desk: JobSetup, is_stale: bool):
    desk.write("Do you understand?")
    desk.write(SECRET, at=1)
    relay = jobs.open_job(
        desk.session,
        asked(desk.job.interview_id, desk.second, target_language="nl", from_job_id=desk.job.id),
    )
    for at, text in enumerate(("Begrijpt u?", "Ik betaalde mevrouw Zinaida 3.600 euro.")):
        desk.write(text, at=at, job=relay.id, signer=desk.second.signer)
    if is_stale:
        desk.write(f"{SECRET}\nIn cash.", at=1)
    leave(desk)

    places = readable(masked(desk, relay.id))

    assert leaks(["Zinaida", sha256(SECRET.encode()).hexdigest()], places) == []

"""Translations from a side whose language is no column of the bundle, also where it was corrected."""

from collections.abc import Iterator

import pytest

from tests.services.bundling.test_language_jobs import checked, options
from tests.services.bundling.test_what_stays import broken
from tests.support.language_jobs import JobSetup, asked, linguist
from tests.support.leaks import readable
from tests.support.offices import Small
from tests.support.records import held, outcome, rendition, sign, turn
from tests.support.testimony import SIGNED_BY_ALL, correction
from thb_desktop.domain import vocabulary as v
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs
from thb_desktop.services.testimony import read_back
from thb_desktop.services.testimony.segments import NewRendering

ASKED, SAID = "Begrijpt u dat?", "Ik betaalde mevrouw Ana 3.600 euro."


def dutch(text: str) -> NewRendering:
    return NewRendering(language="nl", text=text, kind=v.RenderingKind.RENDITION, author_id=None)


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    """A record with words in French and Dutch, and a job from the Dutch ones."""
    first, second = linguist(session, small), linguist(session, small, "Bilal Haddad")
    interview = held(session, small)
    turns = (
        turn(session, interview, renderings=(rendition(), dutch(ASKED))),
        turn(session, interview, "Am plătit 3.600 de euro.", renderings=(rendition(), dutch(SAID))),
    )
    job = jobs.open_job(session, asked(interview.id, first, source_language="nl"))
    yield JobSetup(session=session, small=small, first=first, second=second, turns=turns, job=job)
    first.guest.keys.close()
    second.guest.keys.close()


def corrected(desk: JobSetup) -> None:
    row = correction(segment_id=desk.turns[1].id, before="3.600", after="3.500", language="nl")
    confirmed = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    read_back.read_back(desk.session, desk.job.interview_id, confirmed, [*SIGNED_BY_ALL, row])
    sign(desk.session, desk.job.interview_id)


def leaves(desk: JobSetup, *languages: str) -> tuple[set[str], list[str], set[str], bool]:
    """What the verifier says, the words of then that leave, what is told before, and whether any byte says
    what was said in Dutch.
    """
    chosen = options(desk, languages=languages)
    content = bundles.gather_bundle(desk.session, desk.small.case.id, chosen)
    told = bundles.check_bundle(desk.session, desk.small.case.id, chosen)
    bundle = bundles.prepare_bundle(desk.session, desk.small.case.id, chosen)
    assert broken(desk.session, bundle) == []
    (job,) = content.language
    return (
        checked(content),
        [each.source for each in job.stale],
        {each.code for each in told if each.code in ("language-stale-printed", "language-left-out")},
        any(b"mevrouw" in part for part in readable(bundle.pdf).values()),
    )


def test_what_was_made_from_it_after_its_correction_is_open_and_not_called_altered(desk: JobSetup):
    corrected(desk)
    desk.write("Do you understand?")
    desk.write("I paid Mrs Ana 3,600 euros. [3,500]", at=1)

    assert leaves(desk, "fr") == ({"language-source-absent"}, [], set(), False)
    assert leaves(desk, "fr", "nl") == ({"language-as-signed"}, [], set(), True)


def test_words_of_before_the_correction_leave_only_where_their_language_was_chosen(desk: JobSetup):
    desk.write("Do you understand?")
    desk.write("I paid Mrs Ana 3,600 euros.", at=1)
    corrected(desk)

    stale = {"language-stale", "language-as-signed"}
    assert leaves(desk, "fr", "nl") == (stale, [SAID], {"language-stale-printed"}, True)
    assert leaves(desk, "fr") == ({"language-source-absent"}, [], {"language-left-out"}, False)

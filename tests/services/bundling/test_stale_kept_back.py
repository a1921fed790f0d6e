"""Of a version of earlier words, nothing goes along that would hide what a reader must know of it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.services.bundling.test_disputed_again import GAVE, OWN, PAID, leave, note_on_source
from tests.services.bundling.test_language_jobs import checked, gathered, told
from tests.services.bundling.test_stale_printed import SAID, SINCE, printed
from tests.services.language.test_revision import verdict
from tests.services.language.test_versions import noted
from tests.support.language_jobs import JobSetup, asked
from tests.support.language_jobs import desk as begun
from tests.support.offices import Small
from tests.support.records import outcome, sign
from tests.support.testimony import SIGNED_BY_ALL, correction
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.language_outward import JobOutward, StaleOutward, VersionOutward
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
from thb_desktop.ledger.language_parts import version_outward
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, jobs
from thb_desktop.services.testimony import read_back, segments


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    with begun(session, small) as found:
        yield found


def correct(desk: JobSetup) -> None:
    """The amount is corrected at the reading back; the record is signed."""
    row = correction(segment_id=desk.turns[1].id, before="3.600", after="3.500")
    confirmed = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    read_back.read_back(desk.session, desk.job.interview_id, confirmed, [*SIGNED_BY_ALL, row])
    sign(desk.session, desk.job.interview_id)


def is_left_out(desk: JobSetup) -> bool:
    """Whether the page and the checks say that the turn is not translated, and nothing else."""
    (job,) = gathered(desk).language
    words, _ = printed(desk)
    found = {key for key in told(desk) if "stale" in key or "left" in key}
    return not job.stale and PAID not in words and SINCE not in words and found == {"language-left-out"}


def test_a_version_that_somebody_disputes_is_not_printed_after_its_turn_was_corrected(desk: JobSetup):
    desk.write("Do you understand?")
    made = desk.write(PAID, at=1)
    verdict(desk, made.id, v.VerdictKind.DISPUTES, own_text=OWN, reason="Nothing was bought.")
    correct(desk)

    assert is_left_out(desk)


def test_nor_one_whose_words_were_disputed_in_a_former_version(desk: JobSetup):
    desk.write("Do you understand?")
    made = desk.write(PAID, at=1)
    verdict(desk, made.id, v.VerdictKind.DISPUTES, own_text=OWN, reason="Nothing was bought.")
    desk.write(GAVE, at=1)
    desk.write(PAID, at=1)
    correct(desk)

    assert is_left_out(desk)


def test_nor_one_that_its_author_signed_as_a_draft(desk: JobSetup):
    desk.write("Do you understand?")
    desk.write(PAID, at=1, state=v.RenderingState.DRAFT)
    correct(desk)

    assert is_left_out(desk)


def test_notes_of_an_earlier_version_are_counted_on_the_page_and_in_the_checks(desk: JobSetup):
    desk.write("Do you understand?")
    note_on_source(desk, "The amount is not clear.")
    said = desk.turns[1]
    place = Anchor.of_text(said.id, said.source_text or "", 0, 2)
    inward = noted(
        desk, segment_id=said.id, text="Inward", anchor=place, visibility=v.AnnotationVisibility.INTERNAL
    )
    annotations.annotate(desk.session, desk.job.id, inward, signer=desk.first.signer)
    desk.write(PAID, at=1)
    correct(desk)

    words, _ = printed(desk)

    assert "The amount is not clear." not in words
    assert f"Notes du linguiste sur elle qui ne sont pas imprimées : 2 Les mots d'alors {SAID}" in words
    assert told(desk)["language-stale-notes"] == 1


def of_relay(desk: JobSetup) -> LanguageJob:
    """A job that is made from the first one, of which a turn is written again then."""
    desk.write("Do you understand?")
    desk.write(PAID, at=1)
    further = asked(desk.job.interview_id, desk.second, target_language="nl", from_job_id=desk.job.id)
    chained = jobs.open_job(desk.session, further)
    for at, text in enumerate(("Begrijpt u?", "Ik betaalde haar 3.600 euro.")):
        desk.write(text, at=at, job=chained.id, signer=desk.second.signer)
    return chained


def test_words_of_another_translation_do_not_go_along_without_it(desk: JobSetup):
    chained = of_relay(desk)
    desk.write(f"{PAID}\nIn cash.", at=1)
    leave(desk)

    alone = next(iter(gathered(desk, chained.id).language))
    words, _ = printed(desk, chained.id)

    assert alone.stale == ()
    assert PAID not in words
    assert len(gathered(desk, desk.job.id, chained.id).language[1].stale) == 1


def test_nor_where_it_does_not_print_the_turn(desk: JobSetup):
    chained = of_relay(desk)
    desk.write(f"{PAID}\nIn cash.", at=1, state=v.RenderingState.DRAFT, signer=None)
    leave(desk)

    words, _ = printed(desk, desk.job.id, chained.id)

    assert gathered(desk, desk.job.id, chained.id).language[1].stale == ()
    assert PAID not in words


def attached(desk: JobSetup, version: RenderingVersion, source: str) -> set[str]:
    """What the verifier says after a version with its true signature was attached by hand as of then."""
    work = desk.work()
    row = next(each for each in work.versions if each.id == version.id)
    over = tuple(each for each in work.signatures if version.id in dict(each.versions))[-1:]
    shown = version_outward(VersionOutward(version=row, state=WorkState.STALE), (), language="en")

    def change(job: JobOutward) -> JobOutward:
        return replace(job, stale=(StaleOutward(told=shown, source=source),), former_signatures=over)

    return checked(gathered(desk), change)


def test_words_that_the_record_does_not_have_are_refused_whoever_signed_of_them(desk: JobSetup):
    confessed, said = "I confess that I killed him.", desk.turns[1].source_text
    desk.write("Do you understand?")
    segments.set_source(desk.session, desk.turns[1].id, confessed)
    made = desk.write(PAID, at=1)
    segments.set_source(desk.session, desk.turns[1].id, said or "")
    leave(desk)

    assert "language-altered" in attached(desk, made, confessed)


def test_a_draft_is_refused_as_a_version_of_then(desk: JobSetup):
    desk.write("Do you understand?")
    made = desk.write(PAID, at=1, state=v.RenderingState.DRAFT)
    correct(desk)

    assert "language-altered" in attached(desk, made, SAID)

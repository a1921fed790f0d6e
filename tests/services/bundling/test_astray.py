"""What stands twice in attached language work, or is about nothing in it, is refused by a name of its own."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256

import pytest

from tests.services.bundling.test_language_jobs import checked, gathered, rendered, signed_by
from tests.support.language_jobs import JobSetup
from tests.support.language_jobs import desk as begun
from tests.support.offices import Small
from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.errors import FormatError
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger.language_work import OUTWARD_FORMATS, outward_bytes, read_outward
from thb_desktop.services.core.session import Session
from thb_desktop.verify.bundle.language import check_language
from thb_desktop.verify.bundle.spoken import Spoken
from thb_desktop.verify.p256 import verify_signature
from thb_desktop.words import LANGUAGES, sentence


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    with begun(session, small) as found:
        rendered(found)
        yield found


def twice(name: str) -> Callable[[JobOutward, JobSetup], JobOutward]:
    return lambda job, _: replace(job, **{name: (*getattr(job, name), getattr(job, name)[0])})


def another_text(job: JobOutward, desk: JobSetup) -> JobOutward:
    """A second version of a turn, under the same id and under another one."""
    first, *_ = job.versions
    told = replace(first, version=replace(first.version, text="No!"))
    return replace(job, versions=(*job.versions, told))


def another_version(job: JobOutward, desk: JobSetup) -> JobOutward:
    first, *_ = job.versions
    told = replace(first, version=replace(first.version, id=RowId("second"), text="No!"))
    return replace(job, versions=(told, *job.versions))


def of_no_turn(job: JobOutward, desk: JobSetup) -> JobOutward:
    first, *rest = job.versions
    told = replace(first, version=replace(first.version, segment_id=SegmentId("nowhere")))
    return replace(job, versions=(told, *rest))


def signed_elsewhere(job: JobOutward, desk: JobSetup) -> JobOutward:
    """The linguist's own signature over a version that the job lacks."""
    over = replace(job.signatures[0], id=RowId("elsewhere"), versions=((RowId("absent"), "0" * 64),))
    return replace(job, signatures=(*job.signatures, signed_by(over, desk.first, desk)))


def certified_elsewhere(job: JobOutward, desk: JobSetup) -> JobOutward:
    over = replace(job.certificates[0], id=RowId("elsewhere"), versions=((RowId("absent"), "0" * 64),))
    return replace(job, certificates=(*job.certificates, signed_by(over, desk.first, desk)))


def disputed_elsewhere(job: JobOutward, desk: JobSetup) -> JobOutward:
    over = replace(job.verdicts[0], id=RowId("elsewhere"), version_id=RowId("absent"))
    return replace(job, verdicts=(*job.verdicts, signed_by(over, desk.second, desk)))


ASTRAY: dict[str, tuple[Callable[[JobOutward, JobSetup], JobOutward], str]] = {
    "a signature twice": (twice("signatures"), "language-row-twice"),
    "a certificate twice": (twice("certificates"), "language-row-twice"),
    "a dispute twice": (twice("verdicts"), "language-row-twice"),
    "a note twice": (twice("annotations"), "language-row-twice"),
    "a linguist twice": (twice("linguists"), "language-row-twice"),
    "a version twice": (twice("versions"), "language-turn-twice"),
    "a version twice with another text": (another_text, "language-turn-twice"),
    "two versions of a turn": (another_version, "language-turn-twice"),
    "a turn that the record does not have": (of_no_turn, "language-turn-unknown"),
    "a signature over an absent version": (signed_elsewhere, "language-row-stray"),
    "a certificate over an absent version": (certified_elsewhere, "language-row-stray"),
    "a dispute of an absent version": (disputed_elsewhere, "language-row-stray"),
}


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("name", ASTRAY)
def test_what_stands_twice_or_is_about_nothing_in_a_translation_is_refused_by_its_name(
    desk: JobSetup, name: str
):
    change, code = ASTRAY[name]

    assert checked(gathered(desk), lambda job: change(job, desk)) == {code}


@pytest.mark.parametrize("is_same_number", [True, False])
def test_a_translation_that_two_files_tell_is_refused(desk: JobSetup, is_same_number: bool):
    """Before, the last file was judged, and who opened the first one read another translation."""
    (job,) = gathered(desk).language
    number = job.job.number if is_same_number else "T-77"
    other = replace(job, job=replace(job.job, number=number), versions=job.versions[:1])
    files = [(number, outward_bytes(other)), (job.job.number, outward_bytes(job))]

    found = [*check_language(files, Spoken(), None, verify_signature)]

    told = [each for each in found if each.code == "language-job-twice"]
    assert verdict(told) is Standing.BROKEN
    assert all(sentence(told[0], language) for language in LANGUAGES)
    single = check_language(files[1:], Spoken(), None, verify_signature)
    assert "language-job-twice" not in {each.code for each in single}


def test_a_translation_is_refused_under_every_format_but_that_of_what_stands_in_it(desk: JobSetup):
    data = outward_bytes(gathered(desk).language[0])
    own = next(each for each in OUTWARD_FORMATS if each.encode() in data)

    for each in OUTWARD_FORMATS:
        renamed = data.replace(own.encode(), each.encode())
        if each == own:
            assert sha256(outward_bytes(read_outward(renamed))).digest() == sha256(data).digest()
        else:
            with pytest.raises(FormatError):
                read_outward(renamed)

"""What an author signed of a former version travels with its dispute, and is verified."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.services.bundling.test_disputed_again import leave, note_on_source, taken_up_again
from tests.services.bundling.test_language_jobs import checked, gathered, signed_by
from tests.services.bundling.test_masked_translations import findings
from tests.services.bundling.test_masked_translations import gathered as for_recipient
from tests.services.bundling.test_masked_translations import pdf as masked_pdf
from tests.services.bundling.test_versions import ORDER, drawn_up
from tests.support.language_jobs import JobSetup, Linguist, linguist
from tests.support.language_jobs import desk as begun
from tests.support.offices import Small
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.language_states import JobInFull
from thb_desktop.errors import FormatError
from thb_desktop.findings import Standing
from thb_desktop.ledger.language_work import outward_bytes, outward_digest, read_outward
from thb_desktop.services.bundling import former_versions, redactions
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import revision


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    with begun(session, small) as found:
        yield found


def signature(job: JobOutward, **changes: Any) -> JobOutward:
    (one,) = job.former_signatures
    return replace(job, former_signatures=(replace(one, **changes),))


ATTACKS: dict[str, Callable[[JobOutward], JobOutward]] = {
    "the author's signature of another version": lambda job: replace(job, former_signatures=job.signatures),
    "another digest in the author's signature": lambda job: signature(
        job, versions=tuple((own, "0" * 64) for own, _ in job.former_signatures[0].versions)
    ),
    "the signature of who disputed": lambda job: signature(
        job, interpreter_id=job.verdicts[0].interpreter_id
    ),
    "a signature of another state": lambda job: signature(job, state=v.RenderingState.DRAFT),
    "a signature that is none": lambda job: signature(job, signature="0" * 128),
    "a signature of no former version beside": lambda job: replace(
        job, former_signatures=(*job.former_signatures, job.signatures[0])
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_signature_of_a_former_version_that_was_changed_on_the_way_is_refused(desk: JobSetup, attack: str):
    taken_up_again(desk)
    leave(desk)

    assert "language-altered" in checked(gathered(desk), ATTACKS[attack])


def made_up(job: JobOutward, desk: JobSetup) -> JobOutward:
    """The second linguist signs a dispute of a former version that nobody wrote, by their own program."""
    (one,), (dispute,) = job.former, job.verdicts
    never = replace(one, version=replace(one.version, id=RowId("never"), typed_by=dispute.user_id))
    digest = outward_digest(never, never.withheld, language=job.job.target_language)
    said = replace(dispute, version_id=never.version.id, version_digest=digest)
    return replace(job, former=(never,), verdicts=(signed_by(said, desk.second, desk),))


def in_the_authors_name(job: JobOutward, desk: JobSetup) -> JobOutward:
    """They sign it for the author too."""
    job = made_up(job, desk)
    (own,), (dispute,) = job.former_signatures, job.verdicts
    said = replace(own, versions=((dispute.version_id, dispute.version_digest),))
    signer = signed_by(said, desk.second, desk).signature
    return replace(job, former_signatures=(replace(said, signature=signer),))


def in_their_own_name(job: JobOutward, desk: JobSetup) -> JobOutward:
    job = in_the_authors_name(job, desk)
    return replace(job, former_signatures=(signed_by(job.former_signatures[0], desk.second, desk),))


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("attack", "code"),
    [
        (made_up, "language-row-stray"),
        (in_the_authors_name, "language-altered"),
        (in_their_own_name, "language-altered"),
    ],
)
def test_a_former_version_that_its_author_did_not_sign_is_refused_though_its_dispute_is_signed(
    desk: JobSetup, attack: Callable[[JobOutward, JobSetup], JobOutward], code: str
):
    taken_up_again(desk)
    leave(desk)

    assert code in checked(gathered(desk), lambda job: attack(job, desk))


def test_the_office_prints_no_dispute_of_a_former_version_that_its_author_did_not_sign(
    desk: JobSetup,
):
    taken_up_again(desk)
    leave(desk)
    work = desk.work()
    first = min(work.versions, key=lambda each: (each.segment_id != desk.turns[1].id, each.number))
    unsigned = [row for row in work.signatures if first.id not in {own for own, _ in row.versions}]

    def shown(held: JobInFull) -> int:
        return len(former_versions.disputes_shown(desk.session.read, held))

    assert (shown(work), shown(replace(work, signatures=tuple(unsigned)))) == (1, 0)


def test_a_disputed_former_version_without_the_signature_of_its_linguist_is_refused_in_any_format(
    desk: JobSetup,
):
    """Who leaves the signature out names the format before, which had none: that one has no such versions."""
    taken_up_again(desk)
    leave(desk)
    content = gathered(desk)
    (job,) = content.language
    before = replace(job, former_signatures=())
    data = outward_bytes(job)

    assert data.startswith(b'{"format":"thb-language-job/4"')
    assert outward_bytes(before).startswith(b'{"format":"thb-language-job/3"')
    assert checked(content, lambda _: before) == {"language-former-unsigned"}
    for changed in (
        data.replace(b"job/4", b"job/3"),
        outward_bytes(before).replace(b"job/3", b"job/4"),
    ):
        with pytest.raises(FormatError):
            read_outward(changed)


@pytest.fixture
def third(desk: JobSetup) -> Iterator[Linguist]:
    found = linguist(desk.session, desk.small, "Carla Popa")
    yield found
    found.guest.keys.close()


def twice_disputed(desk: JobSetup, third: Linguist) -> None:
    """Two linguists dispute version 1; between them, its author wrote a note."""

    def between() -> None:
        note_on_source(desk, "Colloquial.")
        said = {"own_text": "She had 3,600 from me.", "reason": "The subject."}
        of = desk.work().newest()[desk.turns[1].id].id
        kind, signer = v.VerdictKind.DISPUTES, third.signer
        revision.give_verdict(desk.session, of, kind, interpreter_id=third.id, signer=signer, **said)

    taken_up_again(desk, between)
    leave(desk)


def test_a_former_version_that_two_linguists_disputed_with_other_notes_is_told_once_for_each(
    desk: JobSetup, third: Linguist
):
    twice_disputed(desk, third)

    content = gathered(desk)
    (job,) = content.language
    (one, other) = job.former

    assert one.version == other.version
    assert [len(each.withheld) for each in (one, other)] == [0, 1]
    assert len(job.former_signatures) == len(job.verdicts) == 2
    assert checked(content) == {"language-as-signed"}
    for left in job.former_signatures:
        alone = (left,)
        assert "language-altered" in checked(
            content, lambda told, alone=alone: replace(told, former_signatures=alone)
        )


def test_where_one_of_two_disputes_of_a_former_version_is_withheld_the_other_one_is_verified(
    desk: JobSetup, third: Linguist
):
    twice_disputed(desk, third)
    disclosure = drawn_up(desk.session, desk.small)
    redactions.redact_everywhere(desk.session, disclosure.id, "subject", ORDER)

    (job,) = for_recipient(desk, disclosure).language
    shown = masked_pdf(desk, disclosure)

    assert [each.reason for each in job.verdicts] == ["Nothing was bought."]
    assert (len(job.former), len(job.former_signatures), len(job.withheld)) == (1, 1, 1)
    assert Standing.BROKEN not in findings(desk.session, shown).values()

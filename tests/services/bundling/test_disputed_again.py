"""Words that were disputed, left and taken up again are printed with their dispute, and it is verified."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.services.bundling.test_certified_renderings import closed
from tests.services.bundling.test_language_jobs import checked, gathered, options
from tests.services.bundling.test_masked_translations import gathered as for_recipient
from tests.services.bundling.test_masked_translations import masked
from tests.services.bundling.test_masked_translations import pdf as masked_pdf
from tests.services.bundling.test_what_stays import broken
from tests.services.language.test_certificates import certify
from tests.services.language.test_revision import verdict
from tests.services.language.test_versions import noted
from tests.support.language_jobs import JobSetup, asked
from tests.support.language_jobs import desk as begun
from tests.support.leaks import leaks, readable
from tests.support.offices import Small
from tests.support.own_program import past_the_list
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_outward import TEXT, JobOutward
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import RevisionVerdict
from thb_desktop.services.bundling import bundles, former_versions
from thb_desktop.services.core.clock import FixedClock
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.language import annotations, jobs, revision
from thb_desktop.services.language.signing import UNSIGNED, signed_row, user_of
from thb_desktop.services.office import clock as office_clock
from thb_desktop.services.testimony import segments
from thb_desktop.services.testimony.records import require_interview
from thb_desktop.verify.bundle.language_rules import keeps_rules
from thb_desktop.verify.pdf import check_pdf

PAID, GAVE, OWN = "I paid 3,600 euros to Mrs Ana.", "I gave 3,600 euros to Mrs Ana.", "I handed her 3,600."


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    with begun(session, small) as found:
        yield found


def note_on_source(desk: JobSetup, text: str) -> RowId:
    said = desk.turns[1]
    place = Anchor.of_text(said.id, said.source_text or "", 0, 2)
    note = noted(desk, segment_id=said.id, text=text, anchor=place)
    return annotations.annotate(desk.session, desk.job.id, note, signer=desk.first.signer).id


def taken_up_again(desk: JobSetup, between: Callable[[], Any] = lambda: None) -> None:
    """The second linguist disputes version 1; version 3 has its words again."""
    desk.write("Do you understand?")
    first = desk.write(PAID, at=1)
    verdict(desk, first.id, v.VerdictKind.DISPUTES, own_text=OWN, reason="Nothing was bought.")
    between()
    desk.write(GAVE, at=1)
    desk.write(PAID, at=1)


def leave(desk: JobSetup) -> None:
    closed(desk.session, require_interview(desk.session, desk.job.interview_id))


def test_a_dispute_of_words_that_were_taken_up_again_is_printed_beside_them_and_verified(desk: JobSetup):
    taken_up_again(desk)
    certify(desk)
    leave(desk)

    bundle = bundles.prepare_bundle(desk.session, desk.small.case.id, options(desk))
    found = check_pdf(bundle.pdf, trusted_roots=[root_certificate(desk.session.office_record)])
    words = " ".join(readable(bundle.pdf)["text: drawn -raw"].decode().split())

    for each in (
        f"{desk.first.interpreter.name}, linguiste de cette traduction (contestée)",
        f"{desk.second.interpreter.name}, qui conteste la version ci-dessus",
        "au sujet de la version 1, qui a les mêmes mots.",
        OWN,
        "Nothing was bought.",
    ):
        assert each in words, each
    assert words.count(OWN) == 1
    assert GAVE not in words
    assert [each.values["count"] for each in found if each.code == "language-as-signed"] == [2]
    assert broken(desk.session, bundle) == []


@pytest.mark.parametrize("word", ["agrees", "disputes"])
def test_what_the_second_linguist_says_of_the_present_version_counts_alone(desk: JobSetup, word: str):
    taken_up_again(desk)
    present = desk.work().newest()[desk.turns[1].id]
    said = {"own_text": "I brought her 3,600.", "reason": "Carried"} if word == "disputes" else {}
    verdict(desk, present.id, v.VerdictKind(word.upper()), **said)
    leave(desk)

    (job,) = gathered(desk).language

    assert (job.former, [each.version_id for each in job.verdicts]) == ((), [present.id])


def test_notes_that_came_and_were_struck_out_since_leave_the_dispute_as_it_was_signed(desk: JobSetup):
    kept, struck = note_on_source(desk, "Colloquial."), note_on_source(desk, "Wrong place.")
    early = note_on_source(desk, "Struck before.")
    annotations.strike_annotation(desk.session, early, "In error", signer=desk.first.signer)

    def between() -> None:
        annotations.strike_annotation(desk.session, struck, "In error", signer=desk.first.signer)
        note_on_source(desk, "Written later.")

    taken_up_again(desk, between)
    leave(desk)
    content = gathered(desk)
    (job,) = content.language

    assert [len(each.withheld) for each in job.former] == [2]
    assert kept in {each.id for each in job.annotations}
    assert checked(content) == {"language-as-signed"}


@pytest.mark.parametrize("hours", [(1, 2, 0), (0, 2, 1), (2, 1, 0)])
def test_which_notes_a_version_had_is_told_by_the_order_of_entry_and_by_no_clock(
    desk: JobSetup, monkeypatch: pytest.MonkeyPatch, hours: tuple[int, int, int]
):
    """A clock that was wrong, or a note that was written in a store and came back behind the dispute."""
    session, now = desk.session, desk.session.clock.read().at
    before, disputed, since = (now + timedelta(hours=each) for each in hours)

    def at(moment: datetime) -> None:
        clock = FixedClock(moment)
        monkeypatch.setattr(session, "environment", replace(session.environment, clock=clock))

    desk.write("Do you understand?")
    first = desk.write(PAID, at=1)
    at(before)
    note_on_source(desk, "Written before.")
    struck = note_on_source(desk, "Struck out since.")
    at(disputed)
    verdict(desk, first.id, v.VerdictKind.DISPUTES, own_text=OWN, reason="Nothing was bought.")
    at(since)
    annotations.strike_annotation(session, struck, "In error", signer=desk.first.signer)
    note_on_source(desk, "Entered since.")
    at(now + timedelta(hours=3))
    if office_clock.unexplained_jump(session):
        office_clock.explain_clock(session, reason="The clock was set by hand")
    desk.write(GAVE, at=1)
    desk.write(PAID, at=1)
    leave(desk)
    content = gathered(desk)

    assert [len(each.withheld) for each in content.language[0].former] == [2]
    assert checked(content) == {"language-as-signed"}


def test_notes_that_were_not_in_the_store_of_who_disputed_are_left_out(desk: JobSetup):
    """The dispute was given in a store before the file had the note, and came back behind it."""
    desk.write("Do you understand?")
    first = desk.write(PAID, at=1)
    over = desk.work().digests[first.id]
    note_on_source(desk, "Written in the office meanwhile.")
    with past_the_list(), desk.session.work() as work:
        row = RevisionVerdict(
            id=RowId(work.new_id()),
            job_id=desk.job.id,
            version_id=first.id,
            version_digest=over,
            interpreter_id=desk.second.id,
            user_id=user_of(desk.session, desk.second.id),
            kind=v.VerdictKind.DISPUTES,
            at=work.at,
            signature=UNSIGNED,
            own_text=OWN,
            reason="Nothing was bought.",
        )
        work.save(signed_row(desk.session, row, desk.second.signer))
        work.record(desk.job.id, VaultAction.VERDICT_GIVEN)
    desk.write(GAVE, at=1)
    desk.write(PAID, at=1)
    leave(desk)
    content = gathered(desk)

    assert [each.withheld for each in content.language[0].former] == [()]
    assert checked(content) == {"language-as-signed"}


def test_a_dispute_of_which_the_notes_are_not_found_is_told_and_not_printed(
    desk: JobSetup, monkeypatch: pytest.MonkeyPatch
):
    taken_up_again(desk)
    leave(desk)
    monkeypatch.setattr(former_versions, "_TRIED", 0)

    content = gathered(desk)
    found = bundles.check_bundle(desk.session, desk.small.case.id, options(desk))
    (job,) = content.language

    assert (job.former, job.verdicts) == ((), ())
    assert checked(content) == {"language-as-signed"}
    assert {each.key: each.values["count"] for each in found if "dispute" in each.key} == {
        "language-dispute-left-out": 1
    }
    assert "language-contested-before" not in {each.key for each in found}


def test_a_dispute_of_a_version_that_was_signed_as_a_whole_is_verified_too(
    desk: JobSetup, monkeypatch: pytest.MonkeyPatch
):
    """As an earlier version of the program wrote it: without a salt."""
    with monkeypatch.context() as before:
        before.setattr(UnitOfWork, "new_salt", lambda _: "")
        taken_up_again(desk)
    leave(desk)
    content = gathered(desk)

    assert [each.nonces for each in content.language[0].former] == [()]
    assert checked(content) == {"language-as-signed"}


def former(job: JobOutward, **changes: Any) -> JobOutward:
    (one,) = job.former
    return replace(job, former=(replace(one, **changes),))


def former_row(job: JobOutward, **changes: Any) -> JobOutward:
    return former(job, version=replace(job.former[0].version, **changes))


def moved(job: JobOutward) -> JobOutward:
    """Somebody laid a dispute at another turn."""
    first = job.versions[0].version
    return former_row(job, segment_id=first.segment_id, text=first.text, source_digest=first.source_digest)


def unshown(job: JobOutward) -> JobOutward:
    """Somebody hid that the dispute was of other words."""
    (one,) = job.former
    nonces = tuple(each for each in one.nonces if each[0] != TEXT)
    return former(job, nonces=nonces, unshown=((TEXT, "0" * 64),))


ATTACKS: dict[str, Callable[[JobOutward], JobOutward]] = {
    "no former version": lambda job: replace(job, former=()),
    "a former version twice": lambda job: replace(job, former=job.former * 2),
    "other words": lambda job: former_row(job, text=GAVE),
    "another turn": moved,
    "a later number": lambda job: former_row(job, number=7),
    "another author": lambda job: former_row(job, author_id=job.verdicts[0].interpreter_id),
    "a present state": lambda job: former(job, state=WorkState.CERTIFIED),
    "other notes": lambda job: former(job, withheld=("0" * 64,)),
    "hidden words": unshown,
    "a salt": lambda job: former_row(job, salt="0" * 64),
    "a dispute taken away": lambda job: replace(job, verdicts=()),
    "a dispute twice": lambda job: replace(job, verdicts=job.verdicts * 2),
    "a dispute that is of the present version": lambda job: replace(
        job, verdicts=(replace(job.verdicts[0], version_id=job.versions[1].version.id),)
    ),
}
TOLD_AS = {"no former version": "language-row-stray", "a dispute twice": "language-row-twice"}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_dispute_that_was_changed_on_the_way_is_refused(desk: JobSetup, attack: str):
    taken_up_again(desk)
    leave(desk)

    content = gathered(desk)

    assert checked(content) == {"language-as-signed"}
    assert TOLD_AS.get(attack, "language-altered") in checked(content, ATTACKS[attack])


def test_a_former_version_is_an_earlier_one_of_its_turn(desk: JobSetup):
    """Whoever disputes could otherwise sign over a version that its author never wrote."""
    taken_up_again(desk)
    leave(desk)
    (job,) = gathered(desk).language
    now = job.versions[1].version

    assert keeps_rules(job)
    for number in (0, -5, now.number):
        assert not keeps_rules(former_row(job, number=number))
    assert not keeps_rules(former_row(job, typed_at=now.typed_at + timedelta(seconds=1)))


def test_a_translation_is_left_out_if_the_dispute_of_a_former_version_is_of_masked_words(desk: JobSetup):
    """That both versions have the same words could be verified by nobody who does not see them."""
    taken_up_again(desk)
    leave(desk)
    disclosure = masked(desk)

    assert for_recipient(desk, disclosure).language == ()
    assert leaks(["Ana"], readable(masked_pdf(desk, disclosure))) == []


def test_in_a_translation_that_stands_apart_both_versions_of_a_disputed_turn_stand_side_by_side(
    desk: JobSetup,
):
    """It is made from another translation, so it has two columns of its own."""
    desk.write("Do you understand?")
    desk.write(PAID, at=1)
    further = asked(desk.job.interview_id, desk.second, target_language="nl", from_job_id=desk.job.id)
    chained = jobs.open_job(desk.session, further)
    own = desk.write("Ik betaalde haar.", at=1, job=chained.id, signer=desk.second.signer)
    revision.give_verdict(
        desk.session,
        own.id,
        v.VerdictKind.DISPUTES,
        interpreter_id=desk.first.id,
        own_text="Ik gaf haar geld.",
        reason="Nothing was bought.",
        signer=desk.first.signer,
    )
    leave(desk)

    bundle = bundles.prepare_bundle(desk.session, desk.small.case.id, options(desk, desk.job.id, chained.id))
    drawn = readable(bundle.pdf)
    lines = drawn["text: drawn -layout"].decode().splitlines()
    words = " ".join(drawn["text: drawn -raw"].decode().split())

    assert [line for line in lines if "Ik betaalde haar." in line and "Ik gaf haar geld." in line]
    assert f"{desk.first.interpreter.name}, qui conteste la version de gauche" in words
    assert broken(desk.session, bundle) == []


def test_a_turn_with_a_version_of_an_earlier_source_alone_is_not_called_untranslated(desk: JobSetup):
    desk.write("Do you understand?")
    desk.write(PAID, at=1)
    segments.set_source(desk.session, desk.turns[1].id, "I-am dat 3.600 de euro doamnei Ana.")
    leave(desk)

    bundle = bundles.prepare_bundle(desk.session, desk.small.case.id, options(desk))
    words = " ".join(readable(bundle.pdf)["text: drawn -raw"].decode().split())

    assert PAID not in words
    assert "Non traduite d'après ces mots, ou non signée par le linguiste." in words

"""A job that is kept up to date turn by turn is the job as it is read whole."""

from collections.abc import Callable, Iterator

import pytest

from tests.services.language.test_versions import noted
from tests.support.language_jobs import JobSetup
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.services.language import annotations, overview, revision, versions
from thb_desktop.services.language.versions import digest_now

Act = tuple[SegmentId, Callable[[], object]]


def life(desk: JobSetup) -> Iterator[Act]:
    """Everything that is done at a turn, each act when the one before is done."""
    first, second = (each.id for each in desk.turns)
    key, other = desk.first.signer, desk.second
    yield first, lambda: desk.write("Do you?")
    yield second, lambda: desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    yield first, lambda: annotations.annotate(desk.session, desk.job.id, noted(desk), signer=key)
    yield first, lambda: desk.write("Do you understand?")
    version = desk.work().newest()[first]
    at_version = noted(desk, anchor=Anchor.of_text(version.id, version.text, 0, 2))
    yield first, lambda: annotations.annotate(desk.session, desk.job.id, at_version, signer=key)
    question = noted(desk, code=v.AnnotationCode.QUERY, visibility=v.AnnotationVisibility.INTERNAL)
    yield first, lambda: annotations.annotate(desk.session, desk.job.id, question, signer=key)
    asked = desk.work().annotations[-1].id
    yield first, lambda: annotations.answer(desk.session, asked, "The judge.")
    struck = desk.work().annotations[0].id
    yield first, lambda: annotations.strike_annotation(desk.session, struck, "Not so", signer=key)
    yield (
        first,
        lambda: revision.give_verdict(
            desk.session,
            version.id,
            v.VerdictKind.DISPUTES,
            interpreter_id=other.id,
            own_text="Do you follow?",
            reason="closer",
            signer=other.signer,
        ),
    )
    yield first, lambda: versions.withdraw_version(desk.session, version.id, "wrong", signer=key)
    yield second, lambda: desk.write("Unsigned", at=1, state=v.RenderingState.DRAFT, signer=None)


def test_each_act_at_a_turn_leaves_the_job_as_it_is_read_whole(desk: JobSetup):
    turns = JobTurns(desk.work())
    seen = set[WorkState | None]()

    for segment_id, act in life(desk):
        turns.take(segment_id, overview.act_on_turn(desk.session, desk.job.id, segment_id, act))
        whole = JobTurns(desk.work())
        assert (turns.states, turns.newest) == (whole.states, whole.newest)
        assert +turns.counts == +whole.counts
        assert turns.answers == whole.answers
        assert set(turns.open_queries()) == set(whole.open_queries())
        assert {each.id for each in turns.whole.signatures} == {each.id for each in whole.whole.signatures}
        for each in (first.id for first in desk.turns):
            assert turns.notes_at(each) == whole.notes_at(each)
            assert turns.turn(each).versions == whole.turn(each).versions
        assert JobTurns(turns.whole).states == whole.states
        seen |= set(turns.counts)

    assert {
        None,
        WorkState.SELF_CHECKED,
        WorkState.CONTESTED,
        WorkState.WITHDRAWN,
        WorkState.UNSIGNED,
    } <= seen


def test_an_act_at_a_turn_reads_no_other(desk: JobSetup):
    desk.write("Do you?")
    made = desk.write("I paid 3,600 euros.", at=1)

    turn = overview.act_on_turn(
        desk.session,
        desk.job.id,
        desk.turns[0].id,
        lambda: annotations.annotate(desk.session, desk.job.id, noted(desk), signer=desk.first.signer),
    )

    (signature,) = turn.signatures
    assert made.id not in {own for own, _ in signature.versions} | {each.id for each in turn.versions}
    assert dict(signature.versions) == {
        turn.versions[0].id: digest_now(desk.session.read, desk.job, turn.versions[0])
    }
    assert turn.sources == {}


@pytest.mark.parametrize("at", [0, 1])
def test_a_turn_in_a_signature_over_many_is_signed_again_as_it_was_left(desk: JobSetup, at: int):
    made = [desk.write("One", state=v.RenderingState.DRAFT), desk.write("Two", at=1)]
    versions.sign_versions(
        desk.session,
        desk.job.id,
        made,
        said := desk.said(made),
        state=v.RenderingState.SELF_CHECKED,
        signer=desk.first.signer,
    )
    segment = desk.turns[at]
    place = Anchor.of_text(made[at].id, made[at].text, 0, 3)

    annotations.annotate(
        desk.session,
        desk.job.id,
        noted(desk, segment_id=segment.id, anchor=place),
        signer=desk.first.signer,
    )

    assert desk.state(made[at].id) is WorkState.SELF_CHECKED
    *_, first, again = desk.work().signatures
    assert first.reasons == tuple((found.key, found.about, why) for found, why in said)
    assert again.reasons == tuple(each for each in first.reasons if each[1] == segment.id)

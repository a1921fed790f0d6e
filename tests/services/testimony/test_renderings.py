"""Renderings: whose words they are, what they were made from, and what a state may not change."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.support import earlier
from tests.support.offices import Small, case_file
from tests.support.records import held, interpreting_user, rendition, turn
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.segment import NOT_IN_USE, Rendering, Segment
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.errors import (
    CertificationError,
    NotFoundError,
    RenderingStateError,
    StruckOutError,
    ThbError,
    TranslationInJobError,
)
from thb_desktop.ledger.interview_record import record_tree
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import certifications, interviews, records, renderings, segments
from thb_desktop.services.testimony.segments import NewRendering
from thb_desktop.vault.tables import registry

DRAFT, CHECKED, SUPERSEDED = (
    v.RenderingState.DRAFT,
    v.RenderingState.SELF_CHECKED,
    v.RenderingState.SUPERSEDED,
)


def write(session: Session, segment: Segment, text: str, **changes: Any) -> Rendering:
    """Write into a translation that an earlier version made; the first time, make it."""
    fields = {"language": "en", "kind": v.RenderingKind.TRANSLATION, "author_id": None}
    asked = {**fields, **changes}
    made = registry.RENDERING.where(session.read, "segment_id", segment.id)
    if asked["kind"] is v.RenderingKind.TRANSLATION and all(
        (each.language, each.kind) != (asked["language"], asked["kind"]) for each in made
    ):
        now = registry.SEGMENT.find(session.read, segment.id)
        assert now is not None
        earlier.translation(session, now, "from an earlier version", language=asked["language"])
    return renderings.set_rendering_text(session, segment.id, text=text, **{**fields, **changes})


def kept(session: Session, rendering: Rendering, segment: Segment) -> Rendering:
    full = records.get_interview(session, segment.interview_id)
    return next(made for each in full.segments for made in each.renderings if made.id == rendering.id)


def test_no_translation_is_added_to_a_record_and_an_old_one_is_still_worked_on(
    session: Session, small: Small
):
    segment = turn(session, held(session, small))
    asked = {"language": "en", "kind": v.RenderingKind.TRANSLATION, "author_id": None}
    size = session.journal.size
    with pytest.raises(TranslationInJobError):
        renderings.set_rendering_text(session, segment.id, text="Do you?", **asked)
    assert session.journal.size == size

    old = earlier.translation(session, segment, "Do you?")
    again = renderings.set_rendering_text(session, segment.id, text="Do you follow?", **asked)
    renderings.set_rendering_state(session, old.id, v.RenderingState.WITHDRAWN)

    assert (again.id, kept(session, old, segment).text) == (old.id, "Do you follow?")
    assert kept(session, old, segment).state is v.RenderingState.WITHDRAWN
    with pytest.raises(TranslationInJobError):
        renderings.set_rendering_text(
            session, segment.id, text="Verstehen Sie?", **{**asked, "language": "de"}
        )


def test_no_new_turn_brings_a_translation_with_it(session: Session, small: Small):
    interview = held(session, small)
    written = NewRendering(
        language="en", text="Do you?", kind=v.RenderingKind.TRANSLATION, author_id=small.interpreter.id
    )
    size = session.journal.size

    with pytest.raises(TranslationInJobError):
        turn(session, interview, renderings=(written,))

    assert session.journal.size == size
    assert records.get_interview(session, interview.id).segments == ()


def test_who_types_is_not_whose_words_they_are(session: Session, small: Small):
    segment = turn(session, held(session, small))

    nobodys = write(session, segment, "Do you?")
    theirs = write(session, segment, "Do you understand?", author_id=small.interpreter.id)

    assert (nobodys.author_id, nobodys.typed_by) == (None, session.user.id)
    assert (theirs.author_id, theirs.typed_by) == (small.interpreter.id, session.user.id)
    assert theirs.id == nobodys.id
    assert theirs.source_digest == digest_of("Înțelegeți?")


def test_the_mode_of_one_rendition_is_set_taken_back_and_kept_when_its_words_change(
    session: Session, small: Small
):
    interview = held(session, small)
    segment = turn(session, interview, renderings=(rendition(author_id=small.interpreter.id),))
    (made,) = records.get_interview(session, interview.id).segments[0].renderings
    before = records.get_interview(session, interview.id).interview.record_digest

    whispered = renderings.set_rendering_mode(session, made.id, v.InterpretingMode.WHISPERED)
    again = write(
        session,
        segment,
        "Vous me comprenez ?",
        language="fr",
        kind=v.RenderingKind.RENDITION,
        author_id=small.interpreter.id,
    )
    as_engaged = renderings.set_rendering_mode(session, made.id, None)

    assert made.mode is None
    assert whispered == replace(made, mode=v.InterpretingMode.WHISPERED)
    assert (again.id, again.mode) == (made.id, v.InterpretingMode.WHISPERED)
    assert kept(session, made, segment) == as_engaged == replace(again, mode=None)
    assert before == ""


def test_a_mode_is_part_of_the_digest_only_where_it_is_said(session: Session, small: Small):
    interview = held(session, small)
    turn(session, interview)
    unsaid = record_tree(records.get_interview(session, interview.id))
    (made,) = records.get_interview(session, interview.id).segments[0].renderings

    renderings.set_rendering_mode(session, made.id, v.InterpretingMode.SIGHT_TRANSLATION)
    said = record_tree(records.get_interview(session, interview.id))
    renderings.set_rendering_mode(session, made.id, None)
    taken_back = record_tree(records.get_interview(session, interview.id))

    part = "renderings/fr/1/1"
    assert "mode" not in unsaid.value(part)
    assert said.value(part)["mode"] == "SIGHT_TRANSLATION"
    assert said.digest != unsaid.digest == taken_back.digest


def test_a_translation_has_no_mode(session: Session, small: Small):
    translation = write(session, turn(session, held(session, small)), "Do you?")

    with pytest.raises(RenderingStateError):
        renderings.set_rendering_mode(session, translation.id, v.InterpretingMode.WHISPERED)


def test_a_state_never_rebinds_a_rendering_to_a_newer_original(session: Session, small: Small):
    segment = turn(session, held(session, small))
    made = write(session, segment, "Do you?", author_id=small.interpreter.id)
    segments.set_source(session, segment.id, "Mă înțelegeți?")

    for state in v.RenderingState:
        with pytest.raises(RenderingStateError):
            renderings.set_rendering_state(session, made.id, state)

    assert kept(session, made, segment) == replace(made, state=SUPERSEDED)


def test_a_superseded_rendering_is_read_again_or_written_anew(session: Session, small: Small):
    segment = turn(session, held(session, small))
    made = write(session, segment, "Do you?", author_id=small.interpreter.id)
    with pytest.raises(RenderingStateError):
        renderings.confirm_rendering_against_source(session, made.id)
    segments.set_source(session, segment.id, "Mă înțelegeți?")

    read = renderings.confirm_rendering_against_source(session, made.id)
    segments.set_source(session, segment.id, "Înțelegeți limba?")
    anew = write(session, segment, "Do you understand the language?")

    assert (read.text, read.author_id, read.state) == (made.text, made.author_id, DRAFT)
    assert read.source_digest == digest_of("Mă înțelegeți?")
    assert (anew.state, anew.source_digest) == (DRAFT, digest_of("Înțelegeți limba?"))


def test_that_an_author_checked_several_renditions_is_one_act(session: Session, small: Small):
    interview, by = held(session, small), small.interpreter.id
    renditions = [
        registry.RENDERING.where(session.read, "segment_id", made.id)[0]
        for made in (turn(session, interview, renderings=(rendition(text, by),)) for text in ("Oui.", "Non."))
    ]
    drafts = "V-I-23.draft" in {each.key for each in interviews.check_interview(session, interview.id)}
    size = session.journal.size

    changed = renderings.set_states(session, interview.id, [each.id for each in renditions], CHECKED)

    assert drafts
    assert session.journal.size == size + 1
    assert changed == tuple(replace(each, state=CHECKED) for each in renditions)
    assert "V-I-23.draft" not in {each.key for each in interviews.check_interview(session, interview.id)}


def test_of_several_renditions_none_changes_where_one_is_of_another_record(session: Session, small: Small):
    here, away = (turn(session, held(session, small, number=number)) for number in ("1", "2"))
    mine, other = (registry.RENDERING.where(session.read, "segment_id", each.id)[0] for each in (here, away))

    with pytest.raises(NotFoundError):
        renderings.set_states(session, here.interview_id, (mine.id, other.id), CHECKED)

    assert kept(session, mine, here).state is DRAFT


@pytest.mark.parametrize("state", [v.RenderingState.CONTESTED, v.RenderingState.WITHDRAWN])
def test_what_was_contested_or_withdrawn_stays_so_when_its_original_changes(
    session: Session, small: Small, state: v.RenderingState
):
    segment = turn(session, held(session, small))
    made = write(session, segment, "Do you?")
    renderings.set_rendering_state(session, made.id, state)

    segments.set_source(session, segment.id, "Mă înțelegeți?")

    assert kept(session, made, segment) == replace(made, state=state)
    with pytest.raises(RenderingStateError):
        renderings.confirm_rendering_against_source(session, made.id)
    with pytest.raises(RenderingStateError):
        renderings.set_rendering_state(session, made.id, DRAFT)
    assert write(session, segment, "Do you understand me?").state is DRAFT


def test_an_author_is_an_interpreter_of_this_case_who_was_not_struck_out(session: Session, small: Small):
    segment = turn(session, held(session, small))
    made = write(session, segment, "Do you?")
    elsewhere = cases.open_case(session, case_file(reference="2026/2"))
    other = people.add_interpreter(session, replace(small.interpreter, case_id=elsewhere.id))
    struck = people.add_interpreter(session, replace(small.interpreter, code="P-9"))
    corrections.strike_out(session, "interpreter", struck.id, "entered twice")

    for author, error in ((other.id, NotFoundError), (struck.id, StruckOutError)):
        with pytest.raises(error):
            write(session, segment, "Do you?", author_id=author)
        with pytest.raises(error):
            renderings.set_rendering_author(session, made.id, author)
        with pytest.raises(error):
            turn(session, held(session, small, number=author), renderings=(rendition("x", author),))


def test_a_rendition_and_a_translation_in_one_language_stand_beside_each_other(
    session: Session, small: Small
):
    segment = turn(session, held(session, small))

    write(session, segment, "Comprenez-vous bien ?", language="fr")

    (full,) = records.get_interview(session, segment.interview_id).segments
    assert [each.kind for each in full.renderings] == list(v.RenderingKind)
    assert full.side("fr").text == "Comprenez-vous ?"


class Certified:
    """A record with one rendering of a linguist who is a user of the vault."""

    def __init__(self, session: Session, small: Small) -> None:
        self.interpreter, self.guest = interpreting_user(session, small)
        self.segment = turn(session, held(session, small))
        self.made = write(session, self.segment, "Do you?", author_id=self.interpreter.id)
        self.by = {
            "interpreter_id": self.interpreter.id,
            "statement": "Complete and faithful.",
            "signer": self.guest.keys.signer,
        }


def test_certified_is_the_signature_of_the_linguist_and_a_change_voids_it(session: Session, small: Small):
    found = Certified(session, small)
    interview_id = found.segment.interview_id

    with pytest.raises(RenderingStateError):
        renderings.set_rendering_state(session, found.made.id, v.RenderingState.CERTIFIED)
    certification = certifications.certify_renderings(session, interview_id, [found.made], **found.by)
    certified = kept(session, found.made, found.segment)

    assert certified == replace(found.made, state=v.RenderingState.CERTIFIED)
    assert records.get_interview(session, interview_id).certified_by(certified) == certification
    certifications.verify_certification(session, certification)
    with pytest.raises(RenderingStateError):
        renderings.set_rendering_author(session, found.made.id, None)
    with pytest.raises(RenderingStateError):
        renderings.set_rendering_mode(session, found.made.id, v.InterpretingMode.WHISPERED)
    anew = write(session, found.segment, "Do you understand?", author_id=found.interpreter.id)
    full = records.get_interview(session, interview_id)
    assert (anew.state, full.certified_by(anew)) == (DRAFT, None)
    found = {finding.key for finding in interviews.check_interview(session, interview_id)}
    assert "V-I-23.certification-void" in found


@pytest.mark.parametrize("state", [v.RenderingState.CONTESTED, v.RenderingState.WITHDRAWN])
def test_a_certification_does_not_cover_what_was_contested_or_withdrawn_afterwards(
    session: Session, small: Small, state: v.RenderingState
):
    found = Certified(session, small)
    interview_id = found.segment.interview_id
    certifications.certify_renderings(session, interview_id, [found.made], **found.by)

    made = renderings.set_rendering_state(session, found.made.id, state)

    assert records.get_interview(session, interview_id).certified_by(made) is None
    found = {finding.key for finding in interviews.check_interview(session, interview_id)}
    assert "V-I-23.certification-void" in found


def test_a_rendering_of_a_turn_that_was_struck_out_stays_as_it_is(session: Session, small: Small):
    found = Certified(session, small)
    segments.strike_segment(session, found.segment.id, "in the wrong record")

    for refused in (
        lambda: write(session, found.segment, "Another"),
        lambda: renderings.set_rendering_author(session, found.made.id, None),
        lambda: renderings.set_rendering_state(session, found.made.id, v.RenderingState.SELF_CHECKED),
        lambda: certifications.certify_renderings(
            session, found.segment.interview_id, [found.made], **found.by
        ),
    ):
        with pytest.raises(StruckOutError):
            refused()
    assert kept(session, found.made, found.segment) == found.made


def test_a_certification_is_of_the_linguist_alone_and_of_what_they_rendered(session: Session, small: Small):
    found = Certified(session, small)
    interview_id, others = found.segment.interview_id, write(session, found.segment, "x", language="nl")
    certify = certifications.certify_renderings
    own = [found.made]

    for refused in (
        lambda: certify(session, interview_id, own, **found.by | {"signer": session.keys.signer}),
        lambda: certify(session, interview_id, own, **found.by | {"signer": None}),
        lambda: certify(session, interview_id, own, **found.by | {"interpreter_id": small.interpreter.id}),
        lambda: certify(session, interview_id, [others], **found.by),
        lambda: certify(session, interview_id, [], **found.by),
        lambda: certify(session, interview_id, own, **found.by | {"statement": " "}),
        lambda: certify(session, interview_id, [replace(found.made, text="As I read it.")], **found.by),
        lambda: certify(session, interview_id, [replace(found.made, source_digest="")], **found.by),
        lambda: certify(session, held(session, small, number="I-02").id, own, **found.by),
    ):
        with pytest.raises(CertificationError):
            refused()
    renderings.set_rendering_state(session, found.made.id, v.RenderingState.CONTESTED)
    with pytest.raises(CertificationError):
        certify(session, interview_id, own, **found.by)

    assert kept(session, found.made, found.segment).state is v.RenderingState.CONTESTED


def test_a_certification_that_was_altered_is_refused_when_it_is_read(session: Session, small: Small):
    found = Certified(session, small)
    certification = certifications.certify_renderings(
        session, found.segment.interview_id, [found.made], **found.by
    )

    for altered in (
        replace(certification, statement="Another."),
        replace(certification, renderings=((found.made.id, "", digest_of("another")),)),
        replace(certification, user_id=session.user.id),
        replace(certification, signature="0" * 128),
    ):
        with pytest.raises(CertificationError):
            certifications.verify_certification(session, altered)


TEXTS = st.sampled_from(["a", "b", "c"])


class States(RuleBasedStateMachine):
    """Acts on one rendering: whatever is tried, a state changes neither text, author nor original."""

    session: Session
    small: Small

    @initialize()
    def begin(self) -> None:
        count = self.session.journal.size
        self.segment = turn(self.session, held(self.session, self.small, number=f"I-{count}"), "source")
        self.made = write(self.session, self.segment, "text", author_id=self.small.interpreter.id)

    def _now(self) -> Rendering:
        return kept(self.session, self.made, self.segment)

    @rule(state=st.sampled_from(v.RenderingState))
    def give_a_state(self, state: v.RenderingState) -> None:
        before = self._now()
        try:
            renderings.set_rendering_state(self.session, self.made.id, state)
        except ThbError:
            assert self._now() == before
            return
        assert before.state is not SUPERSEDED
        assert state not in (SUPERSEDED, v.RenderingState.CERTIFIED)
        assert self._now() == replace(before, state=state)

    @rule(text=TEXTS)
    def change_the_original(self, text: str) -> None:
        before = self._now()
        self.segment = segments.set_source(self.session, self.segment.id, text)
        now = self._now()
        assert replace(now, state=before.state) == before
        if before.state in (v.RenderingState.CONTESTED, v.RenderingState.WITHDRAWN):
            assert now == before
        else:
            assert (now.state is SUPERSEDED) >= (now.source_digest != self.segment.source_digest)

    @rule(text=TEXTS)
    def write_anew(self, text: str) -> None:
        write(self.session, self.segment, text)
        assert (self._now().text, self._now().author_id, self._now().state) == (text, None, DRAFT)

    @precondition(lambda self: self._now().state is SUPERSEDED)
    @rule()
    def read_again(self) -> None:
        before = self._now()
        renderings.confirm_rendering_against_source(self.session, self.made.id)
        assert (self._now().text, self._now().author_id) == (before.text, before.author_id)

    @invariant()
    def what_was_made_from_other_words_says_so(self) -> None:
        if hasattr(self, "made") and self._now().source_digest != self.segment.source_digest:
            assert self._now().state in NOT_IN_USE


def test_no_act_on_a_state_changes_text_author_or_original(session: Session, small: Small):
    machine = type("OfThisSession", (States,), {"session": session, "small": small})
    machine.TestCase.settings = settings(
        max_examples=12,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    machine.TestCase().runTest()

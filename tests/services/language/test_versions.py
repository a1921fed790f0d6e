"""Versions are only added; their states follow from what linguists signed, in whatever order it is done."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.support.language_jobs import CHECKED, JobSetup, asked, checked_version
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.certificates import REQUIRED
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.note_details import SEEN, NoteDetails
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.services.language import (
    annotations,
    certificates,
    doubts,
    jobs,
    revision,
    templates,
    versions,
)
from thb_desktop.services.language.annotations import NewAnnotation
from thb_desktop.services.language.certificates import Certifies
from thb_desktop.services.testimony import segments

DRAFT = v.RenderingState.DRAFT
CERTIFIABLE = {WorkState.SELF_CHECKED, WorkState.REVISED, WorkState.CERTIFIED, WorkState.CONTESTED}
AGREES, DISPUTES = v.VerdictKind.AGREES, v.VerdictKind.DISPUTES


def noted(desk: JobSetup, **changes: Any) -> NewAnnotation:
    """A note on the whole source of the first turn."""
    source = desk.work().sources[desk.turns[0].id]
    fields: dict[str, Any] = {
        "segment_id": desk.turns[0].id,
        "anchor": Anchor.of_text(desk.turns[0].id, source, 0, len(source)),
        "code": v.AnnotationCode.REGISTER,
        "basis": v.AnnotationBasis.KNOWLEDGE,
        "language": "en",
        "text": "Polite form.",
    }
    code = changes.get("code", fields["code"])
    if code in SEEN:
        fields |= {"text": "", "language": "", "details": NoteDetails(conduct=(v.Conduct.CRIES,))}
    return NewAnnotation(**{**fields, **changes})


def test_a_version_has_its_number_its_source_its_author_and_its_typist(desk: JobSetup):
    first = desk.write("Do you?")
    second = desk.write("Do you understand?")
    other = desk.write("I paid 3,600 euros to Mrs Ana.", at=1)

    assert [each.number for each in (first, second, other)] == [1, 2, 1]
    assert second.source_digest == digest_of("Înțelegeți?")
    assert (second.author_id, second.typed_by) == (desk.first.id, desk.session.user.id)
    assert [desk.state(each.id) for each in (first, second)] == [
        WorkState.SUPERSEDED,
        WorkState.SELF_CHECKED,
    ]


def test_what_is_typed_for_the_linguist_is_signed_by_them_in_one_go(desk: JobSetup):
    made = [desk.write(text, at=at, signer=None, state=DRAFT) for at, text in enumerate(("One", "Two"))]
    assert {desk.state(each.id) for each in made} == {WorkState.UNSIGNED}

    signature = versions.sign_versions(
        desk.session, desk.job.id, made, desk.said(made), state=CHECKED, signer=desk.first.signer
    )

    assert {desk.state(each.id) for each in made} == {WorkState.SELF_CHECKED}
    assert [own for own, _ in signature.versions] == sorted(each.id for each in made)
    with pytest.raises(errors.SignedAlreadyError):
        versions.sign_versions(desk.session, desk.job.id, made, state=CHECKED, signer=desk.first.signer)
    versions.sign_versions(desk.session, desk.job.id, made[:1], state=DRAFT, signer=desk.first.signer)
    assert desk.state(made[0].id) is WorkState.DRAFT


def test_a_difference_takes_a_reason_before_its_version_is_signed_as_checked(desk: JobSetup):
    made = desk.write("I paid 3,500 euros to Mrs Ana.", at=1, signer=None, state=DRAFT)
    found = doubts.check_versions(desk.session, desk.job.id, [made])

    for reasons in ((), [(each, " ") for each in found], [(replace(found[0], about=""), "It was said so")]):
        with pytest.raises(errors.WarningUnansweredError):
            versions.sign_versions(
                desk.session, desk.job.id, [made], reasons, state=CHECKED, signer=desk.first.signer
            )
    drafted = versions.sign_versions(desk.session, desk.job.id, [made], state=DRAFT, signer=desk.first.signer)
    signed = versions.sign_versions(
        desk.session,
        desk.job.id,
        [made],
        [(each, " She said 3.500 first. ") for each in found],
        state=CHECKED,
        signer=desk.first.signer,
    )

    assert [each.key for each in found] == ["V-T-03.numbers"]
    assert drafted.reasons == ()
    assert signed.reasons == (("V-T-03.numbers", desk.turns[1].id, "She said 3.500 first."),)
    assert desk.state(made.id) is WorkState.SELF_CHECKED
    assert doubts.said_before(desk.work()) == {("V-T-03.numbers", desk.turns[1].id): "She said 3.500 first."}


def test_a_character_that_no_page_draws_is_told_before_its_version_is_signed_and_certified(desk: JobSetup):
    undrawn = "\ue123"
    made = desk.write(f"I paid 3.500 euros {undrawn}.", at=1, signer=None, state=DRAFT)
    found = doubts.check_versions(desk.session, desk.job.id, [made])
    told = [each for each in found if each.key == "V-T-09.undrawn"]

    assert [(each.about, each.values["characters"]) for each in told] == [(desk.turns[1].id, ("U+E123",))]
    with pytest.raises(errors.WarningUnansweredError):
        versions.sign_versions(
            desk.session,
            desk.job.id,
            [made],
            [(each, "so it was said") for each in found if each not in told],
            state=CHECKED,
            signer=desk.first.signer,
        )
    assert told[0] in certificates.check_job(desk.session, desk.job.id)


def test_what_was_said_of_a_difference_is_said_of_no_later_version(desk: JobSetup):
    made = desk.write("I paid 3,500 euros to Mrs Ana.", at=1, signer=None, state=DRAFT)
    versions.sign_versions(
        desk.session, desk.job.id, [made], desk.said([made]), state=CHECKED, signer=desk.first.signer
    )

    desk.write("I paid 3,600 euros to Mrs Ana.", at=1)

    assert doubts.said_before(desk.work()) == {}


def test_only_the_author_signs_and_only_what_is_the_present_version(desk: JobSetup):
    old = desk.write("One", signer=None, state=DRAFT)
    made = desk.write("Two", signer=None, state=DRAFT)
    foreign = replace(made, id="none")

    for read, signer, error in (
        ([made], None, errors.NotTheLinguistError),
        ([made], desk.second.signer, errors.NotTheLinguistError),
        ([made], desk.session.keys.signer, errors.NotTheLinguistError),
        ([old], desk.first.signer, errors.VersionNotPresentError),
        ([foreign], desk.first.signer, errors.NotFoundError),
        ([], desk.first.signer, errors.NotFoundError),
    ):
        with pytest.raises(error):
            versions.sign_versions(desk.session, desk.job.id, read, state=CHECKED, signer=signer)
    with pytest.raises(errors.NotTheLinguistError):
        desk.write("Three", signer=None)
    with pytest.raises(errors.NotTheLinguistError):
        desk.write("Three", signer=desk.second.signer)
    with pytest.raises(errors.ValueRefusedError):
        versions.sign_versions(
            desk.session, desk.job.id, [made], state=v.RenderingState.CERTIFIED, signer=desk.first.signer
        )

    assert desk.work().signatures == ()


def test_a_linguist_without_a_user_of_their_name_and_function_signs_nothing(desk: JobSetup):
    job = jobs.open_job(
        desk.session, asked(desk.job.interview_id, desk.first, linguist_id=desk.small.interpreter.id)
    )

    with pytest.raises(errors.NotTheLinguistError):
        desk.write("One", job=job.id)
    made = desk.write("One", job=job.id, signer=None, state=DRAFT)

    assert desk.state(made.id, job.id) is WorkState.UNSIGNED


def test_a_version_of_an_earlier_source_is_stale_until_the_words_are_as_they_were(desk: JobSetup):
    made = desk.write("Do you understand?")

    segments.set_source(desk.session, desk.turns[0].id, "Mă înțelegeți?")
    stale = desk.state(made.id)
    segments.set_source(desk.session, desk.turns[0].id, "Înțelegeți?")

    assert (stale, desk.state(made.id)) == (WorkState.STALE, WorkState.SELF_CHECKED)


def test_a_withdrawn_version_gives_its_place_to_none_before_it(desk: JobSetup):
    first, second = desk.write("One"), desk.write("Two")
    with pytest.raises(errors.ReasonMissingError):
        versions.withdraw_version(desk.session, second.id, " ", signer=desk.first.signer)
    for signer in (None, desk.second.signer):
        with pytest.raises(errors.NotTheLinguistError):
            versions.withdraw_version(desk.session, second.id, "wrong", signer=signer)
    jobs.close_job(desk.session, desk.job.id, "Delivered")

    row = versions.withdraw_version(
        desk.session, second.id, "A sentence is missing", signer=desk.first.signer
    )

    assert desk.work().withdrawals == (row,)
    assert [desk.state(each.id) for each in (first, second)] == [WorkState.SUPERSEDED, WorkState.WITHDRAWN]
    with pytest.raises(errors.VersionNotPresentError):
        versions.withdraw_version(desk.session, second.id, "again", signer=desk.first.signer)


def test_a_job_made_from_a_job_has_no_source_where_a_version_was_withdrawn(desk: JobSetup):
    chained = jobs.open_job(
        desk.session,
        asked(desk.job.interview_id, desk.second, from_job_id=desk.job.id, target_language="nl"),
    )
    made = desk.write("Do you understand?")
    further = desk.write("Begrijpt u?", job=chained.id, signer=desk.second.signer)

    versions.withdraw_version(desk.session, made.id, "wrong", signer=desk.first.signer)

    assert desk.state(further.id, chained.id) is WorkState.STALE
    with pytest.raises(errors.NothingToRenderError):
        desk.write("Begrijpt u het?", job=chained.id, signer=desk.second.signer)


class Orders(RuleBasedStateMachine):
    """Acts on one turn in any order. A model beside it says what the state must be."""

    desk: JobSetup

    @initialize()
    def begin(self) -> None:
        self.source = "Înțelegeți?"
        segments.set_source(self.desk.session, self.desk.turns[0].id, self.source)
        self.job = jobs.open_job(self.desk.session, asked(self.desk.job.interview_id, self.desk.first))
        self.made: list[RenderingVersion] = []
        self.sources: list[str] = []
        self.withdrawn: set[str] = set()
        self.notes: list[str] = []
        self.signed: tuple[object, v.RenderingState | None] = (None, None)
        self.certified: object = None
        self.said: v.VerdictKind | None = None
        self.agreed: object = None
        checked_version(
            self.desk.session,
            self.job.id,
            self.desk.turns[1].id,
            "I paid 3,600 euros to Mrs Ana.",
            signer=self.desk.first.signer,
        )
        self.wording = templates.set_template(
            self.desk.session,
            name="Written translation",
            language="en",
            elements=templates.neutral_draft("en"),
            is_official=False,
        )

    @property
    def now(self) -> object:
        """What is signed of the last version: itself, and its notes."""
        return self.last.id, tuple(self.notes)

    @property
    def last(self) -> RenderingVersion:
        return self.made[-1]

    def is_present(self) -> bool:
        return self.last.id not in self.withdrawn and self.sources[-1] == self.source

    @rule(is_signed=st.booleans(), state=st.sampled_from([DRAFT, CHECKED]))
    def write(self, is_signed: bool, state: v.RenderingState) -> None:
        signer = self.desk.first.signer if is_signed else None
        left = state if is_signed else DRAFT
        self.notes = []
        made = self.desk.write(f"v{len(self.made)}", job=self.job.id, signer=signer, state=left)
        self.made.append(made)
        self.sources.append(self.source)
        self.signed = (self.now, left) if is_signed else (None, None)
        self.said, self.agreed, self.certified = None, None, None

    @rule(text=st.sampled_from(["Înțelegeți?", "Mă înțelegeți?"]))
    def change_the_source(self, text: str) -> None:
        self.source = text
        segments.set_source(self.desk.session, self.desk.turns[0].id, text)

    @precondition(lambda self: self.made)
    @rule(state=st.sampled_from([DRAFT, CHECKED]))
    def sign(self, state: v.RenderingState) -> None:
        try:
            versions.sign_versions(
                self.desk.session,
                self.job.id,
                [self.last],
                self.desk.said([self.last], self.job.id),
                state=state,
                signer=self.desk.first.signer,
            )
        except errors.VersionNotPresentError:
            assert not self.is_present()
            return
        except errors.SignedAlreadyError:
            assert self.signed == (self.now, state)
            return
        assert self.is_present()
        self.signed = self.now, state

    @precondition(lambda self: self.made and self.last.id not in self.withdrawn)
    @rule()
    def withdraw(self) -> None:
        versions.withdraw_version(self.desk.session, self.last.id, "wrong", signer=self.desk.first.signer)
        self.withdrawn.add(self.last.id)

    @precondition(lambda self: self.made)
    @rule(kind=st.sampled_from(v.VerdictKind))
    def revise(self, kind: v.VerdictKind) -> None:
        own = {"own_text": "another", "reason": "why"} if kind is DISPUTES else {}
        try:
            revision.give_verdict(
                self.desk.session,
                self.last.id,
                kind,
                interpreter_id=self.desk.second.id,
                signer=self.desk.second.signer,
                **own,
            )
        except errors.VersionNotPresentError:
            assert not self.is_present() or self.expected() is WorkState.UNSIGNED
            return
        assert self.is_present()
        self.said, self.agreed = kind, self.now if kind is AGREES else None

    @precondition(lambda self: self.made and self.sources[-1] == self.source)
    @rule(is_signed=st.booleans())
    def annotate(self, is_signed: bool) -> None:
        signer = self.desk.first.signer if is_signed else None
        note = noted(self.desk, anchor=Anchor.of_text(self.last.id, self.last.text, 0, 2))
        was_signed = self.signed[0] == self.now
        self.notes.append(annotations.annotate(self.desk.session, self.job.id, note, signer=signer).id)
        if was_signed and is_signed:
            self.signed = self.now, self.signed[1]

    @precondition(lambda self: self.made and self.notes)
    @rule(is_signed=st.booleans())
    def strike_the_last_note(self, is_signed: bool) -> None:
        signer = self.desk.first.signer if is_signed else None
        was_signed = self.signed[0] == self.now
        annotations.strike_annotation(self.desk.session, self.notes.pop(), "not needed", signer=signer)
        if was_signed and is_signed:
            self.signed = self.now, self.signed[1]

    @precondition(lambda self: self.made)
    @rule()
    def certify(self) -> None:
        found = certificates.check_job(self.desk.session, self.job.id)
        given = Certifies(
            kind=v.CertificateKind.TRANSLATOR_STATEMENT,
            template_id=self.wording.id,
            elements=dict.fromkeys(REQUIRED, "stated"),
            place="Gent",
            machine_assisted=False,
        )
        try:
            certificates.certify(
                self.desk.session,
                self.job.id,
                given,
                [(each, "why") for each in found],
                signer=self.desk.first.signer,
            )
        except errors.NotCertifiableError:
            assert self.expected() not in CERTIFIABLE
            return
        assert self.expected() in CERTIFIABLE
        self.certified = self.now

    def expected(self) -> WorkState:
        if self.last.id in self.withdrawn:
            return WorkState.WITHDRAWN
        if self.sources[-1] != self.source:
            return WorkState.STALE
        if self.said is DISPUTES:
            return WorkState.CONTESTED
        if self.signed[0] != self.now:
            return WorkState.UNSIGNED
        if self.now in (self.certified, self.agreed):
            return WorkState.CERTIFIED if self.certified == self.now else WorkState.REVISED
        return WorkState.SELF_CHECKED if self.signed[1] is CHECKED else WorkState.DRAFT

    @invariant()
    def the_state_is_what_was_signed(self) -> None:
        if not getattr(self, "made", ()):
            return
        states = [self.desk.state(each.id, self.job.id) for each in self.made]
        earlier = {state for each, state in zip(self.made[:-1], states, strict=False)}

        assert states[-1] is self.expected()
        assert earlier <= {WorkState.SUPERSEDED, WorkState.WITHDRAWN}


def test_in_whatever_order_linguists_work_the_state_follows_from_what_they_signed(desk: JobSetup):
    machine = type("AtThisDesk", (Orders,), {"desk": desk})
    machine.TestCase.settings = settings(
        max_examples=15,
        stateful_step_count=14,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    machine.TestCase().runTest()

"""A certificate is of the linguist, over all present versions, in the wording of the office, without gaps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.services.language.test_revision import verdict
from tests.services.language.test_versions import noted
from tests.support.language_jobs import CHECKED, JobSetup, asked
from tests.support.records import turn
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.certificates import OPTIONAL, CertificateElement
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_states import WorkState, states_of
from thb_desktop.domain.language_work import CertificateTemplate, LanguageCertificate
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.keeping import health
from thb_desktop.services.language import annotations, certificates, doubts, jobs, templates, versions
from thb_desktop.services.language.certificates import Certifies
from thb_desktop.services.testimony import segments
from thb_desktop.vault.tables import registry

PLACE, DAY = "Gent", date(2026, 3, 2)


def wording(desk: JobSetup, **changes: Any) -> CertificateTemplate:
    fields: dict[str, Any] = {
        "name": "Written translation",
        "language": "en",
        "elements": templates.neutral_draft("en"),
        "is_official": False,
    }
    return templates.set_template(desk.session, **{**fields, **changes})


def completed(desk: JobSetup, template: CertificateTemplate) -> dict[CertificateElement, str]:
    drafted = certificates.draft_certificate(desk.session, desk.job.id, template.id, place=PLACE, day=DAY)
    return {each: text.replace("[...]", "stated") for each, text in drafted.items()}


def given(desk: JobSetup, **changes: Any) -> Certifies:
    template = (templates.list_templates(desk.session) or (wording(desk),))[-1]
    fields: dict[str, Any] = {
        "kind": v.CertificateKind.TRANSLATOR_STATEMENT,
        "template_id": template.id,
        "elements": completed(desk, template),
        "place": PLACE,
        "machine_assisted": False,
    }
    return Certifies(**{**fields, **changes})


def rendered(desk: JobSetup) -> None:
    """Both turns, checked and signed; the linguist's entry names their languages."""
    desk.write("Do you understand?")
    desk.write("I paid 3,600 euros to Mrs Ana.", at=1)


def reasoned(desk: JobSetup, **changes: Any) -> list[tuple[Finding, str]]:
    found = certificates.check_job(desk.session, desk.job.id, **changes)
    return [(each, f"Because of {each.code}") for each in found]


def certify(desk: JobSetup, **changes: Any) -> LanguageCertificate:
    fields = {"reasons": reasoned(desk), "signer": desk.first.signer, **changes}
    return certificates.certify(desk.session, desk.job.id, fields.pop("given", None) or given(desk), **fields)


def told(desk: JobSetup, standing: Standing, **changes: Any) -> set[str]:
    found = certificates.check_job(desk.session, desk.job.id, **changes)
    return {each.key for each in found if each.standing is standing}


def test_a_certificate_covers_every_turn_with_one_signature(desk: JobSetup):
    rendered(desk)

    row = certify(desk)

    states = {desk.state(each.id) for each in desk.work().versions}
    assert states == {WorkState.CERTIFIED}
    assert {own for own, _ in row.versions} == {each.id for each in desk.work().versions}
    assert dict(row.elements)["PLACE_AND_TIME"].startswith("Done at Gent on 2026-")
    assert desk.work().certificates == (row,)
    assert "language.signed" in {each.key for each in health.check_vault(desk.session).findings}


def test_what_is_not_rendered_checked_or_answered_is_named_and_prevents_the_certificate(desk: JobSetup):
    nothing = told(desk, Standing.BROKEN)
    first = desk.write("Do you understand?", state=v.RenderingState.DRAFT)
    second = desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    query = annotations.annotate(
        desk.session,
        desk.job.id,
        noted(desk, code=v.AnnotationCode.QUERY, text="Which lady?"),
        signer=desk.first.signer,
    )
    drafted = told(desk, Standing.BROKEN)
    with pytest.raises(errors.NotCertifiableError):
        certify(desk)

    annotations.answer(desk.session, query.id, "The one of the house.")
    versions.sign_versions(
        desk.session, desk.job.id, [first], state=v.RenderingState.SELF_CHECKED, signer=desk.first.signer
    )
    segments.set_source(desk.session, desk.turns[1].id, "Am plătit 3.600 de euro doamnei Maria.")
    stale = told(desk, Standing.BROKEN)
    desk.write("I paid 3,600 euros to Mrs Maria.", at=1)

    assert nothing == {"V-T-01.not-rendered"}
    assert drafted == {"V-T-01.not-checked", "V-T-01.query"}
    assert stale == {"V-T-01.stale"}
    assert told(desk, Standing.BROKEN) == set()
    certify(desk)
    assert desk.state(second.id) is WorkState.SUPERSEDED


def test_a_withdrawn_turn_and_a_record_without_words_prevent_the_certificate(desk: JobSetup):
    rendered(desk)
    newest = desk.work().newest()[desk.turns[0].id]
    versions.withdraw_version(desk.session, newest.id, "wrong", signer=desk.first.signer)
    withdrawn = told(desk, Standing.BROKEN)
    for each in desk.turns:
        segments.strike_segment(desk.session, each.id, "in the wrong record")

    assert withdrawn == {"V-T-01.not-rendered"}
    assert told(desk, Standing.BROKEN) == {"V-T-01.nothing"}


def test_a_warning_needs_a_reason_which_is_signed_too(desk: JobSetup):
    desk.write("Do you understand?")
    disputed = desk.write("I paid 3,700 euros to Mrs Ana.", at=1)
    verdict(desk, disputed.id, v.VerdictKind.DISPUTES, own_text="I paid 3,600 euros.", reason="3,600")
    assert told(desk, Standing.UNKNOWN) >= {"V-T-03.numbers", "V-T-01.contested"}

    with pytest.raises(errors.WarningUnansweredError):
        certify(desk, reasons=reasoned(desk)[1:])
    row = certify(desk)

    assert {rule for rule, _, _ in row.reasons} == told(desk, Standing.UNKNOWN)
    assert desk.state(disputed.id) is WorkState.CONTESTED


def test_words_that_come_back_after_a_dispute_need_a_reason_until_that_linguist_speaks(desk: JobSetup):
    desk.write("Do you understand?")
    disputed = desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    own = {"own_text": "I gave Mrs Ana 3,600 euros.", "reason": "The verb"}
    verdict(desk, disputed.id, v.VerdictKind.DISPUTES, **own)
    desk.write("I handed 3,600 euros to Mrs Ana.", at=1)
    other_words = told(desk, Standing.UNKNOWN)
    again = desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    back = told(desk, Standing.UNKNOWN)
    (dispute,) = desk.work().disputes_again()[desk.turns[1].id]
    verdict(desk, again.id)

    assert "V-T-01.contested-before" not in other_words
    assert "V-T-01.contested-before" in back
    assert dispute.version_id == disputed.id
    assert "V-T-01.contested-before" not in told(desk, Standing.UNKNOWN)


def test_a_wording_that_was_filled_in_on_another_day_or_before_a_note_is_no_longer_as_shown(desk: JobSetup):
    rendered(desk)
    template = wording(desk)
    shown = certificates.draft_certificate(desk.session, desk.job.id, template.id, place=PLACE, day=DAY)
    asked = (desk.session, desk.job.id, template.id, shown)

    certificates.verify_as_shown(*asked, place=PLACE, day=DAY)
    with pytest.raises(errors.CertificateOutdatedError):
        certificates.verify_as_shown(*asked, place=PLACE, day=DAY + timedelta(days=1))
    annotations.annotate(desk.session, desk.job.id, noted(desk), signer=desk.first.signer)
    with pytest.raises(errors.CertificateOutdatedError):
        certificates.verify_as_shown(*asked, place=PLACE, day=DAY)


def test_a_character_of_the_wording_that_no_page_draws_needs_a_reason(desk: JobSetup):
    """V-T-09."""
    rendered(desk)
    template = wording(desk)
    elements = {**completed(desk, template), CertificateElement.CONFLICTS: "None \ue123"}
    (found,) = doubts.check_wording(elements)
    certifies = given(desk, template_id=template.id, elements=elements)

    with pytest.raises(errors.WarningUnansweredError):
        certificates.certify(desk.session, desk.job.id, certifies, reasoned(desk), signer=desk.first.signer)
    row = certificates.certify(
        desk.session,
        desk.job.id,
        certifies,
        [*reasoned(desk), (found, "a sign of the register")],
        signer=desk.first.signer,
    )

    assert found.values["characters"] == ("U+E123",)
    assert ("V-T-09.wording", found.about, "a sign of the register") in row.reasons


def test_a_registration_that_ended_and_a_language_that_is_not_named_are_told(desk: JobSetup):
    rendered(desk)

    ended = told(desk, Standing.UNKNOWN, registered_until=date(2026, 5, 31))
    runs = told(desk, Standing.UNKNOWN, registered_until=date(2027, 5, 31))

    assert ended - runs == {"V-T-04.expired"}
    assert ("V-T-04.language" in runs) == ("en" not in desk.first.interpreter.languages)


@pytest.mark.parametrize(
    ("changes", "expected", "standing"),
    [
        ({"made_from": None}, "V-T-08.unanswered", Standing.BROKEN),
        ({"made_from": v.SourceForm.PLAIN_COPY}, "V-T-08.plain-copy", Standing.UNKNOWN),
    ],
)
def test_what_the_job_is_made_from_and_with_is_said_and_can_be_corrected(
    desk: JobSetup, changes: dict[str, Any], expected: str, standing: Standing
):
    rendered(desk)
    jobs.change_job(desk.session, replace(desk.job, **changes), "As it was")
    before = told(desk, standing)
    if standing is Standing.BROKEN:
        with pytest.raises(errors.NotCertifiableError):
            certify(desk)
    jobs.change_job(
        desk.session,
        replace(
            desk.job,
            made_from=v.SourceForm.PLAIN_COPY,
            made_from_note="The original is abroad.",
        ),
        "The answer",
    )

    row = certify(desk)

    assert expected in before
    assert expected not in told(desk, standing)
    assert row.made_from is v.SourceForm.PLAIN_COPY


def test_whether_a_machine_assisted_is_said_by_the_linguist_with_the_certificate(desk: JobSetup):
    rendered(desk)
    before = told(desk, Standing.BROKEN)
    not_told = told(desk, Standing.BROKEN, machine_assisted=True)
    with pytest.raises(errors.NotCertifiableError):
        certify(desk, given=given(desk, machine_assisted=True))
    jobs.change_job(
        desk.session,
        replace(desk.job, translation_type=v.TranslationType.MACHINE_ASSISTED_POSTEDITED),
        "The linguist told it",
    )

    rows = [certify(desk, given=given(desk, machine_assisted=said)) for said in (True, False)]

    assert (before, not_told) == (set(), {"V-T-07.not-told"})
    assert [each.machine_assisted for each in rows] == [True, False]
    assert {desk.state(each.id) for each in desk.work().versions} == {WorkState.CERTIFIED}


def test_an_annotation_after_the_certificate_makes_another_necessary(desk: JobSetup):
    rendered(desk)
    certify(desk)
    made = desk.work().newest()[desk.turns[0].id]

    annotations.annotate(desk.session, desk.job.id, noted(desk), signer=desk.first.signer)
    before = desk.state(made.id)
    certify(desk)

    assert (before, desk.state(made.id)) == (WorkState.SELF_CHECKED, WorkState.CERTIFIED)


@pytest.mark.parametrize("element", [each for each in CertificateElement if each not in OPTIONAL])
def test_a_certificate_lacks_no_element(desk: JobSetup, element: CertificateElement):
    rendered(desk)
    whole = given(desk)
    for wrong in ("", "[...]", "to {place}"):
        with pytest.raises(errors.CertificateIncompleteError):
            certify(desk, given=replace(whole, elements={**whole.elements, element: wrong}))


def test_a_certificate_is_signed_by_its_linguist_at_a_place_and_in_a_known_wording(desk: JobSetup):
    rendered(desk)
    whole = given(desk)

    for changes, error in (
        ({"signer": desk.second.signer}, errors.NotTheLinguistError),
        ({"signer": None}, errors.NotTheLinguistError),
        ({"given": replace(whole, place=" ")}, errors.CertificateIncompleteError),
        ({"given": replace(whole, template_id=RowId("none"))}, errors.NotFoundError),
    ):
        with pytest.raises(error):
            certify(desk, **changes)
    optional = {each: text for each, text in whole.elements.items() if each not in OPTIONAL}
    assert certify(desk, given=replace(whole, elements=optional))
    jobs.close_job(desk.session, desk.job.id, "Delivered")
    with pytest.raises(errors.JobClosedError):
        certify(desk)


def test_the_draft_says_what_the_program_knows_and_leaves_the_rest_to_the_linguist(desk: JobSetup):
    rendered(desk)
    annotations.annotate(desk.session, desk.job.id, noted(desk), signer=desk.first.signer)
    template = wording(desk)

    drafted = certificates.draft_certificate(desk.session, desk.job.id, template.id, place=PLACE, day=DAY)

    assert desk.first.interpreter.name in drafted[CertificateElement.LINGUIST]
    assert "T-01; turns: 2) from Romanian into English" in drafted[CertificateElement.LANGUAGES]
    assert (
        drafted[CertificateElement.PROBLEMS].endswith("in turns: 1 A.")
        or "1" in drafted[CertificateElement.PROBLEMS]
    )
    assert "[...]" in drafted[CertificateElement.CONFLICTS]


def test_a_certificate_names_no_turn_s_language_that_is_the_language_of_the_translation(desk: JobSetup):
    """A question that was asked in it is no part of the job."""
    rendered(desk)
    interview = registry.INTERVIEW.find(desk.session.read, desk.job.interview_id)
    assert interview is not None
    turn(desk.session, interview, "And then?", language="en", kind=v.UtteranceKind.QUESTION, renderings=())
    template = wording(desk)

    drafted = certificates.draft_certificate(desk.session, desk.job.id, template.id, place=PLACE, day=DAY)

    assert "turns: 2) from Romanian into English" in drafted[CertificateElement.LANGUAGES]


def test_the_problems_of_a_certificate_are_those_of_the_certified_wordings(desk: JobSetup):
    rendered(desk)
    former = desk.work().newest()[desk.turns[0].id]
    at_former = noted(desk, anchor=Anchor.of_text(former.id, former.text, 0, 2))
    annotations.annotate(desk.session, desk.job.id, at_former, signer=desk.first.signer)
    template = wording(desk)

    def problems() -> str:
        drafted = certificates.draft_certificate(desk.session, desk.job.id, template.id, place=PLACE, day=DAY)
        return drafted[CertificateElement.PROBLEMS]

    before = problems()
    desk.write("Is it clear to you?")
    after = problems()
    annotations.annotate(desk.session, desk.job.id, noted(desk), signer=desk.first.signer)

    assert (before.endswith("in turns: 1 A."), after.endswith("in turns: -.")) == (True, True)
    assert problems() == before


def test_words_that_were_disputed_in_a_former_version_are_a_problem_of_the_certificate(desk: JobSetup):
    rendered(desk)
    former = desk.work().newest()[desk.turns[0].id]
    verdict(desk, former.id, v.VerdictKind.DISPUTES, own_text="Do you follow?", reason="The verb is weaker.")
    desk.write("Is it clear to you?")
    desk.write(former.text)

    drafted = certificates.draft_certificate(
        desk.session, desk.job.id, wording(desk).id, place=PLACE, day=DAY
    )

    assert drafted[CertificateElement.PROBLEMS].endswith("in turns: 1 A.")


def test_a_job_of_a_chain_and_one_of_a_side_name_their_own_source(desk: JobSetup):
    rendered(desk)
    template = wording(desk)
    for changes, expected in (
        ({"from_job_id": desk.job.id, "target_language": "nl"}, "from English into Dutch"),
        ({"source_language": "fr"}, "from French into English"),
    ):
        job = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second, **changes))
        drafted = certificates.draft_certificate(desk.session, job.id, template.id, place=PLACE, day=DAY)
        assert expected in drafted[CertificateElement.LANGUAGES]


def test_a_wording_has_versions_and_the_neutral_draft_is_no_official_formula(desk: JobSetup):
    first = wording(desk)
    own: Mapping[CertificateElement, str] = {
        **templates.neutral_draft("en"),
        CertificateElement.SECRECY: "I am bound by Article 458.",
    }
    second = wording(desk, elements=own, is_official=True)

    for changes in (
        {"is_official": True},
        {"name": " "},
        {"language": ""},
        {"elements": {each: text for each, text in own.items() if each is not CertificateElement.SECRECY}},
    ):
        with pytest.raises(errors.TemplateError):
            wording(desk, **changes)
    assert [(each.version, each.is_official) for each in (first, second)] == [(1, False), (2, True)]
    assert templates.list_templates(desk.session) == (first, second)


@pytest.mark.parametrize("language", [*templates.DRAFTS, "fr-BE", "vi"])
def test_each_neutral_draft_has_every_element_and_only_known_places(language: str):
    from thb_desktop.domain.certificates import PLACES

    draft = templates.neutral_draft(language)

    assert set(draft) == set(CertificateElement)
    assert {found for text in draft.values() for found in certificates._PLACE.findall(text)} <= set(PLACES)
    if language == "vi":
        assert draft == templates.neutral_draft("en")


def test_a_note_that_is_struck_out_brings_no_earlier_signature_or_certificate_back(desk: JobSetup):
    rendered(desk)
    certify(desk)
    made = desk.work().newest()[desk.turns[0].id]
    note = annotations.annotate(desk.session, desk.job.id, noted(desk), signer=desk.first.signer)
    with_note = desk.state(made.id)
    certify(desk)

    annotations.strike_annotation(desk.session, note.id, "not needed")
    struck = desk.state(made.id)
    versions.sign_versions(desk.session, desk.job.id, [made], state=CHECKED, signer=desk.first.signer)

    assert with_note is WorkState.SELF_CHECKED
    assert struck is WorkState.UNSIGNED
    assert desk.state(made.id) is WorkState.SELF_CHECKED
    certify(desk)
    assert desk.state(made.id) is WorkState.CERTIFIED


def test_what_is_certified_about_a_job_is_not_changed_and_no_certificate_says_another_thing(desk: JobSetup):
    rendered(desk)
    certify(desk)
    sworn = desk.job
    other = replace(sworn, translation_type=v.TranslationType.MACHINE_ASSISTED_POSTEDITED)
    for changed in (other, replace(sworn, made_from=v.SourceForm.ORIGINAL)):
        with pytest.raises(errors.JobCertifiedError):
            jobs.change_job(desk.session, changed, "typing error")
    jobs.change_job(desk.session, replace(sworn, purpose="For another court"), "asked for")

    told = {each for work in [replace(desk.work(), job=other)] for each in states_of(work).values()}

    assert told == {WorkState.SELF_CHECKED}
    assert set(states_of(desk.work()).values()) == {WorkState.CERTIFIED}

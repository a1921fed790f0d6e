"""What a linguist signs with words is withheld as a whole: reasons of a signature, and an attestation."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.bundling.test_certified_renderings import begun, closed
from tests.services.bundling.test_masked_translations import (
    SAID,
    checked,
    findings,
    gathered,
    options,
    pdf,
)
from tests.services.bundling.test_versions import ORDER, drawn_up
from tests.services.language.test_certificates import certify
from tests.services.language.test_revision import verdict
from tests.support import language_jobs
from tests.support.language_jobs import JobSetup
from tests.support.leaks import leaks, readable
from tests.support.offices import Small
from tests.support.records import interpreting_user
from tests.support.second_person import ALONE
from tests.support.strangers import checked_by_script
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.language_outward import JobOutward, RemarkKind
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.quality import Completeness
from thb_desktop.domain.remarks import ATTESTATION
from thb_desktop.errors import WordsLeftError
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles, maskable, redactions
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import versions
from thb_desktop.services.testimony import certifications, records
from thb_desktop.services.testimony.records import require_interview
from thb_desktop.verify.version import _check_jobs, check_version

NAME = "Zinaida"
WHY = "Zinaida asked me to leave the figure"
ATTESTED = "I interpreted for Zinaida completely and faithfully."


def drawn_text(data: bytes) -> str:
    return " ".join(readable(data)["text: drawn -raw"].decode().split())


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    """Two turns, signed as checked at once, in spite of a rule: the reasons say a name, no turn does."""
    with language_jobs.desk(session, small) as found:
        made = [
            versions.write_version(session, found.job.id, turn.id, text, signer=found.first.signer)
            for turn, text in zip(found.turns, ("Do you understand?", "I paid 36 euros."), strict=False)
        ]
        reasons = [(each, WHY) for each, _ in found.said(made)]
        signed_as = {"state": v.RenderingState.SELF_CHECKED, "signer": found.first.signer}
        versions.sign_versions(session, found.job.id, made, reasons, **signed_as)
        yield found


def withheld(desk: JobSetup) -> tuple[bytes, JobOutward]:
    """The pages of a version in which the name is masked everywhere, and its translation."""
    closed(desk.session, require_interview(desk.session, desk.job.interview_id))
    disclosure = drawn_up(desk.session, desk.small)
    redactions.redact_everywhere(desk.session, disclosure.id, NAME, ORDER)
    (job,) = gathered(desk, disclosure).language
    return pdf(desk, disclosure), job


@pytest.mark.requirement("SR-36")
def test_reasons_of_a_signature_are_withheld_with_it_and_stand_in_no_byte(desk: JobSetup, tmp_path: Path):
    shown, job = withheld(desk)

    whole = pdf(desk)
    found, text = findings(desk.session, shown), drawn_text(shown)
    assert {word for word, _ in leaks((NAME,), readable(whole))} == {NAME}
    assert leaks((NAME,), readable(shown)) == []
    assert [(each.kind, each.about) for each in job.withheld] == [(RemarkKind.SIGNATURE, "")]
    assert job.signatures == ()
    assert [each.state for each in job.versions] == [WorkState.SELF_CHECKED] * 2
    assert text.count(job.withheld[0].mark) == 2  # at its place, and in the list
    assert "Signature motivée" in text
    assert ORDER.ordered_by in text
    assert found["language-signature-withheld"] is Standing.UNKNOWN
    assert "language-as-signed" not in found
    assert Standing.BROKEN not in found.values()
    assert [each.code for each in check_version(shown, whole)] == ["masked-parts-as-whole"]


def test_a_stranger_checks_a_bundle_without_a_signature_with_the_printed_script(
    desk: JobSetup, tmp_path: Path
):
    session = desk.session
    closed(session, require_interview(session, desk.job.interview_id))
    disclosure = drawn_up(session, desk.small)
    redactions.redact_everywhere(session, disclosure.id, NAME, ORDER)
    prepared = bundles.prepare_bundle(session, desk.small.case.id, options(desk, disclosure.id))
    bundles.sign_bundle(session, prepared, tmp_path / "version.pdf", second=ALONE)

    data = (tmp_path / "version.pdf").read_bytes()
    code, said = checked_by_script(data, root_certificate(session.office_record), tmp_path)

    assert (code, "BROKEN" in said) == (41, False), said
    assert "withholds the signature of the linguist on 2 versions" in said


@pytest.mark.requirement("SR-36")
def test_a_certificate_proves_what_a_withheld_signature_would(desk: JobSetup):
    certify(desk)

    shown, job = withheld(desk)

    found = findings(desk.session, shown)
    assert [each.kind for each in job.withheld] == [RemarkKind.SIGNATURE]
    assert [each.state for each in job.versions] == [WorkState.CERTIFIED] * 2
    assert found["language-as-signed"] is Standing.HOLDS
    assert "language-signature-withheld" not in found
    assert leaks((NAME,), readable(shown)) == []


def test_an_agreement_and_a_dispute_stay_where_the_signature_is_withheld(desk: JobSetup):
    first, second = (desk.work().newest()[each.id] for each in desk.turns)
    verdict(desk, first.id, v.VerdictKind.AGREES)
    verdict(desk, second.id, v.VerdictKind.DISPUTES, own_text="I gave 3,600.", reason="The figure differs.")

    shown, job = withheld(desk)

    assert [each.state for each in job.versions] == [WorkState.REVISED, WorkState.CONTESTED]
    assert Standing.BROKEN not in findings(desk.session, shown).values()


def about_a_version(job: JobOutward) -> JobOutward:
    return replace(job, withheld=(replace(job.withheld[0], about=job.versions[0].version.id),))


def as_an_attestation(job: JobOutward) -> JobOutward:
    own = replace(job.withheld[0], kind=RemarkKind.ATTESTATION, about=job.versions[0].version.id)
    return replace(job, withheld=(own,))


def as_certified(job: JobOutward) -> JobOutward:
    told = replace(job.versions[0], state=WorkState.CERTIFIED)
    return replace(job, versions=(told, *job.versions[1:]))


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize(
    ("attack", "code"),
    [
        (lambda job: replace(job, withheld=()), "redactions-not-as-listed.record"),
        (about_a_version, "language-altered"),
        (as_an_attestation, "language-altered"),
        (as_certified, "language-altered"),
    ],
)
def test_whoever_changes_a_job_whose_signature_is_withheld_is_found(
    desk: JobSetup, attack: Callable[[JobOutward], JobOutward], code: str
):
    closed(desk.session, require_interview(desk.session, desk.job.interview_id))
    disclosure = drawn_up(desk.session, desk.small)
    redactions.redact_everywhere(desk.session, disclosure.id, NAME, ORDER)
    content = gathered(desk, disclosure)

    found = checked(content, attack)

    assert checked(content) == set()
    assert code in found


def test_with_the_whole_job_a_withheld_signature_is_found_or_told_as_absent(desk: JobSetup):
    _, job = withheld(desk)
    (whole,) = bundles.gather_bundle(desk.session, desk.small.case.id, options(desk)).language

    assert [*_check_jobs({"T-01": job}, {"T-01": whole})] == [None]
    (told,) = _check_jobs({"T-01": job}, {"T-01": replace(whole, signatures=())})
    assert told is not None
    assert told.values["part"] == "withheld/1"


def test_a_signature_of_another_turn_stays_and_is_verified(desk: JobSetup):
    later = desk.write(SAID, at=1)

    shown, job = withheld(desk)

    assert [each.versions[0][0] for each in job.signatures] == [later.id]
    found = findings(desk.session, shown)
    assert found["language-as-signed"] is Standing.HOLDS
    assert found["language-signature-withheld"] is Standing.UNKNOWN


@pytest.mark.requirement("SR-36")
def test_reasons_of_a_signature_of_a_former_version_are_withheld_with_all_such_signatures(
    session: Session, small: Small
):
    with language_jobs.desk(session, small) as desk:
        desk.write("Do you understand?")
        former = versions.write_version(
            session, desk.job.id, desk.turns[1].id, "I paid 36 euros.", signer=desk.first.signer
        )
        reasons = [(each, WHY) for each, _ in desk.said([former])]
        signed_as = {"state": v.RenderingState.SELF_CHECKED, "signer": desk.first.signer}
        versions.sign_versions(session, desk.job.id, [former], reasons, **signed_as)
        verdict(desk, former.id, v.VerdictKind.DISPUTES, own_text="I gave 3,600.", reason="The figure.")
        desk.write(SAID, at=1)
        desk.write("I paid 36 euros.", at=1)
        shown, job = withheld(desk)

        (whole,) = bundles.gather_bundle(session, small.case.id, options(desk)).language
        assert [each.versions[0][0] for each in whole.former_signatures] == [former.id]
        assert ([each.version.id for each in job.former], job.former_signatures) == ([former.id], ())
        assert [each.kind for each in job.withheld] == [RemarkKind.SIGNATURE]
        assert leaks((NAME,), readable(shown)) == []
        found = findings(session, shown)
        assert found["language-former-withheld"] is Standing.UNKNOWN
        assert Standing.BROKEN not in found.values()
        assert [*_check_jobs({"T-01": job}, {"T-01": whole})] == [None]


@pytest.fixture
def attested(session: Session, small: Small) -> Interview:
    """A record whose interpreter attested with words that say a name; no turn does."""
    interpreter, guest = interpreting_user(session, small)
    with closing(guest.keys):
        interview, made = begun(session, small, interpreter)
        certifications.certify_renderings(
            session,
            interview.id,
            [made],
            interpreter_id=interpreter.id,
            statement=ATTESTED,
            signer=guest.keys.signer,
        )
    return closed(session, interview)


def of_record(interview: Interview, disclosure: object = None) -> BundleOptions:
    return BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution",
        recipient="Somebody",
        interview_ids=(interview.id,),
        exhibit_ids=(),
        released_with=ALONE,
        disclosure_id=disclosure,  # type: ignore[arg-type]  # of a disclosure, or None
        transfer=AT_HOME,
    )


@pytest.mark.requirement("SR-36")
def test_an_attestation_is_withheld_as_a_whole_and_stands_in_no_byte(
    session: Session, small: Small, attested: Interview
):
    whole = bundles.prepare_bundle(session, small.case.id, of_record(attested)).pdf
    disclosure = drawn_up(session, small)
    (there,) = (e for e in maskable.list_maskable(session, disclosure.id) if e.entity == ATTESTATION)
    made = redactions.redact_everywhere(session, disclosure.id, NAME, ORDER)

    content = bundles.gather_bundle(session, small.case.id, of_record(attested, disclosure.id))
    shown = bundles.prepare_bundle(session, small.case.id, of_record(attested, disclosure.id)).pdf

    text, found = drawn_text(shown), findings(session, shown)
    (kept,) = content.interviews[0].certifications
    (row,) = records.get_interview(session, attested.id).certifications
    assert (there.kind, there.text) == (RemarkKind.ATTESTATION, ATTESTED)
    assert [each.entity for each in made] == [ATTESTATION]
    assert {word for word, _ in leaks((NAME,), readable(whole))} == {NAME}
    assert leaks((NAME, "completely and faithfully", row.signature), readable(shown)) == []
    assert (kept.statement, kept.renderings, kept.signature) == ("⟦R-001 THIRD_PARTY⟧", (), "")
    assert text.count("⟦R-001 THIRD_PARTY⟧") == 2  # at its place, and in the list
    assert "attestation de l’interprète 1" in text
    silent = "Aucune attestation de l'interprète n'est consignée"  # of the other interpreter
    assert text.count(silent) == drawn_text(whole).count(silent)
    assert Standing.BROKEN not in found.values()
    assert found["redactions-as-listed"] is Standing.HOLDS
    assert content.version is not None
    assert content.version.quality[0].completeness is Completeness.REDACTED
    assert [each.code for each in check_version(shown, whole)] == ["masked-parts-as-whole"]


def test_an_attestation_is_shown_again_when_its_redaction_is_withdrawn(
    session: Session, small: Small, attested: Interview
):
    disclosure = drawn_up(session, small)
    (made,) = redactions.redact_everywhere(session, disclosure.id, NAME, ORDER)

    redactions.withdraw_redaction(session, made.id, "Ordered otherwise")

    content = bundles.gather_bundle(session, small.case.id, of_record(attested, disclosure.id))
    assert [each.statement for each in content.interviews[0].certifications] == [ATTESTED]


@pytest.mark.requirement("SR-36")
def test_a_masked_word_of_a_turn_stops_the_bundle_where_an_attestation_says_it_and_masking_it_there_helps(
    session: Session, small: Small
):
    interpreter, guest = interpreting_user(session, small)
    with closing(guest.keys):
        interview, made = begun(session, small, interpreter, place=f"House of {NAME}")
        certifications.certify_renderings(
            session,
            interview.id,
            [made],
            interpreter_id=interpreter.id,
            statement=ATTESTED,
            signer=guest.keys.signer,
        )
    closed(session, interview)
    disclosure = drawn_up(session, small)
    place = next(e for e in maskable.list_maskable(session, disclosure.id) if e.field == "place")
    start = place.text.index(NAME)
    redactions.redact_words(
        session,
        disclosure.id,
        entity=place.entity,
        row=place.row,
        field=place.field,
        start=start,
        end=start + len(NAME),
        order=ORDER,
    )

    with pytest.raises(WordsLeftError) as refused:
        bundles.gather_bundle(session, small.case.id, of_record(interview, disclosure.id))

    redactions.redact_everywhere(session, disclosure.id, NAME, ORDER)
    shown = bundles.prepare_bundle(session, small.case.id, of_record(interview, disclosure.id)).pdf
    assert refused.value.places == (interview.number,)
    assert leaks((NAME,), readable(shown)) == []

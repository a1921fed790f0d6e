"""What is written about a translation is withheld as a whole where words of it are masked."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.bundling.test_certified_renderings import closed
from tests.services.bundling.test_masked_translations import SAID, checked, findings, gathered, options, pdf
from tests.services.bundling.test_versions import ORDER, drawn_up
from tests.services.language.test_certificates import certify, given
from tests.services.language.test_revision import verdict
from tests.services.language.test_versions import noted
from tests.support.language_jobs import JobSetup, asked
from tests.support.language_jobs import desk as begun
from tests.support.leaks import leaks, readable
from tests.support.offices import Small
from tests.support.second_person import ALONE
from tests.support.strangers import checked_by_script
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.certificates import CertificateElement
from thb_desktop.domain.disclosure import Disclosure
from thb_desktop.domain.language_outward import JobOutward, RemarkKind
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.remarks import REMARKS, WORDS
from thb_desktop.errors import FormatError, RedactionPlaceError, RedactionStaleError, WordsLeftError
from thb_desktop.findings import Standing
from thb_desktop.ledger.language_work import outward_bytes, read_outward
from thb_desktop.services.bundling import bundles, maskable, redactions
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, jobs, versions
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import segments
from thb_desktop.services.testimony.records import require_interview
from thb_desktop.verify.version import _check_jobs, check_version

NAME = "Zinaida"
PRINTED = {"visibility": v.AnnotationVisibility.PRINT}
OF_VERSIONS = ("annotation", "annotation_answer", "language_certificate", "revision_verdict")
CERTIFIED_BY = "I was sworn before Zinaida and translated faithfully."


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    """A certified translation. A note, an answer, a dispute and the certificate say a name; no turn does."""
    with begun(session, small) as found:
        source = found.write("Do you understand?")
        found.write(SAID, at=1)
        for changes in ({"text": "Zinaida told me of this form."}, {"text": "Read softly."}):
            annotations.annotate(
                found.session, found.job.id, noted(found, **changes), signer=found.first.signer
            )
        query = noted(found, code=v.AnnotationCode.QUERY, basis=None, text="Who is meant?", **PRINTED)
        asked = annotations.annotate(found.session, found.job.id, query, signer=found.first.signer)
        annotations.answer(found.session, asked.id, "Zinaida is meant.")
        wording = given(found)
        elements = {**wording.elements, CertificateElement.FAITHFULNESS: CERTIFIED_BY}
        certify(found, given=replace(wording, elements=elements))
        disputed = found.work().newest()[found.turns[1].id]
        verdict(
            found, disputed.id, v.VerdictKind.DISPUTES, own_text="I gave 3,600.", reason="So says Zinaida."
        )
        closed(session, require_interview(session, found.job.interview_id))
        assert source
        yield found


def withheld(desk: JobSetup) -> Disclosure:
    disclosure = drawn_up(desk.session, desk.small)
    redactions.redact_everywhere(desk.session, disclosure.id, NAME, ORDER)
    return disclosure


@pytest.mark.requirement("SR-36")
def test_a_name_in_a_note_an_answer_a_dispute_and_a_certificate_is_in_no_byte(desk: JobSetup):
    whole, version = pdf(desk), withheld(desk)

    shown = pdf(desk, version)

    (job,) = gathered(desk, version).language
    text = " ".join(readable(shown)["text: drawn -raw"].decode().split())
    assert {word for word, _ in leaks((NAME,), readable(whole))} == {NAME}
    assert leaks((NAME,), readable(shown)) == []
    assert {each.kind for each in job.withheld} == {REMARKS[each] for each in OF_VERSIONS}
    assert [each.text for each in job.annotations] == ["Read softly.", "Who is meant?"]
    assert (job.answers, job.verdicts, job.certificates) == ((), (), ())
    assert [each.state for each in job.versions] == [WorkState.SELF_CHECKED, WorkState.CONTESTED]
    assert [each.name for each in job.linguists] == ["Ioana Vertaler"]
    for mark in (each.mark for each in job.withheld):
        assert text.count(mark) == 2  # at its place, and in the list
    assert "n’a attesté aucune" not in text
    assert ORDER.ordered_by in text
    found = findings(desk.session, shown)
    assert found["language-as-signed"] is found["redactions-as-listed"] is Standing.HOLDS
    assert Standing.BROKEN not in found.values()
    assert [each.code for each in check_version(shown, whole)] == ["masked-parts-as-whole"]


def test_a_stranger_checks_such_a_bundle_with_the_printed_script(desk: JobSetup, tmp_path: Path):
    session, version = desk.session, withheld(desk)
    prepared = bundles.prepare_bundle(session, desk.small.case.id, options(desk, version.id))
    bundles.sign_bundle(session, prepared, tmp_path / "version.pdf", second=ALONE)
    data = (tmp_path / "version.pdf").read_bytes()

    code, said = checked_by_script(data, root_certificate(session.office_record), tmp_path)

    assert code == 0, said


def offered(desk: JobSetup, disclosure: Disclosure) -> dict[str, maskable.Maskable]:
    return {
        each.entity: each
        for each in maskable.list_maskable(desk.session, disclosure.id)
        if each.entity in REMARKS and NAME in each.text
    }


@pytest.mark.parametrize("entity", OF_VERSIONS)
def test_each_is_offered_chosen_withheld_alone_and_shown_again(desk: JobSetup, entity: str):
    disclosure = drawn_up(desk.session, desk.small)
    found = offered(desk, disclosure)[entity]
    start = found.text.index(NAME)
    where = {
        "entity": entity,
        "row": found.row,
        "field": found.field,
        "start": start,
        "end": start + len(NAME),
    }

    made = redactions.redact_words(desk.session, disclosure.id, **where, order=ORDER)  # type: ignore[arg-type]
    with pytest.raises(RedactionPlaceError):  # it is withheld already, whichever words are chosen
        redactions.redact_words(
            desk.session,
            disclosure.id,
            **{**where, "start": 0, "end": 2},
            order=ORDER,  # type: ignore[arg-type]
        )
    (job,) = gathered(desk, disclosure).language
    redactions.withdraw_redaction(desk.session, made.id, "Ordered otherwise")
    (again,) = gathered(desk, disclosure).language

    assert (found.field, made.anchor.quoted) == (WORDS, NAME)
    assert [each.kind for each in job.withheld] == [REMARKS[entity]]
    assert checked(gathered(desk, disclosure)) == set()
    assert again.withheld == ()
    assert [each.state for each in again.versions] == [WorkState.CERTIFIED, WorkState.CONTESTED]


def other_kind(job: JobOutward) -> JobOutward:
    return replace(job, withheld=(replace(job.withheld[0], kind=RemarkKind.CERTIFICATE), *job.withheld[1:]))


def as_certified(job: JobOutward) -> JobOutward:
    told = replace(job.versions[0], state=WorkState.CERTIFIED)
    return replace(job, versions=(told, *job.versions[1:]))


def as_undisputed(job: JobOutward) -> JobOutward:
    told = replace(job.versions[1], state=WorkState.SELF_CHECKED)
    return replace(job, versions=(job.versions[0], told))


def with_words(job: JobOutward) -> JobOutward:
    return replace(job, withheld=(replace(job.withheld[0], mark="Nothing of weight"), *job.withheld[1:]))


def without_digest(job: JobOutward) -> JobOutward:
    told = replace(job.versions[0], withheld=())
    return replace(job, versions=(told, *job.versions[1:]))


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize(
    ("attack", "code"),
    [
        (lambda job: replace(job, withheld=job.withheld[1:]), "redactions-not-as-listed.record"),
        (
            lambda job: replace(job, withheld=(*job.withheld, job.withheld[0])),
            "redactions-not-as-listed.record",
        ),
        (with_words, "redactions-not-as-listed.record"),
        (other_kind, "language-altered"),
        (as_certified, "language-altered"),
        (as_undisputed, "language-altered"),
        (without_digest, "language-altered"),
    ],
)
def test_whoever_changes_what_is_withheld_on_the_way_is_found(
    desk: JobSetup, attack: Callable[[JobOutward], JobOutward], code: str
):
    content = gathered(desk, withheld(desk))

    found = checked(content, attack)

    assert checked(content) == set()
    assert code in found


def test_a_later_dispute_of_one_that_is_withheld_stops_the_bundle_until_somebody_reads_it(desk: JobSetup):
    disclosure = withheld(desk)
    disputed = desk.work().newest()[desk.turns[1].id]

    verdict(
        desk, disputed.id, v.VerdictKind.DISPUTES, own_text="I gave 3,600.", reason="Zinaida says so too."
    )

    with pytest.raises(RedactionStaleError):
        gathered(desk, disclosure)
    for each in redactions.list_redactions(desk.session, disclosure.id):
        if each.entity == "revision_verdict":
            redactions.withdraw_redaction(desk.session, each.id, "A later one counts")
    redactions.redact_everywhere(desk.session, disclosure.id, NAME, ORDER)
    assert leaks((NAME,), readable(pdf(desk, disclosure))) == []


def test_with_the_whole_job_each_withheld_remark_is_found_or_told_as_absent(desk: JobSetup):
    (job,) = gathered(desk, withheld(desk)).language
    (whole,) = bundles.gather_bundle(desk.session, desk.small.case.id, options(desk)).language
    bare = replace(whole, annotations=(), answers=(), verdicts=(), certificates=())
    moved = replace(whole.verdicts[0], version_id=whole.versions[0].version.id)
    twice = replace(job, withheld=(*job.withheld, job.withheld[0]))

    def absent(own: JobOutward, other: JobOutward) -> list[str]:
        told = _check_jobs({"T-01": own}, {"T-01": other})
        return [str(each.values["part"]) for each in told if each is not None]

    assert absent(job, whole) == []
    assert absent(job, bare) == [f"withheld/{each}" for each in (1, 2, 3, 4)]
    assert absent(job, replace(whole, verdicts=(moved,))) == ["withheld/3"]
    assert absent(twice, whole) == ["withheld/1", "withheld/5"]


def test_an_earlier_check_does_not_take_a_job_with_withheld_remarks_for_a_whole_one(desk: JobSetup):
    (job,) = gathered(desk, withheld(desk)).language

    data = outward_bytes(job)

    assert data.startswith(b'{"format":"thb-language-job/3"')
    assert read_outward(data) == job
    with pytest.raises(FormatError):
        read_outward(data.replace(b'"NOTE"', b'"NOTES"'))


def test_a_dispute_that_says_a_sealed_identity_is_withheld_by_masking_what_is_sealed(desk: JobSetup):
    session, case = desk.session, desk.small.case.id
    sealed = max(people.protected_texts(session, case) or (), key=len)
    disputed = desk.work().newest()[desk.turns[1].id]
    verdict(desk, disputed.id, v.VerdictKind.DISPUTES, own_text="I gave 3,600.", reason=f"So says {sealed}.")
    disclosure = drawn_up(session, desk.small)

    made = redactions.redact_identities(session, disclosure.id, ORDER)

    assert {word for word, _ in leaks((sealed,), readable(pdf(desk)))} == {sealed}
    assert "revision_verdict" in {each.entity for each in made}
    assert leaks((sealed,), readable(pdf(desk, disclosure))) == []


@pytest.mark.requirement("SR-36")
def test_a_note_that_quotes_a_former_wording_is_withheld_where_what_it_quotes_is_masked(
    session: Session, small: Small
):
    sealed = max(people.protected_texts(session, small.case.id) or (), key=len)
    with begun(session, small) as desk:
        turn, said = desk.turns[1].id, f"{NAME} {sealed} a venit."
        segments.set_source(session, turn, said)
        desk.write("Do you understand?")
        desk.write(f"{NAME} {sealed} came.", at=1)
        place = Anchor.of_text(turn, said, 0, len(f"{NAME} {sealed}"))
        note = noted(desk, segment_id=turn, text="A short form.", anchor=place)
        annotations.annotate(session, desk.job.id, note, signer=desk.first.signer)
        segments.set_source(session, turn, "Ea a venit.")
        desk.write("She came.", at=1)
        closed(session, require_interview(session, desk.job.interview_id))
        everywhere, identities = drawn_up(session, small), drawn_up(session, small)
        whole = pdf(desk, drawn_up(session, small))

        redactions.redact_everywhere(session, everywhere.id, NAME, ORDER)
        made = redactions.redact_identities(session, identities.id, ORDER)

        assert {word for word, _ in leaks((NAME, sealed), readable(whole))} == {NAME, sealed}
        assert [each.entity for each in made] == ["annotation"]
        for disclosure in (everywhere, identities):
            shown = pdf(desk, disclosure)
            (job,) = gathered(desk, disclosure).language
            assert leaks((NAME, sealed), readable(shown)) == []
            assert [each.kind for each in job.withheld] == [RemarkKind.NOTE]
            assert Standing.BROKEN not in findings(session, shown).values()


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize("place", ["reason", "purpose"])
def test_a_word_of_a_withheld_note_does_not_leave_in_a_reason_or_the_purpose(
    session: Session, small: Small, place: str
):
    """The reason is withheld with its signature; a purpose cannot be."""
    with begun(session, small) as desk:
        if place == "purpose":
            further = asked(desk.job.interview_id, desk.first, purpose=f"For {NAME}", target_language="fr")
            desk.job = jobs.open_job(session, further)
        made = [
            versions.write_version(session, desk.job.id, turn.id, text, signer=desk.first.signer)
            for turn, text in zip(desk.turns, ("Do you understand?", "I paid 36 euros."), strict=False)
        ]
        why = f"{NAME} told me why" if place == "reason" else "It was said so"
        reasons = [(found, why) for found, _ in desk.said(made)]
        signed_as = {"state": v.RenderingState.SELF_CHECKED, "signer": desk.first.signer}
        versions.sign_versions(session, desk.job.id, made, reasons, **signed_as)
        there = Anchor.of_text(made[0].id, made[0].text, 0, 2)
        note = noted(desk, segment_id=desk.turns[0].id, text=f"{NAME} told me of this form.", anchor=there)
        annotations.annotate(session, desk.job.id, note, signer=desk.first.signer)
        closed(session, require_interview(session, desk.job.interview_id))
        disclosure = withheld(desk)

        assert reasons
        if place == "reason":
            assert leaks((NAME,), readable(pdf(desk, disclosure))) == []
            for each in redactions.list_redactions(session, disclosure.id):
                if each.entity == "version_signature":
                    redactions.withdraw_redaction(session, each.id, "To see whether it stops")
        with pytest.raises(WordsLeftError) as refused:
            pdf(desk, disclosure)
        assert refused.value.places == (desk.job.number,)


@pytest.mark.requirement("SR-36")
def test_an_agreement_with_a_reason_is_withheld_as_one_and_contests_nothing(session: Session, small: Small):
    with begun(session, small) as desk:
        desk.write("Do you understand?")
        said = desk.write(SAID, at=1)
        verdict(desk, said.id, v.VerdictKind.AGREES, reason="So says Zinaida.")
        closed(session, require_interview(session, desk.job.interview_id))
        (whole,) = bundles.gather_bundle(session, small.case.id, options(desk)).language
        disclosure = withheld(desk)
        (there,) = offered(desk, disclosure).values()

        shown = pdf(desk, disclosure)

        (job,) = gathered(desk, disclosure).language
        assert there.kind is RemarkKind.AGREEMENT
        text = " ".join(readable(shown)["text: drawn -raw"].decode().split())
        assert whole.versions[1].state is WorkState.REVISED
        assert job.versions[1].state is WorkState.SELF_CHECKED
        assert [(each.kind, each.about) for each in job.withheld] == [(RemarkKind.AGREEMENT, said.id)]
        assert text.count(job.withheld[0].mark) == 2
        assert text.count("Approbation d'un autre linguiste") == 1
        assert leaks((NAME,), readable(shown)) == []
        assert Standing.BROKEN not in findings(session, shown).values()
        assert [*_check_jobs({"T-01": job}, {"T-01": whole})] == [None]


def test_a_dispute_of_the_same_words_in_a_former_version_is_withheld_and_the_present_one_stays_as_proved(
    session: Session, small: Small
):
    with begun(session, small) as desk:
        desk.write("Do you understand?")
        former = desk.write(SAID, at=1)
        verdict(desk, former.id, v.VerdictKind.DISPUTES, own_text="I gave 3,600.", reason="So says Zinaida.")
        desk.write("I gave 3,600 euros to Mrs Ana.", at=1)
        desk.write(SAID, at=1)
        closed(session, require_interview(session, desk.job.interview_id))
        (whole,) = bundles.gather_bundle(session, small.case.id, options(desk)).language
        disclosure = withheld(desk)

        shown = pdf(desk, disclosure)

        (job,) = gathered(desk, disclosure).language
        present = job.versions[1]
        assert [each.version.id for each in whole.former] == [former.id]
        assert (job.former, job.verdicts) == ((), ())
        assert [(each.kind, each.about) for each in job.withheld] == [
            (RemarkKind.DISPUTE_BEFORE, present.version.id)
        ]
        assert present.state is whole.versions[1].state is WorkState.SELF_CHECKED
        assert leaks((NAME,), readable(shown)) == []
        assert Standing.BROKEN not in findings(session, shown).values()
        assert [*_check_jobs({"T-01": job}, {"T-01": whole})] == [None]

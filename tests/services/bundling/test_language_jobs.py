"""Language work in a bundle: printed with whose it is, verified from what travels, without inward notes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from tests.services.bundling.test_certified_renderings import closed
from tests.services.bundling.test_what_stays import broken
from tests.services.language.test_certificates import certify
from tests.services.language.test_revision import verdict
from tests.services.language.test_versions import noted
from tests.support.attached_records import check_listed
from tests.support.language_jobs import CHECKED, NAMES, JobSetup, Linguist, asked
from tests.support.language_jobs import desk as begun
from tests.support.leaks import readable
from tests.support.offices import Small
from tests.support.own_program import past_the_list
from tests.support.recorded import recorded_exhibit, recording
from tests.support.records import outcome, sign
from tests.support.sampled import few
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL, correction
from tests.support.transfers import AT_HOME
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import Anchor, AnchorKind
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import JobId, RowId
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.language_states import WorkState, annotations_of
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.findings import Standing
from thb_desktop.ledger import canonical
from thb_desktop.ledger.language_work import (
    annotation_digest,
    outward_bytes,
    outward_digest,
    read_outward,
    signed_bytes,
)
from thb_desktop.report.attachments import case_data
from thb_desktop.report.parts.logical_text import record_path
from thb_desktop.services.assignments import giving
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, jobs, safety, versions
from thb_desktop.services.testimony import read_back
from thb_desktop.services.testimony.records import require_interview
from thb_desktop.vault.tables import registry
from thb_desktop.verify.bundle.case_data import CaseData
from thb_desktop.verify.bundle.language_rules import keeps_rules
from thb_desktop.verify.bundle.manifest import Record
from thb_desktop.verify.pdf import check_pdf

START = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    with begun(session, small) as found:
        yield found


def options(desk: JobSetup, *chosen: Any, **changes: Any) -> BundleOptions:
    fields: dict[str, Any] = {
        "languages": ("fr",),
        "purpose": "Execution",
        "recipient": "Somebody",
        "interview_ids": (desk.job.interview_id,),
        "exhibit_ids": (),
        "job_ids": tuple(chosen or (desk.job.id,)),
        "released_with": ALONE,
    }
    return BundleOptions(identities_because="Needed there", **{**fields, **changes}, transfer=AT_HOME)


def rendered(desk: JobSetup) -> None:
    """A certified job on a signed record, with a printed note, one that stays, and a dispute."""
    first = desk.write("Do you understand?")
    second = desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    for code, text in (
        (v.AnnotationCode.REGISTER, "Polite form."),
        (v.AnnotationCode.AMBIGUOUS, "Or: do you follow?"),
        (v.AnnotationCode.DIALECT, "Inward."),
    ):
        note = noted(desk, code=code, text=text, anchor=Anchor.of_text(first.id, first.text, 7, 17))
        annotations.annotate(desk.session, desk.job.id, note, signer=desk.first.signer)
    certify(desk)
    verdict(desk, second.id, v.VerdictKind.DISPUTES, own_text="I gave Mrs Ana 3,600.", reason="The verb")
    closed(desk.session, require_interview(desk.session, desk.job.interview_id))


def gathered(desk: JobSetup, *chosen: Any) -> BundleContent:
    return bundles.gather_bundle(desk.session, desk.small.case.id, options(desk, *chosen))


def checked(content: BundleContent, change: Callable[[JobOutward], JobOutward] = lambda job: job) -> set[str]:
    """What the verifier says of the attached language work, after somebody changed the jobs."""
    listed, files = [], {}
    for each in content.proof.records:
        data, digest = each.data, each.sha256
        if each.kind == "language":
            data = outward_bytes(change(read_outward(data)))
            digest = sha256(data).hexdigest()
        path = record_path(each)
        files[path] = data
        listed.append(Record(each.kind, each.number, path, digest))
    data = CaseData.of(
        iter([canonical.encode(case_data(content))]), keep=lambda _: None, afford=lambda _: None
    )
    found = check_listed(listed, files, content.proof.custody_extract, data)
    return {each.key for each in found if each.code.startswith("language")}


def test_a_job_is_printed_with_whose_it_is_and_verified_from_the_file(desk: JobSetup):
    rendered(desk)
    agreed = jobs.get_job(desk.session, desk.job.id).versions[0]
    verdict(desk, agreed.id, v.VerdictKind.AGREES)

    bundle = bundles.prepare_bundle(desk.session, desk.small.case.id, options(desk))
    findings = check_pdf(bundle.pdf, trusted_roots=[root_certificate(desk.session.office_record)])

    words = " ".join(b"".join(readable(bundle.pdf).values()).decode("utf-8", "replace").split())
    assert broken(desk.session, bundle) == []
    assert [each.values["count"] for each in findings if each.code == "language-as-signed"] == [2]
    for printed in (
        "Traduction T-01",
        desk.first.interpreter.name,
        "Do you understand?",
        "I gave Mrs Ana 3,600.",
        "qui conteste la version ci-dessus",
        "Approuvée par un second linguiste",
        f"{desk.second.interpreter.name} : 1",
        "Roumain (langue de la personne",
        "Anglais (T-01",
        "Înțelegeți?",
        "Do you understand⁽¹⁾⁽²⁾?",
        "⁽¹⁾ Registre",
        "Polite form.",
        "⁽²⁾ ? Ambigu",
        "Done at Gent on 2026-",
    ):
        assert printed in words, printed
    assert "Inward." not in words


def printed(desk: JobSetup) -> str:
    bundle = bundles.prepare_bundle(desk.session, desk.small.case.id, options(desk))
    words = b"".join(readable(bundle.pdf).values()).decode("utf-8", "replace")
    return " ".join(words.split())


def test_what_the_linguist_did_not_say_is_printed_as_not_said(desk: JobSetup):
    first = desk.write("Do you understand?")
    note = noted(desk, language="", anchor=Anchor.of_text(first.id, first.text, 7, 17))
    annotations.annotate(desk.session, desk.job.id, note, signer=desk.first.signer)
    desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    closed(desk.session, require_interview(desk.session, desk.job.interview_id))
    before = printed(desk)

    certify(desk)
    after = printed(desk)

    assert "Polite form. (langue de la note non précisée)" in before
    assert "Assistée par une machine non précisé" in before
    assert "Assistée par une machine non " in after
    assert "Assistée par une machine non précisé" not in after


def test_why_a_difference_was_signed_is_printed_and_a_reason_that_was_changed_on_the_way_is_refused(
    desk: JobSetup,
):
    desk.write("Do you understand?")
    made = desk.write("I paid 3,500 euros to Mrs Ana.", at=1, state=v.RenderingState.DRAFT)
    said = [(each, "She said 3.500 first.") for each, _ in desk.said([made])]
    versions.sign_versions(desk.session, desk.job.id, [made], said, state=CHECKED, signer=desk.first.signer)
    closed(desk.session, require_interview(desk.session, desk.job.interview_id))

    bundle = bundles.prepare_bundle(desk.session, desk.small.case.id, options(desk))
    findings = check_pdf(bundle.pdf, trusted_roots=[root_certificate(desk.session.office_record)])
    words = " ".join(b"".join(readable(bundle.pdf).values()).decode("utf-8", "replace").split())

    assert "malgré ces règles" in words
    assert "She said 3.500 first." in words
    assert [each.values["count"] for each in findings if each.code == "language-as-signed"] == [2]
    assert broken(desk.session, bundle) == []
    content = gathered(desk)
    assert checked(content) == {"language-as-signed"}
    assert checked(content, otherwise_said) == {"language-altered"}


def otherwise_said(job: JobOutward) -> JobOutward:
    """Somebody changed a reason on the way."""
    return replace(
        job,
        signatures=tuple(
            replace(each, reasons=tuple((rule, about, "No reason") for rule, about, _ in each.reasons))
            for each in job.signatures
        ),
    )


def test_brackets_that_somebody_typed_are_no_number_of_a_note(desk: JobSetup):
    text = "Do you understand⁽²⁾ him, ﹙³﹚ he said?"
    written = desk.write(text)
    desk.write("I paid him.", at=1)
    note = noted(
        desk,
        text="True.\n⁽2⁾ Lie",
        anchor=Anchor.of_text(written.id, text, 7, 17),
        code=v.AnnotationCode.REGISTER,
    )
    annotations.annotate(desk.session, desk.job.id, note, signer=desk.first.signer)
    certify(desk)
    closed(desk.session, require_interview(desk.session, desk.job.interview_id))

    pdf = bundles.prepare_bundle(desk.session, desk.small.case.id, options(desk)).pdf
    drawn = readable(pdf)

    words = "".join(drawn["text: drawn -raw"].decode().split())
    assert "understand⁽¹⁾⟦U+207D⟧²⟦U+207E⟧him,⟦U+FE59⟧³⟦U+FE5A⟧hesaid?" in words
    assert "⟦U+207D⟧2⟦U+207E⟧Lie" in words
    assert words.count("⁽") == 2


def test_a_note_that_quotes_other_words_than_stand_in_the_version_is_not_as_the_rules_are(desk: JobSetup):
    rendered(desk)
    (job,) = gathered(desk).language
    first, *rest = job.annotations

    false = replace(first, anchor=replace(first.anchor, quoted="confessed!"))

    assert keeps_rules(job)
    assert not keeps_rules(replace(job, annotations=(false, *rest)))


def answered(desk: JobSetup) -> None:
    """The same, with two answers to the doubt that is printed, the last of which counts."""
    rendered(desk)
    doubt = next(
        each
        for each in registry.ANNOTATION.where(desk.session.read, "job_id", desk.job.id)
        if each.code is v.AnnotationCode.AMBIGUOUS
    )
    for text in ("Ask her again.", "She meant: do you follow me?"):
        annotations.answer(desk.session, doubt.id, text)


def test_the_last_answer_of_the_authority_is_printed_under_its_note(desk: JobSetup):
    answered(desk)

    words, content = printed(desk), gathered(desk)

    assert "⁽²⁾ Réponse de l'autorité (" in words
    assert "She meant: do you follow me?" in words
    assert "Ask her again." not in words
    assert checked(content) == {"language-as-signed"}


@pytest.mark.parametrize(
    "change",
    [
        {"annotation_id": RowId("another")},
        {"job_id": JobId("another")},
        {"text": " "},
        {"at": START},
    ],
)
def test_an_answer_that_is_to_no_note_here_is_not_as_the_rules_are(desk: JobSetup, change: dict[str, Any]):
    answered(desk)
    (job,) = gathered(desk).language
    (given,) = job.answers

    assert keeps_rules(job)
    assert not keeps_rules(replace(job, answers=(replace(given, **change),)))
    assert not keeps_rules(replace(job, answers=(given, given)))


def test_nothing_of_a_job_travels_that_nobody_chose(desk: JobSetup):
    rendered(desk)

    content = bundles.gather_bundle(desk.session, desk.small.case.id, options(desk, job_ids=()))

    assert content.language == ()
    assert b"Do you understand?" not in b"".join(each.data for each in content.proof.records)
    assert b"Do you understand?" not in content.proof.custody_extract
    assert checked(content) == set()


def test_inward_notes_and_the_course_of_a_job_stay_in_the_office(desk: JobSetup):
    rendered(desk)
    jobs.close_job(desk.session, desk.job.id, "Paid late by the office")

    content = gathered(desk)

    data = b"".join(each.data for each in content.proof.records) + content.proof.custody_extract
    assert b"Polite form." in data
    assert b"Inward." not in data
    assert b"Paid late" not in data
    assert checked(content) == {"language-as-signed"}


def other_text(job: JobOutward) -> JobOutward:
    first, *rest = job.versions
    return replace(job, versions=(replace(first, version=replace(first.version, text="No!")), *rest))


def without_dispute(job: JobOutward) -> JobOutward:
    agreed = tuple(replace(each, state=WorkState.CERTIFIED) for each in job.versions)
    return replace(job, verdicts=(), versions=agreed)


def promoted(job: JobOutward) -> JobOutward:
    raised = tuple(replace(each, state=WorkState.REVISED) for each in job.versions)
    return replace(job, versions=raised)


def test_a_linguist_who_is_entered_in_their_own_script_signs_under_the_name_in_latin_letters(
    session: Session, small: Small
):
    with begun(session, small, script="\u064a\u0648\u0627\u0646\u0627") as desk:
        rendered(desk)

        content = gathered(desk)

        assert {each.name for each in content.language[0].linguists} >= {NAMES[0]}
        assert checked(content) == {"language-as-signed"}
        assert giving.list_assignees(session, small.case.id)[0].id == desk.first.id
        assert f"({NAMES[0]}), linguiste de cette traduction" in printed(desk)


def with_note(job: JobOutward, **changes: Any) -> JobOutward:
    added = replace(job.annotations[0], id=RowId("added"), text="The witness laughed.", **changes)
    return replace(job, annotations=(*job.annotations, added))


def with_salt(job: JobOutward, salt: str) -> JobOutward:
    """Somebody wrote a salt into a version, in the place of its nonces."""
    first, *rest = job.versions
    salted = replace(first, nonces=(), unshown=(), version=replace(first.version, salt=salt))
    return replace(job, versions=(salted, *rest))


ATTACKS: dict[str, Callable[[JobOutward], JobOutward]] = {
    "another text": other_text,
    "another state": promoted,
    "a note taken away": lambda job: replace(job, annotations=()),
    "another note": lambda job: replace(
        job, annotations=tuple(replace(each, text="Rude form.") for each in job.annotations)
    ),
    "no inward note": lambda job: replace(
        job, versions=tuple(replace(each, withheld=()) for each in job.versions)
    ),
    "another wording": lambda job: replace(
        job, certificates=tuple(replace(each, place="Paris") for each in job.certificates)
    ),
    "another own text": lambda job: replace(
        job, verdicts=tuple(replace(each, own_text="I agree.") for each in job.verdicts)
    ),
    "another name": lambda job: replace(
        job, linguists=tuple(replace(each, name="Somebody Else") for each in job.linguists)
    ),
    "another record": lambda job: replace(job, record="I-99"),
    "no signatures": lambda job: replace(job, signatures=(), certificates=()),
    "another author": lambda job: replace(
        job, job=replace(job.job, linguist_id=job.verdicts[0].interpreter_id)
    ),
    "a struck job": lambda job: replace(job, job=replace(job.job, struck="In error")),
    "another translation type": lambda job: replace(
        job,
        job=replace(
            job.job,
            translation_type=next(each for each in v.TranslationType if each is not job.job.translation_type),
        ),
    ),
    "another source form": lambda job: replace(
        job,
        job=replace(job.job, made_from=next(each for each in v.SourceForm if each is not job.job.made_from)),
    ),
    "machine help turned round": lambda job: replace(
        job,
        certificates=tuple(
            replace(each, machine_assisted=not each.machine_assisted) for each in job.certificates
        ),
    ),
    "a note at a time": lambda job: with_note(job, anchor=Anchor.of_time("file", "0" * 64, 0, 5)),
    "a struck note": lambda job: with_note(job, struck="In error"),
    "a note of another": lambda job: with_note(job, author_id=job.verdicts[0].interpreter_id),
    "another target language": lambda job: replace(job, job=replace(job.job, target_language="nl")),
    "another register number": lambda job: replace(
        job, linguists=tuple(replace(each, register_number="TV-999") for each in job.linguists)
    ),
    "another code": lambda job: replace(
        job, linguists=tuple(replace(each, code="T-99") for each in job.linguists)
    ),
    "another job": lambda job: replace(job, job=replace(job.job, number="T-77")),
    "a salt": lambda job: with_salt(job, "0" * 64),
    "a salt that is none": lambda job: with_salt(job, "zz"),
}


@pytest.mark.parametrize("attack", few(list(ATTACKS), 8))
def test_what_was_changed_on_the_way_is_refused(desk: JobSetup, attack: str):
    rendered(desk)

    assert "language-altered" in checked(gathered(desk), ATTACKS[attack])


def of_another(job: JobOutward, desk: JobSetup) -> JobOutward:
    """The second linguist signs what the first wrote."""
    return replace(job, signatures=tuple(signed_by(each, desk.second, desk) for each in job.signatures))


def certified_by_another(job: JobOutward, desk: JobSetup) -> JobOutward:
    return replace(job, certificates=tuple(signed_by(each, desk.second, desk) for each in job.certificates))


def agreed_with_oneself(job: JobOutward, desk: JobSetup) -> JobOutward:
    agreed = replace(job.verdicts[0], kind=v.VerdictKind.AGREES, own_text="", reason="")
    states = tuple(
        replace(each, state=WorkState.CERTIFIED) if each.state is WorkState.CONTESTED else each
        for each in job.versions
    )
    return replace(job, versions=states, verdicts=(signed_by(agreed, desk.first, desk),))


def turned_round(job: JobOutward, desk: JobSetup) -> JobOutward:
    """An earlier agreement is put behind the dispute."""
    (dispute,) = job.verdicts
    agreed = replace(
        dispute,
        id=RowId("earlier"),
        kind=v.VerdictKind.AGREES,
        own_text="",
        reason="",
        at=dispute.at - timedelta(hours=1),
    )
    states = tuple(replace(each, state=WorkState.CERTIFIED) for each in job.versions)
    return replace(job, versions=states, verdicts=(dispute, signed_by(agreed, desk.second, desk)))


def draft_before(job: JobOutward, desk: JobSetup) -> JobOutward:
    """An earlier signature on the same versions is put behind the later one."""
    *_, last = job.signatures
    earlier = replace(last, id=RowId("earlier"), at=last.at - timedelta(hours=1))
    return replace(job, signatures=(*job.signatures, signed_by(earlier, desk.first, desk)))


def signed_by(row: Any, linguist: Linguist, desk: JobSetup) -> Any:
    own = replace(row, interpreter_id=linguist.interpreter.id, user_id=linguist.interpreter.user_id)
    return replace(own, signature=linguist.signer.sign(signed_bytes(own, desk.session.vault_id)).hex())


@pytest.mark.parametrize(
    "attack", [of_another, certified_by_another, agreed_with_oneself, turned_round, draft_before]
)
def test_rows_that_the_vault_would_refuse_are_refused_though_a_linguist_signed_them(
    desk: JobSetup, attack: Callable[[JobOutward, JobSetup], JobOutward]
):
    rendered(desk)

    assert "language-altered" in checked(gathered(desk), lambda job: attack(job, desk))


def test_a_dispute_that_was_taken_away_leaves_a_state_that_follows_from_the_rest(desk: JobSetup):
    """A row that is left out cannot be seen from what is left: the file says what its sender attached."""
    rendered(desk)

    assert checked(gathered(desk), without_dispute) == {"language-as-signed"}


def test_a_version_from_other_words_than_those_of_the_record_is_refused(desk: JobSetup):
    rendered(desk)

    assert "language-altered" in checked(gathered(desk), other_source)


def other_source(job: JobOutward) -> JobOutward:
    """Somebody wrote on the way that a version was made from other words."""
    first, *rest = job.versions
    version = replace(first.version, source_digest=digest_of("Other words"))
    return replace(job, versions=(replace(first, version=version), *rest))


def test_a_job_made_from_a_job_needs_that_one_beside_it(desk: JobSetup):
    chained = jobs.open_job(
        desk.session,
        asked(desk.job.interview_id, desk.second, from_job_id=desk.job.id, target_language="nl"),
    )
    side = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second, source_language="fr"))
    desk.write("Do you understand?")
    desk.write("Begrijpt u?", job=chained.id, signer=desk.second.signer)
    desk.write("Do you follow?", job=side.id, signer=desk.second.signer)
    closed(desk.session, require_interview(desk.session, desk.job.interview_id))

    assert checked(gathered(desk, desk.job.id, chained.id, side.id)) == {"language-as-signed"}
    assert checked(gathered(desk, chained.id)) == {"language-source-absent"}


def test_without_the_certificates_of_linguists_nothing_is_known(desk: JobSetup):
    rendered(desk)
    content = gathered(desk)
    bare = bundles.gather_bundle(desk.session, desk.small.case.id, options(desk, job_ids=()))

    swapped = replace(content, proof=replace(content.proof, custody_extract=bare.proof.custody_extract))

    assert checked(swapped) == {"language-unchecked"}


def with_recording(desk: JobSetup) -> ExhibitFile:
    """A certified job on a signed record with notes at a time of its recording: printed, and inward."""
    exhibit = recorded_exhibit(desk.session, desk.job.interview_id, "E-07", [("zaal.wav", b"RIFF" * 9)])
    recording(desk.session, desk.job.interview_id, exhibit)
    (file,) = registry.EXHIBIT_FILE.where(desk.session.read, "exhibit_id", exhibit.id)
    for code, text, start in (
        (v.AnnotationCode.INAUDIBLE, "A door slams.", 62_400),
        (v.AnnotationCode.DIALECT, "Inward.", 63_000),
    ):
        note = noted(
            desk, code=code, text=text, anchor=Anchor.of_time(file.id, file.sha256, start, start + 1_250)
        )
        annotations.annotate(desk.session, desk.job.id, note, signer=desk.first.signer)
    rendered(desk)
    return file


def with_exhibit(desk: JobSetup) -> BundleContent:
    chosen = options(desk, exhibit_ids=None)
    return bundles.gather_bundle(desk.session, desk.small.case.id, chosen)


def test_a_note_at_a_time_is_printed_with_its_range_after_the_notes_at_words(desk: JobSetup):
    file = with_recording(desk)

    elsewhere = printed(desk)
    whole = bundles.prepare_bundle(desk.session, desk.small.case.id, options(desk, exhibit_ids=None))
    words = " ".join(b"".join(readable(whole.pdf).values()).decode("utf-8", "replace").split())

    assert broken(desk.session, whole) == []
    assert "⁽³⁾ ? Inaudible : E-07 00:01:02.4 – 00:01:03.650: A door slams." in words
    told = (
        f"{file.sha256[-16:]}) 00:01:02.4 – 00:01:03.650: A door slams."  # a page may end within the digest
    )
    assert told.replace(" ", "") in elsewhere.replace(" ", "")
    assert "Do you understand⁽¹⁾⁽²⁾?" in words
    assert "Inward." not in words


def at_another_time(job: JobOutward) -> JobOutward:
    return with_timed(job, lambda anchor: replace(anchor, end=anchor.end + 5_000))


def with_timed(job: JobOutward, change: Callable[[Anchor], Anchor]) -> JobOutward:
    """The same with another place for the note at a time."""
    return replace(
        job,
        annotations=tuple(
            replace(each, anchor=change(each.anchor)) if each.anchor.kind is AnchorKind.TIME else each
            for each in job.annotations
        ),
    )


def in_another_file(job: JobOutward, desk: JobSetup) -> JobOutward:
    """The linguist themselves signs the note in a recording of another digest than the exhibit has."""
    changed = with_timed(job, lambda anchor: replace(anchor, digest="0" * 64))
    digests = {
        each.version.id: outward_digest(
            each,
            (*map(annotation_digest, annotations_of(each.version, changed.annotations)), *each.withheld),
            language=job.job.target_language,
        )
        for each in changed.versions
    }

    def again(row: Any) -> Any:
        named = tuple((own, digests.get(RowId(own), digest)) for own, digest in row.versions)
        return signed_by(replace(row, versions=named), desk.first, desk)

    return replace(
        changed,
        signatures=tuple(map(again, changed.signatures)),
        certificates=tuple(map(again, changed.certificates)),
    )


def test_a_note_at_a_time_is_compared_with_its_signature_and_with_the_exhibit(desk: JobSetup):
    with_recording(desk)
    content = with_exhibit(desk)

    assert checked(content) == {"language-as-signed"}
    assert "language-altered" in checked(content, at_another_time)
    assert "language-altered" in checked(content, lambda job: in_another_file(job, desk))
    assert checked(gathered(desk), lambda job: in_another_file(job, desk)) == {"language-as-signed"}


def test_a_job_that_cannot_be_printed_is_refused(desk: JobSetup):
    other = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second))
    struck = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second))
    rendered(desk)
    jobs.strike_job(desk.session, struck.id, "Opened on the wrong record")

    for job_id, error in (
        (other.id, errors.NothingToExportError),
        (struck.id, errors.StruckOutError),
        ("none", errors.NotFoundError),
    ):
        with pytest.raises(error):
            gathered(desk, job_id)


def test_a_row_that_its_linguist_did_not_sign_goes_into_no_bundle(desk: JobSetup):
    rendered(desk)
    signature = desk.work().signatures[-1]
    forged = replace(signature, id=RowId("0" * 8), signature="0" * 128)
    with past_the_list(), desk.session.work() as work:
        work.save(forged)
        work.record(desk.job.id, VaultAction.VERSIONS_SIGNED)

    with pytest.raises(errors.LanguageUnsignedError):
        gathered(desk)


def test_a_concern_for_safety_is_dealt_with_before_a_record_leaves_the_office(desk: JobSetup):
    rendered(desk)
    flag = safety.raise_safety_flag(
        desk.session, desk.job.interview_id, "She is afraid.", interpreter_id=desk.first.id
    )
    found = bundles.check_bundle(desk.session, desk.small.case.id, options(desk))
    with pytest.raises(errors.SafetyFlagOpenError):
        gathered(desk)
    assert [each.standing for each in found if each.code == "safety-open"] == [Standing.BROKEN]

    safety.read_safety_flag(desk.session, flag.id, justification="Before the export")
    safety.settle_safety_flag(desk.session, flag.id, "She is in another house.")

    assert checked(gathered(desk)) == {"language-as-signed"}
    assert b"afraid" not in gathered(desk).proof.custody_extract


def test_what_should_be_read_before_a_job_is_printed_is_told(desk: JobSetup):
    desk.write("Do you understand?")
    query = noted(desk, code=v.AnnotationCode.QUERY, text="Which lady?")
    annotations.annotate(desk.session, desk.job.id, query, signer=desk.first.signer)
    before = told(desk)
    made = desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    verdict(desk, made.id, v.VerdictKind.DISPUTES, own_text="I gave her 3,600.", reason="The verb")

    assert before == {"language-uncertified": 2, "language-left-out": 1, "language-query": 1}
    assert told(desk) == {"language-uncertified": 1, "language-contested": 1, "language-query": 1}

    desk.write("I gave 3,600 euros to Mrs Ana.", at=1)
    other_words = told(desk)
    desk.write("I paid 3,600 euros to Mrs Ana.", at=1)

    assert "language-contested-before" not in other_words
    assert told(desk)["language-contested-before"] == 1


def told(desk: JobSetup) -> dict[str, Any]:
    found = bundles.check_bundle(desk.session, desk.small.case.id, options(desk))
    return {
        each.key: each.values["count"]
        for each in found
        if each.code.startswith("language") and each.standing is Standing.UNKNOWN
    }


def test_a_translation_is_of_the_words_as_they_were_corrected_at_the_reading_back(desk: JobSetup):
    """A correction that comes after a version makes it one of an earlier source: it is rendered again."""
    said, of = desk.turns[1], desk.job.interview_id
    outdated = desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    corrected = correction(segment_id=said.id, before="3.600", after="3.500")
    confirmed = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    read_back.read_back(desk.session, of, confirmed, [*SIGNED_BY_ALL, corrected])
    state = desk.state(outdated.id)
    desk.write("I paid 3,600 euros to Mrs Ana.\n[- 3,600] [+ 3,500]", at=1)
    desk.write("Do you understand?")
    at_source = Anchor.of_text(desk.turns[0].id, "Înțelegeți?", 0, 11)
    annotations.annotate(desk.session, desk.job.id, noted(desk, anchor=at_source), signer=desk.first.signer)
    sign(desk.session, of)

    assert state is WorkState.STALE
    assert {each for each in checked(gathered(desk)) if each != "language-as-signed"} == set()
    words = printed(desk)
    assert "Avec ce qui a été corrigé à la relecture" in words
    assert "[- 3.600] [+ 3.500]" in words


def test_a_translation_of_the_words_before_their_correction_is_not_refused(
    desk: JobSetup, monkeypatch: pytest.MonkeyPatch
):
    """As an earlier version of the program gathered it: of the words, and of a rendering of them."""
    of = desk.job.interview_id
    side = jobs.open_job(desk.session, asked(of, desk.second, source_language="fr"))
    said, rendered_as = desk.turns[1], "Comprenez-vous ?"
    desk.write("Do you understand?")
    desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    desk.write("Do you follow?", job=side.id, signer=desk.second.signer)
    corrected = (
        correction(segment_id=said.id, before="3.600", after="3.500"),
        correction(segment_id=desk.turns[0].id, before=rendered_as, after="Suivez-vous ?", language="fr"),
    )
    confirmed = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    read_back.read_back(desk.session, of, confirmed, [*SIGNED_BY_ALL, *corrected])
    sign(desk.session, of)
    with monkeypatch.context() as before:
        before.setattr(SegmentInFull, "to_render", lambda each, language: each.side(language).text or "")
        content = gathered(desk, desk.job.id, side.id)

    assert [len(each.versions) for each in content.language] == [2, 1]
    assert checked(content) == {"language-before-correction"}
    assert "language-altered" in checked(content, other_text)
    assert "language-altered" in checked(content, other_source)

"""A job goes out to its translator and comes back as versions typed for them, which they sign."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.assignments import office_with_job
from tests.support.language_jobs import CHECKED, JobSetup, asked
from tests.support.offices import unlock
from tests.support.records import turn
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.language_states import WorkState
from thb_desktop.exchange.formats import ExchangeFormat, read_file
from thb_desktop.services.assignments.giving import assign
from thb_desktop.services.language import annotations, exchange, jobs, safety, versions
from thb_desktop.services.language.annotations import NewAnnotation
from thb_desktop.services.testimony import segments
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

XLIFF = ExchangeFormat.XLIFF
each_format = pytest.mark.parametrize("form", ExchangeFormat)


def sent(desk: JobSetup, form: ExchangeFormat = XLIFF, **changes: str) -> bytes:
    told = {"recipient": "J. Vertaler", "reason": "Translation for the hearing", **changes}
    (file,) = exchange.send_job(desk.session, desk.job.id, form, **told)
    return file.data


def reasons(desk: JobSetup, action: VaultAction) -> list[str]:
    """Why each act of this kind was done."""
    told = (Event.parse(each.payload) for each in chain.openings(desk.session.read) if each is not None)
    return [each.reason for each in told if each.action == action]


def rewritten(data: bytes, form: ExchangeFormat, old: str, new: str) -> bytes:
    """A file in which its translator changed a text."""
    if form is XLIFF:
        assert old in data.decode()
        return data.decode().replace(old, new, 1).encode()
    part = "word/document.xml" if form is ExchangeFormat.DOCX else "xl/worksheets/sheet1.xml"
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w") as written:
        for name in archive.namelist():
            text = archive.read(name).decode()
            assert name != part or old in text
            written.writestr(name, text.replace(old, new, 1) if name == part else text)
    return target.getvalue()


@each_format
def test_a_new_wording_becomes_the_next_version_of_its_author_typed_by_the_user(
    desk: JobSetup, form: ExchangeFormat
):
    first = desk.write("Do you?")
    desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    data = rewritten(sent(desk, form), form, "Do you?", "Do you understand?")

    imported = exchange.import_versions(desk.session, desk.job.id, data, form)

    (made,) = imported.versions
    assert (made.segment_id, made.number, made.text) == (first.segment_id, 2, "Do you understand?")
    assert (made.author_id, made.typed_by) == (desk.first.id, desk.session.user.id)
    assert made.source_digest == first.source_digest
    assert (desk.state(first.id), desk.state(made.id)) == (WorkState.SUPERSEDED, WorkState.UNSIGNED)
    assert (imported.remarks, imported.findings) == ((), ())


def test_a_wording_that_was_sent_out_does_not_take_the_place_of_one_that_was_signed_since(desk: JobSetup):
    """The translator changed the other turn alone; this one is in the file as it was sent."""
    desk.write("Do you?")
    other = desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    data = rewritten(sent(desk), XLIFF, "I paid 3,600 euros to Mrs Ana.", "I gave 3,600 euros to Mrs Ana.")
    signed = desk.write("Do you understand?")

    imported = exchange.import_versions(desk.session, desk.job.id, data, XLIFF)

    assert [(each.segment_id, each.text) for each in imported.versions] == [
        (other.segment_id, "I gave 3,600 euros to Mrs Ana.")
    ]
    assert [(each.key, each.values["number"]) for each in imported.findings] == [
        ("exchange-target.earlier", 1)
    ]
    assert desk.state(signed.id) is WorkState.SELF_CHECKED


def test_an_import_is_one_event_with_the_digest_of_the_file_and_a_sending_one_with_its_recipient(
    desk: JobSetup,
):
    data = sent(desk)
    filled = data.decode().replace("</source>\n", "</source>\n<target>Yes.</target>\n").encode()

    imported = exchange.import_versions(desk.session, desk.job.id, filled, XLIFF)

    assert len(imported.versions) == 2
    assert reasons(desk, VaultAction.VERSIONS_IMPORTED) == [f"SHA-256 {hashlib.sha256(filled).hexdigest()}"]
    assert reasons(desk, VaultAction.LANGUAGE_JOB_SENT) == [
        f"Translation for the hearing (J. Vertaler; SHA-256 {hashlib.sha256(data).hexdigest()})"
    ]


def test_what_a_file_claims_of_revision_and_certification_is_told_and_not_believed(desk: JobSetup):
    desk.write("Do you?")
    data = rewritten(sent(desk), XLIFF, "Do you?", "Do you understand?")
    claimed = rewritten(
        data, XLIFF, 'state="translated" subState="thb:selfChecked"', 'state="final" subState="thb:certified"'
    )

    imported = exchange.import_versions(desk.session, desk.job.id, claimed, XLIFF)

    assert desk.state(imported.versions[0].id) is WorkState.UNSIGNED
    assert [each.key for each in imported.findings] == ["exchange-state.claimed"]


def test_the_author_signs_what_was_imported(desk: JobSetup):
    desk.write("Do you?")
    data = rewritten(sent(desk), XLIFF, "Do you?", "Do you understand?")
    imported = exchange.import_versions(desk.session, desk.job.id, data, XLIFF)

    versions.sign_versions(
        desk.session, desk.job.id, imported.versions, state=CHECKED, signer=desk.first.signer
    )

    assert desk.state(imported.versions[0].id) is WorkState.SELF_CHECKED


def test_a_file_without_new_words_writes_nothing(desk: JobSetup):
    desk.write("Do you?")
    data = sent(desk)

    imported = exchange.import_versions(desk.session, desk.job.id, data, XLIFF)
    emptied = exchange.import_versions(
        desk.session,
        desk.job.id,
        rewritten(data, XLIFF, "<target>Do you?</target>\n", "").replace(
            b'"translated" subState="thb:selfChecked"', b'"initial" subState="thb:untouched"'
        ),
        XLIFF,
    )

    assert imported.versions == emptied.versions == ()
    assert [each.key for each in emptied.findings] == ["exchange-target.emptied"]
    assert reasons(desk, VaultAction.VERSIONS_IMPORTED) == []


def one_more_turn(desk: JobSetup, text: str = "Da.", **changes: str) -> None:
    interview = registry.INTERVIEW.find(desk.session.read, desk.job.interview_id)
    assert interview is not None
    turn(desk.session, interview, text, **changes)


def strike_the_second(desk: JobSetup) -> None:
    segments.strike_segment(desk.session, desk.turns[1].id, "entered twice")


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (
            lambda desk: segments.set_source(desk.session, desk.turns[0].id, "Altă întrebare?"),
            errors.UnitSourceOutdatedError,
        ),
        (
            lambda desk: segments.strike_segment(desk.session, desk.turns[1].id, "twice"),
            errors.UnitsUnknownError,
        ),
        (one_more_turn, errors.UnitsMissingError),
        (lambda desk: jobs.close_job(desk.session, desk.job.id, "done"), errors.JobClosedError),
    ],
)
def test_a_record_that_changed_meanwhile_refuses_the_whole_file(
    desk: JobSetup, change: Callable[[JobSetup], object], refusal: type[errors.ThbError]
):
    data = sent(desk).decode().replace("</source>\n", "</source>\n<target>Yes.</target>\n").encode()
    change(desk)

    with pytest.raises(refusal):
        exchange.import_versions(desk.session, desk.job.id, data, XLIFF)

    assert desk.work().versions == ()


def test_a_file_of_another_job_is_refused(desk: JobSetup):
    other = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second, target_language="nl"))
    (file,) = exchange.send_job(desk.session, other.id, XLIFF, recipient="x", reason="y")

    with pytest.raises(errors.OfKnownJobError) as refusal:
        exchange.import_versions(desk.session, desk.job.id, file.data, XLIFF)

    assert refusal.value.named == {"job": other.number}


def test_a_file_of_a_job_of_another_vault_is_refused_once_and_not_turn_by_turn(desk: JobSetup):
    foreign = sent(desk).decode().replace(f"{desk.job.id}.", "0198c0de-0000-7000-8000-00000000000a.")

    review = exchange.review_file(desk.session, desk.job.id, read_file(foreign.encode(), XLIFF))

    assert [(type(each), each.named) for each in review.refused] == [
        (errors.ExchangeJobError, {"place": "1"})
    ]


@each_format
def test_a_file_of_another_linguists_job_on_the_same_record_is_refused(desk: JobSetup, form: ExchangeFormat):
    other = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second))
    desk.write("Do you?", job=other.id, signer=desk.second.signer)
    (file,) = exchange.send_job(desk.session, other.id, form, recipient="x", reason="y")
    theirs = rewritten(file.data, form, "Do you?", "Do you understand?")

    with pytest.raises(errors.ExchangeJobError) as refusal:
        exchange.import_versions(desk.session, desk.job.id, theirs, form)

    assert refusal.value.named == {"job": other.number}
    assert desk.work().versions == ()
    assert len(exchange.import_versions(desk.session, other.id, theirs, form).versions) == 1


@each_format
def test_a_row_of_another_job_within_a_file_of_this_one_is_refused(desk: JobSetup, form: ExchangeFormat):
    other = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second))
    mixed = rewritten(sent(desk, form), form, f"{desk.job.id}.", f"{other.id}.")

    with pytest.raises(errors.ExchangeJobError):
        exchange.compare_file(desk.session, desk.job.id, mixed, form)


def test_annotations_go_out_with_their_places_and_new_notes_come_back_for_a_person(desk: JobSetup):
    made = desk.write("Do you?")
    source = desk.work().sources[desk.turns[0].id]
    for of, text in ((desk.turns[0].id, source), (made.id, made.text)):
        noted = NewAnnotation(
            segment_id=desk.turns[0].id,
            anchor=Anchor.of_text(of, text, 0, 2),
            code=v.AnnotationCode.REGISTER,
            basis=v.AnnotationBasis.KNOWLEDGE,
            language="en",
            text=f"On {text[:2]}.",
        )
        annotations.annotate(desk.session, desk.job.id, noted, signer=desk.first.signer)
    data = sent(desk).decode()
    asked_back = data.replace("</notes>", '<note category="QUERY">Which one?</note></notes>', 1)

    imported = exchange.import_versions(desk.session, desk.job.id, asked_back.encode(), XLIFF)

    assert data.count('type="comment"') == 2
    assert 'category="REGISTER">On Do.<' in data
    (remark,) = imported.remarks
    assert (remark.unit.notes[-1].code, remark.unit.notes[-1].text) == ("QUERY", "Which one?")
    assert imported.versions == ()


def test_what_is_sealed_never_goes_out(desk: JobSetup):
    safety.raise_safety_flag(
        desk.session, desk.job.interview_id, "afraid of somebody outside", interpreter_id=desk.first.id
    )

    data = sent(desk).decode()

    assert "afraid" not in data
    assert "SAFETY_FLAG" not in data


def test_sending_wants_a_recipient_and_a_reason_and_the_right_to_release(desk: JobSetup):
    for told in ({"recipient": " "}, {"reason": ""}):
        with pytest.raises(errors.ReasonMissingError):
            sent(desk, **told)

    assert reasons(desk, VaultAction.LANGUAGE_JOB_SENT) == []


def test_a_job_in_the_hands_of_its_linguist_neither_goes_out_nor_comes_in(tmp_path: Path):
    given = office_with_job(tmp_path / "office.thbvault")
    with closing(unlock(tmp_path / "office.thbvault")) as session:
        (file,) = exchange.send_job(session, given.job.id, XLIFF, recipient="x", reason="y")
        assign(session, given.job.id)

        with pytest.raises(errors.JobAssignedError):
            exchange.import_versions(session, given.job.id, file.data, XLIFF)
        with pytest.raises(errors.JobAssignedError):
            exchange.send_job(session, given.job.id, XLIFF, recipient="x", reason="y")


def test_turns_of_several_languages_go_out_as_one_file_each(desk: JobSetup):
    one_more_turn(desk, "Oui.", language="fr")

    files = exchange.send_job(desk.session, desk.job.id, XLIFF, recipient="x", reason="y")

    assert [each.name for each in files] == ["T-01-ro-en.xlf", "T-01-fr-en.xlf"]
    accepted = exchange.compare_file(desk.session, desk.job.id, files[1].data, XLIFF)
    assert [each.sent.source for each in accepted.units] == ["Oui."]

"""Words masked in what a linguist signed: they leave in no byte, and every other turn is verified."""

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.services.bundling.test_certified_renderings import closed
from tests.services.bundling.test_versions import ORDER, drawn_up
from tests.services.language.test_certificates import certify
from tests.services.language.test_revision import verdict
from tests.services.language.test_versions import noted
from tests.support.attached_records import check_listed
from tests.support.language_jobs import JobSetup
from tests.support.language_jobs import desk as begun
from tests.support.leaks import leaks, readable
from tests.support.offices import Small
from tests.support.packages import opened, recorded
from tests.support.second_person import ALONE
from tests.support.strangers import checked_by_script
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.disclosure import Disclosure
from thb_desktop.domain.ids import AgentId, DisclosureId, InterpreterId, JobId, RowId, SegmentId
from thb_desktop.domain.language_outward import TEXT, JobOutward, RemarkKind
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.redaction_marks import LIST
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.errors import RedactionPlaceError, RedactionStaleError, WordsLeftError
from thb_desktop.findings import Standing
from thb_desktop.ledger import canonical
from thb_desktop.ledger.language_parts import signed_part_digest, without
from thb_desktop.ledger.language_work import (
    outward_bytes,
    outward_digest,
    read_outward,
    told_digest,
    version_digest,
)
from thb_desktop.report.attachments import redactions_told
from thb_desktop.report.parts.logical_text import record_path
from thb_desktop.services.bundling import bundles, maskable, redactions
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.core.login import root_certificate, root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.language import annotations
from thb_desktop.services.packaging import packages, register
from thb_desktop.services.packaging.package_files import case_graph
from thb_desktop.services.testimony.records import require_interview
from thb_desktop.verify.bundle.manifest import Record
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.verify.run import Request, check_file
from thb_desktop.verify.version import _check_jobs, check_version

FROZEN = "6b0d85ec5ff5c53c9c37944c5f8d7524331a81a1c37e7bce8d48f4bac8ec9a66"
FROZEN_TREE = "99ed9c0450d4eb1a945f8d66d285f3223ce808ee5b524539f4b87cf7a2757fcb"
SAID = "I paid 3,600 euros to Mrs Ana."


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    """A certified translation of two turns; the second names somebody, and notes quote the name."""
    with begun(session, small) as found:
        found.write("Do you understand?")
        second = found.write(SAID, at=1)
        for text, start, end in (("Said softly.", 26, 29), ("Of her, Ana.", 2, 6), ("Polite form.", 7, 12)):
            note = noted(
                found,
                segment_id=found.turns[1].id,
                text=text,
                anchor=Anchor.of_text(second.id, second.text, start, end),
            )
            annotations.annotate(found.session, found.job.id, note, signer=found.first.signer)
        certify(found)
        closed(session, require_interview(session, found.job.interview_id))
        yield found


def options(desk: JobSetup, disclosure: DisclosureId | None = None) -> BundleOptions:
    return BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution",
        recipient="Somebody",
        interview_ids=(desk.job.interview_id,),
        exhibit_ids=(),
        job_ids=(desk.job.id,),
        released_with=ALONE,
        disclosure_id=disclosure,
        transfer=AT_HOME,
    )


def masked(desk: JobSetup) -> Disclosure:
    disclosure = drawn_up(desk.session, desk.small)
    redactions.redact_everywhere(desk.session, disclosure.id, "Ana", ORDER)
    return disclosure


def gathered(desk: JobSetup, disclosure: Disclosure) -> BundleContent:
    return bundles.gather_bundle(desk.session, desk.small.case.id, options(desk, disclosure.id))


def pdf(desk: JobSetup, disclosure: Disclosure | None = None) -> bytes:
    asked = options(desk, disclosure.id if disclosure else None)
    return bundles.prepare_bundle(desk.session, desk.small.case.id, asked).pdf


def findings(session: Session, data: bytes) -> dict[str, Standing]:
    found = check_pdf(data, trusted_roots=[root_certificate(session.office_record)])
    return {each.code: each.standing for each in found}


@pytest.mark.requirement("SR-36")
def test_the_graph_tells_the_translation_and_nothing_that_the_version_masks(desk: JobSetup):
    whole, version = pdf(desk), pdf(desk, masked(desk))

    for data in (whole, version):
        graph = json.loads(case_graph(data, ()))["@graph"]
        by_id = {each["@id"]: each.get("uco-core:name") for each in graph}
        (told,) = [each for each in graph if "thb:Translation" in each["@type"]]
        assert told["uco-core:name"] == desk.job.number
        assert told["thb:toLanguage"] == desk.job.target_language
        assert by_id[told["uco-action:performer"]["@id"]] == desk.first.interpreter.code
        assert by_id[told["uco-action:object"][0]["@id"]] == "I-01"
        assert told["thb:turn"] == [each.id for each in desk.turns[:2]]

    assert leaks(["Ana", SAID, "3,600"], {"text: graph": case_graph(version, ())}) == []
    assert leaks([SAID, "Do you understand", "Polite"], {"text: graph": case_graph(whole, ())}) == []


@pytest.mark.requirement("SR-36")
def test_a_masked_word_of_a_signed_translation_is_in_no_byte_and_all_else_is_verified(desk: JobSetup):
    whole, version = pdf(desk), masked(desk)

    shown = pdf(desk, version)

    (job,) = gathered(desk, version).language
    first, second = job.versions
    text = " ".join(readable(shown)["text: drawn -raw"].decode().split())
    assert {word for word, _ in leaks(("Ana",), readable(whole))} == {"Ana"}
    assert leaks(("Ana",), readable(shown)) == []
    assert second.version.text == "I paid 3,600 euros to Mrs ⟦R-002 THIRD_PARTY⟧."
    assert (second.hides_text, second.hides_source, second.version.source_digest) == (True, True, "")
    assert not first.unshown
    assert [each.text for each in job.annotations] == []
    assert "I paid 3,600 euros to Mrs ⟦R-002 THIRD_PARTY⟧." in text
    assert f"T-01, {label(desk)} / en / Ioana Vertaler" in text
    assert "Sa signature porte sur une empreinte" in text
    found = findings(desk.session, shown)
    assert found["language-as-signed"] is found["language-masked"] is Standing.HOLDS
    assert "redactions-as-listed" in found
    assert Standing.BROKEN not in found.values()
    assert [each.code for each in check_version(shown, whole)] == ["masked-parts-as-whole"]


@pytest.mark.requirement("SR-36")
def test_no_byte_of_a_sealed_package_has_the_masked_word_and_a_stranger_checks_its_bundle(
    desk: JobSetup, tmp_path: Path
):
    session, root = desk.session, root_certificate(desk.session.office_record)
    addressee, _ = recorded(session, tmp_path)
    prepared = bundles.prepare_bundle(session, desk.small.case.id, options(desk, masked(desk).id))
    bundles.sign_bundle(session, prepared, tmp_path / "version.pdf", second=ALONE)
    whole = bundles.prepare_bundle(session, desk.small.case.id, options(desk))

    known = register.list_recipients(session)
    recipients = tuple(each.id for each in known if each.kind is v.RecipientKind.ADDRESSEE)
    asked = packages.PackageOptions(recipients=recipients, identities_because="Needed there")
    published = packages.read_bundle(tmp_path / "version.pdf")
    laid_out = packages.lay_out_package(packages.gather_package(session, published, asked))
    packages.make_package(session, laid_out, tmp_path / "sent", second=ALONE)

    container = opened(tmp_path / "sent", tmp_path / "package.asice", addressee)
    with zipfile.ZipFile(container) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    texts = [inside, *(readable(data) for name, data in inside.items() if name.endswith(".pdf"))]
    assert [name for name in inside if name.endswith(".pdf")]
    assert [found for each in texts for found in leaks(("Ana",), each)] == []
    assert leaks(("Ana",), readable(whole.pdf)) != []
    place = tmp_path / "stranger"
    place.mkdir()
    code, said = checked_by_script((tmp_path / "version.pdf").read_bytes(), root, place)
    assert code == 0, said
    trusted = tmp_path / "root.pem"
    trusted.write_text(root_pem(session.office_record))
    told = check_file(Request(file=container, roots=(trusted,)))
    assert [each for each in told if each.standing is Standing.BROKEN] == []


def label(desk: JobSetup) -> str:
    """The printed label of the turn in which the name stands."""
    return next(
        each.place
        for each in maskable.list_maskable(desk.session, drawn_up(desk.session, desk.small).id)
        if each.entity == "rendering_version" and each.text == SAID
    )


def checked(content: BundleContent, change: Callable[[JobOutward], JobOutward] = lambda job: job) -> set[str]:
    """What the verifier says against the attached translation, after somebody changed it on the way."""
    assert content.version is not None
    listed, files = [], {LIST: canonical.encode(redactions_told(content.version))}
    for each in content.proof.records:
        data, digest = each.data, each.sha256
        if each.kind == "language":
            data = outward_bytes(change(read_outward(data)))
            digest = sha256(data).hexdigest()
        files[record_path(each)] = data
        listed.append(Record(each.kind, each.number, record_path(each), digest))
    found = check_listed(listed, files, content.proof.custody_extract)
    return {each.key for each in found if each.standing is Standing.BROKEN}


def version_at(job: JobOutward, at: int, **changes: Any) -> JobOutward:
    versions = [*job.versions]
    versions[at] = replace(versions[at], **changes)
    return replace(job, versions=tuple(versions))


def other_words(job: JobOutward, at: int) -> JobOutward:
    told = job.versions[at]
    return version_at(job, at, version=replace(told.version, text=f"{told.version.text} No."))


def swapped(job: JobOutward) -> JobOutward:
    """The digests of what is masked, exchanged."""
    (text, source) = (digest for _, digest in sorted(job.versions[1].unshown, reverse=True))
    return version_at(job, 1, unshown=(("source", text), ("text", source)))


def without_nonce(job: JobOutward, at: int) -> JobOutward:
    return version_at(job, at, nonces=job.versions[at].nonces[1:])


def hidden(job: JobOutward) -> JobOutward:
    """A text that nobody masked, as a digest with other words beside it."""
    told = replace(job.versions[0], unshown=(("text", signed_part_digest(job.versions[0], TEXT)),))
    told = replace(told, nonces=tuple(each for each in told.nonces if each[0] != "text"))
    return replace(other_words(replace(job, versions=(told, job.versions[1])), 0))


def without_source(job: JobOutward) -> JobOutward:
    """The digest of the source of a turn of which nothing is masked, left out."""
    told = without(job.versions[0], ("source",), language=job.job.target_language)
    told = replace(told, version=replace(told.version, source_digest=""))
    return replace(job, versions=(told, job.versions[1]))


@pytest.mark.requirement("SR-36")
def test_whoever_changes_a_masked_translation_on_the_way_is_found(desk: JobSetup):
    content = gathered(desk, masked(desk))
    attacks: dict[str, tuple[Callable[[JobOutward], JobOutward], str]] = {
        "another turn": (lambda job: other_words(job, 0), "language-altered"),
        "swapped digests": (swapped, "language-altered"),
        "no nonce": (lambda job: without_nonce(job, 0), "language-altered"),
        "no nonce of the masked one": (lambda job: without_nonce(job, 1), "language-altered"),
        "no parts": (
            lambda job: version_at(job, 1, nonces=(), unshown=()),
            "redactions-not-as-listed.record",
        ),
        "another author": (
            lambda job: version_at(job, 1, version=replace(job.versions[1].version, number=7)),
            "language-altered",
        ),
        "a text hidden that is not listed": (hidden, "redactions-not-as-listed.record"),
        "a source hidden of which nothing is masked": (without_source, "language-altered"),
        "words in the place of the mark": (
            lambda job: version_at(job, 1, version=replace(job.versions[1].version, text=SAID)),
            "redactions-not-as-listed.record",
        ),
    }

    found = {name: checked(content, attack) for name, (attack, _) in attacks.items()}

    assert checked(content) == set()
    assert {name: code in found[name] for name, (_, code) in attacks.items()} == dict.fromkeys(attacks, True)


def test_words_around_a_mark_are_those_of_the_bundle_and_the_whole_shows_it(desk: JobSetup):
    version = masked(desk)
    (job,) = gathered(desk, version).language
    (whole,) = bundles.gather_bundle(desk.session, desk.small.case.id, options(desk)).language

    found = [*_check_jobs({"T-01": other_words(job, 1)}, {"T-01": whole})]

    assert checked(gathered(desk, version), lambda job: other_words(job, 1)) == set()
    assert [each.kind for each in job.withheld] == [RemarkKind.NOTE] * 2  # it quotes the words, or says them
    assert [each.code if each else None for each in found] == ["masked-part-altered", None, None]


def test_the_digest_of_a_masked_version_cannot_be_guessed_from_what_is_shown(desk: JobSetup):
    (job,) = gathered(desk, masked(desk)).language
    guess = replace(job.versions[1].version, text=SAID, source_digest=digest_of(desk.turns[1].source_text))
    signed = dict(job.certificates[0].versions)[guess.id]

    tried = {
        told_digest(replace(guess, salt=salt), job.versions[1].withheld, language="en")
        for salt in ("", "0" * 64, *(nonce for _, nonce in job.versions[1].nonces))
    }

    assert signed not in tried
    assert signed == outward_digest(job.versions[1], job.versions[1].withheld, language="en")


def mask_once(desk: JobSetup, disclosure: Disclosure, entity: str, words: str) -> str:
    """Mask words in one table alone; return the place of the turn."""
    (said,) = (
        each
        for each in maskable.list_maskable(desk.session, disclosure.id)
        if each.entity == entity and words in each.text
    )
    at = said.text.index(words)
    where = {"entity": entity, "row": said.row, "field": said.field, "start": at, "end": at + len(words)}
    redactions.redact_words(desk.session, disclosure.id, **where, order=ORDER)  # type: ignore[arg-type]
    return said.place


@pytest.mark.parametrize(("masked_in", "left_in"), [("segment", "T-01"), ("rendering_version", "I-01")])
def test_a_name_that_is_masked_in_the_record_or_the_translation_alone_stops_the_bundle_at_the_other(
    desk: JobSetup, masked_in: str, left_in: str
):
    disclosure = drawn_up(desk.session, desk.small)

    place = mask_once(desk, disclosure, masked_in, "Ana")

    with pytest.raises(WordsLeftError) as refusal:
        gathered(desk, disclosure)
    assert refusal.value.places == (f"{left_in}, {place}",)
    checks = bundles.check_bundle(desk.session, desk.small.case.id, options(desk, disclosure.id))
    assert "words-left" in {each.code for each in checks}


def test_a_translation_without_the_masked_word_is_verified_as_a_whole_but_for_its_source(desk: JobSetup):
    disclosure = drawn_up(desk.session, desk.small)
    mask_once(desk, disclosure, "segment", "doamnei")

    shown = pdf(desk, disclosure)

    (job,) = gathered(desk, disclosure).language
    assert [(each.hides_text, each.hides_source) for each in job.versions] == [(False, False), (False, True)]
    assert job.versions[1].version.text == SAID
    assert len(job.annotations) == 3
    found = findings(desk.session, shown)
    assert found["language-as-signed"] is found["language-source-masked"] is Standing.HOLDS
    assert "language-masked" not in found
    assert Standing.BROKEN not in found.values()
    (whole,) = bundles.gather_bundle(desk.session, desk.small.case.id, options(desk)).language
    other = replace(whole.versions[1].version, source_digest=digest_of("Other words"))
    told = (whole, version_at(whole, 1, version=other), job)
    compared = [[*_check_jobs({"T-01": job}, {"T-01": each})] for each in told]
    assert [[each.code if each else None for each in found] for found in compared] == [
        [None],
        ["masked-part-altered"],
        ["whole-part-absent"],
    ]


def test_a_dispute_that_says_the_masked_word_stops_the_bundle(desk: JobSetup):
    disclosure = masked(desk)
    second = desk.work().newest()[desk.turns[1].id]

    verdict(desk, second.id, v.VerdictKind.DISPUTES, own_text="I gave Ana 3,600.", reason="The verb")

    with pytest.raises(WordsLeftError):
        gathered(desk, disclosure)


def test_a_later_version_of_a_masked_one_stops_the_bundle(desk: JobSetup):
    disclosure = masked(desk)

    desk.write("I paid 3,600 to Mrs Ana.", at=1)

    with pytest.raises(RedactionStaleError):
        gathered(desk, disclosure)


def test_a_translation_that_was_signed_as_a_whole_is_left_out_and_told(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    """As an earlier version of the program wrote and signed it: without a salt."""
    with begun(session, small) as found:
        with monkeypatch.context() as before:
            before.setattr(UnitOfWork, "new_salt", lambda _: "")
            found.write("Do you understand?")
            second = found.write(SAID, at=1)
        certify(found)
        closed(session, require_interview(session, found.job.interview_id))
        whole = bundles.gather_bundle(session, small.case.id, options(found))
        unmasked = findings(session, pdf(found))
        disclosure = masked(found)

        shown = pdf(found, disclosure)

        checks = bundles.check_bundle(session, small.case.id, options(found, disclosure.id))
        with pytest.raises(RedactionPlaceError):
            redactions.redact_words(
                session,
                disclosure.id,
                entity="rendering_version",
                row=second.id,
                field="text",
                start=0,
                end=3,
                order=ORDER,
            )
    (record,) = (each for each in whole.proof.records if each.kind == "language")
    text = " ".join(readable(shown)["text: drawn -raw"].decode().split())
    assert record.data.startswith(b'{"format":"thb-language-job/1"')
    assert whole.language[0].versions[0].nonces == ()
    assert unmasked["language-as-signed"] is Standing.HOLDS
    assert Standing.BROKEN not in unmasked.values()
    assert leaks(("Ana",), readable(shown)) == []
    assert "signé en entier des interventions masquées : T-01" in text
    assert "translation-signed-whole" in {each.code for each in checks}
    assert Standing.BROKEN not in findings(session, shown).values()


def test_what_was_signed_before_keeps_its_digest():
    version = RenderingVersion(
        id=RowId("v"),
        job_id=JobId("j"),
        segment_id=SegmentId("s"),
        number=1,
        text="Da",
        source_digest="0" * 64,
        author_id=InterpreterId("i"),
        typed_by=AgentId("u"),
        typed_at=datetime(2026, 1, 1, tzinfo=UTC),
    )

    assert version_digest(version, (), language="ro") == FROZEN
    assert version_digest(replace(version, salt="ab" * 32), (), language="ro") == FROZEN_TREE

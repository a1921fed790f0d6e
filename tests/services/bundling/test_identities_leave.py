"""A bundle that tells a sealed identity: refused, or signed with a reason that is recorded."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.offices import copy_of, unlock
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop import words
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.people import Identity
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import (
    IdentityInBundleError,
    LaidOutBeforeError,
    LeavingBarredError,
    NotAllowedError,
    NotSearchedError,
)
from thb_desktop.findings import Where
from thb_desktop.services.bundling import bundles, identity_register
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits, leaving
from thb_desktop.services.office import consultations
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.tables import registry

HEARD = "The court hears the witness"
NUMBER = "0700000016"
"""A contact that is sealed with the identity of V-01; they told it when they were heard."""


@pytest.fixture
def session(sample_office: Path, tmp_path: Path) -> Iterator[Session]:
    session = unlock(copy_of(sample_office, tmp_path / "copy.thbvault"))
    yield session
    session.close()


@pytest.fixture
def case(session: Session) -> CaseId:
    return next(each.case.id for each in cases.list_cases(session) if each.case.reference == "DEMO-A-PERLA")


def options(session: Session, case: CaseId, **changes: str) -> bundles.BundleOptions:
    held = [each.interview.id for each in interviews.list_interviews(session, case)]
    return replace(
        bundles.BundleOptions(
            languages=("fr",),
            purpose="Execution of EIO-1",
            recipient="DIICOT",
            interview_ids=tuple(held[:1]),
            exhibit_ids=(),
            released_with=ALONE,
            transfer=AT_HOME,
        ),
        **changes,
    )


def sentence_in(language: str, error: IdentityInBundleError) -> str:
    """As the window says it in this language."""
    return words.refusal(error.code, language).format(places=words.places(error.places, language))


def prepared(session: Session, case: CaseId, **changes: str) -> bundles.PreparedBundle:
    return bundles.prepare_bundle(session, case, options(session, case, **changes))


def test_a_bundle_that_tells_a_sealed_identity_is_refused_with_the_places_alone(
    session: Session, case: CaseId
):
    with pytest.raises(IdentityInBundleError) as refusal:
        prepared(session, case)

    places = refusal.value.places
    assert "page" in {part.kind for part, _ in places if isinstance(part, Where)}
    assert {person for _, person in places} >= {"V-01"}
    assert "page" not in sentence_in("ar", refusal.value)
    assert "الصفحة" in sentence_in("ar", refusal.value)
    assert NUMBER not in str(refusal.value).replace(" ", "")
    log = {(each.kind, each.subject) for each in consultations.list_consultations(session)}
    heard = next(each.id for each in people.list_persons(session, case) if each.code == "V-01")
    assert (Consulted.ADDRESSES_COMPARED, heard) in log


def test_the_refusal_names_the_fields_that_tell_it_before_the_pages_and_no_data_behind_them(
    session: Session, case: CaseId
):
    person = next(each for each in people.list_persons(session, case) if each.code == "V-01")
    first = next(each for each in exhibits.list_exhibits(session, case) if each.exhibit.number == "E-01")
    corrections.correct(session, replace(first.exhibit, source=f"Seen with {NUMBER}"), "As the label says")

    chosen = replace(options(session, case), exhibit_ids=(first.exhibit.id,))
    with pytest.raises(IdentityInBundleError) as refusal:
        bundles.prepare_bundle(session, case, chosen)

    own = [part for part, whose in refusal.value.places if whose == person.code]
    kinds = [part.kind for part in own if isinstance(part, Where)]
    assert [*dict.fromkeys(kinds)] == ["field", "page"]
    said = {language: sentence_in(language, refusal.value) for language in ("en", "fr", "ar")}
    assert "I-01, 7 A, original (V-01); " in said["en"]
    for language in ("en", "fr"):
        assert f"E-01, {words.field_name('exhibit.source', language)} (V-01)" in said[language]
    assert not any("(object" in each or "objet" in each for each in said.values())
    assert NUMBER not in said["en"].replace(" ", "")


def test_with_a_reason_it_is_signed_and_the_reason_is_recorded(
    session: Session, case: CaseId, tmp_path: Path
):
    made = prepared(session, case, identities_because=HEARD)

    assert {each.code for each in made.findings} == {"identity-leaves"}
    assert "identity-leaves.page" in {each.key for each in made.findings}
    assert not any("part" in each.values for each in made.findings)
    bundle = bundles.sign_bundle(session, made, tmp_path / "a.pdf", second=ALONE)
    kept = registry.BUNDLE.find(session.read, bundle.id)
    assert kept is not None
    assert (kept.identities_because, kept.unsearched_because) == (HEARD, "")


def test_an_identity_that_was_sealed_or_changed_since_lays_it_out_again(
    session: Session, case: CaseId, tmp_path: Path
):
    made = prepared(session, case, identities_because=HEARD)
    person = next(each for each in people.list_persons(session, case) if each.code == "V-01")
    told = Identity(person_id=person.id, name="Someone Else", contacts=("0476 12 34 56",))
    corrections.correct_identity(session, told, "They told it today")

    with pytest.raises(LaidOutBeforeError):
        bundles.sign_bundle(session, made, tmp_path / "a.pdf", second=ALONE)

    assert not (tmp_path / "a.pdf").exists()
    with pytest.raises(IdentityInBundleError):  # what was sealed before is looked for too
        prepared(session, case)


def test_what_comes_while_it_is_signed_stops_it(session: Session, case: CaseId, tmp_path: Path):
    """Between the approval and the record: an identity that is sealed anew, and a bar."""
    person = next(each for each in people.list_persons(session, case) if each.code == "V-01")
    told = Identity(person_id=person.id, name="Someone Else", contacts=("0476 12 34 56",))
    first = signing(session, case, tmp_path)
    corrections.correct_identity(session, told, "They told it today")
    with pytest.raises(LaidOutBeforeError):
        bundles.publish_bundle(session, *first)
    second = signing(session, case, tmp_path)
    (exhibit,) = (each.exhibit for each in second[0].prepared.content.exhibits)
    leaving.bar_exhibit(session, exhibit.id, BarKind.NO_DISCLOSURE, "Found since")
    before = session.journal.size

    with pytest.raises(LeavingBarredError) as refusal:
        bundles.publish_bundle(session, *second)

    assert refusal.value.named == {"numbers": exhibit.number}
    assert (session.journal.size, [*tmp_path.glob("a.pdf*")]) == (before, [])


def signing(session: Session, case: CaseId, place: Path) -> tuple[bundles.Signing, bytes]:
    """A bundle that is approved and signed, and not recorded yet."""
    held = next(
        each.exhibit.id for each in exhibits.list_exhibits(session, case) if each.exhibit.number == "E-10"
    )
    chosen = replace(options(session, case, identities_because=HEARD), interview_ids=(), exhibit_ids=(held,))
    made = bundles.prepare_bundle(session, case, chosen)
    begun = bundles.begin_signing(session, made, place / "a.pdf", second=ALONE)
    return begun, begun.signed()


def test_without_the_key_it_is_signed_only_with_a_reason(
    session: Session, case: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def shut(*_: object) -> None:
        raise NotAllowedError("the key is held by others")

    monkeypatch.setattr(identity_register, "open_identity", shut)
    silent = prepared(session, case)

    assert [each.key for each in silent.findings] == ["not-searched.no-key"]
    with pytest.raises(NotSearchedError) as refusal:
        bundles.sign_bundle(session, silent, tmp_path / "a.pdf", second=ALONE)
    assert refusal.value.named == {"numbers": silent.content.release.number}

    reasoned = prepared(session, case, unsearched_because="The registry compared it")
    bundle = bundles.sign_bundle(session, reasoned, tmp_path / "a.pdf", second=ALONE)
    assert bundle.unsearched_because == "The registry compared it"

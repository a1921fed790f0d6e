"""What leaves and what stays: bars, sealed identities, what is gone, and who stops a package."""

import json
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.offices import copy_of, unlock
from tests.support.packages import ORDERED, Sending, again, bundled, opened, sending
from tests.support.second_person import ALONE, approval
from tests.support.transfers import AT_HOME
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.leaving import KEEPS_HERE
from thb_desktop.domain.people import Identity
from thb_desktop.domain.vocabulary import BarKind, CustodyAction, RedactionReason, TwoPersonAct, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    ApprovalForeignError,
    BarStaysError,
    BundleForeignError,
    CancelledError,
    ChangeUncertainError,
    ContentDamagedError,
    ExhibitGoneError,
    ExhibitMaskedError,
    IdentityInFileError,
    LeavingBarredError,
    NotFoundError,
    ReasonMissingError,
    RecipientMissingError,
    ThbError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.bundling import bundles, disclosures, redactions
from thb_desktop.services.bundling.disclosures import DisclosureDraft
from thb_desktop.services.bundling.redactions import Order
from thb_desktop.services.casework import corrections
from thb_desktop.services.evidence import custody, custody_acts, exhibit_files, leaving
from thb_desktop.services.office import users
from thb_desktop.services.packaging import (
    continuing,
    naming,
    package_content,
    package_files,
    packages,
    register,
)
from thb_desktop.services.persons import people
from thb_desktop.vault import safeguards
from thb_desktop.vault.content import ContentStore, StoredObject
from thb_desktop.vault.tables import chain, registry

ASKED = "The court of Ruritania asked for it"


@pytest.fixture(scope="module")
def office(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sending]:
    """A closed office with recipients and a bundle that was made."""
    place = tmp_path_factory.mktemp("leaving")
    folder = copy_of(sample_office, place / "office.thbvault")
    session = unlock(folder)
    desk = sending(session, place)
    session.close()
    return folder, desk


@pytest.fixture
def desk(office: tuple[Path, Sending], tmp_path: Path) -> Iterator[Sending]:
    session = unlock(copy_of(office[0], tmp_path / "copy.thbvault"))
    yield again(office[1], session, tmp_path)
    session.close()


def told(prepared: packages.PreparedPackage, name: str) -> object:
    sheet = canonical.parse(prepared.sheet)
    assert isinstance(sheet, dict)
    return sheet[name]


def test_files_that_tell_a_sealed_identity_do_not_travel_without_a_reason(desk: Sending, tmp_path: Path):
    with pytest.raises(IdentityInFileError) as refusal:
        desk.prepared()

    assert refusal.value.named == {"numbers": "E-05, E-07, E-18"}
    without = frozenset(map(desk.exhibit, ("E-05", "E-07", "E-18")))
    assert len(desk.made(tmp_path / "sent", without=without).package.files) == 6


def test_files_of_an_exhibit_of_which_the_bundle_masks_something_stay(desk: Sending, tmp_path: Path):
    """The file itself has the words, or its name does."""
    session = desk.session
    (bundle,) = registry.BUNDLE.where(session.read, "sha256", packages.read_bundle(desk.bundle).sha256)
    draft = DisclosureDraft(
        recipient="Borduria", purpose="Execution", basis="Spontaneous information", interview_ids=()
    )
    version = disclosures.draw_up(session, bundle.case_id, draft)
    exhibit = next(each for each in version.exhibit_ids if each == desk.exhibit("E-01"))
    title = registry.EXHIBIT.find(session.read, exhibit)
    assert title is not None
    language, text = title.titles[0]
    redactions.redact_words(
        session,
        version.id,
        entity="exhibit",
        row=exhibit,
        field=f"titles/{language}",
        start=0,
        end=len(text),
        order=Order(reason=RedactionReason.THIRD_PARTY, ordered_by="Investigating judge"),
    )
    options = bundles.BundleOptions(
        languages=("fr",),
        purpose="",
        recipient="",
        released_with=ALONE,
        disclosure_id=version.id,
        transfer=AT_HOME,
    )
    prepared = bundles.prepare_bundle(session, bundle.case_id, options)
    bundles.sign_bundle(session, prepared, tmp_path / "version.pdf", second=ALONE)
    masked = replace(desk, bundle=tmp_path / "version.pdf")

    with pytest.raises(ExhibitMaskedError) as refusal:
        masked.prepared(identities_because=ORDERED)

    assert refusal.value.named == {"numbers": "E-01"}
    offered = packages.offered_by(session, packages.read_bundle(masked.bundle))
    assert "E-01" in offered.stays
    without = frozenset({exhibit})
    made = masked.made(tmp_path / "sent", without=without, identities_because=ORDERED)
    own = {each.id for each in registry.EXHIBIT_FILE.where(session.read, "exhibit_id", exhibit)}
    assert own
    assert own.isdisjoint(made.package.files)


def test_with_a_reason_they_travel_and_the_sheet_gives_it(desk: Sending):
    prepared = desk.prepared(identities_because=ORDERED)

    assert "identity-leaves" in {each.code for each in prepared.findings}
    assert told(prepared, "identities_because") == ORDERED


@pytest.mark.parametrize("kind", sorted(KEEPS_HERE))
def test_what_must_not_leave_is_refused_with_its_number(desk: Sending, kind: BarKind):
    leaving.bar_exhibit(desk.session, desk.exhibit("E-10"), kind, ASKED)

    with pytest.raises(LeavingBarredError) as refusal:
        desk.prepared(identities_because=ORDERED)

    assert refusal.value.named == {"numbers": "E-10"}


def test_of_abuse_material_the_description_may_leave_and_no_file(desk: Sending):
    exhibit = desk.exhibit("E-10")
    leaving.bar_exhibit(desk.session, exhibit, BarKind.ABUSE_MATERIAL, "Seen by the analyst")

    prepared = desk.prepared(without=frozenset({exhibit}), identities_because=ORDERED)

    assert told(prepared, "left_out") == [{"files": 1, "number": "E-10"}]


def test_a_file_with_the_same_bytes_leaves_in_no_package(desk: Sending):
    session, exhibit_id = desk.session, desk.exhibit("E-10")
    held = packages.offered_by(session, packages.read_bundle(desk.bundle)).held
    own = next(each for each in held if each.id == exhibit_id)
    file = registry.EXHIBIT_FILE.find(session.read, own.files[0][0])
    assert file is not None
    with exhibit_files.open_file(session, file.id) as opened:
        content = opened.read()
    other = next(each for each in registry.EXHIBIT.all(session.read) if each.id not in {h.id for h in held})
    exhibit_files.add_file(session, other.id, source=BytesIO(content), name="same", media_type="text/plain")
    leaving.bar_exhibit(session, other.id, BarKind.ABUSE_MATERIAL, ASKED)

    assert "E-10" in packages.offered_by(session, packages.read_bundle(desk.bundle)).stays
    with pytest.raises(LeavingBarredError) as refusal:
        desk.prepared(identities_because=ORDERED)
    assert refusal.value.named == {"numbers": "E-10"}


def test_a_bundle_that_prints_content_of_abuse_material_does_not_travel_at_all(desk: Sending):
    exhibit = desk.exhibit("E-10")
    (bundle,) = registry.BUNDLE.all(desk.session.read)
    with pytest.MonkeyPatch.context() as changed:
        printing = replace(bundle, contents=(exhibit,))
        changed.setattr(package_content, "_bundle", lambda *_: printing)
        assert "E-10" not in packages.offered_by(desk.session, packages.read_bundle(desk.bundle)).stays
        leaving.bar_exhibit(desk.session, exhibit, BarKind.ABUSE_MATERIAL, "Seen by the analyst")

        assert "E-10" in packages.offered_by(desk.session, packages.read_bundle(desk.bundle)).stays
        with pytest.raises(LeavingBarredError) as refusal:
            desk.prepared(without=frozenset({exhibit}), identities_because=ORDERED)

    assert refusal.value.named == {"numbers": "E-10"}


def test_a_bundle_that_names_what_must_not_be_disclosed_does_not_travel_at_all(desk: Sending):
    exhibit = desk.exhibit("E-10")
    leaving.bar_exhibit(desk.session, exhibit, BarKind.NO_DISCLOSURE, ASKED)

    with pytest.raises(LeavingBarredError):
        desk.prepared(without=frozenset({exhibit}), identities_because=ORDERED)


def test_what_was_derived_from_it_stays_too(desk: Sending):
    parents = {each.id: each.parent_id for each in registry.EXHIBIT.all(desk.session.read)}
    held = packages.offered_by(desk.session, packages.read_bundle(desk.bundle)).held
    derived = next(each for each in held if each.files and parents[each.id])
    parent = parents[derived.id]
    assert parent is not None
    leaving.bar_exhibit(desk.session, parent, BarKind.ABUSE_MATERIAL, "Seen by the analyst")

    with pytest.raises(LeavingBarredError) as refusal:
        desk.prepared(identities_because=ORDERED)

    assert derived.number in refusal.value.named["numbers"]
    assert derived.number in packages.offered_by(desk.session, packages.read_bundle(desk.bundle)).stays


def test_a_bundle_does_not_name_what_must_not_be_disclosed(desk: Sending):
    exhibit = desk.exhibit("E-10")
    leaving.bar_exhibit(desk.session, exhibit, BarKind.NO_DISCLOSURE, ASKED)
    case_id = registry.BUNDLE.all(desk.session.read)[0].case_id
    options = bundles.BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="EIO",
        recipient="DIICOT",
        interview_ids=(),
        exhibit_ids=(exhibit,),
        released_with=ALONE,
        transfer=AT_HOME,
    )

    assert "leaving-barred" in {each.code for each in bundles.check_bundle(desk.session, case_id, options)}
    with pytest.raises(LeavingBarredError):
        bundles.prepare_bundle(desk.session, case_id, options)


def test_a_bar_is_lifted_once_with_a_reason_and_the_files_may_go(desk: Sending):
    bar = leaving.bar_exhibit(desk.session, desk.exhibit("E-10"), BarKind.CONSENT_NEEDED, ASKED)
    with pytest.raises(ReasonMissingError):
        leaving.lift_bar(desk.session, bar.id, " ")
    leaving.lift_bar(desk.session, bar.id, "Consent of 3 June, letter 12")

    with pytest.raises(BarStaysError):
        leaving.lift_bar(desk.session, bar.id, "Again")
    desk.prepared(identities_because=ORDERED)

    assert leaving.list_bars(desk.session, bar.exhibit_id) == ()
    actions = [signed.parsed().action for signed in chain.entries(desk.session.read)]
    assert VaultAction.LEAVING_BARRED in actions
    assert actions[-1] == VaultAction.LEAVING_ALLOWED


def test_a_bar_needs_a_reason_and_abuse_material_is_never_released(desk: Sending):
    with pytest.raises(ReasonMissingError):
        leaving.bar_exhibit(desk.session, desk.exhibit("E-10"), BarKind.ABUSE_MATERIAL, "")
    bar = leaving.bar_exhibit(desk.session, desk.exhibit("E-10"), BarKind.ABUSE_MATERIAL, "Seen")

    with pytest.raises(BarStaysError):
        leaving.lift_bar(desk.session, bar.id, "The court consents")
    with pytest.raises(NotFoundError):
        leaving.lift_bar(desk.session, bar.exhibit_id, "No bar")  # type: ignore[arg-type]


def test_an_exhibit_whose_content_was_erased_is_named(desk: Sending):
    act = custody_acts.Act(
        action=CustodyAction.ERASED,
        occurred_at=desk.session.clock.read().at,
        actor="S. Moreau",
        reason="By order of the court",
        document="Order 12",
    )
    custody.record_custody_event(desk.session, desk.exhibit("E-10"), act, second=ALONE)

    with pytest.raises(ExhibitGoneError) as refusal:
        desk.prepared(identities_because=ORDERED)

    assert refusal.value.named == {"numbers": "E-10"}


def test_an_exhibit_that_was_struck_out_since_is_named(desk: Sending):
    corrections.strike_out(desk.session, "exhibit", desk.exhibit("E-18"), "Entered twice")

    with pytest.raises(ExhibitGoneError):
        desk.prepared(identities_because=ORDERED)


def test_another_file_than_the_bundle_is_refused(desk: Sending, tmp_path: Path):
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(desk.bundle.read_bytes() + b"\n")

    with pytest.raises(BundleForeignError):
        replace(desk, bundle=changed).prepared()


def test_a_package_for_nobody_is_refused(desk: Sending):
    with pytest.raises(RecipientMissingError):
        desk.prepared(recipients=())


def test_a_passphrase_opens_one_too(desk: Sending, tmp_path: Path):
    made = desk.made(tmp_path / "sent", recipients=(), words="en", identities_because=ORDERED)

    assert len(made.passphrase.split()) >= 5
    assert made.package.with_words


def test_what_is_no_exhibit_of_the_bundle_cannot_be_left_out(desk: Sending):
    with pytest.raises(NotFoundError):
        desk.prepared(without=frozenset({"another"}))


@pytest.mark.requirement("SR-20", "SR-35")
def test_a_sheet_other_than_the_approved_one_is_not_released(desk: Sending, tmp_path: Path):
    prepared = desk.prepared(identities_because=ORDERED)
    other = replace(prepared, sheet=prepared.sheet.replace(b"Judge of Borduria", b"Judge of Ruritania"))

    with pytest.raises(ApprovalForeignError):
        packages.make_package(desk.session, other, tmp_path / "sent", second=ALONE)

    assert not (tmp_path / "sent").exists()


@pytest.mark.requirement("SR-20", "SR-35")
def test_another_telephone_number_outside_the_envelope_needs_another_approval(desk: Sending, tmp_path: Path):
    second = users.add_user(
        desk.session,
        name="Ines Maes",
        role=UserRole.PROSECUTOR,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    act, folder = TwoPersonAct.RELEASE_PACKAGE, tmp_path / "sent"
    seen = desk.prepared(identities_because=ORDERED, telephone="+32 2 000 00 00")
    given = approval(desk.session, second, act, seen.sha256)
    other = desk.prepared(identities_because=ORDERED, telephone="+32 2 999 99 99")
    changed = replace(seen, content=replace(seen.content, telephone="+32 2 999 99 99"))

    for each in (other, changed):
        with pytest.raises(ApprovalForeignError):
            packages.make_package(desk.session, each, folder, second=given)
        assert not folder.exists()
    packages.make_package(desk.session, seen, folder, second=given)

    opened(folder, tmp_path / "package.asice", desk.addressee)
    told = json.loads(zipfile.ZipFile(tmp_path / "package.asice").read("data/package.json"))
    assert told["telephone"] == "+32 2 000 00 00"
    assert "\n    +32 2 000 00 00\n" in (folder / "envelope.txt").read_text("utf-8")
    assert b"telephone" not in desk.prepared(identities_because=ORDERED).sheet


@pytest.mark.parametrize("kind", [BarKind.NO_DISCLOSURE, BarKind.ABUSE_MATERIAL])
def test_what_is_barred_after_the_sheet_was_prepared_does_not_leave(
    desk: Sending, tmp_path: Path, kind: BarKind
):
    prepared = desk.prepared(identities_because=ORDERED)
    leaving.bar_exhibit(desk.session, desk.exhibit("E-01"), kind, "Found since")

    with pytest.raises(LeavingBarredError) as refusal:
        packages.make_package(desk.session, prepared, tmp_path / "late", second=ALONE)

    assert refusal.value.named == {"numbers": "E-01"}
    assert not (tmp_path / "late").exists()


@pytest.mark.parametrize("kind", [BarKind.NO_DISCLOSURE, BarKind.ABUSE_MATERIAL])
def test_what_is_barred_while_the_package_is_written_is_not_recorded(
    desk: Sending, tmp_path: Path, kind: BarKind
):
    """Writing takes hours of a large case; the session is free meanwhile."""
    prepared = desk.prepared(identities_because=ORDERED)
    written = packages.begin_package(desk.session, prepared, tmp_path / "late", second=ALONE).written()
    leaving.bar_exhibit(desk.session, desk.exhibit("E-01"), kind, "Found since")
    size = desk.session.journal.size

    with pytest.raises(LeavingBarredError) as refusal:
        packages.publish_package(desk.session, written)

    assert refusal.value.named == {"numbers": "E-01"}
    assert not [*tmp_path.glob("late*")]
    assert desk.session.journal.size == size
    assert registry.PACKAGE.all(desk.session.read) == ()


def struck(desk: Sending) -> None:
    corrections.strike_out(desk.session, "exhibit", desk.exhibit("E-10"), "Entered twice")


def sealed(desk: Sending) -> None:
    case_id = registry.BUNDLE.all(desk.session.read)[0].case_id
    known = min(people.list_identified(desk.session, case_id))
    told = Identity(person_id=known, name="Someone Else", contacts=("0476 12 34 56",))
    corrections.correct_identity(desk.session, told, "They told it today")


def withdrawn(desk: Sending) -> None:
    recipient = RowId(desk.recipient(desk.addressee))
    register.withdraw_recipient(desk.session, recipient, "The key was lost")


@pytest.mark.parametrize(
    ("comes", "error"),
    [(struck, ExhibitGoneError), (sealed, ApprovalForeignError), (withdrawn, NotFoundError)],
)
def test_whatever_comes_while_the_package_is_written_stops_it(
    desk: Sending, tmp_path: Path, comes: Callable[[Sending], None], error: type[ThbError]
):
    prepared = desk.prepared(identities_because=ORDERED)
    written = packages.begin_package(desk.session, prepared, tmp_path / "late", second=ALONE).written()
    comes(desk)

    with pytest.raises(error):
        packages.publish_package(desk.session, written)

    assert not [*tmp_path.glob("late*")]
    assert registry.PACKAGE.all(desk.session.read) == ()


def test_nothing_is_overwritten(desk: Sending, tmp_path: Path):
    (tmp_path / "there").write_text("of somebody")

    with pytest.raises(AlreadyExistsError):
        desk.made(tmp_path / "there", identities_because=ORDERED)

    assert (tmp_path / "there").read_text() == "of somebody"


def test_who_stops_it_leaves_nothing_behind(desk: Sending, tmp_path: Path):
    prepared, size = desk.prepared(identities_because=ORDERED), desk.session.journal.size

    def stop(done: int, total: int) -> None:
        if 2 * done > total:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        packages.make_package(desk.session, prepared, tmp_path / "sent", second=ALONE, progress=stop)

    assert not [*tmp_path.glob("sent*")]
    assert desk.session.journal.size == size


def test_a_file_that_is_not_as_recorded_is_noticed_while_it_is_packed(desk: Sending, tmp_path: Path):
    prepared, size = desk.prepared(identities_because=ORDERED), desk.session.journal.size
    path = desk.session.vault.content.places.of(prepared.content.files[0].file.object_id)
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)

    with pytest.raises(ContentDamagedError):
        packages.make_package(desk.session, prepared, tmp_path / "sent", second=ALONE)

    assert not [*tmp_path.glob("sent*")]
    assert desk.session.journal.size == size


def test_a_large_file_that_is_not_the_recorded_one_is_noticed_while_it_is_packed(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def another(store: ContentStore, stored: StoredObject, *, held: int) -> Iterator[memoryview]:
        if stored.object_id == large.object_id:
            return iter([memoryview(b"another")])
        return parts(store, stored, held=held)

    monkeypatch.setattr(package_files, "SMALL", 1000)
    monkeypatch.setattr(package_files, "LARGE", 1000)
    prepared, size = desk.prepared(identities_because=ORDERED), desk.session.journal.size
    large, parts = prepared.content.beside[0].file, ContentStore.parts
    monkeypatch.setattr(ContentStore, "parts", another)

    with pytest.raises(ContentDamagedError):
        packages.make_package(desk.session, prepared, tmp_path / "sent", second=ALONE)

    assert not [*tmp_path.glob("sent*")]
    assert desk.session.journal.size == size


@pytest.mark.requirement("SR-35", "SR-39")
def test_what_dies_between_record_and_name_leaves_the_recorded_folder_and_the_next_is_told(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def dies(_: Path, __: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(naming, "give_folder_name", dies)
    with pytest.raises(KeyboardInterrupt):
        desk.made(tmp_path / "sent", identities_because=ORDERED)
    monkeypatch.undo()

    (recorded,) = registry.PACKAGE.all(desk.session.read)
    assert [*continuing.unnamed_lists(tmp_path / "sent")] == [recorded.listed]
    with pytest.raises(AlreadyExistsError, match="did not get its name"):
        desk.made(tmp_path / "sent", identities_because=ORDERED)


@pytest.mark.requirement("SR-35", "SR-39")
def test_what_dies_in_the_last_step_of_recording_leaves_no_named_folder(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    prepared = desk.prepared(identities_because=ORDERED)

    def dies(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(safeguards, "_commit", dies)
    with pytest.raises(KeyboardInterrupt):
        packages.make_package(desk.session, prepared, tmp_path / "sent", second=ALONE)
    monkeypatch.undo()

    assert not (tmp_path / "sent").exists()
    assert registry.PACKAGE.all(desk.session.read) == ()


@pytest.mark.requirement("SR-35")
def test_where_the_folder_cannot_be_named_it_is_said_that_it_is_recorded(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    recorded, folder = packages._recorded, tmp_path / "sent"

    def record_and_take(*given: object) -> object:
        folder.mkdir()
        return recorded(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(packages, "_recorded", record_and_take)

    with pytest.raises(ChangeUncertainError, match="recorded and complete"):
        desk.made(folder, identities_because=ORDERED)

    assert len(registry.PACKAGE.all(desk.session.read)) == 1


def test_a_package_is_written_in_pieces_whatever_the_length_of_its_files(desk: Sending, tmp_path: Path):
    exhibit = desk.exhibit("E-18")
    source = tmp_path / "long.bin"
    with source.open("wb") as file:
        file.truncate(48 << 20)
    exhibit_files.add_file(
        desk.session, exhibit, source=source, name="long.bin", media_type="application/octet-stream"
    )
    case_id = registry.BUNDLE.all(desk.session.read)[0].case_id
    bundle = bundled(desk.session, case_id, [exhibit], tmp_path / "long.pdf")
    prepared = replace(desk, bundle=bundle).prepared(identities_because=ORDERED)
    assert len(prepared.content.beside) == 1

    tracemalloc.start()
    packages.make_package(desk.session, prepared, tmp_path / "sent", second=ALONE)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 24 << 20

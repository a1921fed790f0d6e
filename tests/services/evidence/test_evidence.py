"""Evidence: exhibits come in with how they came, files keep their digests, custody is one row of events."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest

from tests.support.offices import LATER, Small, act, case_file, exhibit, registered
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId, RowId
from thb_desktop.errors import (
    AlreadyExistsError,
    CancelledError,
    CustodyNumberError,
    DateImpossibleError,
    DigestMissingError,
    FieldMissingError,
    LateEntryError,
    NotFoundError,
    SealError,
    SourceKindError,
    SourceUnreadableError,
    StruckOutError,
    ThbError,
    TransferError,
    ValueRefusedError,
)
from thb_desktop.ledger.counters import verify_counter
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, custody_acts, exhibit_files, exhibits, readings
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import chain

BYTES = b"what the telephone held\n" * 1000
DIGEST = hashlib.sha256(BYTES).hexdigest()


def added(
    session: Session, exhibit_id: ExhibitId, name: str = "image.bin", data: bytes = BYTES
) -> ExhibitFile:
    return exhibit_files.add_file(
        session, exhibit_id, source=BytesIO(data), name=name, media_type="application/octet-stream"
    )


def objects(session: Session) -> set[str]:
    return set(session.vault.content.object_ids())


def test_an_exhibit_comes_into_the_file_with_its_first_custody_event(session: Session, small: Small):
    kept = exhibits.register_exhibit(session, exhibit(small, seal="BE-1"), act(seal="BE-1"))

    full = exhibits.get_exhibit(session, kept.id)

    assert kept.root_id == kept.id
    assert full.exhibit == kept
    (entry,) = full.custody
    assert (entry.event.number, entry.event.action, entry.count) == (1, v.CustodyAction.SEIZED, 1)
    assert entry.event.recorded_at >= LATER
    assert entry.sequence == session.journal.size
    (listed,) = exhibits.list_exhibits(session, small.case.id)
    assert (listed.files, listed.size, listed.events, listed.custodian) == (0, 0, 1, "Sarah Moreau")


def test_a_derived_exhibit_has_the_root_of_its_parent(session: Session, small: Small):
    phone = registered(session, small)
    image = registered(session, small, number="E-2", parent_id=phone.id)
    export = registered(session, small, number="E-10", parent_id=image.id)

    assert (image.root_id, export.root_id) == (phone.id, phone.id)
    assert [each.exhibit.number for each in exhibits.list_exhibits(session, small.case.id)] == [
        "E-1",
        "E-2",
        "E-10",
    ]


@pytest.mark.parametrize(
    ("changes", "action", "error"),
    [
        ({"number": "E-1"}, v.CustodyAction.SEIZED, AlreadyExistsError),
        ({"number": "E-2", "parent_id": ExhibitId("none")}, v.CustodyAction.SEIZED, NotFoundError),
        ({"number": " "}, v.CustodyAction.SEIZED, FieldMissingError),
        ({"number": "E-2"}, v.CustodyAction.STORED, ValueRefusedError),
        ({"number": "E-2"}, v.CustodyAction.VERIFIED, ValueRefusedError),
    ],
)
def test_an_exhibit_that_cannot_be_registered_leaves_nothing(
    session: Session, small: Small, changes: dict[str, object], action: v.CustodyAction, error: type[ThbError]
):
    registered(session, small)
    size = session.journal.size

    with pytest.raises(error):
        exhibits.register_exhibit(session, exhibit(small, **changes), act(action))

    assert session.journal.size == size
    assert len(exhibits.list_exhibits(session, small.case.id)) == 1


def test_an_exhibit_names_only_what_is_of_its_case_and_was_not_struck_out(session: Session, small: Small):
    elsewhere = cases.open_case(session, case_file(reference="2026/2"))
    other = people.add_official(session, replace(small.official, case_id=elsewhere.id))
    struck = people.add_official(session, replace(small.official, code="P-9"))
    corrections.strike_out(session, "official", struck.id, "entered twice")
    kept = registered(session, small, number="E-9")

    for official, error in ((other.id, NotFoundError), (struck.id, StruckOutError)):
        with pytest.raises(error):
            registered(session, small, collected_by=official)
        with pytest.raises(error):
            custody.record_custody_event(session, kept.id, act(v.CustodyAction.STORED, actor_id=official))
    corrections.strike_out(session, "exhibit", kept.id, "entered twice")
    with pytest.raises(StruckOutError):
        registered(session, small, parent_id=kept.id)
    corrections.strike_out(session, "case_file", small.case.id, "opened twice")
    with pytest.raises(StruckOutError):
        registered(session, small)


def test_no_file_of_an_exhibit_that_was_struck_out_is_verified(session: Session, small: Small):
    kept = registered(session, small)
    file = added(session, kept.id)
    begun = readings.begin_check(session, file.id)
    begun.run()
    corrections.strike_out(session, "exhibit", kept.id, "entered twice")

    with pytest.raises(StruckOutError):
        readings.begin_check(session, file.id)
    with pytest.raises(StruckOutError):
        readings.record_reading(session, begun, act())
    assert len(custody.list_events(session, kept.id)) == 1


def test_a_file_is_taken_in_with_its_digest_and_read_back_at_any_place(
    session: Session, small: Small, tmp_path: Path
):
    source = tmp_path / "image.bin"
    source.write_bytes(BYTES)
    kept = registered(session, small)
    seen: list[tuple[int, int]] = []

    file = exhibit_files.add_file(
        session,
        kept.id,
        source=source,
        name="image.bin",
        media_type="application/octet-stream",
        progress=lambda done, total: seen.append((done, total)),
    )

    assert (file.size, file.sha256) == (len(BYTES), DIGEST)
    assert seen[-1] == (len(BYTES), len(BYTES))
    with exhibit_files.open_file(session, file.id) as opened:
        opened.seek(12_345)
        assert opened.read(17) == BYTES[12_345:12_362]
    assert exhibits.get_exhibit(session, kept.id).files == (file,)
    (entry,) = [signed.parsed() for signed in chain.entries_of(session.read, file.id)]
    assert entry.action == "FILE_ADDED"


@pytest.mark.requirement("SR-23")
def test_an_interrupted_intake_leaves_neither_row_nor_object(session: Session, small: Small, tmp_path: Path):
    kept = registered(session, small)
    stopped = Event()
    stopped.set()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nothing")
    before, size = objects(session), session.journal.size
    attempts: list[tuple[type[ThbError], Callable[[], object]]] = [
        (CancelledError, lambda: exhibit_files.add_file(
            session, kept.id, source=BytesIO(BYTES), name="a", media_type="a/b", cancelled=stopped)),
        (SourceUnreadableError, lambda: exhibit_files.add_file(
            session, kept.id, source=tmp_path / "nothing", name="a", media_type="a/b")),
        (SourceKindError, lambda: exhibit_files.add_file(
            session, kept.id, source=link, name="a", media_type="a/b")),
        (SourceKindError, lambda: exhibit_files.add_file(
            session, kept.id, source=tmp_path, name="a", media_type="a/b")),
        (ValueRefusedError, lambda: added(session, kept.id, name="../a")),
        (ValueRefusedError, lambda: added(session, kept.id, name=" ")),
        (ValueRefusedError, lambda: exhibit_files.add_file(
            session, kept.id, source=BytesIO(BYTES), name="a", media_type="nothing")),
        (NotFoundError, lambda: added(session, ExhibitId("none"))),
    ]  # fmt: skip

    for error, attempt in attempts:
        with pytest.raises(error):
            attempt()

    assert objects(session) == before
    assert session.journal.size == size


def test_an_exhibit_holds_one_file_of_a_name(session: Session, small: Small):
    kept = registered(session, small)
    added(session, kept.id)

    with pytest.raises(AlreadyExistsError):
        added(session, kept.id, data=b"another")

    assert len(objects(session)) == 1
    with pytest.raises(NotFoundError):
        exhibit_files.open_file(session, FileId("none"))


def test_a_typed_digest_is_compared_with_the_stored_file(session: Session, small: Small):
    kept = registered(session, small)
    verified = act(v.CustodyAction.VERIFIED, sha256=DIGEST)
    before = custody.record_custody_event(session, kept.id, verified)
    added(session, kept.id)

    typed = [DIGEST, DIGEST.replace(DIGEST[0], "0" if DIGEST[0] != "0" else "1", 1)]
    results = [
        custody.record_custody_event(session, kept.id, act(v.CustodyAction.VERIFIED, sha256=digest)).result
        for digest in typed
    ]

    assert before.result is v.VerificationResult.NOT_POSSIBLE
    assert results == [v.VerificationResult.MATCH, v.VerificationResult.MISMATCH]


def test_a_file_is_verified_by_reading_it_whole(session: Session, small: Small):
    kept = registered(session, small)
    file = added(session, kept.id)

    def verified() -> CustodyEvent:
        reading = readings.begin_check(session, file.id)
        reading.run()
        return readings.record_reading(session, reading, act())[0]

    sound = verified()
    path = session.vault.content.places.of(file.object_id)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)

    spoilt = verified()

    assert (sound.action, sound.sha256, sound.result) == ("VERIFIED", DIGEST, v.VerificationResult.MATCH)
    assert spoilt.result is v.VerificationResult.MISMATCH


def test_the_number_of_an_event_is_the_exhibits_own_counter_in_the_chain(session: Session, small: Small):
    kept, other = registered(session, small), registered(session, small, number="E-2")
    for action in (v.CustodyAction.STORED, v.CustodyAction.EXAMINED):
        custody.record_custody_event(session, kept.id, act(action))
        cases.list_cases(session)
    custody.record_custody_event(session, other.id, act(v.CustodyAction.STORED))

    entries = exhibits.get_exhibit(session, kept.id).custody

    assert [entry.event.number for entry in entries] == [1, 2, 3]
    assert {entry.count for entry in entries} == {3}
    proof = session.journal.counters.prove(kept.id)
    assert proof.n == 3
    verify_counter(proof, subjects=session.journal.counters.size, root=session.journal.counters.root)
    assert [
        [event.number for event in events]
        for _, events in custody.page_of_events(session, small.case.id).rows
    ] == [[1, 2, 3], [1, 2]]


def test_a_correction_names_the_event_it_is_about(session: Session, small: Small):
    kept, other = registered(session, small), registered(session, small, number="E-2")
    (wrong,) = custody.list_events(session, kept.id)

    corrected = custody.record_custody_event(
        session,
        kept.id,
        act(v.CustodyAction.CORRECTION, corrects=wrong.id, wrong_value="A-1", right_value="A-2"),
    )

    assert corrected.corrects == wrong.id
    assert (corrected.wrong_value, corrected.right_value) == ("A-1", "A-2")
    assert custody.list_events(session, kept.id)[0] == wrong
    with pytest.raises(CustodyNumberError):
        custody.record_custody_event(
            session, other.id, act(v.CustodyAction.CORRECTION, corrects=wrong.id, right_value="A-2")
        )


@pytest.mark.parametrize(
    ("right", "error"), [("soon", ValueRefusedError), ("2020-01-01", DateImpossibleError)]
)
def test_the_day_of_a_loan_is_corrected_to_no_other_thing_than_a_later_day(
    session: Session, small: Small, right: str, error: type[ThbError]
):
    kept = registered(session, small)
    due = LATER.date()
    lent = custody.record_custody_event(
        session, kept.id, act(v.CustodyAction.LOANED, from_party="Registry", to_party="Court", due_on=due)
    )

    def corrects(wrong: str, right: str) -> None:
        correction = act(v.CustodyAction.CORRECTION, corrects=lent.id, wrong_value=wrong, right_value=right)
        custody.record_custody_event(session, kept.id, correction)

    corrects(due.isoformat(), "2031-01-01")
    with pytest.raises(error) as refused:
        corrects("2031-01-01", right)

    assert refused.value.field == "custody_event.right_value"
    assert len(custody.list_events(session, kept.id)) == 3


@pytest.mark.parametrize(
    ("refused", "error"),
    [
        (
            act(v.CustodyAction.STORED, occurred_at=LATER.replace(year=2025), late_entry_reason=""),
            LateEntryError,
        ),
        (act(v.CustodyAction.VERIFIED), DigestMissingError),
        (act(v.CustodyAction.TRANSFER_IN, from_party="A", to_party="B"), TransferError),
        (act(v.CustodyAction.STORED, seal="BE-9"), SealError),
        (act(v.CustodyAction.CORRECTION, corrects=RowId("none"), right_value="A-2"), CustodyNumberError),
        (act(v.CustodyAction.STORED, actor_id="none"), NotFoundError),
    ],
)
def test_an_event_that_does_not_fit_is_refused_and_nothing_is_recorded(
    session: Session, small: Small, refused: custody_acts.Act, error: type[ThbError]
):
    kept = registered(session, small)
    exhibits.register_exhibit(session, exhibit(small, number="E-2", seal="BE-9"), act(seal="BE-9"))
    size = session.journal.size

    with pytest.raises(error):
        custody.record_custody_event(session, kept.id, refused)
    with pytest.raises(NotFoundError):
        custody.record_custody_event(session, ExhibitId("none"), act())

    assert len(custody.list_events(session, kept.id)) == 1
    assert session.journal.size == size

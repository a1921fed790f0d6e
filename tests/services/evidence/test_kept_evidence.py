"""Evidence stays: no refusal removes recorded bytes, no seal is on two exhibits, all files can be erased."""

from dataclasses import replace
from io import BytesIO

import pytest

from tests.support.offices import Small, act, exhibit, registered
from tests.support.second_person import ALONE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.errors import (
    AlreadyExistsError,
    ErasedError,
    FilesPresentError,
    SealError,
    StruckOutError,
    ValueRefusedError,
)
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts

BYTES = b"what the telephone held"


def added(session: Session, kept: Exhibit, name: str = "image.bin") -> ExhibitFile:
    return exhibit_files.add_file(session, kept.id, source=BytesIO(BYTES), name=name, media_type="text/plain")


def new(name: str) -> NewFile:
    return NewFile(source=BytesIO(BYTES), name=name, media_type="text/plain")


def stored(file: ExhibitFile) -> StoredObject:
    return StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)


def record(session: Session, exhibit_id: ExhibitId, file: NewFile, kept: StoredObject) -> None:
    with session.vault.content.batch() as batch:
        exhibit_files.record_files(session, exhibit_id, [file], [kept], batch)


def test_bytes_that_a_file_names_stay_when_they_are_recorded_again(session: Session, small: Small):
    kept, other = registered(session, small), registered(session, small, number="E-2")
    file = added(session, kept)
    size = session.journal.size

    for exhibit_id, name in ((kept.id, "image.bin"), (kept.id, "again.bin"), (other.id, "image.bin")):
        with pytest.raises(AlreadyExistsError):
            record(session, exhibit_id, new(name), stored(file))

    with exhibit_files.open_file(session, file.id) as reader:
        assert reader.read() == BYTES
    assert session.journal.size == size


def test_bytes_that_no_file_names_are_removed_after_a_refusal(session: Session, small: Small):
    kept = registered(session, small)
    file = added(session, kept)
    again = session.vault.content.store(BytesIO(BYTES))

    with pytest.raises(AlreadyExistsError):
        record(session, kept.id, new("image.bin"), again)

    assert set(session.vault.content.object_ids()) == {file.object_id}


@pytest.mark.parametrize("name", ["", "../../evidence", "0" * 31, "A" * 32, "0" * 32 + "\n"])
def test_a_name_that_the_store_never_gave_is_refused_as_a_file(session: Session, small: Small, name: str):
    kept = registered(session, small)
    strange = StoredObject(object_id=name, size=1, sha256="0" * 64)

    with pytest.raises(ValueRefusedError):
        record(session, kept.id, new("image.bin"), strange)

    assert exhibits.get_exhibit(session, kept.id).files == ()


def test_a_seal_of_another_exhibit_is_refused_at_registration_and_by_correction(
    session: Session, small: Small
):
    exhibits.register_exhibit(session, exhibit(small, seal="BE-1"), act(seal="BE-2"))
    other = registered(session, small, number="E-2")

    for seal in ("BE-1", "BE-2"):
        with pytest.raises(SealError) as refused:
            registered(session, small, number="E-3", seal=seal)
        assert refused.value.field == "exhibit.seal"
        with pytest.raises(SealError):
            corrections.correct(session, replace(other, seal=seal), "Read again")

    assert corrections.correct(session, replace(other, seal="BE-3"), "Read again").seal == "BE-3"
    assert len(exhibits.list_exhibits(session, small.case.id)) == 2


def test_the_holders_of_a_seal_are_found_by_an_index(session: Session):
    plan = plan_of(session.read)

    assert "USING INDEX exhibit_of_seal" in plan
    assert "USING INDEX custody_event_of_seal" in plan
    assert "SCAN" not in plan


def plan_of(connection: Connection) -> str:
    rows = connection.execute("EXPLAIN QUERY PLAN " + counts.SEAL_HOLDERS, {"seal": "BE-1"}).fetchall()
    return " | ".join(str(row[3]) for row in rows)


def test_an_exhibit_with_files_does_not_become_secret_key_material(session: Session, small: Small):
    kept, empty = registered(session, small), registered(session, small, number="E-2")
    added(session, kept)
    secret = v.ExhibitKind.SECRET_KEY_MATERIAL

    with pytest.raises(FilesPresentError) as refused:
        corrections.correct(session, replace(kept, kind=secret), "Seed phrase")

    assert refused.value.field == "exhibit.kind"
    assert corrections.correct(session, replace(empty, kind=secret), "Seed phrase").is_secret


def test_the_files_of_a_struck_exhibit_are_erased_by_order(session: Session, small: Small):
    kept, empty = registered(session, small), registered(session, small, number="E-2")
    file = added(session, kept)
    for each in (kept, empty):
        corrections.strike_out(session, "exhibit", each.id, "Entered twice")

    custody.record_custody_event(session, kept.id, act(v.CustodyAction.ERASED), second=ALONE)

    with pytest.raises(ErasedError):
        exhibit_files.open_file(session, file.id)
    assert list(session.vault.content.object_ids()) == []
    for struck, action in ((kept, v.CustodyAction.STORED), (empty, v.CustodyAction.ERASED)):
        with pytest.raises(StruckOutError):
            custody.record_custody_event(session, struck.id, act(action), second=ALONE)

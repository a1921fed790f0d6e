"""What the first version wrote: it opens, gives its ids away no longer, and is read to its last byte."""

import io
import json
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from tests.support.offices import NEXT_DAY, environment
from tests.support.vaults import PASSPHRASE, passphrase, reopen
from tests.vault.data import make_example
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.crypto.streams import FULL_LENGTH, MESSAGE_LENGTH, UNPADDED, ObjectCodec
from thb_desktop.errors import ContentDamagedError
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import vaults
from thb_desktop.vault import unlocked
from thb_desktop.vault.content import ContentStore, StoredObject
from thb_desktop.vault.header import IDS_IN_CLEAR, Header
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.reader import head
from thb_desktop.vault.unlocking import open_header

DATA = Path(make_example.__file__).parent
SAID = json.loads((DATA / make_example.SAID_NAME).read_text("utf-8"))
VAULT_ID = UUID(SAID["vault"]).bytes


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / make_example.NAME, tmp_path / "example.thbvault"))


@pytest.fixture(scope="module")
def brought_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example in the schema of today, to be copied: each other test would migrate it once more."""
    folder = tmp_path_factory.mktemp("brought-up") / "example.thbvault"
    shutil.copytree(DATA / make_example.NAME, folder)
    for _ in range(2):  # the second unlock deletes the copy of before
        entered(folder, SAID["passphrases"][0]).close()
    return folder


@pytest.fixture
def first_ids(brought_up: Path, tmp_path: Path) -> Path:
    """The example in the schema of today, whose header still has its ids in clear."""
    folder = Path(shutil.copytree(brought_up, tmp_path / "example.thbvault"))
    for name in ("header", "header.copy"):
        shutil.copy(DATA / make_example.NAME / name, folder / name)
    return folder


def entered(folder: Path, text: str) -> Session:
    return vaults.unlock_vault(folder, passphrase=prepare(text), environment=environment(NEXT_DAY))


def ids_in(folder: Path) -> set[bytes]:
    """The ids that the first header had in clear."""
    header = Header.from_bytes((DATA / make_example.NAME / "header").read_bytes())
    assert header.version == IDS_IN_CLEAR
    known = {header.vault_id, *(slot.user_id for slot in header.slots)}
    return {each for each in known if any(each in path.read_bytes() for path in folder.glob("header*"))}


@pytest.mark.requirement("SR-5", "SR-13")
def test_the_next_unlock_masks_the_ids_and_everybody_still_opens_it(first_ids: Path):
    assert VAULT_ID in ids_in(first_ids)
    epoch = Header.from_bytes((first_ids / "header").read_bytes()).epoch

    entered(first_ids, SAID["passphrases"][0]).close()

    assert ids_in(first_ids) == set()
    header = Header.from_bytes((first_ids / "header").read_bytes())
    assert (header.version, header.epoch) == (2, epoch)
    assert (first_ids / "header").read_bytes() == (first_ids / "header.copy").read_bytes()
    for text in SAID["passphrases"]:
        session = entered(first_ids, text)
        assert session.vault.vault_id == VAULT_ID
        session.close()
    vaults.unlock_with_recovery_code(
        first_ids, code=SAID["recovery_code"], environment=environment(NEXT_DAY)
    ).close()


@pytest.mark.requirement("SR-44")
@pytest.mark.parametrize("written", [0, 1, 2])
def test_wherever_the_writing_stops_the_vault_opens_and_the_next_unlock_ends_it(
    first_ids: Path, monkeypatch: pytest.MonkeyPatch, written: int
):
    from thb_desktop.vault import slots

    write, left = slots.write_header, written

    def cut_short(path: Path, header: Header) -> None:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        write(path, header)

    with monkeypatch.context() as patch:
        patch.setattr(slots, "write_header", cut_short)
        if written < 2:
            with pytest.raises(KeyboardInterrupt):
                entered(first_ids, SAID["passphrases"][1])
        else:
            entered(first_ids, SAID["passphrases"][1]).close()

    entered(first_ids, SAID["passphrases"][0]).close()
    assert ids_in(first_ids) == set()


def test_a_medium_without_room_leaves_the_first_header_and_the_vault_opens(
    first_ids: Path, monkeypatch: pytest.MonkeyPatch
):
    from thb_desktop.errors import DiskFullError

    def full(*_: object) -> None:
        raise DiskFullError("the disk is full; nothing was changed")

    monkeypatch.setattr(unlocked, "write_both", full)

    session = entered(first_ids, SAID["passphrases"][0])

    assert session.is_writable
    session.close()
    assert VAULT_ID in ids_in(first_ids)


def test_who_only_reads_changes_nothing(example: Path, monkeypatch: pytest.MonkeyPatch):
    from tests.support.backups import everything
    from thb_desktop.vault import vault

    before = everything(example)
    monkeypatch.setattr(vault, "is_writable", lambda *_: False)

    entered(example, SAID["passphrases"][0]).close()

    assert everything(example) == before


@pytest.mark.requirement("SR-5", "SR-8")
def test_its_objects_get_names_that_tell_nothing_and_stay_what_they_were(example: Path):
    names = {path.name for path in (example / "content").glob("*/*")}
    contents = {path.read_bytes() for path in (example / "content").glob("*/*")}

    session = entered(example, SAID["passphrases"][0])

    after = list((example / "content").glob("*/*"))
    assert names & {path.name for path in after} == set()
    assert {path.read_bytes() for path in after} == contents
    assert all(len(path.parent.name) == 1 for path in after)
    assert set(session.vault.content.object_ids()) == names
    assert health.check_vault(session).files_checked == len(SAID["files"])
    session.close()


def old_object(store: ContentStore, data: bytes) -> StoredObject:
    """An object as the first version wrote it, in its first place."""
    import hashlib

    object_id = secrets.token_bytes(16)
    codec = ObjectCodec(key=store.key, vault_id=store.vault_id, object_id=object_id, form=UNPADDED)
    pieces = [data[start : start + MESSAGE_LENGTH] for start in range(0, len(data), MESSAGE_LENGTH)] or [b""]
    raw, room = head(len(data), UNPADDED), memoryview(bytearray(FULL_LENGTH))
    for index, piece in enumerate(pieces):
        length = codec.encrypt(memoryview(piece), index, last=index == len(pieces) - 1, into=room)
        raw += bytes(room[:length])
    path = store.folder / object_id.hex()[:2] / object_id.hex()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    return StoredObject(object_id=object_id.hex(), size=len(data), sha256=hashlib.sha256(data).hexdigest())


@pytest.mark.requirement("SR-7", "SR-8")
@pytest.mark.parametrize("size", [0, 1, 70_000, MESSAGE_LENGTH, 2 * MESSAGE_LENGTH + 5])
def test_an_object_of_the_first_form_is_read_found_and_renamed(store: ContentStore, size: int):
    data = secrets.token_bytes(size)
    stored = old_object(store, data)

    store.verify(stored)
    assert store.find_size(stored.object_id) == size
    assert store.places.rename_first() == 1
    assert store.places.rename_first() == 0
    store.verify(stored)

    assert list(store.object_ids()) == [stored.object_id]
    assert [len(place.name) for place in store.folder.iterdir()] == [1]
    raw = bytearray(store.places.of(stored.object_id).read_bytes())
    raw[11] = 2
    store.places.of(stored.object_id).write_bytes(raw)
    with pytest.raises(ContentDamagedError):
        store.verify(stored)


@pytest.mark.requirement("SR-7", "SR-8")
@pytest.mark.parametrize("size", [0, 1, 70_000, MESSAGE_LENGTH - 1, MESSAGE_LENGTH, 40 * MESSAGE_LENGTH])
def test_the_size_of_an_object_without_a_row_is_found_in_itself(store: ContentStore, size: int):
    stored = store.store(io.BytesIO(bytes(size)))

    assert store.find_size(stored.object_id) == size
    store.verify(stored)


@pytest.mark.requirement("SR-7")
def test_a_flip_in_what_pads_a_large_object_is_found_by_its_check(store: ContentStore):
    stored = store.store(io.BytesIO(bytes(100 * MESSAGE_LENGTH)))
    path = store.places.of(stored.object_id)
    assert path.stat().st_size > 101 * FULL_LENGTH

    with path.open("r+b") as file:
        file.seek(-100, io.SEEK_END)
        file.write(b"!")

    with pytest.raises(ContentDamagedError):
        store.verify(stored)


@pytest.fixture
def first_header(folder: Path) -> Iterator[Path]:
    """A vault with a header of the first format."""
    opened = open_header(Layout(folder), passphrase(), kind=SlotKind.PASSPHRASE)
    known = opened.header
    bare = Header(vault_id=known.vault_id, epoch=known.epoch, slots=known.slots, version=IDS_IN_CLEAR)
    with known.key(opened.master_key) as key:
        raw = bare.sealed(key).to_bytes()
    for name in ("header", "header.copy"):
        (folder / name).write_bytes(raw)
    opened.wipe()
    return folder


@pytest.mark.requirement("SR-12")
def test_of_two_copies_of_one_epoch_the_masked_one_counts(first_header: Path):
    raw = (first_header / "header").read_bytes()
    reopen(first_header).close()
    masked = (first_header / "header").read_bytes()
    assert masked != raw

    for name in ("header", "header.copy"):
        (first_header / name).write_bytes(raw)
        with reopen(first_header, PASSPHRASE) as vault:
            assert vault.mended == (name,)
        assert (first_header / "header").read_bytes() == (first_header / "header.copy").read_bytes() == masked

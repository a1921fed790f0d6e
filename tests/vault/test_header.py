import hashlib
import os
import secrets
import shutil
import struct
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.memory import can_be_measured, forget_peak, peak
from tests.support.vaults import (
    NOTES,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    USER,
    change_passphrase,
    new_vault,
    passphrase,
    reopen,
)
from thb_desktop.crypto.derivation import FLOOR, MIB, KdfParameters, derive
from thb_desktop.crypto.keyslots import VAULT_SLOT_LENGTH, SlotKind
from thb_desktop.errors import (
    DatabaseDamagedError,
    HeaderDamagedError,
    KdfAboveCeilingError,
    KdfBelowFloorError,
    NewerFormatError,
    ThbError,
    UnlockError,
    VaultInUseError,
    WrongPassphraseError,
)
from thb_desktop.vault import slots, unlocking
from thb_desktop.vault.header import MOST_LENGTH, Header
from thb_desktop.vault.unlocking import open_header, read_slots
from thb_desktop.vault.vault import open_with_recovery_code

FIRST_SLOT = 40
MEMORY, PASSES, LANES = FIRST_SLOT + 4, FIRST_SLOT + 8, FIRST_SLOT + 2


@pytest.fixture
def raw(layout):
    return layout.header.read_bytes()


def with_digest(covered: bytes) -> bytes:
    """What somebody without a key can make: a header whose digest fits, and whose code does not."""
    return covered + hashlib.sha256(covered).digest()


def edited(raw: bytes, place: int, value: bytes) -> bytes:
    return with_digest(raw[:place] + value + raw[place + len(value) : -32])


def u32(number: int) -> bytes:
    return struct.pack(">I", number)


def write_both(layout, content: bytes) -> None:
    layout.header.write_bytes(content)
    layout.header_copy.write_bytes(content)


def malformed(raw: bytes) -> dict[str, bytes]:
    """Headers that must be refused, made systematically from a good one."""
    slot = raw[FIRST_SLOT : FIRST_SLOT + VAULT_SLOT_LENGTH]
    made = {f"cut at {length}": raw[:length] for length in range(0, len(raw), 4)}
    made |= {
        f"cut at {length}, digest fits": with_digest(raw[:length]) for length in range(0, len(raw) - 32, 16)
    }
    made |= {f"longer by {more}": raw + bytes(more) for more in (1, 32, 168, 1 << 20)}
    made |= {f"magic byte {place}": edited(raw, place, b"x") for place in range(8)}
    made |= {
        f"version {number}": edited(raw, 8, struct.pack(">H", number)) for number in (0, 3, 4, 255, 65535)
    }
    made |= {
        f"{count} slots": edited(raw, 10, struct.pack(">H", count)) for count in (0, 1, 3, 64, 65, 65535)
    }
    made |= {
        f"length {length}": edited(raw, 12, u32(length))
        for length in (0, 1, 439, 441, 1 << 31, (1 << 32) - 1)
    }
    made |= {f"kind {kind}": edited(raw, FIRST_SLOT, bytes([kind])) for kind in (0, 3, 5, 128, 255)}
    made |= {f"function {kind}": edited(raw, FIRST_SLOT + 1, bytes([kind])) for kind in (0, 2, 255)}
    made |= {f"padding {value}": edited(raw, FIRST_SLOT + 3, bytes([value])) for value in (1, 255)}
    memories = (0, 1, 8, 1024, 65535, (2 << 20) + 1, 1 << 30, (1 << 32) - 1)
    made |= {f"memory {memory}": edited(raw, MEMORY, u32(memory)) for memory in memories}
    made |= {
        f"passes {passes}": edited(raw, PASSES, u32(passes))
        for passes in (0, 1, 2, 65, 1 << 20, (1 << 32) - 1)
    }
    made |= {f"lanes {lanes}": edited(raw, LANES, bytes([lanes])) for lanes in (0, 9, 255)}
    made |= {
        f"digest byte {place}": raw[:-32] + bytes(place) + b"!" + raw[-31 + place :] for place in (0, 31)
    }
    made["the same slot twice"] = edited(raw, FIRST_SLOT + VAULT_SLOT_LENGTH, slot)
    made["zeros"] = bytes(len(raw))
    made["noise"] = secrets.token_bytes(len(raw))
    made["another magic"] = b"\x7fELF" + raw[4:]
    return made


@pytest.mark.requirement("SR-12")
def test_a_hundred_malformed_headers_and_more_are_refused_by_declared_errors(raw, figure):
    corpus = malformed(raw)
    declared = (HeaderDamagedError, NewerFormatError, KdfBelowFloorError, KdfAboveCeilingError)

    tracemalloc.start()
    for name, content in corpus.items():
        assert isinstance(refusal_of(content), declared), name
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    figure("SR-12", "malformed headers refused", len(corpus))
    assert len(corpus) > 150
    assert peak < 8 << 20


@pytest.mark.requirement("SR-4", "SR-12")
def test_none_of_them_unlocks_a_vault_whose_two_headers_they_are(raw, folder, layout):
    opened = []
    for name, content in malformed(raw).items():
        write_both(layout, content)
        try:
            reopen(folder).close()
            opened.append(name)
        except ThbError:
            pass

    write_both(layout, raw)
    reopen(folder).close()

    assert opened == []


def refusal_of(content: bytes) -> Exception | None:
    try:
        Header.from_bytes(content)
    except (HeaderDamagedError, UnlockError) as refusal:
        return refusal
    return None


@pytest.mark.requirement("SR-12")
def test_random_headers_with_a_fitting_digest_never_raise_anything_else(raw):
    for seed in range(3000):
        noise = hashlib.shake_256(seed.to_bytes(4, "big")).digest(16)
        content = bytearray(raw[:-32])
        for place, value in zip(noise[::2], noise[1::2], strict=True):
            content[place * len(content) // 256] = value
        if refusal_of(with_digest(bytes(content))) is None:
            header = Header.from_bytes(with_digest(bytes(content)))
            assert header.to_bytes() == with_digest(bytes(content))


def test_a_header_reads_back_as_it_was_written(raw):
    header = Header.from_bytes(raw)

    assert header.to_bytes() == raw
    assert len(raw) == 40 + 2 * 168 + 64
    assert [slot.kind for slot in header.slots] == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]
    assert header.epoch == 1


@pytest.mark.requirement("SR-12")
@pytest.mark.parametrize("name", ["header", "header.copy"])
@pytest.mark.parametrize("harm", ["missing", "empty", "noise", "cut", "long"])
def test_a_damaged_copy_is_restored_from_the_other_and_reported(folder, raw, name, harm):
    harmed = {"empty": b"", "noise": secrets.token_bytes(300), "cut": raw[:-1], "long": raw * 9000}
    if harm == "missing":
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(harmed[harm])

    with reopen(folder) as vault:
        assert vault.mended == (name,)

    assert (folder / "header").read_bytes() == (folder / "header.copy").read_bytes() == raw


@pytest.mark.requirement("SR-12")
def test_both_copies_damaged_are_refused(folder, layout):
    write_both(layout, b"junk")

    with pytest.raises(HeaderDamagedError, match="both copies"):
        reopen(folder)


@pytest.mark.requirement("SR-12")
def test_every_flipped_byte_of_one_copy_is_mended_and_of_both_is_refused(layout, raw):
    """The digest finds each of them before anything is derived."""
    for place in range(len(raw)):
        flipped = bytearray(raw)
        flipped[place] ^= 0x80
        with pytest.raises((HeaderDamagedError, NewerFormatError)):
            Header.from_bytes(bytes(flipped))

    layout.header.write_bytes(bytes(flipped))
    opened = open_header(layout, passphrase(), kind=SlotKind.PASSPHRASE)
    assert opened.stale == (layout.header,)


@pytest.mark.requirement("SR-12")
def test_a_header_edited_by_somebody_without_the_key_is_refused(folder, layout, raw):
    """The epoch, the second slot and the code itself are not part of the wrap of the first slot."""
    for content in (
        edited(raw, 32, struct.pack(">Q", 9)),
        edited(raw, FIRST_SLOT + VAULT_SLOT_LENGTH + 100, b"!!!!"),
        edited(raw, len(raw) - 64, bytes(32)),
    ):
        write_both(layout, content)

        with pytest.raises(HeaderDamagedError, match="without the vault's key"):
            reopen(folder)


@pytest.mark.requirement("SR-12")
def test_a_forged_newer_copy_does_not_win_over_the_authentic_one(folder, layout, raw):
    layout.header.write_bytes(edited(raw, 32, struct.pack(">Q", 1 << 40)))

    with reopen(folder) as vault:
        assert vault.epoch == 1
        assert vault.mended == ("header",)


@pytest.mark.requirement("SR-13")
@pytest.mark.parametrize("version", [3, 9, 65535])
def test_a_newer_format_is_called_so(folder, layout, raw, version):
    write_both(layout, edited(raw, 8, struct.pack(">H", version)))

    with pytest.raises(NewerFormatError, match="newer version"):
        reopen(folder)


@pytest.mark.requirement("SR-13")
def test_an_older_format_that_never_was_starts_no_migration(folder, layout, raw):
    write_both(layout, edited(raw, 8, struct.pack(">H", 0)))

    with pytest.raises(HeaderDamagedError):
        reopen(folder)


@pytest.mark.skipif(not can_be_measured(), reason="needs /proc/self/clear_refs")
@pytest.mark.requirement("SR-4")
@pytest.mark.parametrize(
    ("edit", "refusal"),
    [
        ((MEMORY, u32(1024)), KdfBelowFloorError),
        ((PASSES, u32(1)), KdfBelowFloorError),
        ((MEMORY, u32(1 << 31)), KdfAboveCeilingError),
        ((PASSES, u32(1 << 31)), KdfAboveCeilingError),
        ((LANES, b"\xff"), KdfAboveCeilingError),
    ],
)
def test_a_forged_cost_is_refused_before_it_is_paid(folder, layout, raw, edit, refusal):
    write_both(layout, edited(raw, *edit))
    before = forget_peak()

    with pytest.raises(refusal):
        reopen(folder)

    assert peak() - before < 50 << 10


@pytest.mark.requirement("SR-9", "SR-12")
def test_a_header_of_another_vault_opens_nothing_here(folder, tmp_path):
    new_vault(tmp_path / "other.thbvault").vault.close()
    for name in ("header", "header.copy"):
        shutil.copy(tmp_path / "other.thbvault" / name, folder / name)

    with pytest.raises(DatabaseDamagedError, match="another vault"):
        reopen(folder)


@pytest.mark.requirement("SR-12")
def test_one_copy_of_another_vault_is_replaced_by_the_own_one(folder, tmp_path, raw, code):
    new_vault(tmp_path / "other.thbvault").vault.close()
    shutil.copy(tmp_path / "other.thbvault" / "header", folder / "header.copy")

    with open_with_recovery_code(folder, code, randomness=secrets.token_bytes, steps=NOTES) as vault:
        assert vault.mended == ("header.copy",)
    assert (folder / "header.copy").read_bytes() == raw


@pytest.mark.requirement("SR-44")
def test_a_crash_between_the_two_copies_leaves_the_new_passphrase_only(folder, layout, raw):
    """The second copy still has the old slot: the old passphrase opens nothing any more all the same."""
    with reopen(folder) as vault:
        change_passphrase(vault, passphrase(), passphrase(OTHER_PASSPHRASE))
    layout.header_copy.write_bytes(raw)

    with pytest.raises(WrongPassphraseError):
        reopen(folder)
    with reopen(folder, OTHER_PASSPHRASE) as vault:
        assert vault.mended == ("header.copy",)


@pytest.mark.requirement("SR-44")
def test_a_crash_after_the_new_slot_and_before_the_old_is_gone_leaves_both(folder, layout, monkeypatch):
    """Every write of a header that the change of a passphrase makes is the last one, in turn."""
    original, allowed = slots.write_header, 0
    start = {path: path.read_bytes() for path in (layout.header, layout.header_copy)}

    def cut_short(path: Path, header: Header) -> None:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        original(path, header)

    for allowed in range(5):
        for path, content in start.items():
            path.write_bytes(content)
        left = allowed
        with reopen(folder) as vault, monkeypatch.context() as patch:
            patch.setattr(slots, "write_header", cut_short)
            try:
                change_passphrase(vault, passphrase(), passphrase(OTHER_PASSPHRASE))
            except KeyboardInterrupt:
                assert allowed < 4

        opens = [typed for typed in (PASSPHRASE, OTHER_PASSPHRASE) if can_open(folder, typed)]
        assert opens == {0: [PASSPHRASE], 3: [OTHER_PASSPHRASE], 4: [OTHER_PASSPHRASE]}.get(
            allowed, [PASSPHRASE, OTHER_PASSPHRASE]
        )


def can_open(folder, typed) -> bool:
    try:
        reopen(folder, typed).close()
    except WrongPassphraseError:
        return False
    return True


@pytest.mark.requirement("SR-13")
def test_a_half_written_header_beside_is_no_header(folder, raw):
    (folder / "header.new").write_bytes(raw[:100])

    with reopen(folder) as vault:
        assert vault.mended == ()
        change_passphrase(vault, passphrase(), passphrase(OTHER_PASSPHRASE))

    assert not (folder / "header.new").exists()


def test_a_header_that_cannot_be_restored_does_not_keep_the_vault_closed(folder, layout, monkeypatch):
    layout.header_copy.write_bytes(b"junk")
    monkeypatch.setattr("thb_desktop.vault.system.os.fsync", full_disk)

    with reopen(folder) as vault:
        assert vault.mended == ()
        assert vault.unmended == ("header.copy",)
    assert layout.header_copy.read_bytes() == b"junk"
    assert not (folder / "header.copy.new").exists()


def full_disk(_: int) -> None:
    raise OSError(28, os.strerror(28))


def test_the_slots_tell_their_cost_without_a_secret(layout):
    assert [slot.parameters for slot in read_slots(layout)] == [FLOOR, FLOOR]


def test_whose_the_slots_are_is_told_to_nobody_without_a_secret(folder, layout, raw):
    assert USER not in [slot.user_id for slot in read_slots(layout)]
    with reopen(folder) as vault:
        assert [slot.user_id for slot in vault.slots] == [USER, USER]
        assert vault.vault_id not in raw
    assert USER not in raw
    assert len({slot.user_id for slot in read_slots(layout)}) == 2


@pytest.mark.requirement("SR-12", "SR-13")
def test_a_header_that_claims_the_format_with_open_ids_opens_nothing(folder, layout, raw):
    write_both(layout, edited(raw, 8, struct.pack(">H", 1)))

    with pytest.raises(WrongPassphraseError):
        reopen(folder)


def test_the_longest_header_is_read_and_one_more_slot_is_not(layout, raw):
    opened = open_header(layout, passphrase(), kind=SlotKind.PASSPHRASE)
    many = tuple(replace(opened.slot, slot_id=bytes([number]) * 16) for number in range(65))
    longest = opened.header.changed(many[:64]).stored(opened.master_key).to_bytes()

    assert len(longest) == MOST_LENGTH
    Header.from_bytes(longest)
    with pytest.raises(HeaderDamagedError):
        Header.from_bytes(opened.header.changed(many).stored(opened.master_key).to_bytes())
    opened.wipe()


def test_a_vault_in_use_is_said_before_anything_is_derived(folder):
    with reopen(folder), pytest.raises(VaultInUseError):
        reopen(folder, OTHER_PASSPHRASE)


@pytest.mark.requirement("SR-4")
def test_a_header_full_of_slots_that_are_dear_together_is_left_after_a_bound(layout, monkeypatch):
    """Each is within the ceiling; tried one after the other they would take hours."""
    header = Header.from_bytes(layout.header.read_bytes())
    own = next(slot for slot in header.slots if slot.kind is SlotKind.PASSPHRASE)
    dearest = KdfParameters(memory=2048 * MIB, passes=64, lanes=1)
    strange = replace(own, user_id=b"x" * 16, parameters=dearest)
    forged = tuple(
        replace(strange, slot_id=bytes([number]) * 16, salt=bytes([number]) * 32) for number in range(1, 64)
    )
    write_both(layout, replace(header, slots=(*forged, own)).to_bytes())
    tried = []

    def counting(secret, salt, parameters):
        tried.append(parameters)
        return derive(secret, salt, FLOOR if parameters == dearest else parameters)

    monkeypatch.setattr(unlocking, "derive", counting)

    with pytest.raises(KdfAboveCeilingError, match="together"):
        open_header(layout, passphrase(), kind=SlotKind.PASSPHRASE)
    assert len(tried) == 4
    tried.clear()
    with pytest.raises(HeaderDamagedError, match="without the vault's key"):
        open_header(layout, passphrase(), kind=SlotKind.PASSPHRASE, among={own.slot_id})
    assert tried == [FLOOR]

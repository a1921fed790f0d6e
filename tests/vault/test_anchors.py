"""The head store: what this computer remembers of a vault, in a file that only the vault's key can make."""

import hashlib
import hmac
import secrets
import stat
import struct
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from thb_desktop.ledger.checkpoint import Head
from thb_desktop.vault import anchors
from thb_desktop.vault.anchors import HeadStore, Memory, open_store
from thb_desktop.vault.heads_file import sealed_heads_file

KEY, VAULT = bytearray(range(32)), bytes(range(16))
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)


def head(size: int) -> Head:
    return Head(
        vault="00" * 16,
        size=size,
        root=hashlib.sha256(b"%d" % size).digest(),
        subjects=3,
        counters=bytes(32),
        at=NOW + timedelta(minutes=size),
        key="00" * 32,
    )


def store(
    folder: Path, *, key: bytearray = KEY, vault_id: bytes = VAULT, own_key: bytearray | None = None
) -> HeadStore:
    return open_store(folder, key, vault_id, secrets.token_bytes, own_key=own_key)


def remembered(folder: Path, *sizes: int) -> Memory:
    """Remember each head in a session of its own; returns what the next session finds."""
    for size in sizes:
        store(folder).remember(head(size), told="", epoch=1, now=NOW)
    found = store(folder).found
    assert found is not None
    return found


def file_in(folder: Path) -> Path:
    (only,) = folder.iterdir()
    return only


@pytest.mark.requirement("SR-55")
@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")
def test_a_folder_that_others_could_read_is_closed_to_them(tmp_path: Path):
    (tmp_path / "heads").mkdir(mode=0o777)
    (tmp_path / "heads").chmod(0o777)

    remembered(tmp_path / "heads", 5)

    assert stat.S_IMODE((tmp_path / "heads").stat().st_mode) == 0o700


def test_what_was_remembered_is_found_again(tmp_path: Path):
    found = remembered(tmp_path / "state" / "heads", 5, 9)

    assert [each.size for each in found.line] == [5, 9]
    assert found.newest.mark == head(9).mark
    assert (found.since, found.since_size) == (NOW, 5)
    assert found.given_up == ()


def test_a_vault_that_was_never_seen_is_no_damage(tmp_path: Path):
    seen = store(tmp_path / "heads")

    assert (seen.found, seen.damaged, seen.sizes) == (None, False, frozenset())
    assert not (tmp_path / "heads").exists()


def test_a_session_leaves_one_head_however_much_it_writes(tmp_path: Path):
    remembered(tmp_path, 5)
    session = store(tmp_path)
    for size in range(6, 40):
        session.remember(head(size), told="", epoch=1, now=NOW)

    assert [each.size for each in remembered(tmp_path, 41).line] == [5, 39, 41]


def test_the_line_and_the_lines_given_up_stay_short(tmp_path: Path):
    for size in range(1, 60):
        store(tmp_path).remember(head(size), told="", epoch=1, now=NOW)
        again = store(tmp_path)
        again.begin_anew(head(size), (), epoch=1, now=NOW)
    remembered(tmp_path, *range(100, 150))

    found = store(tmp_path).found

    assert found is not None
    assert len(found.line) == anchors.LINE
    assert len(found.given_up) == anchors.GIVEN_UP
    assert found.newest.size == 149


def test_a_restored_line_keeps_what_it_continues_and_what_it_ended(tmp_path: Path):
    remembered(tmp_path, 5, 9, 20)
    restored = store(tmp_path)
    assert restored.found is not None
    restored.begin_anew(head(10), restored.found.line[:2], epoch=1, now=NOW)
    restored.remember(head(12), told="", epoch=1, now=NOW)

    found = store(tmp_path).found

    assert found is not None
    assert [each.size for each in found.line] == [5, 9, 10, 12]
    assert [each.size for each in found.given_up] == [20]


def test_a_head_that_is_about_to_come_stays_until_it_came_or_is_withdrawn(tmp_path: Path):
    remembered(tmp_path, 5)
    store(tmp_path).announce(head(9), epoch=2)

    assert [each.size for each in remembered(tmp_path, 6).line] == [5, 6]
    told = store(tmp_path).found
    assert told is not None
    assert told.announced is not None
    assert (told.announced.size, told.announced.epoch) == (9, 2)
    store(tmp_path).withdraw()
    withdrawn = store(tmp_path).found
    session = store(tmp_path)
    session.announce(head(9), epoch=2)
    session.remember(head(9), told="", epoch=2, now=NOW)

    assert withdrawn is not None
    assert withdrawn.announced is None
    came = store(tmp_path).found
    assert came is not None
    assert ([each.size for each in came.line], came.announced) == ([5, 6, 9], None)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_folder_and_file_are_for_their_owner_alone_and_tell_nothing(tmp_path: Path):
    remembered(tmp_path / "state" / "heads", 5)

    file = file_in(tmp_path / "state" / "heads")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert VAULT not in file.read_bytes()
    assert head(5).root not in file.read_bytes()
    assert VAULT.hex() not in file.name
    assert file.name == hmac.digest(KEY, b"thb-heads-name/1\x00" + VAULT, "sha256")[:16].hex()


@pytest.mark.requirement("SR-7")
def test_no_flipped_byte_no_cut_and_no_addition_is_accepted(
    tmp_path: Path, figure: Callable[[str, str, object], None]
):
    remembered(tmp_path, 5, 9)
    file = file_in(tmp_path)
    whole = file.read_bytes()
    flips = [
        whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :]
        for at in range(len(whole))
        for bit in (1, 128)
    ]
    others = [whole[:size] for size in range(len(whole))] + [whole + b"\0", whole + whole, bytes(len(whole))]

    accepted = []
    for changed in flips + others:
        file.write_bytes(changed)
        opened = store(tmp_path)
        if opened.found is not None or not opened.damaged:
            accepted.append(changed)

    assert accepted == []
    figure("SR-7", "flipped bytes of the head store, none accepted", len(flips))


def test_a_file_of_another_vault_or_another_key_is_damage(tmp_path: Path):
    remembered(tmp_path, 5)
    mine = file_in(tmp_path).read_bytes()
    foreign = store(tmp_path, vault_id=bytes(16))
    foreign.path.write_bytes(mine)

    assert store(tmp_path, vault_id=bytes(16)).damaged
    assert store(tmp_path, key=bytearray(32)).found is None


START, HEAD = struct.Struct(">HqQ"), struct.Struct(">BQ32sQ32sqQ")


def clear(body: bytes, version: int = 1) -> bytes:
    """A file of the first version, which was not encrypted."""
    said = b"\x89THBA\r\n\x1a" + struct.pack(">H", version) + body
    return said + hmac.digest(KEY, b"thb-heads/1\x00" + VAULT + said, "sha256")


@pytest.mark.parametrize(
    "body",
    [
        START.pack(0, 0, 0),
        START.pack(60, 0, 0),
        START.pack(1, 0, 0) + bytes([9]) + bytes(96),
        START.pack(1, 2**62, 0) + bytes(97),
        START.pack(1, 0, 0) + bytes(97) + b"x",
        b"",
    ],
    ids=["without-a-head", "fewer-heads-than-named", "unknown-kind", "beyond-all-time", "more", "empty"],
)
def test_what_this_version_does_not_write_is_damage_under_a_good_code_too(tmp_path: Path, body: bytes):
    path = store(tmp_path).path
    path.write_bytes(clear(body))
    first = store(tmp_path)
    path.write_bytes(sealed_heads_file(body, KEY, VAULT, secrets.token_bytes))

    assert first.damaged
    assert store(tmp_path).damaged


def test_a_newer_version_is_damage(tmp_path: Path):
    path = store(tmp_path).path
    remembered(tmp_path, 5)
    path.write_bytes(path.read_bytes().replace(struct.pack(">H", 3), struct.pack(">H", 4), 1))

    assert store(tmp_path).damaged


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_or_a_folder_in_its_place_is_damage_and_never_followed(tmp_path: Path):
    remembered(tmp_path / "heads", 5)
    file = file_in(tmp_path / "heads")
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    linked = store(tmp_path / "heads")
    file.unlink()
    file.mkdir()

    assert linked.found is None
    assert linked.damaged
    assert store(tmp_path / "heads").damaged


def test_where_nothing_can_be_written_nothing_is_raised(tmp_path: Path):
    (tmp_path / "heads").write_text("no folder")
    seen = store(tmp_path / "heads" / "below")

    seen.remember(head(5), told="", epoch=1, now=NOW, flush=True)
    seen.flush()

    assert seen.unwritable


def body_of_one_head() -> bytes:
    at = int((NOW + timedelta(minutes=5)).timestamp()) * 1_000_000
    since = START.pack(1, int(NOW.timestamp()) * 1_000_000, 5)
    return since + HEAD.pack(0, 5, head(5).root, 3, bytes(32), at, 1)


def test_the_store_is_written_in_the_form_that_is_documented(tmp_path: Path):
    remembered(tmp_path, 5)
    raw = file_in(tmp_path).read_bytes()

    key = hmac.digest(KEY, b"thb-heads-key/2\x00" + VAULT, "sha256")
    assert raw[:10] == b"\x89THBA\r\n\x1a\x00\x03"
    plain = AESGCM(key).decrypt(raw[10:22], raw[22:], raw[:10])
    assert plain == body_of_one_head().ljust(4058, b"\0")  # nobody's mark


def test_the_mark_of_a_user_is_written_in_the_form_that_is_documented(tmp_path: Path):
    own = bytearray(range(32, 64))
    store(tmp_path, own_key=own).remember(head(5), told="a1" * 32, epoch=1, now=NOW)
    raw = file_in(tmp_path).read_bytes()

    key = hmac.digest(KEY, b"thb-heads-key/2\x00" + VAULT, "sha256")
    plain = AESGCM(key).decrypt(raw[10:22], raw[22:], raw[:10])
    owner = hmac.digest(own, b"thb-heads-owner/1\x00" + VAULT, "sha256")[:16]
    size = struct.pack(">Q", 5)
    said = b"thb-heads-mark/2\x00" + VAULT + size + head(5).root
    code = hmac.digest(own, said, "sha256")[:16]
    told = hmac.digest(own, said + b"\x00" + b"a1" * 32, "sha256")[:16]
    assert plain == (body_of_one_head() + b"\x01" + owner + size + code + told).ljust(4058, b"\0")


def test_each_user_finds_how_far_their_own_program_checked_and_nobody_else_can_say_it(tmp_path: Path):
    one, other = bytearray(range(32, 64)), bytearray(range(64, 96))
    roots = {size: head(size).root for size in (5, 9)}
    store(tmp_path, own_key=one).remember(head(5), told="", epoch=1, now=NOW)
    store(tmp_path, own_key=other).remember(head(9), told="", epoch=1, now=NOW)

    assert store(tmp_path, own_key=one).checked_before(roots) == 5
    assert store(tmp_path, own_key=other).checked_before(roots) == 9
    assert store(tmp_path, own_key=bytearray(range(96, 128))).checked_before(roots) is None
    assert store(tmp_path).checked_before(roots) is None
    assert store(tmp_path, own_key=one).checked_before({5: head(6).root, 9: head(9).root}) is None
    assert 5 in store(tmp_path, own_key=one).sizes


def test_each_user_finds_another_sum_of_the_index_than_their_own_program_marked(tmp_path: Path):
    one, other = bytearray(range(32, 64)), bytearray(range(64, 96))
    roots = {5: head(5).root, 9: head(9).root}
    store(tmp_path, own_key=one).remember(head(5), told="a1" * 32, epoch=1, now=NOW)
    marked = store(tmp_path, own_key=one)

    assert marked.is_index(roots, 5, "a1" * 32)
    assert not marked.is_index(roots, 5, "b2" * 32)
    assert not marked.is_index(roots, 5, "")
    assert marked.is_index(roots, 9, "b2" * 32)  # it marked nothing there
    assert marked.is_index({5: head(6).root}, 5, "b2" * 32)
    assert store(tmp_path, own_key=other).is_index(roots, 5, "b2" * 32)


def test_a_mark_that_somebody_else_raised_is_none(tmp_path: Path):
    one = bytearray(range(32, 64))
    roots = {size: head(size).root for size in (5, 9)}
    store(tmp_path, own_key=one).remember(head(5), told="", epoch=1, now=NOW)
    forging = store(tmp_path)
    assert forging.found is not None
    forging.found = replace(forging.found, marks=(replace(forging.found.marks[0], size=9),))
    forging.remember(head(9), told="", epoch=1, now=NOW)

    assert store(tmp_path, own_key=one).checked_before(roots) is None


def test_the_marks_of_the_last_users_are_kept_also_under_a_new_master_key(tmp_path: Path):
    keys = [bytearray([number] * 32) for number in range(1, anchors.MARKS + 4)]
    for key in keys:
        store(tmp_path, own_key=key).remember(head(5), told="", epoch=1, now=NOW)
    new_key = bytearray([200] * 32)
    store(tmp_path, own_key=keys[-1]).passed_on(new_key).remember(head(9), told="", epoch=2, now=NOW)

    roots = {size: head(size).root for size in (5, 9)}
    found = [store(tmp_path, key=new_key, own_key=key).checked_before(roots) for key in keys]
    assert found == [None] * 3 + [5] * (anchors.MARKS - 1) + [9]


def test_what_the_second_version_remembered_is_found_without_marks(tmp_path: Path):
    path = store(tmp_path).path
    beginning, nonce = b"\x89THBA\r\n\x1a\x00\x02", bytes(12)
    cipher = AESGCM(hmac.digest(KEY, b"thb-heads-key/2\x00" + VAULT, "sha256"))
    body = body_of_one_head().ljust(4058, b"\0")
    path.write_bytes(beginning + nonce + cipher.encrypt(nonce, body, beginning))

    found = store(tmp_path).found

    assert found is not None
    assert ([each.size for each in found.line], found.marks) == ([5], ())


def test_what_the_first_version_remembered_in_clear_is_found_and_encrypted_at_the_next_head(tmp_path: Path):
    path = store(tmp_path).path
    path.write_bytes(clear(body_of_one_head()))

    found = remembered(tmp_path, 9)

    assert [each.size for each in found.line] == [5, 9]
    assert head(5).root not in path.read_bytes()


@pytest.mark.requirement("SR-5")
def test_the_file_tells_neither_how_much_was_done_nor_when(tmp_path: Path):
    remembered(tmp_path / "much", *range(1, 60))
    remembered(tmp_path / "little", 1)

    much, little = (file_in(tmp_path / name) for name in ("much", "little"))

    assert much.stat().st_size == little.stat().st_size == 4096
    times = {place.stat().st_mtime_ns for file in (much, little) for place in (file, file.parent)}
    assert len(times) == 1
    assert times.pop() < NOW.timestamp() * 1_000_000_000 - 10**17


def test_the_clock_of_a_head_in_another_zone_is_the_same_moment(tmp_path: Path):
    abroad = replace(head(5), at=head(5).at.astimezone())
    store(tmp_path).remember(abroad, told="", epoch=1, now=NOW)

    found = store(tmp_path).found
    assert found is not None
    assert found.newest.at == head(5).at

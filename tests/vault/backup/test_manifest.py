"""Manifest: one form, and nothing in it can be changed without the key."""

import hmac
import secrets
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.backups import AT, FIRST
from thb_desktop.errors import BackupDamagedError
from thb_desktop.ledger import canonical
from thb_desktop.vault.backup.manifest import Manifest, Part

KEY = bytearray(range(32))
PARTS = {
    "header": Part(size=440, sha256="11" * 32),
    "vault.db": Part(size=8192, sha256="22" * 32),
    "0f" * 16: Part(size=92, sha256="33" * 32),
}
MANIFEST = Manifest(vault_id=b"v" * 16, number=7, made_at=AT, stand=FIRST, parts=PARTS)


BEGINNING = b"\x89THBM\r\n\x1a\x00\x02"


def stored(manifest: Manifest = MANIFEST, key: bytearray = KEY) -> bytes:
    return manifest.to_bytes(key, secrets.token_bytes)


def sealed(value: object, key: bytearray = KEY) -> bytes:
    """In the form that the format describes."""
    nonce, said = secrets.token_bytes(12), canonical.encode(value)  # type: ignore[arg-type]
    cipher = AESGCM(hmac.digest(key, b"thb-backup-manifest/2", "sha256"))
    return BEGINNING + b"\x01" + nonce + cipher.encrypt(nonce, said, BEGINNING)


def clear(value: object, key: bytearray = KEY) -> bytes:
    """In the first form."""
    said = canonical.encode(value)  # type: ignore[arg-type]
    return said + b"\n" + hmac.digest(key, said, "sha256").hex().encode() + b"\n"


def value() -> dict[str, object]:
    raw = stored()
    cipher = AESGCM(hmac.digest(KEY, b"thb-backup-manifest/2", "sha256"))
    return dict(canonical.parse(cipher.decrypt(raw[11:23], raw[23:], BEGINNING)))  # type: ignore[arg-type]


def test_a_manifest_is_read_as_it_was_written():
    read = Manifest.from_bytes(stored(), KEY)

    assert read == MANIFEST == Manifest.from_bytes(clear(value()), KEY)
    assert read.objects == {"0f" * 16: PARTS["0f" * 16]}
    assert read.size == 8724


def test_it_tells_no_number_of_events_and_no_name():
    assert value().keys() == {
        "format",
        "vault",
        "number",
        "made_at",
        "head",
        "parts",
    }


@pytest.mark.requirement("SR-7", "SR-13", "SR-47")
def test_a_manifest_with_any_byte_changed_is_refused():
    for raw in (stored(), clear(value())):
        for place in range(len(raw)):
            for bit in (1, 0x80):
                changed = bytearray(raw)
                changed[place] ^= bit
                with pytest.raises(BackupDamagedError):
                    Manifest.from_bytes(bytes(changed), KEY)


@pytest.mark.requirement("SR-5")
def test_without_the_key_it_tells_nothing_that_a_bundle_tells_too():
    raw = stored()

    for told in (MANIFEST.vault_id, FIRST.root, FIRST.root.hex().encode(), FIRST.code.encode(), b"2026"):
        assert told not in raw


@pytest.mark.parametrize("raw", [b"", b"\n", stored()[:-1], stored() + b"\n", clear(value())[:-1]])
def test_what_is_cut_or_longer_is_refused(raw: bytes):
    with pytest.raises(BackupDamagedError):
        Manifest.from_bytes(raw, KEY)


def test_a_manifest_under_another_key_is_refused():
    with pytest.raises(BackupDamagedError):
        Manifest.from_bytes(stored(key=bytearray(32)), KEY)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "thb-backup/2"},
        {"number": 0},
        {"vault": "76"},
        {"more": 1},
        {"parts": []},
        {"parts": [{"name": "header", "size": 1, "sha256": "11" * 32}]},
        {"head": {"root": "01" * 32, "code": "aaaa"}},
        {"made_at": "2026-11-25T09:00:00Z"},
    ],
)
def test_even_the_holder_of_the_key_writes_one_form_only(changes: dict[str, object]):
    with pytest.raises(BackupDamagedError):
        Manifest.from_bytes(sealed(value() | changes), KEY)


@pytest.mark.parametrize("name", ["../../etc/passwd", "header.copy", "0F" * 16, "0f" * 15, ""])
def test_a_part_has_a_name_of_its_own_or_an_objects_id(name: str):
    parts = sorted([*PARTS, name])
    listed = [{"name": each, "size": 1, "sha256": "11" * 32} for each in parts]

    with pytest.raises(BackupDamagedError):
        Manifest.from_bytes(sealed(value() | {"parts": listed}), KEY)


def test_a_part_that_stands_there_twice_is_refused():
    listed = list(value()["parts"])  # type: ignore[call-overload]

    with pytest.raises(BackupDamagedError):
        Manifest.from_bytes(sealed(value() | {"parts": [*listed, listed[-1]]}), KEY)


def test_a_time_keeps_its_offset():
    later = replace(MANIFEST, made_at=AT.astimezone())

    assert Manifest.from_bytes(stored(later), KEY).made_at == AT

"""Writes everything out of a vault or a backup of THB Desktop, IN CLEAR, without THB Desktop.

    python -P rescue.py SOURCE TARGET [--code] [--secret-fd N]

SOURCE is a vault's folder or a backup's, TARGET a folder to make. The passphrase (or with --code the recovery
code) is asked for at the terminal, or read as one line from the open file descriptor N. Nothing in SOURCE is
written to. It needs Python 3.11 and the packages `cryptography` (44; 50 for protected identities) and
`sqlcipher3`; it was written from docs/formats alone and uses no module of the program.

    TARGET/database.sqlite   every table, an ordinary SQLite file
    TARGET/files/...         by case and exhibit number; a damaged one ends in .damaged, its gaps zeros;
                             in `unnamed` what no row of the database names
    TARGET/events.json       the event chain: entries, signatures, contents, heads
    TARGET/sealed.json       what the compartments hold that this user may open (with the passphrase or code);
                             secret key material as it was typed, or in base64 where it is no text
    TARGET/report.txt        what was read, and what could not be

What cannot be read costs itself and nothing else. It ends with 0 if everything was there with its digest,
3 if something could not be read or written (the report says what), 2 if it did nothing: the secret opened
nothing, or TARGET is there already.
"""

import argparse
import base64
import getpass
import hashlib
import hmac
import json
import os
import re
import sqlite3
import struct
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR, ECB
from cryptography.hazmat.primitives.hashes import SHA256, SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from sqlcipher3 import dbapi2

WARNING = """
    WARNING: everything that was secret in the vault now lies readable in
        {target}
    Names, testimony, evidence. Work on a machine without network, give it to nobody, and when it has served
    keep it where the vault was kept or destroy the medium: deleting files does not remove them.
"""
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MESSAGE, SEALED_MESSAGE, CHUNK, PAGE = 1 << 20, 1_049_672, 1 << 14, 4096
RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(10))}


TROUBLE = (
    *(OSError, ValueError, TypeError, AttributeError, RecursionError),
    *(struct.error, InvalidTag, sqlite3.Error, dbapi2.Error),
)
"""Exceptions from a failing medium or from a malformed row."""


class RescueError(Exception):
    """Nothing can be read; the message says why."""


@dataclass
class Rescue:
    """One run: source, target, keys, and the problems found."""

    source: Path
    snapshot: Path
    target: Path
    vault_id: bytes
    master_key: bytes
    user_id: str
    user_key: bytes
    notes: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    places: dict[str, Path] = field(default_factory=dict)

    @contextmanager
    def part(self, what: str) -> Iterator[None]:
        """Run one part of the work. A failure in it is reported, and the next part begins."""
        try:
            yield
        except RescueError as refusal:
            self.faults.append(str(refusal))
        except TROUBLE as trouble:
            self.faults.append(f"{what} ({type(trouble).__name__})")

    def subkey(self, purpose: bytes, length: int) -> bytes:
        """docs/formats/vault.md, 4."""
        return HKDF(SHA256(), length, self.vault_id, b"thb-vault/1 " + purpose).derive(self.master_key)

    def create(self, path: Path) -> Any:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")

    def write_json(self, name: str, value: object) -> None:
        with self.create(self.target / name) as file:
            file.write(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode())

    def run(self) -> int:
        with self.part("the database"), closing(self.open_database()) as database:
            with self.part("the tables"):
                self.copy_tables(database)
            with self.part("the files of exhibits"):
                self.write_files(database)
            with self.part("the event chain"):
                self.write_events(database)
            with self.part("what is sealed"):
                self.write_sealed(database)
        with self.part("objects that no row names"):
            self.write_unnamed()
        with self.part("clearing up"):
            for name in ("vault.db", "vault.db-journal"):
                (self.target / name).unlink(missing_ok=True)
        self.notes += [f"stays closed to this user: compartment {part}" for part in sorted(self.closed)]
        lines = [*self.notes, *(f"NOT READ: {fault}" for fault in self.faults)]
        with self.part("the report"), self.create(self.target / "report.txt") as file:
            file.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))
        with self.part("the list at the terminal"):
            print("\n".join(lines))
        return 3 if self.faults else 0

    def open_database(self) -> Any:
        """docs/formats/vault.md, 5. Works on a copy, because opening first rolls back an interrupted
        transaction.
        """
        for name in ("vault.db", "vault.db-journal"):
            with self.part(name):
                if (self.snapshot / name).is_file():
                    self.copy_pages(name)
        if not (self.target / "vault.db").is_file():
            raise RescueError("the database is missing")
        journal = self.target / "vault.db-journal"
        if journal.is_file() and journal.stat().st_size:
            self.notes.append(
                "a journal lay beside the database: what it takes back is missing in what was read"
            )
        connection = dbapi2.connect(str(self.target / "vault.db"), isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"""PRAGMA key = "x'{self.subkey(b"database", 48).hex()}'" """)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except dbapi2.DatabaseError:
            raise RescueError("the database does not open with the vault's key") from None
        connection.execute("PRAGMA temp_store = 2")
        return connection

    def copy_pages(self, name: str) -> None:
        """Copy page by page: a page that cannot be read becomes zeros in the copy, and the others are
        read.
        """
        lost = 0
        with (self.snapshot / name).open("rb", 0) as original, self.create(self.target / name) as copy:
            for start in range(0, os.fstat(original.fileno()).st_size, PAGE):
                try:
                    original.seek(start)
                    copy.write(original.read(PAGE))
                except OSError:
                    copy.write(bytes(PAGE))
                    lost += 1
        if lost:
            self.faults.append(f"{lost} page(s) of {name}")

    def copy_tables(self, database: Any) -> None:
        """Copy row by row: a damaged page costs only the rest of its table."""
        path = self.target / "database.sqlite"
        self.create(path).close()
        with closing(sqlite3.connect(path, isolation_level=None)) as plain:
            for pragma in ("application_id", "user_version"):
                number = database.execute(f"PRAGMA {pragma}").fetchone()[0]
                plain.execute(f"PRAGMA {pragma} = {int(number)}")
            # The index of the search is no record: what it says stands in the rows.
            told = database.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
            schema = [each for each in told if not each[1].startswith("search_")]
            plain.execute("BEGIN")
            for kind, name, sql in schema:
                if kind == "table":
                    plain.execute(sql)
                    self.copy_rows(database, plain, name)
            for kind, _, sql in schema:
                if kind != "table":
                    with suppress(sqlite3.Error):
                        plain.execute(sql)
            plain.execute("COMMIT")

    def copy_rows(self, database: Any, plain: sqlite3.Connection, name: str) -> None:
        quoted = '"' + name.replace('"', '""') + '"'
        count = 0
        try:
            for row in database.execute(f"SELECT * FROM {quoted}"):  # noqa: S608 - a name of the schema
                places = ",".join("?" * len(row))
                plain.execute(f"INSERT INTO {quoted} VALUES ({places})", row)  # noqa: S608 - the same
                count += 1
        except (dbapi2.DatabaseError, sqlite3.Error):
            self.faults.append(f"table {name} after {count} rows")
        if count and not name.startswith("code_"):  # code tables hold no content
            self.notes.append(f"table {name}: {count} rows")

    def write_files(self, database: Any) -> None:
        rows = self.rows(
            database,
            "SELECT c.id, c.reference, e.id, e.number, f.name, f.size, f.sha256, f.object_id, EXISTS"
            " (SELECT 1 FROM custody_event v WHERE v.exhibit_id = e.id AND v.action = 'ERASED')"
            " FROM exhibit_file f JOIN exhibit e ON e.id = f.exhibit_id"
            " JOIN case_file c ON c.id = e.case_id ORDER BY 2, 4, 5",
        )
        self.named |= {row[7] for row in rows}
        whole = 0
        for case_id, reference, exhibit_id, number, name, size, sha256, object_id, erased in rows:
            if erased:
                self.notes.append(f"a file of exhibit {number} was erased by order")
                continue
            with self.part(f"all of {name} of exhibit {number}"):
                place = self.place(self.place(self.target / "files", reference, case_id), number, exhibit_id)
                if not self.write_object(free(place / safe(name)), object_id, size, sha256):
                    raise RescueError(f"all of {name} of exhibit {number}")
                whole += 1
        self.notes.append(f"files: {whole} whole, each with its recorded SHA-256")

    def place(self, above: Path, name: str, row_id: str) -> Path:
        """Make a folder for each case and each exhibit, even if two names are equal on a file system."""
        if row_id not in self.places:
            path = free(above / safe(name))
            path.mkdir(mode=0o700, parents=True)
            self.places[row_id] = path
        return self.places[row_id]

    def write_unnamed(self) -> None:
        """Write the objects that no row names, or all objects if the database cannot be read."""
        for path in sorted((self.source / "content").glob("*/*")):
            if not re.fullmatch(r"[0-9a-f]{32}", path.name):
                continue
            object_id = path.name if len(path.parent.name) == 2 else self.other_name(path.name)
            if object_id in self.named:
                continue
            with self.part(f"object {object_id}"):
                if not path.is_file():
                    raise RescueError(f"object {object_id} is no file")
                form, length = read_head(path)
                if length > path.stat().st_size:
                    raise RescueError(f"object {object_id}")
                place = self.place(self.target / "files", "unnamed", "unnamed")
                self.write_object(place / object_id, object_id, length if form == 1 else None, None)
                self.notes.append(f"object {object_id} belongs to no file that the database names")

    def other_name(self, name: str, *, back: bool = True) -> str:
        """The id of the object with this file name, or the file name of an id: docs/formats/vault.md, 6."""
        key = hmac.digest(self.subkey(b"content", 32), b"thb-object-names/2", "sha256")
        cipher = Cipher(AES(key), ECB())  # noqa: S305 - one block
        return (cipher.decryptor() if back else cipher.encryptor()).update(bytes.fromhex(name)).hex()

    def write_object(self, path: Path, object_id: str, size: int | None, sha256: str | None) -> bool:
        """Decrypt one object. Returns False if it is incomplete. Without a digest, only its own
        authentication codes count; without a size, its own end.
        """
        digest, gaps, whole = hashlib.sha256(), 0, size
        with self.create(path) as file:
            for piece in self.messages(self.subkey(b"content", 32), object_id, size):
                gaps += piece is None
                plain = piece if piece is not None else bytes(MESSAGE)
                if whole is not None:
                    plain = plain[: whole - file.tell()]
                digest.update(plain)
                file.write(plain)
        if size is None:
            gaps += not cut_at_end(path)
        if gaps or sha256 not in (None, digest.hexdigest()):
            path.rename(free(path.with_name(path.name + ".damaged")))
            return False
        return True

    def path_of(self, object_id: str) -> Path | None:
        """Where an object lies: under its new name, or its first one."""
        if not re.fullmatch(r"[0-9a-f]{32}", object_id):
            return None
        name = self.other_name(object_id, back=False)
        content = self.source / "content"
        found = (content / name[0] / name, content / object_id[:2] / object_id)
        return next((path for path in found if path.is_file()), None)

    def messages(self, key: bytes, object_id: str, size: int | None) -> Iterator[bytes | None]:
        """docs/formats/vault.md, 6; None for a message that is not the stored one.

        size: of the content, as the database has it; without it, what the object says of itself.
        """
        path = self.path_of(object_id)
        if path is None:
            yield from [None] * max(1, -(-(size or 0) // MESSAGE))
            return
        form, length = read_head(path)
        if size is not None:
            length = size if form == 1 else padme(size + 1)
        wanted = max(1, -(-(length if size is None else size) // MESSAGE))
        count = max(1, -(-length // MESSAGE))
        with path.open("rb") as file:
            for index in range(wanted):
                last = index == count - 1
                label = b"thb-content/1\0" if form == 1 else b"thb-content/2\0"
                context = label + self.vault_id + bytes.fromhex(object_id)
                try:
                    file.seek(20 + SEALED_MESSAGE * index)
                    sealed = file.read(SEALED_MESSAGE)
                except OSError:
                    yield None
                else:
                    yield open_cobblestone(key, context + struct.pack(">QB", index, last), sealed)

    def write_events(self, database: Any) -> None:
        """docs/formats/ledger.md and chain-in-the-vault.md, 2."""
        entries = [
            {
                "seq": seq,
                "entry": self.parsed(entry, f"entry {seq}"),
                "signature": signature.hex(),
                "nonce": nonce.hex() if nonce else None,
                "content": self.parsed(payload, f"the content of entry {seq}") if payload else None,
            }
            for seq, entry, signature, nonce, payload in self.rows(
                database, "SELECT seq, entry, signature, nonce, payload FROM chain_entry ORDER BY seq"
            )
        ]
        heads = [
            {"head": self.parsed(head, "a head"), "signature": signature.hex()}
            for head, signature in self.rows(database, "SELECT head, signature FROM chain_head ORDER BY size")
        ]
        statements = [
            {"statement": self.parsed(statement, "a key statement"), "signature": signature.hex()}
            for statement, signature in self.rows(
                database, "SELECT statement, signature FROM key_statement ORDER BY first"
            )
        ]
        self.write_json("events.json", {"entries": entries, "heads": heads, "statements": statements})
        self.notes.append(f"events: {len(entries)}")

    def parsed(self, raw: bytes, what: str) -> object:
        """Parse JSON; return the bytes unchanged if they are not JSON."""
        try:
            return json.loads(raw)
        except ValueError:
            self.faults.append(f"{what}: no JSON, kept as its bytes")
            return {"base64": base64.b64encode(bytes(raw)).decode()}

    def write_sealed(self, database: Any) -> None:
        """Protected identities and other compartments: chain-in-the-vault.md, 5."""
        keys = dict(self.compartment_keys(database))
        opened: dict[str, list[object]] = {}
        for person_id, sealed in self.rows(database, "SELECT person_id, sealed FROM sealed_identity"):
            context = bind("thb-identity/1", self.vault_id, person_id.encode())
            self.open_sealed(opened, keys, "IDENTITIES", person_id, (sealed, context))
        for item, part, about, sealed in self.rows(
            database, "SELECT id, compartment, subject_id, sealed FROM sealed_item ORDER BY id"
        ):
            context = bind("thb-sealed-item/1", self.vault_id, part.encode(), item.encode(), about.encode())
            self.open_sealed(opened, keys, part, about, (sealed, context))
        self.write_json("sealed.json", opened)
        self.notes.append(f"sealed values opened: {sum(map(len, opened.values()))}")

    def open_sealed(
        self,
        opened: dict[str, list[object]],
        keys: dict[str, bytes],
        part: str,
        about: str,
        kept: tuple[str, bytes],
    ) -> None:
        sealed, context = kept
        if part not in keys:
            self.closed.add(part)
            return
        try:
            plain = unseal(keys[part], base64.b64decode(sealed), context)
        except (InvalidTag, ValueError):
            self.faults.append(f"a value sealed in compartment {part}")
            return
        if part == "KEY_MATERIAL":
            said = as_typed(plain)
        else:
            said = {"value": self.parsed(plain, f"a value sealed in compartment {part}")}
        opened.setdefault(part, []).append({"about": about, **said})

    def compartment_keys(self, database: Any) -> Iterator[tuple[str, bytes]]:
        rows = self.wrapped_keys(database)
        private = self.rows(
            database,
            "SELECT sealed FROM private_key WHERE agent_id = ? AND purpose = 'RECEIVING'",
            self.user_id,
        )
        if not rows or not private:
            return
        try:
            from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
            from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
            from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite
        except ImportError:
            self.faults.append("compartments: they need the package cryptography in version 50 or later")
            return
        try:
            context = bind("thb-private-key/1", self.vault_id, self.user_id.encode(), b"RECEIVING")
            seed = unseal(self.user_key, private[0][0], context)
        except InvalidTag:
            self.faults.append("the user's own receiving key")
            return
        receiving = MLKEM768X25519PrivateKey(
            MLKEM768PrivateKey.from_seed_bytes(seed[:64]), X25519PrivateKey.from_private_bytes(seed[64:])
        )
        suite = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
        for compartment, wrapped in rows:
            context = bind("thb-compartment/1", self.vault_id, compartment.encode(), self.user_id.encode())
            try:
                yield compartment, bytes(suite.decrypt(wrapped, receiving, info=context))
            except InvalidTag:
                self.faults.append(f"the key of compartment {compartment}")

    def wrapped_keys(self, database: Any) -> list[tuple[str, bytes]]:
        """Return the newest key of each compartment, wrapped for this user; before schema 2 the only one."""
        found = self.rows(
            database, "SELECT compartment, wrapped FROM compartment_key WHERE agent_id = ?", self.user_id
        )
        tables = self.rows(database, "SELECT name FROM sqlite_schema WHERE name = 'compartment_grant'")
        newest = dict(found)
        if tables:
            for compartment, wrapped in self.rows(
                database,
                "SELECT compartment, wrapped FROM compartment_grant WHERE user_id = ? ORDER BY version",
                self.user_id,
            ):
                newest[compartment] = base64.b64decode(wrapped)
        return list(newest.items())

    def rows(self, database: Any, statement: str, *values: str) -> list[Any]:
        found = []
        try:
            found.extend(database.execute(statement, values))
        except dbapi2.DatabaseError:
            self.faults.append(
                f"after {len(found)} rows: {re.split(' FROM ', statement)[1].partition(' ')[0]}"
            )
        return found


def as_typed(plain: bytes) -> dict[str, object]:
    """Return secret key material exactly as typed. It is never parsed as a number or anything else."""
    try:
        return {"value": plain.decode()}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(plain).decode()}


def find_snapshot(source: Path) -> Path:
    """Find the snapshot: a vault itself, or a backup's newest one (docs/formats/backup.md)."""
    if any((source / name).is_file() for name in ("header", "header.copy")):
        return source
    found = [
        path
        for path in source.glob("snapshot-*")
        if re.fullmatch(r"snapshot-[1-9][0-9]{0,9}", path.name) and path.is_dir() and any(path.iterdir())
    ]
    if not found:
        raise RescueError("this is neither a vault nor a finished backup")
    return max(found, key=lambda path: int(path.name[9:]))


def open_header(snapshot: Path, secret: bytes, kind: int) -> tuple[bytes, bytes, bytes, bytes]:
    """Return vault id, master key, user id and user key (docs/formats/vault.md, 2 and 3)."""
    refusal = "the header is damaged"
    for name in ("header", "header.copy"):
        try:
            with (snapshot / name).open("rb") as file:
                raw = file.read(10_857)
            magic, version, count, length, vault_id, _ = struct.unpack_from(">8sHHI16sQ", raw)
        except (OSError, struct.error):
            continue
        if magic != b"\x89THBV\r\n\x1a" or version not in (1, 2) or length != len(raw):
            continue
        for number in range(count):
            slot = raw[40 + 168 * number : 208 + 168 * number]
            if len(slot) < 168 or slot[0] != kind:
                continue
            refusal = "this secret does not open it"
            opened = open_slot(slot, secret, vault_id, masked=version == 2)
            if opened is None:
                continue
            vault_id, user_id, keys = opened
            header_key = HKDF(SHA256(), 32, vault_id, b"thb-vault/1 header").derive(keys[:32])
            if not hmac.compare_digest(hmac.digest(header_key, raw[:-64], "sha256"), raw[-64:-32]):
                print(
                    "the header was changed by somebody without its key; its keyslot is whole",
                    file=sys.stderr,
                )
            return vault_id, keys[:32], user_id, keys[32:]
    raise RescueError(refusal)


def open_slot(
    slot: bytes, secret: bytes, vault_id: bytes, *, masked: bool
) -> tuple[bytes, bytes, bytes] | None:
    """Return vault id, user id and the two keys. masked: what the slot wraps first shows its ids."""
    _, function, lanes, _, memory, passes = struct.unpack_from(">BBBBII", slot)
    if function != 1 or not (65_536 <= memory <= 2_097_152 and 3 <= passes <= 64 and 1 <= lanes <= 8):
        return None
    key = Argon2id(salt=slot[44:76], length=32, iterations=passes, lanes=lanes, memory_cost=memory).derive(
        secret
    )
    user_id = slot[28:44]
    if masked:
        stream = Cipher(AES(key), CTR(slot[76:88] + b"\0\0\0\2")).decryptor()
        ids = HKDF(SHA256(), 32, None, b"thb-header/2 ids").derive(stream.update(slot[88:120]))
        vault_id = joined(vault_id, hmac.digest(ids, b"vault", "sha256"))
        user_id = joined(user_id, hmac.digest(ids, b"user\0" + slot[12:28], "sha256"))
    said = b"thb-keyslot/1\0" + vault_id + slot[:28] + user_id + slot[44:76]
    try:
        return vault_id, user_id, AESGCM(key).decrypt(slot[76:88], slot[88:], said)
    except InvalidTag:
        return None


def joined(value: bytes, mask: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(value, mask, strict=False))


def read_head(path: Path) -> tuple[int, int]:
    """Form and length of an object; a damaged head counts as the present form."""
    with path.open("rb") as file:
        head = file.read(20)
    if len(head) < 20:
        return 2, 0
    form, length = struct.unpack(">IQ", head[8:])
    return (1 if form == 1 else 2), length


def padme(length: int) -> int:
    exponent = length.bit_length() - 1
    loose = (1 << max(exponent - exponent.bit_length(), 0)) - 1
    return (length + loose) & ~loose


def cut_at_end(path: Path) -> bool:
    """Leave of a padded object its content; False if its end is not there."""
    with path.open("r+b") as file:
        end = file.seek(0, os.SEEK_END)
        while end:
            start = max(0, end - MESSAGE)
            file.seek(start)
            rest = file.read(end - start).rstrip(b"\0")
            if rest:
                is_end = rest[-1:] == b"\x80"
                if is_end:
                    file.truncate(start + len(rest) - 1)
                return is_end
            end = start
    return False


def open_cobblestone(key: bytes, context: bytes, sealed: bytes) -> bytes | None:
    """Open one message of Cobblestone-256; None if it does not belong here."""
    salt, commitment, chunks = sealed[:24], sealed[24:56], sealed[56:]
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + salt + context
    derived = HKDFExpand(SHA512(), 76, info).derive(key)
    if not hmac.compare_digest(derived[44:], commitment):
        return None
    cipher, nonce = AESGCM(derived[:32]), int.from_bytes(derived[32:44], "big")
    starts = range(0, len(chunks), CHUNK + 16)
    try:
        return b"".join(
            cipher.decrypt((nonce ^ index).to_bytes(12, "big"), chunks[start : start + CHUNK + 16], None)
            for index, start in enumerate(starts)
        )
    except (InvalidTag, ValueError):
        return None


def bind(label: str, *parts: bytes) -> bytes:
    """docs/formats/vault.md, 7."""
    return label.encode() + b"\0" + b"".join(struct.pack(">I", len(part)) + part for part in parts)


def unseal(key: bytes, sealed: bytes, context: bytes) -> bytes:
    if sealed[:1] != b"\x01" or len(sealed) < 29:
        raise InvalidTag
    return AESGCM(key).decrypt(sealed[1:13], sealed[13:], context)


def code_bytes(typed: str) -> bytes:
    """Return the 28 data symbols of a recovery code; RescueError names the groups with typing errors."""
    symbols = "".join(
        sign for sign in unicodedata.normalize("NFKC", typed).upper() if sign.isascii() and sign.isalnum()
    ).translate(str.maketrans("OILU", "011V"))
    if len(symbols) != 35 or set(symbols) - set(ALPHABET):
        raise RescueError("a recovery code has 35 letters and digits")
    groups = [symbols[start : start + 5] for start in range(0, 35, 5)]
    wrong = [
        str(place) for place, group in enumerate(groups, 1) if check_symbol(group[:4], place) != group[4]
    ]
    if wrong:
        raise RescueError(f"there is a typing error in group {', '.join(wrong)} of the recovery code")
    return "".join(group[:4] for group in groups).encode()


def check_symbol(symbols: str, place: int) -> str:
    total = product(3, place)
    for weight, symbol in zip((2, 4, 8, 16), symbols, strict=True):
        total ^= product(weight, ALPHABET.index(symbol))
    return ALPHABET[total]


def product(left: int, right: int) -> int:
    """Multiply in the field of 32 elements, x^5 + x^2 + 1."""
    total = 0
    for bit in range(5):
        total ^= (left << bit) * (right >> bit & 1)
    for bit in range(9, 4, -1):
        total ^= (0b100101 << bit - 5) * (total >> bit & 1)
    return total


def safe(name: str) -> str:
    """Return a file name that every file system accepts: letters, digits and a few signs."""
    kept = "".join(
        sign if unicodedata.category(sign)[0] in "LNM" or sign in "-_. ()" else "_"
        for sign in unicodedata.normalize("NFC", name)
    ).strip(" .")
    while len(kept.encode()) > 120:
        stem, dot, ending = kept.rpartition(".")
        kept = stem[:-1] + dot + ending if dot and len(stem) > 1 and len(ending) < 12 else kept[:-1]
    return f"_{kept}" if not kept or kept.split(".")[0].lower() in RESERVED else kept


def free(path: Path) -> Path:
    """Return the name, or a numbered variant of it if another file already has it, ignoring case."""
    taken = {each.name.casefold() for each in path.parent.iterdir()} if path.parent.is_dir() else set()
    number, tried = 1, path
    while tried.name.casefold() in taken:
        number += 1
        tried = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return tried


def ask(chosen: argparse.Namespace) -> str:
    if chosen.secret_fd is not None:
        with os.fdopen(chosen.secret_fd, encoding="utf-8", newline="") as file:
            return file.readline().removesuffix("\n").removesuffix("\r")
    return getpass.getpass("Recovery code: " if chosen.code else "Passphrase: ")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="the folder of a vault or of a backup")
    parser.add_argument("target", type=Path, help="the folder to make")
    parser.add_argument("--code", action="store_true", help="open with the recovery code")
    parser.add_argument("--secret-fd", type=int, metavar="N", help="read the secret from this descriptor")
    chosen = parser.parse_args()
    os.umask(0o077)
    try:
        snapshot = find_snapshot(chosen.source)
        typed = ask(chosen)
        secret = code_bytes(typed) if chosen.code else unicodedata.normalize("NFC", typed).encode()
        vault_id, master_key, user_id, user_key = open_header(snapshot, secret, 2 if chosen.code else 1)
        chosen.target.mkdir(mode=0o700)
        print(WARNING.format(target=chosen.target), file=sys.stderr)
        digits = user_id.hex()
        agent = "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
        return Rescue(
            source=chosen.source,
            snapshot=snapshot,
            target=chosen.target,
            vault_id=vault_id,
            master_key=master_key,
            user_id=agent,
            user_key=user_key,
        ).run()
    except (RescueError, OSError) as refusal:
        print(f"rescue: {refusal}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

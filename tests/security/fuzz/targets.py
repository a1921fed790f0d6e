"""Targets: each reader of data from outside, with samples of what it should read.

A reader may refuse by an error of ours; anything else that comes out of it is a fault.
"""

import hashlib
import hmac
import io
import json
import secrets
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import PBES, serialize_key_and_certificates

from tests.support import chains, exchange, pdfs
from tests.support.offices import BEGIN, act, new_office, small_case, unlock
from tests.support.vaults import new_vault
from thb_desktop.crypto import certificates as own_certificates
from thb_desktop.crypto import compartments, keyfiles, passphrases, recovery, sealing, shares, signing
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.keyslots import Slot
from thb_desktop.crypto.streams import (
    END,
    PADDED,
    UNPADDED,
    ObjectCodec,
    open_message,
    padded_length,
    sealed_length,
)
from thb_desktop.domain.look_answers import look_from, told_from
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.domain.record import from_record
from thb_desktop.errors import FormatError, ThbError
from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm, MemoryEntry
from thb_desktop.exchange.memory.tbx import read_tbx, write_tbx
from thb_desktop.exchange.memory.tmx import read_tmx, write_tmx
from thb_desktop.exchange.returned import ReturnedFile, accept
from thb_desktop.exchange.tables.docx_reading import read_docx
from thb_desktop.exchange.tables.docx_writing import DOCUMENT, write_docx
from thb_desktop.exchange.tables.xlsx_reading import read_xlsx
from thb_desktop.exchange.tables.xlsx_writing import SHEET, write_xlsx
from thb_desktop.exchange.transcripts.elan import read_eaf
from thb_desktop.exchange.transcripts.plain import read_plain
from thb_desktop.exchange.transcripts.subtitles import read_srt
from thb_desktop.exchange.transcripts.webvtt import read_vtt
from thb_desktop.exchange.units import ExchangeFile
from thb_desktop.exchange.xliff.reading import read_xliff
from thb_desktop.exchange.xliff.writing import write_xliff
from thb_desktop.inspect.looks import samples as looks
from thb_desktop.inspect.looks.looking import Looker
from thb_desktop.ledger import canonical
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.statement import KeyStatement
from thb_desktop.report.text.characters import show_acting
from thb_desktop.vault import anchors
from thb_desktop.vault.backup import manifest as manifests
from thb_desktop.vault.backup.manifest import ChainState, Manifest, Part
from thb_desktop.vault.content import ContentReader
from thb_desktop.vault.database import open_scratch
from thb_desktop.vault.header import Header
from thb_desktop.vault.heads_file import open_heads_file, sealed_heads_file
from thb_desktop.vault.journal import Event
from thb_desktop.vault.reader import head
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.projection import Projection
from thb_desktop.vault.tables.registry import table_named
from thb_desktop.verify import certificates as plain_certificates
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.der import verify_der
from thb_desktop.verify.documents.budget import Budget
from thb_desktop.verify.documents.cms import check_message, time_stamp_content
from thb_desktop.verify.documents.syntax import Reader
from thb_desktop.verify.documents.unpacking import first_bytes, inflated, unpredicted
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.verify.run import fingerprint_of
from ui.settings import Settings

KEY, VAULT_ID, OBJECT_ID = bytearray(range(32)), bytes(range(16)), bytes(range(16, 32))


class Fault(Exception):  # noqa: N818 - what a fuzzer looks for
    """A reader took what it must not take, or gave back something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """read: raises ThbError or nothing. samples: what it should read, to be spoilt."""

    read: Callable[[bytes], object]
    samples: Callable[[], Sequence[bytes]]


def attempt(target: Target, data: bytes) -> bool:
    """Read once; whether it was taken. Any error but ours goes through."""
    try:
        target.read(data)
    except ThbError as refusal:
        if not str(refusal) or len(str(refusal)) > 400:
            raise Fault("a refusal has no sentence, or repeats what it read") from refusal
        return False
    return True


def again(read: Callable[[bytes], object], write: Callable[[object], bytes]) -> Callable[[bytes], object]:
    """What is read is written as it was: one value, one form."""

    def both(data: bytes) -> object:
        value = read(data)
        if write(value) != data:
            raise Fault("what was read is written otherwise")
        return value

    return both


def text_of(data: bytes) -> str:
    """What a person could type, halves of surrogate pairs included."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


@cache
def _header() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        new_vault(Path(place, "v")).vault.close()
        return Path(place, "v", "header").read_bytes()


def _read_header(data: bytes) -> None:
    """As it is, and once more with the digest that a stranger can make."""
    covered = data[:-32]
    for one in (data, covered + hashlib.sha256(covered).digest()):
        with suppress(ThbError):
            again(Header.from_bytes, lambda header: header.to_bytes())(one)


def _slots() -> list[bytes]:
    raw = _header()
    return [raw[40:208], raw[208:376], raw[40 : 208 - 32]]


@cache
def _events() -> tuple[bytes, ...]:
    """The contents of events of a small case."""
    with tempfile.TemporaryDirectory() as place:
        new_office(Path(place, "o"), lambda session: registered_at(session, small_case(session)))
        session = unlock(Path(place, "o"))
        found = tuple(each.payload for each in chain.openings(session.read) if each is not None)
        session.close()
    return found


def registered_at(session, small) -> None:
    from tests.support.offices import exhibit
    from thb_desktop.services.evidence import exhibits

    exhibits.register_exhibit(session, exhibit(small), act(occurred_at=BEGIN))


@cache
def _scratch() -> Projection:
    return Projection(open_scratch())


def _replay(data: bytes) -> None:
    projection = _scratch()
    connection = projection._connection
    event = Event.parse(data)
    connection.execute("BEGIN")
    try:
        for state in event.states:
            projection.replay(state)
    finally:
        connection.execute("ROLLBACK")


def _read_record(data: bytes) -> None:
    value = canonical.parse(data)
    told = value if isinstance(value, dict) else {}
    record = told.get("record")
    from_record(table_named(told.get("entity")).entity, record if isinstance(record, dict) else {})


def _records() -> list[bytes]:
    states = [state for event in _events() for state in json.loads(event)["states"]]
    return [canonical.encode(state) for state in states]


@cache
def _extract() -> bytes:
    return chains.extract_of(chains.example(), chains.PHONE, chains.RECORD).to_bytes()


@cache
def _documents() -> tuple[pdfs.Office, tuple[bytes, ...]]:
    office = pdfs.make_office()
    inside = {
        "custody/custody-extract.json": _extract(),
        "manifest.json": b'{"format":"thb-bundle-manifest/1"}',
    }
    prepared = pdfs.prepare(attachments=inside)
    return office, (
        pdfs.signed_twice(office),
        pdfs.signed_twice(office, prepared),
        pdfs.prepare(packed=False),
        pdfs.signed_elsewhere(pdfs.prepare(), office, office.judge, pdfs.JUDGE),
    )


def _read_message(data: bytes) -> None:
    for pades, own in ((True, True), (False, False)):
        check_message(data, None, lambda _: bytes(32), pades=pades, own=own)
    check_message(data, b"content", lambda _: bytes(32), pades=False, own=False)
    time_stamp_content(data)


def _messages() -> list[bytes]:
    return [pdfs.message_of(each) for each in _documents()[1] if b"/ByteRange" in each]


def _certificates() -> list[bytes]:
    office = _documents()[0]
    return [office.root, office.judge.certificate or b"", chains.example().root]


def _read_certificate(data: bytes) -> None:
    root = _certificates()[0]
    with suppress(ThbError):
        found = plain_certificates.read_certificate(data)
        if data[-1] % 16 == 0:  # a signature checked in plain Python takes as long as a thousand others
            plain_certificates.verify_user(found, plain_certificates.read_certificate(root))
    with suppress(ThbError):
        own_certificates.read_holder(data)
    own_certificates.verify_leaf(data, root, at=BEGIN)


def _syntax(data: bytes) -> None:
    Reader(data, 0, len(data)).object()


def _unpack(data: bytes) -> None:
    first_bytes(data)
    budget = Budget.of(len(data))
    content = b"".join(inflated(memoryview(data), budget))
    for predictor in (1, 2, 12, 15):
        with suppress(ThbError):
            unpredicted(content, {"Predictor": predictor, "Columns": 1 + len(data) % 9}, budget)


def _content_samples() -> list[bytes]:
    into = memoryview(bytearray(sealed_length(6000)))
    found = []
    for size in (0, 1, 5000):
        padded = (b"x" * size + END).ljust(padded_length(size), b"\0")
        for form, plain in ((UNPADDED, b"x" * size), (PADDED, padded)):
            codec = ObjectCodec(key=KEY, vault_id=VAULT_ID, object_id=OBJECT_ID, form=form)
            written = codec.encrypt(memoryview(plain), 0, last=True, into=into)
            found.append(head(len(plain), form) + bytes(into[:written]))
    return found


def _read_content(data: bytes) -> None:
    codec = ObjectCodec(key=KEY, vault_id=VAULT_ID, object_id=OBJECT_ID)
    for size in (0, 1, 5000, int.from_bytes(data[12:20], "big") & 0xFFFFF):
        with suppress(ThbError), ContentReader(io.BytesIO(data), codec, size) as reader:
            if reader.readall() != b"x" * size:
                raise Fault("a changed object was read")
    with suppress(ThbError):
        open_message(KEY, b"context", data)
        raise Fault("what nobody wrote was opened")


def _sealed() -> list[bytes]:
    """The same in every process: what a fuzzer begins with is written by another."""
    return [sealing.seal(KEY, value, context=b"c", randomness=bytes) for value in (b"", b"x" * 90)]


def _read_sealed(data: bytes) -> None:
    if data not in _SEALED:
        sealing.unseal(KEY, data, context=b"c")
        raise Fault("a changed value was opened")


_SEALED = _sealed()


def _compartment(data: bytes) -> None:
    key = compartments.ReceivingKey.from_bytes(bytes(range(96)))
    with suppress(ThbError):
        compartments.unwrap(key, data, context=b"c")
    with suppress(ThbError):
        compartments.wrap_for(data, KEY, context=b"c")
    compartments.ReceivingKey.from_bytes(data)


def _compartment_samples() -> list[bytes]:
    key = compartments.ReceivingKey.from_bytes(bytes(range(96)))
    return [key.public, compartments.wrap_for(key.public, KEY, context=b"c"), bytes(range(96))]


def _code(data: bytes) -> None:
    code = recovery.from_text(text_of(data))
    if recovery.from_text(recovery.to_text(code)) != code:
        raise Fault("a code is written otherwise")


def _passphrase(data: bytes) -> None:
    text = text_of(data)[:3000]
    passphrases.assess(text)
    with suppress(ThbError):
        passphrases.verify_strong_enough(text)
    prepared = passphrases.prepare(text)
    if passphrases.prepare(prepared.decode()) != prepared:
        raise Fault("a passphrase typed again is another")


def _text(data: bytes) -> None:
    text = text_of(data)[:4000]
    drawn, origin = show_acting(text)
    if len(origin) != len(drawn) + 1 or isolate_identifiers(isolate_identifiers(text)) != isolate_identifiers(
        text
    ):
        raise Fault("a text is drawn otherwise")


def _texts() -> list[bytes]:
    from tests.security.texts import deceiving

    return [text.encode() for text in deceiving().values()]


def _settings(data: bytes) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as place:  # noqa: S108
        Path(place, "settings.json").write_bytes(data)
        found = Settings.load(Path(place))
    if found.idle not in (60, 120, 240, 600) or len(found.language) > 16:
        raise Fault("settings hold an unknown value")


def _signature(data: bytes) -> None:
    with suppress(ThbError):
        signing.verify_signature(data, b"x", bytes(64))
    with suppress(ThbError):
        signing.from_der(data)
    with suppress(ThbError):
        plain_certificates.signature_from_der(data)
    with suppress(ThbError):
        signing.SoftwareSigner.from_bytes(bytearray(data))
    fingerprint_of(text_of(data))


@cache
def _key_files() -> tuple[bytes, ...]:
    """A key with its certificate as browsers export it: by AES of today, and by the Triple DES of before."""
    office = _documents()[0]
    certificate = x509.load_der_x509_certificate(office.judge.certificate or b"")
    ways = (
        PrivateFormat.PKCS12.encryption_builder().kdf_rounds(50).hmac_hash(SHA256()),
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(50)
        .key_cert_algorithm(PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(SHA256()),
    )
    return tuple(
        serialize_key_and_certificates(
            b"name", office.judge.private_key, certificate, None, way.build(b"amber canal")
        )
        for way in ways
    )


def _read_key_file(data: bytes) -> None:
    with suppress(ThbError):
        keyfiles.read_key_file(data, bytearray(b"another"))
    with suppress(ThbError):
        keyfiles.verify_usable(data, chains.Key("x").public)
    with suppress(ThbError):
        keyfiles.verify_usable(_certificates()[1], data)
    keyfiles.read_key_file(data, bytearray(b"amber canal"))


@cache
def _shares() -> tuple[bytes, ...]:
    share_set = shares.ShareSet(vault_id=VAULT_ID, set_id=OBJECT_ID, needed=2, total=3, costs=FLOOR)
    secret = shares.new_secret(secrets.token_bytes)
    typed = [bytearray(f"passphrase {number}".encode()) for number in range(3)]
    return tuple(share.to_text().encode() for share in shares.split(secret, share_set, typed))


def _read_share(data: bytes) -> None:
    share = shares.Share.from_text(text_of(data))
    if shares.Share.from_text(share.to_text()) != share:
        raise Fault("a share is written otherwise")


def _manifests() -> list[bytes]:
    part = Part(size=1, sha256="0" * 64)
    manifest = Manifest(
        vault_id=VAULT_ID,
        number=1,
        made_at=BEGIN,
        stand=ChainState(root=bytes(32), code="AAAA-BBBB-CCCC-DDDD"),
        parts={"header": part, "vault.db": part, "0" * 32: part},
    )
    raw = manifest.to_bytes(KEY, bytes)
    return [manifests._opened(raw, KEY)]


def _manifest(data: bytes) -> None:
    """With the code that fits it: what a reader does once the code is right."""
    code = f"\n{hmac.digest(KEY, data, 'sha256').hex()}\n".encode()
    found = Manifest.from_bytes(data + code, KEY)
    if manifests._opened(found.to_bytes(KEY, bytes), KEY) != data:
        raise Fault("a manifest is written otherwise")


def _heads() -> list[bytes]:
    remembered = anchors.RememberedHead(
        size=3, root=bytes(32), subjects=2, counters=bytes(32), at=BEGIN, epoch=1
    )
    memory = anchors.Memory(since=BEGIN, since_size=1, line=(remembered, remembered), given_up=(remembered,))
    return [anchors._written(memory)]


def _read_heads(data: bytes) -> None:
    sealed = sealed_heads_file(data[:4000], KEY, VAULT_ID, bytes)
    memory = anchors._read(open_heads_file(sealed, KEY, VAULT_ID))
    if not memory.line or memory.newest.at.tzinfo is None:
        raise Fault("remembered heads are read otherwise")


def _entries() -> list[bytes]:
    return [signed.entry for signed in chains.example().stored.entries[:3]]


def any_of(*readers: Callable[[bytes], object]) -> Callable[[bytes], object]:
    """Read by each. The first refusal is told if all refuse."""

    def read(data: bytes) -> None:
        refusals = []
        for each in readers:
            try:
                each(data)
            except ThbError as refusal:
                refusals.append(refusal)
        if len(refusals) == len(readers):
            raise refusals[0]

    return read


def accepted(read: Callable[[bytes], ReturnedFile]) -> Callable[[bytes], object]:
    """Read a file that came back, and compare it with what was sent."""
    sent = exchange.exchange()

    def both(data: bytes) -> None:
        found = accept(read(data), sent)
        if [each.unit.source for each in found.units] != [each.source for each in sent.units]:
            raise Fault("another source text was accepted")

    return both


def _exchange_samples() -> list[bytes]:
    sent = exchange.exchange()
    return [write_xliff(sent), write_docx(sent), write_xlsx(sent)]


def packed_table(
    write: Callable[[ExchangeFile], bytes], read: Callable[[bytes], ReturnedFile], part: str
) -> Callable[[bytes], object]:
    """Read the part with the table, in a file that is packed as it should be."""
    parts = exchange.unpacked(write(exchange.exchange()))
    return accepted(lambda data: read(exchange.packed(parts | {part: data}, stored=True)))


def _tables() -> list[bytes]:
    return [
        exchange.unpacked(data)[part]
        for data, part in zip(_exchange_samples()[1:], (DOCUMENT, SHEET), strict=True)
    ]


def _memories() -> list[bytes]:
    entry = MemoryEntry(
        id="1", source_language="ar", source="\x01لا", target_language="fr", target="non", origin="Job 1"
    )
    words = (ExchangeTerm(language="ar", term="سمسار", reliability=3, part_of_speech="noun"),)
    concept = ExchangeConcept(id="1", terms=words, definition="who recruits", definition_source="law")
    return [
        write_tmx([entry], source_language="ar"),
        write_tbx([concept], title="Terms", language="en"),
        b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.1"><header/><body/></tmx>',
    ]


def _look(data: bytes) -> None:
    """Every question about a file is answered, in the form that is expected, or refused."""
    looker, is_refused = Looker(), True
    for job, name in (("look", "a"), ("look", "a.csv"), ("told", ""), ("text", "")):
        said, pieces = looker.answer(io.BytesIO(data), {"job": job, "name": name, "page": 1})  # type: ignore[arg-type]
        list(pieces)
        told = canonical.parse(canonical.encode(said))
        if isinstance(told, dict) and "refused" in told:
            continue
        is_refused = False
        if job == "look":
            _open_some(looker, data, _expected(look_from, told))
        elif job == "told":
            _expected(told_from, told)
    if is_refused:
        raise FormatError("every question was refused")


def _open_some(looker: Looker, data: bytes, look: object) -> None:
    for part in getattr(look, "parts", ())[:3]:
        if part.key:
            question = {"job": "look", "part": [part.key], "page": 1}
            said, _ = looker.answer(io.BytesIO(data), question)  # type: ignore[arg-type]
            if "refused" not in said:
                _expected(look_from, canonical.parse(canonical.encode(said)))


def _expected(read: Callable[[object], object], told: object) -> object:
    """Our own reader never answers in another form than the one that is read."""
    try:
        return read(told)
    except FormatError as refusal:
        raise Fault("the answer has another form") from refusal


TARGETS: dict[str, Target] = {
    "look": Target(read=_look, samples=lambda: list(looks.every_kind())),
    "header": Target(read=_read_header, samples=lambda: [_header()]),
    "keyslot": Target(read=again(Slot.from_bytes, lambda slot: slot.to_bytes()), samples=_slots),
    "canonical": Target(
        read=again(canonical.parse, canonical.encode), samples=lambda: [*_entries(), *_events()]
    ),
    "entry": Target(read=again(Entry.parse, lambda entry: entry.to_bytes()), samples=_entries),
    "statement": Target(
        read=again(KeyStatement.parse, lambda statement: statement.to_bytes()),
        samples=lambda: [signed.statement for signed in chains.example().stored.statements],
    ),
    "head": Target(
        read=again(Head.parse, lambda head: head.to_bytes()),
        samples=lambda: [signed.head for signed in chains.example().stored.heads[:2]],
    ),
    "extract": Target(
        read=again(Extract.parse, lambda extract: extract.to_bytes()), samples=lambda: [_extract()]
    ),
    "custody": Target(read=check_extract, samples=lambda: [_extract()]),
    "event": Target(read=_replay, samples=_events),
    "record": Target(read=_read_record, samples=_records),
    "document": Target(read=check_pdf, samples=lambda: _documents()[1]),
    "syntax": Target(
        read=_syntax, samples=lambda: [b"<< /A [1 2 0 R (x\\)) <00ff> /N#20 true null -1.5] >>", b"[" * 70]
    ),
    "packed": Target(read=_unpack, samples=lambda: [_zlib(b"abc" * 90), _zlib(bytes(4000))]),
    "message": Target(read=_read_message, samples=_messages),
    "DER": Target(read=verify_der, samples=lambda: [*_certificates(), *_messages()]),
    "certificate": Target(read=_read_certificate, samples=_certificates),
    "signature": Target(read=_signature, samples=lambda: [chains.Key("x").public, bytes(64)]),
    "recovery code": Target(
        read=_code, samples=lambda: [recovery.to_text(recovery.generate(secrets.token_bytes)).encode()]
    ),
    "recovery share": Target(read=_read_share, samples=_shares),
    "key file": Target(read=_read_key_file, samples=_key_files),
    "passphrase": Target(
        read=_passphrase, samples=lambda: [b"amber canal lantern orchard violet", "été ßİ 字".encode()]
    ),
    "sealed value": Target(read=_read_sealed, samples=lambda: _SEALED),
    "compartment": Target(read=_compartment, samples=_compartment_samples),
    "content": Target(read=_read_content, samples=_content_samples),
    "text": Target(read=_text, samples=_texts),
    "settings": Target(
        read=_settings, samples=lambda: [b'{"scheme": "dark", "language": "fr", "idle": 240}']
    ),
    "backup manifest": Target(read=_manifest, samples=_manifests),
    "remembered heads": Target(read=_read_heads, samples=_heads),
    "exchange": Target(
        read=any_of(accepted(read_xliff), accepted(read_docx), accepted(read_xlsx)), samples=_exchange_samples
    ),
    "table": Target(
        read=any_of(
            packed_table(write_docx, read_docx, DOCUMENT), packed_table(write_xlsx, read_xlsx, SHEET)
        ),
        samples=_tables,
    ),
    "memory": Target(read=any_of(read_tmx, read_tbx), samples=_memories),
    "transcript": Target(
        read=any_of(read_eaf, read_vtt, read_srt, read_plain),
        samples=lambda: [
            b"1\n00:00:06,500 --> 00:00:09,000\nJUDGE: Where?\n\n2\n00:00:09,000 --> 00:00:17,250\nx\n",
            b"WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:04.000 align:start\n<v Judge>R&amp;D</v>\n",
            b"[00:01:05] A: Yes.\nQ. Where?\n\nHe cries.\n",
            (
                b'<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="1"/></TIME_ORDER>'
                b'<TIER TIER_ID="x"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="a" TIME_SLOT_REF2="b">'
                b"<ANNOTATION_VALUE>x</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>"
                b"</ANNOTATION_DOCUMENT>"
            ),
        ],
    ),
}


def _zlib(data: bytes) -> bytes:
    import zlib

    return zlib.compress(data)

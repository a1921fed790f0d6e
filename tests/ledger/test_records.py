"""Entries, heads and key statements: exact forms, strict reading, commitments."""

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.chains import PHONE, Key, Office, example
from thb_desktop.errors import FormatError, NotCanonicalError, UnknownFieldError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.ledger.entry import Entry, Opening, commit, sign_entry
from thb_desktop.ledger.statement import KeyStatement

IDS = st.uuids().map(str) | st.uuids().map(lambda each: each.hex)
CODES = st.from_regex(r"[A-Z][A-Z0-9_]{0,63}", fullmatch=True)
HASHES = st.binary(min_size=32, max_size=32)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(1970, 1, 2), datetime(9999, 12, 30), timezones=OFFSETS)  # noqa: DTZ001
ENTRIES = st.builds(
    Entry,
    vault=IDS,
    seq=st.integers(1, 2**63 - 1),
    prev=HASHES,
    at=TIMES,
    clock=CODES,
    boot=IDS | st.just(""),
    mono=st.integers(0, 2**63 - 1),
    agent=IDS,
    role=CODES,
    action=CODES,
    subject=IDS,
    n=st.integers(1, 2**63 - 1),
    commitment=HASHES,
    key=HASHES.map(bytes.hex),
)
HEADS = st.builds(
    Head,
    vault=IDS,
    size=st.integers(1, 2**63 - 1),
    root=HASHES,
    subjects=st.integers(1, 2**63 - 1),
    counters=HASHES,
    at=TIMES,
    key=HASHES.map(bytes.hex),
)
STATEMENTS = st.builds(
    KeyStatement,
    vault=IDS,
    agent=IDS,
    role=CODES,
    session=st.binary(min_size=1, max_size=100),
    first=st.integers(1, 2**63 - 1),
    since=TIMES,
    signer=HASHES.map(bytes.hex),
)
FRAGMENTS = [
    b"",
    b"0",
    b"9",
    b"-",
    b" ",
    b"\n",
    b'"',
    b"\\u0041",
    b"a",
    b"A",
    b"\xd9\xa1",
    b"9" * 19,
    b"e1",
    b",",
    b"+24",
]
RECORDS = [Entry, Head, KeyStatement]


@pytest.fixture(scope="module")
def office() -> Office:
    return example()


@pytest.mark.requirement("SR-28")
@given(ENTRIES | HEADS | STATEMENTS)
def test_each_record_is_read_back_as_it_was(record: Entry | Head | KeyStatement) -> None:
    read = type(record).parse(record.to_bytes())

    assert read == record
    assert read.to_bytes() == record.to_bytes()


@pytest.mark.requirement("SR-28")
@given(ENTRIES | HEADS, st.data())
def test_a_record_read_by_its_form_is_what_the_strict_reader_reads(record: Entry | Head, data) -> None:
    """Of any bytes: the same record, or the same refusal."""
    written = bytearray(record.to_bytes())
    if data.draw(st.booleans()):
        start = data.draw(st.integers(0, len(written)))
        length = data.draw(st.integers(0, 3))
        written[start : start + length] = data.draw(st.sampled_from(FRAGMENTS))

    assert outcome(type(record).parse, bytes(written)) == outcome(strictly(type(record)), bytes(written))


def outcome(read, untrusted: bytes):
    try:
        return read(untrusted)
    except FormatError as refusal:
        return type(refusal), str(refusal)


def strictly(kind):
    return lambda untrusted: kind.from_value(canonical.parse(untrusted, max_size=4096))


@pytest.mark.requirement("SR-28")
@given(st.binary(max_size=300) | st.from_type(dict).map(lambda each: json.dumps(str(each)).encode()))
def test_any_bytes_are_refused_with_a_declared_error(untrusted: bytes) -> None:
    for kind in RECORDS:
        with pytest.raises(FormatError):
            kind.parse(untrusted)


@given(ENTRIES, st.data())
def test_one_changed_byte_of_an_entry_is_another_entry_or_refused(entry: Entry, data: st.DataObject) -> None:
    written = entry.to_bytes()
    place = data.draw(st.integers(0, len(written) - 1))
    other = written[:place] + bytes([written[place] ^ data.draw(st.integers(1, 255))]) + written[place + 1 :]

    try:
        read = Entry.parse(other)
    except FormatError:
        return
    assert read != entry


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", "thb-entry/2"),
        ("vault", "Vault of the office"),
        ("subject", "Jan de Vries"),
        ("subject", "0d84e8fbc1901f917159951fefbe0af"),
        ("subject", "0D84E8FBC1901F917159951FEFBE0AFC"),
        ("subject", "0d84e8fb-c1901f917159951fefbe0afc"),
        ("agent", ""),
        ("boot", "my laptop"),
        ("role", "judge"),
        ("action", "SEIZED from Maria"),
        ("action", "A" * 65),
        ("action", "SEIZED\n"),
        ("clock", "1_CLOCK"),
        ("seq", 0),
        ("seq", True),
        ("seq", "5"),
        ("n", 0),
        ("mono", -1),
        ("prev", "00"),
        ("prev", "AB" * 32),
        ("prev", "٠" * 64),
        ("commitment", None),
        ("key", ["00"]),
        ("at", "2026-03-02T09:15:00+01:00"),
        ("at", "2026-03-02T09:15:00.000000Z"),
        ("at", "2026-03-02 09:15:00.000000+01:00"),
        ("at", "2026-02-30T09:15:00.000000+01:00"),
        ("at", "2026-03-02T09:15:00.000000-00:00"),
        ("at", "2026-03-02T09:15:00.000000+24:00"),
        ("at", "2026-03-02T24:00:00.000000+01:00"),
        ("at", "0001-01-01T00:00:00.000000+14:00"),
        ("at", "2026-03-02T09:15:00.00000٠+01:00"),
    ],
)
def test_a_field_in_another_form_is_refused(office: Office, field: str, value: canonical.Value) -> None:
    fields = json.loads(office.stored.entries[4].entry) | {field: value}

    with pytest.raises(FormatError) as refusal:
        Entry.parse(canonical.encode(fields))

    assert not any(name in str(refusal.value) for name in ("Maria", "Jan", "laptop"))


def test_a_field_too_many_and_one_too_few_are_told_apart(office: Office) -> None:
    fields = json.loads(office.stored.entries[4].entry)
    without = {name: value for name, value in fields.items() if name != "n"}

    with pytest.raises(UnknownFieldError):
        Entry.parse(canonical.encode(fields | {"name": "Maria"}))
    with pytest.raises(FormatError, match="lacks"):
        Entry.parse(canonical.encode(without))
    with pytest.raises(NotCanonicalError):
        Entry.parse(json.dumps(fields).encode())


def test_one_kind_of_record_is_never_read_as_another(office: Office) -> None:
    stored = office.stored
    samples = [stored.entries[0].entry, stored.heads[0].head, stored.statements[0].statement]

    for kind, own in zip(RECORDS, samples, strict=True):
        for data in samples:
            if data is not own:
                with pytest.raises(FormatError):
                    kind.parse(data)


def test_nothing_is_signed_that_no_one_could_read(office: Office) -> None:
    signed = list[bytes]()
    entry = replace(office.stored.entries[4].parsed(), subject="Maria")

    with pytest.raises(FormatError):
        sign_entry(entry, lambda data: signed.append(data) or bytes(64))

    assert signed == []


def test_what_is_signed_is_the_canonical_form(office: Office) -> None:
    for stored in office.stored.entries:
        entry = stored.parsed()

        assert sign_entry(entry, lambda _: bytes(64)).entry == entry.to_bytes() == stored.entry
    longest = replace(entry, mono=2**62, boot="")
    assert sign_entry(longest, lambda _: bytes(64)).entry == longest.to_bytes()


def test_a_signature_of_another_length_is_refused(office: Office) -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        sign_entry(office.stored.entries[4].parsed(), lambda _: bytes(70))


def test_a_commitment_is_the_hash_that_is_written_down() -> None:
    nonce, payload = bytes(range(32)), b'{"name":"Maria"}'

    expected = sha256(b"thb-commitment/1" + b"\x00" + nonce + payload).digest()

    assert commit(nonce, payload) == Opening(nonce=nonce, payload=payload).commitment == expected
    with pytest.raises(ValueError, match="32 bytes"):
        commit(bytes(31), payload)


def test_the_same_content_twice_has_two_commitments_that_tell_nothing(office: Office) -> None:
    payload = canonical.encode({"name": "Maria"})

    one, other = commit(b"\x01" * 32, payload), commit(b"\x02" * 32, payload)

    assert one != other
    assert sha256(payload).digest() not in (one, other)


def test_no_content_and_no_name_lies_in_entries_heads_or_statements(office: Office) -> None:
    stored = office.stored
    public = b"".join(
        [signed.entry + signed.signature for signed in stored.entries]
        + [signed.head for signed in stored.heads]
        + [signed.statement for signed in stored.statements]
    )

    for opening in stored.openings.values():
        assert opening.payload not in public
        assert opening.nonce.hex().encode() not in public
    for word in (b"Ruritania", b"Example", b"training", b"A-1001"):
        assert word not in public


def test_the_short_code_is_that_of_the_state_whoever_signed_it_and_when(office: Office) -> None:
    head = office.stored.heads[-1].parsed()
    later = replace(head, at=head.at + timedelta(days=1), key=Key("other").id)
    other = replace(head, root=bytes(32))

    assert head.short_code == later.short_code != other.short_code
    assert len(head.short_code) == 19


def test_counters_stand_where_the_entries_say(office: Office) -> None:
    own = [each.parsed() for each in office.stored.entries if each.parsed().subject == PHONE]

    assert [entry.n for entry in own] == list(range(1, office.counters.of(PHONE) + 1))

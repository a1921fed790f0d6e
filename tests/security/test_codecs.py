"""Every form that rests or travels is read back as it was written, whatever was in it."""

import io
import secrets
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.crypto import recovery, sealing, shares
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.crypto.streams import END, PADDED, UNPADDED, ObjectCodec, padded_length, sealed_length
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.ledger.entry import Entry
from thb_desktop.vault import anchors
from thb_desktop.vault.backup.manifest import ChainState, Manifest, Part
from thb_desktop.vault.header import Header
from thb_desktop.vault.heads_file import open_heads_file, sealed_heads_file
from thb_desktop.vault.journal import Event
from thb_desktop.vault.reader import ContentReader, head

KEY = bytearray(range(32))


def exactly(length: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=length, max_size=length)


ids, digests = exactly(16), exactly(32)
hexadecimal = digests.map(bytes.hex)
counts = st.integers(1, 2**53)
instants = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
costs = st.builds(
    KdfParameters,
    memory=st.integers(64 * 1024, 2048 * 1024),
    passes=st.integers(3, 64),
    lanes=st.integers(1, 8),
)


def slots(*kinds: SlotKind) -> st.SearchStrategy[Slot]:
    return st.sampled_from(kinds).flatmap(
        lambda kind: st.builds(
            Slot,
            kind=st.just(kind),
            slot_id=ids,
            user_id=ids,
            parameters=costs,
            salt=digests,
            nonce=exactly(12),
            wrapped=exactly(32 * kind.keys + 16),
        )
    )


@pytest.mark.requirement("SR-28")
@given(slots(*SlotKind))
def test_sr_28_a_keyslot_of_each_kind(slot: Slot):
    assert Slot.from_bytes(slot.to_bytes()) == slot


@pytest.mark.requirement("SR-28")
@given(
    st.builds(
        Header,
        vault_id=ids,
        epoch=st.integers(0, 2**64 - 1),
        slots=st.lists(
            slots(*(kind for kind in SlotKind if kind is not SlotKind.USER)),
            min_size=1,
            max_size=5,
            unique_by=lambda slot: slot.slot_id,
        ).map(tuple),
    )
)
def test_sr_28_a_header(header: Header):
    sealed = header.sealed(KEY)

    read = Header.from_bytes(sealed.to_bytes())

    assert read == sealed
    read.verify_authentic(KEY)


entries = st.builds(
    Entry,
    vault=ids.map(bytes.hex),
    seq=counts,
    prev=digests,
    at=instants,
    clock=st.just("DEVICE_UNVERIFIED"),
    boot=st.just("") | ids.map(bytes.hex),
    mono=st.integers(0, 2**62),
    agent=ids.map(bytes.hex),
    role=st.sampled_from(["CLERK", "PROSECUTOR"]),
    action=st.sampled_from(["SEIZED", "CASE_OPENED"]),
    subject=ids.map(bytes.hex),
    n=counts,
    commitment=digests,
    key=hexadecimal,
)


@pytest.mark.requirement("SR-28")
@given(entries)
def test_sr_28_an_entry(entry: Entry):
    assert Entry.parse(entry.to_bytes()) == entry


@pytest.mark.requirement("SR-28")
@given(
    st.builds(
        Head,
        vault=ids.map(bytes.hex),
        size=counts,
        root=digests,
        subjects=counts,
        counters=digests,
        at=instants,
        key=hexadecimal,
    )
)
def test_sr_28_a_head(signed: Head):
    assert Head.parse(signed.to_bytes()) == signed


@pytest.mark.requirement("SR-28")
@given(
    st.builds(
        Event,
        schema=counts,
        action=texts,
        reason=texts,
        states=st.lists(st.dictionaries(texts, texts | st.booleans() | st.none(), max_size=4), max_size=4),
        tables=hexadecimal,
    )
)
def test_sr_28_the_content_of_an_event(event: Event):
    assert Event.parse(event.to_bytes()) == event


@pytest.mark.requirement("SR-28")
@given(st.binary(max_size=5000), st.integers(0, 2**40), st.booleans())
def test_sr_28_a_message_of_a_content_object(message: bytes, index: int, last: bool):
    codec = ObjectCodec(key=KEY, vault_id=bytes(16), object_id=bytes(16))
    into = memoryview(bytearray(sealed_length(len(message))))

    written = codec.encrypt(memoryview(message), index, last=last, into=into)

    assert written == len(into)
    assert codec.decrypt(bytes(into), index, last=last) == message


@pytest.mark.requirement("SR-28")
@given(st.binary(max_size=5000), st.sampled_from([UNPADDED, PADDED]))
def test_sr_28_a_whole_content_object(message: bytes, form: int):
    padded = (message + END).ljust(padded_length(len(message)), b"\0")
    plain = padded if form == PADDED else message
    codec = ObjectCodec(key=KEY, vault_id=bytes(16), object_id=bytes(16), form=form)
    into = memoryview(bytearray(sealed_length(len(plain))))
    codec.encrypt(memoryview(plain), 0, last=True, into=into)
    file = io.BytesIO(head(len(plain), form) + bytes(into))

    with ContentReader(file, codec, len(message)) as reader:
        assert reader.readall() == message
        reader.verify_end()


@pytest.mark.requirement("SR-28")
@given(st.binary(max_size=500), st.binary(max_size=50))
def test_sr_28_a_sealed_value(value: bytes, context: bytes):
    sealed = sealing.seal(KEY, value, context=context, randomness=secrets.token_bytes)

    assert sealing.unseal(KEY, sealed, context=context) == value


@pytest.mark.requirement("SR-28")
@given(exactly(recovery.LENGTH))
def test_sr_28_a_recovery_code(drawn: bytes):
    code = recovery.generate(lambda _: drawn)

    assert recovery.from_text(recovery.to_text(code)) == code
    assert recovery.from_text(recovery.to_text(code).lower().replace("-", " ")) == code


@pytest.mark.requirement("SR-28")
@given(st.integers(2, 16), st.data())
def test_sr_28_a_recovery_share(total: int, data: st.DataObject):
    needed, number = data.draw(st.integers(2, total)), data.draw(st.integers(1, total))
    rest = data.draw(exactly(length_of_share()))
    named = shares._NAMED  # the form is private to its file
    share = shares.Share(number=number, needed=needed, total=total, named=rest[:named], sealed=rest[named:])

    assert shares.Share.from_text(share.to_text()) == share


@cache
def length_of_share() -> int:
    """Bytes behind the two of the head, as a share that was made has them."""
    share_set = shares.ShareSet(
        vault_id=bytes(16),
        set_id=bytes(16),
        needed=2,
        total=2,
        costs=KdfParameters(memory=64 * 1024, passes=3, lanes=1),
    )
    made = shares.split(bytearray(range(16)), share_set, [bytearray(b"one"), bytearray(b"two")])[0]
    return len(made.named) + len(made.sealed)


remembered = st.builds(
    anchors.RememberedHead,
    size=counts,
    root=digests,
    subjects=counts,
    counters=digests,
    at=instants,
    epoch=st.integers(0, 2**40),
)


@pytest.mark.requirement("SR-28")
@given(
    st.builds(
        anchors.Memory,
        since=instants,
        since_size=counts,
        line=st.lists(remembered, min_size=1, max_size=6).map(tuple),
        given_up=st.lists(remembered, max_size=3).map(tuple),
    )
)
def test_sr_28_what_a_computer_remembers(memory: anchors.Memory):
    raw = sealed_heads_file(anchors._written(memory), KEY, bytes(16), secrets.token_bytes)

    assert anchors._read(open_heads_file(raw, KEY, bytes(16))) == memory


parts = st.builds(Part, size=st.integers(0, 2**53), sha256=hexadecimal)


@pytest.mark.requirement("SR-28")
@given(
    st.builds(
        Manifest,
        vault_id=ids,
        number=counts,
        made_at=instants,
        stand=st.builds(ChainState, root=digests, code=st.just("AAAA-BBBB-CCCC-2345")),
        parts=st.dictionaries(ids.map(bytes.hex), parts, max_size=6).flatmap(
            lambda objects: st.fixed_dictionaries({"header": parts, "vault.db": parts}).map(
                lambda own: {**objects, **own}
            )
        ),
    )
)
def test_sr_28_the_manifest_of_a_backup(manifest: Manifest):
    assert Manifest.from_bytes(manifest.to_bytes(KEY, secrets.token_bytes), KEY) == manifest

"""Sixteen ways to tamper with a chain, at three places, by four kinds of signer: each called by its name.

The signer puts a key to what was altered: the key of the entry's own signer, of another user, of a stranger,
or of a user who was retired meanwhile. `NOBODY` leaves the old signature.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

import pytest

from tests.support.chains import Key, Office, Person, Session, Stored, changed, example, re_signed, rebuilt
from tests.support.figures import Value
from thb_desktop.ledger import canonical
from thb_desktop.ledger.checkpoint import sign_head
from thb_desktop.ledger.entry import Entry, SignedEntry
from thb_desktop.ledger.faults import DOUBTS, FAULTS
from thb_desktop.ledger.tree import root_of

FIRST, MIDDLE, LAST = 0, 8, 16
PLACES = (FIRST, MIDDLE, LAST)
FIRST_DAY = 9
"""Entries of the first day; the clerk is retired by the first of the second."""


class By(StrEnum):
    NOBODY = "nobody"
    SELF = "self"
    OTHER = "other"
    FOREIGN = "foreign"
    RETIRED = "retired"


SIGNERS = (By.SELF, By.OTHER, By.FOREIGN, By.RETIRED)
OFFICE, ANOTHER = example(), example("another vault")
CLERK = OFFICE.sessions[1]
STRANGER = Session(
    person=Person(label="a stranger", role="CLERK", agent="5" * 32, key=Key("a stranger"), certificate=b""),
    key=Key("a stranger"),
)


def session(entry: Entry, by: By) -> Session:
    """Who signs in place of the one who signed this entry."""
    own = next(each for each in OFFICE.sessions if each.key.id == entry.key)
    of_the_day = OFFICE.sessions[:2] if entry.seq <= FIRST_DAY else OFFICE.sessions[2:]
    other = next(each for each in of_the_day if each.person.agent != entry.agent)
    return {By.SELF: own, By.OTHER: other, By.FOREIGN: STRANGER, By.RETIRED: CLERK}[by]


def altered(signed: SignedEntry, by: By, **fields: object) -> SignedEntry:
    """The entry with other fields, in the name it bore; only the retired user signs in his own."""
    if by is By.NOBODY:
        return changed(signed, **fields)
    signer = session(signed.parsed(), by)
    if by is By.RETIRED:
        fields = {"agent": CLERK.person.agent, "role": CLERK.person.role, **fields}
    return re_signed(signed, signer.key, **fields)


def newest_head(stored: Stored, by: By) -> None:
    """Sign a head over the entries that are there, in place of those that were."""
    if by is By.NOBODY:
        return
    size = len(stored.entries)
    signer = session(stored.entries[-1].parsed(), by)
    head = replace(
        OFFICE.stored.heads[size - 1].parsed(),
        root=root_of([signed.leaf_hash for signed in stored.entries]),
        key=signer.key.id,
    )
    stored.heads[size - 1 :] = [sign_head(head, signer.key.sign)]


def modify_a_field(stored: Stored, place: int, by: By) -> None:
    stored.entries[place] = altered(stored.entries[place], by, action="RETURNED")


def backdate(stored: Stored, place: int, by: By) -> None:
    at = stored.entries[place].parsed().at - timedelta(days=400)
    stored.entries[place] = altered(stored.entries[place], by, at=at)


def delete(stored: Stored, place: int, by: By) -> None:
    del stored.entries[min(place, LAST - 1)]
    newest_head(stored, by)


def reorder(stored: Stored, place: int, by: By) -> None:
    place = min(place, LAST - 1)
    stored.entries[place : place + 2] = reversed(stored.entries[place : place + 2])
    newest_head(stored, by)


def duplicate(stored: Stored, place: int, by: By) -> None:
    stored.entries.insert(place + 1, altered(stored.entries[place], by))


def cut_the_tail(stored: Stored, place: int, by: By) -> None:
    del stored.entries[max(place, 1) :]
    newest_head(stored, by)


def reattribute(stored: Stored, place: int, by: By) -> None:
    entry = stored.entries[place].parsed()
    person = session(entry, By.OTHER).person
    stored.entries[place] = altered(stored.entries[place], by, agent=person.agent, role=person.role)


def sign_again_with_a_foreign_key(stored: Stored, place: int, by: By) -> None:
    """In the name of each signer's key, a signature that this key did not make."""
    named = stored.entries[place] if by is By.NOBODY else altered(stored.entries[place], by)
    stored.entries[place] = replace(named, signature=STRANGER.key.sign(named.entry))


def sign_one_entry_again(stored: Stored, place: int, by: By) -> None:
    entry = stored.entries[place].parsed()
    stored.entries[place] = altered(stored.entries[place], by, mono=entry.mono + 1)


def rebuild_the_tail(stored: Stored, place: int, by: By) -> None:
    if by in (By.SELF, By.OTHER):
        del stored.entries[FIRST_DAY:], stored.heads[FIRST_DAY:]
        stored.marks = [stored.heads[-1].parsed().mark]
        place = min(place, FIRST_DAY - 1)
    signer = session(stored.entries[place].parsed(), by)
    forged = rebuilt(OFFICE, stored, place, signer, action="RETURNED")
    stored.entries, stored.heads = forged.entries, forged.heads


def roll_back(stored: Stored, place: int, _: By) -> None:
    size = max(place, 1)
    del stored.entries[size:], stored.heads[size:]


def roll_back_and_continue(stored: Stored, place: int, by: By) -> None:
    """Go on from an older state, a day after everything that was forgotten."""
    size = max(place, 1)
    late = example()
    older = stored.copy()
    del older.entries[size:], older.heads[size:]
    fresh = Office(late.label)
    for signed in older.entries:
        fresh.tree.append(signed.leaf_hash)
        fresh.counters.advance(signed.parsed().subject)
    late.stored, late.tree, late.counters = older, fresh.tree, fresh.counters
    late.at += timedelta(days=1)
    late.record(session(older.entries[-1].parsed(), by), "DISCLOSED", late.vault)
    stored.entries, stored.heads, stored.openings = older.entries, older.heads, older.openings


def empty(stored: Stored, place: int, by: By) -> None:
    signer = session(stored.entries[place].parsed(), by)
    stored.entries.clear()
    stored.heads[:] = [sign_head(replace(stored.heads[place].parsed(), key=signer.key.id), signer.key.sign)]


def flip_a_bit_of_the_signature(stored: Stored, place: int, by: By) -> None:
    signed = stored.entries[place] if by is By.NOBODY else altered(stored.entries[place], by)
    signature = bytearray(signed.signature)
    signature[40] ^= 4
    stored.entries[place] = replace(signed, signature=bytes(signature))


def add_an_unknown_field(stored: Stored, place: int, by: By) -> None:
    fields = json.loads(stored.entries[place].entry) | {"remark": 1}
    if by is By.NOBODY:
        stored.entries[place] = replace(stored.entries[place], entry=canonical.encode(fields))
        return
    signer = session(stored.entries[place].parsed(), by)
    data = canonical.encode(fields | {"key": signer.key.id})
    stored.entries[place] = SignedEntry(entry=data, signature=signer.key.sign(data))


def take_from_another_vault(stored: Stored, place: int, by: By) -> None:
    foreign = ANOTHER.stored.entries[place]
    if by is not By.NOBODY:
        foreign = re_signed(foreign, session(stored.entries[place].parsed(), by).key)
    stored.entries[place] = foreign


Tamper = Callable[[Stored, int, By], None]

# What is altered in an entry, by who signed it anew. In place of an entry from before his retirement, the
# retired user signs as one who might: what tells is the head that was signed over the first entry.
SIGNED_ANEW = {
    By.SELF: "entry-replaced",
    By.OTHER: "agent-mismatch",
    By.FOREIGN: "key-foreign",
    By.RETIRED: ("entry-replaced", "agent-retired"),
}
Names = dict[By, str | tuple[str, str]]
"""The name for each signer; of two the first is for the first day."""
WAYS: dict[Tamper, Names] = {
    modify_a_field: {By.NOBODY: "entry-altered", **SIGNED_ANEW},
    backdate: {By.NOBODY: "entry-redated", **SIGNED_ANEW},
    delete: dict.fromkeys(By, "entry-missing"),
    reorder: dict.fromkeys(By, "entry-out-of-order"),
    duplicate: {**dict.fromkeys(By, "entry-forked"), By.NOBODY: "entry-repeated", By.SELF: "entry-repeated"},
    cut_the_tail: {**dict.fromkeys(By, "rolled-back"), By.NOBODY: "tail-cut", By.FOREIGN: "tail-cut"},
    reattribute: {
        By.NOBODY: "entry-reattributed",
        By.SELF: "agent-mismatch",
        By.OTHER: "entry-replaced",
        By.FOREIGN: "key-foreign",
        By.RETIRED: ("entry-replaced", "agent-mismatch"),
    },
    sign_again_with_a_foreign_key: {**dict.fromkeys(By, "entry-altered"), By.FOREIGN: "key-foreign"},
    sign_one_entry_again: dict(SIGNED_ANEW),
    rebuild_the_tail: {
        By.SELF: "tail-rebuilt",
        By.OTHER: "tail-rebuilt",
        By.FOREIGN: "key-foreign",
        By.RETIRED: "agent-retired",
    },
    roll_back: {By.NOBODY: "rolled-back"},
    roll_back_and_continue: {
        By.SELF: "rolled-back-continued",
        By.OTHER: "rolled-back-continued",
        By.FOREIGN: "key-foreign",
        By.RETIRED: ("rolled-back-continued", "agent-retired"),
    },
    empty: dict.fromkeys(SIGNERS, "chain-empty"),
    flip_a_bit_of_the_signature: {**dict.fromkeys(By, "signature-flipped"), By.FOREIGN: "key-foreign"},
    add_an_unknown_field: dict.fromkeys(By, "entry-unknown-field"),
    take_from_another_vault: dict.fromkeys(By, "entry-foreign-vault"),
}

Cell = tuple[Tamper, By, int]
CELLS: list[Cell] = [
    (tamper, by, place) for tamper, names in WAYS.items() for by in names for place in PLACES
]
NEWEST = OFFICE.stored.heads[LAST].parsed().mark


def name_of(cell: Cell) -> str:
    tamper, by, place = cell
    name = WAYS[tamper][by]
    return name if isinstance(name, str) else name[place >= FIRST_DAY]


def said_of(cell: Cell, *, remembered: bool) -> set[str]:
    tamper, by, place = cell
    stored = OFFICE.stored.copy()
    stored.marks = [NEWEST]
    tamper(stored, place, by)
    if not remembered:
        stored.marks = []
    return stored.codes()


@pytest.fixture(scope="module")
def said() -> dict[Cell, set[str]]:
    """What is said of each cell where a head is remembered outside the vault."""
    return {cell: said_of(cell, remembered=True) for cell in CELLS}


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("tamper", WAYS, ids=lambda tamper: tamper.__name__)
def test_tampering_has_its_name_at_each_place_and_by_each_signer(
    said: dict[Cell, set[str]], tamper: Tamper
) -> None:
    cells = [cell for cell in CELLS if cell[0] is tamper]

    unnamed = [
        (by, place, codes)
        for (_, by, place) in cells
        if name_of((tamper, by, place)) not in (codes := said[tamper, by, place])
    ]

    assert unnamed == []
    assert {name_of(cell) for cell in cells} <= FAULTS - DOUBTS


@pytest.mark.requirement("SR-15")
def test_without_a_remembered_head_only_what_sets_back_or_writes_anew_the_end_is_silent(
    said: dict[Cell, set[str]], figure: Callable[[str, str, Value], None]
) -> None:
    silent = {cell[0] for cell in CELLS if not said_of(cell, remembered=False)}

    named = {
        tamper for tamper in WAYS if all(name_of(cell) in said[cell] for cell in CELLS if cell[0] is tamper)
    }
    assert silent == {cut_the_tail, roll_back, roll_back_and_continue, rebuild_the_tail}
    assert len(WAYS) == len(named) == 16
    figure("SR-15", "ways to tamper with the chain", len(WAYS))
    figure("SR-15", "of them called by their own name", len(named))
    figure("SR-15", "of them named without a remembered head", len(WAYS) - len(silent))
    figure("SR-15", "cells of way, place and signer", len(CELLS))

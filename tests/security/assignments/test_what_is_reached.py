"""An interpreter with their passphrase and a Python prompt reaches what is assigned to them, nothing else."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.security.test_rights import SERVICES, call
from tests.support.assignments import (
    GIVEN_THEN,
    LINGUIST_PASSPHRASE,
    SOURCES,
    Given,
    add_linguist,
    open_store,
)
from tests.support.offices import JUDGE, unlock
from tests.support.vaults import passphrase
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.domain.assignment import Assignment
from thb_desktop.domain.rights import STORE_RIGHTS, Right, may
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import (
    ContentDamagedError,
    NoAssignmentError,
    SealedValueDamagedError,
    ThbError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from thb_desktop.services.assignments import desk, giving
from thb_desktop.services.casework import drafts
from thb_desktop.services.core.permission import RULE
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import overview
from thb_desktop.vault.anchors import open_store as open_heads
from thb_desktop.vault.assigned import place_beside, places_beside
from thb_desktop.vault.database import DatabaseError, connect
from thb_desktop.vault.places import ObjectPlaces
from thb_desktop.vault.tables import registry
from thb_desktop.vault.unlocking import open_header
from thb_desktop.vault.vault import open_vault

LEAST = 5
"""A shorter text does not say whose it is."""
SHOWN = (registry.SEGMENT, registry.RENDERING, registry.PRESENCE, registry.PERSON, registry.OFFICIAL)
TEXTS = (
    *SHOWN,
    *(registry.INTERPRETER, registry.EXHIBIT, registry.EXHIBIT_FILE, registry.ACCOUNT),
    *(registry.MONEY_TRANSACTION, registry.CUSTODY_EVENT, registry.AUTHORITY, registry.CAUTION),
)


@pytest.fixture
def session(folder: Path, assignment: Assignment) -> Iterator[Session]:
    opened = open_store(folder, assignment)
    yield opened
    opened.close()


@pytest.fixture
def marked(folder: Path, given: Given) -> frozenset[str]:
    """Every text of the vault that is not assigned: of other records, of people, of exhibits."""
    shown = {given.linguist.id, given.small.person.id}
    with closing(unlock(folder)) as judge:
        rows = [row for table in TEXTS for row in table.rows(judge.read)]
        told = {text for row in rows if row[0] in shown for text in row} | {*SOURCES, JUDGE}
        told |= {f"{GIVEN_THEN} {number}" for number in (1, 2)}
        texts = {text for row in rows for text in row if isinstance(text, str) and len(text) >= LEAST}
    return frozenset(text for text in texts - told if " " in text.strip() and not text.isupper())


def ids_of(folder: Path) -> list[str]:
    """An id of each kind of row of the vault."""
    with closing(unlock(folder)) as judge:
        found = [next(iter(table.rows(judge.read)), None) for table in registry.TABLES]
        segments = [each.id for each in registry.INTERVIEW.all(judge.read)]
        return [*(str(row[0]) for row in found if row is not None), *segments]


def lets_in(service: object) -> bool:
    rule = getattr(service, RULE, None)
    return rule is None or may(UserRole.INTERPRETER, rule, in_store=True)


@pytest.mark.requirement("SR-58")
def test_sr_58_no_service_tells_what_is_not_assigned(
    folder: Path,
    assignment: Assignment,
    marked: frozenset[str],
    figure: Callable[[str, str, object], None],
):
    ids, calls, found = ids_of(folder), 0, list[str]()
    with closing(open_store(folder, assignment)) as session:
        assert len(marked) > 100
        for name, service in SERVICES.items():
            if not session.is_open or name == "vaults.change_passphrase":
                continue
            for first in (None, *ids) if lets_in(service) else (None,):
                answer: object = ""
                with suppress(Exception):
                    answer = call(service, session) if first is None else service(session, first)
                calls += 1
                told = repr(answer)
                found += [f"{name}: {text}" for text in marked if text in told]

    assert found == []
    figure("SR-58", "calls of services in a store", calls)
    figure("SR-58", "texts that they told and were not assigned", len(found))


@pytest.mark.requirement("SR-58")
def test_sr_58_the_raw_database_holds_nothing_else(
    session: Session, marked: frozenset[str], figure: Callable[[str, str, object], None]
):
    session.read.set_authorizer(None)
    names = [row[0] for row in session.read.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    cells = 0
    dump = []
    for name in names:
        for row in session.read.execute(f"SELECT * FROM {name}"):  # noqa: S608 - a name of the schema
            for cell in tuple(row):
                cells += 1
                dump.append(cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell))
    whole = "\n".join(dump)

    assert [text for text in marked if text in whole] == []
    assert all(text in whole for text in SOURCES)
    figure("SR-58", "cells of a store's database", cells)


@pytest.mark.requirement("SR-58")
def test_sr_58_the_file_of_the_database_shows_nothing_to_who_has_no_key(folder: Path, assignment: Assignment):
    place = place_beside(folder, assignment.place)
    raw = b"".join(path.read_bytes() for path in place.folder.rglob("*") if path.is_file())

    assert not any(text.encode() in raw for text in SOURCES)
    assert assignment.id.encode() not in raw
    assert bytes.fromhex(assignment.user_id.replace("-", "")) not in raw


@pytest.mark.requirement("SR-58")
def test_sr_58_no_key_of_a_store_opens_anything_of_the_vault(folder: Path, session: Session):
    store = session.vault
    for secret in (passphrase(LINGUIST_PASSPHRASE), bytearray(store.user_key), bytearray(store.anchor_key)):
        with pytest.raises(WrongPassphraseError):
            open_vault(folder, secret, randomness=secrets.token_bytes)
    layout = type(store.layout)(folder)
    with pytest.raises(WrongRecoveryCodeError):
        open_header(layout, bytearray(store.user_key), kind=SlotKind.RECOVERY)
    with pytest.raises(DatabaseError):
        connect(layout.database, store.database_key, mode="ro").execute("SELECT 1 FROM user").fetchone()


@pytest.mark.requirement("SR-58")
def test_sr_58_no_object_of_the_vault_opens_with_the_key_of_a_store(folder: Path, session: Session):
    store = session.vault
    there = ObjectPlaces(folder=folder / "content", key=store.content.key)
    objects = [object_id for object_id, _ in there.each()]

    for object_id in objects:
        with pytest.raises((ContentDamagedError, ThbError)):
            store.content.find_size(object_id)
    assert list(store.content.object_ids()) == []


@pytest.mark.requirement("SR-58")
def test_sr_58_what_this_computer_remembers_of_the_vault_stays_closed(
    folder: Path, assignment: Assignment, tmp_path: Path
):
    heads = tmp_path / "heads"
    unlock(folder, heads=heads).close()
    with closing(open_store(folder, assignment)) as session:
        store = session.vault
        for vault_id in (store.vault_id, store.home_id):
            found = open_heads(heads, store.anchor_key, vault_id, secrets.token_bytes)
            assert found.found is None


@pytest.mark.requirement("SR-58")
def test_sr_58_another_interpreters_store_does_not_open(folder: Path, given: Given):
    with closing(unlock(folder)) as judge:
        other = add_linguist(judge, given.small, "Wim Nalezer-Exemple", "otter canyon velvet nickel harbor")
        theirs = giving.assign(judge, given.job.id, interpreter_id=other.id)

    with pytest.raises(WrongPassphraseError):
        open_store(folder, theirs)


@pytest.mark.requirement("SR-58")
def test_sr_58_the_office_does_not_read_what_is_typed_and_not_written(
    folder: Path, assignment: Assignment, given: Given
):
    with closing(open_store(folder, assignment)) as session:
        first = desk.open_job(session).segments[0].segment
        overview.keep_typing(session, given.job.id, first.id, "Compre")
        real = session.vault.user_key[:]
        session.vault.user_key[:] = bytes(32)
        with pytest.raises(SealedValueDamagedError):
            drafts.find_form(session, overview.form_of(given.job.id), first.id)
        session.vault.user_key[:] = real


@pytest.mark.requirement("SR-58")
@pytest.mark.parametrize("keep", [True, False])
def test_sr_58_after_the_closing_neither_passphrase_nor_kept_way_opens_the_store(
    folder: Path, assignment: Assignment, keep: bool
):
    place = place_beside(folder, assignment.place)
    way = place.way.read_bytes()
    with closing(unlock(folder)) as judge:
        giving.close_assignment(judge, assignment.id, reason="done", keep=keep)

    with pytest.raises(NoAssignmentError):
        open_store(folder, assignment)
    if keep:
        place.way.write_bytes(way)
        with pytest.raises(WrongPassphraseError):
            open_store(folder, assignment)
    else:
        assert places_beside(folder) == ()


def test_in_a_vault_an_interpreter_has_no_right_and_in_a_store_no_right_of_the_office():
    in_store = STORE_RIGHTS[UserRole.INTERPRETER]

    assert not any(may(UserRole.INTERPRETER, right) for right in Right)
    assert not in_store & {Right.ASSIGN_WORK, Right.READ_IDENTITIES, Right.MANAGE_USERS, Right.EDIT_TESTIMONY}
    assert not any(may(role, Right.WORK_ON_ASSIGNMENT) for role in UserRole)

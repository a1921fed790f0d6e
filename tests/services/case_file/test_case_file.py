"""A case file: what belongs to it is added once, and identities stay apart."""

from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support.offices import CONTACT, IDENTITY, NAME, NEXT_DAY, Small, case_file, unlock
from tests.support.own_program import past_the_list
from tests.support.second_person import ALONE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import CaseObject, Proceeding
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.ids import (
    AccountId,
    CaseId,
    CaseObjectId,
    InstrumentId,
    PersonId,
    ProceedingId,
    RowId,
)
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import (
    AlreadyExistsError,
    AmountError,
    NotFoundError,
    ReasonMissingError,
    SealedValueDamagedError,
    ValueRefusedError,
)
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.registry import SEALED_IDENTITY


def account(small: Small, **changes: Any) -> Account:
    fields: dict[str, Any] = {
        "id": AccountId(""),
        "case_id": small.case.id,
        "number": "BK-1",
        "kind": v.AccountKind.BANK,
        "identifier": "BE68 5390 0754 7034",
        "network": "",
        "currency": "EUR",
        "holder": "S-01",
        "checksum": v.ChecksumState.NOT_CHECKED,
    }
    return Account(**{**fields, **changes})


def test_a_case_file_is_opened_once_and_counted(session: Session, small: Small):
    second = cases.open_case(session, case_file(reference="2026/2"))

    listed = cases.list_cases(session)

    assert [summary.case for summary in listed] == [small.case, second]
    assert (listed[0].interviews, listed[0].exhibits, listed[0].events) == (0, 0, 0)
    with pytest.raises(AlreadyExistsError):
        cases.open_case(session, case_file(reference="2026/2"))
    with pytest.raises(NotFoundError):
        cases.get_case(session, CaseId("none"))


def test_what_is_added_to_a_case_is_listed_in_it(session: Session, small: Small):
    proceeding = cases.add_proceeding(
        session,
        Proceeding(
            id=ProceedingId(""),
            case_id=small.case.id,
            authority_id=small.authority.id,
            country="BE",
            reference="LI-1",
            offence=(("fr", "traite"),),
            period_from=PartialDate("2026-01-01"),
        ),
    )
    item = cases.add_object(
        session,
        CaseObject(
            id=CaseObjectId(""),
            case_id=small.case.id,
            kind=v.CaseObjectKind.VEHICLE,
            number="VH-1",
            label="0-ZZZ-000",
            details=(("make", "white minibus"),),
        ),
    )
    instrument = cooperation.register_instrument(
        session,
        Instrument(
            id=InstrumentId(""),
            case_id=small.case.id,
            number="EIO-1",
            type=InstrumentType.EIO,
            status=InstrumentStatus.ISSUED,
            reference="EIO-BE-1",
            from_country="BE",
            to_country="RO",
            issued_on=date(2026, 4, 23),
            acknowledged_on=None,
            executed_on=None,
        ),
    )

    assert cases.list_authorities(session, small.case.id) == (small.authority,)
    assert cases.list_proceedings(session, small.case.id) == (proceeding,)
    assert cases.list_objects(session, small.case.id) == (item,)
    assert cooperation.list_instruments(session, small.case.id) == (instrument,)
    assert people.list_officials(session, small.case.id) == (small.official,)
    assert people.list_interpreters(session, small.case.id) == (small.interpreter,)
    assert people.list_persons(session, small.case.id) == (small.person,)
    with pytest.raises(AlreadyExistsError):
        cases.add_object(session, item)
    with pytest.raises(NotFoundError):
        people.add_official(session, replace(small.official, case_id=CaseId("none")))


def test_a_pseudonym_is_taken_once_in_a_case(session: Session, small: Small):
    with pytest.raises(AlreadyExistsError):
        people.add_person(session, small.person, None)
    with pytest.raises(ValueRefusedError):
        people.add_person(session, replace(small.person, code=""), None)
    with pytest.raises(NotFoundError):
        people.get_person(session, PersonId("none"))


def test_an_identity_is_read_with_a_justification_which_is_an_event(session: Session, small: Small):
    """V-P-04."""
    with pytest.raises(ReasonMissingError):
        people.reveal_identity(session, small.person.id, justification=" ", second=ALONE)
    size = session.journal.size

    identity = people.reveal_identity(session, small.person.id, justification="CASE_WORK", second=ALONE)

    assert identity == replace(IDENTITY, person_id=small.person.id)
    last = chain.last_entry(session.read)
    assert last is not None
    assert session.journal.size == size + 1
    assert (last.parsed().action, last.parsed().subject) == ("IDENTITY_VIEWED", small.person.id)


def test_a_person_of_unknown_identity_has_none_to_show(session: Session, small: Small):
    unknown = people.add_person(session, replace(small.person, code="S-04"), None)

    with pytest.raises(NotFoundError):
        people.reveal_identity(session, unknown.id, justification="CASE_WORK", second=ALONE)


def test_the_key_of_the_database_alone_does_not_read_an_identity(session: Session):
    """Whoever reads every row, and every event's content, still reads no name and no contact."""
    tables = [row[0] for row in session.read.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]

    cells = [
        str(cell) if not isinstance(cell, bytes) else cell.decode("utf-8", "replace")
        for table in tables
        for row in session.read.execute(f"SELECT * FROM {table}")  # noqa: S608
        for cell in row
    ]

    assert len(cells) > 50
    assert not [cell for cell in cells if NAME in cell or CONTACT in cell or "Ioni" in cell]


def test_an_identity_that_was_moved_to_another_person_does_not_open(folder: Path, small: Small):
    session = unlock(folder)
    other = people.add_person(session, replace(small.person, code="V-02"), replace(IDENTITY, name="Another"))
    sealed = SEALED_IDENTITY.find(session.read, small.person.id)
    assert sealed is not None
    with past_the_list(), session.work() as work:
        work.save(replace(sealed, person_id=other.id))
        from thb_desktop.domain.actions import VaultAction

        work.record(other.id, VaultAction.PERSON_ADDED)
    spoilt = bytearray(b64decode(sealed.sealed))
    spoilt[-1] ^= 1
    with past_the_list(), session.work() as work:
        work.save(replace(sealed, sealed=b64encode(spoilt).decode()))
        work.record(small.person.id, VaultAction.PERSON_ADDED)

    for person_id in (other.id, small.person.id):
        with pytest.raises(SealedValueDamagedError):
            people.reveal_identity(session, person_id, justification="CASE_WORK", second=ALONE)
    session.close()
    unlock(folder, start=NEXT_DAY).close()


def test_an_account_is_kept_as_written_and_its_check_digits_are_told(session: Session, small: Small):
    sound = finance.add_account(session, account(small))
    typo = finance.add_account(session, account(small, number="BK-2", identifier="BE68 5390 0754 7035"))
    wallet = finance.add_account(
        session,
        account(
            small,
            number="TRX-1",
            kind=v.AccountKind.CRYPTO_SELF,
            identifier="T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb",
            network="tron",
        ),
    )

    assert [each.checksum for each in (sound, typo, wallet)] == ["VALID", "INVALID", "VALID"]
    assert typo.identifier == "BE68 5390 0754 7035"
    assert finance.list_accounts(session, small.case.id) == (sound, typo, wallet)


@pytest.mark.parametrize(
    ("amount", "currency"), [("41 268.00", "EUR"), ("1,5", "EUR"), ("1e3", "EUR"), ("", "EUR"), ("12.50", "")]
)
def test_an_amount_is_decimal_text_with_its_currency(
    session: Session, small: Small, amount: str, currency: str
):
    held = finance.add_account(session, account(small))
    moved = Transaction(
        id=RowId(""),
        case_id=small.case.id,
        from_account_id=held.id,
        to_account_id=None,
        at=PartialDate("2025-11-28"),
        amount="41268.00",
        currency="EUR",
        source="E-09, p. 2",
    )
    kept = finance.add_transaction(session, moved)

    with pytest.raises(AmountError):
        finance.add_transaction(session, replace(moved, amount=amount, currency=currency))

    assert finance.list_transactions(session, small.case.id) == (kept,)

"""What a bundle tells of the entries of a case: as signed events tell them, with their corrections."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.services.bundling.test_decided_records import options
from tests.services.bundling.test_persons_told import data_of, everything, forging
from tests.services.bundling.test_record_digests import EXTRACT, attached, found
from tests.services.case_file.test_ways_in import SEIZED
from tests.support.attached_records import data_in, files_of
from tests.support.offices import Small, exhibit
from tests.support.own_program import past_the_list
from tests.support.records import signed
from tests.support.stays import a_stay
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.case import CaseObject, Proceeding
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.ids import AccountId, CaseObjectId, InstrumentId, ProceedingId, RowId, told_of
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundle_extract, bundles
from thb_desktop.services.case_file import cases, telling
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import descriptions, exhibit_files, exhibits, signature_checks
from thb_desktop.services.evidence.exhibit_files import NewFile
from thb_desktop.services.evidence.signature_checks import JudgedFile
from thb_desktop.services.keeping import health
from thb_desktop.services.money import finance
from thb_desktop.services.persons import stays
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.bundle import entries as entries_verified
from thb_desktop.verify.foreign.answer import Answer, Format, Note, Weight

WHY = "The clerk misread the letter"
NOTE = "Ask the neighbour again"
SHELTER = "Ruling 12/2026 of the shelter"

LISTS = {
    "authorities": "name",
    "proceedings": "reference",
    "instruments": "reference",
    "officials": "name",
    "interpreters": "register_number",
    "persons": "age_status",
    "objects": "label",
    "stays": "source",
    "accounts": "holder",
    "transactions": "amount",
    "item_descriptions": "item",
    "online_captures": "requested_url",
    "signature_checks": "verdict",
}
"""The lists of the data, and a printed field of each."""


@pytest.fixture
def record(session: Session, small: Small) -> Any:
    """A signed record of a case with an entry of every kind, and the options of a bundle with all of them."""
    case = {"case_id": small.case.id}
    proceeding = cases.add_proceeding(
        session,
        Proceeding(
            id=ProceedingId(""),
            authority_id=small.authority.id,
            country="BE",
            reference="N-12",
            offence=(("fr", "Traite"),),
            **case,
        ),
    )
    instrument = cooperation.register_instrument(
        session,
        Instrument(
            id=InstrumentId(""),
            number="EIO-1",
            type=InstrumentType.EIO,
            reference="B-7",
            from_country="BE",
            to_country="RO",
            status=InstrumentStatus.DRAFT,
            issued_on=None,
            acknowledged_on=None,
            executed_on=None,
            note=NOTE,
            **case,
        ),
    )
    cooperation.set_instrument_status(
        session, instrument.id, InstrumentStatus.ISSUED, on=date(2026, 5, 1), reason=WHY
    )
    item = cases.add_object(
        session,
        CaseObject(
            id=CaseObjectId(""), kind=v.CaseObjectKind.VEHICLE, number="O-1", label="Van", note=NOTE, **case
        ),
    )
    stay = stays.add_stay(session, a_stay(small.case.id, small.person.id, item.id, note=NOTE))
    account = finance.add_account(
        session,
        Account(
            id=AccountId(""),
            number="A-1",
            kind=v.AccountKind.BANK,
            identifier="BE71",
            network="",
            currency="EUR",
            checksum=v.ChecksumState.NOT_CHECKED,
            holder="X",
            **case,
        ),
    )
    transaction = finance.add_transaction(
        session,
        Transaction(
            id=RowId(""),
            at=PartialDate("2026-03-02"),
            amount="12.50",
            currency="EUR",
            from_account_id=account.id,
            to_account_id=None,
            counterparty="Y",
            reference="",
            text="",
            source="Cash book, p. 3",
            **case,
        ),
    )
    seized = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    thing = ItemDescription(id=RowId(""), exhibit_id=seized.id, item="Telephone", note=NOTE, **case)
    descriptions.describe_item(session, thing)
    capture = OnlineCapture(
        id=RowId(""),
        exhibit_id=seized.id,
        requested_url="https://example.org/a",
        captured_at=seized.collected_at,
        captured_by=small.official.id,
        tool="Webrecorder 1.9",
        **case,
    )
    descriptions.describe_capture(session, capture)
    keep_found(session, seized)
    interview, _ = signed(session, small)
    further = (proceeding.id, instrument.id, stay.id, account.id, transaction.id)
    return options(interview, further=further, exhibit_ids=(seized.id,))


def keep_found(session: Session, of: Exhibit) -> None:
    """What was found of a signed file of the exhibit."""
    source = NewFile(source=io.BytesIO(b"%PDF-1.7"), name="contract.pdf", media_type="application/pdf")
    (file,) = exhibit_files.add_files(session, of.id, (source,))
    answer = Answer(format=Format.PDF, notes=(Note(key="foreign-not-signed", weight=Weight.DOUBT),))
    found_in_it = JudgedFile(file=file, content=None, anchors=(), at=session.clock.read().at, answer=answer)
    signature_checks.keep_judgement(session, found_in_it)


def pdf_of(session: Session, small: Small, record: Any) -> bytes:
    return bundles.prepare_bundle(session, small.case.id, record).pdf


def told(session: Session, small: Small, record: Any) -> dict[str, Standing]:
    return {
        code: standing
        for code, standing in found(files_of(session, small.case.id, record)).items()
        if standing is not Standing.HOLDS
    }


def test_every_entry_is_told_by_an_event_and_compared(session: Session, small: Small, record: Any):
    pdf = pdf_of(session, small, record)

    data = data_of(pdf)
    assert all(data[each] for each in LISTS)
    subjects = {told_of(each["id"]) for name in LISTS for each in data[name]} | {told_of(small.case.id)}
    listed = {each["subject"] for each in json.loads(attached(pdf)[EXTRACT])["subjects"]}
    assert subjects <= listed
    assert {each for each in found(attached(pdf)).values() if each is not Standing.HOLDS} == set()
    assert told(session, small, record) == {}
    assert {
        each.key for each in health.check_vault(session).findings if each.standing is Standing.BROKEN
    } == set()


Change = Callable[[dict[str, Any]], object]


def changed(name: str, /, **values: Any) -> Change:
    return lambda data: data[name].__setitem__(0, {**data[name][0], **values})


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("name", LISTS)
def test_an_entry_that_is_told_otherwise_than_by_its_event_is_broken(
    session: Session, small: Small, record: Any, monkeypatch: pytest.MonkeyPatch, name: str
):
    forging(monkeypatch, changed(name, **{LISTS[name]: "Forged"}))

    assert told(session, small, record)["entries-not-as-chain"] is Standing.BROKEN


OTHERS: dict[str, Change] = {
    "the title of the case": lambda data: data["case"].update(titles=[["fr", "Forged"]]),
    "an entry without its values": lambda data: data["officials"].__setitem__(
        0, {name: data["officials"][0][name] for name in ("id", "case_id")}
    ),
    "an entry twice": lambda data: data["officials"].append(data["officials"][0]),
    "an entry in another list": lambda data: data["objects"].append(data["accounts"].pop()),
    "an entry that was struck out": changed("authorities", struck="Entered in error"),
    "a person who is not protected": changed("persons", identity_protection="NONE"),
}


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("change", OTHERS)
def test_other_forgeries_of_entries_are_broken(
    session: Session, small: Small, record: Any, monkeypatch: pytest.MonkeyPatch, change: str
):
    forging(monkeypatch, OTHERS[change])

    assert told(session, small, record)["entries-not-as-chain"] is Standing.BROKEN


@pytest.mark.requirement("SR-33")
def test_an_entry_as_it_was_before_a_correction_is_broken(
    session: Session, small: Small, record: Any, monkeypatch: pytest.MonkeyPatch
):
    before = data_in(files_of(session, small.case.id, record))["authorities"]
    corrections.correct(session, replace(small.authority, name="Tribunal"), WHY)
    honest = told(session, small, record)

    forging(monkeypatch, lambda data: data.update(authorities=before))

    assert honest == {}
    assert told(session, small, record)["entries-not-as-chain"] is Standing.BROKEN


CORRECTIONS: dict[str, Change] = {
    "left out": lambda data: data["corrections"].clear(),
    "another value": lambda data: data["corrections"][0].update(before="Somebody else"),
    "another reason": lambda data: data["corrections"][0].update(reason="No reason"),
    "another author": lambda data: data["corrections"][0].update(by="0" * 32),
    "another day": lambda data: data["corrections"][0].update(at="2020-01-01T00:00:00.000000+00:00"),
    "without its values": lambda data: [
        data["corrections"][0].pop(each) for each in ("before", "after", "reason")
    ],
    "one more": lambda data: data["corrections"].append({**data["corrections"][0], "id": "0" * 32}),
}


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("change", CORRECTIONS)
def test_corrections_that_are_not_those_of_the_events_are_broken(
    session: Session, small: Small, record: Any, monkeypatch: pytest.MonkeyPatch, change: str
):
    corrections.correct(session, replace(small.authority, name="Tribunal"), WHY)
    honest = told(session, small, record)

    forging(monkeypatch, CORRECTIONS[change])

    assert honest == {}
    assert told(session, small, record)["corrections-not-as-chain"] is Standing.BROKEN


@pytest.mark.requirement("SR-40")
def test_what_is_not_printed_of_an_entry_is_in_no_byte_of_a_bundle(
    session: Session, small: Small, record: Any
):
    protected = replace(small.person, protection_reference=SHELTER, note=NOTE)
    corrections.correct(session, protected, WHY)

    pdf = pdf_of(session, small, record)

    text = everything(pdf)
    assert told(session, small, record) == {}
    for each in (SHELTER, NOTE, WHY, "FORCED_LABOUR", "protection_reference"):
        assert each not in text


@pytest.mark.requirement("SR-40")
def test_a_former_pseudonym_and_what_a_correction_keeps_back_are_in_no_byte_of_a_bundle(
    session: Session, small: Small, record: Any
):
    person = corrections.correct(session, replace(small.person, code="Ioana"), WHY)
    corrections.correct(session, replace(person, code="V-07"), "It was her name")
    corrections.correct(session, replace(small.authority, name="Elena Pop"), WHY)
    corrections.correct(session, small.authority, "Her name too", keep_back=True)

    pdf = pdf_of(session, small, record)

    text = everything(pdf)
    assert told(session, small, record) == {}
    for each in ("Ioana", "It was her name", "Elena Pop", "Her name too"):
        assert each not in text


@pytest.mark.requirement("SR-33")
def test_what_an_earlier_version_entered_is_told_when_a_bundle_is_prepared(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as earlier:
        earlier.setattr(corrections, "tell", lambda *_: None)
        corrections.correct(session, replace(small.authority, name="Tribunal"), WHY)
    interview, _ = signed(session, small)
    record = options(interview)
    with monkeypatch.context() as forged:
        forged.setattr(bundle_extract, "tell_anew", lambda *_: None)
        stale = told(session, small, record)

    honest = told(session, small, record)
    size = session.journal.size
    pdf_of(session, small, record)

    assert stale["entries-not-as-chain"] is Standing.BROKEN
    assert honest == {}
    assert session.journal.size == size
    last = chain.entries_of(session.read, told_of(small.authority.id))[-1].parsed()
    assert last.action == VaultAction.ENTRY_TOLD
    assert {
        each.key for each in health.check_vault(session).findings if each.standing is Standing.BROKEN
    } == set()


@pytest.mark.requirement("SR-33")
def test_an_entry_of_which_no_event_is_there_is_not_known_in_a_bundle_of_this_version(
    session: Session, small: Small, record: Any, monkeypatch: pytest.MonkeyPatch
):
    of = told_of(small.authority.id)
    subjects = bundle_extract._subjects
    monkeypatch.setattr(
        bundle_extract, "_subjects", lambda *given: [each for each in subjects(*given) if each != of]
    )

    assert told(session, small, record) == {"entries-not-in-chain": Standing.UNKNOWN}
    monkeypatch.setattr(entries_verified, "_FIRST", 99)  # as if every event were of an earlier version
    assert told(session, small, record) == {}


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("forged", ["another name", "without its correction", "under another", "two"])
def test_an_entry_that_is_told_falsely_is_named_in_the_office(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, forged: str
):
    corrected = corrections.correct(session, replace(small.authority, name="Tribunal"), WHY)
    (row,) = registry.CORRECTION.where(session.read, "subject_id", corrected.id)
    with past_the_list(), session.work() as work:
        if forged == "another name":
            work.save(replace(corrected, name="Forged"))
            work.tell(row)
        elif forged != "without its correction":
            work.tell(corrected, row)
        else:
            work.tell(corrected)
        if forged == "two":
            work.tell(small.official)
        about = small.official.id if forged == "under another" else corrected.id
        work.record(told_of(about), VaultAction.ENTRY_TOLD)

    keys = {each.key for each in health.check_vault(session).findings if each.standing is Standing.BROKEN}

    wanted = {
        "another name": "act-exceeded.field",
        "without its correction": "act-exceeded.missing",
        "under another": "act-exceeded.subject",
        "two": "act-exceeded.subject",
    }
    assert wanted[forged] in keys


def test_a_program_of_today_tells_an_entry_once_for_each_act_that_changes_what_is_printed(
    session: Session, small: Small
):
    def count() -> int:
        return len(chain.entries_of(session.read, told_of(small.person.id)))

    before = count()
    corrections.correct(session, replace(small.person, note=NOTE), WHY)
    unprinted = count()
    telling.tell_anew(session, [registry.PERSON.find(session.read, small.person.id)])
    again = count()
    person = registry.PERSON.find(session.read, small.person.id)
    assert person is not None
    corrections.correct(session, replace(person, age_status=v.AgeStatus.UNKNOWN), WHY)

    assert (before, unprinted, again, count()) == (before, before, before, before + 1)

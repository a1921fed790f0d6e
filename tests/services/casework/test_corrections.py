"""Corrections: what stood there, what stands there now and why; nothing is deleted, nothing else changes."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.support import money
from tests.support.action_days import action_team, person_found, voided_number
from tests.support.entities import texts
from tests.support.entries import another
from tests.support.offices import BEGIN, IDENTITY, NAME, Small, exhibit
from tests.support.sampled import few
from tests.support.second_person import ALONE
from tests.support.stays import a_place, a_stay
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.case import CaseObject, Proceeding
from thb_desktop.domain.cooperation import Instrument, Transmission, UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind, InstrumentType, TransmissionChannel
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.fields import Editor, Field, Phase
from thb_desktop.domain.ids import AgentId, CaseObjectId, InstrumentId, PersonId, ProceedingId, RowId, told_of
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.case_file import cases
from thb_desktop.services.case_file.entries import KINDS, kind_of
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import board, cooperation, use_conditions
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import action_days, custody, descriptions, exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people, stays
from thb_desktop.vault.database import DatabaseError
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.vault.tables import chain, registry

REASON = "Misread from the paper file"


@pytest.fixture
def entries(session: Session, small: Small) -> dict[type, Any]:
    """One entry of each kind, by its class."""
    case_id = small.case.id
    kept = exhibits.register_exhibit(
        session,
        exhibit(small, keep_ground="Appeal", keep_decided_by="Judge Exemple"),
        Act(
            action=v.CustodyAction.SEIZED,
            occurred_at=exhibit(small).collected_at,
            actor="A",
            reason="R",
            late_entry_reason="L",
        ),
    )
    account = finance.add_account(session, money.account(case_id))
    statement = finance.add_statement(session, money.statement(case_id, account.id))
    paid_in = finance.add_hand_over(session, money.hand_over(case_id, amount="10.00", amount_to="14.00"))
    instrument = cooperation.register_instrument(
        session,
        Instrument(
            id=InstrumentId(""),
            case_id=case_id,
            number="EIO-1",
            type=InstrumentType.EIO,
            status=None,
            reference="BE/1",
            from_country="BE",
            to_country="RO",
            issued_on=None,
            acknowledged_on=None,
            executed_on=None,
        ),
    )
    team = action_days.add_team(session, action_team(case_id))
    added = (
        small.case,
        small.official,
        small.authority,
        small.interpreter,
        small.person,
        people.list_roles(session, case_id)[0],
        kept,
        account,
        statement,
        paid_in,
        finance.add_transaction(session, money.transaction(case_id, from_account_id=account.id)),
        finance.add_transfer(session, money.transfer(case_id, paid_in.id)),
        finance.add_attribution(session, money.attribution(case_id, account.id)),
        finance.add_pay_figure(session, money.pay_figure(case_id, small.person.id, amount="10.00")),
        cases.add_object(
            session,
            CaseObject(
                id=CaseObjectId(""),
                case_id=case_id,
                kind=v.CaseObjectKind.PHONE,
                number="PH-1",
                label="+32 0",
            ),
        ),
        cases.add_proceeding(
            session,
            Proceeding(
                id=ProceedingId(""),
                case_id=case_id,
                authority_id=None,
                country="BE",
                reference="LI-1",
                offence=(("fr", "traite"),),
            ),
        ),
        descriptions.describe_item(
            session,
            ItemDescription(id=RowId(""), case_id=case_id, exhibit_id=kept.id, item="Telephone"),
        ),
        descriptions.describe_capture(
            session,
            OnlineCapture(
                id=RowId(""),
                case_id=case_id,
                exhibit_id=kept.id,
                requested_url="https://example.org/a",
                captured_at=kept.collected_at,
            ),
        ),
        stays.add_stay(
            session,
            a_stay(case_id, small.person.id, cases.add_object(session, a_place(case_id)).id),
        ),
        team,
        action_days.void_number(session, voided_number(case_id, team.id)),
        action_days.add_person_found(session, person_found(case_id, team.id)),
        instrument,
        use_conditions.add_condition(
            session,
            UseCondition(
                id=RowId(""),
                case_id=case_id,
                number="C-1",
                kind=ConditionKind.SPECIALITY,
                text="This offence alone",
                imposed_by="DIICOT",
                imposed_state="RO",
                instrument_id=instrument.id,
            ),
        ),
        board.note_transmission(
            session,
            Transmission(
                id=RowId(""),
                case_id=case_id,
                number="T-1",
                instrument_id=instrument.id,
                channel=next(iter(TransmissionChannel)),
                sent_on=date(2026, 3, 2),
                incoming=False,
                by="The clerk",
                what="The order",
            ),
        ),
    )
    return {type(value): value for value in added}


WITH_ANOTHER = ("related_as",)
"""Fields that are corrected together with a reference."""
CORRECTABLE = [
    (kind, field)
    for kind in KINDS
    for field in kind.description.fields
    if field.until is not Phase.ONCE
    and field.editor is not Editor.REFERENCE
    and field.name not in WITH_ANOTHER
]
CORRECTED = few(CORRECTABLE, 35)


@pytest.mark.parametrize(
    ("kind", "field"),
    CORRECTED,
    ids=[f"{kind.description.name}.{field.name}" for kind, field in CORRECTED],
)
def test_a_corrected_field_shows_what_stood_there_what_stands_there_and_why(
    session: Session, entries: dict[type, Any], kind: Any, field: Field
):
    before = entries[kind.description.entity]
    wanted = replace(before, **{field.name: another(field, getattr(before, field.name))})
    others = {table.name: set(table.rows(session.read)) for table in registry.TABLES}

    corrected = corrections.correct(session, wanted, REASON)

    (row,) = corrections.list_corrections(session, before.id)
    was, now = kind.table.to_row(before)[field.name], kind.table.to_row(wanted)[field.name]
    assert (row.field, row.reason, row.entity) == (field.name, REASON, kind.description.name)
    assert (row.before, row.after) == tuple(None if each is None else str(each) for each in (was, now))
    assert kind.table.find(session.read, before.id) == corrected
    assert all(
        getattr(corrected, each.name) == getattr(before, each.name)
        for each in fields(before)
        if each.name not in {field.name, "checksum"}
    )
    changed = {table.name for table in registry.TABLES if set(table.rows(session.read)) != others[table.name]}
    is_told = kind.table is registry.EXHIBIT and field.printed
    told_in_custody = {"custody_event"} if is_told else set()
    assert changed == {kind.table.name, "correction"} | told_in_custody


def is_seen(text: str) -> bool:
    return not is_blank(text)


@given(label=texts.filter(is_seen), reason=texts.filter(is_seen))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_put_right_and_the_tables_stay_what_the_events_tell(
    session: Session, small: Small, label: str, reason: str
):
    number = f"T-{session.journal.size}"
    thing = cases.add_object(
        session,
        CaseObject(
            id=CaseObjectId(""),
            case_id=small.case.id,
            kind=v.CaseObjectKind.ADDRESS,
            number=number,
            label="?",
        ),
    )
    if label == "?":
        return

    corrections.correct(session, replace(thing, label=label), reason)

    (row,) = corrections.list_corrections(session, thing.id)
    assert (row.before, row.after, row.reason) == ("?", label, reason.strip())
    rebuilt = rebuild(session.read)
    assert (rebuilt.stray, rebuilt.differing) == ((), ())


def test_one_correction_is_one_event_of_the_case_and_one_that_tells_the_entry(session: Session, small: Small):
    size = session.journal.size

    corrections.correct(session, replace(small.person, code="V-1", sex=v.Sex.MALE, note="tall"), REASON)

    events = [entry.parsed() for entry in chain.entries(session.read)][size:]
    assert [(event.action, event.subject) for event in events] == [
        ("ENTRY_CORRECTED", small.case.id),
        ("ENTRY_TOLD", told_of(small.person.id)),
    ]
    assert {row.field for row in corrections.list_corrections(session, small.case.id)} == {
        "code",
        "sex",
        "note",
    }


def test_a_correction_of_an_exhibit_is_the_next_event_of_its_custody(session: Session, small: Small):
    seized = Act(
        action=v.CustodyAction.SEIZED, occurred_at=BEGIN, actor="A", reason="R", late_entry_reason="L"
    )
    kept = exhibits.register_exhibit(session, exhibit(small), seized)
    gone = Act(
        action=v.CustodyAction.DESTROYED,
        occurred_at=BEGIN,
        actor="A",
        reason="R",
        late_entry_reason="L",
        document="O",
        method="M",
        witness="W",
    )
    custody.record_custody_event(session, kept.id, gone, second=ALONE)

    corrections.correct(session, replace(kept, source="Kitchen"), REASON)

    last = custody.entries_of(session, kept.id)[-1]
    assert (last.event.action, last.event.number, last.count) == (v.CustodyAction.EXHIBIT_CORRECTED, 3, 3)
    assert (last.event.actor, last.event.reason) == (session.user.name, REASON)
    with pytest.raises(errors.ValueRefusedError):
        custody.record_custody_event(
            session, kept.id, replace(gone, action=v.CustodyAction.EXHIBIT_CORRECTED)
        )


def test_what_is_no_correction_is_refused_and_nothing_is_kept(session: Session, small: Small):
    kept = exhibits.register_exhibit(
        session,
        exhibit(small),
        Act(
            action=v.CustodyAction.SEIZED,
            occurred_at=exhibit(small).collected_at,
            actor="A",
            reason="R",
            late_entry_reason="L",
        ),
    )
    other = cases.open_case(session, replace(small.case, reference="2026/9"))
    size = session.journal.size

    refused: list[tuple[Any, str, type[errors.ThbError]]] = [
        (replace(small.person, note="x"), " ", errors.ReasonMissingError),
        (small.person, REASON, errors.NothingCorrectedError),
        (replace(small.person, id=PersonId("none")), REASON, errors.NotFoundError),
        (replace(small.person, case_id=other.id), REASON, errors.FieldKeptError),
        (replace(small.person, struck="x"), REASON, errors.FieldKeptError),
        (replace(small.person, code=" "), REASON, errors.FieldMissingError),
        (replace(kept, parent_id=kept.id), REASON, errors.FieldKeptError),
        (replace(small.interpreter, user_id=AgentId("none")), REASON, errors.NotFoundError),
        (session.user, REASON, errors.NotFoundError),
    ]
    for value, reason, error in refused:
        with pytest.raises(error):
            corrections.correct(session, value, reason)

    assert session.journal.size == size
    assert registry.CORRECTION.all(session.read) == ()


def test_an_entry_made_in_error_is_struck_out_for_good_and_stays_to_be_read(session: Session, small: Small):
    corrections.strike_out(session, "official", small.official.id, "Entered twice")

    (struck,) = people.list_officials(session, small.case.id)
    (row,) = corrections.list_corrections(session, small.official.id)
    assert struck == replace(small.official, struck="Entered twice")
    assert (row.field, row.after) == ("struck", "Entered twice")
    with pytest.raises(errors.StruckOutError):
        corrections.correct(session, replace(small.official, name="Other"), REASON)
    with pytest.raises(errors.StruckOutError):
        corrections.strike_out(session, "official", small.official.id, REASON)
    with pytest.raises(errors.StruckOutError), session.work() as work:
        work.save(small.official)
    again = people.add_official(session, small.official)
    assert again.code == small.official.code
    assert rebuild(session.read).differing == ()


def test_what_is_struck_out_is_named_by_nothing_new(session: Session, small: Small):
    corrections.strike_out(session, "authority", small.authority.id, "Of another case")
    proceeding = Proceeding(
        id=ProceedingId(""),
        case_id=small.case.id,
        authority_id=small.authority.id,
        country="BE",
        reference="",
        offence=(("fr", "traite"),),
    )

    with pytest.raises(errors.StruckOutError):
        cases.add_proceeding(session, proceeding)
    corrections.strike_out(session, "case_file", small.case.id, "Opened twice")
    with pytest.raises(errors.StruckOutError):
        cases.add_proceeding(session, replace(proceeding, authority_id=None))


def test_a_correction_is_never_changed_or_taken_away(session: Session, small: Small):
    corrections.correct(session, replace(small.person, note="tall"), REASON)
    (row,) = corrections.list_corrections(session, small.person.id)

    with pytest.raises(errors.CorrectionStaysError), session.work() as work:
        work.save(replace(row, before="short"))
    with pytest.raises(DatabaseError, match="kept"), session.drafting() as connection:
        connection.execute("DELETE FROM correction")


def test_a_corrected_identity_leaves_its_compartment_nowhere(session: Session, small: Small):
    told = replace(IDENTITY, person_id=small.person.id, name="Ana Nou-Exemplu", born=PartialDate("2004~"))

    corrections.correct_identity(session, told, REASON)

    shown = people.reveal_identity(session, small.person.id, justification="Check", second=ALONE)
    rows = corrections.list_corrections(session, small.person.id)
    payloads = b"".join(opening.payload for opening in chain.openings(session.read) if opening)
    assert shown == told
    assert [(row.field, row.before, row.after) for row in rows] == [
        ("name", None, None),
        ("born", None, None),
    ]
    assert len(registry.SEALED_ITEM.where(session.read, "subject_id", rows[0].id)) == 1
    assert NAME.encode() not in payloads
    assert told.name.encode() not in payloads
    with pytest.raises(errors.NothingCorrectedError):
        corrections.correct_identity(session, told, REASON)


def test_every_kind_of_entry_has_one_description_and_one_table():
    assert [kind_of(_bare(kind.description.entity)) for kind in KINDS] == list(KINDS)
    assert [kind.table.entity for kind in KINDS] == [kind.description.entity for kind in KINDS]


def _bare(entity: type) -> Any:
    return object.__new__(entity)

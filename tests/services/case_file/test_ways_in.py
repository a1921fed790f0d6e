"""Whatever is printed of an entry can be entered: each described field has a service that keeps it."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any

import pytest

from tests.support.action_days import action_team
from tests.support.entries import another
from tests.support.offices import BEGIN, Small, exhibit, held_interview
from tests.support.second_person import ALONE
from tests.support.stays import a_place
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.exhibit_fields import CUSTODY_EVENT
from thb_desktop.domain.fields import Editor
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people_fields import IDENTITY
from thb_desktop.services.case_file import cases
from thb_desktop.services.case_file.entries import KINDS
from thb_desktop.services.cooperation import board, cooperation, use_conditions
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import action_days, custody, descriptions, exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people, stays
from thb_desktop.vault.tables import registry

SEIZED = Act(
    action=v.CustodyAction.SEIZED, occurred_at=BEGIN, actor="A", reason="R", late_entry_reason="Paper file"
)
ADDING: dict[str, Callable[[Session, Any], Any]] = {
    "case_file": cases.open_case,
    "authority": cases.add_authority,
    "proceeding": cases.add_proceeding,
    "case_object": cases.add_object,
    "stay": stays.add_stay,
    "official": people.add_official,
    "interpreter": people.add_interpreter,
    "person": lambda session, value: people.add_person(session, value, None),
    "person_role": people.add_role,
    "instrument": cooperation.register_instrument,
    "use_condition": use_conditions.add_condition,
    "transmission": board.note_transmission,
    "action_team": action_days.add_team,
    "voided_number": action_days.void_number,
    "person_found": action_days.add_person_found,
    "item_description": descriptions.describe_item,
    "online_capture": descriptions.describe_capture,
    "exhibit": lambda session, value: exhibits.register_exhibit(session, value, SEIZED),
    "account": finance.add_account,
    "money_transaction": finance.add_transaction,
    "bank_statement": finance.add_statement,
    "hand_over": finance.add_hand_over,
    "value_transfer": finance.add_transfer,
    "attribution": finance.add_attribution,
    "pay_figure": finance.add_pay_figure,
}


def named(session: Session, small: Small) -> dict[str, Any]:
    """Something of each kind that an entry can name."""
    parent = exhibits.register_exhibit(session, exhibit(small, number="E-0"), SEIZED)
    account = ADDING["account"](session, full("account", small, {}, number="BK-0")).id
    statement = full("bank_statement", small, {"account": account}, number="ST-0")
    legs = [
        ADDING["hand_over"](session, full("hand_over", small, {}, number=number)).id
        for number in ("H-0", "H-1")
    ]
    return {
        "official": small.official.id,
        "authority": small.authority.id,
        "person": small.person.id,
        "proceeding": ADDING["proceeding"](
            session, full("proceeding", small, {"authority": small.authority.id})
        ).id,
        "user": session.user.id,
        "exhibit": parent.id,
        "instrument": ADDING["instrument"](
            session, full("instrument", small, {"user": session.user.id}, number="EIO-0", related_as=None)
        ).id,
        "action_team": action_days.add_team(
            session, action_team(small.case.id, first_number="EX-0103", last_number="EX-0109")
        ).id,
        "case_object": cases.add_object(session, a_place(small.case.id)).id,
        "interview": held_interview(session, small).id,
        "account": account,
        "bank_statement": ADDING["bank_statement"](session, statement).id,
        "paid_in_id": legs[0],
        "paid_out_id": legs[1],
    }


def full(kind: str, small: Small, known: dict[str, Any], **changes: Any) -> Any:
    """An entry with every described field filled in."""
    description = next(each.description for each in KINDS if each.description.name == kind)
    values: dict[str, Any] = {"case_id": small.case.id, "checksum": v.ChecksumState.NOT_CHECKED}
    for field in description.fields:
        if field.editor is Editor.REFERENCE:
            values[field.name] = known.get(field.name, known.get(field.refers_to))
        elif field.editor is Editor.MOMENT:
            values[field.name] = BEGIN
        else:
            values[field.name] = another(field, "written")
    attributes = {each.name: each for each in fields(description.entity)}
    empty = {
        name: ""
        for name, each in attributes.items()
        if each.default is MISSING and name not in values and name != "fictional"
    }
    told = {name: value for name, value in values.items() if name in attributes}
    # Only an agreement of several States has further parties.
    kind_of = {"type": InstrumentType.JIT_AGREEMENT} if description.entity is Instrument else {}
    return description.entity(**{**empty, **told, **kind_of, **changes})


@pytest.mark.parametrize("kind", [kind.description.name for kind in KINDS])
def test_every_field_of_an_entry_can_be_entered_and_is_kept(session: Session, small: Small, kind: str):
    description = next(each.description for each in KINDS if each.description.name == kind)
    wanted = full(kind, small, named(session, small))

    added = ADDING[kind](session, wanted)

    found = next(each.table for each in KINDS if each.description.name == kind).find(session.read, added.id)
    lost = [
        field.name
        for field in description.fields
        if getattr(found, field.name) in (None, "", ())
        or getattr(found, field.name) != getattr(wanted, field.name)
    ]
    assert lost == []


def test_every_field_of_a_custody_event_can_be_entered(session: Session, small: Small):
    kept: Exhibit = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    (first,) = custody.list_events(session, kept.id)
    said = {
        "actor_id": small.official.id,
        "place": "A-1",
        "from_party": "Registry",
        "to_party": "Laboratory",
        "seal": "BE-1",
        "former_seal": "BE-0",
        "sha256": "0" * 64,
        "note": "Wet",
        "late_entry_reason": "Paper file",
        "wrong_value": "A-1",
        "right_value": "A-2",
        "seal_state": v.SealState.SUSPECT,
        "packaging": "Bag 7",
        "condition": "Scratched",
        "carrier": v.Carrier.COURIER,
        "tracking": "T-1",
        "due_on": BEGIN.date(),
        "document": "Order 4",
        "witness": "B",
        "method": "Physical",
        "tool": "Imager 2",
        "write_blocker": "W-1",
        "amount": "2 g",
        "notified": "The judge",
        "source_sha256": "1" * 64,
        "weak_digest": "1" * 32,
        "lacked": v.LackedField.WITNESS,
        "former_seal_kept": True,
        "read_only": True,
        "destructive": False,
        "read_errors": "Two sectors",
        "deviations": "Begun twice",
    }
    common = {"occurred_at": BEGIN, "actor": "A", "reason": "R"}
    actions = (
        *(v.CustodyAction.TRANSFER_OUT, v.CustodyAction.VERIFIED, v.CustodyAction.RESEALED),
        *(v.CustodyAction.SEAL_CHECKED, v.CustodyAction.PACKAGED, v.CustodyAction.ACQUIRED),
        *(v.CustodyAction.INCIDENT, v.CustodyAction.LOANED, v.CustodyAction.VIEWED),
        *(v.CustodyAction.UNSEALED, v.CustodyAction.EXAMINED),
    )
    for action in actions:
        asked = CUSTODY_KINDS[action].asks | {"actor_id", "place", "note", "late_entry_reason"}
        act = Act(action=action, **common, **{name: said[name] for name in asked})
        custody.record_custody_event(session, kept.id, act)
    asked = CUSTODY_KINDS[v.CustodyAction.CONSUMED_IN_TEST].asks
    consumed = Act(
        action=v.CustodyAction.CONSUMED_IN_TEST,
        **common,
        late_entry_reason="L",
        **{name: said[name] for name in asked},
    )
    custody.record_custody_event(session, kept.id, consumed, second=ALONE)
    correction = {"corrects": first.id, "right_value": "A-2", "late_entry_reason": "L"}
    for how in ({"wrong_value": "A-1"}, {"lacked": v.LackedField.WITNESS}):
        corrected = Act(action=v.CustodyAction.CORRECTION, **common, **correction, **how)
        custody.record_custody_event(session, kept.id, corrected, second=ALONE)

    events = custody.list_events(session, kept.id)

    never = [
        field.name
        for field in CUSTODY_EVENT.fields
        if field.name not in CUSTODY_KINDS[v.CustodyAction.TRANSFER_CONFIRMED].asks  # `test_confirmations`
        and all(getattr(event, field.name) in (None, "") for event in events)
    ]
    assert never == []


def test_an_identity_that_is_learnt_later_can_be_entered_whole(session: Session, small: Small):
    person = people.add_person(session, full("person", small, {}), None)
    values = {field.name: another(field, "written") for field in IDENTITY.fields}
    identity = IDENTITY.entity(person_id=PersonId(person.id), **values)

    people.add_identity(session, identity)

    shown = people.reveal_identity(session, person.id, justification="Check", second=ALONE)
    assert shown == identity
    assert person.id in people.list_identified(session, small.case.id)
    assert registry.SEALED_IDENTITY.find(session.read, person.id) is not None

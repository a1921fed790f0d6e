"""The rows of each act: a closed list without gaps, and each way to exceed it has a name."""

from dataclasses import MISSING
from itertools import count
from typing import Any

import pytest

from tests.support.measured_acts import NEW, measured
from thb_desktop.domain import case_fields, exhibit_fields, finance_fields, people_fields
from thb_desktop.domain.act_checks import SEALED, fault_of, faults_of, right_of_row
from thb_desktop.domain.act_needs import NEEDED_ROWS
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.act_rows import ACT_ROWS
from thb_desktop.domain.act_subjects import BESIDE, SUBJECTS, SUBJECTS_OF_ACTS
from thb_desktop.domain.action_day_fields import ACTION_DAY
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.cooperation_fields import INSTRUMENT, TRANSMISSION, USE_CONDITION
from thb_desktop.domain.corrections import STRUCK
from thb_desktop.domain.description_fields import OF_EXHIBITS
from thb_desktop.domain.interview_fields import DESCRIPTIONS as RECORD
from thb_desktop.domain.record import fields_of
from thb_desktop.domain.rights import Right
from thb_desktop.domain.row_authors import AUTHORS, AUTHORS_OF_CHANGES, NAMED_IN_SOME, TIMES, TIMES_OF_CHANGES
from thb_desktop.domain.stays_fields import STAY
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.vault.tables.registry import TABLES

FIELDS = {table.name: {field.name: field for field in fields_of(table.entity)} for table in TABLES}
KEYS = {table.name: set(table.key) for table in TABLES}
ENTRIES = (
    *(case_fields.CASE, case_fields.AUTHORITY, case_fields.PROCEEDING, case_fields.CASE_OBJECT),
    *(people_fields.OFFICIAL, people_fields.INTERPRETER, people_fields.PERSON, people_fields.PERSON_ROLE),
    *OF_EXHIBITS,
    *(
        INSTRUMENT,
        USE_CONDITION,
        TRANSMISSION,
        *(*ACTION_DAY, STAY),
        exhibit_fields.EXHIBIT,
        *finance_fields.MONEY,
    ),
)
PLACES = {"case_id", "interview_id", "segment_id", "root_id"}
"""Fields that say of what a row is part: no act moves a row."""


def change(table: str, before: dict[str, Any] | None = None, **after: Any) -> Change:
    """A change of a row whose other fields are at their default."""
    defaults = {name: None if f.default is MISSING else f.default for name, f in FIELDS[table].items()}
    was = None if before is None else {**defaults, **before}
    return Change(table=table, before=was, after={**defaults, **(before or {}), **after})


SAID = {"same_because": "As the bank wrote", "account_named": "1-2", "account_then": "12"}
"""What a statement has of which somebody said that its account is the same."""


def fault(told: Change, action: str, *, agent: str = "me", subject: str = "it") -> str | None:
    found = fault_of(told, action=action, agent=agent, subject=subject)
    return found.removeprefix("act-exceeded.") if found else None


def test_every_action_has_its_rows_and_nothing_else_has():
    assert set(ACT_ROWS) == {*VaultAction, *CustodyAction}


def test_what_everybody_may_do_are_their_own_keys_and_what_the_program_records_by_itself():
    assert {each for each in VaultAction if right_of_act(each) is None} == {
        *(VaultAction.ACCESS_DENIED, VaultAction.PASSPHRASE_CHANGED, VaultAction.PASSPHRASE_RECOVERED),
        *(VaultAction.RECOVERY_USED, VaultAction.RECOVERY_CODE_CONFIRMED),
        *(VaultAction.IDENTITY_AGREED, VaultAction.IDENTITY_REFUSED, VaultAction.KEYS_MADE_OWN),
        *(VaultAction.HOLDERS_RECORDED, VaultAction.SCHEMA_MIGRATED, VaultAction.CONSULTATIONS_CLOSED),
        *(VaultAction.MEMORY_MAY_REACH_DISK, VaultAction.MEMORY_STAYS_OFF_DISK),
        *(VaultAction.CLOCK_WENT_BACK, VaultAction.CLOCK_EXPLAINED),
    }


def test_the_list_names_tables_and_fields_that_there_are():
    for action, rows in ACT_ROWS.items():
        for table, told in rows.items():
            assert told.fields | set(told.to) <= set(FIELDS[table])
            assert told.new or told.fields or action == VaultAction.ENTRY_TOLD


def test_every_table_gets_its_rows_from_some_act():
    made = {table for rows in ACT_ROWS.values() for table, told in rows.items() if told.new}

    assert made == set(FIELDS)


def test_no_act_changes_the_key_of_a_row_or_moves_it():
    kept = {
        (action, table, name)
        for action, rows in ACT_ROWS.items()
        for table, told in rows.items()
        for name in told.fields & (KEYS[table] | PLACES)
    }

    assert kept == set()


def test_the_fields_of_authors_and_subjects_are_there_and_no_act_gives_them_away():
    for named in (AUTHORS, AUTHORS_OF_CHANGES, SUBJECTS, TIMES, TIMES_OF_CHANGES):
        assert all(name in FIELDS[table] for table, name in named.items())


ABOUT_NOTHING_ELSE = {
    *(
        "certificate_template",
        "caution_text",
        "office_pack",
        "office",
        "approval",
        "compartment_version",
        "handover",
        "restoration",
        "consultation_mark",
    ),
}
"""Tables whose rows are of the vault as a whole; the subject of an approval is compared with its act."""


def test_every_row_says_what_the_act_is_about():
    assert set(FIELDS) - set(SUBJECTS) == ABOUT_NOTHING_ELSE | {"rendering", "age_decision"}
    assert all(name in FIELDS[table] for (_, table), name in SUBJECTS_OF_ACTS.items())
    assert all(ACT_ROWS[action][table] for action, table in (*SUBJECTS_OF_ACTS, *BESIDE))
    assert all(NEEDED_ROWS[action] <= set(ACT_ROWS[action]) for action in NEEDED_ROWS)


IDS = map(str, count(1))


def corrected(was: str, now: str, **changes: Any) -> Change:
    told = {"entity": "person", "subject_id": "p", "field": "sex", "case_id": "it", "by": "me"}
    row = change("correction", None, id=next(IDS), **told)
    return Change(table=row.table, before=None, after={**row.after, "before": was, "after": now, **changes})


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([corrected("1", "2")], set()),
        ([], {"correction"}),
        ([corrected("1", "9")], {"correction"}),
        ([corrected("0", "2")], {"correction"}),
        ([corrected("1", "2"), corrected("1", "2")], {"correction"}),
        ([corrected("1", "2"), corrected("a", "b", field="language")], {"correction"}),
        ([corrected("1", "2", subject_id="another")], {"correction"}),
    ],
)
def test_a_correction_tells_each_changed_field_and_no_other(rows: list[Change], expected: set[str]):
    person = change("person", {"id": "p", "case_id": "it", "sex": "1"}, sex="2")

    told = faults_of([person, *rows], action=VaultAction.ENTRY_CORRECTED, agent="me", subject="it")

    assert {fault.removeprefix("act-exceeded.") for fault, _ in told} == expected


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(("rows", "expected"), [(["a", "b"], 0), (["a", "a"], 1), (["a", "b", "a", "b"], 2)])
def test_a_row_is_told_once(rows: list[str], expected: int):
    told = faults_of(
        [change("segment", {"id": each}, id=each) for each in rows],
        action=VaultAction.SEGMENT_SET,
        agent="me",
        subject="it",
    )

    assert [fault for fault, _ in told].count("act-exceeded.twice") == expected


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("action", [VaultAction.HOLDERS_RECORDED, VaultAction.USER_RETIRED])
@pytest.mark.parametrize("table", ["sealed_identity", "sealed_item"])
def test_a_sealed_value_changes_only_with_the_key_of_its_compartment(table: str, action: VaultAction):
    of = {"sealed_identity": "person_id", "sealed_item": "subject_id"}[table]
    compartment = {"compartment": "IDENTITIES"} if table == "sealed_item" else {}
    sealed = change(table, {of: "it", "sealed": "a", **compartment}, sealed="b")
    key = change("compartment_version", {"compartment": "IDENTITIES", "version": 1}, version=2)
    other = change("compartment_version", {"compartment": "ASSESSMENTS", "version": 1}, version=2)

    told = [
        [fault for fault, _ in faults_of(rows, action=action, agent="me", subject="it")]
        for rows in ([sealed], [sealed, other], [sealed, key])
    ]

    assert [each.count("act-exceeded.field") for each in told] == [1, 1, 0]


@pytest.mark.requirement("SR-19")
def test_what_is_sealed_is_changed_by_a_renewal_and_a_corrected_identity_alone():
    allowed = {
        (table, action)
        for action, tables in ACT_ROWS.items()
        for table, rows in tables.items()
        if rows.fields & {SEALED, "wrapped"} and table != "recording"  # whether its medium is sealed
    }

    renewals = (VaultAction.HOLDERS_RECORDED, VaultAction.USER_RETIRED)
    renewed = {(table, each) for each in renewals for table in ("sealed_identity", "sealed_item")}
    assert allowed == renewed | {("sealed_identity", VaultAction.IDENTITY_CORRECTED)}


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("action", [each for each in VaultAction if "sealed_item" in ACT_ROWS[each]])
def test_an_act_seals_only_in_the_compartment_that_it_is_about(action: VaultAction):
    rows = ACT_ROWS[action]["sealed_item"]

    assert not rows.new or len(rows.to["compartment"]) == 1


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(3, 4, None), (3, 3 + 2**20, None), (3, 4 + 2**20, "value"), (3, 2, "value"), (2**62, 4, None)],
)
def test_the_epoch_of_the_header_rises_a_little(before: int, after: int, expected: str | None):
    told = change("office", {"header_epoch": before}, header_epoch=after)

    assert fault(told, VaultAction.PASSPHRASE_CHANGED) == expected


READ = {
    (VaultAction.ASSIGNMENT_FOUNDED, "certificate_template", NEW),
    (VaultAction.ASSIGNMENT_MERGED, "language_certificate", NEW),
    (VaultAction.CERTIFICATE_RENEWED, "signing_identity", "certificate"),
    (VaultAction.CERTIFICATE_RENEWED, "user", "certificate"),
    (VaultAction.FINANCE_STRUCK_OUT, "correction", NEW),
    (VaultAction.IDENTITY_AGREED, "signing_identity", "agreed"),
    (VaultAction.IDENTITY_REFUSED, "signing_identity", "withdrawn_at"),
    (VaultAction.IDENTITY_REFUSED, "signing_identity", "withdrawn_because"),
    (VaultAction.RENDERING_SET, "rendering", "typed_by"),
    (VaultAction.SEGMENTS_JOINED, "rendering", "author_id"),
    (VaultAction.SEGMENTS_JOINED, "rendering", "mode"),
    (VaultAction.SEGMENTS_JOINED, "rendering", "typed_by"),
    (VaultAction.SEGMENTS_JOINED, "segment", "marks"),
    (VaultAction.TURNS_SET, "rendering", "typed_by"),
    (VaultAction.USER_READMITTED, "office", "header_epoch"),
}
"""What the code of the services says that they do, and no test of them did when it was measured."""


def reasoned(action: str, table: str, name: str) -> bool:
    """Whether an act may touch this, though no service did when it was measured: because a form can."""
    described = {each.name: each for kinds in (ENTRIES, RECORD) for each in kinds}
    corrects = action.endswith(("_CORRECTED", "_STRUCK_OUT", "_STRUCK", "_CHANGED", "_SET"))
    in_a_form = table in described and name in {STRUCK, *(f.name for f in described[table].fields)}
    begins = action in ("INTERVIEW_HELD", "INTERVIEW_READ_BACK") and table in {each.name for each in RECORD}
    sealing = table in ("sealed_identity", "sealed_item", "compartment_version", "compartment_grant")
    if (action, table, name) in READ:
        return True
    return (corrects and in_a_form) or begins or sealing or (action in CustodyAction and name == NEW)


def test_the_list_is_no_wider_than_what_the_services_do_and_the_forms_can():
    """A vault from before may have resealed values in any act that seals something."""
    told = measured()
    beyond = {
        (action, table, name)
        for action, rows in ACT_ROWS.items()
        for table, allowed in rows.items()
        for name in (*allowed.fields, *((NEW,) if allowed.new else ()))
        if name not in told.get(action, {}).get(table, ()) and not reasoned(action, table, name)
    }

    assert beyond == set()


def test_what_the_services_did_is_within_the_list():
    outside = {
        (action, table, name)
        for action, tables in measured().items()
        for table, names in tables.items()
        for name in names
        if not (ACT_ROWS[action][table].new if name == NEW else name in ACT_ROWS[action][table].fields)
    }

    assert outside == set()


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("told", "action", "expected"),
    [
        (change("person", {"sex": "1"}, sex="2"), VaultAction.PASSPHRASE_CHANGED, "table"),
        (change("instrument", {"number": "1"}), VaultAction.PASSPHRASE_CHANGED, "table"),
        (change("person", {"sex": "1"}, sex="2"), "NO_SUCH_ACT", "table"),
        (change("person", None, id="1"), VaultAction.ENTRY_CORRECTED, "new"),
        (change("person", {"struck": "Twice"}, struck=""), VaultAction.ENTRY_CORRECTED, "struck"),
        (change("person", {"case_id": "1"}, case_id="2"), VaultAction.ENTRY_CORRECTED, "field"),
        (change("interview", {"state": "SIGNED"}, place="X"), VaultAction.FORMALITIES_SET, "frozen"),
        (change("user", {"active": False}, active=True), VaultAction.USER_RETIRED, "value"),
        (change("custody_event", None, action="VIEWED"), CustodyAction.SEALED, "value"),
        (change("approval", None, act="ADD_USER"), VaultAction.USER_RETIRED, "value"),
        (change("correction", None, by="the judge"), VaultAction.ENTRY_CORRECTED, "author"),
        (change("segment", None, interview_id="another"), VaultAction.SEGMENT_ADDED, "subject"),
        (change("official", None, case_id="another"), VaultAction.OFFICIAL_ADDED, "subject"),
        (change("compartment_grant", None, granted_by="the judge"), VaultAction.KEYS_GIVEN, "author"),
        (change("bank_statement", None, same_by="the judge"), VaultAction.STATEMENT_TAKEN_OVER, "author"),
        (
            change("bank_statement", {"same_by": "judge", "account_id": "1", **SAID}, account_id="2"),
            VaultAction.FINANCE_CORRECTED,
            "field",
        ),
        (change("bank_statement", {"account_id": "1"}, account_id="2"), VaultAction.FINANCE_CORRECTED, None),
        (change("safety_flag", None, settled_by="the judge"), VaultAction.SAFETY_FLAG_RAISED, "value"),
        (change("safety_flag", None, settled_at="2026-05-04"), VaultAction.SAFETY_FLAG_RAISED, "value"),
        (change("safety_flag", None, settled_by="the judge"), VaultAction.ASSIGNMENT_MERGED, "value"),
        (
            change("safety_flag", {"id": "it"}, settled_by="the judge"),
            VaultAction.SAFETY_FLAG_SETTLED,
            "author",
        ),
        (change("safety_flag", {"id": "it"}, settled_by="me"), VaultAction.SAFETY_FLAG_SETTLED, None),
        (change("safety_flag", None, id="it", typed_by="me"), VaultAction.SAFETY_FLAG_RAISED, None),
        (change("person", {"sex": "1"}, sex="2"), VaultAction.ENTRY_CORRECTED, None),
        (change("person", {"sex": "1"}), VaultAction.ENTRY_CORRECTED, None),
        (change("user", {"active": True}, active=False), VaultAction.USER_RETIRED, None),
        (change("correction", None, by="me"), VaultAction.ENTRY_CORRECTED, None),
        (change("segment", None, interview_id="it"), VaultAction.SEGMENT_ADDED, None),
        (change("segment", {"struck": "UNDONE"}, struck=""), VaultAction.SEGMENT_SET, "struck"),
        (change("segment", {"struck": "UNDONE"}, struck="Twice"), VaultAction.TURNS_SET, "struck"),
        (
            change("segment", {"struck": "Twice", "interview_id": "it"}, struck=""),
            VaultAction.TURNS_SET,
            None,
        ),
    ],
)
def test_what_an_act_may_not_do_with_a_row_has_a_name(told: Change, action: str, expected: str | None):
    assert fault(told, action) == expected


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("state", "table", "fields", "frozen"),
    [
        ("SIGNED", "presence", {"name": "X"}, True),
        ("READ_BACK", "presence", {"name": "X"}, False),
        ("READ_BACK", "segment", {"language": "ro"}, True),
        ("DRAFT", "segment", {"language": "ro"}, False),
        ("READ_BACK", "rendering", {"text": "X"}, True),
        ("READ_BACK", "rendering", {"author_id": "X"}, False),
        (None, "segment", {"language": "ro"}, False),
    ],
)
def test_a_row_of_a_record_is_frozen_with_it(
    state: str | None, table: str, fields: dict[str, str], *, frozen: bool
):
    acts = {
        "presence": VaultAction.FORMALITY_CHANGED,
        "segment": VaultAction.SEGMENT_SET,
        "rendering": VaultAction.RENDERING_SET,
    }
    row = {"kind": "RENDITION", "interview_id": "it"}
    before = {name: value for name, value in row.items() if name in FIELDS[table]}
    told = change(table, before, **fields)

    found = fault(Change(table=table, before=told.before, after=told.after, record_state=state), acts[table])

    assert found == ("frozen" if frozen else None)


def test_what_is_sealed_takes_the_right_of_its_compartment():
    told = [
        change("sealed_identity", None),
        change("sealed_item", None, compartment="KEY_MATERIAL"),
        change("sealed_item", None, compartment="NONE"),
        change("compartment_grant", None, compartment="ASSESSMENTS"),
        change("compartment_version", {"compartment": "IDENTITIES"}, version=2),
        change("compartment_version", {"compartment": "IDENTITIES"}, renewal_due=True),
        change("person", None),
    ]

    assert [right_of_row(each) for each in told] == [
        Right.READ_IDENTITIES,
        Right.READ_KEY_MATERIAL,
        None,
        Right.READ_ASSESSMENTS,
        Right.READ_IDENTITIES,
        None,
        None,
    ]


NOTHING = (" ", "\u00a0", "\u200b", "\u3164 \u2060")
REASONS: dict[str, tuple[str, VaultAction | CustodyAction, dict[str, Any]]] = {
    "a correction": ("correction", VaultAction.ENTRY_CORRECTED, {"reason": ""}),
    "a custody event": ("custody_event", CustodyAction.VIEWED, {"reason": "", "action": "VIEWED"}),
    "a bar": ("leaving_bar", VaultAction.LEAVING_BARRED, {"reason": ""}),
    "a file that was taken out": ("taken_out", VaultAction.FILE_TAKEN_OUT, {"reason": ""}),
    "a merge": ("person_link", VaultAction.PERSONS_MERGED, {"reason": "", "kind": "MERGED"}),
    "a warning": ("warning_reason", VaultAction.INTERVIEW_SIGNED, {"reason": ""}),
    "a mask": ("redaction", VaultAction.REDACTION_MADE, {"ordered_by": ""}),
    "a recipient": ("recipient", VaultAction.RECIPIENT_ADDED, {"told": ""}),
    "the same account": (
        "bank_statement",
        VaultAction.STATEMENT_TAKEN_OVER,
        {"same_because": "", "same_by": "me", "account_named": "1", "account_then": "2"},
    ),
}


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("told", REASONS)
def test_a_reason_that_nobody_can_read_is_none(told: str):
    table, action, fields = REASONS[told]
    (name,) = (each for each, text in fields.items() if text == "")

    found = {text: fault(row_of(table, {**fields, name: text}), action) for text in NOTHING}

    assert found == dict.fromkeys(NOTHING, "value")
    assert fault(row_of(table, {**fields, name: "As ordered"}), action) is None


def row_of(table: str, fields: dict[str, Any]) -> Change:
    """A new row about the subject of the entry, by its author."""
    return change(table, None, **{**about(table), **fields})


def about(table: str) -> dict[str, Any]:
    authors = {name: "me" for name in (AUTHORS.get(table), NAMED_IN_SOME.get(table)) if name}
    named = {SUBJECTS[table]: "it"} if table in SUBJECTS else {}
    return {**named, **authors, **({"id": "it"} if table == "person_link" else {})}

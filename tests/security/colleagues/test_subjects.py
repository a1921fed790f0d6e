"""A colleague's own program tells, under an act about one thing, rows of another, or corrects silently."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.colleagues import JUDGE, attacked, rows, told, user_of
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram
from tests.support.second_person import approval
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import (
    CustodyAction,
    InterviewState,
    RenderingKind,
    RenderingState,
    Sex,
    TwoPersonAct,
    UserRole,
)
from thb_desktop.services.casework import corrections
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.registry import table_of

CLERK, CUSTODIAN, ADMINISTRATOR = UserRole.CLERK, UserRole.EVIDENCE_CUSTODIAN, UserRole.ADMINISTRATOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """What somebody of this role writes, and what must be named."""

    by: UserRole
    write: Callable[[OwnProgram], None]
    case: str


def new_id(program: OwnProgram) -> RowId:
    return RowId(program.session.new_id(program.session.clock.read().at))


def corrected(program: OwnProgram, entry: Any, field: str, before: str, after: str) -> Correction:
    """A row of a correction, as the program would write it."""
    return Correction(
        id=new_id(program),
        case_id=CaseId(getattr(entry, "case_id", entry.id)),
        entity=table_of(entry).name,
        subject_id=entry.id,
        field=field,
        before=before,
        after=after,
        reason="Typing error",
        at=program.session.clock.read().at,
        by=program.session.user.id,
    )


def another_sex(person: Any) -> Sex:
    return Sex.MALE if person.sex is not Sex.MALE else Sex.FEMALE


def a_person_under_an_act_about_another(program: OwnProgram) -> None:
    one, other = rows(program, registry.PERSON)[:2]
    sex = another_sex(other)
    told = corrected(program, other, "sex", other.sex.value, sex.value)
    program.say(VaultAction.ENTRY_CORRECTED, one.id, replace(other, sex=sex), told)


def a_case_under_an_act_about_another(program: OwnProgram) -> None:
    one, other = rows(program, registry.CASE_FILE)[:2]
    told = corrected(program, other, "reference", other.reference, "2026/999")
    program.say(VaultAction.ENTRY_CORRECTED, one.id, replace(other, reference="2026/999"), told)


def a_case_without_a_correction(program: OwnProgram) -> None:
    case = rows(program, registry.CASE_FILE)[0]
    program.say(VaultAction.ENTRY_CORRECTED, case.id, replace(case, reference="2026/999"))


def a_correction_that_tells_another_value(program: OwnProgram) -> None:
    case = rows(program, registry.CASE_FILE)[0]
    told = corrected(program, case, "reference", "2025/1", "2026/999")
    program.say(VaultAction.ENTRY_CORRECTED, case.id, replace(case, reference="2026/999"), told)


def a_correction_of_nothing(program: OwnProgram) -> None:
    case = rows(program, registry.CASE_FILE)[0]
    told = corrected(program, case, "reference", "2025/1", case.reference)
    program.say(VaultAction.ENTRY_CORRECTED, case.id, told)


def struck_without_a_correction(program: OwnProgram) -> None:
    official = rows(program, registry.OFFICIAL)[0]
    program.say(VaultAction.ENTRY_STRUCK_OUT, official.case_id, replace(official, struck="In error"))


def custody(program: OwnProgram, exhibit: Any, action: CustodyAction) -> Any:
    events = registry.CUSTODY_EVENT.where(program.session.read, "exhibit_id", exhibit.id)
    return replace(events[-1], id=new_id(program), number=len(events) + 1, action=action, seal="")


def an_exhibit_under_the_correction_of_another(program: OwnProgram) -> None:
    one, other = rows(program, registry.EXHIBIT)[:2]
    told = corrected(program, other, "source", other.source, "A harmless place")
    program.say(
        CustodyAction.EXHIBIT_CORRECTED,
        one.id,
        custody(program, one, CustodyAction.EXHIBIT_CORRECTED),
        replace(other, source="A harmless place"),
        told,
    )


def an_exhibit_struck_out_under_another(program: OwnProgram) -> None:
    one, other = rows(program, registry.EXHIBIT)[:2]
    program.say(VaultAction.EXHIBIT_STRUCK_OUT, one.id, replace(other, struck="In error"))


def an_exhibit_corrected_without_its_custody_event(program: OwnProgram) -> None:
    one = rows(program, registry.EXHIBIT)[0]
    told = corrected(program, one, "source", one.source, "A harmless place")
    program.say(CustodyAction.EXHIBIT_CORRECTED, one.id, replace(one, source="A harmless place"), told)


def retirement(program: OwnProgram, *left: UserRole) -> None:
    analyst = user_of(program.session, UserRole.ANALYST)
    clerk = user_of(program.session, CLERK)
    second = approval(program.session, clerk, TwoPersonAct.RETIRE_USER, analyst.id)
    users = [replace(user_of(program.session, role), active=False) for role in left]
    program.say(VaultAction.USER_RETIRED, analyst.id, second, *users)


def another_user_with_the_retired_one(program: OwnProgram) -> None:
    retirement(program, UserRole.ANALYST, UserRole.AUDITOR)


def another_user_in_place_of_the_retired_one(program: OwnProgram) -> None:
    retirement(program, UserRole.AUDITOR)


def a_retirement_that_retires_nobody(program: OwnProgram) -> None:
    retirement(program)


def keys_for_somebody_else(program: OwnProgram) -> None:
    grant = rows(program, registry.COMPARTMENT_GRANT)[0]
    judge, auditor = user_of(program.session, JUDGE), user_of(program.session, UserRole.AUDITOR)
    mine = replace(grant, granted_by=program.session.user.id, user_id=auditor.id)
    program.say(VaultAction.KEYS_GIVEN, judge.id, mine)


def a_sealed_identity_of_somebody_else(program: OwnProgram) -> None:
    one, other = rows(program, registry.SEALED_IDENTITY)[:2]
    program.say(VaultAction.IDENTITY_ADDED, one.person_id, replace(other, sealed=one.sealed))


def a_rendering_of_another_record(program: OwnProgram) -> None:
    records = rows(program, registry.INTERVIEW)
    draft = next(each for each in records if each.state is InterviewState.DRAFT)
    other = next(each for each in records if each.state is InterviewState.SIGNED)
    segment = registry.SEGMENT.where(program.session.read, "interview_id", draft.id)[0]
    rendering = Rendering(
        id=new_id(program),
        segment_id=segment.id,
        language="fr",
        kind=RenderingKind.RENDITION,
        state=RenderingState.DRAFT,
        text="Comprenez-vous ?",
        source_digest=segment.source_digest,
        typed_by=program.session.user.id,
        typed_at=NEXT_DAY,
    )
    program.say(VaultAction.RENDERING_SET, other.id, rendering)


ATTACKS = [
    Attack(by=CLERK, write=a_person_under_an_act_about_another, case="subject"),
    Attack(by=CLERK, write=a_case_under_an_act_about_another, case="subject"),
    Attack(by=CLERK, write=a_case_without_a_correction, case="correction"),
    Attack(by=CLERK, write=a_correction_that_tells_another_value, case="correction"),
    Attack(by=CLERK, write=a_correction_of_nothing, case="correction"),
    Attack(by=CLERK, write=struck_without_a_correction, case="correction"),
    Attack(by=CUSTODIAN, write=an_exhibit_under_the_correction_of_another, case="subject"),
    Attack(by=CUSTODIAN, write=an_exhibit_struck_out_under_another, case="subject"),
    Attack(by=CUSTODIAN, write=an_exhibit_corrected_without_its_custody_event, case="missing"),
    Attack(by=ADMINISTRATOR, write=another_user_with_the_retired_one, case="subject"),
    Attack(by=ADMINISTRATOR, write=another_user_in_place_of_the_retired_one, case="subject"),
    Attack(by=ADMINISTRATOR, write=a_retirement_that_retires_nobody, case="missing"),
    Attack(by=ADMINISTRATOR, write=keys_for_somebody_else, case="subject"),
    Attack(by=CLERK, write=a_sealed_identity_of_somebody_else, case="field"),
    Attack(by=CLERK, write=a_rendering_of_another_record, case="subject"),
]


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.write.__name__)
def test_rows_of_something_else_than_the_act_is_about_are_named(office_copy: Path, attack: Attack):
    attacked(office_copy, attack.by, attack.write)

    opening, report = told(office_copy)

    assert f"act-exceeded.{attack.case}" in opening
    assert f"act-exceeded.{attack.case}" in report or "events.stray" in report


@pytest.mark.requirement("SR-15")
def test_corrections_of_every_kind_are_within_their_acts(office_copy: Path):
    kept = (
        *(registry.CASE_FILE, registry.OFFICIAL, registry.INTERPRETER, registry.AUTHORITY, registry.PERSON),
        *(registry.EXHIBIT, registry.ACCOUNT, registry.MONEY_TRANSACTION, registry.INSTRUMENT),
    )
    with closing(unlock(office_copy, start=NEXT_DAY)) as session:
        for table in kept:
            entry: Any = table.all(session.read)[0]
            corrections.correct(session, corrected_entry(entry), "Typing error")
        corrections.strike_out(session, "official", registry.OFFICIAL.all(session.read)[-1].id, "In error")
        corrections.strike_out(session, "exhibit", registry.EXHIBIT.all(session.read)[-1].id, "In error")

    assert told(office_copy) == (set(), set())


def corrected_entry(entry: Any) -> Any:
    """The entry with another value in a field that any person may type."""
    for name in ("reference", "unit", "register_number", "source", "holder", "name", "note"):
        if hasattr(entry, name):
            return replace(entry, **{name: "Something else"})
    raise LookupError(entry)

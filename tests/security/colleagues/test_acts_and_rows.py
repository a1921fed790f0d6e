"""A colleague's own program says one act and writes another: the rows of each act are a closed list."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.offices import (
    LATER,
    NEXT_DAY,
    case_file,
    copy_of,
    held_interview,
    new_office,
    small_case,
    unlock,
)
from tests.support.own_program import OwnProgram, own_program
from tests.support.sampled import few
from tests.support.second_person import asked
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
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
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users
from thb_desktop.services.samples import load_sample_case
from thb_desktop.vault.tables import registry

CLERK = "copper lantern drift velvet acorn"
AUDITOR = OTHER_PASSPHRASE


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """What somebody with this passphrase writes, and what the unlock and the health check must name."""

    by: str
    write: Callable[[OwnProgram], None]
    unlock: set[str]
    health: set[str]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with a sample case, a judge, a clerk and an auditor, last unlocked by the judge."""
    folder = tmp_path_factory.mktemp("colleagues") / "office.thbvault"

    def fill(session: Session) -> None:
        load_sample_case(session, "schelde")
        held_interview(session, small_case(session))
        for name, role, text in (
            ("Greffière Exemple", UserRole.CLERK, CLERK),
            ("Auditeur Exemple", UserRole.AUDITOR, AUDITOR),
        ):
            users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrase(text),
                own_passphrase=passphrase(),
                second=asked(session, TwoPersonAct.ADD_USER, text=CLERK),
            )

    new_office(folder, fill)
    unlock(folder, start=LATER, heads=folder.parent / "heads").close()
    return folder


def one(program: OwnProgram, table: Any, **wanted: Any) -> Any:
    """The first row of a table that has these values."""
    rows = table.all(program.session.read)
    return next(row for row in rows if all(getattr(row, name) == wanted[name] for name in wanted))


def another(program: OwnProgram, table: Any, row: Any) -> Any:
    return next(each for each in table.all(program.session.read) if each.id != row.id)


def under_a_changed_passphrase(program: OwnProgram) -> None:
    instrument = one(program, registry.INSTRUMENT)
    person = one(program, registry.PERSON)
    clerk = one(program, registry.USER, role=UserRole.CLERK)
    program.say(
        VaultAction.PASSPHRASE_CHANGED,
        program.session.user.id,
        instrument,
        replace(person, sex=Sex.MALE if person.sex is not Sex.MALE else Sex.FEMALE),
        replace(clerk, active=False),
    )


def resaved_alone(program: OwnProgram) -> None:
    program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id, one(program, registry.INSTRUMENT))


def beside_the_chain(program: OwnProgram) -> None:
    program.run("UPDATE person SET code = 'V-99' WHERE id = (SELECT min(id) FROM person)")
    program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)


def beside_the_chain_and_the_index(program: OwnProgram) -> None:
    program.run("UPDATE person SET code = 'V-99' WHERE id = (SELECT min(id) FROM person)")
    program.run("DELETE FROM told_row WHERE entity = 'person'")
    program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)


def to_another_case(program: OwnProgram) -> None:
    case = case_file(id=CaseId("0" * 32), reference="2026/9")
    program.say(VaultAction.CASE_OPENED, case.id, case)
    person = one(program, registry.PERSON)
    program.say(VaultAction.ENTRY_CORRECTED, person.case_id, replace(person, case_id=case.id))


def in_the_name_of_the_judge(program: OwnProgram) -> None:
    official = one(program, registry.OFFICIAL)
    judge = one(program, registry.USER, role=UserRole.INVESTIGATING_JUDGE)
    correction = Correction(
        id=RowId("0" * 32),
        case_id=official.case_id,
        entity="official",
        subject_id=official.id,
        field="unit",
        before=official.unit,
        after="Nowhere",
        reason="As ordered",
        at=NEXT_DAY,
        by=judge.id,
    )
    program.say(VaultAction.ENTRY_CORRECTED, official.case_id, replace(official, unit="Nowhere"), correction)


def rendered(program: OwnProgram, **changes: Any) -> tuple[str, Rendering]:
    """A draft, and a new rendering of its turn."""
    draft = one(program, registry.INTERVIEW, state=InterviewState.DRAFT)
    segment = one(program, registry.SEGMENT, interview_id=draft.id)
    fields: dict[str, Any] = {
        "id": RowId("0" * 32),
        "segment_id": segment.id,
        "language": "fr",
        "kind": RenderingKind.RENDITION,
        "state": RenderingState.DRAFT,
        "text": "Comprenez-vous ?",
        "source_digest": segment.source_digest,
        "typed_by": program.session.user.id,
        "typed_at": NEXT_DAY,
    }
    return draft.id, Rendering(**{**fields, **changes})


def typed_by_the_judge(program: OwnProgram) -> None:
    judge = one(program, registry.USER, role=UserRole.INVESTIGATING_JUDGE)
    interview, rendering = rendered(program, typed_by=judge.id)
    program.say(VaultAction.RENDERING_SET, interview, rendering)


def rows_that_the_act_does_not_make(program: OwnProgram) -> None:
    case = case_file(id=CaseId("0" * 32), reference="2026/9")
    program.say(
        VaultAction.CASE_OPENED,
        case.id,
        case,
        replace(one(program, registry.EXHIBIT_FILE), id="1" * 32, object_id="2" * 32, name="x"),
    )


def a_signed_record(program: OwnProgram) -> None:
    signed = one(program, registry.INTERVIEW, state=InterviewState.SIGNED)
    program.say(VaultAction.FORMALITIES_SET, signed.id, replace(signed, place="Somewhere else"))


def a_row_of_a_signed_record(program: OwnProgram) -> None:
    signed = one(program, registry.INTERVIEW, state=InterviewState.SIGNED)
    presence = one(program, registry.PRESENCE, interview_id=signed.id)
    program.say(VaultAction.FORMALITY_CHANGED, signed.id, replace(presence, name="Somebody else"))


def words_that_were_read_back(program: OwnProgram) -> None:
    signed = one(program, registry.INTERVIEW, state=InterviewState.SIGNED)
    segment = one(program, registry.SEGMENT, interview_id=signed.id)
    program.say(VaultAction.SEGMENT_SET, signed.id, replace(segment, language="xx"))


def without_the_right(program: OwnProgram) -> None:
    case = case_file(id=CaseId("0" * 32), reference="2026/9")
    program.say(VaultAction.CASE_OPENED, case.id, case)


def admitted_again(program: OwnProgram) -> None:
    clerk = one(program, registry.USER, role=UserRole.CLERK)
    program.say(VaultAction.KEYS_GIVEN, clerk.id, replace(clerk, active=True))


def struck_and_back(program: OwnProgram) -> None:
    official = one(program, registry.OFFICIAL)
    program.say(VaultAction.ENTRY_STRUCK_OUT, official.case_id, replace(official, struck="Entered in error"))
    program.say(VaultAction.ENTRY_CORRECTED, official.case_id, replace(official, name="Somebody else"))


def custody_of_another_exhibit(program: OwnProgram) -> None:
    event = one(program, registry.CUSTODY_EVENT, action=CustodyAction.STORED)
    exhibit = registry.EXHIBIT.find(program.session.read, event.exhibit_id)
    other = another(program, registry.EXHIBIT, exhibit)
    told = replace(event, id=RowId("0" * 32), number=99)
    program.say(CustodyAction.STORED, other.id, told)


def another_custody_action(program: OwnProgram) -> None:
    event = one(program, registry.CUSTODY_EVENT, action=CustodyAction.STORED)
    told = replace(event, id=RowId("0" * 32), number=99, action=CustodyAction.RETURNED_TO_OWNER)
    program.say(CustodyAction.VIEWED, event.exhibit_id, told)


def certified_by_nobody(program: OwnProgram) -> None:
    interview, rendering = rendered(program)
    program.say(VaultAction.RENDERING_SET, interview, rendering)
    program.say(
        VaultAction.RENDERING_STATE_SET, interview, replace(rendering, state=RenderingState.CERTIFIED)
    )


def about_the_judge(program: OwnProgram) -> None:
    judge = one(program, registry.USER, role=UserRole.INVESTIGATING_JUDGE)
    program.say(VaultAction.PASSPHRASE_CHANGED, judge.id)


def erased_just_now(program: OwnProgram) -> None:
    program.say(VaultAction.RECOVERY_CODE_CONFIRMED, program.session.user.id)
    size = program.session.journal.size
    program.say(VaultAction.RECOVERY_CODE_CONFIRMED, program.session.user.id)
    program.run("UPDATE chain_entry SET payload = NULL, nonce = NULL WHERE seq = :seq", {"seq": size})


def erased_long_ago(program: OwnProgram) -> None:
    program.run("UPDATE chain_entry SET payload = NULL, nonce = NULL WHERE seq = 9")
    program.say(VaultAction.RECOVERY_CODE_CONFIRMED, program.session.user.id)


EXCEEDED, COVERED = {"act-exceeded"}, {"tables-differ"}
ATTACKS = [
    Attack(by=AUDITOR, write=under_a_changed_passphrase, unlock=EXCEEDED, health=EXCEEDED),
    Attack(by=AUDITOR, write=resaved_alone, unlock=EXCEEDED, health=EXCEEDED),
    Attack(by=AUDITOR, write=beside_the_chain, unlock=COVERED, health={"events"}),
    Attack(by=AUDITOR, write=beside_the_chain_and_the_index, unlock=COVERED, health={"events"}),
    Attack(by=CLERK, write=to_another_case, unlock=EXCEEDED, health=EXCEEDED),
    Attack(by=CLERK, write=in_the_name_of_the_judge, unlock=EXCEEDED, health=EXCEEDED),
    Attack(by=CLERK, write=typed_by_the_judge, unlock=EXCEEDED, health=EXCEEDED),
    Attack(by=CLERK, write=rows_that_the_act_does_not_make, unlock=EXCEEDED, health=EXCEEDED),
    Attack(by=CLERK, write=a_signed_record, unlock=EXCEEDED, health={"events"}),
    Attack(by=CLERK, write=a_row_of_a_signed_record, unlock=EXCEEDED, health={"events"}),
    Attack(by=CLERK, write=words_that_were_read_back, unlock=EXCEEDED, health={"events"}),
    Attack(by=AUDITOR, write=without_the_right, unlock={"right-not-held"}, health={"right-not-held"}),
    Attack(by=CLERK, write=admitted_again, unlock=EXCEEDED, health=EXCEEDED),
    Attack(by=CLERK, write=struck_and_back, unlock=EXCEEDED, health={"events"}),
    Attack(by=CLERK, write=custody_of_another_exhibit, unlock=EXCEEDED, health={"events"}),
    Attack(by=CLERK, write=another_custody_action, unlock=EXCEEDED, health={"events"}),
    Attack(by=CLERK, write=certified_by_nobody, unlock=EXCEEDED, health={"events"}),
    Attack(by=AUDITOR, write=about_the_judge, unlock=EXCEEDED, health=EXCEEDED),
    Attack(by=AUDITOR, write=erased_just_now, unlock={"events-erased"}, health={"events-erased"}),
    Attack(by=AUDITOR, write=erased_long_ago, unlock=set(), health={"events-erased"}),
]


def broken(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings if finding.standing is Standing.BROKEN}


ON_COMPUTERS = few(
    [
        pytest.param(attack, remembering, id=f"{attack.write.__name__}-{remembering}")
        for attack in ATTACKS
        for remembering in (True, False)
    ],
    27,
)
"""Each attack, before the unlock of a computer that remembers, of one that does not, or of both."""


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize(("attack", "remembering"), ON_COMPUTERS)
def test_what_an_act_may_not_touch_is_named_at_the_unlock_and_by_the_health_check(
    office: Path, tmp_path: Path, attack: Attack, *, remembering: bool
):
    folder = copy_of(office, tmp_path / "office.thbvault")
    heads = copy_of(office.parent / "heads", tmp_path / "heads") if remembering else None
    with own_program(folder, attack.by, start=NEXT_DAY) as program:
        attack.write(program)

    judge = unlock(folder, start=NEXT_DAY.replace(hour=23), heads=heads)
    opening, report = judge.opening.findings, health.check_vault(judge).findings
    judge.close()

    assert attack.unlock <= broken(opening)
    assert attack.health <= broken(report)
    assert bool(attack.unlock) == bool(broken(opening)) or not remembering

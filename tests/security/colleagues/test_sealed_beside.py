"""What is sealed beside other rows: concerns for safety, and the former values of a corrected identity."""

import secrets
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.security.colleagues.test_exchanged_identities import another, sealed_by
from tests.support.colleagues import AFTERWARDS, attacked, rows, told
from tests.support.offices import NEXT_DAY, environment, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.crypto import sealing
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_work import SafetyFlag
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.record import to_record
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.ledger import canonical
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.compartments import identity_context, item_context, open_compartment
from thb_desktop.services.keeping import health
from thb_desktop.services.language import safety
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

CLERK, PROSECUTOR = UserRole.CLERK, UserRole.PROSECUTOR
THREAT, NOTHING = "The family of the witness is threatened", "Nothing to tell"


def raised(folder: Path, *, is_read: bool) -> SafetyFlag:
    """A concern that the judge raised, and read if so."""
    with closing(unlock(folder, start=NEXT_DAY, heads=folder.parent / "heads")) as session:
        interview = registry.INTERVIEW.all(session.read)[0]
        linguist = next(
            each for each in registry.INTERPRETER.all(session.read) if each.case_id == interview.case_id
        )
        flag = safety.raise_safety_flag(session, interview.id, THREAT, interpreter_id=linguist.id)
        if is_read:
            safety.read_safety_flag(session, flag.id, justification="Duty")
        return flag


def read_by_the_judge(folder: Path, flag: SafetyFlag) -> str:
    start = AFTERWARDS + timedelta(days=3)
    with closing(unlock(folder, start=start, heads=folder.parent / "heads")) as session:
        return safety.read_safety_flag(session, flag.id, justification="Duty").text


def item_about(program: OwnProgram, flag: SafetyFlag, **changes: object) -> SealedItem:
    """A sealed item about a concern, with other words than it has."""
    session, at = program.session, program.next_time()
    key = open_compartment(Compartment.ASSESSMENTS, session)
    made = SealedItem(
        id=RowId(session.new_id(at)),
        case_id=flag.case_id,
        compartment=Compartment.ASSESSMENTS,
        subject_id=flag.id,
        sealed="",
        added_at=at,
    )
    made = replace(made, **changes)  # type: ignore[arg-type]
    said = canonical.encode(
        {
            **to_record(
                safety.SafetyConcern(
                    interview_id=flag.interview_id,
                    text=NOTHING,
                    interpreter_id="00000000-0000-7000-8000-000000000001",  # type: ignore[arg-type]
                    entered_by=session.user.id,
                    at=at,
                )
            )
        }
    )
    context = item_context(session.vault.vault_id, made)
    sealed = sealing.seal(key, said, context=context, randomness=secrets.token_bytes)
    return replace(made, sealed=b64encode(sealed).decode("ascii"))


@pytest.mark.requirement("SR-19")
def test_other_words_of_a_concern_that_was_read_are_named_and_are_not_those_that_are_read(office_copy: Path):
    flag = raised(office_copy, is_read=True)

    def write(program: OwnProgram) -> None:
        program.session.environment = environment(NEXT_DAY - timedelta(hours=1))
        program.say(Does.SAFETY_FLAG_VIEWED, flag.id, item_about(program, flag))

    attacked(office_copy, PROSECUTOR, write, start=NEXT_DAY + timedelta(hours=1))

    unlocked, checked = told(office_copy)
    assert "act-exceeded.new" in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_a_concern_is_read_in_the_words_that_came_first_whatever_their_time(office_copy: Path):
    flag = raised(office_copy, is_read=True)
    with closing(unlock(office_copy, start=NEXT_DAY, heads=office_copy.parent / "heads")) as session:
        first = registry.SEALED_ITEM.where(session.read, "subject_id", flag.id)[0]

    def write(program: OwnProgram) -> None:
        program.session.environment = environment(NEXT_DAY - timedelta(hours=1))
        program.say(Does.SAFETY_FLAG_VIEWED, flag.id, item_about(program, flag))

    attacked(office_copy, PROSECUTOR, write, start=NEXT_DAY + timedelta(hours=1))

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        assert registry.SEALED_ITEM.where(session.read, "subject_id", flag.id)[0].id == first.id


@pytest.mark.requirement("SR-19")
def test_whoever_moves_other_words_of_a_concern_than_were_sealed_for_them_is_named_to_the_other_readers(
    office_copy: Path,
):
    flag = raised(office_copy, is_read=False)

    def write(program: OwnProgram) -> None:
        program.say(Does.SAFETY_FLAG_VIEWED, flag.id, item_about(program, flag))

    attacked(office_copy, PROSECUTOR, write, start=NEXT_DAY + timedelta(hours=1))

    _, checked = told(office_copy)
    assert "sealed-differs.concern" in checked
    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        assert safety.read_safety_flag(session, flag.id, justification="Duty").text == THREAT


@pytest.mark.requirement("SR-19")
def test_a_concern_that_is_settled_without_saying_what_was_done_is_named(office_copy: Path):
    flag = raised(office_copy, is_read=True)

    def write(program: OwnProgram) -> None:
        at, user = program.next_time(), program.session.user.id
        stands = registry.SAFETY_FLAG.find(program.session.read, flag.id)
        assert stands is not None
        program.say(Does.SAFETY_FLAG_SETTLED, flag.id, replace(stands, settled_by=user, settled_at=at))

    attacked(office_copy, PROSECUTOR, write, start=NEXT_DAY + timedelta(hours=1))

    unlocked, checked = told(office_copy)
    assert "act-exceeded.missing" in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_words_about_a_concern_under_another_act_are_named(office_copy: Path):
    flag = raised(office_copy, is_read=False)

    attacked(
        office_copy,
        PROSECUTOR,
        lambda program: program.say(Does.ASSESSMENT_ADDED, flag.id, item_about(program, flag)),
        start=NEXT_DAY + timedelta(hours=1),
    )

    unlocked, checked = told(office_copy)
    assert "act-exceeded.subject" in unlocked & checked


def corrected_with(
    program: OwnProgram, beside: Callable[[OwnProgram, Correction], tuple[SealedItem, ...]]
) -> None:
    """Exchange a whole identity under the correction of its contacts."""
    session = program.session
    kept = rows(program, registry.SEALED_IDENTITY)[0]
    context = identity_context(session.vault.vault_id, kept.person_id)
    forged = replace(kept, sealed=sealed_by(program, another(kept.person_id), context))
    at = program.next_time()
    row = Correction(
        id=RowId(session.new_id(at)),
        case_id=kept.case_id,
        entity="identity",
        subject_id=kept.person_id,
        field="contacts",
        before=None,
        after=None,
        reason="Typing error",
        at=at,
        by=session.user.id,
    )
    program.say(
        Does.IDENTITY_CORRECTED, kept.person_id, forged, row, *beside(program, row), reason="Typing error"
    )


def values_of(program: OwnProgram, row: Correction) -> SealedItem:
    session, at = program.session, program.next_time()
    item = SealedItem(
        id=RowId(session.new_id(at)),
        case_id=row.case_id,
        compartment=Compartment.IDENTITIES,
        subject_id=row.id,
        sealed="",
        added_at=at,
    )
    context = item_context(session.vault.vault_id, item)
    return replace(item, sealed=sealed_by(program, {"before": [], "after": []}, context))


@pytest.mark.requirement("SR-19")
def test_a_corrected_identity_without_its_former_values_is_named(office_copy: Path):
    attacked(office_copy, CLERK, lambda program: corrected_with(program, lambda *_: ()))

    unlocked, checked = told(office_copy)
    assert "act-exceeded.missing" in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_a_corrected_identity_with_two_former_values_of_one_field_is_named(office_copy: Path):
    attacked(
        office_copy,
        CLERK,
        lambda program: corrected_with(
            program, lambda _, row: (values_of(program, row), values_of(program, row))
        ),
    )

    unlocked, checked = told(office_copy)
    assert "act-exceeded.new" in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_false_former_values_of_a_corrected_identity_are_named_to_whoever_holds_the_key(office_copy: Path):
    attacked(
        office_copy,
        CLERK,
        lambda program: corrected_with(program, lambda *each: (values_of(*each),)),
    )

    assert "sealed-differs.correction" in told(office_copy)[1]


def corrected_at_once(program: OwnProgram, plain: bytes) -> None:
    """The same to these bytes, with one correction and one item beside it, at the time of the entry."""
    session = program.session
    kept = rows(program, registry.SEALED_IDENTITY)[0]
    context = identity_context(session.vault.vault_id, kept.person_id)
    key = open_compartment(Compartment.IDENTITIES, session)
    made = sealing.seal(key, plain, context=context, randomness=secrets.token_bytes)
    now = program.next_time()
    row = Correction(
        id=RowId(session.new_id(now)),
        case_id=kept.case_id,
        entity="identity",
        subject_id=kept.person_id,
        field="contacts",
        before=None,
        after=None,
        reason="Typing error",
        at=now,
        by=session.user.id,
    )
    item, at = values_of(program, row), program.next_time()
    program.say(
        Does.IDENTITY_CORRECTED,
        kept.person_id,
        replace(kept, sealed=b64encode(made).decode("ascii")),
        replace(row, at=at),
        replace(item, added_at=at),
        reason="Typing error",
    )


def where_told(office_copy: Path, key: str) -> list[int]:
    """The entries that the health check names so to the judge."""
    with closing(unlock(office_copy, start=AFTERWARDS, heads=office_copy.parent / "heads")) as session:
        found = health.check_vault(session).findings
        return [each.where[-1].first for each in found if each.key == key]


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("between", [b'{ "not canonical": 1 }', b"[]", b"{}", b"\xff", b""])
def test_an_identity_that_is_exchanged_over_one_that_nobody_can_read_is_named_twice(
    office_copy: Path, between: bytes
):
    start = NEXT_DAY + timedelta(hours=1)
    attacked(office_copy, CLERK, lambda program: corrected_at_once(program, between), start=start)
    attacked(
        office_copy,
        CLERK,
        lambda program: corrected_at_once(
            program, canonical.encode(another(rows(program, registry.SEALED_IDENTITY)[0].person_id))
        ),
        start=start + timedelta(hours=1),
    )

    first, second = where_told(office_copy, "sealed-differs.correction")
    assert first < second


@pytest.mark.requirement("SR-19")
def test_a_concern_that_is_moved_as_what_does_not_open_is_named(office_copy: Path):
    flag = raised(office_copy, is_read=False)

    def write(program: OwnProgram) -> None:
        nothing = b64encode(secrets.token_bytes(200)).decode("ascii")
        program.say(Does.SAFETY_FLAG_VIEWED, flag.id, replace(item_about(program, flag), sealed=nothing))

    attacked(office_copy, PROSECUTOR, write, start=NEXT_DAY + timedelta(hours=1))

    assert "sealed-differs.concern" in told(office_copy)[1]


@pytest.mark.requirement("SR-19")
def test_an_identity_that_is_corrected_by_the_program_is_named_by_nobody(office_copy: Path):
    with closing(unlock(office_copy, start=NEXT_DAY, heads=office_copy.parent / "heads")) as session:
        kept = registry.SEALED_IDENTITY.all(session.read)[0]
        was = people.open_identity(session, kept)
        now = replace(was, name="Corrected Exemple", aliases=("One", "Two"), contacts=())
        corrections.correct_identity(session, now, "Typing error")
        corrections.correct_identity(session, replace(now, name="Once More Exemple"), "Typing error")

    unlocked, checked = told(office_copy)
    assert not unlocked
    assert not checked

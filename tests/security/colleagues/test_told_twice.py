"""An event tells each row once: of two states the tables keep the last, and a check may ask the first."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.security.colleagues.test_exchanged_identities import another, sealed_by
from tests.security.colleagues.test_what_acts_are_about import named_in_an_extract
from tests.support import forged_bundles
from tests.support.colleagues import AFTERWARDS, attacked, rows, told
from tests.support.forged_bundles import WORDS, Forged, by_script, honest, with_cover
from tests.support.offices import NEXT_DAY, copy_of, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.record import Record, to_full_record, to_record
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.errors import ActExceededError
from thb_desktop.findings import Standing
from thb_desktop.services.core.compartments import identity_context, item_context
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

CLERK, AUDITOR = UserRole.CLERK, UserRole.AUDITOR
TWICE = "act-exceeded.twice"


def correction_of(
    program: OwnProgram, person_id: str, case_id: str, said: Record
) -> tuple[Correction, SealedItem]:
    """A correction of the name of an identity, with what is sealed beside it."""
    session, at = program.session, program.next_time()
    row = Correction(
        id=RowId(session.new_id(at)),
        case_id=RowId(case_id),
        entity="identity",
        subject_id=RowId(person_id),
        field="name",
        before=None,
        after=None,
        reason="Typing error",
        at=at,
        by=session.user.id,
    )
    item = SealedItem(
        id=RowId(session.new_id(at)),
        case_id=RowId(case_id),
        compartment=Compartment.IDENTITIES,
        subject_id=row.id,
        sealed="",
        added_at=at,
    )
    context = item_context(session.vault.vault_id, item)
    return row, replace(item, sealed=sealed_by(program, said, context))


def correct_and_exchange(program: OwnProgram) -> None:
    """A letter is corrected as it should be; then the same row is told again, with somebody else."""
    session = program.session
    kept = rows(program, registry.SEALED_IDENTITY)[0]
    was = people.open_identity(session, kept)
    assert was is not None
    now = replace(was, name=was.name + "u")
    context = identity_context(session.vault.vault_id, kept.person_id)
    first, second = (
        replace(kept, sealed=sealed_by(program, said, context))
        for said in (to_record(now), another(kept.person_id))
    )
    said = {"before": to_full_record(was)["name"], "after": to_full_record(now)["name"]}
    row, item = correction_of(program, kept.person_id, kept.case_id, said)
    at = program.next_time()
    told_then = (replace(row, at=at), replace(item, added_at=at))
    program.say(Does.IDENTITY_CORRECTED, kept.person_id, first, second, *told_then, reason="Typing error")


@pytest.mark.requirement("SR-19")
def test_an_identity_exchanged_by_a_row_that_is_told_twice_is_named(office_copy: Path):
    attacked(office_copy, CLERK, correct_and_exchange)

    unlocked, checked = told(office_copy)
    assert TWICE in unlocked & checked
    assert "sealed-differs.correction" in checked


@pytest.mark.requirement("SR-19")
def test_a_false_former_value_beside_the_true_one_is_named(office_copy: Path):
    """One field is corrected by two rows: the first says that the person was once called otherwise."""

    def write(program: OwnProgram) -> None:
        session = program.session
        kept = rows(program, registry.SEALED_IDENTITY)[0]
        was = people.open_identity(session, kept)
        assert was is not None
        now = replace(was, name=was.name + "u")
        context = identity_context(session.vault.vault_id, kept.person_id)
        changed = replace(kept, sealed=sealed_by(program, to_record(now), context))
        beside = [
            correction_of(program, kept.person_id, kept.case_id, {"before": before, "after": after})
            for before, after in [("Known Suspect", "Another Name"), (was.name, now.name)]
        ]
        at = program.next_time()
        told_then = [replace(row, at=at) for row, _ in beside]
        sealed = [replace(item, added_at=at) for _, item in beside]
        program.say(Does.IDENTITY_CORRECTED, kept.person_id, changed, *told_then, *sealed, reason="Error")

    attacked(office_copy, CLERK, write)

    unlocked, checked = told(office_copy)
    assert "act-exceeded.correction" in unlocked & checked
    assert "sealed-differs.correction" in checked


@pytest.mark.requirement("SR-19")
def test_a_row_that_is_told_twice_is_named_though_it_stands_as_before(office_copy: Path):
    def write(program: OwnProgram) -> None:
        office = rows(program, registry.OFFICE)[0]
        program.say(Does.PASSPHRASE_CHANGED, program.session.user.id, office, office)

    attacked(office_copy, AUDITOR, write)

    unlocked, checked = told(office_copy)
    assert TWICE in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_the_check_of_an_extract_names_an_entry_that_tells_a_row_twice(office_copy: Path):
    def write(program: OwnProgram) -> None:
        exhibit = rows(program, registry.EXHIBIT)[0]
        program.say(Does.ENTRY_CORRECTED, exhibit.id, replace(exhibit, struck="A typing error"), exhibit)

    attacked(office_copy, CLERK, write)

    assert named_in_an_extract(office_copy).get("acts-row-twice") is Standing.BROKEN


@pytest.mark.requirement("SR-15", "SR-38")
def test_a_bundle_with_such_an_entry_is_not_valid_for_the_verifier_and_the_script(
    staffed: Path, tmp_path: Path
):
    folder = copy_of(staffed, tmp_path / "office.thbvault")
    with own_program(folder, WORDS[forged_bundles.CLERK], start=NEXT_DAY) as program:
        for exhibit in rows(program, registry.EXHIBIT):
            said = replace(exhibit, struck="A typing error")
            program.say(Does.ENTRY_CORRECTED, exhibit.id, said, exhibit)
    with own_program(folder, PASSPHRASE, start=AFTERWARDS) as program:
        session = program.session
        own = session.keys.signer
        file = Forged(
            content=with_cover(session, own, function=UserRole.INVESTIGATING_JUDGE),
            signer=own,
            release=lambda pages: honest(session, pages),
        ).file(root_certificate(session.office_record))

        named = forged_bundles.broken(file, session)
        code, said_by_script = by_script(file, session, tmp_path)

    assert "custody-acts-row-twice" in named
    assert code == 40
    assert "tell one row twice" in said_by_script


@pytest.mark.requirement("SR-19")
def test_the_program_records_no_row_twice(office_copy: Path):
    with closing(unlock(office_copy, start=NEXT_DAY)) as session:
        office = registry.OFFICE.all(session.read)[0]
        with session.work() as work:
            work.tell(office, office)
            with pytest.raises(ActExceededError):
                work.record(session.user.id, Does.PASSPHRASE_CHANGED)

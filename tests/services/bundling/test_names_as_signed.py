"""A page of a signed record prints the names that its digest covers, whatever was corrected since."""

from dataclasses import replace

import pytest

from tests.services.bundling.test_what_stays import broken, prepared, told
from tests.support.leaks import readable
from tests.support.offices import Small
from tests.support.records import signed
from thb_desktop.domain import vocabulary as v
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.services.bundling.bundles import PreparedBundle
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import records
from thb_desktop.vault.database import IntegrityError, allow_writing, forbid_writing
from thb_desktop.vault.tables import registry


def called(bundle: PreparedBundle) -> dict[tuple[str, str], object]:
    """What the parts of the attached record that travel say of names: by kind of entry and field."""
    (record,) = bundle.content.proof.records
    tree = RecordTree.parse(record.data)
    rows = [tree.value(name) for name in tree.parts if name.startswith("names/")]
    return {(row["entity"], field): text for row in rows for field, text in row["said"]}  # type: ignore[index,call-overload,union-attr]  # a row is an object


def pages(bundle: PreparedBundle) -> str:
    return readable(bundle.pdf)["text: drawn -raw"].decode()


def record_of(bundle: PreparedBundle) -> str:
    """The pages of the interview record, without those of the case file before it."""
    drawn = pages(bundle)
    return drawn[drawn.rindex("V-01 (victime)") :]


def test_the_names_are_part_of_what_is_signed(session: Session, small: Small):
    interview, _ = signed(session, small)

    bundle = prepared(session, small, interview)

    told_there = called(bundle)
    assert told_there["person", "code"] == small.person.code
    assert told_there["person_role", "role"] == "VICTIM"
    assert told_there["official", "name"] == small.official.name
    assert told_there["interpreter", "name"] == small.interpreter.name
    assert told_there["authority", "name"] == small.authority.name
    assert bundle.content.proof.records[0].sha256 == interview.record_digest
    assert broken(session, bundle) == []


def test_what_was_corrected_since_changes_no_page_of_the_record(session: Session, small: Small):
    interview, _ = signed(session, small)
    before = record_of(prepared(session, small, interview))
    (role,) = people.list_roles(session, small.case.id)
    for entry in (
        replace(small.official, name="Another Official"),
        replace(small.interpreter, name="Another Interpreter", register_number="VTI-9"),
        replace(small.authority, name="Another Authority"),
        replace(role, role=v.ProceduralRole.WITNESS, led_category=v.LedCategory.OTHER_WITNESS),
    ):
        corrections.correct(session, entry, "Learnt later")

    bundle = prepared(session, small, interview)

    full = records.get_interview(session, interview.id)
    assert full.digest == interview.record_digest
    assert full.roles == (v.ProceduralRole.VICTIM,)
    assert [each.name for each in full.interpreters] == [small.interpreter.name]
    assert [each.name for each in bundle.content.frame.officials] == ["Another Official"]
    for old, new in (
        (small.official.name, "Another Official"),
        (small.interpreter.name, "Another Interpreter"),
        (small.authority.name, "Another Authority"),
    ):
        assert old in before
        assert old in record_of(bundle)
        assert new not in record_of(bundle).partition("SHA-256")[0]
    assert broken(session, bundle) == []


def test_a_pseudonym_that_was_a_name_when_the_record_was_signed_stays_in_the_office(
    session: Session, small: Small
):
    typed = corrections.correct(session, replace(small.person, code="Ana Exemplu-Nou"), "Chosen by mistake")
    interview, _ = signed(session, small)
    corrections.correct(session, replace(typed, code="V-01"), "The name of Ana Exemplu-Nou stood there")

    bundle = prepared(session, small, interview)

    assert told(bundle, "Ana Exemplu-Nou") == []
    assert ("person", "code") not in called(bundle)
    assert called(bundle)["person_role", "role"] == "VICTIM"
    assert bundle.content.proof.records[0].sha256 == interview.record_digest
    assert broken(session, bundle) == []


def test_a_name_that_a_correction_keeps_back_leaves_with_no_record(session: Session, small: Small):
    interview, _ = signed(session, small)
    for entry in (
        replace(small.interpreter, name="Interpreter 17"),
        replace(small.official, name="Official 17"),
    ):
        corrections.correct(session, entry, "The name is protected", keep_back=True)

    bundle = prepared(session, small, interview)

    former = (small.interpreter.name, small.official.name, "The name is protected")
    assert told(bundle, *former) == []
    assert "Interpreter 17" in record_of(bundle)
    assert ("authority", "name") in called(bundle)
    assert bundle.content.proof.records[0].sha256 == interview.record_digest
    assert broken(session, bundle) == []


def test_a_name_in_a_signed_record_stays_as_it_was(session: Session, small: Small):
    signed(session, small)
    row = registry.SIGNED_NAME.all(session.read)[0]

    allow_writing(session.read)
    for statement in (
        "UPDATE signed_name SET said = '[]'",
        "DELETE FROM signed_name",
        "INSERT INTO signed_name SELECT 'x', interview_id, entity, 'x', said FROM signed_name LIMIT 1",
    ):
        with pytest.raises(IntegrityError):
            session.read.execute(statement)
    forbid_writing(session.read)

    assert registry.SIGNED_NAME.all(session.read)[0] == row

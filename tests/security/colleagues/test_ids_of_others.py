"""Ids of others: a colleague gives a new row the id of something else, and the one is taken for the other."""

from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.security.colleagues.test_what_acts_are_about import both_name
from tests.services.persons.test_claims import SAID, claim
from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, rows, told
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.crypto import sealing
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import RowId, told_of
from thb_desktop.domain.intake import FilePlace
from thb_desktop.domain.leaving import LeavingBar
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.person_claims import ClaimUse, ClaimWords
from thb_desktop.domain.record import Record, to_full_record, to_record
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.vocabulary import BarKind, ClaimKind, Compartment, UserRole
from thb_desktop.errors import ActExceededError
from thb_desktop.ledger import canonical
from thb_desktop.services.core import claim_items
from thb_desktop.services.core.compartments import identity_context, item_context, open_compartment
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.persons import claims, people
from thb_desktop.vault.tables import registry

CLERK, CUSTODIAN, PROSECUTOR = UserRole.CLERK, UserRole.EVIDENCE_CUSTODIAN, UserRole.PROSECUTOR
LATER = NEXT_DAY + timedelta(hours=2)
REASON = "The witness took it all back"


def refused(folder: Path, by: UserRole, write: Callable[[OwnProgram], None]) -> int:
    """Let somebody write, with the unlock and the health check naming that one entry; return its number."""
    attacked(folder, by, write, start=LATER)
    opening, report = both_name(folder, "act-exceeded.id")
    assert opening == report
    (entry,) = opening
    return entry


def a_file(program: OwnProgram) -> Any:
    return next(each for each in rows(program, registry.EXHIBIT_FILE))


def new_id(program: OwnProgram) -> RowId:
    return RowId(program.session.new_id(program.next_time()))


def take_out(program: OwnProgram) -> None:
    """What a judge may do, and did."""
    file = a_file(program)
    row = TakenOut(
        id=new_id(program),
        exhibit_id=file.exhibit_id,
        file_id=file.id,
        place="/media/stick",
        size=file.size,
        sha256=file.sha256,
        recipient="Institute",
        state="BE",
        party=PartyKind.EXPERT,
        reason="Examination",
        by=program.session.user.id,
        at=program.next_time(),
    )
    program.say(Does.FILE_TAKEN_OUT, file.id, row)


def bar_with_the_id_of(program: OwnProgram, thing: str) -> None:
    row = LeavingBar(
        id=RowId(thing),
        exhibit_id=a_file(program).exhibit_id,
        kind=BarKind.ABUSE_MATERIAL,
        reason="Never lawful",
        by=program.session.user.id,
        at=program.next_time(),
        lifts_id=None,
    )
    program.say(Does.LEAVING_BARRED, thing, row)


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_bar_with_the_id_of_its_exhibit_is_named_and_no_act_of_before(office_copy: Path):
    attacked(office_copy, JUDGE, take_out)

    def write(program: OwnProgram) -> None:
        bar_with_the_id_of(program, a_file(program).exhibit_id)

    entry = refused(office_copy, CUSTODIAN, write)

    assert both_name(office_copy, "act-exceeded.id") == ({entry}, {entry})
    assert told(office_copy) == ({"act-exceeded.id"}, {"act-exceeded.id"})


def claim_with_the_id(program: OwnProgram, key: str) -> None:
    person = rows(program, registry.PERSON)[0]
    row = replace(
        claim(person, ClaimKind.NAME), id=key, entered_by=program.session.user.id, at=program.next_time()
    )
    program.say(Does.CLAIM_ADDED, key, row, reason=REASON)


def signed_record(program: OwnProgram) -> str:
    return str(next(each.id for each in rows(program, registry.INTERVIEW) if each.is_signed))


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize(
    "key",
    [
        signed_record,
        lambda program: rows(program, registry.EXHIBIT)[0].id,
        lambda program: program.session.user.id,
        lambda program: told_of(rows(program, registry.PERSON)[0].id),
        lambda program: told_of(new_id(program)),
    ],
    ids=["a signed record", "an exhibit", "a user", "what is told of a person", "what may be told"],
)
def test_a_claim_with_the_id_of_something_else_is_named(office_copy: Path, key: Callable[[OwnProgram], str]):
    refused(office_copy, CLERK, lambda program: claim_with_the_id(program, key(program)))


@pytest.mark.requirement("SR-15", "SR-19")
def test_the_program_itself_gives_no_row_the_id_of_something_else(office_copy: Path):
    with closing(unlock(office_copy, start=LATER)) as session:
        record = next(each for each in registry.INTERVIEW.all(session.read) if each.is_signed)
        person = registry.PERSON.all(session.read)[0]

        def add(work: UnitOfWork) -> None:
            row = replace(claim(person), id=RowId(record.id), entered_by=session.user.id, at=work.at)
            work.save(row)
            work.record(record.id, Does.CLAIM_ADDED)

        with pytest.raises(ActExceededError, match="the id of something else"), session.work() as work:
            add(work)


@pytest.mark.requirement("SR-15", "SR-19")
def test_two_rows_of_one_act_do_not_have_one_id(office_copy: Path):
    def write(program: OwnProgram) -> None:
        person = replace(rows(program, registry.PERSON)[0], id=new_id(program), code="V-99", age_status=None)
        role = replace(rows(program, registry.PERSON_ROLE)[0], id=person.id, person_id=person.id)
        program.say(Does.PERSON_ADDED, person.id, person, replace(role, case_id=person.case_id))

    refused(office_copy, CLERK, write)


@pytest.mark.requirement("SR-15", "SR-19")
def test_an_act_about_what_its_rows_name_is_about_no_other_thing(office_copy: Path):
    """A program notes places for a run with the id of an exhibit, and one with an id that it gives later."""
    entries = list[int]()

    def write(program: OwnProgram) -> None:
        file = a_file(program)
        later = new_id(program)
        for about in (file.exhibit_id, later):
            place = FilePlace(
                id=new_id(program), run_id=about, exhibit_id=file.exhibit_id, file_id=file.id, path="a"
            )
            program.say(Does.PLACES_NOTED, about, place)
            entries.append(program.session.journal.size)
        claim_with_the_id(program, later)
        entries.append(program.session.journal.size)

    attacked(office_copy, CLERK, write, start=LATER)

    assert both_name(office_copy, "act-exceeded.about") == ({entries[0]}, {entries[0]})
    assert both_name(office_copy, "act-exceeded.id") == ({entries[2]}, {entries[2]})


@pytest.mark.requirement("SR-15", "SR-19")
def test_an_act_is_about_a_thing_that_was_there(office_copy: Path):
    entries = list[int]()

    def write(program: OwnProgram) -> None:
        person = replace(rows(program, registry.PERSON)[0], id=new_id(program), code="V-99", age_status=None)
        program.say(Does.IDENTITY_VIEWED, person.id)
        entries.append(program.session.journal.size)
        program.say(Does.PERSON_ADDED, person.id, person)

    attacked(office_copy, CLERK, write, start=LATER)

    assert both_name(office_copy, "act-exceeded.about") == ({entries[0]}, {entries[0]})


def two_claims(folder: Path) -> tuple[str, str]:
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        person = registry.PERSON.find(session.read, registry.SEALED_IDENTITY.all(session.read)[0].person_id)
        assert person is not None
        first = claims.add_claim(session, claim(person), SAID)
        return first.id, claims.add_claim(session, claim(person), ClaimWords(text="Another name")).id


def item_about(program: OwnProgram, about: str, case_id: Any, words: Record) -> SealedItem:
    session = program.session
    key = open_compartment(Compartment.IDENTITIES, session)
    item = SealedItem(
        id=new_id(program),
        case_id=case_id,
        compartment=Compartment.IDENTITIES,
        subject_id=about,
        sealed="",
        added_at=program.next_time(),
    )
    context = item_context(session.vault.vault_id, item)
    made = sealing.seal(
        key, canonical.encode(words), context=context, randomness=session.environment.randomness
    )
    return replace(item, sealed=b64encode(made).decode())


def words_of(folder: Path, *keys: str) -> list[str]:
    with closing(unlock(folder, start=AFTERWARDS)) as session:
        found = [registry.PERSON_CLAIM.find(session.read, key) for key in keys]
        return [claim_items.newest_words(each, session).text for each in found if each is not None]


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_decision_with_the_id_of_another_claim_is_named_and_changes_no_words(office_copy: Path):
    first, other = two_claims(office_copy)

    def write(program: OwnProgram) -> None:
        row = registry.PERSON_CLAIM.find(program.session.read, first)
        assert row is not None
        item = item_about(program, other, row.case_id, to_record(ClaimWords(text="EXCHANGED")))
        use = ClaimUse(
            id=RowId(other),
            case_id=row.case_id,
            claim_id=row.id,
            used=False,
            reason="No",
            by=program.session.user.id,
            at=program.next_time(),
        )
        at = program.next_time()
        program.say(Does.CLAIM_USE_DECIDED, first, replace(use, at=at), replace(item, added_at=at))

    refused(office_copy, PROSECUTOR, write)

    assert words_of(office_copy, first, other) == [SAID.text, "Another name"]


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_correction_with_the_id_of_a_claim_is_named_and_loses_no_words(office_copy: Path):
    first, other = two_claims(office_copy)

    def write(program: OwnProgram) -> None:
        session = program.session
        kept = rows(program, registry.SEALED_IDENTITY)[0]
        was = people.open_identity(session, kept)
        now = replace(was, name="Corrected Name")
        made = sealing.seal(
            open_compartment(Compartment.IDENTITIES, session),
            canonical.encode(to_record(now)),
            context=identity_context(session.vault.vault_id, kept.person_id),
            randomness=session.environment.randomness,
        )
        values = {"before": to_full_record(was)["name"], "after": to_full_record(now)["name"]}
        item = item_about(program, first, kept.case_id, values)
        at = program.next_time()
        row = Correction(
            id=RowId(first),
            case_id=kept.case_id,
            entity="identity",
            subject_id=kept.person_id,
            field="name",
            before=None,
            after=None,
            reason=REASON,
            at=at,
            by=session.user.id,
        )
        new = replace(kept, sealed=b64encode(made).decode())
        program.say(
            Does.IDENTITY_CORRECTED, kept.person_id, new, row, replace(item, added_at=at), reason=REASON
        )

    refused(office_copy, CLERK, write)

    assert words_of(office_copy, first, other) == [SAID.text, "Another name"]


@pytest.mark.requirement("SR-15", "SR-19")
def test_secret_key_material_is_about_an_exhibit(office_copy: Path):
    first, _ = two_claims(office_copy)

    def write(program: OwnProgram) -> None:
        row = registry.PERSON_CLAIM.find(program.session.read, first)
        assert row is not None
        item = SealedItem(
            id=new_id(program),
            case_id=row.case_id,
            compartment=Compartment.KEY_MATERIAL,
            subject_id=first,
            sealed=b64encode(bytes(64)).decode(),
            added_at=program.next_time(),
        )
        program.say(Does.KEY_MATERIAL_ADDED, item.id, item)

    attacked(office_copy, JUDGE, write, start=LATER)

    opening, report = both_name(office_copy, "act-exceeded.subject")
    assert opening == report != set()

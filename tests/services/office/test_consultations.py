"""Consultations: who looked at what, when and why, in a journal that shows when somebody cuts it."""

import inspect
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.security.test_rights import SERVICES
from tests.support.offices import (
    NEXT_DAY,
    Small,
    copy_of,
    environment,
    held_interview,
    new_office,
    registered,
    small_case,
    unlock,
)
from tests.support.own_program import past_the_list
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from tests.support.vaults import passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted, Justification
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import ChainAppendOnlyError, NotAllowedError, NotFoundError, ReasonMissingError
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.login import log_in
from thb_desktop.services.core.permission import LOGS, RULE
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits
from thb_desktop.services.keeping import health
from thb_desktop.services.office import consultations
from thb_desktop.services.persons import people, sealed
from thb_desktop.services.testimony import records
from thb_desktop.vault.database import Connection, allow_writing, forbid_writing
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.chain import CONSULTATIONS
from thb_desktop.vault.tables.refusals import write
from thb_desktop.vault.vault import open_vault

READING = {right for right in Right if right.value.startswith("READ_")} | {Right.OPEN_FILES}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small]:
    folder = tmp_path_factory.mktemp("looks") / "office.thbvault"
    kept: list[Small] = []
    new_office(folder, lambda filling: kept.append(small_case(filling)))
    return folder, kept[0]


@pytest.fixture
def folder(office: tuple[Path, Small], tmp_path: Path) -> Path:
    return copy_of(office[0], tmp_path / "v.thbvault")


@pytest.fixture
def desk(folder: Path) -> Iterator[Session]:
    opened = unlock(folder)
    yield opened
    opened.close()


@pytest.fixture
def small(office: tuple[Path, Small]) -> Small:
    return office[1]


def size(desk: Session) -> int:
    return chain.size_of(desk.read, CONSULTATIONS)


def told(desk: Session) -> list[tuple[str, str]]:
    """Kind and subject of each entry, the oldest first."""
    return [
        (signed.parsed().action, signed.parsed().subject)
        for signed in chain.entries(desk.read, CONSULTATIONS)
    ]


def test_every_service_that_reads_data_of_a_case_says_what_it_writes_into_the_journal(
    figure: Callable[[str, str, object], None],
):
    """Who reveals something sealed, or makes an extract, writes it by themselves, with the reason."""
    by_themselves = {
        "people.reveal_identity",
        "claims.reveal_words",
        "sealed.reveal_assessment",
        "sealed.reveal_key_material",
        "safety.read_safety_flag",
        "extracts.extract_of",
        "labels.find_scanned",
        "custody_checks.opened_by",
    }
    adding = {
        "sealed.add_assessment",
        "sealed.add_key_material",
        "safety.settle_safety_flag",
        "people.add_identity",
        "claims.correct_words",
        "corrections.correct_identity",
        "corrections.enter_identity_again",
        "consultations.count_consultations",
        "index.index_text",
        "index.index_machine_text",
    }
    named_by_another = {
        "exhibits.get_bare_exhibit",
        "exhibits.find_numbered",
        "custody_checks.find_in_custody",
        "safety.place_of",
        "sealed.unread_assessments",
    }
    """The number and title, the label or the count beside what another entry names, whose look is written."""
    of_the_user_alone = {"shared.leaves_out"}
    """Whether something is left out for want of a right tells nothing of a case."""
    of_what_left = {"stamped_bundles.list_stamped", "receipts.find_sent"}
    """Stamps and receipts of a bundle or package that was looked at: that look is written."""
    reading = {name for name, service in SERVICES.items() if getattr(service, RULE) in READING}

    silent = {name for name in reading if getattr(SERVICES[name], LOGS) is None}

    assert len(reading) > 20
    assert silent - by_themselves - adding - named_by_another - of_what_left - of_the_user_alone == set()
    for name in by_themselves:
        assert ".consulted" in inspect.getsource(inspect.unwrap(SERVICES[name]))
    figure("SR-19", "services that read data of a case and write it into the journal", len(reading - adding))


def test_a_look_is_written_once_in_a_session_with_who_when_what_and_why(desk: Session, small: Small):
    held = held_interview(desk, small)
    before = size(desk)

    for _ in range(3):
        records.get_interview(desk, held.id)

    assert size(desk) == before + 1
    look = consultations.list_consultations(desk)[0]
    assert (look.kind, look.subject, look.case_id) == ("TESTIMONY", held.id, small.case.id)
    assert (look.agent, look.role) == (desk.user.id, "INVESTIGATING_JUDGE")
    assert (look.justification, look.text) == ("CASE_WORK", "")
    assert look.at.tzinfo is not None
    assert told(desk)[-1] == ("CONSULTATIONS", desk.vault_id)


def test_a_list_with_all_that_hangs_on_it_is_one_entry(desk: Session, small: Small):
    for number in ("E-1", "E-2", "E-3"):
        registered(desk, small, number=number)
    before = size(desk)

    exhibits.list_exhibits(desk, small.case.id)
    custody.page_of_events(desk, small.case.id)
    people.list_persons(desk, small.case.id)

    assert told(desk)[before:] == [("CASE", small.case.id), ("CUSTODY", small.case.id)]


def test_who_says_why_has_it_written_from_then_on(desk: Session, small: Small):
    people.get_person(desk, small.person.id)
    with pytest.raises(ReasonMissingError):
        consultations.state_purpose(desk, small.case.id, Justification.SUPERVISION, "  ")
    consultations.state_purpose(desk, small.case.id, Justification.DATA_SUBJECT_REQUEST, "Asked by V-01")

    people.get_person(desk, small.person.id)

    looks = [look for look in consultations.list_consultations(desk) if look.kind == "PERSON"]
    assert [(look.justification, look.text) for look in looks] == [
        ("DATA_SUBJECT_REQUEST", "Asked by V-01"),
        ("CASE_WORK", ""),
    ]
    assert consultations.find_purpose(desk, small.case.id).text == "Asked by V-01"
    assert consultations.find_purpose(desk, CaseId("another")).text == ""


def test_what_was_not_found_or_not_allowed_was_not_looked_at(desk: Session, small: Small):
    before = size(desk)

    with pytest.raises(NotFoundError):
        exhibits.get_exhibit(desk, ExhibitId("none"))
    desk.user = replace(desk.user, role=UserRole.ADMINISTRATOR)
    with pytest.raises(NotAllowedError):
        people.list_persons(desk, small.case.id)

    assert size(desk) == before


def test_what_is_asked_for_by_keyword_is_written_under_its_own_id(desk: Session, small: Small):
    people.list_persons(desk, case_id=small.case.id)

    assert told(desk)[-1] == ("CASE", small.case.id)


def test_an_extract_is_written_for_each_thing_of_which_it_tells(desk: Session, small: Small):
    kept = [registered(desk, small, number=number).id for number in ("E-1", "E-2")]

    extract_of(desk, [*kept, kept[0], desk.user.id])

    looks = [look for look in consultations.list_consultations(desk) if look.kind == "EXTRACT"]
    assert [(look.subject, look.case_id) for look in reversed(looks)] == [
        (kept[0], small.case.id),
        (kept[1], small.case.id),
        (desk.user.id, ""),
    ]


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", [UserRole.AUDITOR, UserRole.EVIDENCE_CUSTODIAN])
def test_sr_19_who_reads_custody_gets_an_extract_of_exhibits_and_of_nothing_that_they_cannot_read(
    desk: Session, small: Small, role: UserRole
):
    held = held_interview(desk, small)
    kept = registered(desk, small)
    file = exhibit_files.add_file(
        desk, kept.id, source=io.BytesIO(b"x"), name="a.bin", media_type="text/plain"
    )
    desk.user = replace(desk.user, role=role)

    extract = json.loads(extract_of(desk, [kept.id, file.id, desk.user.id, desk.vault_id]).data)

    assert {event["entry"]["subject"] for event in extract["events"]} >= {kept.id, file.id}
    before = size(desk)
    for closed in (small.case.id, small.person.id, small.official.id, held.id):
        with pytest.raises(NotAllowedError):
            extract_of(desk, [kept.id, closed])
    assert size(desk) == before


def test_names_are_told_of_what_the_journal_names_and_the_reading_is_written(desk: Session, small: Small):
    people.get_person(desk, small.person.id)
    held = held_interview(desk, small)

    named = consultations.name_subjects(desk, subjects={small.person.id, held.id, small.case.id, ""})

    assert named == {small.person.id: small.person.code}
    assert told(desk)[-1] == ("CONSULTATIONS", desk.vault_id)


def test_an_identity_is_written_each_time_with_its_reason(desk: Session, small: Small):
    for reason in ("Summons", "Summons", "Protection"):
        people.reveal_identity(desk, small.person.id, justification=reason, second=ALONE)

    looks = [look for look in consultations.list_consultations(desk) if look.kind == "IDENTITY"]
    assert [look.text for look in looks] == ["Protection", "Summons", "Summons"]


def test_the_journal_is_paged_and_asked_by_subject(desk: Session, small: Small):
    for number in range(5):
        exhibits.get_exhibit(desk, registered(desk, small, number=f"E-{number}").id)

    newest = consultations.list_consultations(desk, count=2)
    older = consultations.list_consultations(desk, count=2, before=newest[-1].seq)
    one = consultations.list_consultations(desk, subject=newest[0].subject)

    assert [look.seq for look in (*newest, *older)] == sorted(
        (look.seq for look in (*newest, *older)), reverse=True
    )
    assert {look.subject for look in one} == {newest[0].subject}


@pytest.mark.parametrize("role", [UserRole.CLERK, UserRole.ANALYST, UserRole.ADMINISTRATOR])
def test_only_who_has_that_right_reads_the_journal(desk: Session, role: UserRole):
    desk.user = replace(desk.user, role=role)

    with pytest.raises(NotAllowedError):
        consultations.list_consultations(desk)


def test_a_change_is_told_by_its_event_and_not_twice(desk: Session, small: Small):
    held = held_interview(desk, small)
    before = size(desk)

    with past_the_list(), desk.work() as work:
        records.get_interview(desk, held.id)
        work.record(small.case.id, VaultAction.CASE_OPENED)

    assert size(desk) == before


def test_in_a_vault_that_is_open_for_reading_only_nothing_is_written(folder: Path, small: Small):
    surroundings = environment(NEXT_DAY)
    vault = open_vault(folder, passphrase(), randomness=surroundings.randomness, read_only=True)
    reading = log_in(vault, surroundings)

    assert people.list_persons(reading, small.case.id)
    assert size(reading) == 0
    reading.close()


def test_the_end_of_a_session_is_told_by_an_event_and_the_next_goes_on(folder: Path, small: Small):
    first = unlock(folder)
    people.list_persons(first, small.case.id)
    first.close()
    second = unlock(folder, start=NEXT_DAY)
    people.get_person(second, small.person.id)
    last = chain.last_entry(second.read)
    second.close()

    third = unlock(folder, start=NEXT_DAY.replace(day=NEXT_DAY.day + 1))
    marks = registry.CONSULTATION_MARK.all(third.read)
    found = health.check_vault(third).findings
    third.close()

    assert last is not None
    assert last.parsed().action == "CONSULTATIONS_CLOSED"
    assert [mark.size for mark in marks] == [1, 2]
    assert {finding.standing for finding in found if finding.code.startswith("consultations")} == {
        Standing.HOLDS
    }


def test_a_session_in_which_nothing_was_looked_at_leaves_no_event(folder: Path):
    before = unlock(folder)
    events = before.journal.size
    assert cases.list_cases(before)
    before.close()

    after = unlock(folder, start=NEXT_DAY)
    assert after.journal.size == events
    after.close()


def rows(connection: Connection, *statements: str) -> None:
    for table in ("entry", "head"):
        for trigger in ("stays", "is_kept"):
            connection.execute(f"DROP TRIGGER consultation_{table}_{trigger}")
    for statement in statements:
        connection.execute(statement)


CUT = ("DELETE FROM consultation_entry WHERE seq > 1", "DELETE FROM consultation_head WHERE size > 1")
TAMPERED = {
    "its end is cut, with its heads": CUT,
    "an entry is gone": ("DELETE FROM consultation_entry WHERE seq = 2",),
    "all of it is gone": ("DELETE FROM consultation_entry", "DELETE FROM consultation_head"),
    "another subject": ("UPDATE consultation_entry SET subject = 'x', n = 1 WHERE seq = 2",),
    "a signature": ("UPDATE consultation_head SET signature = zeroblob(64) WHERE size = 3",),
}


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("kind", TAMPERED)
def test_sr_15_a_journal_that_was_tampered_with_is_named_at_the_unlock_and_by_the_check(
    folder: Path, small: Small, kind: str
):
    writing = unlock(folder)
    people.list_persons(writing, small.case.id)
    people.get_person(writing, small.person.id)
    consultations.list_consultations(writing)
    writing.close()
    tampering = unlock(folder, start=NEXT_DAY)
    allow_writing(tampering.read)
    rows(tampering.read, *TAMPERED[kind])
    forbid_writing(tampering.read)
    tampering.vault.close()

    opened = unlock(folder, start=NEXT_DAY)
    codes = {found.code for found in opened.opening.findings if found.standing is Standing.BROKEN}
    checked = {
        found.code for found in health.check_vault(opened).findings if found.standing is Standing.BROKEN
    }
    opened.close()

    assert "consultations-differ" in codes
    assert "consultations-differ" in checked


def test_entries_are_never_changed_or_removed_and_the_tables_say_so(desk: Session, small: Small):
    people.list_persons(desk, small.case.id)

    for statement in (
        "UPDATE consultation_entry SET seq = 9",
        "DELETE FROM consultation_entry",
        "DELETE FROM consultation_head",
        "UPDATE consultation_statement SET first = 9",
    ):
        with desk.drafting() as connection, pytest.raises(ChainAppendOnlyError):
            write(connection, statement, {})


@pytest.mark.requirement("SR-36")
def test_the_journal_is_in_no_bundle_and_in_no_extract(desk: Session, small: Small):
    consultations.state_purpose(desk, small.case.id, Justification.SUPERVISION, "CANARY-WHY-I-LOOK")
    kept = registered(desk, small)
    exhibits.get_exhibit(desk, kept.id)
    people.reveal_identity(desk, small.person.id, justification="CANARY-REVEALED", second=ALONE)
    sealed.count_assessments(desk, small.person.id)

    extract = extract_of(desk, [kept.id]).data
    options = BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        released_with=ALONE,
        transfer=AT_HOME,
    )
    pdf = bundles.prepare_bundle(desk, small.case.id, options).pdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        parts = [spec.get_file().read_bytes() for spec in document.attachments.values()]
    whole = b"\n".join((pdf, extract, *parts))
    assert b"CANARY" not in whole
    assert b"consultation" not in whole.lower()
    actions = {event["entry"]["action"] for event in json.loads(extract)["events"]}
    assert not actions & {kind.value for kind in Consulted}

"""A colleague's program signs words that are no acts, acts about something else, and acts without rows."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support import forged_bundles
from tests.support.chains import verify_signature
from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, rows, told, typed_by, user_of
from tests.support.forged_bundles import WORDS, Forged, by_script, honest, with_cover
from tests.support.offices import NEXT_DAY, copy_of, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.keeping import health
from thb_desktop.vault import proof
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.pdf import check_pdf

ADMINISTRATOR, AUDITOR, CLERK = UserRole.ADMINISTRATOR, UserRole.AUDITOR, UserRole.CLERK
SAID = "The judge gave it back to its owner"
AFTER = "Changed after signature"

About = Callable[[OwnProgram], Any]
Act = tuple[VaultAction, About]


def an_exhibit(program: OwnProgram) -> Any:
    return rows(program, registry.EXHIBIT)[0]


def a_signed_record(program: OwnProgram) -> Any:
    return next(each for each in rows(program, registry.INTERVIEW) if each.is_signed)


def a_file(program: OwnProgram) -> Any:
    return rows(program, registry.EXHIBIT_FILE)[0]


def a_case(program: OwnProgram) -> Any:
    return rows(program, registry.CASE_FILE)[0]


def the_judge(program: OwnProgram) -> Any:
    return user_of(program.session, JUDGE)


def word(text: str) -> Any:
    """A word as if it were an action."""
    return SimpleNamespace(value=text)


def said(folder: Path, by: UserRole, acts: Sequence[Act], reason: str = SAID) -> set[int]:
    """Let somebody sign these acts without rows; return the numbers of their entries."""
    entries: set[int] = set()

    def write(program: OwnProgram) -> None:
        for action, about in acts:
            program.say(action, about(program).id, reason=reason)
            entries.add(program.session.journal.size)

    attacked(folder, by, write)
    return entries


def entries_named(findings: Iterable[Finding], key: str) -> set[int]:
    return {
        number
        for each in findings
        if each.key == key and each.standing is Standing.BROKEN
        for where in each.where
        for number in range(where.first, where.last + 1)
    }


def both_name(folder: Path, key: str) -> tuple[set[int], set[int]]:
    """The entries of which the unlock and the health check say this."""
    with closing(unlock(folder, start=AFTERWARDS, heads=folder.parent / "heads")) as session:
        opening, report = session.opening.findings, health.check_vault(session).findings
    return entries_named(opening, key), entries_named(report, key)


@pytest.mark.requirement("SR-15", "SR-19")
def test_an_act_that_no_version_knows_is_named(office_copy: Path):
    acts: list[Act] = [
        (word("RELEASED_BY_ORDER_OF_THE_JUDGE"), an_exhibit),
        (word("A"), the_judge),
        (word("INTERVIEW_SIGNED_AGAIN"), a_signed_record),
    ]
    entries = said(office_copy, AUDITOR, acts)

    assert both_name(office_copy, "act-exceeded.unknown") == (entries, entries)


OF_THE_OFFICE = (
    *(VaultAction.CLOCK_WENT_BACK, VaultAction.SCHEMA_MIGRATED, VaultAction.CONSULTATIONS_CLOSED),
    *(VaultAction.HOLDERS_RECORDED, VaultAction.MEMORY_MAY_REACH_DISK, VaultAction.MEMORY_STAYS_OFF_DISK),
    VaultAction.CLOCK_EXPLAINED,
)
ABOUT_ANOTHER: dict[UserRole, list[Act]] = {
    AUDITOR: [(action, about) for action in OF_THE_OFFICE for about in (an_exhibit, a_signed_record, a_case)],
    ADMINISTRATOR: [
        *((VaultAction.BACKUP_MADE, about) for about in (an_exhibit, a_signed_record, the_judge)),
        (VaultAction.BACKUP_BEGUN, a_signed_record),
        (VaultAction.BACKUP_TRIED, an_exhibit),
        (VaultAction.USER_READMITTED, an_exhibit),
        (VaultAction.MASTER_KEY_RENEWED, a_signed_record),
    ],
    UserRole.PROSECUTOR: [
        (VaultAction.ASSESSMENT_VIEWED, an_exhibit),
        (VaultAction.IDENTITY_VIEWED, a_signed_record),
        (VaultAction.CLAIM_WORDS_VIEWED, a_case),
        (VaultAction.LANGUAGE_JOB_SENT, an_exhibit),
        (VaultAction.FILE_ADDED, a_case),
    ],
}


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("role", ABOUT_ANOTHER)
def test_an_act_about_something_of_another_kind_than_its_own_is_named(office_copy: Path, role: UserRole):
    entries = said(office_copy, role, ABOUT_ANOTHER[role])

    assert both_name(office_copy, "act-exceeded.about") == (entries, entries)


WITHOUT_ROWS: dict[UserRole, list[Act]] = {
    CLERK: [
        (VaultAction.FILE_ADDED, a_file),
        (VaultAction.EXHIBIT_DESCRIBED, a_case),
        (VaultAction.INSTRUMENT_STATUS_SET, a_case),
        (VaultAction.OFFICIAL_ADDED, a_case),
        (VaultAction.TERM_STRUCK, a_case),
        *(
            (action, a_signed_record)
            for action in (
                *(VaultAction.SEGMENT_SET, VaultAction.SEGMENT_STRUCK, VaultAction.SEGMENT_MOVED),
                *(VaultAction.FORMALITIES_SET, VaultAction.RENDERING_SET, VaultAction.FORMALITY_STRUCK),
            )
        ),
    ],
    ADMINISTRATOR: [
        (VaultAction.CERTIFICATE_RENEWED, the_judge),
        (VaultAction.IDENTITY_WITHDRAWN, the_judge),
        (VaultAction.IDENTITY_VOUCHED, the_judge),
        (VaultAction.KEYS_GIVEN, the_judge),
    ],
}


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("role", WITHOUT_ROWS)
def test_an_act_without_the_rows_that_it_changes_is_named(office_copy: Path, role: UserRole):
    entries = said(office_copy, role, WITHOUT_ROWS[role], AFTER)

    assert both_name(office_copy, "act-exceeded.missing") == (entries, entries)


@pytest.mark.requirement("SR-15", "SR-19")
def test_an_act_that_drafts_a_signed_record_is_named_though_it_tells_a_row_as_it_stands(office_copy: Path):
    entries: set[int] = set()

    def write(program: OwnProgram) -> None:
        record = a_signed_record(program)
        segment = registry.SEGMENT.where(program.session.read, "interview_id", record.id)[0]
        program.say(VaultAction.SEGMENT_SET, record.id, segment, reason=AFTER)
        entries.add(program.session.journal.size)

    attacked(office_copy, CLERK, write)

    assert both_name(office_copy, "act-exceeded.signed") == (entries, entries)


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("shift", [-1, 1], ids=["an older one", "one of no version"])
def test_an_event_that_says_another_schema_is_named_and_founds_no_migration(office_copy: Path, shift: int):
    entries: set[int] = set()

    def write(program: OwnProgram) -> None:
        program.session.journal.schema += shift
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)
        entries.add(program.session.journal.size)

    attacked(office_copy, AUDITOR, write)

    assert both_name(office_copy, "act-exceeded.schema") == (entries, entries)
    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        assert not proof.has_unrecorded_migration(session.read)
        assert not chain.acts_of(session.read, session.vault_id, VaultAction.SCHEMA_MIGRATED)


def named_in_an_extract(folder: Path) -> dict[str, Standing]:
    """What the custody check says of an extract of every record, exhibit and file that holds not."""
    tables: tuple[Any, ...] = (registry.INTERVIEW, registry.EXHIBIT, registry.EXHIBIT_FILE)
    with own_program(folder, typed_by(JUDGE), start=AFTERWARDS) as program:
        session = program.session
        subjects = [each.id for table in tables for each in table.all(session.read)]
        root = sha256(root_certificate(session.office_record)).hexdigest()
        data = extract_of(session, subjects).data
    found = check_extract(data, trusted_root_sha256=root, verify_signature=verify_signature)
    return {each.code: each.standing for each in found if each.standing is not Standing.HOLDS}


@pytest.mark.requirement("SR-15", "SR-19")
def test_the_check_of_an_extract_names_each_of_them(office_copy: Path):
    before = named_in_an_extract(office_copy)

    def write(program: OwnProgram) -> None:
        program.say(word("RELEASED_BY_ORDER_OF_THE_JUDGE"), an_exhibit(program).id, reason=SAID)
        program.say(VaultAction.CLOCK_WENT_BACK, an_exhibit(program).id, reason=SAID)
        program.say(VaultAction.SEGMENT_SET, a_signed_record(program).id, reason=AFTER)
        program.session.journal.schema -= 1
        program.say(VaultAction.FILE_ADDED, a_file(program).id, reason=SAID)

    attacked(office_copy, CLERK, write)

    named = {code: how for code, how in named_in_an_extract(office_copy).items() if code not in before}
    assert named == {
        "acts-unknown": Standing.UNKNOWN,
        "acts-about-another": Standing.BROKEN,
        "acts-after-signature": Standing.BROKEN,
        "acts-of-older-schema": Standing.BROKEN,
    }


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_bundle_with_them_is_not_valid_for_the_verifier_and_the_script(staffed: Path, tmp_path: Path):
    folder = copy_of(staffed, tmp_path / "office.thbvault")
    with own_program(folder, WORDS[forged_bundles.CLERK], start=NEXT_DAY) as program:
        for exhibit in rows(program, registry.EXHIBIT):
            program.say(word("RELEASED_BY_ORDER_OF_THE_JUDGE"), exhibit.id, reason=SAID)
            program.say(VaultAction.CONSULTATIONS_CLOSED, exhibit.id, reason=SAID)
    with own_program(folder, PASSPHRASE, start=AFTERWARDS) as program:
        session = program.session
        own = session.keys.signer
        file = Forged(
            content=with_cover(session, own, function=JUDGE),
            signer=own,
            release=lambda pages: honest(session, pages),
        ).file(root_certificate(session.office_record))

        named = forged_bundles.broken(file, session)
        code, said_by_script = by_script(file, session, tmp_path)

    assert named == {"custody-acts-about-another", "places-not-as-chain"}
    assert code == 40
    assert "name acts that are never about an exhibit" in said_by_script
    assert "name acts that this version of the program does not know" in said_by_script


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_word_of_a_later_version_alone_leaves_a_bundle_unknown(staffed: Path, tmp_path: Path):
    folder = copy_of(staffed, tmp_path / "office.thbvault")
    with own_program(folder, WORDS[forged_bundles.CLERK], start=NEXT_DAY) as program:
        program.say(word("READ_AGAIN_IN_A_LATER_VERSION"), a_signed_record(program).id, reason=SAID)
    with own_program(folder, PASSPHRASE, start=AFTERWARDS) as program:
        session = program.session
        own = session.keys.signer
        file = Forged(
            content=with_cover(session, own, function=JUDGE),
            signer=own,
            release=lambda pages: honest(session, pages),
        ).file(root_certificate(session.office_record))

        found = check_pdf(file, trusted_roots=[root_certificate(session.office_record)])
        broken = forged_bundles.broken(file, session)
        code, said_by_script = by_script(file, session, tmp_path)

    not_known = {each.key for each in found if each.standing is Standing.UNKNOWN}
    assert not_known >= {"act-of-no-version", "custody-acts-unknown"}
    assert broken == set()
    assert code == 41
    assert "name acts that this version of the program does not know" in said_by_script


@pytest.mark.requirement("SR-15")
def test_an_office_in_which_nobody_attacks_is_told_of_nothing(office_copy: Path):
    assert told(office_copy) == (set(), set())

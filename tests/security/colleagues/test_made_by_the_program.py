"""What the program makes and nobody types, written by a program of a colleague's own: names beside an act,
numbers that become names of files, check digits, and times ahead of the clock.
"""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, broken, rows, told, typed_by, user_of
from tests.support.offices import NEXT_DAY, act, case_file, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.confirmations import NOTHING_SAID, transfer_digest
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.finance import Account
from thb_desktop.domain.ids import JobId, RowId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.segment import Certification
from thb_desktop.domain.vocabulary import (
    ChecksumState,
    ConfirmationWay,
    CustodyAction,
    TransferParty,
    TranslationType,
    UserRole,
)
from thb_desktop.errors import FileElsewhereError
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import custody
from thb_desktop.services.keeping import health
from thb_desktop.services.language.exchange import SentFile
from thb_desktop.services.language.exchange_files import save_files
from thb_desktop.vault.tables import registry

CLERK, CUSTODIAN, AUDITOR = UserRole.CLERK, UserRole.EVIDENCE_CUSTODIAN, UserRole.AUDITOR
VALUE, UNSIGNED = "act-exceeded.value", "certifications.unsigned-entry"
HOUR = timedelta(hours=1)


@pytest.mark.requirement("SR-19")
def test_a_certification_that_its_linguist_did_not_sign_is_named_at_the_unlock(office_copy: Path):
    def write(program: OwnProgram) -> None:
        draft = next(each for each in rows(program, registry.INTERVIEW) if not each.is_signed)
        linguist = next(each for each in rows(program, registry.INTERPRETER) if each.case_id == draft.case_id)
        at = program.next_time()
        made = RowId(program.session.new_id(at))
        at = program.next_time()
        program.say(
            Does.RENDERINGS_CERTIFIED,
            draft.id,
            Certification(
                id=made,
                interview_id=draft.id,
                interpreter_id=linguist.id,
                user_id=linguist.user_id or user_of(program.session, JUDGE).id,
                statement="Complete and faithful.",
                renderings=(),
                at=at,
                signature="00" * 64,
            ),
        )

    attacked(office_copy, CLERK, write)

    unlocked, checked = told(office_copy)
    assert UNSIGNED in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_a_confirmation_by_key_with_the_name_of_another_is_named(office_copy: Path):
    with closing(unlock(office_copy, typed_by(CUSTODIAN), start=NEXT_DAY)) as session:
        exhibit, judge = registry.EXHIBIT.all(session.read)[0], user_of(session, JUDGE)
        sent = custody.record_custody_event(
            session,
            exhibit.id,
            act(CustodyAction.TRANSFER_OUT, from_party="Custodian", to_party=judge.name),
        )

    def write(program: OwnProgram) -> None:
        made = RowId(program.session.new_id(program.next_time()))
        at = program.next_time()
        confirmed = CustodyEvent(
            id=made,
            exhibit_id=exhibit.id,
            number=sent.number + 1,
            action=CustodyAction.TRANSFER_CONFIRMED,
            occurred_at=at,
            recorded_at=at,
            clock_source=sent.clock_source,
            actor_id=None,
            actor=judge.name,
            place="",
            reason=NOTHING_SAID,
            sha256=transfer_digest(exhibit, sent),
            confirms=sent.id,
            party=TransferParty.RECEIVER,
            way=ConfirmationWay.BY_KEY,
            recorded_by=program.session.user.id,
            recorder=judge.name,
        )
        program.say(CustodyAction.TRANSFER_CONFIRMED, exhibit.id, confirmed, reason=NOTHING_SAID)

    attacked(office_copy, CUSTODIAN, write, start=NEXT_DAY + HOUR)

    unlocked, checked = told(office_copy)
    assert VALUE in unlocked & checked


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("number", ["../x", "T-1 x", "T-٣"])
def test_a_number_of_a_job_that_the_program_does_not_make_is_named(office_copy: Path, number: str):
    def write(program: OwnProgram) -> None:
        draft = next(each for each in rows(program, registry.INTERVIEW) if not each.is_signed)
        linguist = next(each for each in rows(program, registry.INTERPRETER) if each.case_id == draft.case_id)
        made = JobId(program.session.new_id(program.next_time()))
        at = program.next_time()
        job = LanguageJob(
            id=made,
            case_id=draft.case_id,
            interview_id=draft.id,
            number=number,
            target_language="fr",
            linguist_id=linguist.id,
            translation_type=TranslationType.WORKING_TRANSLATION,
            purpose="For the file",
            opened_by=program.session.user.id,
            opened_at=at,
        )
        program.say(Does.LANGUAGE_JOB_OPENED, made, job)

    attacked(office_copy, CLERK, write)

    unlocked, checked = told(office_copy)
    assert VALUE in unlocked & checked


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    "name", ["../x.tmx", "/x.tmx", "a/x.tmx", "..", "", "a\\x.tmx", "C:x.tmx", "x\0.tmx", "x\n.tmx"]
)
def test_what_is_sent_is_written_into_the_chosen_folder_and_nowhere_else(tmp_path: Path, name: str):
    folder = tmp_path / "out" / "in"
    folder.mkdir(parents=True)
    (folder / "a").mkdir()

    with pytest.raises(FileElsewhereError):
        save_files(
            [SentFile(name="T-01.tmx", data=b"a", sha256=""), SentFile(name=name, data=b"b", sha256="")],
            folder,
        )
    assert {each.name for each in tmp_path.rglob("*")} == {"out", "in", "a"}

    assert save_files([SentFile(name="T-01-nl-fr.xlf", data=b"a", sha256="")], folder) == (
        folder / "T-01-nl-fr.xlf",
    )


@pytest.mark.requirement("SR-19")
def test_check_digits_that_are_said_to_hold_and_do_not_are_named(office_copy: Path):
    def write(program: OwnProgram) -> None:
        made = RowId(program.session.new_id(program.next_time()))
        account = rows(program, registry.ACCOUNT)[0]
        false = replace(
            account,
            id=made,
            number="BK-99",
            identifier="BE00000000000000",
            network="",
            checksum=ChecksumState.VALID,
        )
        assert isinstance(false, Account)
        program.say(Does.ACCOUNT_ADDED, made, false)

    attacked(office_copy, CLERK, write)

    unlocked, checked = told(office_copy)
    assert VALUE in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_an_entry_that_is_dated_ahead_is_named_and_not_the_clock_of_whoever_writes_after_it(
    office_copy: Path,
):
    heads = office_copy.parent / "heads"

    def ahead(program: OwnProgram) -> None:
        program.say(Does.PASSPHRASE_CHANGED, program.session.user.id)

    attacked(office_copy, AUDITOR, ahead, start=AFTERWARDS)
    with closing(unlock(office_copy, start=NEXT_DAY + HOUR, heads=heads)) as session:
        size = session.journal.size
        (doubt,) = (each for each in session.opening.findings if each.key == "dated-ahead")
        assert (doubt.standing, doubt.where[-1].first) == (Standing.UNKNOWN, size)
        assert not broken(session.opening.findings)
        cases.open_case(session, case_file(reference="2026/77"))
        assert not broken(health.check_vault(session).findings)

    with closing(unlock(office_copy, typed_by(CLERK), start=NEXT_DAY + 2 * HOUR)) as session:
        (back,) = (each for each in session.opening.findings if each.key == "clock-set-back")
        assert (back.values["ahead"], back.where[-1].first) == (size, size + 1)
        assert "dated-ahead" not in {each.key for each in session.opening.findings}


def test_a_clock_that_is_a_few_minutes_behind_blames_nobody(office_copy: Path):
    heads = office_copy.parent / "heads"
    with closing(unlock(office_copy, start=NEXT_DAY + HOUR, heads=heads)) as session:
        cases.open_case(session, case_file(reference="2026/77"))

    with closing(unlock(office_copy, start=NEXT_DAY + HOUR - timedelta(minutes=10), heads=heads)) as session:
        assert "dated-ahead" not in {each.key for each in session.opening.findings}

"""A colleague's own program changes what others sign and open with: certificates, and the header's epoch."""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, broken, told, typed_by, user_of
from tests.support.offices import NEXT_DAY, case_file, unlock
from tests.support.own_program import OwnProgram
from tests.support.vaults import passphrase
from thb_desktop import words
from thb_desktop.crypto import certificates
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import ConsultationMark
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.office import MOST_EPOCH
from thb_desktop.domain.rights import Right, is_known, may, role_named
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import CodesUnknownError, NewerFormatError, NotAllowedError, ThbError
from thb_desktop.findings import Standing, of_entry
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.approvals import list_second_persons
from thb_desktop.services.core.keys import subject_of
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users, vaults
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.services.persons import people
from thb_desktop.vault.codes import codes_of, digest_of
from thb_desktop.vault.slots import write_both

ADMINISTRATOR, AUDITOR = UserRole.ADMINISTRATOR, UserRole.AUDITOR


def renewed(program: OwnProgram, *, name: str = "", begins: timedelta, ends: timedelta) -> None:
    """Another certificate over the judge's own key, made with the root's. ends: after the former one."""
    session = program.session
    root, judge = root_of(session.office_record, session), user_of(session, JUDGE)
    former = certificates.read_holder(b64decode(judge.certificate))
    subject = subject_of(judge, session.office)
    leaf = certificates._issue(
        root.signer.private_key,
        certificates._load(root.certificate),
        replace(subject, common_name=name) if name else subject,
        former.public_key,
        since=former.not_before + begins,
        until=former.not_after + ends,
        randomness=secrets.token_bytes,
    )
    program.say(
        VaultAction.CERTIFICATE_RENEWED, judge.id, replace(judge, certificate=b64encode(leaf).decode())
    )


def in_another_name(program: OwnProgram) -> None:
    renewed(program, name="Somebody Else", begins=timedelta(), ends=timedelta(days=1))


def beginning_later(program: OwnProgram) -> None:
    renewed(program, begins=timedelta(days=30), ends=timedelta(days=1))


def ended_already(program: OwnProgram) -> None:
    renewed(program, begins=timedelta(), ends=timedelta(days=-1800))


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("write", [in_another_name, beginning_later, ended_already])
def test_a_certificate_that_does_not_renew_the_former_one_is_named(
    office_copy: Path, write: Callable[[OwnProgram], None]
):
    attacked(office_copy, ADMINISTRATOR, write)

    opening, report = told(office_copy)

    assert "act-exceeded.certificate" in opening
    assert "act-exceeded.certificate" in report


@pytest.mark.requirement("SR-15")
def test_a_certificate_that_only_lasts_longer_is_not_named(office_copy: Path):
    def longer(program: OwnProgram) -> None:
        renewed(program, begins=timedelta(), ends=timedelta(days=30))

    attacked(office_copy, ADMINISTRATOR, longer)

    assert told(office_copy) == (set(), set())


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("epoch", [2**63 - 1, 2**40, 1])
def test_an_epoch_that_no_change_of_keyslots_leads_to_is_named(office_copy: Path, epoch: int):
    def leapt(program: OwnProgram) -> None:
        office = program.session.office_record
        program.say(
            VaultAction.PASSPHRASE_CHANGED, program.session.user.id, replace(office, header_epoch=epoch)
        )

    attacked(office_copy, AUDITOR, leapt)

    opening, report = told(office_copy)
    with closing(unlock(office_copy, start=AFTERWARDS)) as session, pytest.raises(ThbError):
        vaults.change_passphrase(session, old=passphrase(), new=passphrase("five other words for her"))

    assert "act-exceeded.value" in opening
    assert "act-exceeded.value" in report


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("epoch", [2**64 - 1, 2**62])
def test_a_header_with_an_epoch_made_up_is_named_and_stops_no_change(office_copy: Path, epoch: int):
    with closing(unlock(office_copy, typed_by(AUDITOR), start=NEXT_DAY)) as session:
        vault = session.vault
        with vault.keyring(passphrase(typed_by(AUDITOR))) as ring:
            write_both(vault.layout, replace(ring._header, epoch=epoch), ring._opened.master_key)

    new = "five other words for her"
    with closing(unlock(office_copy, start=AFTERWARDS, heads=office_copy.parent / "heads")) as session:
        first = {finding.code: finding.standing for finding in session.opening.findings}
        vaults.change_passphrase(session, old=passphrase(), new=passphrase(new))
    with closing(unlock(office_copy, new, start=AFTERWARDS, heads=office_copy.parent / "heads")) as session:
        then = {finding.code for finding in session.opening.findings}

    assert first["header-made-up"] is Standing.UNKNOWN
    assert not {"header-made-up", "header-rolled-back"} & then
    assert session.office_record.header_epoch < MOST_EPOCH


def code_added(program: OwnProgram, action: VaultAction) -> int:
    """Add a code and record it; return the number of the entry."""
    session = program.session
    program.run("INSERT INTO code_sex (code) VALUES ('LATER')")
    office = replace(session.office_record, codes_digest=digest_of(codes_of(session.read)))
    about = session.vault_id if action is VaultAction.SCHEMA_MIGRATED else session.user.id
    program.say(action, about, office)
    return session.journal.size


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("action", [VaultAction.SCHEMA_MIGRATED, VaultAction.PASSPHRASE_CHANGED])
def test_codes_of_no_version_lock_nobody_out_and_entry_and_function_are_named(
    office_copy: Path, action: VaultAction
):
    entries: list[int] = []
    attacked(office_copy, AUDITOR, lambda program: entries.append(code_added(program, action)))

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        (found,) = [each for each in session.opening.findings if each.key == "codes-unknown"]
        named = broken(health.check_vault(session).findings)
        shown = users.list_users(session)
        with pytest.raises(ThbError) as refused:
            cases.open_case(session, case_file())

    assert (found.standing, found.values["entry"], found.values["role"]) == (
        Standing.BROKEN,
        *entries,
        AUDITOR,
    )
    assert found.values["codes"] == ("code_sex +LATER",)
    assert "codes-unknown" in named
    assert len(shown) > 2
    if action is VaultAction.SCHEMA_MIGRATED:
        assert isinstance(refused.value, CodesUnknownError)
        assert refused.value.named == {"entry": str(entries[0]), "role": AUDITOR}
        assert refused.value.exit_code == NewerFormatError.exit_code


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_row_with_a_code_of_no_version_is_refused_and_never_shown_as_another(office_copy: Path):
    def changed(program: OwnProgram) -> None:
        code_added(program, VaultAction.SCHEMA_MIGRATED)
        program.run("PRAGMA ignore_check_constraints = ON")
        program.run("UPDATE person SET sex = 'LATER'")

    attacked(office_copy, AUDITOR, changed)

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        (case, *_) = cases.list_cases(session)
        with pytest.raises(ThbError):
            people.list_persons(session, case.case.id)

        assert not session.is_writable


def of_a_later_role(program: OwnProgram, action: VaultAction | None) -> None:
    """A user of a role of no version, with or without an event that tells them."""
    session = program.session
    program.run("INSERT INTO code_user_role (code) VALUES ('LIAISON')")
    office = replace(session.office_record, codes_digest=digest_of(codes_of(session.read)))
    program.say(VaultAction.SCHEMA_MIGRATED, session.vault_id, office)
    made = replace(
        user_of(session, AUDITOR),
        id=AgentId(session.new_id(session.clock.read().at)),
        name="Lia Ison",
        role=role_named("LIAISON"),
    )
    if action is None:
        program.write(made)
        program.say(VaultAction.PASSPHRASE_CHANGED, session.user.id)
    else:
        program.say(action, made.id, made)


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("action", [VaultAction.USER_ADDED, VaultAction.PASSPHRASE_CHANGED, None])
@pytest.mark.parametrize("role", [JUDGE, ADMINISTRATOR, UserRole.CLERK])
def test_a_user_of_a_role_of_no_version_keeps_nobody_out_is_named_and_may_nothing(
    office_copy: Path, action: VaultAction | None, role: UserRole
):
    attacked(office_copy, AUDITOR, lambda program: of_a_later_role(program, action))

    with closing(unlock(office_copy, typed_by(role), start=AFTERWARDS)) as session:
        named = broken(session.opening.findings)
        found = broken(health.check_vault(session).findings) if may(role, Right.CHECK_HEALTH) else named
        (told_of,) = [each for each in session.opening.findings if each.key == "role-unknown"]
        (later,) = [each for each in users.list_users(session) if each.name == "Lia Ison"]
        seconds = list_second_persons(session, TwoPersonAct.ADD_USER)

    assert {"user-forged", "codes-unknown"} <= named & found
    assert (later.role.value, is_known(later.role)) == ("LIAISON", False)
    assert not any(may(later.role, right) or may(later.role, right, in_store=True) for right in Right)
    assert later not in seconds
    assert (told_of.values["name"], told_of.values["role"]) == ("Lia Ison", "LIAISON")
    assert "LIAISON" in words.sentence(told_of, "fr")
    assert words.word(later.role, "fr") == "LIAISON"


@pytest.mark.requirement("SR-15", "SR-19")
def test_who_has_a_role_of_no_version_is_told_so_and_not_let_in(office_copy: Path):
    def changed(program: OwnProgram) -> None:
        session = program.session
        program.run("INSERT INTO code_user_role (code) VALUES ('LIAISON')")
        office = replace(session.office_record, codes_digest=digest_of(codes_of(session.read)))
        program.say(VaultAction.SCHEMA_MIGRATED, session.vault_id, office)
        program.run("UPDATE user SET role = 'LIAISON' WHERE role = 'ANALYST'")

    attacked(office_copy, AUDITOR, changed)

    with pytest.raises(NotAllowedError):
        unlock(office_copy, typed_by(UserRole.ANALYST), start=AFTERWARDS)
    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        assert "user-forged" in broken(session.opening.findings)


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize(("size", "root"), [(10**6, "00" * 32), (1, "11" * 32)])
def test_a_false_state_of_the_log_of_consultations_is_named_with_its_author(
    office_copy: Path, size: int, root: str
):
    def closed(program: OwnProgram) -> None:
        session = program.session
        at = session.clock.read().at
        mark = ConsultationMark(id=RowId(session.new_id(at)), size=size, root=root, at=at)
        program.say(VaultAction.CONSULTATIONS_CLOSED, session.vault_id, mark)
        entries.append(session.journal.size)

    entries: list[int] = []
    attacked(office_copy, AUDITOR, closed)

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        author = user_of(session, AUDITOR)
        for findings in (session.opening.findings, health.check_vault(session).findings):
            (found,) = [each for each in findings if each.key == "consultations-differ.mark"]
            assert found.where == (of_entry(*entries),)
            assert (found.values["name"], found.values["role"]) == (author.name, AUDITOR)
            assert "consultations-differ.end" not in broken(findings)

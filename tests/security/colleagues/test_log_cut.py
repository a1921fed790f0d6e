"""The end of the log of consultations is removed by a program of somebody's own, and its new state told."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, broken, rows, told, typed_by, user_of
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import STANDING_DUTY, ConsultationMark, Consulted
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import of_entry
from thb_desktop.services.core.consultation_checks import read_end
from thb_desktop.services.core.consultation_log import ConsultationLog
from thb_desktop.services.keeping import health
from thb_desktop.vault.tables import registry

AUDITOR, PROSECUTOR = UserRole.AUDITOR, UserRole.PROSECUTOR
HOUR = timedelta(hours=1)


def viewed(folder: Path, by: UserRole, hours: int) -> int:
    """Let somebody view two things; return the entry that tells the state of the log afterwards."""
    heads = folder.parent / "heads"
    with closing(unlock(folder, typed_by(by), start=NEXT_DAY + hours * HOUR, heads=heads)) as session:
        session.consulted(Consulted.TESTIMONY, registry.INTERVIEW.all(session.read)[0].id)
        session.consulted(Consulted.IDENTITY, registry.PERSON.all(session.read)[0].id)
    with closing(unlock(folder, typed_by(by), start=NEXT_DAY + hours * HOUR + HOUR / 2)) as session:
        return session.journal.size


def cut(program: OwnProgram) -> None:
    """Remove what follows the last entry but two, view other things, and tell the state of that."""
    session = program.session
    keep = rows(program, registry.CONSULTATION_MARK)[-1].size - 2
    program.run("DELETE FROM consultation_entry WHERE seq > :keep", {"keep": keep})
    program.run("DELETE FROM consultation_head WHERE size > :keep", {"keep": keep})
    reading, case = session.clock.read(), rows(program, registry.CASE_FILE)[0].id
    log = ConsultationLog.of(
        read_end(session.read),
        vault_id=session.vault_id,
        user=session.user,
        key=session.author.key,
        signer=session.keys.signer,
        reading=reading,
        randomness=session.environment.randomness,
    )
    for _ in range(3):
        purpose = STANDING_DUTY[session.user.role]
        log.write(Consulted.CASE, case, case_id=case, purpose=purpose, recipient="", reading=reading)
    at = program.next_time()
    mark = ConsultationMark(
        id=RowId(session.new_id(at)), size=log.size, root=log.root.hex(), at=program.next_time()
    )
    program.say(VaultAction.CONSULTATIONS_CLOSED, session.vault_id, mark)


@pytest.mark.requirement("SR-15", "SR-19")
def test_who_cut_the_log_of_consultations_is_named_beside_whose_views_are_gone(office_copy: Path):
    viewed(office_copy, PROSECUTOR, 1)
    last = viewed(office_copy, UserRole.CLERK, 2)
    cut_by = list[int]()

    def write(program: OwnProgram) -> None:
        cut(program)
        cut_by.append(program.session.journal.size)

    attacked(office_copy, AUDITOR, write, start=NEXT_DAY + 5 * HOUR)

    with closing(unlock(office_copy, start=AFTERWARDS, heads=office_copy.parent / "heads")) as session:
        clerk, auditor = user_of(session, UserRole.CLERK), user_of(session, AUDITOR)
        for findings in (session.opening.findings, health.check_vault(session).findings):
            assert broken(findings) == {"consultations-differ.cut"}
            (found,) = [each for each in findings if each.key == "consultations-differ.cut"]
            assert found.where == (of_entry(last),)
            assert (found.values["name"], found.values["other"]) == (clerk.name, auditor.name)
            assert found.values["later"] == cut_by[0]


@pytest.mark.requirement("SR-15")
def test_a_log_that_was_not_cut_has_each_state(office_copy: Path):
    viewed(office_copy, PROSECUTOR, 1)
    viewed(office_copy, UserRole.CLERK, 2)

    assert told(office_copy) == (set(), set())

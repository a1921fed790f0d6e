"""Colleagues who attack: a program of their own for each role, and what the judge is told afterwards."""

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.vault.tables import registry

JUDGE = UserRole.INVESTIGATING_JUDGE
AFTERWARDS = NEXT_DAY + timedelta(days=2)


def typed_by(role: UserRole) -> str:
    """The passphrase of this role's user."""
    return {JUDGE: PASSPHRASE, UserRole.CLERK: OTHER_PASSPHRASE}.get(
        role, f"{OTHER_PASSPHRASE} {role.value.lower()}"
    )


def user_of(session: Session, role: UserRole) -> User:
    return next(user for user in registry.USER.all(session.read) if user.role is role)


def rows(program: OwnProgram, table: Any) -> Any:
    return table.all(program.session.read)


def attacked(
    folder: Path, by: UserRole, write: Callable[[OwnProgram], None], *, start: datetime = NEXT_DAY
) -> None:
    """Let somebody write with a program of their own."""
    with own_program(folder, typed_by(by), start=start) as program:
        write(program)


def told(folder: Path, *, start: datetime = AFTERWARDS) -> tuple[set[str], set[str]]:
    """What the unlock and the health check tell the judge as broken, on a computer that remembers."""
    heads = folder.parent / "heads"
    with closing(unlock(folder, start=start, heads=heads if heads.exists() else None)) as session:
        return broken(session.opening.findings), broken(health.check_vault(session).findings)


def broken(findings: Iterable[Finding]) -> set[str]:
    return {finding.key for finding in findings if finding.standing is Standing.BROKEN}

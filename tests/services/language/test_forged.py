"""Language work that its linguist did not sign is named at the unlock, and by the health check."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.colleagues import attacked, broken
from tests.support.language_jobs import JobSetup
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_work import RevisionVerdict, VersionSignature, VersionWithdrawal
from thb_desktop.ledger.language_work import signed_bytes
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.language import versions

Write = Callable[[OwnProgram, JobSetup, Any], None]


def signature(desk: JobSetup, made: Any, **changes: Any) -> VersionSignature:
    fields: dict[str, Any] = {
        "id": RowId("forged"),
        "job_id": desk.job.id,
        "interpreter_id": desk.first.id,
        "user_id": desk.first.interpreter.user_id,
        "state": v.RenderingState.SELF_CHECKED,
        "versions": ((made.id, desk.work().digests[made.id]),),
        "at": made.typed_at,
        "signature": "0" * 128,
    }
    return VersionSignature(**{**fields, **changes})


def by(row: Any, signer: Signer, vault: str) -> Any:
    return replace(row, signature=signer.sign(signed_bytes(row, vault)).hex())


def nobodys(program: OwnProgram, rows: Any) -> None:
    program.say(VaultAction.VERSIONS_SIGNED, rows.job_id, rows)


def test_a_vault_with_signed_work_is_sound(desk: JobSetup, folder: Path):
    made = desk.write("Do you understand?")
    versions.withdraw_version(desk.session, made.id, "wrong", signer=desk.first.signer)
    desk.session.close()

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        report = health.check_vault(session)

        assert session.opening.is_sound
        assert broken(report.findings) == set()
        assert "language.signed" in {each.key for each in report.findings}


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("kind", ["nobody", "clerk", "another", "another vault", "in another's name"])
def test_a_signature_that_is_not_the_authors_is_named(
    desk: JobSetup, session: Session, folder: Path, kind: str
):
    made = desk.write("Do you understand?", signer=None, state=v.RenderingState.DRAFT)
    vault, first, second = session.vault_id, desk.first, desk.second
    row = signature(desk, made)
    forged = {
        "nobody": row,
        "clerk": by(row, session.keys.signer, vault),
        "another": by(row, second.signer, vault),
        "another vault": by(row, first.signer, "another"),
        "in another's name": by(replace(row, user_id=second.interpreter.user_id), second.signer, vault),
    }[kind]
    session.close()

    attacked(folder, v.UserRole.INVESTIGATING_JUDGE, lambda program: nobodys(program, forged))

    with closing(unlock(folder, start=NEXT_DAY.replace(day=NEXT_DAY.day + 2))) as opened:
        assert broken(opened.opening.findings) == {"language.unsigned-entry", "act-exceeded.time"}
        assert "language.unsigned" in broken(health.check_vault(opened).findings)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("kind", ["withdrawal", "verdict"])
def test_a_withdrawal_or_a_verdict_without_its_linguist_is_named(
    desk: JobSetup, session: Session, folder: Path, kind: str
):
    made = desk.write("Do you understand?")
    common: dict[str, Any] = {
        "id": RowId("forged"),
        "job_id": desk.job.id,
        "version_id": made.id,
        "at": made.typed_at,
        "signature": "0" * 128,
    }
    by_whom = {
        "withdrawal": {"interpreter_id": desk.first.id, "user_id": desk.first.interpreter.user_id},
        "verdict": {"interpreter_id": desk.second.id, "user_id": desk.second.interpreter.user_id},
    }[kind]
    row: Any = (
        VersionWithdrawal(**common, **by_whom, reason="wrong")
        if kind == "withdrawal"
        else RevisionVerdict(
            **common,
            **by_whom,
            version_digest=desk.work().digests[made.id],
            kind=v.VerdictKind.DISPUTES,
            own_text="Another",
            reason="why",
        )
    )
    action = VaultAction.VERSION_WITHDRAWN if kind == "withdrawal" else VaultAction.VERDICT_GIVEN
    session.close()

    attacked(folder, v.UserRole.INVESTIGATING_JUDGE, lambda program: program.say(action, row.job_id, row))

    with closing(unlock(folder, start=NEXT_DAY.replace(day=NEXT_DAY.day + 2))) as opened:
        assert broken(opened.opening.findings) == {"language.unsigned-entry", "act-exceeded.time"}

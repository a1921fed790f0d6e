"""SR-19: colleagues with keys of their own: every role tries every table, compartment and signature.

Each attempt is a program of its own, with this user's keys and the raw database: it drops the triggers,
writes, signs what it can sign, and puts the triggers back. Then the judge unlocks the vault, makes an extract
of its records and exhibits, and checks the vault; the verifier judges the extract. Nothing may pass unlock
and health check. What only the health check names stops nobody who did not run it: so it is counted how much
of that the receiver of an extract is told.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

from tests.drills.acts.colleague_beside import PROVES_NOTHING, Beside, tables_beside
from tests.drills.acts.colleague_keys import SIGNATURES, opened, opened_by_right
from tests.drills.acts.colleague_rows import HARMLESS, WAYS, NothingToDoError, Target, told_under
from tests.drills.acts.colleague_words import said_alone
from tests.drills.kit.chance import Chance
from tests.drills.kit.report import Result
from tests.drills.kit.teams import Answer, shared_out
from tests.support.chains import verify_signature
from tests.support.offices import NEXT_DAY, held_interview, new_office, small_case, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.second_person import ALONE, approval
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.act_rows import ACT_ROWS
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, may
from thb_desktop.domain.second_person import AskSecond
from thb_desktop.domain.vocabulary import Compartment, CustodyAction, TwoPersonAct, UserRole
from thb_desktop.errors import ThbError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users
from thb_desktop.services.samples import load_sample_case
from thb_desktop.vault.database import DatabaseError
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.tables.registry import TABLES
from thb_desktop.verify.custody import check_extract

ROLES = tuple(role for role in UserRole if role is not UserRole.INTERPRETER)
"""An interpreter has no passphrase that opens the vault, so no program of theirs gets that far."""
JUDGE = UserRole.INVESTIGATING_JUDGE
_EXTRACTED = registry.INTERVIEW, registry.EXHIBIT, registry.EXHIBIT_FILE
_LATER = NEXT_DAY + timedelta(days=2)
_OUTCOMES = ("refused", "named at the unlock", "named by the health check", "named by nobody")
_PROVES_NOTHING = "in a table that proves nothing"
_VERIFIED = "of these named by thb verify, or no extract is made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What somebody of this role does. honest: it is within their rights, and nothing may be said of it.

    beside: the table outside the event chain that it is done to.
    """

    role: UserRole
    kind: str
    what: str
    do: Callable[[OwnProgram], None]
    honest: bool = False
    beside: str = ""


def run_colleagues(place: Path, chance: Chance, *, every: int = 1, workers: int = 1) -> Result:
    """Let everybody try; `every`: only each n-th attempt. Which row and which column, the seed chooses."""
    result = Result(requirement="SR-19", name="colleagues with programs of their own")
    folder = _office(place / "office")
    attempts = [*_honest(), *chance.each(every, list(_attempts(chance)), "colleagues")]

    def one(attempt: Attempt, where: Path) -> Answer:
        return _tried(attempt, folder, where)

    counted: dict[str, Counter[str]] = {}
    answers = shared_out(attempts, one, place=place, workers=workers)
    for attempt, answer in zip(attempts, answers, strict=True):
        outcome, _, said = answer["outcome"].partition(": ")
        if outcome == "nothing to do":
            continue
        told, verified = f"{attempt.role.value}: {attempt.what}", answer.get("verified", "")
        if attempt.honest and (outcome != _OUTCOMES[3] or verified):
            result.fail(f"the drill itself: an honest act was {outcome}: {told} ({said} {verified})")
        elif not attempt.honest:
            counted.setdefault(attempt.kind, Counter())[outcome] += 1
            counted[attempt.kind][_VERIFIED] += bool(verified)
            if outcome == _PROVES_NOTHING and verified:
                result.fail(f"{told}: proves nothing, and the verifier says {verified}")
            result.note(said or "nothing")
            if outcome == _OUTCOMES[3]:
                result.fail(f"{told}: named by nobody")
    for kind, outcomes in counted.items():
        result.row(kind, **{told: outcomes[told] for told in (*_OUTCOMES, _PROVES_NOTHING, _VERIFIED)})
    tried = sum(outcomes.total() - outcomes[_VERIFIED] for outcomes in counted.values())
    result.figure("attempts", tried)
    result.figure("unseen", sum(outcomes[_OUTCOMES[3]] for outcomes in counted.values()))
    return result


def _typed(role: UserRole) -> str:
    return {JUDGE: PASSPHRASE, UserRole.CLERK: OTHER_PASSPHRASE}.get(
        role, f"{OTHER_PASSPHRASE} {role.lower()}"
    )


def _name(role: UserRole) -> str:
    return f"{role.value.title()} Exemple"


def _hire(session: Session, role: UserRole, second: AskSecond) -> User:
    return users.add_user(
        session,
        name=_name(role),
        role=role,
        passphrase=passphrase(_typed(role)),
        own_passphrase=passphrase(),
        second=second,
    )


def _office(place: Path) -> Path:
    """A judge with a colleague of every role and a sample case; this computer has seen it once."""
    place.mkdir(parents=True)
    folder = place / "office.thbvault"

    def fill(session: Session) -> None:
        load_sample_case(session, "schelde")
        small = small_case(session)
        held_interview(session, small)
        corrections.correct(session, replace(small.official, unit="Unit 2"), "Misread from the paper file")
        clerk = _hire(session, UserRole.CLERK, ALONE)
        for role in set(ROLES) - {JUDGE, UserRole.CLERK}:
            _hire(session, role, partial(approval, session, clerk, TwoPersonAct.ADD_USER))

    new_office(folder, fill)
    unlock(folder, start=NEXT_DAY, heads=place / "heads").close()
    return folder


def _tried(attempt: Attempt, office: Path, where: Path) -> Answer:
    """Let somebody try it; return what came of it, and what the verifier says of an extract."""
    folder, heads = where / "office.thbvault", where / "heads"
    shutil.rmtree(where, ignore_errors=True)
    shutil.copytree(office, folder)
    shutil.copytree(office.parent / "heads", heads)
    try:
        with own_program(folder, _typed(attempt.role), start=NEXT_DAY) as program:
            attempt.do(program)
    except NothingToDoError:
        return {"outcome": "nothing to do"}
    except (ThbError, DatabaseError) as refusal:
        return {"outcome": f"refused: {getattr(refusal, 'code', type(refusal).__name__)}"}
    try:
        judge = unlock(folder, start=_LATER, heads=heads)
    except ThbError as refusal:
        return {"outcome": f"{_OUTCOMES[1]}: {refusal.code}"}
    try:
        if found := _broken(judge.opening.findings):
            return {"outcome": f"{_OUTCOMES[1]}: {found}"}
        verified = _verified(judge)
        if found := _broken(health.check_vault(judge).findings):
            return {"outcome": f"{_OUTCOMES[2]}: {found}", "verified": verified}
    finally:
        judge.vault.close()
    outcome = _PROVES_NOTHING if attempt.beside in PROVES_NOTHING else _OUTCOMES[3]
    return {"outcome": outcome, "verified": verified}


def _verified(judge: Session) -> str:
    """Return what the verifier names in an extract of all records and exhibits, or why none is made."""
    subjects = [each.id for table in _EXTRACTED for each in table.all(judge.read)]
    root = sha256(root_certificate(judge.office_record)).hexdigest()
    try:
        data = extract_of(judge, subjects).data
    except ThbError as refusal:
        return f"refused: {refusal.code}"
    return _broken(check_extract(data, trusted_root_sha256=root, verify_signature=verify_signature))


def _broken(findings: tuple[Finding, ...]) -> str:
    return ", ".join(sorted({each.code for each in findings if each.standing is Standing.BROKEN}))


def _honest() -> Iterator[Attempt]:
    """What everybody may do: the drill would be worth nothing if that were named too."""
    for role in ROLES:
        yield Attempt(
            role=role,
            kind="honest",
            what="says that they changed their passphrase",
            do=lambda program: program.say(HARMLESS, program.session.user.id),
            honest=True,
        )
        for compartment in Compartment:
            if may(role, COMPARTMENT_RIGHTS[compartment]):
                yield Attempt(
                    role=role,
                    kind="honest",
                    what=f"opens {compartment.value}",
                    do=partial(opened_by_right, compartment),
                    honest=True,
                )


def _attempts(chance: Chance) -> Iterator[Attempt]:
    for role in ROLES:
        for table in TABLES:
            target = Target(table=table, chance=chance)
            for way, do in WAYS.items():
                yield Attempt(role=role, kind=way, what=f"{table.name} {way}", do=partial(do, target))
            for action in _acts_on(table, role):
                yield Attempt(
                    role=role,
                    kind="told under an act that the role does not include",
                    what=f"{table.name} told under {action.value}",
                    do=partial(told_under, action, target),
                )
        yield from _beside_the_chain(role, chance)
        for kind, what, say in said_alone(role, chance):
            yield Attempt(role=role, kind=kind, what=what, do=say)
        for other in ROLES:
            if other is not role:
                for way, sign in SIGNATURES.items():
                    yield Attempt(role=role, kind=way, what=f"{way} {other.value}", do=partial(sign, other))


def _beside_the_chain(role: UserRole, chance: Chance) -> Iterator[Attempt]:
    """Every table that no event describes, and every compartment that the role does not include."""
    for name in tables_beside():
        for way, do in Beside(table=name, chance=chance).ways().items():
            kind, what = f"outside the chain: {way}", f"{name} {way}"
            yield Attempt(role=role, kind=kind, what=what, do=do, beside=name)
    for compartment in Compartment:
        if not may(role, COMPARTMENT_RIGHTS[compartment]):
            yield Attempt(
                role=role,
                kind="a compartment opened",
                what=f"opens {compartment.value}",
                do=partial(opened, compartment),
            )


def _acts_on(table: Table[object], role: UserRole) -> list[ActionCode]:
    """The acts that may touch this table, and that this role may not do."""
    actions: list[ActionCode] = [*VaultAction, *CustodyAction]
    found = []
    for action in actions:
        right = right_of_act(action)
        if table.name in ACT_ROWS[action] and right is not None and not may(role, right):
            found.append(action)
    return found[:2]

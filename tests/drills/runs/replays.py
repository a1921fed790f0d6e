"""SR-10: single pages of the database as they were before, each authentic, put back one at a time.

Each is looked for twice: by an unlock that checks everything at once, and by one in two steps, where a person
types and looks while the check goes on beside. That one must end in a session that takes no act.
"""

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

from tests.drills.acts import office
from tests.drills.acts.key_changes import NEW
from tests.drills.acts.office import Template, unlock_later
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.chance import Chance
from tests.drills.kit.driver import apart
from tests.drills.kit.patient import ACCEPTED, Patient, Verdict
from tests.drills.kit.report import Result
from tests.drills.kit.teams import Answer, shared_out
from tests.support.offices import case_file
from tests.support.offices import unlock as unlock_at
from tests.support.vaults import passphrase
from thb_desktop.domain.consultation import Consulted
from thb_desktop.errors import ThbError
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import drafts
from thb_desktop.services.core import complete_check
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import vaults

PAGE = 4096
_ONCE = (
    *("open a case", "translate a segment", "register an exhibit", "change the passphrase", "save a draft"),
    *("add a person with identity", "correct a person", "seal an assessment", "take in many files"),
    *("begin a supplement", "sign a record", "add a user"),
)
_AGAIN = ("add a segment", "record a custody event")
_ACTS = tuple(act for once in _ONCE for act in (*_AGAIN, once)) + _AGAIN * 6
"""What happens to the vault, one act after another; the database as it was before each is kept."""
_SAME = "SAME"
"""The older page holds what today's page holds, in another order: nothing was set back."""
_PORTION = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Older:
    """One page (counted from 1) with the bytes that it had before one of the acts, counted from 0."""

    page: int
    before: int
    content: bytes


def run_replays(
    template: Template, place: Path, chance: Chance, *, most: int = 0, workers: int = 1
) -> Result:
    """Put back so many pages by chance (0: all), page 1 of each former state among them."""
    result = Result(requirement="SR-10", name="older pages put back one at a time")
    later, states = _with_states(template, place / "later")
    now = (later.folder / "vault.db").read_bytes()
    older = _chosen(list(_older(states, now)), most, chance)
    heads = place / "heads"
    office.remember_heads_in(heads)
    apart(lambda: unlock_later(later.folder).close())
    patient = Patient(later, place / "whole", heads)
    if [ask(patient).kind for ask in _WAYS.values()] != [_SAME, ACCEPTED]:
        result.fail("the drill itself: the whole vault is not accepted")
    portions = [older[start : start + _PORTION] for start in range(0, len(older), _PORTION)]
    answers = shared_out(portions, partial(_ask_all, later, heads), place=place, workers=workers)
    verdicts = [each for answer in answers for each in answer["verdicts"]]
    told = [pair for pair in zip(older, verdicts, strict=True) if pair[1][_AT_ONCE][0] != _SAME]
    for way in _WAYS:
        counted = Counter[str]()
        for each, verdict in told:
            kind, code = verdict[way]
            counted[kind] += 1
            result.note(code or "nothing")
            if kind == ACCEPTED:
                result.fail(f"page {each.page} of before act {each.before}, {way}: {code or 'nothing said'}")
        columns = {"refused": "REFUSED", "named": "NAMED", "silent": ACCEPTED}
        result.row(way, **{column: counted[kind] for column, kind in columns.items()})
    result.note("pages that hold the same in another order", len(older) - len(told))
    result.figure("single pages put back", len(told))
    result.figure("of them page 1 alone", sum(each.page == 1 for each, _ in told))
    result.figure("single pages put back that nobody finds", len(result.failures))
    return result


def _with_states(template: Template, place: Path) -> tuple[Template, list[bytes]]:
    """The vault after all acts, and the database before each of them."""
    place.mkdir(parents=True)
    folder = template.copied(place)
    states = []
    for name in _ACTS:
        states.append((folder / "vault.db").read_bytes())
        _act(name, folder, template)
    return replace(template, folder=folder), states


def _act(name: str, folder: Path, template: Template) -> None:
    """Done by its owner, who changes the passphrase there and back."""
    OPERATIONS[name].begin(folder, template)()
    if name == "change the passphrase":
        (session,) = office.unlocked()
        vaults.change_passphrase(session, old=passphrase(NEW), new=passphrase())
    office.lock_again()


def _older(states: Sequence[bytes], now: bytes) -> Iterator[Older]:
    """Each page as it was at some time and is not now, once."""
    seen = set()
    for before, was in enumerate(states):
        for at in range(0, min(len(was), len(now)), PAGE):
            content = was[at : at + PAGE]
            if content != now[at : at + PAGE] and (at, content) not in seen:
                seen.add((at, content))
                yield Older(page=at // PAGE + 1, before=before, content=content)


def _chosen(older: Sequence[Older], most: int, chance: Chance) -> list[Older]:
    first = [each for each in older if each.page == 1]
    others = [each for each in older if each.page != 1]
    others.sort(key=lambda each: chance.rank(each.page, each.before))
    return [*first, *others][: most or None]


def _ask_all(later: Template, heads: Path, portion: Sequence[Older], where: Path) -> Answer:
    office.remember_heads_in(where / "heads")
    patient = Patient(later, where, heads)
    path = patient.folder / "vault.db"
    whole, verdicts = patient.whole(path), []
    for each in portion:
        at = (each.page - 1) * PAGE
        changes = {path: whole[:at] + each.content + whole[at + PAGE :]}
        told = {}
        for way, ask in _WAYS.items():
            with patient.damaged(changes):
                verdict = ask(patient)
            told[way] = (verdict.kind, verdict.code)
        verdicts.append(told)
    shutil.rmtree(where)
    return {"verdicts": verdicts}


def _ask_at_once(patient: Patient) -> Verdict:
    """The unlock alone must find it, without a health check."""
    try:
        session = unlock_later(patient.folder)
    except ThbError as refusal:
        return Verdict(kind="REFUSED", code=refusal.code)
    try:
        verdict = _named(session)
        same = verdict == Verdict(kind=ACCEPTED) and patient.holds_the_same(session)
        return Verdict(kind=_SAME) if same else verdict
    finally:
        session.close()


def _ask_beside(patient: Patient) -> Verdict:
    """As a large vault is unlocked: a draft and a view are written before the check has ended."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(complete_check, "SMALL", 0)
        try:
            session = unlock_at(patient.folder, start=office.TWO_DAYS, heads=patient.heads, beside=True)
        except ThbError as refusal:
            return Verdict(kind="REFUSED", code=refusal.code)
        try:
            if session.keeps_drafts:
                drafts.save_form(session, "person", session.vault_id, {"note": "typed meanwhile"})
                session.consulted(Consulted.CASE, session.vault_id)
            return _named(session)
        except ThbError as refusal:
            return _named(session) if _broken(session) else Verdict(kind="REFUSED", code=refusal.code)
        finally:
            session.close()


def _named(session: Session) -> Verdict:
    """What is broken, and that no act passes then."""
    found = _broken(session)
    if not found:
        return Verdict(kind=ACCEPTED)
    if session.is_writable:
        return Verdict(kind=ACCEPTED, code=f"{found[0]}, and the session takes acts")
    try:
        cases.open_case(session, case_file(reference="2026/99"))
    except ThbError:
        return Verdict(kind="NAMED", code=found[0])
    return Verdict(kind=ACCEPTED, code=f"{found[0]}, and an act was done")


def _broken(session: Session) -> list[str]:
    return sorted({each.code for each in session.opening.findings if each.standing is Standing.BROKEN})


_AT_ONCE = "checked at once"
_WAYS = {_AT_ONCE: _ask_at_once, "checked beside a session": _ask_beside}

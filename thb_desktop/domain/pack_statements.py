"""What a data pack states, one statement a line, and in what it differs from another pack."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from thb_desktop.domain.availability import Availability
from thb_desktop.domain.deadlines import DeadlineRule
from thb_desktop.domain.grounds import GroundKind, GroundRule
from thb_desktop.domain.packs import Pack


class Kind(Enum):
    """What a statement is about."""

    TREATY = "TREATY"
    LANGUAGES = "LANGUAGES"
    ADEQUACY = "ADEQUACY"
    DEADLINE = "DEADLINE"
    HOLIDAYS = "HOLIDAYS"
    FORM = "FORM"
    OFFICIAL = "OFFICIAL"
    GROUND = "GROUND"
    LAW = "LAW"
    AVAILABILITY = "AVAILABILITY"


class Change(Enum):
    """What became of a statement, compared with the other pack."""

    SAME = "SAME"
    CHANGED = "CHANGED"
    ADDED = "ADDED"
    MISSING = "MISSING"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement. key: of the same statement in another pack. name: what or whom it is about. says: the
    States, languages, days or dates. certain: whether it was compared with an official list. source: on what
    it rests; empty if the pack names nothing for it. rule: of a deadline, the whole of it.
    ground: of a ground. available: of measures.
    """

    kind: Kind
    key: str
    name: str
    says: str
    certain: bool
    source: str = ""
    rule: DeadlineRule | None = None
    ground: GroundRule | None = None
    available: Availability | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A statement of a pack, and how it stands to the other pack. MISSING: only the other one has it."""

    statement: Statement
    change: Change


def statements(pack: Pack) -> tuple[Statement, ...]:
    """Return every statement of a pack, in its order."""
    return tuple(_statements(pack))


def compared(pack: Pack, other: Pack) -> tuple[Compared, ...]:
    """Return every statement of a pack, each compared with another pack, and behind them what it lacks.

    A pack without grounds of refusal, any of postponement, citations, or what is always available says
    nothing of them: it lacks none.
    """
    present, former = statements(pack), statements(other)
    silent = {*GroundKind} - {each.kind for each in pack.grounds}
    before = {(each.kind, each.key): each for each in former}
    kept = {(each.kind, each.key) for each in present}
    return (
        *(
            Compared(statement=each, change=_change(each, before.get((each.kind, each.key))))
            for each in present
        ),
        *(
            Compared(statement=each, change=Change.MISSING)
            for each in former
            if (each.kind, each.key) not in kept
            and not (each.ground and each.ground.kind in silent)
            and not (each.kind is Kind.LAW and pack.law is None)
            and not (each.kind is Kind.AVAILABILITY and not pack.available)
        ),
    )


def _change(statement: Statement, before: Statement | None) -> Change:
    if before is None:
        return Change.ADDED
    return Change.SAME if statement == before else Change.CHANGED


def _statements(pack: Pack) -> Iterator[Statement]:
    for treaty in pack.treaties:
        sides = [_listed(treaty.bound), _listed(treaty.other_side)]
        unsure = f" (? {_listed(treaty.unsure)})" if treaty.unsure else ""
        yield Statement(
            kind=Kind.TREATY,
            key=treaty.key,
            name=treaty.cite,
            says=(" / ".join(filter(None, sides)) + unsure).strip(),
            certain=treaty.certain,
            source=treaty.source,
        )
    for accepted in pack.accepted:
        types = _listed(accepted.types)
        yield Statement(
            kind=Kind.LANGUAGES,
            key=f"{accepted.state} {types}",
            name=accepted.state,
            says=", ".join(accepted.languages),
            certain=accepted.certain,
            source=types,
        )
    for adequate in pack.adequate:
        until = f" (\u2192 {adequate.until.isoformat()})" if adequate.until else ""
        yield Statement(
            kind=Kind.ADEQUACY,
            key=adequate.state,
            name=adequate.state,
            says=f"{adequate.decision}{until}",
            certain=adequate.certain,
        )
    for rule in pack.deadlines:
        yield Statement(
            kind=Kind.DEADLINE,
            key=f"{rule.code} {_listed(rule.types)}",
            name=rule.code,
            says=_period(rule),
            certain=rule.certain,
            source=rule.source,
            rule=rule,
        )
    for days in pack.holidays:
        fixed = ", ".join(f"{month:02}-{day:02}" for month, day in sorted(days.fixed))
        easter = ", ".join(f"{each:+}" for each in sorted(days.easter))
        yield Statement(
            kind=Kind.HOLIDAYS,
            key=days.state,
            name=days.state,
            says=f"{fixed}; {easter}{' E' if days.is_eastern else ''}",
            certain=days.certain,
        )
    for form in pack.forms:
        yield Statement(
            kind=Kind.FORM,
            key=form.key,
            name=form.cite,
            says=f"{form.version}: "
            + "; ".join(f"{each.letter} {', '.join(sorted(each.needs)) or '-'}" for each in form.sections),
            certain=form.certain,
            source=form.source,
        )
    for official in pack.official:
        yield Statement(
            kind=Kind.OFFICIAL,
            key=official.state,
            name=official.state,
            says=", ".join(official.languages),
            certain=official.certain,
            source=official.source,
        )
    yield from map(_ground, pack.grounds)
    yield from map(_available, pack.available)
    for law in pack.law.laws if pack.law else ():
        yield Statement(
            kind=Kind.LAW,
            key=law.key.value,
            name=law.key.value,
            says="; ".join(f"{language}: {cite}" for language, cite in law.cites),
            certain=law.certain,
            source=law.source,
        )


def _available(rule: Availability) -> Statement:
    measures = _listed(rule.measures)
    return Statement(
        kind=Kind.AVAILABILITY,
        key=f"{rule.source} {_listed(rule.types)}",
        name=rule.source,
        says=f"{'+' if rule.always else '-'} {measures}",
        certain=rule.certain,
        source=rule.source,
        available=rule,
    )


def _ground(ground: GroundRule) -> Statement:
    types = _listed(ground.types)
    unless = f"; - {ground.unless}" if ground.unless else ""
    unless += "; - always" if ground.unless_always else ""
    return Statement(
        kind=Kind.GROUND,
        key=f"{ground.kind.value} {ground.code.value} {types}",
        name=ground.code.value,
        says=f"{types}{unless}",
        certain=ground.certain,
        source=ground.source,
        ground=ground,
    )


def _period(rule: DeadlineRule) -> str:
    if rule.hours:
        return f"{rule.hours} h"
    return f"{rule.days} + {rule.longer} d" if rule.longer else f"{rule.days} d"


def _listed(codes: frozenset[str]) -> str:
    return " ".join(sorted(codes))

"""Grounds of refusal and of postponement, as the text of an instrument has them (V-X-11).

What an authority answered is a fact, and is entered as it came. The data pack says which grounds the text of
an instrument has; what is not among them is told, and refused nowhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from thb_desktop.domain.availability import Availability, ticked
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import (
    InstrumentStatus,
    InstrumentType,
    MeasureKind,
    PostponementGround,
    RefusalGround,
)
from thb_desktop.errors import FieldMissingError
from thb_desktop.findings import Finding, Value
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

Ground = RefusalGround | PostponementGround
EXCLUDING = frozenset({"listed_offence", "supplements_earlier", "urgent", "confidential"})
"""The questions of the register that can exclude a ground."""
_OTHER = frozenset({RefusalGround.OTHER, PostponementGround.OTHER})


class GroundKind(Enum):
    """What an authority does on a ground. The value is the one in a data pack."""

    REFUSAL = "refusal"
    POSTPONEMENT = "postponement"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRule:
    """One ground that the text of an instrument has. unless: the question of the register that excludes it
    where the answer is yes; empty for none. unless_always: it is none for measures that are always available.
    """

    kind: GroundKind
    code: Ground
    types: frozenset[InstrumentType]
    certain: bool
    source: str
    unless: str = ""
    unless_always: bool = False


def grounds_named(instrument: Instrument) -> tuple[Ground, ...]:
    """Return the grounds that the answer to an instrument names: of a refusal, then of a postponement."""
    postponed = instrument.postponed_because
    return (*instrument.refusal_grounds, *(() if postponed is None else (postponed,)))


def rule_of(rules: Iterable[GroundRule], instrument: Instrument, ground: Ground) -> GroundRule | None:
    """Return what a pack states of a ground for an instrument of this kind; None if it states nothing.

    Codes of both vocabularies can be spelled alike.
    """
    kind = _kind_of(ground)
    return next(
        (
            each
            for each in rules
            if each.kind is kind and each.code is ground and instrument.type in each.types
        ),
        None,
    )


def _kind_of(ground: Ground) -> GroundKind:
    return GroundKind.REFUSAL if isinstance(ground, RefusalGround) else GroundKind.POSTPONEMENT


def _is_listed(rules: Iterable[GroundRule], instrument: Instrument, kind: GroundKind) -> bool:
    """Whether a pack lists grounds of this kind for such an instrument: else it says nothing of any."""
    return any(each.kind is kind and instrument.type in each.types for each in rules)


def verify_refusal(instrument: Instrument, before: Instrument | None) -> None:
    """Refuse *another ground* of a refusal without the words of the answer. before: the present entry; as it
    stands it may stay. Raises FieldMissingError.
    """
    said = (instrument.refusal_grounds, instrument.refused_because)
    if before is not None and said == (before.refusal_grounds, before.refused_because):
        return
    if RefusalGround.OTHER in instrument.refusal_grounds and is_blank(instrument.refused_because):
        raise FieldMissingError("another ground is told in words", "instrument.refused_because")


def check_grounds(
    rules: Iterable[GroundRule], instrument: Instrument, available: Iterable[Availability] = ()
) -> Iterator[Finding]:
    """V-X-11: say on which grounds an instrument was refused or postponed, and what is doubtful in that.

    available: what is known of the measures that are always available.
    """
    known = tuple(rules)
    always = tuple(measure for measure, _ in ticked(available, instrument, always=True))
    for ground in grounds_named(instrument):
        yield from _told(known, instrument, ground)
        if always:
            yield from _always(rule_of(known, instrument, ground), instrument, ground, always)
    if instrument.refused_because:
        yield say("ground.words", instrument=instrument.number, words=instrument.refused_because)
    if instrument.status is InstrumentStatus.REFUSED and not instrument.refusal_grounds:
        yield warn("ground.missing", instrument=instrument.number, field="instrument.refusal_grounds")


def _told(rules: tuple[GroundRule, ...], instrument: Instrument, ground: Ground) -> Iterator[Finding]:
    rule = rule_of(rules, instrument, ground)
    number = instrument.number
    is_refusal = isinstance(ground, RefusalGround)
    if rule is None:
        yield say(
            "ground.refused-other" if is_refusal else "ground.postponed-other",
            instrument=number,
            ground=ground,
        )
        if ground not in _OTHER and _is_listed(rules, instrument, _kind_of(ground)):
            yield warn("ground.unlisted", instrument=number, ground=ground)
        return
    yield say(
        "ground.refused" if is_refusal else "ground.postponed",
        instrument=number,
        ground=ground,
        source=_cited(rule),
    )
    if rule.unless and getattr(instrument, rule.unless) is True:
        yield warn(
            "ground.excluded",
            instrument=number,
            ground=ground,
            source=_cited(rule),
            field=f"instrument.{rule.unless}",
        )


def _always(
    rule: GroundRule | None, instrument: Instrument, ground: Ground, always: tuple[MeasureKind, ...]
) -> Iterator[Finding]:
    """Tell what the answer cannot say of measures that are always available."""
    told: dict[str, Value] = {"instrument": instrument.number, "measures": always}
    if ground is RefusalGround.OTHER:
        yield say("ground.always-other", told)
    elif rule is not None and rule.unless_always:
        told |= {"ground": ground, "source": _cited(rule)}
        is_of_all = len(always) == len(instrument.measure_kinds)
        yield warn("ground.always", told) if is_of_all else say("ground.always-some", told)


def _cited(rule: GroundRule) -> str:
    """The article of a ground; marked where it was not compared with an official text."""
    return rule.source if rule.certain else f"{rule.source} (?)"

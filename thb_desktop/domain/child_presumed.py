"""Child presumed: who is treated as a child because the age is disputed or unknown.

Directive 2011/36/EU, Article 13(2). It is derived from claims and decisions, and entered nowhere. A claim
that gives an age under 18 as possible is enough, whatever other claims say. Only a decision with a reason
ends it, for the claims that were there then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.age_told import AgeGround
from thb_desktop.domain.ids import AgentId, CaseId, PersonId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Person
from thb_desktop.domain.person_claims import PersonClaim, standing
from thb_desktop.domain.vocabulary import AgeFinding, AgeStatus, ClaimKind

FULL_AGE = 18
CHILD_STATUSES = (AgeStatus.CHILD_CONFIRMED, AgeStatus.AGE_DISPUTED_PRESUMED_CHILD)
"""Entries for which a person is treated as a child without a claim or a decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeDecision:
    """A decision about a person's age: who decided, when, and why; the last one counts."""

    id: RowId
    case_id: CaseId
    person_id: PersonId
    finding: AgeFinding
    entered_by: AgentId
    at: datetime
    reference: str = ""
    decided_by: str = ""
    decided_on: PartialDate | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatedAsChild:
    """That a person is treated as a child, and why.

    claims: those that give an age under 18 as possible. disputed: whether another claim, or the entry, gives
    only an age of 18 or more.
    """

    ground: AgeGround
    claims: tuple[PersonClaim, ...] = ()
    disputed: bool = False

    @property
    def is_presumed(self) -> bool:
        return self.ground in (AgeGround.CLAIMED, AgeGround.ENTERED)


def may_be_child(born: PartialDate, on: date) -> bool:
    """Whether somebody born then may be under 18 on that day; not where nobody knows when."""
    return born.latest is not None and _birthday(born.latest, FULL_AGE) > on


def treated_as_child(
    records: Sequence[Person],
    claims: Sequence[PersonClaim],
    decisions: Sequence[AgeDecision],
    on: date | None,
) -> TreatedAsChild | None:
    """Whether the person of these records is treated as a child on that day; None if not.

    records: all records of the person. claims, decisions: about any of them, the decisions in the order of
    entry. on: None for a day that nobody knows, on which the person may have been as young as ever.
    """
    last = decisions[-1] if decisions else None
    if last is not None and last.finding is AgeFinding.CHILD:
        return TreatedAsChild(ground=AgeGround.DECIDED)
    status = {each.age_status for each in records}
    if last is None and AgeStatus.CHILD_CONFIRMED in status:
        return TreatedAsChild(ground=AgeGround.CONFIRMED)
    of_birth = [each for each in standing(claims) if each.kind is ClaimKind.BIRTH and each.born]
    young = tuple(
        each
        for each in of_birth
        if (last is None or each.at > last.at)
        and each.born is not None
        and (each.born.latest is not None if on is None else may_be_child(each.born, on))
    )
    if young:
        older = len(young) < len(of_birth) or AgeStatus.ADULT_CONFIRMED in status
        return TreatedAsChild(ground=AgeGround.CLAIMED, claims=young, disputed=older)
    if last is None and AgeStatus.AGE_DISPUTED_PRESUMED_CHILD in status:
        return TreatedAsChild(ground=AgeGround.ENTERED)
    return None


def _birthday(born: date, years: int) -> date:
    """The birthday in that many years; who was born on 29 February has it on 1 March."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)

"""What documents tell of an age: why a person is treated as a child, and what was decided before."""

from enum import StrEnum

from thb_desktop.domain.vocabulary import AgeFinding


class AgeGround(StrEnum):
    """Why a person is treated as a child."""

    CONFIRMED = "CONFIRMED"
    DECIDED = "DECIDED"
    CLAIMED = "CLAIMED"
    ENTERED = "ENTERED"


def is_told_by(finding: str | None, ground: str | None) -> bool:
    """Whether documents may give this ground, or none, after what was decided last about the age.

    Who looks at a document knows the decisions, and not the claims: a claim can begin the presumption again
    after a decision that the person is an adult, or be there before any decision.
    """
    if finding is None:
        return ground != AgeGround.DECIDED
    if finding == AgeFinding.CHILD:
        return ground == AgeGround.DECIDED
    return ground in (None, AgeGround.CLAIMED)

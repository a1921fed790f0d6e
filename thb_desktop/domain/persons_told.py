"""What documents tell of a person beside the fields of their record: other numbers, the age, used claims."""

from dataclasses import dataclass

from thb_desktop.domain.age_told import AgeGround
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import ClaimBasis, ClaimKind, Kinship


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTold:
    """A claim that documents use, with its source.

    words: those that the judge took out of the compartment; salt: of their digest in the event. other: the
    pseudonym of the other person. source: the number of the record or of the exhibit, as far as it is told.
    id: of the claim.
    """

    kind: ClaimKind
    basis: ClaimBasis
    words: str = ""
    relation: Kinship | None = None
    other: str = ""
    born: PartialDate | None = None
    nationality: str = ""
    source: str = ""
    said_on: PartialDate | None = None
    id: str = ""
    salt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold:
    """also: the other numbers of the person. child: why they are treated as a child today; disputed: whether
    claims about the age differ.
    """

    person_id: PersonId
    also: tuple[str, ...] = ()
    child: AgeGround | None = None
    disputed: bool = False
    claims: tuple[ClaimTold, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.also and self.child is None and not self.claims

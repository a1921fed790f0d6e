"""Claims about a person: what somebody says of names, kin, birth or nationality, and where it was said.

A claim is never a fact. Two may differ, and both stand. The words of a claim (a name, how somebody was
described) are sealed with the protected identities; its row tells the rest. The judge may mark a claim as
used in documents, with a reason: only that one is ever printed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import AgentId, CaseId, ExhibitId, InterviewId, PersonId, RowId, SegmentId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import ClaimBasis, ClaimKind, Kinship
from thb_desktop.errors import FieldMissingError, ValueRefusedError


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonClaim:
    """A claim about a person, with who made it and where it was made.

    said_by_id: a person of the case; said_by: somebody else, by function or pseudonym. interview_id, turn_id:
    the record and the turn. exhibit_id, page: the exhibit and its page. anchors: the turn and the page of a
    file as they were when the claim was entered. statement: of the official, where it stands nowhere else.
    relation: what the other person (other_id, or the one whom the sealed words describe) is to this one.
    entered_by: the user.
    """

    id: RowId
    case_id: CaseId
    person_id: PersonId
    kind: ClaimKind
    basis: ClaimBasis
    entered_by: AgentId
    at: datetime
    relation: Kinship | None = None
    other_id: PersonId | None = None
    born: PartialDate | None = None
    nationality: str = ""
    said_by_id: PersonId | None = None
    said_by: str = ""
    said_on: PartialDate | None = None
    interview_id: InterviewId | None = None
    turn_id: SegmentId | None = None
    exhibit_id: ExhibitId | None = None
    page: int | None = None
    statement: str = ""
    anchors: tuple[Anchor, ...] = ()
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """The words of a claim, sealed: exactly as they were said or written, in their script.

    latin: the same in Latin letters. scheme: by which it was transliterated. language: its tag (BCP 47).
    """

    text: str = ""
    latin: str = ""
    scheme: str = ""
    language: str = ""

    @property
    def is_empty(self) -> bool:
        return is_blank(self.text) and is_blank(self.latin)

    @property
    def as_used(self) -> str:
        """As documents say them."""
        return self.text if is_blank(self.latin) else f"{self.text} ({self.latin})".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedWords:
    """The words of a claim as documents print them, and the salt (hex) of their digest; sealed together."""

    words: str = ""
    salt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimUse:
    """Whether a claim is used in documents, decided by the judge with a reason; the last one counts.

    words_digest: of the words that are printed, salted (`ledger.claim_words`). They and the salt are sealed
    as an item about the use: who may not read identities does not read them, whoever is protected later.
    """

    id: RowId
    case_id: CaseId
    claim_id: RowId
    used: bool
    reason: str
    by: AgentId
    at: datetime
    words_digest: str = ""


NAMING = frozenset({ClaimKind.NAME, ClaimKind.ALIAS, ClaimKind.NICKNAME, ClaimKind.DOCUMENT})
"""Kinds that are words alone."""
ASKED: Mapping[ClaimKind, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(NAMING, frozenset[str]()),
        ClaimKind.KINSHIP: frozenset({"relation", "other_id"}),
        ClaimKind.BIRTH: frozenset({"born"}),
        ClaimKind.NATIONALITY: frozenset({"nationality"}),
    }
)
"""The fields of what is claimed, by the kind of a claim."""
CLAIMED = frozenset[str]().union(*ASKED.values())


def verify_claim(claim: PersonClaim, words: ClaimWords) -> None:
    """Refuse a claim without content, author or source, and one with the content of another kind.

    Raises FieldMissingError, which names the field, ValueRefusedError.
    """
    verify_claim_row(claim)
    needs_words = claim.kind in NAMING or (claim.kind is ClaimKind.KINSHIP and claim.other_id is None)
    if needs_words and words.is_empty:
        raise FieldMissingError("the words of the claim are missing", "claim_words.text")


def verify_claim_row(claim: PersonClaim) -> None:
    """The same of what is not sealed. Raises FieldMissingError, ValueRefusedError."""
    asked = ASKED[claim.kind]
    for name in sorted(CLAIMED - asked):
        if getattr(claim, name):
            raise ValueRefusedError("a claim has content of another kind", f"person_claim.{name}")
    for name in sorted(asked - {"other_id"}):
        if not getattr(claim, name):
            raise FieldMissingError("a claim says nothing", f"person_claim.{name}")
    if claim.person_id in (claim.other_id, claim.said_by_id):
        name = "other_id" if claim.other_id == claim.person_id else "said_by_id"
        raise ValueRefusedError("a claim names its own person as somebody else", f"person_claim.{name}")
    if claim.basis is ClaimBasis.OTHER_PERSON and claim.said_by_id is None and is_blank(claim.said_by):
        raise FieldMissingError("a claim does not say who made it", "person_claim.said_by")
    if claim.turn_id is not None and claim.interview_id is None:
        raise FieldMissingError("a turn is named without its record", "person_claim.interview_id")
    if claim.page is not None and claim.exhibit_id is None:
        raise FieldMissingError("a page is named without its exhibit", "person_claim.exhibit_id")
    if claim.interview_id is None and claim.exhibit_id is None and is_blank(claim.statement):
        raise FieldMissingError("a claim does not say where it was made", "person_claim.statement")


def standing(claims: Iterable[PersonClaim]) -> tuple[PersonClaim, ...]:
    """The claims that were not withdrawn."""
    return tuple(each for each in claims if not each.struck)


def uses_of(uses: Iterable[ClaimUse], corrections: Iterable[Correction] = ()) -> dict[RowId, ClaimUse]:
    """The last decision on the use of each claim, by its id. uses: in the order of entry.

    corrections: of claims. A decision does not count for a claim that was corrected after it: the judge chose
    what stood there then.
    """
    last = {each.claim_id: each for each in uses}
    for each in corrections:
        use = last.get(RowId(each.subject_id))
        if use is not None and each.at >= use.at:
            del last[use.claim_id]
    return last

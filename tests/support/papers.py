"""A person without papers: two records, claims that differ, a merge and a proposal."""

from typing import Any

from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import AgentId, CaseId, PersonId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Person, PersonRole
from thb_desktop.domain.person_claims import ClaimWords, PersonClaim
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.persons import claims, merges, people
from thb_desktop.services.testimony import interviews

CODE, OTHER = "V-08", "V-44"
NO_WORDS = ClaimWords()
K = v.ClaimKind


def without_papers(session: Session, case: CaseFile) -> Person:
    """Enter them into a case with a record and an exhibit; return the record that is kept."""
    record = interviews.list_interviews(session, case.id)[0].interview
    exhibit = exhibits.list_bare_exhibits(session, case.id)[0]
    kept, other, third = (_person(session, case, code) for code in (CODE, OTHER, "V-45"))
    here = {"interview_id": record.id}
    there = {"exhibit_id": exhibit.id, "page": 2, "basis": v.ClaimBasis.DOCUMENT}

    def say(
        of: Person, kind: K, words: ClaimWords | None = None, turn: int | None = None, **told: Any
    ) -> None:
        fields = {"basis": v.ClaimBasis.SELF_DECLARED, "statement": "", **told}
        claims.add_claim(session, _claim(of, kind, fields), words, turn=turn or None)

    tigrinya = ClaimWords(text="ሰላም ተስፋይ", latin="Selam Tesfay", scheme="as she writes it", language="ti")
    say(kept, K.NAME, tigrinya, 4, **here)
    say(kept, K.BIRTH, ClaimWords(text="2001 E.C."), 6, born=PartialDate("2008-09/2009-09"), **here)
    say(other, K.ALIAS, ClaimWords(text="سلام تسفاي", latin="Salam Tasfay", language="ar"), **there)
    say(other, K.BIRTH, born=PartialDate("1999-01-01"), **there)
    say(kept, K.NATIONALITY, nationality="ER", **here)
    say(kept, K.KINSHIP, relation=v.Kinship.COUSIN, other_id=third.id, **here)
    merges.merge_persons(
        session,
        kept.id,
        other.id,
        "The same face in the list and in the photo, the same house",
        printed=False,
    )
    merges.propose_merge(session, kept.id, third.id, "The same village; the cousin may be herself")
    return kept


def _person(session: Session, case: CaseFile, code: str) -> Person:
    person = Person(
        id=PersonId(""),
        case_id=case.id,
        code=code,
        sex=v.Sex.FEMALE,
        age_status=v.AgeStatus.UNKNOWN,
        identity_protection=v.IdentityProtection.PSEUDONYM,
        language="ti",
    )
    role = PersonRole(
        id=RowId(""),
        case_id=CaseId(""),
        person_id=PersonId(""),
        role=v.ProceduralRole.PRESUMED_VICTIM,
        led_category=v.LedCategory.VICTIM,
        basis="Found in the house",
    )
    return people.add_person(session, person, None, (role,))


def _claim(of: Person, kind: K, told: dict[str, Any]) -> PersonClaim:
    set_by_the_service: dict[str, Any] = {"id": RowId(""), "entered_by": AgentId(""), "at": None}
    return PersonClaim(**set_by_the_service, case_id=of.case_id, person_id=of.id, kind=kind, **told)

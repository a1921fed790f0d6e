"""What a bundle tells of its persons beside their records, and the merges that its proof then contains."""

from collections.abc import Iterable, Sequence

from thb_desktop.domain.age_told import is_told_by
from thb_desktop.domain.bundle import CaseFrame
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.domain.people import Person
from thb_desktop.domain.person_claims import ClaimUse, PersonClaim, standing
from thb_desktop.domain.person_links import PersonLink, also_printed, recorded_as, standing_merges
from thb_desktop.domain.persons_told import ClaimTold, PersonTold
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import AgeFinding, IdentityProtection
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons.ages import list_children
from thb_desktop.services.persons.claim_uses import open_used, standing_uses
from thb_desktop.services.persons.claims import list_claims, source_of
from thb_desktop.services.persons.merges import list_links
from thb_desktop.services.persons.people import list_persons
from thb_desktop.vault.tables import registry


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def persons_told(
    session: Session, case_id: CaseId, persons: Sequence[Person]
) -> tuple[tuple[PersonTold, ...], tuple[PersonLink, ...]]:
    """Return what is told of these persons, and the printed merges that lead to their other numbers.

    A claim is told if the judge chose it, and each record of the person is entered as unprotected still; the
    same of the other person, if it is about kin. Those of another record are told only if the merge is.
    """
    links, known = list_links(session, case_id), {each.id: each for each in list_persons(session, case_id)}
    own = {each.id for each in persons}
    near = own.union(*(also_printed(links, each) for each in own))
    children = list_children(session, case_id, about=own)
    claims = claims_told(session, case_id, persons)
    told = []
    for person in persons:
        also = also_printed(links, person.id)
        chosen = [each for each in claims if each.person_id in (person.id, *also)]
        child = children.get(person.id)
        told.append(
            PersonTold(
                person_id=person.id,
                also=tuple(known[each].code for each in also),
                child=child.ground if child else None,
                disputed=bool(child and child.disputed),
                claims=tuple(_told(session, each, known.values()) for each in chosen),
            )
        )
    merges = tuple(each for each in standing_merges(links) if each.printed and {each.kept_id} <= near)
    return tuple(each for each in told if not each.is_empty), merges


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def claims_told(session: Session, case_id: CaseId, persons: Sequence[Person]) -> tuple[PersonClaim, ...]:
    """Return the claims that are told of these persons, in the order of entry; their words stay sealed."""
    links, known = list_links(session, case_id), {each.id: each for each in list_persons(session, case_id)}
    near = {each.id for each in persons}.union(*(also_printed(links, each.id) for each in persons))
    used = standing_uses(session, case_id, about=near)

    def is_open(person_id: PersonId) -> bool:
        same = recorded_as(links, person_id)
        return all(known[each].identity_protection is IdentityProtection.NONE for each in same)

    return tuple(
        each
        for each in standing(list_claims(session, case_id, about=near))
        if _is_used(each, used)
        if is_open(each.person_id) and (each.other_id is None or is_open(each.other_id))
    )


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def ages_not_told(session: Session, case_id: CaseId, frame: CaseFrame) -> tuple[str, ...]:
    """Return the numbers of persons whose age documents tell otherwise than what was decided about a record
    that they may name: another record of the person decides it, which they may not.
    """
    grounds = {each.person_id: each.child for each in frame.told}

    decided = registry.AGE_DECISION.where(session.read, "case_id", case_id)

    def last(person_id: PersonId) -> AgeFinding | None:
        same = {person_id, *also_printed(frame.merges, person_id)}
        found = [each for each in decided if each.person_id in same]
        return found[-1].finding if found else None

    return tuple(each.code for each in frame.persons if not is_told_by(last(each.id), grounds.get(each.id)))


def _is_used(claim: PersonClaim, used: dict[RowId, ClaimUse]) -> bool:
    return claim.id in used and used[claim.id].used


def _told(session: Session, claim: PersonClaim, persons: Iterable[Person]) -> ClaimTold:
    source, used = source_of(session.read, claim), open_used(session, claim.id)
    return ClaimTold(
        id=claim.id,
        kind=claim.kind,
        basis=claim.basis,
        words=used.words,
        salt=used.salt,
        relation=claim.relation,
        other=next((each.code for each in persons if each.id == claim.other_id), ""),
        born=claim.born,
        nationality=claim.nationality,
        source=", ".join(filter(None, (source.record, source.exhibit))),
        said_on=claim.said_on,
    )

"""Two records of one person: proposed, merged by the judge, and split again. Nothing is moved by it.

Nothing is ever merged by the program, and no likeness is counted.
"""

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.domain.people import Person
from thb_desktop.domain.person_links import PersonLink, kept_among, open_proposals, standing_merges
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import PersonLinkKind
from thb_desktop.errors import MergeOrderError, NotFoundError, ReasonMissingError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons.people import get_person
from thb_desktop.vault.tables import registry

_ACTS = {
    PersonLinkKind.PROPOSED: VaultAction.MERGE_PROPOSED,
    PersonLinkKind.DECLINED: VaultAction.MERGE_DECLINED,
    PersonLinkKind.MERGED: VaultAction.PERSONS_MERGED,
    PersonLinkKind.SPLIT: VaultAction.PERSONS_SPLIT,
}


@permitted(Right.EDIT_CASE)
def propose_merge(session: Session, kept_id: PersonId, other_id: PersonId, reason: str) -> PersonLink:
    """Propose that two records are of one person; the judge decides.

    Raises ReasonMissingError, NotFoundError, MergeOrderError if one is merged into another already.
    """
    _verify_apart(session, kept_id, other_id)
    return _save(session, PersonLinkKind.PROPOSED, kept_id, other_id, reason)


@permitted(Right.SIGN_RECORDS)
def decline_merge(session: Session, proposal_id: RowId, reason: str) -> PersonLink:
    """Decline a proposal. Raises ReasonMissingError, NotFoundError, MergeOrderError if it was answered."""
    proposal = _open_proposal(session, proposal_id)
    return _save(
        session, PersonLinkKind.DECLINED, proposal.kept_id, proposal.other_id, reason, of_id=proposal.id
    )


@permitted(Right.SIGN_RECORDS)
def merge_persons(
    session: Session,
    kept_id: PersonId,
    other_id: PersonId,
    reason: str,
    *,
    printed: bool,
    proposal_id: RowId | None = None,
) -> PersonLink:
    """Show two records as one person, under the first. Both keep their rows, their numbers and their history.

    printed: whether documents may say that the one is also recorded as the other; the merge with its reason
    then goes out with the proof of a bundle. Sealed identities stay as they are, each with its own record.
    Raises ReasonMissingError, NotFoundError, MergeOrderError.
    """
    _verify_apart(session, kept_id, other_id)
    if proposal_id is not None:
        proposal = _open_proposal(session, proposal_id)
        if {proposal.kept_id, proposal.other_id} != {kept_id, other_id}:
            raise MergeOrderError("the proposal is about other records")
    return _save(
        session, PersonLinkKind.MERGED, kept_id, other_id, reason, of_id=proposal_id, printed=printed
    )


@permitted(Right.SIGN_RECORDS)
def split_persons(session: Session, merge_id: RowId, reason: str) -> PersonLink:
    """Undo exactly this merge. What was entered in between stays with the record under which it was entered.

    Raises ReasonMissingError, NotFoundError, MergeOrderError if it was undone already.
    """
    links = _links_around(session, merge_id)
    merge = next((each for each in standing_merges(links) if each.id == merge_id), None)
    if merge is None:
        raise MergeOrderError("there is no such merge that stands")
    return _save(session, PersonLinkKind.SPLIT, merge.kept_id, merge.other_id, reason, of_id=merge.id)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_links(session: Session, case_id: CaseId) -> tuple[PersonLink, ...]:
    """What was said of records as of one person, in the order of entry."""
    return registry.PERSON_LINK.where(session.read, "case_id", case_id)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_shown_under(session: Session, case_id: CaseId) -> dict[PersonId, Person]:
    """The records that are shown under another one now, each with that one."""
    merged = standing_merges(list_links(session, case_id))
    kept = kept_among(merged, [each.other_id for each in merged])
    return {other: get_person(session, one) for other, one in kept.items()}


def _open_proposal(session: Session, proposal_id: RowId) -> PersonLink:
    links = _links_around(session, proposal_id)
    found = next((each for each in open_proposals(links) if each.id == proposal_id), None)
    if found is None:
        raise MergeOrderError("there is no such proposal that is open")
    return found


def _links_around(session: Session, link_id: RowId) -> tuple[PersonLink, ...]:
    """Return a link and those that answer or undo it."""
    link = registry.PERSON_LINK.find(session.read, link_id)
    if link is None:
        raise NotFoundError("there is nothing of that id about two records")
    return link, *registry.PERSON_LINK.where(session.read, "of_id", link_id)


def _verify_apart(session: Session, kept_id: PersonId, other_id: PersonId) -> None:
    kept, other = get_person(session, kept_id), get_person(session, other_id)
    if kept.case_id != other.case_id:
        raise NotFoundError("the records are not of one case")
    if kept.id == other.id:
        raise MergeOrderError("one record cannot be merged with itself")
    found = registry.PERSON_LINK.among(session.read, "other_id", (kept.id, other.id))
    answers = registry.PERSON_LINK.among(session.read, "of_id", [each.id for each in found])
    if {each.other_id for each in standing_merges((*found, *answers))} & {kept.id, other.id}:
        raise MergeOrderError("one of the records is merged into another already")


def _save(
    session: Session,
    kind: PersonLinkKind,
    kept_id: PersonId,
    other_id: PersonId,
    reason: str,
    *,
    of_id: RowId | None = None,
    printed: bool | None = None,
) -> PersonLink:
    if is_blank(reason):
        raise ReasonMissingError("this needs a reason")
    case_id = get_person(session, kept_id).case_id
    with session.work() as work:
        link = PersonLink(
            id=RowId(work.new_id()),
            case_id=case_id,
            kind=kind,
            kept_id=kept_id,
            other_id=other_id,
            reason=reason.strip(),
            by=session.user.id,
            at=work.at,
            of_id=of_id,
            printed=printed,
        )
        work.save(link)
        work.record(_subject(link), _ACTS[kind], link.reason)
    return link


def _subject(link: PersonLink) -> str:
    """What the event is about: a merge for itself and for its split, so that both travel, else the case."""
    match link.kind:
        case PersonLinkKind.MERGED:
            return link.id
        case PersonLinkKind.SPLIT:
            return link.of_id or link.id
        case PersonLinkKind.PROPOSED | PersonLinkKind.DECLINED:
            return link.case_id

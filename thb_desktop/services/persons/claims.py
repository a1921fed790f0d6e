"""Claims about persons: entered with their source, corrected, withdrawn, and chosen for documents.

The words of a claim are sealed in the compartment of protected identities, each version as an item of its own
about the claim: the newest counts, and the earlier ones stay.
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.corrections import STRUCK, Correction, stored_text
from thb_desktop.domain.fields import Phase
from thb_desktop.domain.ids import CaseId, PersonId, RowId, SegmentId
from thb_desktop.domain.people import Person
from thb_desktop.domain.person_claims import (
    ClaimWords,
    PersonClaim,
    standing,
    verify_claim,
    verify_claim_row,
)
from thb_desktop.domain.person_claims_fields import CLAIM_WORDS, PERSON_CLAIM
from thb_desktop.domain.person_links import recorded_as
from thb_desktop.domain.record import to_full_record
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Second
from thb_desktop.domain.vocabulary import Compartment, TwoPersonAct
from thb_desktop.errors import (
    FieldKeptError,
    NotAllowedError,
    NotFoundError,
    NothingCorrectedError,
    ReasonMissingError,
    SealedValueDamagedError,
    StruckOutError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.case_file.entries import verify_case_not_struck, verify_references
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.claim_items import newest_words, seal_words, versions_of
from thb_desktop.services.core.consultation_log import stated_purpose
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_files
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.persons.people import get_person
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry, turns

_Change = tuple[str, str, str | None, str | None]
"""What is corrected: the kind of entry and its field, the former value, and the new one."""


@permitted(Right.EDIT_CASE)
def add_claim(
    session: Session, claim: PersonClaim, words: ClaimWords | None = None, *, turn: int | None = None
) -> PersonClaim:
    """Enter a claim with its source; its words are sealed.

    turn: the number of the turn in the record that the claim names. Raises NotFoundError, StruckOutError,
    NotAllowedError if there are words and the user cannot seal them, and what `verify_claim` raises.
    """
    said = words or ClaimWords()
    person = get_person(session, claim.person_id)
    with session.work() as work:
        at = _turn(session, claim, turn) if turn is not None else claim.turn_id
        added = replace(
            claim,
            id=RowId(work.new_id()),
            case_id=person.case_id,
            turn_id=at,
            entered_by=session.user.id,
            at=work.at,
            statement=claim.statement.strip(),
            said_by=claim.said_by.strip(),
            anchors=(),
            struck="",
        )
        verify_claim(added, said)
        verify_case_not_struck(work.connection, person.case_id)
        verify_references(work.connection, PERSON_CLAIM, added, person.case_id)
        added = replace(added, anchors=tuple(_anchors(session, added)))
        work.save(added)
        if not said.is_empty:
            work.save(seal_words(work, session, added, said))
        work.record(added.id, VaultAction.CLAIM_ADDED)
    return added


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_claims(
    session: Session, case_id: CaseId, *, about: Collection[PersonId] | None = None
) -> tuple[PersonClaim, ...]:
    """All claims about the persons of a case, the withdrawn ones too, in the order of entry.

    about: about these alone, which costs as much as they have.
    """
    if about is None:
        return registry.PERSON_CLAIM.where(session.read, "case_id", case_id)
    found = registry.PERSON_CLAIM.among(session.read, "person_id", about)
    return tuple(each for each in found if each.case_id == case_id)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_claims_with_words(
    session: Session, case_id: CaseId, *, about: Collection[PersonId] | None = None
) -> frozenset[RowId]:
    """The claims of a case, or about these persons, whose words are sealed, without opening any."""
    listed = {each.id for each in list_claims(session, case_id, about=about)}
    held = registry.SEALED_ITEM.among(session.read, "subject_id", listed)
    items = {each.subject_id for each in held if each.compartment is Compartment.IDENTITIES}
    return frozenset(each for each in listed if each in items)


@permitted(Right.EDIT_CASE)
def correct_claim(session: Session, claim: PersonClaim, reason: str) -> PersonClaim:
    """Correct what a claim says beside its words: `claim` is the whole corrected claim.

    The person, the kind, the record, the exhibit and the page stay: a claim of another source is another
    claim. Raises ReasonMissingError, FieldKeptError, NothingCorrectedError, StruckOutError, NotFoundError.
    """
    because = _reason(reason)
    before = require_claim(session, claim.id)
    changeable = {each.name for each in PERSON_CLAIM.fields if not _is_kept(each.name)}
    changed = [each.name for each in fields(claim) if getattr(before, each.name) != getattr(claim, each.name)]
    if not changed:
        raise NothingCorrectedError("nothing was changed")
    if not set(changed) <= changeable:
        raise FieldKeptError("this field cannot be corrected")
    verify_claim_row(claim)
    was, now = to_full_record(before), to_full_record(claim)
    with session.work() as work:
        verify_references(work.connection, PERSON_CLAIM, claim, claim.case_id, before)
        work.save(claim)
        for name in changed:
            change = (stored_text(was[name]), stored_text(now[name]))
            work.save(_correction(work, session, before, (PERSON_CLAIM.name, name, *change), because))
        work.record(claim.id, VaultAction.CLAIM_CORRECTED)
    return claim


@permitted(Right.READ_IDENTITIES)
def correct_words(session: Session, claim_id: RowId, words: ClaimWords, reason: str) -> None:
    """Seal the corrected words of a claim. The former ones stay sealed; the file says that there are some.

    Raises ReasonMissingError, StruckOutError, NotFoundError, and what `verify_claim` raises.
    """
    session.require(Right.EDIT_CASE)
    because = _reason(reason)
    claim = require_claim(session, claim_id)
    verify_claim(claim, words)
    with session.work() as work:
        told = _correction(work, session, claim, (CLAIM_WORDS.name, "text", None, None), because)
        work.save(seal_words(work, session, claim, words), told)
        work.record(claim_id, VaultAction.CLAIM_WORDS_CORRECTED)


@permitted(Right.EDIT_CASE)
def withdraw_claim(session: Session, claim_id: RowId, reason: str) -> None:
    """Withdraw a claim: it stays readable with the reason, and counts no more.

    Raises ReasonMissingError, StruckOutError, NotFoundError.
    """
    because = _reason(reason)
    claim = require_claim(session, claim_id)
    with session.work() as work:
        work.save(replace(claim, struck=because))
        work.save(_correction(work, session, claim, (PERSON_CLAIM.name, STRUCK, "", because), because))
        work.record(claim_id, VaultAction.CLAIM_WITHDRAWN)


@permitted(Right.READ_IDENTITIES)
def reveal_words(
    session: Session, person_id: PersonId, *, justification: str, second: Second
) -> dict[RowId, ClaimWords | None]:
    """Open the sealed words of the claims about one record of a person, by the id of the claim; None for
    those that nobody can read, which `correct_words` enters again.

    Those of another record of the same person stay sealed. second: about the person's id. Raises
    ReasonMissingError, NotFoundError, NotAllowedError, and what `require_second_person` raises.
    """
    if is_blank(justification):
        raise ReasonMissingError("viewing a protected identity needs a reason")
    get_person(session, person_id)
    approval = require_second_person(session, second, act=TwoPersonAct.REVEAL_IDENTITY, subject=person_id)
    claims = registry.PERSON_CLAIM.where(session.read, "person_id", person_id)
    opened = {each.id: _newest(each, session) for each in claims}
    with session.work() as work:
        work.save(approval)
        work.record(person_id, VaultAction.CLAIM_WORDS_VIEWED, justification.strip())
        work.consulted(Consulted.IDENTITY, person_id, purpose=stated_purpose(session.user, justification))
    return {claim: words for claim, words in opened.items() if words is None or not words.is_empty}


def _newest(claim: PersonClaim, session: Session) -> ClaimWords | None:
    try:
        return newest_words(claim, session)
    except SealedValueDamagedError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSource:
    """Where a claim was made: the number of the record and of its turn, and the number of the exhibit.

    changed: the turn is not any more as it was when the claim was entered.
    """

    record: str = ""
    turn: int = 0
    exhibit: str = ""
    changed: bool = False


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_sources(
    session: Session, case_id: CaseId, *, about: Collection[PersonId] | None = None
) -> dict[RowId, ClaimSource]:
    """The sources of the claims of a case, or about these persons, by the id of the claim."""
    return {each.id: source_of(session.read, each) for each in list_claims(session, case_id, about=about)}


def source_of(connection: Connection, claim: PersonClaim) -> ClaimSource:
    """Where this claim was made, by its numbers."""
    record = registry.INTERVIEW.find(connection, claim.interview_id) if claim.interview_id else None
    exhibit = registry.EXHIBIT.find(connection, claim.exhibit_id) if claim.exhibit_id else None
    turn = registry.SEGMENT.find(connection, claim.turn_id) if claim.turn_id else None
    said = [each.digest for each in claim.anchors if each.table]
    return ClaimSource(
        record=record.number if record else "",
        turn=turns.number_of(connection, turn) if turn else 0,
        exhibit=exhibit.number if exhibit else "",
        changed=turn is not None and (bool(turn.struck) or _digest(turn) not in said),
    )


def sealed_words(session: Session, case_id: CaseId) -> tuple[str, ...] | None:
    """The sealed words of a case's claims, the former ones too, to compare as in `people.sealed_texts`; None
    if they stay shut. Those that cannot be read are left out.
    """
    found: list[str] = []
    for claim in registry.PERSON_CLAIM.where(session.read, "case_id", case_id):
        try:
            versions, _ = versions_of(claim, session)  # the register tells of whom something is unread
        except NotAllowedError:
            return None
        if texts := [text for words in versions for text in (words.text, words.latin) if text]:
            found += texts
            session.consulted(Consulted.ADDRESSES_COMPARED, claim.person_id)
    return tuple(found)


@permitted(Right.READ_CASE, logs=Consulted.PERSON)
def require_claim(session: Session, claim_id: RowId) -> PersonClaim:
    """Return a claim that stands. Raises NotFoundError, StruckOutError."""
    claim = registry.PERSON_CLAIM.find(session.read, claim_id)
    if claim is None:
        raise NotFoundError("there is no such claim in this file")
    if not standing((claim,)):
        raise StruckOutError("the claim was withdrawn")
    return claim


@permitted(Right.READ_CASE, logs=Consulted.PERSON)
def records_of(session: Session, person_id: PersonId) -> tuple[Person, ...]:
    """All records of the person of this record, as they are merged now; the one that is kept first."""
    person = get_person(session, person_id)
    links = registry.PERSON_LINK.where(session.read, "case_id", person.case_id)
    return tuple(get_person(session, each) for each in recorded_as(links, person_id))


def _turn(session: Session, claim: PersonClaim, number: int) -> SegmentId:
    """The turn of this number in the record that the claim names."""
    session.require(Right.READ_TESTIMONY)
    turns = registry.SEGMENT.where(session.read, "interview_id", str(claim.interview_id))
    if not 1 <= number <= len(turns):
        raise NotFoundError("there is no such turn in this record")
    return turns[number - 1].id


def _anchors(session: Session, claim: PersonClaim) -> Iterator[Anchor]:
    """The turn as it is now, and the page of the only file of an exhibit."""
    if claim.turn_id is not None and (turn := registry.SEGMENT.find(session.read, claim.turn_id)):
        yield Anchor.of_row(turn.id, _digest(turn), registry.SEGMENT.name)
    if claim.exhibit_id is not None and claim.page is not None:
        files = standing_files(session.read, claim.exhibit_id)
        if len(files) == 1:
            yield Anchor.of_page(files[0].id, files[0].sha256, claim.page)


def _digest(value: object) -> str:
    return hashlib.sha256(canonical.encode(to_full_record(value))).hexdigest()


def _is_kept(name: str) -> bool:
    return PERSON_CLAIM[name].until is Phase.ONCE


def _reason(reason: str) -> str:
    if is_blank(reason):
        raise ReasonMissingError("this needs a reason")
    return reason.strip()


def _correction(
    work: UnitOfWork, session: Session, claim: PersonClaim, change: _Change, reason: str
) -> Correction:
    entity, field, before, after = change
    return Correction(
        id=RowId(work.new_id()),
        case_id=claim.case_id,
        entity=entity,
        subject_id=claim.id,
        field=field,
        before=before,
        after=after,
        reason=reason,
        at=work.at,
        by=session.user.id,
    )

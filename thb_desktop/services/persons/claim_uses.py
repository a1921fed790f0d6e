"""Claims that documents use: the judge decides it with a reason, and the words stay sealed all the same."""

from collections.abc import Collection

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.domain.person_claims import ClaimUse, ClaimWords, PersonClaim, UsedWords, uses_of
from thb_desktop.domain.person_claims_fields import OF_CLAIMS
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import IdentityProtection
from thb_desktop.errors import ClaimProtectedError, ReasonMissingError, SealedValueDamagedError
from thb_desktop.ledger.claim_words import words_digest
from thb_desktop.services.core.claim_items import newest_words, seal_words
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.sealed_uses import is_as_said, sealed_for
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons.claims import list_claims, records_of, require_claim
from thb_desktop.vault.tables import registry


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_uses(
    session: Session, case_id: CaseId, *, about: Collection[PersonId] | None = None
) -> tuple[ClaimUse, ...]:
    """The decisions on the use of claims in documents, in the order of entry; about: of these persons."""
    if about is None:
        return registry.CLAIM_USE.where(session.read, "case_id", case_id)
    listed = list_claims(session, case_id, about=about)
    return registry.CLAIM_USE.among(session.read, "claim_id", [each.id for each in listed])


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def standing_uses(
    session: Session, case_id: CaseId, *, about: Collection[PersonId] | None = None
) -> dict[RowId, ClaimUse]:
    """The decision that counts for each claim, by its id: none for a claim that was corrected after it.

    about: for the claims about these persons alone.
    """
    uses = list_uses(session, case_id, about=about)
    corrected = (
        registry.CORRECTION.where(session.read, "case_id", case_id)
        if about is None
        else registry.CORRECTION.among(session.read, "subject_id", {each.claim_id for each in uses})
    )
    return uses_of(uses, (each for each in corrected if each.entity in OF_CLAIMS))


@permitted(Right.SIGN_RECORDS)
def decide_use(session: Session, claim_id: RowId, *, used: bool, reason: str) -> ClaimUse:
    """Decide whether documents say what is claimed. It stays a claim, and is printed as one with its source.

    Its words are those of a person whose every record is entered as unprotected. They stay sealed, and are
    opened for a bundle alone; the event has their salted digest. Raises ReasonMissingError,
    ClaimProtectedError, StruckOutError, NotFoundError.
    """
    if is_blank(reason):
        raise ReasonMissingError("this needs a reason")
    claim = require_claim(session, claim_id)
    if used:
        _verify_unprotected(session, claim)
    said = newest_words(claim, session) if used else ClaimWords()
    words = said.as_used
    with session.work() as work:
        salt = work.new_salt()
        made = ClaimUse(
            id=RowId(work.new_id()),
            case_id=claim.case_id,
            claim_id=claim.id,
            used=used,
            reason=reason.strip(),
            by=session.user.id,
            at=work.at,
            words_digest=words_digest(salt, words) if words else "",
        )
        work.save(made)
        if words:
            work.save(seal_words(work, session, claim, UsedWords(words=words, salt=salt), about=made.id))
        work.record(claim_id, VaultAction.CLAIM_USE_DECIDED)
    return made


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.PERSON)
def open_used(session: Session, claim_id: RowId) -> UsedWords:
    """Open the words of a claim that documents use, as the judge chose them; empty if there are none.

    Raises NotAllowedError for a user who may not read identities, SealedValueDamagedError.
    """
    uses = registry.CLAIM_USE.where(session.read, "claim_id", claim_id)
    if not uses or not uses[-1].words_digest:
        return UsedWords()
    opened = sealed_for(uses[-1], session)
    if opened is None or not is_as_said(uses[-1], session):
        raise SealedValueDamagedError("the words of a used claim are missing, or are others")
    return opened


def _verify_unprotected(session: Session, claim: PersonClaim) -> None:
    """Refuse a claim about a protected person, and kinship to one: it tells who that is."""
    for person_id in (claim.person_id, claim.other_id):
        records = records_of(session, person_id) if person_id else ()
        if any(each.identity_protection is not IdentityProtection.NONE for each in records):
            raise ClaimProtectedError("the identity of a person is not entered as unprotected")

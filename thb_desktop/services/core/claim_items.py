"""The sealed words of claims: items about a claim, or about the decision to use it in documents."""

from dataclasses import replace

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.person_claims import ClaimWords, PersonClaim, UsedWords
from thb_desktop.domain.record import Record, from_record, to_record
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import FormatError, SealedValueDamagedError
from thb_desktop.ledger import canonical
from thb_desktop.services.core.compartments import item_context, sealed, unsealed
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.tables import registry


def seal_words(
    work: UnitOfWork, session: Session, claim: PersonClaim, words: ClaimWords | UsedWords, *, about: str = ""
) -> SealedItem:
    """about: of what they are an item; without it, of the claim."""
    item = SealedItem(
        id=RowId(work.new_id()),
        case_id=claim.case_id,
        compartment=Compartment.IDENTITIES,
        subject_id=about or claim.id,
        sealed="",
        added_at=work.at,
    )
    context = item_context(session.vault.vault_id, item)
    text = canonical.encode(to_record(words))
    return replace(item, sealed=sealed(item.compartment, text, context, work, session))


def versions_of(claim: PersonClaim, session: Session) -> list[ClaimWords]:
    """Open the words of a claim, the former ones first. Raises NotAllowedError, SealedValueDamagedError."""
    items = registry.SEALED_ITEM.where(session.read, "subject_id", claim.id)
    return [_words(each, session) for each in items]


def newest_words(claim: PersonClaim, session: Session) -> ClaimWords:
    """Open the newest words of a claim; empty ones if there are none."""
    items = registry.SEALED_ITEM.where(session.read, "subject_id", claim.id)
    return _words(items[-1], session) if items else ClaimWords()


def open_item(item: SealedItem, session: Session) -> Record:
    """Raises NotAllowedError, SealedValueDamagedError for what cannot be read."""
    opened = unsealed(item.compartment, item.sealed, item_context(session.vault.vault_id, item), session)
    try:
        record = canonical.parse(bytes(opened))
    except FormatError:
        raise SealedValueDamagedError("what is sealed here is no record") from None
    finally:
        wipe(opened)
    return record if isinstance(record, dict) else Record()


def _words(item: SealedItem, session: Session) -> ClaimWords:
    try:
        return from_record(ClaimWords, open_item(item, session))
    except FormatError:
        raise SealedValueDamagedError("what is sealed of a claim is no words") from None

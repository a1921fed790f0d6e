"""The sealed words of claims: items about a claim, or about the decision to use it in documents."""

from contextlib import suppress
from dataclasses import replace

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.person_claims import ClaimWords, PersonClaim, UsedWords
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import FormatError, SealedValueDamagedError
from thb_desktop.ledger import canonical
from thb_desktop.services.core.compartments import item_context, opened_as, sealed, unsealed
from thb_desktop.services.core.founded_acts import OF_WORDS
from thb_desktop.services.core.resealed import FormerKeys, opened_by
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.told_entries import entry_that_added
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName, first_told


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


def versions_of(claim: PersonClaim, session: Session) -> tuple[list[ClaimWords], bool]:
    """Open the words of a claim, the former ones first, and say whether all were read, but for those that
    were entered again because nobody can read them. Raises NotAllowedError.
    """
    found, is_whole, items = list[ClaimWords](), True, _items_of(claim, session)
    for item in items:
        try:
            found.append(_words(item, session))
        except SealedValueDamagedError:
            is_whole &= _is_replaced(item, items, session)
    return found, is_whole


def is_replaced(item: SealedItem, session: Session) -> bool:
    """Whether words that can be read were entered in the place of these words of a claim, which no key that
    this user was ever given opens.
    """
    claim = registry.PERSON_CLAIM.find(session.read, item.subject_id)
    return claim is not None and _is_replaced(item, _items_of(claim, session), session)


def _is_replaced(item: SealedItem, items: list[SealedItem], session: Session) -> bool:
    if item not in items:
        return False
    try:
        _words(items[-1], session)
    except SealedValueDamagedError:
        return False
    return not _is_known(item, session)


def _is_known(item: SealedItem, session: Session) -> bool:
    """Whether a former key opens it: a renewal of the key left it out."""
    keys = FormerKeys(session, item.compartment)
    try:
        for key in keys.all_before(session.journal.size + 1):
            opened = opened_by(key, registry.SEALED_ITEM.name, to_record(item), session)
            with suppress(SealedValueDamagedError):
                if opened is not None:
                    opened_as(ClaimWords, opened)
                    return True
    finally:
        keys.wipe()
    return False


def newest_words(claim: PersonClaim, session: Session) -> ClaimWords:
    """Open the newest words of a claim; empty ones if there are none."""
    items = _items_of(claim, session)
    return _words(items[-1], session) if items else ClaimWords()


def used_words(claim: PersonClaim, session: Session, *, before: int) -> str:
    """Return what documents say of a claim that an entry of this number lets them use: its newest words then,
    and how they are written in Latin letters. Raises as `newest_words`.
    """
    items = [each for each in _items_of(claim, session) if _added_by(each, session) < before]
    return _words(items[-1], session).as_used if items else ""


def _added_by(item: SealedItem, session: Session) -> int:
    return first_told(session.read, RowName(registry.SEALED_ITEM.name, item.id)) or 0


def _items_of(claim: PersonClaim, session: Session) -> list[SealedItem]:
    """Return the items that acts on the words of this claim sealed: another act sealed none of them."""
    items = registry.SEALED_ITEM.where(session.read, "subject_id", claim.id)
    return [each for each in items if _is_of_words(claim, each, session)]


def _is_of_words(claim: PersonClaim, item: SealedItem, session: Session) -> bool:
    entry = entry_that_added(session.read, RowName(registry.SEALED_ITEM.name, item.id))
    return entry is None or (entry.subject == claim.id and entry.action in OF_WORDS)


def open_item(item: SealedItem, session: Session) -> Record:
    """Raises NotAllowedError, SealedValueDamagedError for what cannot be read."""
    opened = _opened(item, session)
    try:
        record = canonical.parse(bytes(opened))
    except FormatError:
        raise SealedValueDamagedError("what is sealed here is no record") from None
    finally:
        wipe(opened)
    return record if isinstance(record, dict) else Record()


def _words(item: SealedItem, session: Session) -> ClaimWords:
    opened = _opened(item, session)
    try:
        return opened_as(ClaimWords, opened)
    finally:
        wipe(opened)


def _opened(item: SealedItem, session: Session) -> bytearray:
    return unsealed(item.compartment, item.sealed, item_context(session.vault.vault_id, item), session)

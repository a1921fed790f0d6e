"""Sealed uses: whether documents say of a claim what was said.

The words that a decision lets documents use lie in a sealed item of their own; its event tells their digest.
Whoever decides could seal other words than the claim has.
"""

from collections.abc import Iterator
from contextlib import suppress

from thb_desktop.domain.person_claims import ClaimUse, UsedWords
from thb_desktop.domain.record import from_record
from thb_desktop.errors import FormatError, ThbError
from thb_desktop.findings import Finding, broken, of_entry
from thb_desktop.ledger.claim_words import words_digest
from thb_desktop.services.core.claim_items import open_item, used_words
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName, first_told


def check_uses(session: Session) -> Iterator[Finding]:
    """Name each entry that lets documents use other words of a claim than it had, where the session's user
    can open both.
    """
    for use in registry.CLAIM_USE.all(session.read):
        with suppress(ThbError):  # without the key, or what cannot be read: other checks name that
            if not is_as_said(use, session):
                yield broken("sealed-differs.use", where=of_entry(_entry_of(use, session)))


def is_as_said(use: ClaimUse, session: Session) -> bool:
    """Whether the words that a decision lets documents use are those that the claim had then.

    Raises NotAllowedError for a user who may not read identities, SealedValueDamagedError.
    """
    claim = registry.PERSON_CLAIM.find(session.read, use.claim_id)
    if claim is None:
        return True
    said = used_words(claim, session, before=_entry_of(use, session)) if use.used else ""
    if not use.words_digest:
        return not said
    sealed = sealed_for(use, session)
    return sealed is not None and sealed.words == said


def sealed_for(use: ClaimUse, session: Session) -> UsedWords | None:
    """Open the words that were sealed for documents with a decision: those of which its event tells the
    digest. None if there are none. Raises as `is_as_said`.
    """
    for item in registry.SEALED_ITEM.where(session.read, "subject_id", use.id):
        with suppress(ValueError, FormatError):  # what is none tells no words
            opened = from_record(UsedWords, open_item(item, session))
            if words_digest(opened.salt, opened.words) == use.words_digest:
                return opened
    return None


def _entry_of(use: ClaimUse, session: Session) -> int:
    return first_told(session.read, RowName(registry.CLAIM_USE.name, use.id)) or 0

"""The register of sealed identities, as the scan of what leaves uses it: forms to look for, never shown.

Looked for are the identities of persons whose record is not entered as unprotected, with every former value
of a corrected identity, and the names that somebody claimed for them, except a claim that is used in
documents.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.form_search import Form, FormSearch
from thb_desktop.domain.ids import CaseId, PersonId
from thb_desktop.domain.name_forms import forms_of, name_forms, number_forms
from thb_desktop.domain.people import Identity, SealedIdentity
from thb_desktop.domain.person_claims import NAMING
from thb_desktop.domain.record import Plain, from_record, to_full_record
from thb_desktop.domain.vocabulary import ClaimKind, IdentityProtection
from thb_desktop.errors import NotAllowedError, SealedValueDamagedError
from thb_desktop.ledger import canonical
from thb_desktop.services.core.claim_items import open_item, versions_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons.people import open_identity
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """search: owners are pseudonyms; None if identities are sealed that this user cannot open. mark: of what
    the register was read from, so that a change is seen without the key. damaged: the pseudonyms of those of
    whom something is sealed that nobody can read.
    """

    search: FormSearch | None = field(repr=False)
    mark: str
    damaged: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no identity of the case is protected: then there is nothing to look for."""
        return self.search is not None and not self.search


def register_of(session: Session, case_id: CaseId) -> Register:
    """Open the sealed identities of protected persons, for the program alone.

    The log of consultations names each person who is looked for.
    """
    codes = _protected(session, case_id)
    mark = register_mark(session, case_id)
    owned: list[tuple[Form, str]] = []
    damaged: list[str] = []
    for person_id, code in codes.items():
        try:
            forms, is_whole = _forms_of(session, case_id, person_id)
        except NotAllowedError:
            return Register(search=None, mark=mark)
        if not is_whole:
            damaged.append(code)
        if forms:
            owned += [(each, code) for each in forms]
            session.consulted(Consulted.ADDRESSES_COMPARED, person_id)
    return Register(search=FormSearch(owned), mark=mark, damaged=tuple(damaged))


def _forms_of(session: Session, case_id: CaseId, person_id: PersonId) -> tuple[set[Form], bool]:
    """Return the forms of a person's identity and of their claims, and whether all of it could be read.

    Of what cannot be read whole, the forms up to there.
    """
    found, is_whole = set[Form](), True
    for read in (_identity_forms(session, person_id), _claimed_forms(session, case_id, person_id)):
        try:
            found.update(read)
        except SealedValueDamagedError:
            is_whole = False
    return found, is_whole


def register_mark(session: Session, case_id: CaseId) -> str:
    """Return a digest of what is sealed of protected persons, without opening it."""
    sealed = {each.person_id: each.sealed for each in _sealed(session, case_id)}
    digest = hashlib.sha256()
    for person_id, code in sorted(_protected(session, case_id).items()):
        told = [person_id, code, sealed.get(person_id, "")]
        for claim in registry.PERSON_CLAIM.where(session.read, "person_id", person_id):
            told += [each.sealed for each in registry.SEALED_ITEM.where(session.read, "subject_id", claim.id)]
            told += [each.id for each in registry.CLAIM_USE.where(session.read, "claim_id", claim.id)]
        digest.update(canonical.encode(told))
    return digest.hexdigest()


def _protected(session: Session, case_id: CaseId) -> dict[PersonId, str]:
    persons = registry.PERSON.where(session.read, "case_id", case_id)
    return {each.id: each.code for each in persons if each.identity_protection is not IdentityProtection.NONE}


def _sealed(session: Session, case_id: CaseId) -> tuple[SealedIdentity, ...]:
    return registry.SEALED_IDENTITY.where(session.read, "case_id", case_id)


def _identity_forms(session: Session, person_id: PersonId) -> Iterator[Form]:
    kept = registry.SEALED_IDENTITY.find(session.read, person_id)
    if kept is None:
        return
    identity = open_identity(session, kept)
    yield from forms_of(identity)
    for correction in registry.CORRECTION.where(session.read, "subject_id", person_id):
        for item in registry.SEALED_ITEM.where(session.read, "subject_id", correction.id):
            before = open_item(item, session).get("before")
            yield from forms_of(_with(identity, correction.field, before))


def _with(identity: Identity, name: str, value: Plain) -> Identity:
    record = to_full_record(identity)
    if name not in record or value is None:
        return identity
    return from_record(Identity, {**record, name: value})


def _claimed_forms(session: Session, case_id: CaseId, person_id: PersonId) -> Iterator[Form]:
    is_whole = True
    for claim in registry.PERSON_CLAIM.where(session.read, "person_id", person_id):
        uses = registry.CLAIM_USE.where(session.read, "claim_id", claim.id)
        if claim.case_id != case_id or claim.kind not in NAMING or (uses and uses[-1].used):
            continue
        versions, is_read = versions_of(claim, session)
        is_whole &= is_read
        for words in versions:
            for text in filter(None, (words.text, words.latin)):
                yield from number_forms(text) if claim.kind is ClaimKind.DOCUMENT else name_forms(text)
    if not is_whole:
        raise SealedValueDamagedError("words of a claim cannot be read")

"""People: users of the vault, officials and interpreters named in the file, and the persons heard."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.folding import folded
from thb_desktop.domain.ids import (
    AgentId,
    AuthorityId,
    CaseId,
    InterpreterId,
    OfficialId,
    PersonId,
    ProceedingId,
    RowId,
)
from thb_desktop.domain.partial_dates import PartialDate, may_include
from thb_desktop.domain.person_names import is_same_name
from thb_desktop.domain.vocabulary import (
    AgeStatus,
    Compartment,
    Exploitation,
    IdentityBinding,
    IdentityKind,
    IdentityProtection,
    InterpreterKind,
    InterpreterStatus,
    LedCategory,
    OfficialRole,
    ProceduralRole,
    Sex,
    UserRole,
)

VICTIMS = frozenset({ProceduralRole.VICTIM, ProceduralRole.PRESUMED_VICTIM, ProceduralRole.VICTIM_WITNESS})
"""The roles by which an authority takes somebody for a victim, or presumes that they are one."""
_SHORT = 3
"""A word of at most this many letters does not say who somebody is."""
_UNNAMED = frozenset(
    {
        IdentityProtection.PSEUDONYM,
        IdentityProtection.ANONYMOUS_WITNESS_ORDER,
        IdentityProtection.PROTECTION_PROGRAMME,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A user of this vault, with the public keys by which their acts are verified.

    certificate: X.509, DER, base64. receiving_key: public, base64. admission: what the vault's root signed
    about this user, in hexadecimal (`services.core.user_certification`). first_receiving_key: that of the
    admission, once the user replaced it by one of their own. No private key is here. bound_as and what
    follows it: how the person was identified, see `identity_binding_fields.Binding`.
    """

    id: AgentId
    name: str
    role: UserRole
    certificate: str
    receiving_key: str
    admission: str
    active: bool = True
    first_receiving_key: str = ""
    bound_as: IdentityBinding | None = None
    bound_by: str = ""
    bound_on: date | None = None
    bound_document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompartmentVersion:
    """The present key of a compartment, identified but not revealed, and its author.

    version: 1, 2, 3 ..., one more for each new key. key_check: a digest that only this key gives (hex).
    set_by, signature: the user who made the key, and their signature on it (hex). renewal_due: a holder of
    the key left while no other holder was present; the next holder who unlocks the vault renews it.
    """

    compartment: Compartment
    version: int
    key_check: str
    set_by: AgentId
    signature: str
    renewal_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CompartmentGrant:
    """One holder of a compartment's key, as the holder who gave them the key signed it.

    version: of the key. receiving_digest: SHA-256 (hex) of the holder's receiving key, as their row has it.
    wrapped: the key, wrapped to it (base64). entry: the number of the event that records the grant, whose
    author is `granted_by`. signature: by a certified key of `granted_by` over all of it (hex).
    """

    compartment: Compartment
    version: int
    user_id: AgentId
    receiving_digest: str
    wrapped: str
    granted_by: AgentId
    granted_at: datetime
    entry: int
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningIdentity:
    """A further signing key of a user, from a card or a key file, certified by the vault's root.

    certificate: of the vault's root over the same public key. issued: the certificate of the key's issuer, if
    there is one, then the included ones above it. All are X.509, DER, base64. token: the card's own name.
    withdrawn_at, withdrawn_because: when and why the key was withdrawn. agreed: the signature (hex) of an
    earlier key of the user; without it the key counts for nobody. A key that a user made in place of all that
    they had is certified by itself until the root does it, and counts from then on.
    """

    id: RowId
    user_id: AgentId
    kind: IdentityKind
    certificate: str
    issued: tuple[str, ...]
    added_at: datetime
    token: str = ""
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""
    agreed: str = ""

    @property
    def ended_at(self) -> datetime | None:
        """Since when it is withdrawn. Nobody withdraws a key that its user made: the next that they make
        ends it, whatever the row says.
        """
        return None if self.kind is IdentityKind.OWN_KEY else self.withdrawn_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """An official named in the file: who seized, who heard, who keeps.

    authority_id: the authority of the case for which they act. user_id: their user of this vault, if they
    have one.
    """

    id: OfficialId
    case_id: CaseId
    code: str
    role: OfficialRole
    name: str
    country: str
    unit: str = ""
    authority_id: AuthorityId | None = None
    user_id: AgentId | None = None
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """An interpreter or translator of the case; languages are BCP 47 tags.

    kind: whether they interpret, translate or both. user_id: their user of this vault, if they have one.
    directions: from which language into which, as "yo>fr"; empty where nobody said. registered_until: the end
    of the entry in the register.
    struck: the reason why the entry was struck out, or empty; the same in all classes below.
    """

    id: InterpreterId
    case_id: CaseId
    code: str
    name: str
    name_latin: str
    languages: tuple[str, ...]
    status: InterpreterStatus | None
    register_number: str = ""
    kind: InterpreterKind | None = None
    user_id: AgentId | None = None
    struck: str = ""
    directions: tuple[str, ...] = ()
    register_name: str = ""
    register_state: str = ""
    registered_until: date | None = None

    def goes_by(self, name: str) -> bool:
        """Whether this is their name, in their own script or in Latin letters."""
        return any(is_same_name(name, own) for own in (self.name, self.name_latin) if own)


def is_same_linguist(one: Interpreter, other: Interpreter) -> bool:
    """Whether two entries are of one person, as far as they tell: one user, register number or name."""
    if one.id == other.id or (one.user_id is not None and one.user_id == other.user_id):
        return True
    numbers = (_told(one.register_number), _told(other.register_number))
    states = {one.register_state, other.register_state} - {""}
    if numbers[0] and numbers[0] == numbers[1] and len(states) < 2:
        return True
    names = [{_told(each.name), _told(each.name_latin)} - {""} for each in (one, other)]
    return bool(names[0] & names[1])


def _told(text: str) -> str:
    return " ".join(folded(text).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A victim, witness or suspect, by pseudonym. Only `Identity` contains names, only `PersonRole` roles.

    protection_reference: the decision by which the identity is protected. exploitation: what a victim
    suffered or was to suffer. reflection_granted: whether a reflection period was (Directive 2004/81/EC), and
    from when to when, as far as it is known.
    """

    id: PersonId
    case_id: CaseId
    code: str
    sex: Sex | None
    age_status: AgeStatus | None
    identity_protection: IdentityProtection | None
    nationalities: tuple[str, ...] = ()
    language: str = ""
    protection_reference: str = ""
    exploitation: tuple[Exploitation, ...] = ()
    reflection_granted: bool | None = None
    reflection_since: PartialDate | None = None
    reflection_until: PartialDate | None = None
    note: str = ""
    struck: str = ""

    @property
    def is_protected(self) -> bool:
        """Whether their identity counts as protected: so does one of which nobody said that it is not."""
        return self.identity_protection is not IdentityProtection.NONE

    @property
    def is_unnamed(self) -> bool:
        """Whether it is entered that their name is not told, and not their address alone."""
        return self.identity_protection in _UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRole:
    """A role of a person in the proceedings for a time: a victim may later be a suspect too (LED, Article 6).

    basis: the grounds, for the office alone. since, until: as far as they are known; without an end the role
    continues. proceeding_id: in which proceeding of the case, where one was named. given_by, given_on,
    given_under: who gave this status (an authority or an official, in words), when, and on which basis, as
    documents tell it. Nobody else gives one: the program least of all.
    """

    id: RowId
    case_id: CaseId
    person_id: PersonId
    role: ProceduralRole
    led_category: LedCategory | None
    basis: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    struck: str = ""
    proceeding_id: ProceedingId | None = None
    given_by: str = ""
    given_on: PartialDate | None = None
    given_under: str = ""

    @property
    def is_of_victim(self) -> bool:
        """Whether it says of somebody that an authority takes them for a victim."""
        return self.role in VICTIMS

    @property
    def is_given(self) -> bool:
        """Whether it is entered who gave this status, or on which basis."""
        return bool(self.given_by.strip() or self.given_under.strip())

    def may_hold_on(self, day: PartialDate) -> bool:
        """Whether the person may have had this role on that day, as far as the dates are known."""
        return may_include(self.since, self.until, day)


def roles_of(
    roles: Iterable[PersonRole], person_id: PersonId, on: PartialDate | None = None
) -> tuple[ProceduralRole, ...]:
    """Return the roles of a person, each once, in the order of entry; for a day, those that may apply
    on it.
    """
    held = [each for each in roles if each.person_id == person_id and not each.struck]
    then = [each for each in held if on is None or each.may_hold_on(on)]
    return tuple(dict.fromkeys(each.role for each in then))


def roles_begun(roles: Iterable[PersonRole], person_id: PersonId, on: PartialDate) -> tuple[PersonRole, ...]:
    """The roles of a person that began on that day."""
    return tuple(
        each
        for each in roles
        if each.person_id == person_id and not each.struck and each.since and each.since.day == on.day
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who a person is: kept sealed, opened only by those who hold the key of protected identities.

    addresses: where they live or are sheltered, one a line. name_latin: transliterated by `transliteration`
    (the name of the scheme). births: each date that was claimed (EDTF) with its source; born: the one that is
    relied on. documents_withheld: by whom.
    """

    person_id: PersonId
    name: str
    name_latin: str = ""
    aliases: tuple[str, ...] = ()
    born: PartialDate | None = None
    circumstances: str = ""
    protective_measure: str = ""
    contacts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    family_name: str = ""
    given_names: str = ""
    other_names: str = ""
    transliteration: str = ""
    births: tuple[tuple[str, str], ...] = ()
    documents_seen: tuple[str, ...] = ()
    documents_withheld: tuple[str, ...] = ()


def recognisable(identity: Identity) -> tuple[str, ...]:
    """Return the texts of an identity by which somebody can be recognised: each longer word of a name too."""
    parts = (identity.family_name, identity.given_names, identity.other_names)
    names = (identity.name, identity.name_latin, *identity.aliases, *parts)
    words = (word for name in names for word in re.split(r"[\s-]+", name) if len(word) > _SHORT)
    return tuple(
        dict.fromkeys(each for each in (*names, *words, *identity.contacts, *identity.addresses) if each)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedIdentity:
    """A stored `Identity`: ciphertext (base64) under the compartment's key, bound to the person."""

    person_id: PersonId
    case_id: CaseId
    sealed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedItem:
    """A stored assessment or secret key material: ciphertext (base64), bound to its subject.

    subject_id: the assessed person, or the exhibit with this secret.
    """

    id: RowId
    case_id: CaseId
    compartment: Compartment
    subject_id: str
    sealed: str
    added_at: datetime

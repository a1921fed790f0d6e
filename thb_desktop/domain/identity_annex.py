"""Identity annexes: who the pseudonyms of a bundle are, for recipients of their own."""

from dataclasses import dataclass, field
from datetime import datetime

from thb_desktop.domain.ids import AgentId, BundleId, CaseId, PersonId, RowId
from thb_desktop.domain.people import Identity
from thb_desktop.domain.vocabulary import ProceduralRole

ALWAYS = (
    *("name", "family_name", "given_names", "other_names", "name_latin", "transliteration", "aliases"),
    *("born", "births", "documents_seen", "protective_measure"),
)
"""The fields of an identity that an annex tells."""
IF_ORDERED = ("contacts", "addresses")
"""Those that it tells only where that was ordered. Circumstances and withheld documents never are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityAnnex:
    """An annex that was made. sheet: SHA-256 (hex) of what the second person approved; sha256: of its pages.

    listed: of the list of its closed files. persons: whose identities it tells; recipients: for whom it was
    closed. reason: why; addresses_because: who ordered that it tells addresses, empty if it tells none.
    """

    id: RowId
    case_id: CaseId
    bundle_id: BundleId
    number: str
    made_by: AgentId
    at: datetime
    sheet: str
    sha256: str
    listed: str
    persons: tuple[PersonId, ...]
    recipients: tuple[RowId, ...]
    reason: str
    addresses_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexedPerson:
    """A pseudonym with its roles, and who it is."""

    code: str
    roles: tuple[ProceduralRole, ...]
    identity: Identity = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexContent:
    """What the pages of an annex print. recipients: their names, with the fingerprint of each certificate."""

    number: str
    bundle: str
    bundle_sha256: str
    case: str
    is_fictional: bool
    language: str
    made_by: str
    made_at: datetime
    software: str
    reason: str
    addresses_because: str
    recipients: tuple[tuple[str, str], ...]
    persons: tuple[AnnexedPerson, ...]

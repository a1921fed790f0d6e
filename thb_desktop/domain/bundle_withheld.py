"""What a bundle leaves out and tells of that: kinds of entries, redactions, the version for a recipient."""

from dataclasses import dataclass
from enum import StrEnum

from thb_desktop.domain.disclosure import ScopeReason
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.domain.originals_told import OriginalTold
from thb_desktop.domain.quality import QualityStatement
from thb_desktop.domain.vocabulary import RedactionReason


class WithheldKind(StrEnum):
    """Kinds of entries that a case contains and a bundle does not, as the cover lists them."""

    INTERVIEWS = "INTERVIEWS"
    EXHIBITS = "EXHIBITS"
    PERSONS = "PERSONS"
    OFFICIALS = "OFFICIALS"
    INTERPRETERS = "INTERPRETERS"
    AUTHORITIES = "AUTHORITIES"
    PROCEEDINGS = "PROCEEDINGS"
    INSTRUMENTS = "INSTRUMENTS"
    CONDITIONS = "CONDITIONS"
    ACCOUNTS = "ACCOUNTS"
    STATEMENTS = "STATEMENTS"
    TRANSACTIONS = "TRANSACTIONS"
    HAND_OVERS = "HAND_OVERS"
    VALUE_TRANSFERS = "VALUE_TRANSFERS"
    ATTRIBUTIONS = "ATTRIBUTIONS"
    PAY_FIGURES = "PAY_FIGURES"
    OBJECTS = "OBJECTS"
    STAYS = "STAYS"
    LANGUAGES = "LANGUAGES"
    WORKING_NOTES = "WORKING_NOTES"
    LANGUAGE_JOBS = "LANGUAGE_JOBS"
    LANGUAGE_NOTES = "LANGUAGE_NOTES"
    CERTIFICATIONS = "CERTIFICATIONS"
    ACCOUNT_REASONS = "ACCOUNT_REASONS"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionTold:
    """A redaction as the list of a bundle tells it: where, why and by whose order, and not of what.

    kind: of the record ("interview", "exhibit", "language"), record: its number. part: in the record's tree,
    or `versions/N` of the versions of a job, from 1; empty for a place in the content of a file, which is
    withheld, and for what was found of signatures in one. place: in words that no language has (label,
    number). copy: the number of the exhibit that is the masked copy of the file; empty if there is none.
    """

    number: str
    kind: str
    record: str
    part: str
    field: str
    place: str
    reason: RedactionReason
    ordered_by: str
    copy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTold:
    """What a bundle tells of the version for a recipient that it prints.

    records: of each record with masked words, its number, the digest of the whole one and of the version.
    silent: parts in which only the digest of a masked text is left out. scope: how many items of each kind
    are not in it, and why. signed_whole: the numbers of translations that are not in it, because their
    linguist signed masked words together with the rest. state: of its redactions when the bundle was laid
    out; it is not told. originals: the custody of exhibits of which it shows masked copies alone.
    """

    id: DisclosureId
    state: str
    number: str
    instrument: str
    basis: str
    redactions: tuple[RedactionTold, ...]
    records: tuple[tuple[str, str, str], ...]
    silent: tuple[tuple[str, str], ...]
    scope: tuple[tuple[WithheldKind, ScopeReason, int], ...]
    quality: tuple[QualityStatement, ...]
    signed_whole: tuple[str, ...] = ()
    originals: tuple[OriginalTold, ...] = ()

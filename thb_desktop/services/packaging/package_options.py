"""The choices for a package."""

from dataclasses import dataclass

from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.errors import ValueRefusedError
from thb_desktop.services.packaging.envelope import is_telephone

LEAST_PART, MOST_PART = 1, 250
"""Megabytes of the largest file of a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageOptions:
    """The choices for a package.

    recipients: the addressees, from the register; the own office and its escrow are always among them.
    words: the language of a new passphrase that opens it too; empty for none. without: exhibits of the bundle
    whose files stay in the office. identities_because: why files that tell a sealed identity travel; without
    it they do not. unsearched_because: why it leaves although something in it could not be searched.
    largest: megabytes (10^6 bytes) of the largest file of the folder, for a channel with a limit; 0 for none.
    telephone: to stand outside the encryption; it tells who sends, so that none stands there by default.
    """

    recipients: tuple[RowId, ...]
    words: str = ""
    without: frozenset[ExhibitId] = frozenset()
    identities_because: str = ""
    unsearched_because: str = ""
    largest: int = 0
    telephone: str = ""


def verify_options(options: PackageOptions) -> None:
    """Raise ValueRefusedError for a size of files, or for what is no telephone number: it could be a name."""
    if options.largest and not LEAST_PART <= options.largest <= MOST_PART:
        raise ValueRefusedError("the largest file of a package has between 1 and 250 megabytes")
    if options.telephone and not is_telephone(options.telephone):
        raise ValueRefusedError("a telephone number has digits, spaces and + ( ) - . / alone")

"""Requests about bundles, extracts and backups that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class IncompleteExtractError(UsageError):
    """The requested extract would leave out an event of one of its subjects."""

    code = "incomplete-extract"


class NewerKnownError(UsageError):
    """Attempt to restore a backup although this computer remembers a newer state of the vault."""

    code = "newer-known"


class NothingToExportError(UsageError):
    """A bundle would contain neither a signed interview nor an exhibit."""

    code = "nothing-to-export"


class NotSignedYetError(UsageError):
    """Attempt to put an interview record into a bundle before it is signed."""

    code = "not-signed-yet"


class LanguageAbsentError(UsageError):
    """No interview of a bundle has a rendering in a language that was requested as a column."""

    code = "language-absent"


class CertifierError(UsageError):
    """The user who should certify a bundle interpreted none of its interviews."""

    code = "certifier"


class LaidOutBeforeError(UsageError):
    """A certificate of a signer was renewed since the bundle was laid out."""

    code = "laid-out-before"


class SignerForeignError(UsageError):
    """The user who should sign a bundle is not an official of the sending authority."""

    code = "signer-foreign"


class LedCategoryMissingError(UsageError):
    """A person of a bundle has a role without a category of data subject, or no role at all (V-P-01).

    persons: their pseudonyms.
    """

    code = "led-category-missing"

    def __init__(self, message: str, persons: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(persons)}")
        self.named = {"persons": ", ".join(persons)}


class NoBackupError(UsageError):
    """The folder is not a backup, or no backup in it was ever completed."""

    code = "no-backup"


class BackupPlaceError(UsageError):
    """A backup would be inside its own vault, or a vault inside its backup."""

    code = "backup-place"


class BackupForeignError(UsageError):
    """The folder for a backup contains something else, or the backup of another vault."""

    code = "backup-foreign"


class BackupOtherKeyError(UsageError):
    """The backup in this folder is of another vault, or was made under another master key of this one."""

    code = "backup-other-key"


class BackupAheadError(UsageError):
    """The backup in this folder contains events that the vault does not have."""

    code = "backup-ahead"

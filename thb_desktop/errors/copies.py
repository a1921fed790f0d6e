"""Requests about bundles, extracts and backups that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class IncompleteExtractError(UsageError):
    """An extract was asked for that leaves out an event of one of its subjects."""

    code = "incomplete-extract"


class NewerKnownError(UsageError):
    """A backup was to be restored of a vault of which this computer remembers a newer state."""

    code = "newer-known"


class NothingToExportError(UsageError):
    """A bundle would hold neither a signed interview nor an exhibit."""

    code = "nothing-to-export"


class NotSignedYetError(UsageError):
    """An interview record that is not signed was to go into a bundle."""

    code = "not-signed-yet"


class LanguageAbsentError(UsageError):
    """No interview of a bundle has a rendering in a language that was asked for as a column."""

    code = "language-absent"


class CertifierError(UsageError):
    """The one who shall certify a bundle interpreted none of its interviews."""

    code = "certifier"


class SignerForeignError(UsageError):
    """The one who would sign a bundle is no official of the authority that sends it."""

    code = "signer-foreign"


class LedCategoryMissingError(UsageError):
    """A person of a bundle has a role without a category of data subject, or no role at all (V-P-01)."""

    code = "led-category-missing"


class NoBackupError(UsageError):
    """The folder is no backup, or no backup was ever finished in it."""

    code = "no-backup"


class BackupPlaceError(UsageError):
    """A backup would lie inside the vault that it is of, or a vault inside its backup."""

    code = "backup-place"


class BackupForeignError(UsageError):
    """The folder for a backup holds something else, or the backup of another vault."""

    code = "backup-foreign"


class BackupOtherKeyError(UsageError):
    """The backup in this folder was made under another master key of this vault."""

    code = "backup-other-key"


class BackupAheadError(UsageError):
    """The backup in this folder tells of events that the vault does not know: newer, or of a branch."""

    code = "backup-ahead"

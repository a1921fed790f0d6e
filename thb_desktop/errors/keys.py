"""Requests about passphrases, recovery, shares and keys that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class WeakPassphraseError(UsageError):
    """A passphrase could be guessed too easily."""

    code = "passphrase-too-weak"


class RecoveryCodeTypoError(UsageError):
    """A recovery code contains a typing error; `groups` are the groups to check, counted from 1."""

    code = "recovery-code-typo"

    def __init__(self, message: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.groups = groups


class PassphraseUnreadableError(UsageError):
    """A passphrase could not be read: there is no terminal to ask at, or nothing to read from."""

    code = "passphrase-unreadable"


class CertificateRequestError(UsageError):
    """A certificate cannot be issued for this name or this time."""

    code = "certificate-request"


class CertificateRenewalDueError(UsageError):
    """The certificate of somebody who signs does not say their function, or has ended."""

    code = "certificate-renewal-due"


class LastSlotError(UsageError):
    """Attempt to remove the last keyslot of a kind, after which the vault could no longer be opened."""

    code = "last-keyslot"


class OwnPassphraseMissingError(UsageError):
    """A change of the keyslots needs the user's own passphrase again, and it was not given."""

    code = "own-passphrase-missing"


class PassphraseTakenError(UsageError):
    """Attempt to use a passphrase that another user of the vault already has."""

    code = "passphrase-taken"


class ShareNumberError(UsageError):
    """Recovery shares are for 2 to 16 holders, and at least 2 of them are needed to open the vault."""

    code = "share-number"


class ShareTypoError(UsageError):
    """A recovery share contains a typing error; `groups` are the groups to check, counted from 1."""

    code = "share-typo"

    def __init__(self, message: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.groups = groups


class SharesTooFewError(UsageError):
    """Fewer recovery shares were given than are needed to open the vault."""

    code = "shares-too-few"


class ShareTwiceError(UsageError):
    """The same recovery share was given twice."""

    code = "share-twice"


class ShareForeignError(UsageError):
    """A recovery share belongs to another vault, or to a set that was replaced."""

    code = "share-of-another-set"


class KeyRefusedError(UsageError):
    """The key or certificate of a card or file cannot be used: it is not on P-256, or not for signing."""

    code = "key-refused"


class KeyFileError(UsageError):
    """A key file (PKCS#12) cannot be read, or is encrypted in a way that is too weak."""

    code = "key-file"

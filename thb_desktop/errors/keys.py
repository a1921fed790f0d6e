"""Requests about passphrases, recovery, shares and keys that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class WeakPassphraseError(UsageError):
    """A passphrase could be guessed too easily."""

    code = "passphrase-too-weak"


class RecoveryCodeTypoError(UsageError):
    """A recovery code was typed with an error; `groups` are the groups to look at again, counted from 1."""

    code = "recovery-code-typo"

    def __init__(self, message: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.groups = groups


class PassphraseUnreadableError(UsageError):
    """A passphrase could not be had: no terminal to ask at, or nothing to read from."""

    code = "passphrase-unreadable"


class CertificateRequestError(UsageError):
    """A certificate cannot be issued for this name or this time."""

    code = "certificate-request"


class LastSlotError(UsageError):
    """The last keyslot of a kind would be removed, and the vault could no longer be opened."""

    code = "last-keyslot"


class OwnPassphraseMissingError(UsageError):
    """Who changes the ways into the vault types their own passphrase again, and did not."""

    code = "own-passphrase-missing"


class PassphraseTakenError(UsageError):
    """A passphrase was to open the vault for two users, and would then open it for the first of them only."""

    code = "passphrase-taken"


class ShareNumberError(UsageError):
    """Recovery shares are made for 2 to 16 holders, and 2 of them at least are needed to open the vault."""

    code = "share-number"


class ShareTypoError(UsageError):
    """A recovery share was typed with an error; `groups` are the groups to look at again, counted from 1."""

    code = "share-typo"

    def __init__(self, message: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.groups = groups


class SharesTooFewError(UsageError):
    """Fewer recovery shares were given than the vault asks for."""

    code = "shares-too-few"


class ShareTwiceError(UsageError):
    """The same recovery share was given twice."""

    code = "share-twice"


class ShareForeignError(UsageError):
    """A recovery share belongs to another vault, or to a set that was replaced."""

    code = "share-of-another-set"


class KeyRefusedError(UsageError):
    """A key or certificate of a card or file cannot be used: other than P-256, or not for signing."""

    code = "key-refused"


class KeyFileError(UsageError):
    """A key file (PKCS#12) cannot be read, or is encrypted in a way that is too weak."""

    code = "key-file"

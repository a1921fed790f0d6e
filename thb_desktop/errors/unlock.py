"""The vault could not be opened."""

from thb_desktop.errors.base import ThbError


class UnlockError(ThbError):
    """The vault could not be opened."""

    code = "unlock"
    exit_code = 10


class NoVaultError(UnlockError):
    """The folder is not a vault, or does not exist."""

    code = "no-vault"
    exit_code = 11


class VaultMissingPartError(UnlockError):
    """A part of the vault is missing, empty or of the wrong kind."""

    code = "vault-part-missing"
    exit_code = 12


class NewerFormatError(UnlockError):
    """The vault was written by a newer version of this program."""

    code = "newer-format"
    exit_code = 13


class CodesUnknownError(NewerFormatError):
    """The vault has codes that this version does not know: of a newer one, or of a program of a user's own.

    entry: the number of the entry that records them; role: of its author.
    """

    code = "codes-unknown"

    def __init__(self, message: str, entry: str = "", role: str = "") -> None:
        super().__init__(message)
        self.named = {"entry": entry, "role": role}


class MigrationFailedError(UnlockError):
    """An older vault could not be migrated to this version, and was not changed."""

    code = "migration-failed"


class VaultInUseError(UnlockError):
    """Another process has the vault open."""

    code = "vault-in-use"
    exit_code = 14


class WrongPassphraseError(UnlockError):
    """No keyslot opens with this passphrase."""

    code = "wrong-passphrase"
    exit_code = 15


class WrongCertifierPassphraseError(WrongPassphraseError):
    """The passphrase of the interpreter who certifies is wrong; the user's own is not in question."""

    code = "wrong-certifier-passphrase"


class WrongAssigneePassphraseError(WrongPassphraseError):
    """What is assigned does not open with this passphrase: it is not theirs, or the work is closed."""

    code = "wrong-assignee-passphrase"


class WrongSecondPassphraseError(WrongPassphraseError):
    """The passphrase of the second person is wrong; the user's own is not in question."""

    code = "wrong-second-passphrase"


class WrongColleaguePassphraseError(WrongPassphraseError):
    """The passphrase of another user who keeps access to the vault is wrong. `user` says whose."""

    code = "wrong-colleague-passphrase"

    def __init__(self, message: str, user: str = "") -> None:
        super().__init__(message)
        self.user = user


class WrongRecoveryCodeError(UnlockError):
    """No keyslot opens with this recovery code."""

    code = "wrong-recovery-code"
    exit_code = 16


class NoSharesError(UnlockError):
    """The vault has no recovery shares."""

    code = "no-recovery-shares"


class WrongSharePassphraseError(WrongPassphraseError):
    """A recovery share does not open with the passphrase that was given for it; `share` is its number."""

    code = "wrong-share-passphrase"

    def __init__(self, message: str, share: int = 0) -> None:
        super().__init__(message)
        self.share = share


class WrongSharesError(UnlockError):
    """The recovery shares can be opened, but together they do not open the vault."""

    code = "wrong-recovery-shares"


class WrongKeyFilePassphraseError(WrongPassphraseError):
    """The passphrase of a key file (PKCS#12) is wrong; the user's own is not in question."""

    code = "wrong-key-file-passphrase"


class CardAbsentError(UnlockError):
    """The reader has no card, or not the right one."""

    code = "card-absent"


class CardModuleError(UnlockError):
    """The module that accesses the card (PKCS#11) cannot be used."""

    code = "card-module"


class CardRefusedError(UnlockError):
    """The card refused the operation."""

    code = "card-refused"


class WrongPinError(UnlockError):
    """The card's PIN is wrong; a card locks itself after a few wrong ones."""

    code = "wrong-pin"


class PinLockedError(UnlockError):
    """The card's PIN is locked; the issuer of the card can unlock it."""

    code = "pin-locked"


class KdfBelowFloorError(UnlockError):
    """A keyslot demands a weaker key derivation than this program ever uses."""

    code = "kdf-below-floor"
    exit_code = 17


class KdfAboveCeilingError(UnlockError):
    """A keyslot demands more memory or time for key derivation than this program allows."""

    code = "kdf-above-ceiling"
    exit_code = 18


class KdfMemoryError(UnlockError):
    """This computer lacks the memory that the key derivation needs."""

    code = "kdf-memory"
    exit_code = 19

"""The vault stays closed."""

from thb_desktop.errors.base import ThbError


class UnlockError(ThbError):
    """The vault stays closed."""

    code = "unlock"
    exit_code = 10


class NoVaultError(UnlockError):
    """The folder is no vault, or there is no such folder."""

    code = "no-vault"
    exit_code = 11


class VaultMissingPartError(UnlockError):
    """A part of the vault is missing, empty or no such thing as belongs there."""

    code = "vault-part-missing"
    exit_code = 12


class NewerFormatError(UnlockError):
    """The vault was written by a newer version of this program."""

    code = "newer-format"
    exit_code = 13


class MigrationFailedError(UnlockError):
    """An older vault could not be brought to the form of this version, and stays as it was."""

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


class WrongSecondPassphraseError(WrongPassphraseError):
    """The passphrase of the second person is wrong; the user's own is not in question."""

    code = "wrong-second-passphrase"


class WrongColleaguePassphraseError(WrongPassphraseError):
    """The passphrase of another user who keeps their way into the vault is wrong. `user` says whose."""

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
    """The recovery shares open, and what they add up to does not open the vault."""

    code = "wrong-recovery-shares"


class WrongKeyFilePassphraseError(WrongPassphraseError):
    """The passphrase of a key file (PKCS#12) is wrong; the user's own is not in question."""

    code = "wrong-key-file-passphrase"


class CardAbsentError(UnlockError):
    """There is no card in the reader, or not the card that is needed."""

    code = "card-absent"


class CardModuleError(UnlockError):
    """The program that speaks with the card (the PKCS#11 module) cannot be used."""

    code = "card-module"


class CardRefusedError(UnlockError):
    """The card did not do what was asked of it."""

    code = "card-refused"


class WrongPinError(UnlockError):
    """The card's PIN is wrong; a card locks itself after a few wrong ones."""

    code = "wrong-pin"


class PinLockedError(UnlockError):
    """The card's PIN is locked; who issued the card can unlock it."""

    code = "pin-locked"


class KdfBelowFloorError(UnlockError):
    """A keyslot asks for a cheaper key derivation than this program ever writes."""

    code = "kdf-below-floor"
    exit_code = 17


class KdfAboveCeilingError(UnlockError):
    """A keyslot asks for a dearer key derivation than this program allows."""

    code = "kdf-above-ceiling"
    exit_code = 18


class KdfMemoryError(UnlockError):
    """This machine has not the memory that the key derivation asks for."""

    code = "kdf-memory"
    exit_code = 19

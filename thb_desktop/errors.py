"""The tree of errors: each has a stable code and an exit code, and says its refusal in one sentence.

    ThbError
    ├── UsageError              the caller asked for something that cannot be (exit 2)
    │   ├── ReasonMissingError, AlreadyExistsError, NotFoundError ...
    ├── UnlockError             the vault stays closed (exit 10-19)
    │   ├── WrongPassphraseError, NoVaultError, VaultMissingPartError, NewerFormatError, VaultInUseError ...
    ├── DamageError             stored bytes are not what was written (exit 20-29)
    ├── StorageError            the medium refused (exit 30-39)
    │   ├── DiskFullError, SourceUnreadableError ...
    └── VerificationError       outside data does not hold (exit 40-49)

No message holds testimony, a name, a passphrase or a file name of evidence.
"""

from typing import ClassVar


class ThbError(Exception):
    """A refusal that a person can act on."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1


class UsageError(ThbError):
    """The caller asked for something that cannot be."""

    code = "usage"
    exit_code = 2


class ReasonMissingError(UsageError):
    code = "reason-missing"


class NotFoundError(UsageError):
    code = "not-found"


class AlreadyExistsError(UsageError):
    code = "already-exists"


class UnlockError(ThbError):
    """The vault stays closed."""

    code = "unlock"
    exit_code = 10


class DamageError(ThbError):
    """Stored bytes are not what was written."""

    code = "damaged"
    exit_code = 20


class StorageError(ThbError):
    """The medium refused."""

    code = "storage"
    exit_code = 30


class VerificationError(ThbError):
    """Outside data does not hold."""

    code = "verification"
    exit_code = 40

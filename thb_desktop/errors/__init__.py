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

from thb_desktop.errors.base import *
from thb_desktop.errors.copies import *
from thb_desktop.errors.corrections import *
from thb_desktop.errors.damage import *
from thb_desktop.errors.exhibits import *
from thb_desktop.errors.keys import *
from thb_desktop.errors.records import *
from thb_desktop.errors.rights import *
from thb_desktop.errors.storage import *
from thb_desktop.errors.unlock import *
from thb_desktop.errors.usage import *
from thb_desktop.errors.verification import *

"""The tree of errors: each class has a stable code, an exit code and one sentence.

    ThbError
    ├── UsageError              the caller asked for something impossible (exit 2)
    │   ├── ReasonMissingError, AlreadyExistsError, NotFoundError ...
    ├── UnlockError             the vault could not be opened (exit 10-19)
    │   ├── WrongPassphraseError, NoVaultError, VaultMissingPartError, NewerFormatError, VaultInUseError ...
    ├── DamageError             stored bytes are not what was written (exit 20-29)
    ├── StorageError            the medium failed (exit 30-39)
    │   ├── DiskFullError, SourceUnreadableError ...
    └── VerificationError       data from outside is not valid (exit 40-49)

No message contains testimony, a name, a passphrase or a file name of evidence.
"""

from thb_desktop.errors.ads import *
from thb_desktop.errors.assignments import *
from thb_desktop.errors.base import *
from thb_desktop.errors.copies import *
from thb_desktop.errors.corrections import *
from thb_desktop.errors.damage import *
from thb_desktop.errors.disclosures import *
from thb_desktop.errors.envelopes import *
from thb_desktop.errors.exchange import *
from thb_desktop.errors.exhibits import *
from thb_desktop.errors.finance import *
from thb_desktop.errors.inspection import *
from thb_desktop.errors.keys import *
from thb_desktop.errors.language import *
from thb_desktop.errors.leaving import *
from thb_desktop.errors.packages import *
from thb_desktop.errors.persons import *
from thb_desktop.errors.records import *
from thb_desktop.errors.rights import *
from thb_desktop.errors.storage import *
from thb_desktop.errors.unlock import *
from thb_desktop.errors.usage import *
from thb_desktop.errors.verification import *

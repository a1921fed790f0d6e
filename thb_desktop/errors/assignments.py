"""Requests about assignments that cannot be carried out."""

from thb_desktop.errors.base import UsageError
from thb_desktop.errors.storage import StorageError
from thb_desktop.errors.unlock import UnlockError
from thb_desktop.errors.verification import VerificationError


class AssigneeError(UsageError):
    """Work can be assigned only to an interpreter of the case who is an active user of that function."""

    code = "assignee"


class AssigneeWithoutWayError(UsageError):
    """The interpreter became a user before assignments existed: they type their passphrase once at a desk."""

    code = "assignee-without-way"


class AssignedAlreadyError(UsageError):
    """The job is assigned to this interpreter, and the assignment is open."""

    code = "assigned-already"


class JobAssignedError(UsageError):
    """The job is in the hands of its linguist, in a store of its own: nothing is written in it meanwhile."""

    code = "job-assigned"


class AssignmentClosedError(UsageError):
    """The assignment was closed."""

    code = "assignment-closed"


class NoAssignmentError(UnlockError):
    """There is no store of an assignment in this folder, or its way was removed."""

    code = "no-assignment"


class StoreKeyMissingError(UsageError):
    """The vault no longer has the key of this store: it was destroyed with it."""

    code = "store-key-missing"


class StoreForeignError(VerificationError):
    """The store in the place of an assignment is not the one that was made for it."""

    code = "store-foreign"


class StoreBrokenError(VerificationError):
    """The store of an assignment does not hold together: nothing of it is merged.

    named: the findings that are broken, by their codes.
    """

    code = "store-broken"

    def __init__(self, message: str, codes: str = "") -> None:
        super().__init__(message)
        self.named = {"codes": codes}


class ReturnRefusedError(VerificationError):
    """Something in a return is not the assignee's, or not as they signed it: nothing of it is merged."""

    code = "return-refused"


class NothingHandedBackError(UsageError):
    """Nothing was handed back that is not merged already."""

    code = "nothing-handed-back"


class ReturnForeignError(StoreBrokenError):
    """The store of an assignment and a return in the vault contradict each other, and nothing else is broken:
    the store was set back, or somebody wrote the return with a state that the store never had.
    """

    code = "return-foreign"


class NothingToSettleError(UsageError):
    """No return was found that is not as it was handed back."""

    code = "nothing-to-settle"


class ReturnSeenError(UsageError):
    """The return changed since it was looked at."""

    code = "return-changed"


class StoreEndDueError(StorageError):
    """An assignment is closed, but the medium kept its store: the next unlock ends it."""

    code = "store-end-due"
    exit_code = 33


class NotForTravelError(UsageError):
    """The work was given out for this computer: nothing in its store lets it leave, or come back."""

    code = "not-for-travel"


class PacketSentError(UsageError):
    """The work left in a packet, and goes on at the interpreter's laptop alone."""

    code = "packet-sent"


class DeclarationDueError(UsageError):
    """A packet opens when its interpreter has declared what is asked of them; one who declined reads
    nothing.
    """

    code = "declaration-due"


class DeclaredAlreadyError(UsageError):
    """The interpreter declared it: a declaration stays as it was given."""

    code = "declared-already"


class DeclarationMissingError(VerificationError):
    """Work came back in a packet, and no declaration that opens it comes before the work."""

    code = "declaration-missing"


class PacketForeignError(VerificationError):
    """This is no packet of this kind, or not one for an assignment that is away, or not from its
    interpreter.
    """

    code = "packet-foreign"


class PacketBrokenError(VerificationError):
    """A packet is not as it was signed. named: the findings that are broken, by their codes."""

    code = "packet-broken"

    def __init__(self, message: str, codes: str = "") -> None:
        super().__init__(message)
        self.named = {"codes": codes}


class PacketUntrustedError(VerificationError):
    """A packet is signed under another root certificate than the one that the office told. named: the one
    of the packet.
    """

    code = "packet-untrusted"
    exit_code = 42

    def __init__(self, message: str, root: str = "") -> None:
        super().__init__(message)
        self.named = {"root": root}


class VaultOlderError(VerificationError):
    """A packet left at a state of the event chain that this vault does not have, or left without its knowing:
    the vault was set back, or went on apart.
    """

    code = "vault-older"

    def __init__(self, message: str, code: str = "", entries: int = 0) -> None:
        super().__init__(message)
        self.named = {"code": code, "entries": str(entries)}


class PacketVersionError(UsageError):
    """A packet was made by another version of the program; a store is not brought up by its interpreter."""

    code = "packet-version"

    def __init__(self, message: str, theirs: int = 0, own: int = 0) -> None:
        super().__init__(message)
        self.named = {"theirs": str(theirs), "own": str(own)}


class PacketKnownError(UsageError):
    """This packet was taken back before; it brings nothing."""

    code = "packet-known"


class PacketOlderError(VerificationError):
    """A packet does not continue what came back before: it is older, or two copies of the store went on
    apart.
    """

    code = "packet-older"

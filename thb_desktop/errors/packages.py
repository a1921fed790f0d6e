"""Refusals of packages and messages: written in parts, imported, answered, received."""

from thb_desktop.errors.base import UsageError
from thb_desktop.errors.verification import VerificationError


class FingerprintDiffersError(VerificationError):
    """A certificate does not have the fingerprint that its holder told."""

    code = "fingerprint-differs"
    exit_code = 42


class PackageTooLargeError(UsageError):
    """A package would have more files than a reader takes."""

    code = "package-too-large"

    def __init__(self, message: str = "", files: int = 0) -> None:
        super().__init__(message)
        self.named = {"files": str(files)}


class BundleForeignError(UsageError):
    """A file is not a bundle that this vault made and recorded, byte for byte."""

    code = "bundle-foreign"


class OwnOfficeMissingError(UsageError):
    """No certificate of the own office is recorded: it could not open what it sends."""

    code = "own-office-missing"


class RecipientStateMissingError(UsageError):
    """Nobody said in which State a recipient is, and what it is."""

    code = "recipient-state-missing"

    def __init__(self, message: str = "", names: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(names)}")
        self.named = {"names": ", ".join(names)}


class RecipientElsewhereError(RecipientStateMissingError):
    """A bundle does not say that it was released for the State and kind of this recipient."""

    code = "recipient-elsewhere"


class PersonNotInBundleError(UsageError):
    """An identity annex tells of somebody whom its bundle does not name."""

    code = "person-not-in-bundle"

    def __init__(self, message: str = "", codes: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(codes)}")
        self.named = {"codes": ", ".join(codes)}


class PackageNotSoundError(VerificationError):
    """A package that came does not hold; nothing of it is imported."""

    code = "package-not-sound"


class PackageAnotherError(VerificationError):
    """A package that was brought again is not the one that was received."""

    code = "package-another"


class OfficeUnknownError(VerificationError):
    """What came is signed under a root that nobody compared with the office that told it."""

    code = "office-unknown"

    def __init__(self, message: str = "", root: str = "") -> None:
        super().__init__(message)
        self.named = {"root": root}


class AlreadyReceivedError(UsageError):
    """A package is in the vault already."""

    code = "already-received"


class RefusalMissingError(UsageError):
    """Files of a package did not come, and nobody said that these exhibits are refused."""

    code = "refusal-missing"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class MessageNotSoundError(VerificationError):
    """A file is no receipt or notice, or does not hold."""

    code = "message-not-sound"


class MessageOtherError(MessageNotSoundError):
    """A notice is entered as a receipt, or a receipt as a notice."""

    code = "message-other"


class ReceiptForeignError(VerificationError):
    """A receipt names a package that this vault did not make, or another content of it."""

    code = "receipt-foreign"


class ReceiptItemsError(VerificationError):
    """A receipt does not name exactly the exhibits of its package."""

    code = "receipt-items"


class PackageBegunError(UsageError):
    """A package that this user began waits at this place, and can be continued."""

    code = "package-begun"


class PackageNotBegunError(UsageError):
    """Nothing that this user can continue was begun at this place."""

    code = "package-not-begun"


class BegunDiffersError(VerificationError):
    """What would be written differs from what was begun, so that it cannot be continued."""

    code = "package-begun-differs"


class BundleNotStampedError(VerificationError):
    """A file that begins with a recorded bundle has no time stamp that holds behind it."""

    code = "bundle-not-stamped"


class ReceiptScanMissingError(VerificationError):
    """A receipt on paper is entered with an exhibit that has no file: the scan is not there."""

    code = "receipt-scan-missing"


class ReceiptHeadError(VerificationError):
    """A receipt names a state of the event chain that this vault does not have."""

    code = "receipt-head"


class ReceiptAheadError(VerificationError):
    """A receipt says that its package was received at a time that is still to come."""

    code = "receipt-ahead"


class ReceiptSeenError(UsageError):
    """A receipt was entered already, or an earlier one of the same office accepts as much."""

    code = "receipt-seen"


class NoticeForeignError(VerificationError):
    """A notice is about a package that this vault did not receive from the office that signed it, or about a
    bundle that came in a package of another one.
    """

    code = "notice-foreign"


class NoticeUnplacedError(UsageError):
    """No exhibit holds what a notice is about, and nobody said in which case it is entered."""

    code = "notice-unplaced"


class NameInNoticeError(UsageError):
    """A notice or a receipt would say what is sealed of a person of the case."""

    code = "name-in-notice"


class NoticeSeenError(UsageError):
    """A notice was entered already."""

    code = "notice-seen"

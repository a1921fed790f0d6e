"""Requests about exhibits, custody and money that cannot be carried out."""

from datetime import date

from thb_desktop.errors.base import UsageError
from thb_desktop.errors.usage import ValueRefusedError


class ExhibitLineError(UsageError):
    """The parent of an exhibit belongs to another case, or would change."""

    code = "exhibit-line"


class CovertCaptureError(ValueRefusedError):
    """A capture under a covert identity that was logged in names no order that allows it (V-E-10)."""

    code = "covert-without-order"


class FileWithdrawnError(UsageError):
    """A file that was withdrawn, as added by mistake, would be used, sent or withdrawn again."""

    code = "file-withdrawn"


class FileStandsError(UsageError):
    """A file that was not withdrawn would be reinstated."""

    code = "file-stands"


class FileUsedError(UsageError):
    """A file would be withdrawn on which something that counts rests: advertisements, an account, a copy.
    numbers: of what rests on it; of advertisements, that of their exhibit.
    """

    code = "file-used"

    def __init__(self, message: str, numbers: tuple[str, ...]) -> None:
        super().__init__(message)
        self.named = {"numbers": ", ".join(numbers)}


class LastFileReliedOnError(UsageError):
    """The only file of an exhibit would be withdrawn that an entry names as its scan or order. numbers: of
    the records, orders, exhibits and packages whose entries do.
    """

    code = "last-file-relied-on"

    def __init__(self, message: str, numbers: tuple[str, ...]) -> None:
        super().__init__(message)
        self.named = {"numbers": ", ".join(numbers)}


class FileGivenAlongError(UsageError):
    """A recording would be withdrawn that open work of interpreters may have. numbers: of its records."""

    code = "file-given-along"

    def __init__(self, message: str, numbers: tuple[str, ...]) -> None:
        super().__init__(message)
        self.named = {"numbers": ", ".join(numbers)}


class MadeByThisProgramError(UsageError):
    """A file of an exhibit that this program made would be judged as a signed file of others."""

    code = "made-by-this-program"


class CustodyAppendOnlyError(UsageError):
    """Attempt to change a custody event, a file of an exhibit or a bundle after it was recorded."""

    code = "custody-append-only"


class CustodyNumberError(UsageError):
    """A custody event does not have the next number, or a correction is about an event of another exhibit."""

    code = "custody-number"


class LateEntryError(UsageError):
    """An event is recorded more than a day after it happened, without a reason."""

    code = "late-entry"


class FutureEventError(UsageError):
    """The time of an event is later than the time at which it is recorded."""

    code = "future-event"


class TransferError(UsageError):
    """A transfer is received without being sent, or sent while another is still open (V-E-02)."""

    code = "transfer-not-paired"


class ConfirmationError(UsageError):
    """A confirmation is of no transfer that stands, was given already, or is to be corrected (V-E-14)."""

    code = "confirmation"


class OwnOtherSideError(UsageError):
    """A user confirms a transfer with their key as the one party, and is the other one (V-E-14)."""

    code = "own-other-side"


class TransferDigestError(ValueRefusedError):
    """The digest that was shown or printed is not that of the transfer as it stands."""

    code = "transfer-digest"


class DigestFormError(ValueRefusedError):
    """A SHA-256 value does not have 64 characters, 0 to 9 and a to f in small letters."""

    code = "digest-form"


class OtherDigestFormError(ValueRefusedError):
    """A value has the form of no MD5 (32 characters, 0 to 9 and a to f in small letters), SHA-1 (40), SHA-512
    (128) or SHA3-256 (64, behind sha3-256:).
    """

    code = "other-digest-form"


class SealError(UsageError):
    """The number of a seal is or was that of another exhibit (V-E-03), or is given to several at once."""

    code = "seal"


class SeveralError(ValueRefusedError):
    """An act for several exhibits is about one alone, or names none of them, or one of them twice."""

    code = "several-exhibits"


class DisposalBarredError(UsageError):
    """An exhibit is under legal hold, and is neither disposed of nor given back; or it is to be returned to
    another State, and is not disposed of (V-E-11).
    """

    code = "disposal-barred"


class KeptUntilError(UsageError):
    """An exhibit is kept until a day that is not past, and is not disposed of (V-E-11)."""

    code = "kept-until"

    def __init__(self, day: date) -> None:
        super().__init__("the exhibit is to be kept", "custody_event.action")
        self.named = {"day": day.isoformat()}


class CustodyRefusedError(UsageError):
    """A forensic image is incomplete: no bundle (V-E-06)."""

    code = "custody-refused"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class CodeNotReadError(UsageError):
    """A scanned text is no code of a label, or it was not read whole."""

    code = "code-not-read"


class CodeForeignError(UsageError):
    """A scanned code is of an exhibit of another case or of another vault."""

    code = "code-foreign"


class NumbersRangeError(UsageError):
    """The first and the last number that a team gets are no range of numbers, or of too many."""

    code = "numbers-range"


class NumbersTakenError(UsageError):
    """A number is to be issued or voided that another team or an exhibit has."""

    code = "numbers-taken"


class NumberNotIssuedError(UsageError):
    """A number is to be voided that the team did not get, or a scanned number stands for no exhibit yet."""

    code = "number-not-issued"


class ContentNotReadError(UsageError):
    """A result of a reading is to be recorded, and the stored files were not read to their end."""

    code = "content-not-read"


class RehashTimeMissingError(UsageError):
    """Files that are due are to be read again, and nobody said after which time they are."""

    code = "rehash-time-missing"


class FilesPresentError(UsageError):
    """Attempt to make an exhibit with files secret key material."""

    code = "files-present"


class DigestMissingError(UsageError):
    """A verification does not give the digest that it compared with."""

    code = "digest-missing"


class ExhibitDisposedError(UsageError):
    """Attempt to record an event of an exhibit that was disposed of; only a correction is possible."""

    code = "exhibit-disposed"


class ErasedError(UsageError):
    """The content of a file was erased by order, and can no longer be opened or checked."""

    code = "erased"


class AmountError(UsageError):
    """An amount is not a decimal number (V-F-04)."""

    code = "amount"


class AmountCurrencyError(AmountError):
    """An amount has no currency (V-F-04)."""

    code = "amount-currency"


class CurrencyUnknownError(AmountError):
    """A currency is no code of ISO 4217 and no crypto-asset that the program or the case knows (V-F-04)."""

    code = "currency-unknown"


class AmountRangeError(AmountError):
    """The upper end of an amount is below its lower end."""

    code = "amount-range"


class SensitivityNoneError(UsageError):
    """Of the content of an exhibit it is said that nothing is delicate, and also what is."""

    code = "sensitivity-none"

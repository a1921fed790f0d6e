"""Requests about exhibits, custody and money that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class ExhibitLineError(UsageError):
    """The parent of an exhibit is of another case, or its line would change."""

    code = "exhibit-line"


class CustodyAppendOnlyError(UsageError):
    """A custody event, a file of an exhibit or a bundle was to be changed after it was recorded."""

    code = "custody-append-only"


class CustodyNumberError(UsageError):
    """A custody event is out of its row, or a correction is about an event of another exhibit."""

    code = "custody-number"


class LateEntryError(UsageError):
    """An event is recorded more than a day after it happened, without a reason."""

    code = "late-entry"


class FutureEventError(UsageError):
    """An event is said to have happened after the time at which it is recorded."""

    code = "future-event"


class TransferError(UsageError):
    """A transfer is received that nobody sent, or sent while another is still open (V-E-02)."""

    code = "transfer-not-paired"


class SealError(UsageError):
    """A seal's number is missing, or stands on another exhibit (V-E-03)."""

    code = "seal"


class DigestMissingError(UsageError):
    """A verification does not name the digest it was made against."""

    code = "digest-missing"


class ExhibitDisposedError(UsageError):
    """An exhibit that is no more was to take a further custody event; only a correction is possible."""

    code = "exhibit-disposed"


class ErasedError(UsageError):
    """The content of a file was erased by order, and cannot be opened or checked any more."""

    code = "erased"


class AmountError(UsageError):
    """An amount is no decimal number, or its currency is missing (V-F-04)."""

    code = "amount"

"""Requests about money that cannot be carried out."""

from thb_desktop.errors.base import UsageError
from thb_desktop.errors.verification import VerificationError


class LegsAlikeError(UsageError):
    """A transfer joins a hand-over with itself."""

    code = "legs-alike"


class LegsSwappedError(UsageError):
    """A transfer names as paid in what was entered as paid out, or the other way."""

    code = "legs-swapped"

    def __init__(self, message: str = "", field: str = "", number: str = "") -> None:
        super().__init__(message, field)
        self.named = {"number": number}


class LegOfTransferError(UsageError):
    """The corrected kind of a hand-over is that of the other leg of a transfer that names it."""

    code = "leg-of-transfer"

    def __init__(self, message: str = "", field: str = "", number: str = "") -> None:
        super().__init__(message, field)
        self.named = {"number": number}


class FigureSourceError(UsageError):
    """A transaction names neither a statement nor an exhibit, and no source in words."""

    code = "figure-source"


class PayUnitError(UsageError):
    """Hours have a currency, or another figure of pay has none (V-F-04)."""

    code = "pay-unit"


class StatementTakenError(UsageError):
    """This statement was taken over from the same file before."""

    code = "statement-taken"


class StatementFormatError(VerificationError):
    """A file is no statement of account in the chosen format."""

    code = "statement-format"


class StatementMappingError(UsageError):
    """The columns of a table do not say day, amount and currency, or a chosen column is not in it."""

    code = "statement-mapping"


class StatementAccountError(UsageError):
    """A statement is of another account than the chosen one."""

    code = "statement-account"

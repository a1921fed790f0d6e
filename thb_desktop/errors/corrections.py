"""Requests to correct an entry, or to strike it out, that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class CorrectionStaysError(UsageError):
    """Attempt to change or remove a correction after it was entered."""

    code = "correction-stays"


class StruckOutError(UsageError):
    """Attempt to change an entry that was struck out, or to refer to it."""

    code = "struck-out"


class NothingCorrectedError(UsageError):
    """The requested correction changes nothing."""

    code = "nothing-corrected"


class FieldKeptError(UsageError):
    """Attempt to correct a field that cannot be corrected, or that another act changes."""

    code = "field-kept"


class IdentityReadableError(UsageError):
    """A sealed identity that can be read is corrected, and not entered again."""

    code = "identity-readable"

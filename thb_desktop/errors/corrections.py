"""Requests to correct an entry, or to strike it out, that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class CorrectionStaysError(UsageError):
    """A correction was to be changed or taken away after it was entered."""

    code = "correction-stays"


class StruckOutError(UsageError):
    """An entry that was struck out was to be changed, or named by something new."""

    code = "struck-out"


class NothingCorrectedError(UsageError):
    """A correction was asked for that changes nothing."""

    code = "nothing-corrected"


class FieldKeptError(UsageError):
    """A field was to be corrected that stays as it was entered, or that has an act of its own."""

    code = "field-kept"

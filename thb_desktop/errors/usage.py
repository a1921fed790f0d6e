"""Requests that cannot be carried out, whatever they are about."""

from thb_desktop.errors.base import UsageError


class ReasonMissingError(UsageError):
    """An act that must be reasoned was asked for without a reason."""

    code = "reason-missing"


class NotFoundError(UsageError):
    """There is nothing of that name or number here."""

    code = "not-found"


class NoKeyMaterialError(NotFoundError):
    """No secret key material of this exhibit was entered yet."""

    code = "no-key-material"


class AlreadyExistsError(UsageError):
    """Something of that name is there already and is left as it is."""

    code = "already-exists"


class UnencodableError(UsageError):
    """A value that canonical JSON cannot hold: a fraction, half a surrogate pair, too large, too deep."""

    code = "unencodable"


class ValueRefusedError(UsageError):
    """A value is missing or not in the form of its field."""

    code = "value-refused"


class FieldMissingError(ValueRefusedError):
    """A field is empty that an entry or an act cannot do without. `field` says which ("person.code")."""

    code = "field-missing"

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class ControlCharacterError(UsageError):
    """A text holds a control character, which no page can show."""

    code = "control-character"


class NothingDeletedError(UsageError):
    """Something was to be deleted from a file that keeps everything."""

    code = "nothing-deleted"


class ChainAppendOnlyError(UsageError):
    """An entry of the event chain was to be changed, moved or removed."""

    code = "chain-append-only"


class UnrecordedChangeError(UsageError):
    """A change was to be kept without the event that tells of it."""

    code = "unrecorded-change"


class SealedApartError(UsageError):
    """Secret key material was to be kept as an ordinary file."""

    code = "sealed-apart"


class DateRefusedError(UsageError):
    """What was typed is no date or time, or could be read as two. `problem` says which (`DateProblem`)."""

    code = "date-refused"

    def __init__(self, message: str, problem: str = "", values: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problem = problem
        self.values = values


class DateImpossibleError(UsageError):
    """A date cannot be: it lies before what it follows, or before 1900."""

    code = "date-impossible"

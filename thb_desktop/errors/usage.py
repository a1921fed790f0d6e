"""Requests that cannot be carried out, whatever they are about."""

from thb_desktop.errors.base import UsageError


class ReasonMissingError(UsageError):
    """The act needs a reason, and none was given."""

    code = "reason-missing"


class NotFoundError(UsageError):
    """Nothing with this name or number exists here."""

    code = "not-found"


class SearchEmptyError(UsageError):
    """What is searched for contains no letter or digit that can be found."""

    code = "search-empty"


class SearchLanguageError(UsageError):
    """A search is narrowed to a language that is named by other than its short code (BCP 47)."""

    code = "search-language"


class NoKeyMaterialError(NotFoundError):
    """No secret key material of this exhibit was entered yet."""

    code = "no-key-material"


class AlreadyExistsError(UsageError):
    """Something with this name already exists; it was not changed."""

    code = "already-exists"


class FileNameTakenError(AlreadyExistsError):
    """The exhibit already has a file with this name."""

    code = "file-name-taken"


class InformationEnteredError(AlreadyExistsError):
    """A record says already whether this information was given. `field`: where."""

    code = "information-entered"


class UnencodableError(UsageError):
    """Canonical JSON cannot represent a value: a fraction, half a surrogate pair, too large or too deep."""

    code = "unencodable"


class ValueRefusedError(UsageError):
    """A value is missing or not in the form of its field."""

    code = "value-refused"


class FieldMissingError(ValueRefusedError):
    """A required field is empty. `field` says which ("person.code")."""

    code = "field-missing"


class OneEntryOnlyError(ValueRefusedError):
    """A person present is chosen as an official and as an interpreter, or as another two."""

    code = "one-entry-only"


class FieldNotAskedError(ValueRefusedError):
    """A field has a value, but this kind of entry does not have this field."""

    code = "field-not-asked"


class CodeDerivedError(ValueRefusedError):
    """A code follows from other entries, and is entered nowhere. `field` says of which field."""

    code = "code-derived"


class ClassifiedMarkingError(ValueRefusedError):
    """A text has a marking of classified information: CONFIDENTIEL UE or above (V-P-07). `field`: where."""

    code = "classified-marking"


class ControlCharacterError(UsageError):
    """A text contains a control character, which no page can show."""

    code = "control-character"


class NothingDeletedError(UsageError):
    """Attempt to delete something from a case file."""

    code = "nothing-deleted"


class ChainAppendOnlyError(UsageError):
    """Attempt to change, move or remove an entry of the event chain."""

    code = "chain-append-only"


class UnrecordedChangeError(UsageError):
    """Attempt to save a change without an event that records it."""

    code = "unrecorded-change"


class ActExceededError(UsageError):
    """Attempt to record an act with rows that it may not add or change."""

    code = "act-exceeded"


class SealedApartError(UsageError):
    """Attempt to store secret key material as an ordinary file."""

    code = "sealed-apart"


class DateRefusedError(UsageError):
    """The text is not a date or time, or could be two. `problem` says which (`DateProblem`)."""

    code = "date-refused"

    def __init__(self, message: str, problem: str = "", values: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problem = problem
        self.values = values


class DateImpossibleError(UsageError):
    """A date is impossible: it is earlier than the date that it must follow, or before 1900."""

    code = "date-impossible"

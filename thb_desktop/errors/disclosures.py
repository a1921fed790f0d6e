"""Requests about versions for a recipient that cannot be carried out."""

from thb_desktop.errors.base import UsageError
from thb_desktop.errors.verification import VerificationError


class RedactionPlaceError(UsageError):
    """Words cannot be masked there: the field is none in which words can, or they are masked already."""

    code = "redaction-place"


class RedactionStaleError(UsageError):
    """A text in which words are masked is another one than when they were."""

    code = "redaction-stale"


class RedactionOverError(UsageError):
    """A redaction was withdrawn already."""

    code = "redaction-over"


class WordsLeftError(UsageError):
    """Masked words stand in the same turn, header or exhibit again, in another text of it."""

    code = "words-left"

    def __init__(self, message: str = "", places: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(places)}")
        self.places = places
        self.named = {"places": ", ".join(places)}


class WordsLeftInTextError(WordsLeftError):
    """Masked words stand in the text of a file again, perhaps joined, in a file name or written as codes."""

    code = "words-left-in-text"

    def __init__(self, message: str = "", number: str = "", lines: tuple[int, ...] = ()) -> None:
        super().__init__(message, (f"{number}: {', '.join(map(str, lines))}",))


class MaskedTransferError(UsageError):
    """Words of a transfer that a party confirmed are masked: the confirmation tells a digest of them."""

    code = "masked-transfer"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.numbers = numbers
        self.named = {"numbers": ", ".join(numbers)}


class MarkInTextError(UsageError):
    """A text of the version looks like the mark of a redaction."""

    code = "mark-in-text"


class DisclosureItemError(UsageError):
    """An item was chosen for a version that is outside its persons, period or territory."""

    code = "disclosure-item"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class BasisMissingError(UsageError):
    """A version rests on no request, and nothing says on what else."""

    code = "basis-missing"


class ToldWholeError(UsageError):
    """Masked words stand in an event of a record or exhibit that can only be told as a whole."""

    code = "told-whole"


class ExhibitMaskedError(UsageError):
    """Files of an exhibit cannot travel: something of it is masked in the bundle."""

    code = "exhibit-masked"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class ContentNotPrintedError(UsageError):
    """The content of a chosen exhibit cannot be printed: it must not leave, is erased, or is masked."""

    code = "content-not-printed"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class NothingMaskedError(UsageError):
    """A masked copy was asked for of a file in which nothing is masked."""

    code = "nothing-masked"


class PageMissingError(UsageError):
    """A file does not have the page that was named."""

    code = "page-missing"


class CopyStaleError(UsageError):
    """What is masked in a file changed after its copy was laid out."""

    code = "copy-stale"


class CopyUnsoundError(VerificationError):
    """A masked copy that was read again is not what it should be; it is not kept."""

    code = "copy-unsound"
    exit_code = 48


class CopyCompleteError(UsageError):
    """A file was added to a masked copy, which has one file and takes no other."""

    code = "copy-complete"

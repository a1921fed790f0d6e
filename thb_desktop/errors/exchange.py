"""Refusals of the exchange: a file of a translator that is not read, and a text that a format cannot hold.

No message repeats what the file says: a unit is named by the number of its turn, a place by its line.
"""

from collections.abc import Iterable

from thb_desktop.errors.base import UsageError
from thb_desktop.errors.verification import VerificationError


class ExchangeError(VerificationError):
    """A file that came back from a translator, or a transcript, is not read."""

    code = "exchange"
    exit_code = 49


class ExchangeOverLimitError(ExchangeError):
    """A file from outside is larger, deeper or longer than the program reads."""

    code = "exchange-over-limit"


class EncodingUnknownError(ExchangeError):
    """A text is neither UTF-8 nor UTF-16 with a byte order mark."""

    code = "encoding-unknown"


class XmlMalformedError(ExchangeError):
    """An XML file is not well formed."""

    code = "xml-malformed"

    def __init__(self, message: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.named = {"line": str(line)}


class XmlDocumentTypeError(ExchangeError):
    """An XML file declares a document type, which could define entities or load other files."""

    code = "xml-document-type"


class XmlEntityError(ExchangeError):
    """An XML file refers to an entity that is not one of the five of XML."""

    code = "xml-entity"


class ArchiveRefusedError(ExchangeError):
    """An office file is packed in a way that the program does not unpack."""

    code = "archive-refused"


class ActiveContentError(ExchangeError):
    """An office file contains macros, formulas, fields, embedded files or links that load something."""

    code = "office-active-content"


class OfOneRowError(ExchangeError):
    """One row of a table in an office file is refused. row: from 1, with that of the headings."""

    code = "office-row"

    def __init__(self, message: str = "", row: int = 0) -> None:
        super().__init__(message)
        self.named = {"row": str(row)}


class ActiveCellError(OfOneRowError):
    """A row of the table has a field, a picture, a note, a comment or another file."""

    code = "office-active-cell"


class TrackedChangesError(OfOneRowError):
    """A row of the table contains tracked changes that nobody accepted or rejected."""

    code = "office-tracked-changes"


class SeenOtherwiseError(OfOneRowError):
    """A row of the table has words that an office program shows in another way than the file has them."""

    code = "office-seen-otherwise"


class ExchangeFormatError(ExchangeError):
    """A file is not of the format that it should have."""

    code = "exchange-format"


class ExchangeEndingError(ExchangeFormatError):
    """The name of a file ends otherwise than those of the files that are read here. endings: those."""

    code = "exchange-ending"

    def __init__(self, message: str = "", endings: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.named = {"endings": ", ".join(endings)}


class MemoryNotImportedError(ExchangeFormatError):
    """A translation memory was chosen for a job: that of a case is made of what its linguists signed."""

    code = "exchange-memory"


class ExchangeVersionError(ExchangeError):
    """A file is of a version of its format that the program does not read."""

    code = "exchange-version"


class ExchangeLayoutError(ExchangeError):
    """A file has a part where its format, or the file that was sent out, has none."""

    code = "exchange-layout"

    def __init__(self, message: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.named = {"line": str(line)}


class ExchangeLanguagesError(ExchangeError):
    """A file that came back has other languages than the one that was sent out (V-T-05)."""

    code = "exchange-languages"


class OfOneUnitError(ExchangeError):
    """One unit of a file that came back is refused. unit: the number of its turn."""

    code = "exchange-unit"

    def __init__(self, message: str = "", unit: str = "") -> None:
        super().__init__(message)
        self.named = {"unit": unit}


class ExchangeJobError(ExchangeError):
    """A file was made for another job than the one to which it comes back (V-T-05). place: of the unit."""

    code = "exchange-other-job"

    def __init__(self, message: str = "", place: str = "") -> None:
        super().__init__(message)
        self.named = {"place": place}


class OfKnownJobError(ExchangeJobError):
    """A file was made for another job of the same case (V-T-05). job: its number."""

    code = "exchange-known-job"

    def __init__(self, message: str = "", job: str = "") -> None:
        super().__init__(message)
        self.named = {"job": job}


class UnitSourceChangedError(OfOneUnitError):
    """The source text of a unit was changed in the file (V-T-05)."""

    code = "exchange-source-changed"


class UnitSourceOutdatedError(OfOneUnitError):
    """The source text of a unit is another one by now than when the file was sent out (V-T-05)."""

    code = "exchange-source-outdated"


class UnitsMissingError(OfOneUnitError):
    """A unit of the job is not in the file: it did not come back, or was not there yet (V-T-05)."""

    code = "exchange-units-missing"


class UnitsUnknownError(OfOneUnitError):
    """A unit came back that the job does not have, or has no longer (V-T-05). unit: its place in the file."""

    code = "exchange-units-unknown"


class UnitsDoubledError(OfOneUnitError):
    """A unit came back twice (V-T-05)."""

    code = "exchange-units-doubled"


class WorkStateUnknownError(OfOneUnitError):
    """The state of a unit is unknown, or its parts contradict one another."""

    code = "exchange-state-unknown"


class TargetMissingError(OfOneUnitError):
    """The state of a unit says that it is translated, and there is no translation."""

    code = "exchange-target-missing"


class TextUnwritableError(UsageError):
    """A text has a character, or a length, that the chosen format cannot hold."""

    code = "exchange-unwritable"

    def __init__(self, message: str = "", unit: str = "") -> None:
        super().__init__(message)
        self.named = {"unit": unit}


class MixedLanguagesError(UsageError):
    """The units of one file have several source or target languages."""

    code = "exchange-mixed-languages"


class SealedNoteError(UsageError):
    """Attempt to send out a note that is sealed for the judge."""

    code = "exchange-sealed-note"


class NothingToSendError(UsageError):
    """Neither the job nor the memory nor the glossary of its case was chosen."""

    code = "exchange-nothing-chosen"


class FileSeenError(UsageError):
    """The job changed since the file that came back was looked at."""

    code = "exchange-seen"


class FileThereError(UsageError):
    """There is a file of this name already; nothing is written over it."""

    code = "exchange-file-there"


class FileElsewhereError(UsageError):
    """The number of a job would lead out of the chosen folder, or is no name of a file."""

    code = "exchange-file-elsewhere"


class TranscriptEmptyError(UsageError):
    """A transcript has no turn with words."""

    code = "transcript-empty"


class SpeakerUnmappedError(UsageError):
    """A mark of a speaker in a transcript has no person or no language yet, or there are too many marks."""

    code = "transcript-unmapped"

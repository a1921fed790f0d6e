"""Refusals of the inspection of files of others, in a process of its own."""

from thb_desktop.errors.storage import StorageError
from thb_desktop.errors.verification import VerificationError


class SandboxMissingError(StorageError):
    """This machine cannot keep the process that reads a file of others away from everything else."""

    code = "sandbox-missing"
    exit_code = 36


class InspectionEndedError(VerificationError):
    """A file of others could not be examined within the limits of time, memory and processor."""

    code = "inspection-ended"
    exit_code = 48


class DecoderMissingError(StorageError):
    """The libraries that decode recordings are not on this machine, or of a version that is not known."""

    code = "decoder-missing"
    exit_code = 37


class RecordingUnknownError(VerificationError):
    """No decoder knows the file as sound or as a film."""

    code = "recording-unknown"
    exit_code = 48


class DocumentUnreadableError(VerificationError):
    """A file is no PDF, DOCX, text, PNG or JPEG that the program can read."""

    code = "document-unreadable"
    exit_code = 48


class DocumentCutError(DocumentUnreadableError):
    """A PDF has no end: it is cut off, and no page of it can be found."""

    code = "document-cut"


class DocumentDamagedError(DocumentUnreadableError):
    """A document or a picture begins as one, and no page of it, or not this one, can be drawn."""

    code = "document-damaged"


class DocumentLockedError(DocumentUnreadableError):
    """A document opens with a password only."""

    code = "document-locked"


class DocumentFormError(DocumentUnreadableError):
    """A document or picture has a form that is known and not read, such as RTF or TIFF."""

    code = "document-form"


class DocumentIsRecordingError(DocumentUnreadableError):
    """A file that was chosen as a document is a recording."""

    code = "document-is-recording"


class DocumentIsTextError(DocumentUnreadableError):
    """A file of which pages were asked for is a text: words in it are masked, and no rectangles."""

    code = "document-is-text"


class MaterialNotShownError(DocumentUnreadableError):
    """Material of child sexual abuse, and what contains it, is not shown: size, digest and custody alone are
    (V-E-09).
    """

    code = "material-not-shown"


class DocumentTooLargeError(DocumentUnreadableError):
    """A document has more pages, lines or text than the program reads."""

    code = "document-too-large"


class PictureTooLargeError(DocumentTooLargeError):
    """A picture has more pixels than the program unpacks. It may be whole."""

    code = "picture-too-large"


class PartDamagedError(VerificationError):
    """A file, or a part of one, is not as its kind should be, so that only its bytes can be shown."""

    code = "part-damaged"
    exit_code = 48

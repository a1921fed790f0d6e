"""Data from outside does not hold."""

from thb_desktop.errors.base import ThbError


class VerificationError(ThbError):
    """Outside data does not hold."""

    code = "verification"
    exit_code = 40


class SignatureError(VerificationError):
    """A signature does not belong to these bytes and this key."""

    code = "signature-invalid"
    exit_code = 46


class CertificateError(VerificationError):
    """A certificate is not what it claims, or not of this vault."""

    code = "certificate-invalid"
    exit_code = 42


class FormatError(VerificationError):
    """Outside bytes are not in the form they claim."""

    code = "format"


class NotCanonicalError(FormatError):
    """The same value is written in one way only, and this is another."""

    code = "not-canonical"


class UnknownFieldError(FormatError):
    """A field that this format does not have."""

    code = "unknown-field"


class ProofError(VerificationError):
    """A proof does not lead to the root it names."""

    code = "proof"


class FileUnreadableError(VerificationError):
    """The file to be verified cannot be read, or is of no kind that can be verified."""

    code = "file-unreadable"
    exit_code = 43


class PdfUnreadableError(VerificationError):
    """A PDF file does not follow the rules of its format, or goes beyond the bounds of what is read."""

    code = "pdf-unreadable"
    exit_code = 44


class PdfBeyondBoundsError(PdfUnreadableError):
    """A PDF file is larger, deeper or packed otherwise than what is read: nothing can be said about it."""

    code = "pdf-beyond-bounds"


class SigningError(VerificationError):
    """A document cannot be signed as asked: no such empty field, or a certificate that does not fit."""

    code = "cannot-sign"
    exit_code = 45

"""Data from outside that is not valid."""

from thb_desktop.errors.base import ThbError


class VerificationError(ThbError):
    """Data from outside is not valid."""

    code = "verification"
    exit_code = 40


class SignatureError(VerificationError):
    """A signature does not belong to these bytes and this key."""

    code = "signature-invalid"
    exit_code = 46


class CertificateError(VerificationError):
    """A certificate is not what it claims to be, or does not belong to this vault."""

    code = "certificate-invalid"
    exit_code = 42


class FormatError(VerificationError):
    """Data from outside does not have the form that it claims."""

    code = "format"


class NotCanonicalError(FormatError):
    """A value is not written in its only allowed form."""

    code = "not-canonical"


class UnknownFieldError(FormatError):
    """The data contains a field that this format does not have."""

    code = "unknown-field"


class ProofError(VerificationError):
    """A proof does not lead to the root that it names."""

    code = "proof"


class FileUnreadableError(VerificationError):
    """The file cannot be read, or is not of a kind that can be verified."""

    code = "file-unreadable"
    exit_code = 43


class PdfUnreadableError(VerificationError):
    """A PDF file does not follow the rules of its format."""

    code = "pdf-unreadable"
    exit_code = 44


class PdfBeyondBoundsError(PdfUnreadableError):
    """A PDF file exceeds the limits of this check; nothing can be said about it."""

    code = "pdf-beyond-bounds"
    exit_code = 47


class SigningError(VerificationError):
    """The document cannot be signed: the empty field is missing, or the certificate does not fit."""

    code = "cannot-sign"
    exit_code = 45


class TimeStampError(SigningError):
    """A time stamp that was carried in cannot be used."""

    code = "time-stamp"


class TimeStampPlaceError(TimeStampError):
    """The document has no empty place for a further time stamp."""

    code = "time-stamp-no-place"


class TimeStampUnreadableError(TimeStampError):
    """The request, the answer or the validation data for a time stamp cannot be read, or is too long."""

    code = "time-stamp-unreadable"


class TimeStampOtherError(TimeStampError):
    """The request for a time stamp, or the answer to it, belongs to another file or another request."""

    code = "time-stamp-other"


class TimeStampRefusedError(TimeStampError):
    """The time-stamp authority did not grant the stamp."""

    code = "time-stamp-refused"

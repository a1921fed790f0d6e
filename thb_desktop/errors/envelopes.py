"""Refusals of the form of what travels: an envelope that cannot be opened or addressed, a container whose
members are not what it names.

No message repeats what an envelope says: a recipient is named by the fingerprint of a certificate.
"""

from thb_desktop.errors.base import UsageError
from thb_desktop.errors.verification import VerificationError


class EnvelopeError(VerificationError):
    """An envelope is not opened."""

    code = "envelope"


class EnvelopeMalformedError(EnvelopeError):
    """A file is not a CMS envelope, or it is cut."""

    code = "envelope-malformed"


class EnvelopeAlgorithmError(EnvelopeError):
    """A CMS envelope uses an algorithm that the program does not take."""

    code = "envelope-algorithm"

    def __init__(self, message: str = "", algorithm: str = "") -> None:
        super().__init__(f"the envelope has {message} that the program does not take")
        self.named = {"algorithm": algorithm}


class NotARecipientError(EnvelopeError):
    """None of the keys or passphrases at hand opens the envelope."""

    code = "not-a-recipient"


class EnvelopeDamagedError(EnvelopeError):
    """The content of an envelope was changed after it was closed; nothing of it is used."""

    code = "envelope-damaged"


class RecipientError(UsageError):
    """Nothing can be sealed for this certificate: its key or its stated use does not allow it."""

    code = "recipient-unfit"


class RecipientMissingError(UsageError):
    """An envelope needs at least one recipient."""

    code = "recipient-missing"


class MemberNameError(UsageError):
    """A name in a package could not be unpacked on every system, or stands there twice."""

    code = "member-name"

    def __init__(self, message: str = "", name: str = "") -> None:
        super().__init__(message)
        self.named = {"name": name}


class PackageFormError(VerificationError):
    """A package is not in the form that this program writes. key: of the sentence that says how."""

    code = "package-form"

    def __init__(self, message: str = "", key: str = "package-form.form") -> None:
        super().__init__(message)
        self.key = key


class MemberChangedError(VerificationError):
    """A file changed while it was packed."""

    code = "member-changed"

    def __init__(self, message: str = "", name: str = "") -> None:
        super().__init__(message)
        self.named = {"name": name}


class VolumeMissingError(EnvelopeError):
    """A volume of a closed folder is missing."""

    code = "volume-missing"

    def __init__(self, message: str = "", volume: str = "") -> None:
        super().__init__(message)
        self.named = {"volume": volume}

"""Refusals of what travels: an envelope that cannot be opened, and one that cannot be addressed.

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
        super().__init__(message)
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
    """A package is not in the form that this program writes."""

    code = "package-form"


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


class FingerprintDiffersError(VerificationError):
    """A certificate does not have the fingerprint that its holder told."""

    code = "fingerprint-differs"
    exit_code = 42


class PackageTooLargeError(UsageError):
    """A package would have more files than a reader takes."""

    code = "package-too-large"

    def __init__(self, message: str = "", files: int = 0) -> None:
        super().__init__(message)
        self.named = {"files": str(files)}


class BundleForeignError(UsageError):
    """A file is not a bundle that this vault made and recorded, byte for byte."""

    code = "bundle-foreign"


class OwnOfficeMissingError(UsageError):
    """No certificate of the own office is recorded: it could not open what it sends."""

    code = "own-office-missing"


class LeavingBarredError(UsageError):
    """An exhibit must not leave the office, or what it was derived from must not."""

    code = "leaving-barred"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class BarStaysError(UsageError):
    """A bar of this kind is never lifted, or was lifted already."""

    code = "bar-stays"


class ExhibitGoneError(UsageError):
    """An exhibit cannot be sent: it was struck out, disposed of, or its content was erased."""

    code = "exhibit-gone"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class IdentityInFileError(UsageError):
    """A file would tell a sealed identity."""

    code = "identity-in-file"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class IdentityInBundleError(UsageError):
    """A bundle would tell a sealed identity."""

    code = "identity-in-bundle"

    def __init__(self, message: str = "", places: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(places)}")
        self.named = {"places": ", ".join(places)}


class NotSearchedError(UsageError):
    """What leaves could not be searched for sealed identities, and nobody said why it leaves nevertheless."""

    code = "not-searched"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}

"""Refusals of what travels: an envelope that cannot be opened, and one that cannot be addressed.

No message repeats what an envelope says: a recipient is named by the fingerprint of a certificate.
"""

from collections.abc import Mapping

from thb_desktop.errors.base import UsageError
from thb_desktop.errors.verification import VerificationError
from thb_desktop.findings import Finding, Where


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


class PlaceInVaultError(UsageError):
    """A file would be taken out to a place inside the folder of the vault."""

    code = "place-in-vault"


class FileAbroadError(UsageError):
    """A single file would go to another State than that of the case; a package is made for that."""

    code = "file-abroad"

    def __init__(self, message: str = "", state: str = "") -> None:
        super().__init__(message)
        self.named = {"state": state}


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


class TransferRefusedError(UsageError):
    """A bundle may not leave as it is: its State, its instrument, its ground or a condition is against it.

    finding: which rule says so, and what would resolve it.
    """

    code = "transfer-refused"

    def __init__(self, finding: Finding, message: str = "") -> None:
        super().__init__(message, finding.field)
        self.finding = finding
        self.named = {"rule": message}


class InstrumentNotBoundError(UsageError):
    """An instrument of this kind does not bind a State that it names; others do (V-X-09)."""

    code = "instrument-not-bound"

    def __init__(
        self, message: str = "", states: tuple[str, ...] = (), instead: tuple[str, ...] = ()
    ) -> None:
        super().__init__(f"{message}: {', '.join(states)}", "instrument.type")
        self.named = {"states": ", ".join(states), "instead": "; ".join(instead)}


class OrderIncompleteError(UsageError):
    """An order is not marked as sent while sections of its official form lack something (V-X-05)."""

    code = "order-incomplete"

    def __init__(
        self,
        message: str = "",
        number: str = "",
        form: str = "",
        lacking: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.lacking = lacking or {}
        sections = ", ".join(self.lacking)
        first = next((each for names in self.lacking.values() for each in names), "status")
        super().__init__(f"{message}: {sections}", f"instrument.{first}")
        self.named = {"number": number, "form": form, "sections": sections}


class MinutesIncompleteError(UsageError):
    """A record does not go out as the minutes of a hearing under an EIO that lack an item (V-X-08)."""

    code = "minutes-incomplete"

    def __init__(self, message: str = "", number: str = "", instrument: str = "") -> None:
        super().__init__(message)
        self.named = {"number": number, "instrument": instrument}


class ConditionSubjectError(UsageError):
    """A condition of use names neither an instrument nor an exhibit."""

    code = "condition-subject-missing"


class PackRefusedError(UsageError):
    """A data pack is not in the form that the program reads, or does not say what it rests on."""

    code = "pack-refused"

    def __init__(self, message: str = "", part: str = "") -> None:
        super().__init__(f"{message}: {part}")
        self.named = {"part": part}


class PackageNotSoundError(VerificationError):
    """A package that came does not hold; nothing of it is imported."""

    code = "package-not-sound"


class OfficeUnknownError(VerificationError):
    """What came is signed under a root that nobody compared with the office that told it."""

    code = "office-unknown"

    def __init__(self, message: str = "", root: str = "") -> None:
        super().__init__(message)
        self.named = {"root": root}


class AlreadyReceivedError(UsageError):
    """A package is in the vault already."""

    code = "already-received"


class RefusalMissingError(UsageError):
    """Files of a package did not come, and nobody said that these exhibits are refused."""

    code = "refusal-missing"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class MessageNotSoundError(VerificationError):
    """A file is no receipt, or does not hold."""

    code = "message-not-sound"


class ReceiptForeignError(VerificationError):
    """A receipt names a package that this vault did not make, or another content of it."""

    code = "receipt-foreign"


class ReceiptItemsError(VerificationError):
    """A receipt does not name exactly the exhibits of its package."""

    code = "receipt-items"


class PackageBegunError(UsageError):
    """A package that this user began waits at this place, and can be continued."""

    code = "package-begun"


class PackageNotBegunError(UsageError):
    """Nothing that this user can continue was begun at this place."""

    code = "package-not-begun"


class BegunDiffersError(VerificationError):
    """What would be written differs from what was begun, so that it cannot be continued."""

    code = "package-begun-differs"


class BundleNotStampedError(VerificationError):
    """A file that begins with a recorded bundle has no time stamp that holds behind it."""

    code = "bundle-not-stamped"


class ReceiptScanMissingError(VerificationError):
    """A receipt on paper is entered with an exhibit that has no file: the scan is not there."""

    code = "receipt-scan-missing"


class ReceiptHeadError(VerificationError):
    """A receipt names a state of the event chain that this vault does not have."""

    code = "receipt-head"


class ReceiptSeenError(UsageError):
    """A receipt, or one of the same office for the same package, was entered already."""

    code = "receipt-seen"


class NameInSheetError(UsageError):
    """A sheet without names would show the name of a person of the case, or nobody can compare it."""

    code = "name-in-sheet"


class IdentityInBundleError(UsageError):
    """A bundle would tell a sealed identity."""

    code = "identity-in-bundle"

    def __init__(self, message: str = "", places: tuple[tuple[Where | str, str], ...] = ()) -> None:
        """places: the first parts of the bundle that tell it, each with a pseudonym."""
        super().__init__(message)
        self.places = places


class NotSearchedError(UsageError):
    """What leaves could not be searched for sealed identities, and nobody said why it leaves nevertheless."""

    code = "not-searched"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class NoticeForeignError(VerificationError):
    """A notice is about a package that this vault did not receive from the office that signed it."""

    code = "notice-foreign"


class NoticeSeenError(UsageError):
    """A notice was entered already."""

    code = "notice-seen"

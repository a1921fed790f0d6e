"""Refusals of what must not leave: the order, its conditions, exhibits that stay, names that would go out."""

from collections.abc import Mapping

from thb_desktop.errors.base import UsageError
from thb_desktop.findings import Finding, Where


class LeavingBarredError(UsageError):
    """Something must not leave the office, or what it was derived or taken from must not."""

    code = "leaving-barred"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}


class FileBarredError(LeavingBarredError):
    """A file must not be taken out: its exhibit is barred, or what it was derived from."""

    code = "file-barred"


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


class LeavingUnansweredError(UsageError):
    """A rule warns of a bundle, and nobody said why it leaves all the same.

    finding: the first warning; its key is what an answer names.
    """

    code = "leaving-unanswered"

    def __init__(self, finding: Finding, message: str = "") -> None:
        super().__init__(f"a rule warns and no reason is given ({finding.key}): {message}", finding.field)
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


class FurtherStatesError(UsageError):
    """Only an agreement has further States as parties; anything else goes from one to another (V-X-01)."""

    code = "further-states-of-no-agreement"

    def __init__(self, message: str = "", states: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(states)}", "instrument.further_states")
        self.named = {"states": ", ".join(states)}


class InstrumentCircleError(UsageError):
    """An instrument does not belong to itself, or to one that belongs to it (V-X-12)."""

    code = "instruments-in-a-circle"

    def __init__(self, message: str = "", number: str = "", through: str = "") -> None:
        super().__init__(f"{message}: {number}", "instrument.related_id")
        self.named = {"number": number, "through": through}


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


class NameInSheetError(UsageError):
    """A sheet without names would show the name of a person of the case."""

    code = "name-in-sheet"

    def __init__(self, message: str = "", where: str = "") -> None:
        """where: by which words of the sheet a reader finds the text that has the name."""
        super().__init__(f"{message}: {where}" if where else message)
        self.named = {"where": where}


class NamesNotComparedError(UsageError):
    """Whether a sheet without names shows one cannot be compared by this user."""

    code = "names-not-compared"


class IdentityInBundleError(UsageError):
    """A bundle would tell a sealed identity."""

    code = "identity-in-bundle"

    def __init__(self, message: str = "", places: tuple[tuple[Where | str, str], ...] = ()) -> None:
        """places: the first parts of the bundle that tell it, each with a pseudonym."""
        super().__init__(message)
        self.places = places


class BundleBeyondCheckError(UsageError):
    """A bundle has so much in it that no recipient's check would judge it."""

    code = "bundle-beyond-check"


class NotSearchedError(UsageError):
    """What leaves could not be searched for sealed identities, and nobody said why it leaves nevertheless."""

    code = "not-searched"

    def __init__(self, message: str = "", numbers: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(numbers)}")
        self.named = {"numbers": ", ".join(numbers)}

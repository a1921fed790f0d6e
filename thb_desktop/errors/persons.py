"""Requests about persons, claims about them, and their records that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class MergeOrderError(UsageError):
    """Two records of persons cannot be merged, or a merge cannot be split, as they stand now."""

    code = "merge-order"


class ClaimProtectedError(UsageError):
    """Attempt to use a claim in documents about a person whose identity is not entered as unprotected."""

    code = "claim-protected"


class AgeUndecidedError(UsageError):
    """A bundle would tell an age that only another record of the person decides, which it may not name.

    persons: their pseudonyms.
    """

    code = "age-undecided"

    def __init__(self, message: str, persons: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}: {', '.join(persons)}")
        self.named = {"persons": ", ".join(persons)}


class PlaceOfStayError(UsageError):
    """A stay names an object that is no address or vehicle, or what a stay names would be none any more."""

    code = "place-of-stay"

    def __init__(self, message: str = "", field: str = "", number: str = "") -> None:
        super().__init__(message, field)
        self.named = {"number": number}

"""Codes of a sample case: by the words of its data, or by their own names in any case."""

from collections.abc import Mapping
from enum import StrEnum

from thb_desktop.domain.vocabulary import CautionCode, VictimInformationItem
from thb_desktop.errors import FormatError

_OTHERWISE: Mapping[type[StrEnum], Mapping[str, StrEnum]] = {
    CautionCode: {
        "COMPENSATION_INFO": CautionCode.COMPENSATION_INFORMATION,
        "INTERNATIONAL_PROTECTION_INFO": CautionCode.INTERNATIONAL_PROTECTION_INFORMATION,
        "NON_PUNISHMENT_INFO": CautionCode.NON_PUNISHMENT_INFORMATION,
        "PROTECTION_MEASURES_INFO": CautionCode.PROTECTION_MEASURES_INFORMATION,
        "THB_REFLECTION_PERIOD": CautionCode.REFLECTION_PERIOD,
        "VRD_ART4_INFO": CautionCode.VICTIM_RIGHTS_INFORMATION,
    },
    VictimInformationItem: {each.value.removeprefix("VRD4_"): each for each in VictimInformationItem},
}
"""Codes that the documents of the field write otherwise."""


def code_of[T: StrEnum](codes: type[T], text: str, named: Mapping[str, T]) -> T:
    """Return the code that a text of the data means. named: words of the data that are no codes.

    Raises FormatError, which says the text, for one that this version does not know.
    """
    written = text.strip().upper().replace(" ", "_").replace("-", "_")
    found = named.get(text) or next((each for each in codes if each.value == written), None)
    otherwise = _OTHERWISE.get(codes, {}).get(written)
    if found is None and isinstance(otherwise, codes):
        return otherwise
    if found is None:
        raise FormatError(f"a sample case says {text!r}, which is no {_words(codes)} that this version knows")
    return found


def is_code(codes: type[StrEnum], text: str, named: Mapping[str, StrEnum]) -> bool:
    """Whether a text of the data means a code of this list."""
    return text in named or text.upper() in {each.value for each in codes}


def _words(codes: type[StrEnum]) -> str:
    return "".join(f" {each.lower()}" if each.isupper() else each for each in codes.__name__).strip()


def named[T](held: Mapping[str, T], code: str, what: str) -> T:
    """Return what the data call by this code. Raises FormatError, which says the code, if there is none."""
    if code not in held:
        raise FormatError(f"a sample case names the {what} {code!r}, which it does not have")
    return held[code]

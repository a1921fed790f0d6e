"""States by two letters (ISO 3166-1 alpha-2), with XK for Kosovo."""

from thb_desktop.domain.calling_codes import CALLING_CODES

_WITHOUT_TELEPHONES = ("AQ", "BV", "GS", "HM", "PN", "TF", "UM")
"""Those that have no calling code of their own."""

STATES: frozenset[str] = frozenset((*CALLING_CODES, *_WITHOUT_TELEPHONES))

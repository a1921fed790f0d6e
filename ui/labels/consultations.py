"""Words for what is looked at, and why."""

from enum import StrEnum

from thb_desktop.domain.consultation import Consulted, Justification
from ui.text import QT_TRANSLATE_NOOP

WORDS: dict[type[StrEnum], dict[str, str]] = {
    Consulted: {
        Consulted.CASE: QT_TRANSLATE_NOOP("codes", "Case"),
        Consulted.PERSON: QT_TRANSLATE_NOOP("codes", "Person"),
        Consulted.TESTIMONY: QT_TRANSLATE_NOOP("codes", "Testimony"),
        Consulted.EXHIBIT: QT_TRANSLATE_NOOP("codes", "Exhibit"),
        Consulted.FILE: QT_TRANSLATE_NOOP("codes", "File of an exhibit"),
        Consulted.CUSTODY: QT_TRANSLATE_NOOP("codes", "Custody record"),
        Consulted.FINANCE: QT_TRANSLATE_NOOP("codes", "Accounts"),
        Consulted.IDENTITY: QT_TRANSLATE_NOOP("codes", "Protected identity"),
        Consulted.ASSESSMENT: QT_TRANSLATE_NOOP("codes", "Individual assessment"),
        Consulted.KEY_MATERIAL: QT_TRANSLATE_NOOP("codes", "Secret key material"),
        Consulted.BUNDLE_DRAFT: QT_TRANSLATE_NOOP("codes", "Bundle, prepared"),
        Consulted.BUNDLE_RELEASED: QT_TRANSLATE_NOOP("codes", "Bundle, given out"),
        Consulted.EXTRACT: QT_TRANSLATE_NOOP("codes", "Custody extract"),
        Consulted.CONSULTATIONS: QT_TRANSLATE_NOOP("codes", "This list"),
    },
    Justification: {
        Justification.CASE_WORK: QT_TRANSLATE_NOOP("codes", "Work on the case"),
        Justification.TRANSLATION: QT_TRANSLATE_NOOP("codes", "Translation work"),
        Justification.DISCLOSURE_PREP: QT_TRANSLATE_NOOP("codes", "Preparing a disclosure"),
        Justification.EXPORT: QT_TRANSLATE_NOOP("codes", "Giving a bundle out"),
        Justification.QUALITY_CHECK: QT_TRANSLATE_NOOP("codes", "Check of quality"),
        Justification.DATA_SUBJECT_REQUEST: QT_TRANSLATE_NOOP("codes", "Request of the person concerned"),
        Justification.SUPERVISION: QT_TRANSLATE_NOOP("codes", "Supervision"),
        Justification.SECURITY: QT_TRANSLATE_NOOP("codes", "Security"),
        Justification.TECHNICAL: QT_TRANSLATE_NOOP("codes", "Technical reason"),
    },
}


def known[C: StrEnum](codes: type[C], code: str) -> C | str:
    """The code if this version knows it, else as it was written."""
    try:
        return codes(code)
    except ValueError:
        return code

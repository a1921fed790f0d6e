"""Words for the individual assessment of a victim."""

from enum import StrEnum

from thb_desktop.domain import assessment as a
from ui.text import QT_TRANSLATE_NOOP

WORDS: dict[type[StrEnum], dict[str, str]] = {
    a.AssessmentMethod: {
        a.AssessmentMethod.BASIC: QT_TRANSLATE_NOOP("codes", "Basic"),
        a.AssessmentMethod.EXTENDED: QT_TRANSLATE_NOOP("codes", "Extended"),
        a.AssessmentMethod.SPECIALIST: QT_TRANSLATE_NOOP("codes", "By a specialist"),
    },
    a.Characteristic: {
        a.Characteristic.CHILD: QT_TRANSLATE_NOOP("codes", "Child"),
        a.Characteristic.PREGNANT: QT_TRANSLATE_NOOP("codes", "Pregnant"),
        a.Characteristic.DISABILITY: QT_TRANSLATE_NOOP("codes", "Disability"),
        a.Characteristic.HEALTH: QT_TRANSLATE_NOOP("codes", "Health"),
        a.Characteristic.GENDER_IDENTITY: QT_TRANSLATE_NOOP("codes", "Gender identity"),
        a.Characteristic.ETHNICITY: QT_TRANSLATE_NOOP("codes", "Ethnic origin"),
        a.Characteristic.RELIGION: QT_TRANSLATE_NOOP("codes", "Religion"),
        a.Characteristic.LANGUAGE: QT_TRANSLATE_NOOP("codes", "Language"),
        a.Characteristic.RESIDENCE_STATUS: QT_TRANSLATE_NOOP("codes", "Residence status"),
        a.Characteristic.DEPENDENCE_ON_OFFENDER: QT_TRANSLATE_NOOP("codes", "Dependence on the offender"),
        a.Characteristic.PRIOR_VICTIMISATION: QT_TRANSLATE_NOOP("codes", "Victim before"),
        a.Characteristic.ILLITERACY: QT_TRANSLATE_NOOP("codes", "Cannot read or write"),
    },
    a.CrimeFactor: {
        a.CrimeFactor.THB: QT_TRANSLATE_NOOP("codes", "Trafficking in human beings"),
        a.CrimeFactor.ORGANISED: QT_TRANSLATE_NOOP("codes", "Organised crime"),
        a.CrimeFactor.SEXUAL: QT_TRANSLATE_NOOP("codes", "Sexual violence or exploitation"),
        a.CrimeFactor.GENDER_BASED: QT_TRANSLATE_NOOP("codes", "Gender-based violence"),
        a.CrimeFactor.CLOSE_RELATIONSHIP: QT_TRANSLATE_NOOP("codes", "In a close relationship"),
        a.CrimeFactor.HATE: QT_TRANSLATE_NOOP("codes", "Hate crime"),
        a.CrimeFactor.TERRORISM: QT_TRANSLATE_NOOP("codes", "Terrorism"),
    },
    a.RiskKind: {
        a.RiskKind.SECONDARY_VICTIMISATION: QT_TRANSLATE_NOOP("codes", "Secondary victimisation"),
        a.RiskKind.REPEAT: QT_TRANSLATE_NOOP("codes", "Repeat victimisation"),
        a.RiskKind.INTIMIDATION: QT_TRANSLATE_NOOP("codes", "Intimidation"),
        a.RiskKind.RETALIATION: QT_TRANSLATE_NOOP("codes", "Retaliation"),
    },
    a.RiskLevel: {
        a.RiskLevel.LOW: QT_TRANSLATE_NOOP("codes", "Low"),
        a.RiskLevel.MEDIUM: QT_TRANSLATE_NOOP("codes", "Medium"),
        a.RiskLevel.HIGH: QT_TRANSLATE_NOOP("codes", "High"),
        a.RiskLevel.UNKNOWN: QT_TRANSLATE_NOOP("codes", "Not known yet"),
    },
}

"""Words for the codes of people and authorities."""

from enum import StrEnum

from thb_desktop.domain import vocabulary as v
from ui.text import QT_TRANSLATE_NOOP

WORDS: dict[type[StrEnum], dict[str, str]] = {
    v.UserRole: {
        v.UserRole.INVESTIGATING_JUDGE: QT_TRANSLATE_NOOP("codes", "Investigating judge"),
        v.UserRole.PROSECUTOR: QT_TRANSLATE_NOOP("codes", "Prosecutor"),
        v.UserRole.CLERK: QT_TRANSLATE_NOOP("codes", "Clerk"),
        v.UserRole.INTERPRETER: QT_TRANSLATE_NOOP("codes", "Interpreter"),
        v.UserRole.EVIDENCE_CUSTODIAN: QT_TRANSLATE_NOOP("codes", "Evidence custodian"),
        v.UserRole.ANALYST: QT_TRANSLATE_NOOP("codes", "Analyst"),
        v.UserRole.ADMINISTRATOR: QT_TRANSLATE_NOOP("codes", "Administrator"),
        v.UserRole.AUDITOR: QT_TRANSLATE_NOOP("codes", "Auditor"),
    },
    v.Compartment: {
        v.Compartment.IDENTITIES: QT_TRANSLATE_NOOP("codes", "Protected identities"),
        v.Compartment.ASSESSMENTS: QT_TRANSLATE_NOOP("codes", "Individual assessments"),
        v.Compartment.KEY_MATERIAL: QT_TRANSLATE_NOOP("codes", "Key material"),
        v.Compartment.ROOT_KEY: QT_TRANSLATE_NOOP("codes", "Root of the vault"),
    },
    v.IdentityKind: {
        v.IdentityKind.KEY_FILE: QT_TRANSLATE_NOOP("codes", "Key file"),
        v.IdentityKind.CARD: QT_TRANSLATE_NOOP("codes", "Card"),
    },
    v.OfficialRole: {
        v.OfficialRole.INVESTIGATING_JUDGE: QT_TRANSLATE_NOOP("codes", "Investigating judge"),
        v.OfficialRole.PROSECUTOR: QT_TRANSLATE_NOOP("codes", "Prosecutor"),
        v.OfficialRole.POLICE_INTERVIEWER: QT_TRANSLATE_NOOP("codes", "Police interviewer"),
        v.OfficialRole.INSPECTOR: QT_TRANSLATE_NOOP("codes", "Inspector"),
        v.OfficialRole.CLERK: QT_TRANSLATE_NOOP("codes", "Clerk"),
        v.OfficialRole.EXPERT: QT_TRANSLATE_NOOP("codes", "Expert"),
        v.OfficialRole.OTHER: QT_TRANSLATE_NOOP("codes", "Other"),
    },
    v.ProceduralRole: {
        v.ProceduralRole.VICTIM: QT_TRANSLATE_NOOP("codes", "Victim"),
        v.ProceduralRole.PRESUMED_VICTIM: QT_TRANSLATE_NOOP("codes", "Presumed victim"),
        v.ProceduralRole.WITNESS: QT_TRANSLATE_NOOP("codes", "Witness"),
        v.ProceduralRole.VICTIM_WITNESS: QT_TRANSLATE_NOOP("codes", "Victim witness"),
        v.ProceduralRole.SUSPECT: QT_TRANSLATE_NOOP("codes", "Suspect"),
        v.ProceduralRole.ACCUSED: QT_TRANSLATE_NOOP("codes", "Accused"),
        v.ProceduralRole.EXPERT: QT_TRANSLATE_NOOP("codes", "Expert"),
        v.ProceduralRole.INFORMED_PERSON: QT_TRANSLATE_NOOP("codes", "Informed person"),
        v.ProceduralRole.OTHER: QT_TRANSLATE_NOOP("codes", "Other"),
    },
    v.LedCategory: {
        v.LedCategory.SUSPECT: QT_TRANSLATE_NOOP("codes", "Suspect"),
        v.LedCategory.CONVICTED: QT_TRANSLATE_NOOP("codes", "Convicted person"),
        v.LedCategory.VICTIM: QT_TRANSLATE_NOOP("codes", "Victim"),
        v.LedCategory.OTHER_WITNESS: QT_TRANSLATE_NOOP("codes", "Witness"),
        v.LedCategory.OTHER_INFORMANT: QT_TRANSLATE_NOOP("codes", "Person who can give information"),
        v.LedCategory.OTHER_CONTACT: QT_TRANSLATE_NOOP("codes", "Contact of a suspect or convicted person"),
        v.LedCategory.OTHER_ASSOCIATE: QT_TRANSLATE_NOOP(
            "codes", "Associate of a suspect or convicted person"
        ),
    },
    v.InterpreterKind: {
        v.InterpreterKind.INTERPRETER: QT_TRANSLATE_NOOP("codes", "Interpreter"),
        v.InterpreterKind.TRANSLATOR: QT_TRANSLATE_NOOP("codes", "Translator"),
        v.InterpreterKind.BOTH: QT_TRANSLATE_NOOP("codes", "Interpreter and translator"),
    },
    v.Sex: {
        v.Sex.NOT_KNOWN: QT_TRANSLATE_NOOP("codes", "Not known"),
        v.Sex.MALE: QT_TRANSLATE_NOOP("codes", "Male"),
        v.Sex.FEMALE: QT_TRANSLATE_NOOP("codes", "Female"),
        v.Sex.NOT_APPLICABLE: QT_TRANSLATE_NOOP("codes", "Not applicable"),
    },
    v.AgeStatus: {
        v.AgeStatus.ADULT_CONFIRMED: QT_TRANSLATE_NOOP("codes", "Adult (confirmed)"),
        v.AgeStatus.CHILD_CONFIRMED: QT_TRANSLATE_NOOP("codes", "Child (confirmed)"),
        v.AgeStatus.AGE_DISPUTED_PRESUMED_CHILD: QT_TRANSLATE_NOOP("codes", "Age disputed, presumed a child"),
        v.AgeStatus.UNKNOWN: QT_TRANSLATE_NOOP("codes", "Unknown"),
    },
    v.IdentityProtection: {
        v.IdentityProtection.NONE: QT_TRANSLATE_NOOP("codes", "None"),
        v.IdentityProtection.PSEUDONYM: QT_TRANSLATE_NOOP("codes", "Pseudonym"),
        v.IdentityProtection.ADDRESS_WITHHELD: QT_TRANSLATE_NOOP("codes", "Address withheld"),
        v.IdentityProtection.ANONYMOUS_WITNESS_ORDER: QT_TRANSLATE_NOOP(
            "codes", "Anonymous witness, by order"
        ),
        v.IdentityProtection.PROTECTION_PROGRAMME: QT_TRANSLATE_NOOP("codes", "Protection programme"),
    },
    v.AuthorityKind: {
        v.AuthorityKind.COURT_OR_JUDGE: QT_TRANSLATE_NOOP("codes", "Court or judge"),
        v.AuthorityKind.INVESTIGATING_JUDGE: QT_TRANSLATE_NOOP("codes", "Investigating judge"),
        v.AuthorityKind.PUBLIC_PROSECUTOR: QT_TRANSLATE_NOOP("codes", "Public prosecutor's office"),
        v.AuthorityKind.POLICE: QT_TRANSLATE_NOOP("codes", "Police"),
        v.AuthorityKind.INSPECTORATE: QT_TRANSLATE_NOOP("codes", "Labour inspectorate"),
        v.AuthorityKind.CENTRAL_AUTHORITY: QT_TRANSLATE_NOOP("codes", "Central authority"),
        v.AuthorityKind.OTHER: QT_TRANSLATE_NOOP("codes", "Other"),
    },
    v.AuthorityPart: {
        v.AuthorityPart.LEAD: QT_TRANSLATE_NOOP("codes", "Leading"),
        v.AuthorityPart.PARTNER: QT_TRANSLATE_NOOP("codes", "Partner"),
    },
    v.InterpreterStatus: {
        v.InterpreterStatus.SWORN: QT_TRANSLATE_NOOP("codes", "Sworn"),
        v.InterpreterStatus.REGISTERED: QT_TRANSLATE_NOOP("codes", "Registered"),
        v.InterpreterStatus.AD_HOC_SWORN_FOR_THIS_ACT: QT_TRANSLATE_NOOP("codes", "Sworn for this act"),
        v.InterpreterStatus.QUALIFIED_UNREGISTERED: QT_TRANSLATE_NOOP("codes", "Qualified, not registered"),
        v.InterpreterStatus.UNQUALIFIED_EMERGENCY: QT_TRANSLATE_NOOP("codes", "Unqualified, in an emergency"),
        v.InterpreterStatus.STAFF_MEMBER: QT_TRANSLATE_NOOP("codes", "Staff member"),
        v.InterpreterStatus.BILINGUAL_OFFICIAL: QT_TRANSLATE_NOOP("codes", "Bilingual official"),
    },
}

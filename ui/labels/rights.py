"""Words for the rights that hang on a role."""

from enum import StrEnum

from thb_desktop.domain.rights import Right
from ui.text import QT_TRANSLATE_NOOP

WORDS: dict[type[StrEnum], dict[str, str]] = {
    Right: {
        Right.SEE_OFFICE: QT_TRANSLATE_NOOP("codes", "See who works in this vault"),
        Right.OWN_KEYS: QT_TRANSLATE_NOOP("codes", "Change one's own passphrase"),
        Right.SEE_CASES: QT_TRANSLATE_NOOP("codes", "See the list of cases"),
        Right.READ_CASE: QT_TRANSLATE_NOOP("codes", "Read a case: pseudonyms, authorities, requests"),
        Right.READ_TESTIMONY: QT_TRANSLATE_NOOP("codes", "Read testimony"),
        Right.READ_EXHIBITS: QT_TRANSLATE_NOOP("codes", "See the list of exhibits"),
        Right.OPEN_FILES: QT_TRANSLATE_NOOP("codes", "Open the files of exhibits"),
        Right.READ_CUSTODY: QT_TRANSLATE_NOOP("codes", "Read the custody record"),
        Right.READ_FINANCE: QT_TRANSLATE_NOOP("codes", "Read accounts and transactions"),
        Right.READ_IDENTITIES: QT_TRANSLATE_NOOP("codes", "Open protected identities"),
        Right.READ_ASSESSMENTS: QT_TRANSLATE_NOOP("codes", "Open individual assessments"),
        Right.READ_KEY_MATERIAL: QT_TRANSLATE_NOOP("codes", "Open secret key material"),
        Right.EDIT_CASE: QT_TRANSLATE_NOOP("codes", "Open cases and enter what belongs to them"),
        Right.EDIT_TESTIMONY: QT_TRANSLATE_NOOP("codes", "Enter testimony and its translation"),
        Right.EDIT_FINANCE: QT_TRANSLATE_NOOP("codes", "Enter accounts and transactions"),
        Right.SIGN_RECORDS: QT_TRANSLATE_NOOP("codes", "Sign interview records"),
        Right.REGISTER_EXHIBITS: QT_TRANSLATE_NOOP("codes", "Register exhibits and take in their files"),
        Right.RECORD_CUSTODY: QT_TRANSLATE_NOOP("codes", "Record custody events"),
        Right.RELEASE_EXHIBITS: QT_TRANSLATE_NOOP("codes", "Disclose, lend or return exhibits"),
        Right.DESTROY_EXHIBITS: QT_TRANSLATE_NOOP("codes", "Destroy or erase exhibits"),
        Right.PREPARE_BUNDLES: QT_TRANSLATE_NOOP("codes", "Prepare bundles"),
        Right.RELEASE_BUNDLES: QT_TRANSLATE_NOOP("codes", "Sign and release bundles"),
        Right.MANAGE_USERS: QT_TRANSLATE_NOOP("codes", "Add and retire users"),
        Right.MANAGE_RECOVERY: QT_TRANSLATE_NOOP("codes", "Make recovery shares, renew the master key"),
        Right.HAND_OVER: QT_TRANSLATE_NOOP("codes", "Hand the office over to a successor"),
        Right.CHECK_HEALTH: QT_TRANSLATE_NOOP("codes", "Check the vault"),
        Right.BACK_UP: QT_TRANSLATE_NOOP("codes", "Make backups"),
        Right.RESTORE: QT_TRANSLATE_NOOP("codes", "Say that a backup was restored"),
        Right.READ_CONSULTATIONS: QT_TRANSLATE_NOOP("codes", "Read who looked at what"),
        Right.SECOND: QT_TRANSLATE_NOOP("codes", "Stand by as the second person"),
    },
}

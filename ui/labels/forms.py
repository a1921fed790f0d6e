"""What a form is called where it is said that something typed in it waits."""

from ui.text import QT_TRANSLATE_NOOP, translate

_OTHER = QT_TRANSLATE_NOOP("forms", "another form")
NAMES = {
    "new-case": QT_TRANSLATE_NOOP("forms", "a new case"),
    "purpose": QT_TRANSLATE_NOOP("forms", "the purpose of access to a case"),
    "add-person": QT_TRANSLATE_NOOP("forms", "a person"),
    "add-authority": QT_TRANSLATE_NOOP("forms", "an authority"),
    "add-proceeding": QT_TRANSLATE_NOOP("forms", "a proceeding"),
    "register-instrument": QT_TRANSLATE_NOOP("forms", "an order, request or agreement"),
    "add-official": QT_TRANSLATE_NOOP("forms", "an official"),
    "add-interpreter": QT_TRANSLATE_NOOP("forms", "an interpreter"),
    "reveal-assessment": QT_TRANSLATE_NOOP("forms", "the reason to open an assessment"),
    "add-assessment": QT_TRANSLATE_NOOP("forms", "an individual assessment"),
    "reveal-identity": QT_TRANSLATE_NOOP("forms", "the reason to reveal an identity"),
    "new-interview": QT_TRANSLATE_NOOP("forms", "a new interview"),
    "add-segment": QT_TRANSLATE_NOOP("forms", "a segment"),
    "formalities": QT_TRANSLATE_NOOP("forms", "formalities of a record"),
    "read-back": QT_TRANSLATE_NOOP("forms", "a reading back"),
    "register-exhibit": QT_TRANSLATE_NOOP("forms", "an exhibit"),
    "check-file": QT_TRANSLATE_NOOP("forms", "the reason of a check"),
    "custody-event": QT_TRANSLATE_NOOP("forms", "a custody event"),
    "export": QT_TRANSLATE_NOOP("forms", "a bundle"),
    "sign-bundle": QT_TRANSLATE_NOOP("forms", "the signing of a bundle"),
    "backup": QT_TRANSLATE_NOOP("forms", "a backup"),
    "try-backup": QT_TRANSLATE_NOOP("forms", "the trial of a backup"),
    "recovery-shares": QT_TRANSLATE_NOOP("forms", "recovery shares"),
    "renew-master-key": QT_TRANSLATE_NOOP("forms", "a new master key"),
    "take-key-file": QT_TRANSLATE_NOOP("forms", "a key file"),
    "vouch-card": QT_TRANSLATE_NOOP("forms", "a card"),
    "withdraw-key": QT_TRANSLATE_NOOP("forms", "the withdrawal of a signing key"),
    "open-key-material": QT_TRANSLATE_NOOP("forms", "the reason to open key material"),
    "hand-over": QT_TRANSLATE_NOOP("forms", "the handover of the vault"),
    "retire-user": QT_TRANSLATE_NOOP("forms", "retiring a user"),
    "add-user": QT_TRANSLATE_NOOP("forms", "a user"),
}


def form_name(form: str) -> str:
    """The words for a form; one that is not of the list is called another form."""
    return translate("forms", NAMES.get(form, _OTHER))

"""The names of forms, for messages about unsaved drafts."""

import re

from ui.text import QT_TRANSLATE_NOOP, translate

_OTHER = QT_TRANSLATE_NOOP("forms", "another form")
NAMES = {
    "new-case": QT_TRANSLATE_NOOP("forms", "a new case"),
    "purpose": QT_TRANSLATE_NOOP("forms", "the purpose of access to a case"),
    "add-person": QT_TRANSLATE_NOOP("forms", "a person"),
    "add-authority": QT_TRANSLATE_NOOP("forms", "an authority"),
    "add-proceeding": QT_TRANSLATE_NOOP("forms", "a proceeding"),
    "add-instrument": QT_TRANSLATE_NOOP("forms", "an order, request or agreement"),
    "add-transmission": QT_TRANSLATE_NOOP("forms", "a transmission"),
    "add-use_condition": QT_TRANSLATE_NOOP("forms", "a condition of use"),
    "add-official": QT_TRANSLATE_NOOP("forms", "an official"),
    "add-interpreter": QT_TRANSLATE_NOOP("forms", "an interpreter"),
    "add-case_object": QT_TRANSLATE_NOOP("forms", "an object"),
    "add-account": QT_TRANSLATE_NOOP("forms", "an account"),
    "add-money_transaction": QT_TRANSLATE_NOOP("forms", "a transaction"),
    "add-person_role": QT_TRANSLATE_NOOP("forms", "a role"),
    "add-identity": QT_TRANSLATE_NOOP("forms", "an identity"),
    "correct-case_file": QT_TRANSLATE_NOOP("forms", "a correction of the case file"),
    "reveal-assessment": QT_TRANSLATE_NOOP("forms", "the reason to open an assessment"),
    "add-assessment": QT_TRANSLATE_NOOP("forms", "an individual assessment"),
    "reveal-identity": QT_TRANSLATE_NOOP("forms", "the reason to reveal an identity"),
    "new-interview": QT_TRANSLATE_NOOP("forms", "a new interview"),
    "add-segment": QT_TRANSLATE_NOOP("forms", "a turn"),
    "supplement-record": QT_TRANSLATE_NOOP("forms", "a supplement to a record"),
    "rectify-record": QT_TRANSLATE_NOOP("forms", "a rectification of a record"),
    "add-presence": QT_TRANSLATE_NOOP("forms", "a person present"),
    "add-caution": QT_TRANSLATE_NOOP("forms", "information given"),
    "add-victim_information": QT_TRANSLATE_NOOP("forms", "an item of information for a victim"),
    "add-recording": QT_TRANSLATE_NOOP("forms", "a recording"),
    "add-intervention": QT_TRANSLATE_NOOP("forms", "an intervention of the interpreter"),
    "add-timeline_event": QT_TRANSLATE_NOOP("forms", "an event of the timeline"),
    "add-special_measure": QT_TRANSLATE_NOOP("forms", "a special measure"),
    "add-earlier_interview": QT_TRANSLATE_NOOP("forms", "an earlier interview"),
    "add-interpreter_engagement": QT_TRANSLATE_NOOP("forms", "an interpreter of the record"),
    "add-read_back_correction": QT_TRANSLATE_NOOP("forms", "a correction asked for"),
    "add-record_signature": QT_TRANSLATE_NOOP("forms", "a signature of the record"),
    "header-parties": QT_TRANSLATE_NOOP("forms", "the formalities of a record"),
    "correct-turn": QT_TRANSLATE_NOOP("forms", "a correction asked for"),
    "read-back": QT_TRANSLATE_NOOP("forms", "a reading back"),
    "sign-record": QT_TRANSLATE_NOOP("forms", "the reasons for signing a record"),
    "decision-RESTRICTED": QT_TRANSLATE_NOOP("forms", "a decision about a record"),
    "decision-RESTRICTION_LIFTED": QT_TRANSLATE_NOOP("forms", "a decision about a record"),
    "decision-ANNULLED": QT_TRANSLATE_NOOP("forms", "a decision about a record"),
    "register-exhibit": QT_TRANSLATE_NOOP("forms", "an exhibit"),
    "add-item_description": QT_TRANSLATE_NOOP("forms", "the description of a thing"),
    "add-online_capture": QT_TRANSLATE_NOOP("forms", "an online capture"),
    "check-file": QT_TRANSLATE_NOOP("forms", "the reason of a check"),
    "custody-event": QT_TRANSLATE_NOOP("forms", "a custody event"),
    "export": QT_TRANSLATE_NOOP("forms", "a bundle"),
    "sign-bundle": QT_TRANSLATE_NOOP("forms", "the signing of a bundle"),
    "backup": QT_TRANSLATE_NOOP("forms", "a backup"),
    "try-backup": QT_TRANSLATE_NOOP("forms", "the test of a backup"),
    "recovery-shares": QT_TRANSLATE_NOOP("forms", "recovery shares"),
    "renew-master-key": QT_TRANSLATE_NOOP("forms", "a new master key"),
    "take-key-file": QT_TRANSLATE_NOOP("forms", "a key file"),
    "vouch-card": QT_TRANSLATE_NOOP("forms", "a card"),
    "withdraw-key": QT_TRANSLATE_NOOP("forms", "the withdrawal of a signing key"),
    "open-key-material": QT_TRANSLATE_NOOP("forms", "the reason to open key material"),
    "hand-over": QT_TRANSLATE_NOOP("forms", "the handover of the vault"),
    "retire-user": QT_TRANSLATE_NOOP("forms", "retiring a user"),
    "add-user": QT_TRANSLATE_NOOP("forms", "a user"),
    "add-claim": QT_TRANSLATE_NOOP("forms", "a claim about a person"),
    "correct-claim": QT_TRANSLATE_NOOP("forms", "a correction of a claim"),
    "correct-claim-words": QT_TRANSLATE_NOOP("forms", "the words of a claim"),
    "decide-age": QT_TRANSLATE_NOOP("forms", "a decision on an age"),
    "merge-persons": QT_TRANSLATE_NOOP("forms", "the merge of two records of a person"),
    "split-persons": QT_TRANSLATE_NOOP("forms", "the split of merged records"),
    "answer-note": QT_TRANSLATE_NOOP("forms", "an answer to a note"),
    "assign-job": QT_TRANSLATE_NOOP("forms", "an assignment"),
    "send-job": QT_TRANSLATE_NOOP("forms", "a file for a translator"),
    "caution-text": QT_TRANSLATE_NOOP("forms", "a text of a caution"),
    "wording": QT_TRANSLATE_NOOP("forms", "a wording"),
    "new-statement": QT_TRANSLATE_NOOP("forms", "a statement made elsewhere"),
    "statement-particulars": QT_TRANSLATE_NOOP("forms", "the particulars of a statement"),
}


def form_name(form: str) -> str:
    """Return the name of a form. A correction has the name of its subject; an unknown form is called another
    form.
    """
    if form not in NAMES:
        form = re.sub("^(correct|change)-", "add-", re.sub("^header-.*", "header-parties", form))
    return translate("forms", NAMES.get(form, _OTHER))

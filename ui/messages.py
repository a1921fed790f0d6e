"""A sentence in the language of the window for every refusal, found by its code."""

from thb_desktop.errors import RecoveryCodeTypoError, ThbError
from ui.text import QT_TRANSLATE_NOOP, translate

SENTENCES: dict[str, str] = {
    "error": QT_TRANSLATE_NOOP("errors", "This could not be done."),
    "usage": QT_TRANSLATE_NOOP("errors", "This cannot be done in this way."),
    "reason-missing": QT_TRANSLATE_NOOP("errors", "A reason is needed. Please write why."),
    "not-found": QT_TRANSLATE_NOOP("errors", "It is no longer there. Please look at the list again."),
    "no-key-material": QT_TRANSLATE_NOOP(
        "errors", "No key material of this exhibit was entered yet, so there is nothing to open."
    ),
    "already-exists": QT_TRANSLATE_NOOP(
        "errors", "Something with this name already exists. It was not changed."
    ),
    "unencodable": QT_TRANSLATE_NOOP(
        "errors", "The text contains characters that cannot be stored. Please type it again."
    ),
    "passphrase-too-weak": QT_TRANSLATE_NOOP(
        "errors", "This passphrase is too easy to guess. Take more words, or one that the program proposes."
    ),
    "recovery-code-typo": QT_TRANSLATE_NOOP(
        "errors", "The recovery code contains a typing error. Please compare it with the sheet."
    ),
    "certificate-request": QT_TRANSLATE_NOOP("errors", "A certificate cannot be issued for this name."),
    "last-keyslot": QT_TRANSLATE_NOOP(
        "errors", "This is the last passphrase or code that opens the vault. It cannot be removed."
    ),
    "founder-role": QT_TRANSLATE_NOOP(
        "errors", "Only an investigating judge or a prosecutor can make a vault."
    ),
    "own-passphrase-missing": QT_TRANSLATE_NOOP(
        "errors", "Please type your own passphrase too: this changes who can open the vault."
    ),
    "retire-oneself": QT_TRANSLATE_NOOP(
        "errors", "You cannot retire yourself. Let another user do it, or hand over the vault."
    ),
    "last-manager": QT_TRANSLATE_NOOP(
        "errors", "This is the last user who may manage users. Hand over the vault instead."
    ),
    "last-holder": QT_TRANSLATE_NOOP(
        "errors",
        "Nobody would be left who may sign and release, or who can open what is sealed separately. Give "
        "a colleague the keys first, or hand over the vault.",
    ),
    "passphrase-taken": QT_TRANSLATE_NOOP(
        "errors", "This passphrase cannot be used here. Please choose another one."
    ),
    "passphrase-due": QT_TRANSLATE_NOOP(
        "errors", "Set a new passphrase first: the vault was opened without one."
    ),
    "newer-known": QT_TRANSLATE_NOOP(
        "errors",
        "This computer remembers a newer state of this vault. Look for the newer vault first. A "
        "restoration would give up what was recorded since the backup.",
    ),
    "user-retired": QT_TRANSLATE_NOOP("errors", "This user no longer works in this vault."),
    "share-number": QT_TRANSLATE_NOOP(
        "errors", "Recovery shares are for 2 to 16 holders, and at least 2 of them are needed."
    ),
    "share-typo": QT_TRANSLATE_NOOP(
        "errors", "A recovery share contains a typing error. Please compare it with its sheet."
    ),
    "shares-too-few": QT_TRANSLATE_NOOP("errors", "More recovery shares are needed to open the vault."),
    "share-twice": QT_TRANSLATE_NOOP("errors", "The same recovery share was typed twice."),
    "share-of-another-set": QT_TRANSLATE_NOOP(
        "errors", "This recovery share belongs to another vault, or to a set that was replaced."
    ),
    "key-refused": QT_TRANSLATE_NOOP(
        "errors", "This key cannot be used here. It must be a signing key on the curve P-256."
    ),
    "key-file": QT_TRANSLATE_NOOP(
        "errors", "This key file cannot be read, or is too weakly encrypted. Ask its issuer for one with AES."
    ),
    "no-recovery-shares": QT_TRANSLATE_NOOP("errors", "This vault has no recovery shares."),
    "wrong-share-passphrase": QT_TRANSLATE_NOOP(
        "errors", "A recovery share does not open with its passphrase. Let its holder type it again."
    ),
    "wrong-recovery-shares": QT_TRANSLATE_NOOP("errors", "These recovery shares do not open the vault."),
    "wrong-key-file-passphrase": QT_TRANSLATE_NOOP(
        "errors", "The passphrase of the key file is wrong. Your own is not in question."
    ),
    "card-absent": QT_TRANSLATE_NOOP("errors", "The card is not in the reader. Please insert it."),
    "card-module": QT_TRANSLATE_NOOP(
        "errors", "The module of the card (PKCS#11) cannot be used. Please check its path."
    ),
    "card-refused": QT_TRANSLATE_NOOP("errors", "The card refused. Nothing was changed."),
    "wrong-pin": QT_TRANSLATE_NOOP("errors", "The PIN is wrong. A card locks itself after a few wrong ones."),
    "pin-locked": QT_TRANSLATE_NOOP("errors", "The PIN is locked. Ask the issuer of the card to unlock it."),
    "old-keyslot-left": QT_TRANSLATE_NOOP(
        "errors",
        "The change is made, but the old passphrase or code could not be removed and still opens the "
        "vault. Make room on the medium, and make the change again.",
    ),
    "no-backup": QT_TRANSLATE_NOOP("errors", "This folder holds no finished backup."),
    "backup-place": QT_TRANSLATE_NOOP(
        "errors",
        "A backup and its vault cannot be in the same folder. Choose another folder, "
        "preferably on another medium.",
    ),
    "backup-foreign": QT_TRANSLATE_NOOP(
        "errors",
        "This folder contains something else, or the backup of another vault. Choose an empty folder. "
        "Nothing in it was changed.",
    ),
    "backup-other-key": QT_TRANSLATE_NOOP(
        "errors", "The backup here was made under another master key. Keep it, and choose an empty folder."
    ),
    "backup-ahead": QT_TRANSLATE_NOOP(
        "errors",
        "This backup contains events that the vault does not have. Keep it as it is, choose another "
        "folder, and find out whether the vault was set back.",
    ),
    "cancelled": QT_TRANSLATE_NOOP("errors", "Stopped. Nothing was saved."),
    "unlock": QT_TRANSLATE_NOOP("errors", "The vault could not be opened."),
    "no-vault": QT_TRANSLATE_NOOP("errors", "This folder is not a vault."),
    "vault-part-missing": QT_TRANSLATE_NOOP(
        "errors", "A part of the vault is missing. Restore the whole folder from a copy; nothing was changed."
    ),
    "newer-format": QT_TRANSLATE_NOOP(
        "errors", "A newer version of THB Desktop wrote this vault. Please open it with that version."
    ),
    "migration-failed": QT_TRANSLATE_NOOP(
        "errors",
        "This vault could not be migrated to this version. It was not changed. Open it with the version "
        "that wrote it, and report this.",
    ),
    "vault-in-use": QT_TRANSLATE_NOOP("errors", "Another program has this vault open. Close it there first."),
    "wrong-passphrase": QT_TRANSLATE_NOOP("errors", "The vault does not open with this passphrase."),
    "wrong-certifier-passphrase": QT_TRANSLATE_NOOP(
        "errors", "The interpreter's passphrase is wrong. Nothing was signed; please type it again."
    ),
    "wrong-colleague-passphrase": QT_TRANSLATE_NOOP(
        "errors", "A colleague's passphrase is wrong. Nothing was changed; please let them type it again."
    ),
    "wrong-recovery-code": QT_TRANSLATE_NOOP("errors", "The vault does not open with this recovery code."),
    "kdf-below-floor": QT_TRANSLATE_NOOP(
        "errors",
        "The vault protects its passphrase more weakly than this program ever does. It may have been "
        "altered.",
    ),
    "kdf-above-ceiling": QT_TRANSLATE_NOOP(
        "errors", "The vault asks for more memory than this program ever uses. It may have been altered."
    ),
    "kdf-memory": QT_TRANSLATE_NOOP(
        "errors", "There is too little memory to unlock the vault. Close other programs and try again."
    ),
    "damaged": QT_TRANSLATE_NOOP("errors", "Stored data are not what was written. Keep the vault as it is."),
    "header-damaged": QT_TRANSLATE_NOOP(
        "errors", "Both headers of the vault are damaged. Restore them from a copy; nothing was changed."
    ),
    "database-damaged": QT_TRANSLATE_NOOP(
        "errors", "The database of the vault is damaged or belongs to another vault. Nothing was changed."
    ),
    "content-damaged": QT_TRANSLATE_NOOP(
        "errors", "A stored file is not what was stored. Keep the vault as it is."
    ),
    "content-missing": QT_TRANSLATE_NOOP("errors", "A stored file is missing from the vault."),
    "sealed-value-damaged": QT_TRANSLATE_NOOP(
        "errors", "A sealed value was changed or is sealed for another key."
    ),
    "backup-damaged": QT_TRANSLATE_NOOP(
        "errors", "The backup is not what was written, or a part of it is missing. Take another one."
    ),
    "disk-full": QT_TRANSLATE_NOOP("errors", "The disk is full. Make room and try again; nothing was lost."),
    "erasure-due": QT_TRANSLATE_NOOP(
        "errors",
        "The erasure is recorded, but the content could not be removed from the medium. Lock and unlock "
        "the vault: the content is destroyed then.",
    ),
    "change-uncertain": QT_TRANSLATE_NOOP(
        "errors",
        "The disk failed while a change was being saved. Lock the vault and unlock it again to see "
        "whether the change is there.",
    ),
    "read-only": QT_TRANSLATE_NOOP("errors", "Nothing can be written there. Choose another place."),
    "source-unreadable": QT_TRANSLATE_NOOP("errors", "The file cannot be read, so nothing was added."),
    "source-not-a-file": QT_TRANSLATE_NOOP("errors", "This is not an ordinary file, so it was not added."),
    "source-changed": QT_TRANSLATE_NOOP("errors", "The file changed while it was read, so it was not added."),
    "storage": QT_TRANSLATE_NOOP("errors", "The disk refused. Nothing was lost."),
    "verification": QT_TRANSLATE_NOOP("errors", "The data from outside are not valid."),
    "signature-invalid": QT_TRANSLATE_NOOP("errors", "A signature does not belong to these data."),
    "certificate-invalid": QT_TRANSLATE_NOOP(
        "errors", "A certificate is not what it claims to be, or does not belong to this vault."
    ),
    "format": QT_TRANSLATE_NOOP("errors", "The data do not have the form that they claim."),
    "not-canonical": QT_TRANSLATE_NOOP(
        "errors", "The data are not written in the only form that is allowed."
    ),
    "unknown-field": QT_TRANSLATE_NOOP("errors", "The data contain a field that this format does not have."),
    "proof": QT_TRANSLATE_NOOP("errors", "A proof does not prove what it claims."),
    "file-unreadable": QT_TRANSLATE_NOOP(
        "errors", "The file cannot be read, or is not of a kind that can be verified."
    ),
    "pdf-unreadable": QT_TRANSLATE_NOOP("errors", "The PDF file does not follow the rules of its format."),
    "pdf-beyond-bounds": QT_TRANSLATE_NOOP(
        "errors", "The PDF file exceeds the limits of this check. Nothing can be said about it."
    ),
    "cannot-sign": QT_TRANSLATE_NOOP("errors", "The document cannot be signed as asked."),
    "incomplete-extract": QT_TRANSLATE_NOOP(
        "errors", "The extract would leave out an event of an exhibit, so it was not made."
    ),
    "passphrase-unreadable": QT_TRANSLATE_NOOP("errors", "The passphrase could not be read."),
    "value-refused": QT_TRANSLATE_NOOP(
        "errors",
        "A value is missing or does not have the form of its field. Please check the fields.",
    ),
    "control-character": QT_TRANSLATE_NOOP(
        "errors", "The text contains a control character that no page can show. Please type it again."
    ),
    "nothing-deleted": QT_TRANSLATE_NOOP(
        "errors", "Nothing is deleted from a case file. Correct the entry or strike it out."
    ),
    "correction-stays": QT_TRANSLATE_NOOP("errors", "A correction stays as it was entered."),
    "struck-out": QT_TRANSLATE_NOOP(
        "errors", "The entry was struck out because it was made in error. Enter it again if it is needed."
    ),
    "nothing-corrected": QT_TRANSLATE_NOOP("errors", "Nothing was changed, so there is nothing to correct."),
    "field-kept": QT_TRANSLATE_NOOP(
        "errors", "This field stays as it was entered. Strike the entry out and enter it again."
    ),
    "exhibit-disposed": QT_TRANSLATE_NOOP(
        "errors", "The exhibit was disposed of. Only a correction can still be recorded for it."
    ),
    "field-missing": QT_TRANSLATE_NOOP("errors", "A required field is empty."),
    "erased": QT_TRANSLATE_NOOP("errors", "The content of this file was erased by order."),
    "chain-append-only": QT_TRANSLATE_NOOP("errors", "An entry of the event chain cannot be changed."),
    "unrecorded-change": QT_TRANSLATE_NOOP(
        "errors", "The change was not saved, because no event recorded it."
    ),
    "not-allowed": QT_TRANSLATE_NOOP("errors", "Your function in this vault does not allow this."),
    "second-needed": QT_TRANSLATE_NOOP(
        "errors", "This takes two persons. Let a colleague approve it at this desk."
    ),
    "second-is-first": QT_TRANSLATE_NOOP("errors", "The second person must be somebody else than you."),
    "second-not-allowed": QT_TRANSLATE_NOOP(
        "errors", "This user cannot be the second person here. Please choose another one."
    ),
    "approval-for-something-else": QT_TRANSLATE_NOOP(
        "errors", "The approval was given for something else. Please let it be given again."
    ),
    "approval-expired": QT_TRANSLATE_NOOP(
        "errors", "The approval is older than 15 minutes. Please let it be given again."
    ),
    "approval-used": QT_TRANSLATE_NOOP(
        "errors", "The approval was used already. Please let it be given again."
    ),
    "approval-forged": QT_TRANSLATE_NOOP(
        "errors", "The approval does not bear the signature of the person it names. Nothing was done."
    ),
    "not-alone": QT_TRANSLATE_NOOP(
        "errors", "Somebody else in this office can approve this. Please ask them."
    ),
    "sealed-apart": QT_TRANSLATE_NOOP(
        "errors", "Secret key material is not stored as a file. Type it in; it is then sealed."
    ),
    "wrong-second-passphrase": QT_TRANSLATE_NOOP(
        "errors", "The passphrase of the second person is wrong. Your own is not in question."
    ),
    "record-frozen": QT_TRANSLATE_NOOP(
        "errors", "The record was read back or signed, so it cannot be changed (rule V-I-08)."
    ),
    "record-order": QT_TRANSLATE_NOOP("errors", "The record must be read back before it is signed."),
    "warning-unanswered": QT_TRANSLATE_NOOP(
        "errors", "A rule warns, and no reason is given. Please write why the record is signed all the same."
    ),
    "segment-sequence": QT_TRANSLATE_NOOP("errors", "A turn cannot be moved there, split there or joined."),
    "rendering-state": QT_TRANSLATE_NOOP(
        "errors", "The program sets this state itself, or the rendering must be re-read first."
    ),
    "certification-refused": QT_TRANSLATE_NOOP(
        "errors", "Only the linguist who rendered these texts can certify them, with their own key."
    ),
    "interview-incomplete": QT_TRANSLATE_NOOP(
        "errors", "The record lacks something that is required for signing (rule V-I-01)."
    ),
    "date-impossible": QT_TRANSLATE_NOOP(
        "errors", "A date is impossible: it is earlier than the date that it must follow, or before 1900."
    ),
    "date-refused": QT_TRANSLATE_NOOP(
        "errors", "A date cannot be read. Please look at the fields marked in red."
    ),
    "interview-times": QT_TRANSLATE_NOOP(
        "errors", "The times of the interview contradict one another (rule V-I-02)."
    ),
    "interpreter-missing": QT_TRANSLATE_NOOP(
        "errors",
        "No interpreter is named, and the record does not say that the person understands the language "
        "(rule V-I-03).",
    ),
    "interpreter-undeclared": QT_TRANSLATE_NOOP(
        "errors", "The interpreter's oath or declaration of conflicts is not recorded (rule V-I-04)."
    ),
    "read-back-missing": QT_TRANSLATE_NOOP(
        "errors", "The outcome of the reading back is not fully recorded (rule V-I-06)."
    ),
    "correction-incomplete": QT_TRANSLATE_NOOP(
        "errors",
        "A correction lacks the text before, the text after, or who asked for it (rule V-I-07).",
    ),
    "repetition-unexplained": QT_TRANSLATE_NOOP(
        "errors", "A child was heard again, and no reason is given (rule V-I-11)."
    ),
    "child-unaccompanied": QT_TRANSLATE_NOOP(
        "errors",
        "A child was heard without a companion, or the record does not mention a recording (rule V-I-12).",
    ),
    "cautions-incomplete": QT_TRANSLATE_NOOP(
        "errors", "Information owed to this person is not recorded as given (rule V-I-15)."
    ),
    "defence-unexplained": QT_TRANSLATE_NOOP(
        "errors", "The record does not say how the defence could take part (rule V-I-17)."
    ),
    "source-not-captured": QT_TRANSLATE_NOOP(
        "errors",
        "The original is the authoritative text, but a turn contains only the interpreter's "
        "words (rule V-I-18).",
    ),
    "exhibit-line": QT_TRANSLATE_NOOP(
        "errors",
        "An exhibit can be derived only from an exhibit of the same case, and its parent cannot be changed.",
    ),
    "custody-append-only": QT_TRANSLATE_NOOP(
        "errors", "What was recorded about an exhibit cannot be changed. Record a correction instead."
    ),
    "custody-number": QT_TRANSLATE_NOOP("errors", "The correction is about an event of another exhibit."),
    "late-entry": QT_TRANSLATE_NOOP(
        "errors", "It happened more than a day ago. Please write why it is entered only now."
    ),
    "future-event": QT_TRANSLATE_NOOP("errors", "This date and time are in the future. Please check them."),
    "transfer-not-paired": QT_TRANSLATE_NOOP(
        "errors",
        "A transfer must be sent before it is received, and received before the next one is sent. It "
        "names both parties.",
    ),
    "seal": QT_TRANSLATE_NOOP("errors", "The number of the seal is missing, or another exhibit has it."),
    "digest-missing": QT_TRANSLATE_NOOP(
        "errors", "Please enter the digest that was used for the verification."
    ),
    "amount": QT_TRANSLATE_NOOP("errors", "An amount must be a decimal number with a currency."),
    "nothing-to-export": QT_TRANSLATE_NOOP("errors", "Nothing that a bundle can contain is chosen."),
    "language-absent": QT_TRANSLATE_NOOP(
        "errors",
        "No chosen interview has a translation in one of the chosen languages. Please leave it out.",
    ),
    "not-signed-yet": QT_TRANSLATE_NOOP(
        "errors", "An interview record is not signed yet, so it cannot go into a bundle."
    ),
    "certifier": QT_TRANSLATE_NOOP(
        "errors", "The person who certifies must have interpreted in one of the interviews."
    ),
    "signer-foreign": QT_TRANSLATE_NOOP(
        "errors",
        "You are not an official of the authority that sends the bundle. On the page Cases, under Officials, "
        "enter the authority and yourself as the user.",
    ),
    "chain-broken": QT_TRANSLATE_NOOP(
        "errors", "The event chain is not valid, so nothing more is written to it."
    ),
    "set-back": QT_TRANSLATE_NOOP(
        "errors",
        "This computer remembers another state of this vault, so it can only be read. If a backup was "
        "restored, confirm it on the page Health; if not, look for the newer vault.",
    ),
    "tables-differ": QT_TRANSLATE_NOOP(
        "errors", "The vault was changed outside the event chain, so nothing is written to it."
    ),
}


def sentence(error: ThbError) -> str:
    """What a refusal says to a person; a code not listed yet has its own English sentence."""
    if isinstance(error, RecoveryCodeTypoError) and error.groups:
        groups = ", ".join(str(group) for group in error.groups)
        return translate("errors", "Please check these groups of the recovery code: {groups}.").format(
            groups=groups
        )
    known = SENTENCES.get(error.code)
    return translate("errors", known) if known else str(error)

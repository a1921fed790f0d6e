"""A sentence for every finding about the vault, its event chain, a custody extract and a coming bundle."""

from ui.text import QT_TRANSLATE_NOOP

HOLDS: dict[str, str] = {
    "chain": QT_TRANSLATE_NOOP("findings", "The event chain holds."),
    "consultations": QT_TRANSLATE_NOOP("findings", "The journal of consultations holds."),
    "tables": QT_TRANSLATE_NOOP("findings", "The file is what the events of the chain add up to."),
    "database": QT_TRANSLATE_NOOP("findings", "The database is whole."),
    "deeds": QT_TRANSLATE_NOOP(
        "findings", "Whoever did what is recorded had the right to, and the second person it takes."
    ),
    "certificates": QT_TRANSLATE_NOOP("findings", "The users' certificates come from the root certificate."),
    "content-erased": QT_TRANSLATE_NOOP("findings", "What was erased by order is erased."),
    "content": QT_TRANSLATE_NOOP("findings", "The content is what was recorded."),
    "leftovers-removed": QT_TRANSLATE_NOOP("findings", "Leftovers of an interrupted intake were removed."),
    "extract-form": QT_TRANSLATE_NOOP("findings", "The custody extract has its exact form."),
    "root": QT_TRANSLATE_NOOP("findings", "The root certificate is the one that you trust."),
    "sessions": QT_TRANSLATE_NOOP("findings", "Each session key is vouched for by its user's certificate."),
    "head": QT_TRANSLATE_NOOP("findings", "The state of the event chain is signed."),
    "events": QT_TRANSLATE_NOOP("findings", "Each event is signed by the user it names."),
    "drafts-withheld": QT_TRANSLATE_NOOP(
        "findings", "Earlier wordings of drafts are kept back; their place and number are shown."
    ),
    "inclusion": QT_TRANSLATE_NOOP("findings", "Each event is in the signed chain, at its place."),
    "completeness": QT_TRANSLATE_NOOP("findings", "All recorded events of the subject are here."),
    "continuity": QT_TRANSLATE_NOOP("findings", "The chain continues its earlier states."),
    "remembered": QT_TRANSLATE_NOOP("findings", "The chain continues the state that is remembered."),
    "anchored": QT_TRANSLATE_NOOP(
        "findings", "The event chain continues the state that this computer remembers."
    ),
    "restored": QT_TRANSLATE_NOOP(
        "findings", "It was stated that a backup was restored; this computer remembers the present line now."
    ),
    "kept-state": QT_TRANSLATE_NOOP("findings", "The event chain continues the state in the file."),
    "short-code-known": QT_TRANSLATE_NOOP("findings", "The event chain had this short code."),
    "space": QT_TRANSLATE_NOOP("findings", "There is room enough on the vault's medium."),
    "clock": QT_TRANSLATE_NOOP("findings", "The clock fits the events."),
    "memory": QT_TRANSLATE_NOOP("findings", "Memory reaches no disk that is not encrypted."),
    "backup-made": QT_TRANSLATE_NOOP("findings", "There is a recent backup."),
    "backup": QT_TRANSLATE_NOOP("findings", "The backup is whole."),
    "head-left": QT_TRANSLATE_NOOP("findings", "A state of the event chain left the vault."),
}
"""By code, where it holds."""

WANTING: dict[str, str] = {
    "head": QT_TRANSLATE_NOOP("findings", "The state of the event chain is not soundly signed."),
    "tables-differ": QT_TRANSLATE_NOOP("findings", "The file is not what the events of the chain add up to."),
    "schema-differs": QT_TRANSLATE_NOOP(
        "findings", "The rules of the database were changed: they are not those of this version."
    ),
    "codes-differ": QT_TRANSLATE_NOOP(
        "findings", "The codes that the vault allows were changed behind the event chain."
    ),
    "consultations-differ": QT_TRANSLATE_NOOP(
        "findings", "The journal of consultations is not what was written. Find out who had access."
    ),
    "database": QT_TRANSLATE_NOOP("findings", "The database is damaged."),
    "header-rolled-back": QT_TRANSLATE_NOOP(
        "findings", "An older header was put back into the vault. Change the passphrase."
    ),
    "way-of-nobody": QT_TRANSLATE_NOOP(
        "findings",
        "A passphrase or code of nobody who works here can still open the vault: an act was cut short, or an "
        "older header was put back. Change your passphrase, which takes it away, and find out why.",
    ),
    "read-only": QT_TRANSLATE_NOOP(
        "findings", "The vault's medium cannot be written to: the vault is read only."
    ),
    "header-mended": QT_TRANSLATE_NOOP(
        "findings", "One of the two headers of the vault was damaged; the other stood in."
    ),
    "same-medium": QT_TRANSLATE_NOOP(
        "findings", "The backup lies on the medium of the vault: what destroys one destroys both."
    ),
    "backup-ahead": QT_TRANSLATE_NOOP(
        "findings", "The backup tells of events that this vault does not know."
    ),
    "backup-damaged": QT_TRANSLATE_NOOP("findings", "The backup is damaged. Make another one."),
    "trial-left": QT_TRANSLATE_NOOP(
        "findings", "The vault that was made to try could not be removed whole. Delete it."
    ),
    "left-beside": QT_TRANSLATE_NOOP(
        "findings", "What an interrupted work left lies beside the vault. It is never opened; delete it."
    ),
    "strangers": QT_TRANSLATE_NOOP("findings", "Something in the vault's folder does not belong there."),
    "certificates": QT_TRANSLATE_NOOP(
        "findings", "A certificate does not hold, or does not come from the root certificate."
    ),
    "events": QT_TRANSLATE_NOOP("findings", "An event is not as it was recorded and signed."),
    "events-erased": QT_TRANSLATE_NOOP("findings", "The content of events was erased."),
    "user-forged": QT_TRANSLATE_NOOP(
        "findings", "A user is not as the vault's root admitted them: a row was put there."
    ),
    "identity-withdrawn": QT_TRANSLATE_NOOP(
        "findings", "A session hangs on a card or key file that was withdrawn before."
    ),
    "compartment-forged": QT_TRANSLATE_NOOP(
        "findings", "The key of what is sealed apart was made by nobody who holds that right."
    ),
    "compartment-without-holder": QT_TRANSLATE_NOOP(
        "findings", "Nobody who works here can open a part of what is sealed apart."
    ),
    "compartment-renewal-due": QT_TRANSLATE_NOOP(
        "findings",
        "Somebody who held a key of what is sealed apart left. It is renewed when a user who holds it seals "
        "something.",
    ),
    "right-not-held": QT_TRANSLATE_NOOP("findings", "Somebody did what their function does not include."),
    "second-missing": QT_TRANSLATE_NOOP(
        "findings", "An act of two persons was done without the second one, and without a reason."
    ),
    "content-missing": QT_TRANSLATE_NOOP("findings", "A stored file is missing."),
    "content-damaged": QT_TRANSLATE_NOOP("findings", "A stored file is damaged."),
    "erasure-due": QT_TRANSLATE_NOOP(
        "findings", "Content was erased by order and is still there. Unlock the vault for writing."
    ),
    "content-orphans": QT_TRANSLATE_NOOP("findings", "Stored objects belong to no exhibit."),
    "extract-form": QT_TRANSLATE_NOOP("findings", "This is no custody extract in its exact form."),
    "root": QT_TRANSLATE_NOOP(
        "findings", "The root certificate is not shown to be the one that you trust. Compare its fingerprint."
    ),
    "users-unbound": QT_TRANSLATE_NOOP("findings", "A certificate does not name the user's id in the vault."),
    "sessions": QT_TRANSLATE_NOOP("findings", "A session key is not soundly vouched for."),
    "content": QT_TRANSLATE_NOOP("findings", "The content of an event is not the one that was signed."),
    "content-absent": QT_TRANSLATE_NOOP("findings", "The content of events was erased or is not shared."),
    "inclusion": QT_TRANSLATE_NOOP("findings", "An event is not in the signed chain."),
    "completeness": QT_TRANSLATE_NOOP("findings", "Not all recorded events of the subject are shown."),
    "continuity": QT_TRANSLATE_NOOP("findings", "The chain does not continue an earlier state of its own."),
    "remembered": QT_TRANSLATE_NOOP(
        "findings", "The chain is not shown to continue the state that is remembered."
    ),
    "not-anchored": QT_TRANSLATE_NOOP(
        "findings",
        "This computer has not seen this vault before: whether it was set back cannot be told here. Compare "
        "its short code.",
    ),
    "anchor-damaged": QT_TRANSLATE_NOOP(
        "findings",
        "What this computer remembered of this vault is damaged: whether it was set back cannot be told "
        "here. Compare its short code.",
    ),
    "anchor-unwritable": QT_TRANSLATE_NOOP(
        "findings", "This computer cannot remember the state of this vault."
    ),
    "forked": QT_TRANSLATE_NOOP(
        "findings",
        "The entries of this vault are not those that are remembered: it was set back and then continued, or "
        "written anew.",
    ),
    "given-up": QT_TRANSLATE_NOOP("findings", "This state was given up when a backup was restored."),
    "other-vault": QT_TRANSLATE_NOOP(
        "findings", "The file comes from another vault: nothing can be compared."
    ),
    "kept-unsound": QT_TRANSLATE_NOOP(
        "findings", "The state in the file is not soundly signed by this vault: nothing can be compared."
    ),
    "short-code-absent": QT_TRANSLATE_NOOP(
        "findings",
        "No state of the event chain has this short code. Unless it was mistyped or is of another vault, the "
        "chain was set back or written anew.",
    ),
    "space-low": QT_TRANSLATE_NOOP("findings", "Little room is left on the vault's medium."),
    "clock-moved": QT_TRANSLATE_NOOP("findings", "The clock was moved: claimed times may be wrong."),
    "clock-ahead": QT_TRANSLATE_NOOP(
        "findings", "The clock stands far ahead of the last event: check date and time."
    ),
    "memory-swap": QT_TRANSLATE_NOOP(
        "findings", "This computer swaps memory to a disk that is not encrypted."
    ),
    "memory-hibernation": QT_TRANSLATE_NOOP(
        "findings",
        "Hibernation would write memory to a disk that is not encrypted. Shut the computer down instead.",
    ),
    "backup-old": QT_TRANSLATE_NOOP("findings", "The last backup is old."),
    "backup-never": QT_TRANSLATE_NOOP("findings", "No backup of this vault was ever made."),
    "head-never-left": QT_TRANSLATE_NOOP(
        "findings",
        "No state of the event chain has left the vault yet. Note its short code, or give a bundle to "
        "somebody.",
    ),
}
"""By code, where it is broken or unknown."""

FAULTS: dict[str, str] = {
    "entry-format": QT_TRANSLATE_NOOP("findings", "An entry is not in the form of an entry."),
    "entry-not-canonical": QT_TRANSLATE_NOOP(
        "findings", "An entry is written in another way than the one in which it is signed."
    ),
    "entry-unknown-field": QT_TRANSLATE_NOOP(
        "findings", "An entry holds a field that an entry does not have."
    ),
    "entry-foreign-vault": QT_TRANSLATE_NOOP("findings", "An entry belongs to another vault."),
    "entry-altered": QT_TRANSLATE_NOOP("findings", "An entry was changed after signing."),
    "entry-redated": QT_TRANSLATE_NOOP("findings", "The time of an entry was changed after signing."),
    "entry-reattributed": QT_TRANSLATE_NOOP(
        "findings", "An entry was signed for another user than the one it now names."
    ),
    "signature-flipped": QT_TRANSLATE_NOOP("findings", "One bit of an entry's signature was changed."),
    "key-foreign": QT_TRANSLATE_NOOP("findings", "An entry is signed with a key for which no user vouches."),
    "key-superseded": QT_TRANSLATE_NOOP(
        "findings", "An entry is signed with the key of a session that had ended."
    ),
    "key-too-early": QT_TRANSLATE_NOOP(
        "findings", "An entry is signed with the key of a session that began later."
    ),
    "agent-mismatch": QT_TRANSLATE_NOOP(
        "findings", "An entry names another user than the one who signed it."
    ),
    "role-mismatch": QT_TRANSLATE_NOOP(
        "findings", "An entry names another role than the one of its session."
    ),
    "role-not-held": QT_TRANSLATE_NOOP("findings", "A user signed in a role that they do not have."),
    "agent-retired": QT_TRANSLATE_NOOP("findings", "An entry was signed for a user who was retired already."),
    "entry-replaced": QT_TRANSLATE_NOOP(
        "findings", "An entry was signed anew after later events had been recorded."
    ),
    "link-broken": QT_TRANSLATE_NOOP("findings", "An entry refers to one before it that is not there."),
    "entry-missing": QT_TRANSLATE_NOOP("findings", "An entry is missing, while later ones are there."),
    "entry-repeated": QT_TRANSLATE_NOOP("findings", "An entry stands in the chain more than once."),
    "entry-forked": QT_TRANSLATE_NOOP("findings", "Two different entries have the same number."),
    "entry-out-of-order": QT_TRANSLATE_NOOP("findings", "An entry does not stand where its number says."),
    "counter-wrong": QT_TRANSLATE_NOOP("findings", "An entry does not carry the next number of its subject."),
    "payload-altered": QT_TRANSLATE_NOOP(
        "findings", "The content kept for an entry is not the one that was signed."
    ),
    "clock-backwards": QT_TRANSLATE_NOOP(
        "findings", "A clock went backwards: claimed times cannot be relied on."
    ),
    "monotonic-backwards": QT_TRANSLATE_NOOP("findings", "The running time of the machine went backwards."),
    "head-format": QT_TRANSLATE_NOOP("findings", "A signed head is not in the form of one."),
    "head-not-canonical": QT_TRANSLATE_NOOP(
        "findings", "A head is written in another way than the one in which it is signed."
    ),
    "head-unknown-field": QT_TRANSLATE_NOOP("findings", "A head holds a field that a head does not have."),
    "head-foreign-vault": QT_TRANSLATE_NOOP("findings", "A head belongs to another vault."),
    "head-foreign-key": QT_TRANSLATE_NOOP(
        "findings", "A head is signed with a key for which no user vouches."
    ),
    "head-altered": QT_TRANSLATE_NOOP("findings", "A head was changed after signing."),
    "head-mismatch": QT_TRANSLATE_NOOP("findings", "The entries are not those over which a head was signed."),
    "head-counters-wrong": QT_TRANSLATE_NOOP(
        "findings", "The numbers of events are not those over which a head was signed."
    ),
    "head-behind": QT_TRANSLATE_NOOP("findings", "Later entries are covered by no signed head."),
    "head-missing": QT_TRANSLATE_NOOP("findings", "The event chain has no signed head."),
    "statement-format": QT_TRANSLATE_NOOP("findings", "A key statement is not in the form of one."),
    "statement-not-canonical": QT_TRANSLATE_NOOP(
        "findings", "A key statement is written in another way than the one in which it is signed."
    ),
    "statement-unknown-field": QT_TRANSLATE_NOOP(
        "findings", "A key statement holds a field that it does not have."
    ),
    "statement-foreign-vault": QT_TRANSLATE_NOOP("findings", "A key statement belongs to another vault."),
    "statement-foreign-signer": QT_TRANSLATE_NOOP(
        "findings", "A key statement is signed with a key that is not certified for its user."
    ),
    "statement-altered": QT_TRANSLATE_NOOP("findings", "A key statement was changed after signing."),
    "statement-conflict": QT_TRANSLATE_NOOP(
        "findings", "A key statement claims a session key that was claimed already."
    ),
    "tail-cut": QT_TRANSLATE_NOOP("findings", "The last entries of the event chain are missing."),
    "chain-empty": QT_TRANSLATE_NOOP("findings", "The event chain holds no entry."),
    "rolled-back": QT_TRANSLATE_NOOP("findings", "The event chain is older than a state that is remembered."),
    "rolled-back-continued": QT_TRANSLATE_NOOP(
        "findings", "The event chain was set back to an older state and then continued."
    ),
    "tail-rebuilt": QT_TRANSLATE_NOOP("findings", "Entries of the event chain were written anew."),
    "remembered-differs": QT_TRANSLATE_NOOP(
        "findings", "The entries differ from a state that is remembered."
    ),
}
"""By the code of a fault of the event chain."""

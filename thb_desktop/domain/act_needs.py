"""Act needs: the rows without which an act is none. Every act that may touch rows tells at least one.

What follows from the entry of an act alone must be in its rows too: otherwise an entry says that something
was added or changed which is nowhere.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from thb_desktop.domain.act_rows import ACT_ROWS, DECISIONS, LINKS
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.vocabulary import CustodyAction

_KEYSLOTS = "it changes keyslots, and a row only where one of them goes"
WITHOUT_ROWS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *(VaultAction.PASSPHRASE_CHANGED, VaultAction.PASSPHRASE_RECOVERED),
                *(VaultAction.RECOVERY_CODE_RENEWED, VaultAction.RECOVERY_SHARES_MADE),
                *(VaultAction.USER_READMITTED, VaultAction.MASTER_KEY_RENEWED),
            ),
            _KEYSLOTS,
        ),
        VaultAction.SCHEMA_MIGRATED: "it changes the shape of tables, and a row only where codes are added",
        VaultAction.SAFETY_FLAG_VIEWED: "only the first reader moves the concern into the compartment",
    }
)
"""The acts that may touch rows and need none, each with the reason."""

SET_AGAIN = frozenset(
    {
        *(VaultAction.FORMALITIES_SET, VaultAction.FORMALITY_CHANGED, VaultAction.STATEMENT_SET),
        *(VaultAction.SEGMENT_SET, VaultAction.SEGMENT_MOVED, VaultAction.TURNS_SET),
        *(VaultAction.RENDERING_SET, VaultAction.RENDERING_STATE_SET, VaultAction.INSTRUMENT_STATUS_SET),
        VaultAction.ENTRY_TOLD,
    }
)
"""Acts that may set what stands so already: they tell the row, and need not change it."""

NEEDED_ROWS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        VaultAction.VAULT_CREATED: frozenset({"office", "user"}),
        VaultAction.PERSON_ADDED: frozenset({"person"}),
        VaultAction.IDENTITY_CORRECTED: frozenset({"sealed_identity"}),
        VaultAction.CLAIM_WORDS_CORRECTED: frozenset({"sealed_item"}),
        VaultAction.SAFETY_FLAG_SETTLED: frozenset({"safety_flag", "sealed_item"}),
        VaultAction.ANNOTATION_ADDED: frozenset({"annotation"}),
        VaultAction.ANNOTATION_STRUCK: frozenset({"annotation"}),
        VaultAction.VERSION_WRITTEN: frozenset({"rendering_version"}),
        VaultAction.INTERVIEW_HELD: frozenset({"interview"}),
        VaultAction.USER_ADDED: frozenset({"user"}),
        VaultAction.USER_RETIRED: frozenset({"user"}),
        VaultAction.BINDING_STATED: frozenset({"user"}),
        VaultAction.KEYS_MADE_OWN: frozenset({"user", "signing_identity"}),
        VaultAction.OFFICE_HANDED_OVER: frozenset({"user", "handover"}),
        VaultAction.RENDERINGS_CERTIFIED: frozenset({"certification"}),
        VaultAction.LANGUAGE_WORK_CERTIFIED: frozenset({"language_certificate"}),
        VaultAction.VERSIONS_SIGNED: frozenset({"version_signature"}),
        VaultAction.VERSIONS_IMPORTED: frozenset({"rendering_version"}),
        VaultAction.ASSIGNED: frozenset({"assignment"}),
        VaultAction.ASSIGNMENT_FOUNDED: frozenset({"office", "user", "interview"}),
        VaultAction.PACKET_SENT: frozenset({"packet"}),
        VaultAction.WORK_DECLARED: frozenset({"declaration"}),
        VaultAction.WORK_HANDED_BACK: frozenset({"handback"}),
        VaultAction.PACKET_TAKEN_BACK: frozenset({"packet_return"}),
        VaultAction.ASSIGNMENT_MERGED: frozenset({"assignment_return"}),
        VaultAction.ASSIGNMENT_CLOSED: frozenset({"assignment"}),
        VaultAction.STATEMENT_BEGUN: frozenset({"interview", "statement_elsewhere"}),
        VaultAction.TURNS_TAKEN_OVER: frozenset({"segment", "segment_place"}),
        VaultAction.PAGE_COMPARED: frozenset({"page_comparison"}),
        VaultAction.STATEMENT_COMPARED: frozenset({"interview"}),
        VaultAction.INTERVIEW_READ_BACK: frozenset({"interview"}),
        VaultAction.INTERVIEW_SIGNED: frozenset({"interview"}),
        VaultAction.PLACES_NOTED: frozenset({"file_place"}),
        VaultAction.INTAKE_ENDED: frozenset({"intake_run"}),
        VaultAction.ADS_READ: frozenset({"ad"}),
        **dict.fromkeys(
            (VaultAction.FILE_STRUCK_OUT, VaultAction.FILE_STANDS_AGAIN), frozenset({"exhibit_file"})
        ),
        VaultAction.ADS_WITHDRAWN: frozenset({"ad_reading"}),
        VaultAction.BUNDLE_STAMPED: frozenset({"stamped_bundle"}),
        VaultAction.RECIPIENT_ADDED: frozenset({"recipient"}),
        VaultAction.RECIPIENT_WITHDRAWN: frozenset({"recipient"}),
        VaultAction.RECIPIENT_CORRECTED: frozenset({"recipient"}),
        VaultAction.PACKAGE_MADE: frozenset({"package"}),
        VaultAction.FOREIGN_OFFICE_ADDED: frozenset({"foreign_office"}),
        VaultAction.FOREIGN_OFFICE_WITHDRAWN: frozenset({"foreign_office"}),
        VaultAction.PACKAGE_RECEIVED: frozenset({"received_package"}),
        VaultAction.REFUSED_IMPORTED: frozenset({"received_item"}),
        VaultAction.REFUSAL_CORRECTED: frozenset({"received_item"}),
        VaultAction.RECEIPT_WRITTEN: frozenset({"written_receipt"}),
        VaultAction.RECEIPT_ENTERED: frozenset({"package_receipt"}),
        VaultAction.RECEIPT_WITHDRAWN: frozenset({"package_receipt"}),
        VaultAction.NOTICE_GIVEN: frozenset({"given_notice"}),
        VaultAction.NOTICE_ENTERED: frozenset({"received_notice"}),
        **dict.fromkeys(
            (VaultAction.LEAVING_BARRED, VaultAction.LEAVING_ALLOWED), frozenset({"leaving_bar"})
        ),
        **dict.fromkeys(
            (VaultAction.FILE_TAKEN_OUT, VaultAction.BARRED_FILE_TAKEN_OUT), frozenset({"taken_out"})
        ),
        VaultAction.DISCLOSURE_DRAWN_UP: frozenset({"disclosure"}),
        VaultAction.IDENTITY_ANNEX_MADE: frozenset({"identity_annex"}),
        VaultAction.MASKED_COPY_MADE: frozenset({"masked_copy"}),
        **dict.fromkeys(
            (VaultAction.REDACTION_MADE, VaultAction.REDACTION_WITHDRAWN), frozenset({"redaction"})
        ),
        VaultAction.SIGNING_COPY_MADE: frozenset({"signing_copy"}),
        VaultAction.SIGNED_PAPER_REGISTERED: frozenset({"signing_copy"}),
        **dict.fromkeys(DECISIONS, frozenset({"record_decision"})),
        **dict.fromkeys(LINKS, frozenset({"person_link"})),
        VaultAction.AGE_DECIDED: frozenset({"age_decision"}),
        VaultAction.CLAIM_USE_DECIDED: frozenset({"claim_use"}),
        VaultAction.CLAIM_ADDED: frozenset({"person_claim"}),
        **dict.fromkeys(CustodyAction, frozenset({"custody_event"})),
    }
)
"""The tables of which an act adds or changes a row each: what follows from its entry alone must be in the
rows too.
"""

NEEDED_SINCE: Mapping[str, int] = MappingProxyType({VaultAction.KEYS_GIVEN: 2})
"""Acts whose rows have a table since this schema: an event of an earlier one tells none."""


def missing_tables(changes: Collection[Change], action: str) -> Iterator[str]:
    """Return the tables of which the act tells no row that it needs.

    Of an act with several tables and no rule of its own, a row of any will do; the first is named.
    """
    may = [each for each in ACT_ROWS.get(action, {}) if each != "approval"]
    if not may or action in WITHOUT_ROWS:
        return
    touched = {each.table for each in changes if each.fields or action in SET_AGAIN}
    needed = NEEDED_ROWS.get(action)
    if needed is not None:
        yield from sorted(needed - touched)
    elif touched.isdisjoint(may):
        yield may[0]

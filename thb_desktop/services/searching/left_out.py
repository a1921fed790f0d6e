"""Left out: what may hold words and is not searched, with the reason. A test finds what is in neither."""

from collections.abc import Mapping
from types import MappingProxyType

_OFFICE = "of the office, and of no case: the page of the office lists it"
_DIGESTS = "digests, keys and signatures alone"
_SEALED = "sealed: nobody finds it, whoever asks"
_CARRIED = "what a container carries as bytes; its words are in other fields"

TABLES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("office", "user", "restoration", "handover", "approval"), _OFFICE),
        **dict.fromkeys(("signing_identity", "foreign_office", "recipient"), _OFFICE),
        **dict.fromkeys(("office_pack", "certificate_template", "caution_text"), _OFFICE),
        **dict.fromkeys(("compartment_version", "compartment_grant", "consultation_mark"), _DIGESTS),
        **dict.fromkeys(("page_comparison", "signing_copy"), _DIGESTS),
        **dict.fromkeys(("handback", "assignment_return", "packet", "packet_return"), _DIGESTS),
        **dict.fromkeys(("sealed_identity", "sealed_item", "safety_flag"), _SEALED),
        "ad_reading": "how a file was read: what it gave is found in its advertisements",
        "correction": "former words: what stands now is found in the entry, and its history tells the rest",
        "digest_list": "what a list of others said of files: their paths are found as places",
        "signed_name": "former names, as a record was signed: what stands now is found in the entry",
    }
)
"""Tables."""

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "interview.record_salt": _DIGESTS,
        "rendering_version.salt": _DIGESTS,
        "interview.clock_offset": "a span of time",
        "interview.legal_basis_state": "a code of a State",
        "interview.place_country": "a code of a State",
        "interview.zone": "the name of a time zone",
        "bundle.entries": "tables and ids of what the bundle holds, which is found itself",
        "signature_check.said": "what a program found of a file, which is found itself",
        "signature_check.anchors": "names and digests of certificates",
        "signature_check.sha256": "that of the file, which is found itself",
        "ad.place": "the place of an advertisement in its file",
        "segment.position": "the place of a turn among others",
        "segment.recording_from": "a time in a recording",
        "segment.recording_to": "a time in a recording",
        "warning_reason.rule": "a code",
        "warning_reason.field": "a code",
        "warning_reason.about": "the number of a turn or exhibit, which is found itself",
        "warning_reason.said": "values of a sentence of the program, which stand in the record itself",
        "certification.renderings": _DIGESTS,
        "version_signature.versions": _DIGESTS,
        "language_certificate.versions": _DIGESTS,
        "file_place.raw": "the bytes of a path that is no Unicode; the path itself is searched",
        "file_place.modified": "a time",
        "custody_event.recorder": "the name of a user of this office, who is found in its own list",
        "custody_event.strokes": "points of a drawing",
        "bank_statement.mapping": "which column of a table was read as what",
        "bank_statement.unread_because": "codes, and the columns of a table",
        "money_transaction.balance_after": "a figure that the bank computed, equal on many rows",
        "hand_over.commission_currency": "a code",
        "value_transfer.rate": "a figure",
        "case_file.exploitation": "codes",
        "interpreter.directions": "codes of languages",
        "interpreter.register_state": "a code",
        "use_condition.imposed_state": "a code",
        "disclosure.territory": "a code of a State",
        "bundle.state": "a code of a State",
        "taken_out.state": "a code of a State",
        "redaction.entity": "a code",
        "redaction.field": "a code",
        "assignment.root_digest": _DIGESTS,
        "assignment.head": _DIGESTS,
        "declaration.packet": _DIGESTS,
        "received_package.sheet": _DIGESTS,
        "package.sheet": _DIGESTS,
        "package.listed": _DIGESTS,
        "identity_annex.sheet": _DIGESTS,
        "identity_annex.listed": _DIGESTS,
        "package_receipt.data": _CARRIED,
        "received_notice.data": _CARRIED,
        "instrument.status": "a code",
        "glossary_term.script": "a code",
        "glossary_term.part_of_speech": "a code of grammar",
    }
)
"""Fields of tables that are searched."""

CODES = frozenset(
    {
        *(
            "country",
            "from_country",
            "to_country",
            "further_states",
            "nationalities",
            "nationality",
            "currency",
        ),
        *("language", "languages", "procedure_language", "readback_language", "from_language"),
        *("to_language", "target_language", "source_language", "media_type"),
        *("record_digest", "source_digest", "version_digest", "words_digest", "signature", "digest"),
        *("foreign_id", "head_root"),
    }
)
"""Names of fields that hold a code, a digest or an id wherever they occur."""

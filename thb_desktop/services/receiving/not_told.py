"""Not told: the tables whose later rows make no notice due, each with the reason.

Together with `later.KINDS` they are all tables of the vault: a new one is entered here or there.
"""

from collections.abc import Mapping
from types import MappingProxyType

_SIGNED = "it is part of a record that was signed before it left: it never changes (V-I-08)"
_OFFICE = "it belongs to the office, and no bundle lists it"
_OUR_ACT = "it is what this office sent, made or asked for, and nothing that was received tells it"
_CAME = "it came from another office, or was answered to it"
_STORE = "it is about the store of an interpreter, and no bundle lists it"
_WORKING = "it is of the office's own work, and no bundle lists it"
_VERSION = "it says what a version hides; what an older version shows is recalled by hand"
_ADDED = "it adds to what was received, and says nothing against it"

_BY_REASON: Mapping[str, tuple[str, ...]] = {
    _SIGNED: (
        *("presence", "caution", "special_measure", "earlier_interview", "interpreter_engagement"),
        *("victim_information", "recording", "record_signature", "statement_elsewhere", "segment"),
        *("lineup", "timeline_event", "intervention", "segment_place", "page_comparison", "rendering"),
        *("certification", "warning_reason", "signed_name", "signing_copy", "read_back_correction"),
    ),
    _OFFICE: (
        *("office", "restoration", "user", "compartment_version", "compartment_grant", "signing_identity"),
        *("handover", "approval", "consultation_mark", "office_pack", "certificate_template", "caution_text"),
    ),
    _OUR_ACT: (
        *("bundle", "stamped_bundle", "package", "identity_annex", "taken_out", "recipient"),
        *("given_notice", "transmission"),
    ),
    _CAME: (
        *("foreign_office", "received_package", "received_item", "written_receipt", "package_receipt"),
        "received_notice",
    ),
    _STORE: ("assignment", "handback", "assignment_return", "declaration", "packet", "packet_return"),
    _WORKING: (
        *("safety_flag", "glossary_concept", "glossary_term", "file_place", "intake_run", "digest_list"),
        *("ad_reading", "ad", "action_team", "voided_number", "person_found"),
    ),
    _VERSION: ("disclosure", "redaction", "masked_copy"),
    _ADDED: ("annotation_answer", "language_certificate", "signature_check"),
    "it is how an entry is corrected, which is told of the entry": ("correction",),
    "a bundle tells no sealed value; an annex that does is asked by itself": (
        *("sealed_identity", "sealed_item"),
    ),
}

NOT_TOLD: Mapping[str, str] = MappingProxyType(
    {name: reason for reason, names in _BY_REASON.items() for name in names}
)
"""The reason why nothing is told of a table, by its name."""

"""Who made a row, and when, as the row says it: the author and the time of the entry that adds it."""

from collections.abc import Mapping

AUTHORS: Mapping[str, str] = {
    "age_decision": "entered_by",
    "annotation": "typed_by",
    "annotation_answer": "given_by",
    "approval": "requested_by",
    "certificate_template": "made_by",
    "caution_text": "made_by",
    "office_pack": "made_by",
    "assignment": "assigned_by",
    "assignment_return": "merged_by",
    "claim_use": "by",
    "compartment_grant": "granted_by",
    "compartment_version": "set_by",
    "correction": "by",
    "declaration": "user_id",
    "handback": "user_id",
    "handover": "from_user",
    "disclosure": "drawn_by",
    "identity_annex": "made_by",
    "redaction": "by",
    "masked_copy": "made_by",
    "ad_reading": "by",
    "digest_list": "by",
    "intake_run": "by",
    "leaving_bar": "by",
    "taken_out": "by",
    "stamped_bundle": "recorded_by",
    "package": "made_by",
    "packet": "sent_by",
    "packet_return": "taken_by",
    "recipient": "added_by",
    "foreign_office": "added_by",
    "received_package": "received_by",
    "written_receipt": "written_by",
    "package_receipt": "entered_by",
    "given_notice": "given_by",
    "received_notice": "entered_by",
    "page_comparison": "compared_by",
    "person_claim": "entered_by",
    "person_link": "by",
    "record_decision": "entered_by",
    "language_job": "opened_by",
    "rendering": "typed_by",
    "rendering_version": "typed_by",
    "safety_flag": "typed_by",
    "signature_check": "by",
    "signing_copy": "made_by",
    "warning_reason": "given_by",
}
"""The field that names who made the row, by table: the author of the entry, and nobody else."""
NAMED_IN_SOME: Mapping[str, str] = {"custody_event": "recorded_by", "bank_statement": "same_by"}
"""The same of tables of which only some rows name who made them."""
TIMES: Mapping[str, str] = {
    **dict.fromkeys(("age_decision", "claim_use", "person_claim", "person_link", "record_decision"), "at"),
    **dict.fromkeys(("caution_text", "page_comparison", "signing_copy", "warning_reason"), "at"),
    "office_pack": "at",
    **dict.fromkeys(("annotation_answer", "certificate_template"), "at"),
    **dict.fromkeys(("declaration", "packet", "packet_return"), "at"),
    **dict.fromkeys(("digest_list", "intake_run", "leaving_bar", "package", "recipient", "taken_out"), "at"),
    **dict.fromkeys(("ad_reading", "signature_check"), "at"),
    "bank_statement": "same_at",
    "stamped_bundle": "at",
    **dict.fromkeys(("foreign_office", "received_package", "written_receipt", "package_receipt"), "at"),
    **dict.fromkeys(("disclosure", "identity_annex", "masked_copy", "redaction"), "at"),
    **dict.fromkeys(("given_notice", "received_notice"), "at"),
    "language_job": "opened_at",
    **dict.fromkeys(("exhibit_file", "sealed_item", "signing_identity"), "added_at"),
    **dict.fromkeys(("correction", "handover"), "at"),
    **dict.fromkeys(("annotation", "language_certificate", "revision_verdict", "safety_flag"), "at"),
    **dict.fromkeys(("version_signature", "version_withdrawal"), "at"),
    **dict.fromkeys(("rendering", "rendering_version"), "typed_at"),
    "assignment_return": "merged_at",
    **dict.fromkeys(("certification", "consultation_mark", "handback", "restoration"), "at"),
    "compartment_grant": "granted_at",
    "custody_event": "recorded_at",
}
"""The field of a new row that says when it was made, by table: the time of the entry, and no other. What
counts can follow from it: a later claim about an age begins again what a decision ended, and of sealed values
the newest is opened. What a linguist made elsewhere has the time at which it was made there.
"""
AUTHORS_OF_CHANGES: Mapping[str, str] = {
    "language_job": "closed_by",
    "rendering": "typed_by",
    "safety_flag": "settled_by",
}
"""The field that names who changed the row, by table: again the author of the entry."""
WORDS: Mapping[str, str] = {"rendering": "text"}
"""The field of words that can be typed again, by table: whoever changes them is named then, with the time."""
TIMES_OF_CHANGES: Mapping[str, str] = {
    **dict.fromkeys(("assignment", "language_job"), "closed_at"),
    "rendering": "typed_at",
    "safety_flag": "settled_at",
    **dict.fromkeys(
        ("ad_reading", "foreign_office", "package_receipt", "recipient", "signing_identity"), "withdrawn_at"
    ),
}
"""The field that says when the row was changed, by table: again the time of the entry."""

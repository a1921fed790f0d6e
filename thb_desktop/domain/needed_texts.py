"""Texts that a row must have: a reason that nobody can read is none, whatever the database counts.

The services ask before they write. This is asked of every row that an event tells, also of one that another
program wrote. The database counts blanks and letters that are drawn as nothing as a text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.checked_codes import CustodyAction, RecordDecisionKind, SignatureMethod, VerdictKind
from thb_desktop.domain.corrections import STRUCK
from thb_desktop.domain.description_codes import LevelSource
from thb_desktop.domain.record import Plain
from thb_desktop.domain.signature_level import DATED
from thb_desktop.domain.vocabulary import ClaimBasis, IdentityBinding, SecondKind

ALWAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "account": ("number", "identifier"),
        "action_team": ("number", "action", "place", "first_number", "last_number"),
        "age_decision": ("reference", "decided_by", "reason"),
        **dict.fromkeys(("annotation", "annotation_answer"), ("text",)),
        "approval": ("subject",),
        "attribution": ("holder", "source"),
        **dict.fromkeys(("authority", "certificate_template", "office", "presence", "user"), ("name",)),
        "bank_statement": ("number", "currency"),
        **dict.fromkeys(("bundle", "disclosure"), ("number", "purpose", "recipient")),
        "case_file": ("reference",),
        **dict.fromkeys(("case_object", "exhibit", "lineup", "package", "person_found"), ("number",)),
        "caution_text": ("text",),
        "certification": ("statement",),
        **dict.fromkeys(("claim_use", "handover", "leaving_bar", "person_link"), ("reason",)),
        **dict.fromkeys(("restoration", "version_withdrawal", "warning_reason"), ("reason",)),
        "correction": ("reason",),
        "custody_event": ("actor", "reason"),
        "earlier_interview": ("held_on",),
        **dict.fromkeys(("recipient", "foreign_office"), ("name", "told")),
        "given_notice": ("number", "text"),
        "glossary_term": ("term",),
        "hand_over": ("number", "at", "currency", "source"),
        "identity_annex": ("number", "reason"),
        "instrument": ("number", "reference"),
        **dict.fromkeys(("interpreter", "official"), ("code", "name")),
        "item_description": ("item",),
        "language_certificate": ("place",),
        "language_job": ("number", "purpose"),
        "money_transaction": ("at", "currency"),
        "office_pack": ("text", "source", "reason"),
        "online_capture": ("requested_url",),
        "package_receipt": ("from_party",),
        "packet_return": ("sheet", "listed", "signature"),
        "pay_figure": ("period", "source"),
        "person": ("code",),
        "record_signature": ("name",),
        "redaction": ("ordered_by",),
        "stamped_bundle": ("authority",),
        "stay": ("source",),
        "taken_out": ("reason", "recipient"),
        "transmission": ("number", "by", "what"),
        "use_condition": ("number", "text", "imposed_by"),
        "value_transfer": ("number", "basis"),
        "voided_number": ("number", "reason"),
    }
)
"""By the name of the table: each that somebody types and without which the database takes no row."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Texts that a row must have where each field of `when` has one of its values; None: it has any value."""

    names: tuple[str, ...]
    when: Mapping[str, tuple[Plain, ...] | None]

    def is_of(self, row: Mapping[str, Plain]) -> bool:
        """Whether the row is one that must have them."""
        return all(
            row.get(field) in values if values is not None else bool(row.get(field))
            for field, values in self.when.items()
        )


_WITHDRAWN = (Needed(("withdrawn_because",), {"withdrawn_at": None}),)
_CLOSED = (Needed(("closed_because",), {"closed_at": None}),)
_NOTHING = (None, "")
_OPEN = tuple(kind for kind in RecordDecisionKind if kind is not RecordDecisionKind.SEALED)
_LEVEL = (
    Needed(("level_report",), {"level_determined_by": (LevelSource.EXTERNAL_VALIDATION_REPORT,)}),
    Needed(("level_report_by",), {"level_determined_by": DATED}),
)
SOMETIMES: Mapping[str, tuple[Needed, ...]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("ad_reading", "recipient", "foreign_office", "package_receipt", "signing_identity"), _WITHDRAWN
        ),
        **dict.fromkeys(("assignment", "language_job"), _CLOSED),
        "approval": (Needed(("reason",), {"kind": (SecondKind.ALONE,)}),),
        "bank_statement": (Needed(("same_because", "account_named", "account_then"), {"same_by": None}),),
        "custody_event": (Needed(("right_value",), {"action": (CustodyAction.CORRECTION,)}),),
        **dict.fromkeys(("disclosure", "transmission"), (Needed(("basis",), {"instrument_id": _NOTHING}),)),
        "exhibit": (Needed(("keep_ground", "keep_decided_by"), {"keep_until": None}),),
        "online_capture": (Needed(("authority",), {"logged_in": (True,), "covert": (True,)}),),
        "person_claim": (
            Needed(("said_by",), {"basis": (ClaimBasis.OTHER_PERSON,), "said_by_id": _NOTHING}),
            Needed(("statement",), {"interview_id": _NOTHING, "exhibit_id": _NOTHING}),
        ),
        "received_item": (
            Needed(("refused_because",), {"exhibit_id": _NOTHING}),
            Needed(("refused_because",), {"formerly": None}),
        ),
        "record_decision": (Needed(("reference", "decided_by", "reason"), {"kind": _OPEN}),),
        "record_signature": (
            Needed(("reason",), {"method": (SignatureMethod.REFUSED, SignatureMethod.UNABLE)}),
            *_LEVEL,
        ),
        "redaction": (Needed(("because",), {"withdraws_id": None}),),
        "signature_check": _LEVEL,
        "user": (
            Needed(("bound_by", "bound_document"), {"bound_as": (IdentityBinding.SELF_ISSUED_VOUCHED_BY,)}),
        ),
        "revision_verdict": (Needed(("own_text", "reason"), {"kind": (VerdictKind.DISPUTES,)}),),
    }
)
"""Those that only some rows of a table must have."""


def lacks_text(table: str, row: Mapping[str, Plain]) -> bool:
    """Whether a row lacks a text that it must have, or was struck out without a word that can be read."""
    needed = [*ALWAYS.get(table, ())]
    for some in SOMETIMES.get(table, ()):
        needed += some.names if some.is_of(row) else ()
    needed += [STRUCK] if row.get(STRUCK) else []
    return any(is_blank(text) for name in needed if isinstance(text := row.get(name), str))

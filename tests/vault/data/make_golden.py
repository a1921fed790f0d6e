"""Makes golden events of each shape; `python -m tests.vault.data.freeze` keeps them when a version is out.

Each file of golden/<number of the schema>/rows is the content of an event that tells full rows of one entity,
in an order in which they can be replayed; each of .../acts is that of an event of one action, each of
.../sealed what lies sealed in a row. A later schema adds a folder; a file that is there never changes.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.assessment import IndividualAssessment
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Identity
from thb_desktop.domain.person_claims import ClaimWords, UsedWords
from thb_desktop.domain.record import Record, to_record
from thb_desktop.errors import ThbError
from thb_desktop.ledger import canonical
from thb_desktop.vault.database import Connection, open_scratch, read_schema
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.tables.projection import Projection, state_of
from thb_desktop.vault.tables.registry import TABLES

GOLDEN = Path(__file__).with_name("golden")
_AT = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
_HEX = "0123456789abcdef"
_FORMS = (
    (r"= 128\b|, 128,", _HEX * 8),
    (r"= 64\b|THEN 64", _HEX * 4),
    (r"\^0-9a-f", _HEX * 4),
    (r"= 2\b", "BE"),
    (r"\?\?\?\?-\?\?-\?\?", "2026-06-01"),
    (r"\?\*/\?\*", "text/plain"),
    (r"\[0-9\]\*", "12.50"),
)
"""What a constraint of a column asks of its text."""
_STANDS: Mapping[str, Any] = {"struck": ""}
_STRUCK: Mapping[str, Any] = {"struck": "Entered in error"}
_CONFIRMED: Mapping[str, Any] = {
    "action": v.CustodyAction.TRANSFER_CONFIRMED,
    "approval_id": None,
    "confirms": "custody_event-3",
    "party": v.TransferParty.RECEIVER,
    "recorded_by": "user-1",
    "recorder": "Some name",
}
OTHERWISE: Mapping[str, Mapping[str, Any]] = {
    "ad": {"row": 1, "pictures": (("picture.jpg", _HEX * 4),)},
    "ad_reading": {"count": 1},
    "annotation": {
        "anchor": Anchor.of_text("segment-1", "Some words", 0, 4),
        "basis": v.AnnotationBasis.OBSERVED,
        "visibility": v.AnnotationVisibility.PRINT,
        **_STANDS,
    },
    "certificate_template": {"version": 1},
    "caution_text": {"version": 1},
    "office": {"longest_minutes": 60, "longest_minutes_child": 30, "rehash_months": 12},
    "language_certificate": {
        "versions": (("rendering_version-1", _HEX * 4),),
        "source_sha256": _HEX * 4,
    },
    "digest_list": {"because": None},
    "recipient": {"kind": v.RecipientKind.ADDRESSEE, "state": "BE"},
    "given_notice": {"bundle_id": None, "taken_id": None, "annex_id": None},
    "received_notice": {"sent": v.SentKind.PACKAGE},
    "lineup": _STANDS,
    "glossary_concept": _STANDS,
    "glossary_term": {"reliability": 4, **_STANDS},
    "language_job": {"from_job_id": None, "source_sha256": _HEX * 4, **_STANDS},
    "rendering_version": {"number": 1, "salt": _HEX * 4},
    "safety_flag": {"settled_by": None, "settled_at": None},
    "revision_verdict": {"interpreter_id": "interpreter-2", "user_id": "user-2"},
    "version_signature": {
        "state": v.RenderingState.SELF_CHECKED,
        "versions": (("rendering_version-1", _HEX * 4),),
    },
    **dict.fromkeys(("authority", "case_file", "interpreter", "person"), _STANDS),
    "instrument": {"order_exhibit_id": None, **_STANDS},
    "assignment": {"place": _HEX * 2, "closed_at": None, "closed_because": "", "kept": False},
    "assignment_return": {"handback_id": "handback-1"},
    "declaration": {"assignment_id": "assignment-1"},
    "handback": {"assignment_id": "assignment-1"},
    "approval": {
        "kind": v.SecondKind.APPROVED,
        "approved_by": "user-2",
        "signature": _HEX * 8,
        "reason": "",
    },
    "custody_event": {
        "number": 1,
        "action": v.CustodyAction.DESTROYED,
        "corrects": None,
        "lacked": None,
        "source_sha256": _HEX * 4,
        "weak_digest": _HEX * 2,
        "wrong_value": "",
        "right_value": "",
        "confirms": None,
        "party": None,
        "way": None,
        "recorded_by": None,
        "recorder": "",
        "strokes": "",
        "scan_id": None,
    },
    "exhibit": {
        "parent_id": None,
        "root_id": "exhibit-1",
        "kind": v.ExhibitKind.DOCUMENT_SCAN,
        **_STANDS,
    },
    "signing_copy": {"scan_id": None},
    "handover": {"to_user": "user-2"},
    "interview": {
        "state": v.InterviewState.DRAFT,
        "record_digest": "",
        "held_on": None,
        "supplements_id": None,
        "rectifies_id": None,
    },
    "official": {"authority_id": None, "struck": ""},
    "use_condition": _STANDS,
    "item_description": _STANDS,
    "online_capture": _STANDS,
    "signature_check": {"content_id": None, "said": "{}"},
    "transmission": _STANDS,
    "action_team": _STANDS,
    "voided_number": _STANDS,
    "person_found": _STANDS,
    "stay": _STANDS,
    "bank_statement": {"opening": "-12.50", "closing": "0", **_STANDS},
    "hand_over": {"amount_to": "13.00", "commission": "1.00", **_STANDS},
    "value_transfer": {"paid_out_id": "hand_over-2", "rate": "10.9", **_STANDS},
    "attribution": _STANDS,
    "pay_figure": {"amount_to": "13.00", **_STANDS},
    "money_transaction": {"amount_to": "13.00", "balance_after": "-3.50", "fee": "0.20"},
    "presence": {"interpreter_id": None, "person_id": None},
    "person_claim": {
        "kind": v.ClaimKind.KINSHIP,
        "basis": v.ClaimBasis.OTHER_PERSON,
        "relation": v.Kinship.COUSIN,
        "other_id": "person-2",
        "said_by_id": "person-2",
        "born": None,
        "nationality": "",
        "anchors": (Anchor.of_row("segment-1", _HEX * 4, "segment"),),
        **_STANDS,
    },
    "claim_use": {"used": True, "words_digest": _HEX * 4},
    "person_link": {
        "kind": v.PersonLinkKind.PROPOSED,
        "other_id": "person-2",
        "of_id": None,
        "printed": None,
    },
    "record_decision": {"kind": v.RecordDecisionKind.RESTRICTED, "digest": ""},
    "rendering": {"kind": v.RenderingKind.RENDITION},
    "received_item": {"exhibit_id": "exhibit-2", "refused_because": ""},
    "package_receipt": {"exhibit_id": None, "refused": (("E-05", "Not readable"),)},
    "signed_name": {"entity": "official"},
    "signing_identity": {"agreed": _HEX * 8},
    "leaving_bar": {"kind": v.BarKind.NO_DISCLOSURE, "lifts_id": None},
    "redaction": {
        "entity": "segment",
        "field": "source_text",
        "anchors": (Anchor.of_text("segment-1", "words", 0, 5),),
        "withdraws_id": None,
        "because": "",
    },
    "masked_copy": {"exhibit_id": "exhibit-2", "copy_id": "exhibit_file-2", "dots": 200},
    "segment_place": {"page": 1, "anchors": (Anchor.of_page("exhibit_file-1", _HEX * 4, 1, line=1),)},
    "statement_elsewhere": {"pages": 1},
    "page_comparison": {"page": 1},
    "segment": {"position": "000100", "capture": v.SourceCapture.TYPED_LIVE, **_STANDS},
}
"""Where a rule of the table asks for another value than the one that comes of itself."""
MORE: Mapping[str, tuple[Mapping[str, Any], ...]] = {
    "digest_list": (
        {
            "id": "digest_list-2",
            **dict.fromkeys(("named", "agree"), 0),
            **dict.fromkeys(("differ", "missing", "unnamed", "not_compared"), ()),
            "because": v.NotCompared.UNREADABLE,
        },
    ),
    "given_notice": tuple(
        {"id": f"given_notice-{at}", "package_id": None, field: f"{table}-1"}
        for at, (field, table) in enumerate(
            (("bundle_id", "bundle"), ("taken_id", "taken_out"), ("annex_id", "identity_annex")), 2
        )
    ),
    "hand_over": ({"id": "hand_over-2", "number": "H-2"},),
    "interpreter": ({"id": "interpreter-2", "code": "I-2", "user_id": "user-2"},),
    "language_job": ({"id": "language_job-2", "number": "J-2", "from_job_id": "language_job-1"},),
    "presence": (
        {"id": "presence-2", "official_id": None, "interpreter_id": "interpreter-1"},
        {"id": "presence-3", "official_id": None, "person_id": "person-1"},
    ),
    "person": ({"id": "person-2", "code": "V-2"},),
    "person_claim": (
        {
            "id": "person_claim-2",
            "kind": v.ClaimKind.BIRTH,
            "relation": None,
            "other_id": None,
            "born": PartialDate("2008/2009"),
        },
        {
            "id": "person_claim-3",
            "kind": v.ClaimKind.NATIONALITY,
            "relation": None,
            "other_id": None,
            "nationality": "ER",
        },
    ),
    "person_link": (
        {
            "id": "person_link-2",
            "kind": v.PersonLinkKind.MERGED,
            "of_id": "person_link-1",
            "printed": True,
        },
    ),
    "user": ({"id": "user-2", "name": "A second user"},),
    "leaving_bar": ({"id": "leaving_bar-2", "lifts_id": "leaving_bar-1"},),
    "package_receipt": (
        {
            "id": "package_receipt-2",
            "office_id": None,
            "exhibit_id": "exhibit-1",
            "foreign_id": "",
            "sha256": "",
            "data": "",
            "head_size": 0,
            "head_root": "",
        },
    ),
    "received_item": (
        {
            "id": "received_item-2",
            "foreign_id": "Another",
            "exhibit_id": None,
            "refused_because": "Not readable",
        },
    ),
    "redaction": ({"id": "redaction-2", "withdraws_id": "redaction-1", "because": "Not asked for"},),
    "exhibit_file": ({"id": "exhibit_file-2", "exhibit_id": "exhibit-2", "object_id": "Another"},),
    "exhibit": ({"id": "exhibit-2", "number": "E-2", "parent_id": "exhibit-1"},),
    "approval": (
        {
            "id": "approval-2",
            "kind": v.SecondKind.ALONE,
            "approved_by": None,
            "signature": "",
            "reason": "Nobody else was there",
        },
    ),
    "custody_event": (
        {
            "id": "custody_event-2",
            "number": 2,
            "action": v.CustodyAction.CORRECTION,
            "corrects": "custody_event-1",
            "lacked": v.LackedField.METHOD,
            "approval_id": None,
            "wrong_value": "8",
            "right_value": "9",
        },
        {
            "id": "custody_event-3",
            "number": 3,
            "action": v.CustodyAction.TRANSFER_OUT,
            "approval_id": None,
        },
        {
            **_CONFIRMED,
            "id": "custody_event-4",
            "number": 4,
            "way": v.ConfirmationWay.DRAWN,
            "strokes": "1,2 3,4",
        },
        {
            **_CONFIRMED,
            "id": "custody_event-5",
            "number": 5,
            "way": v.ConfirmationWay.ON_PAPER,
            "scan_id": "exhibit-1",
        },
    ),
}
"""Further rows, for fields that the first cannot have."""
LAST: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("person_role", {}),
    ("official", {"authority_id": "authority-1", "struck": "Entered twice"}),
    ("instrument", {"order_exhibit_id": "exhibit-1"}),
    ("segment", _STRUCK),
    ("lineup", _STRUCK),
    ("safety_flag", {}),
    ("safety_flag", {"settled_by": "user-1", "settled_at": _AT}),
    ("interview", {"state": v.InterviewState.READ_BACK}),
    ("read_back_correction", {}),
    ("signing_copy", {}),
    ("signing_copy", {"scan_id": "exhibit-1"}),
    ("interview", {"state": v.InterviewState.SIGNED, "record_digest": _HEX * 4}),
    ("record_decision", {}),
    ("record_decision", {"id": "record_decision-2", "kind": v.RecordDecisionKind.SEALED, "digest": _HEX * 4}),
    (
        "interview",
        {
            "id": "interview-2",
            "number": "INT-2",
            "state": v.InterviewState.DRAFT,
            "record_digest": "",
            "started_at": None,
            "held_on": PartialDate("2026-06"),
            "supplements_id": "interview-1",
        },
    ),
    (
        "interview",
        {"id": "interview-3", "number": "INT-3", "supplements_id": None, "rectifies_id": "interview-1"},
    ),
    ("assignment", {"closed_at": _AT, "closed_because": "Done", "kept": True}),
    (
        "person_link",
        {"id": "person_link-3", "kind": v.PersonLinkKind.SPLIT, "of_id": "person_link-2", "printed": None},
    ),
    ("person_claim", _STRUCK),
    *((name, _STRUCK) for name in ("annotation", "language_job", "glossary_term", "glossary_concept")),
    *(
        (name, _STRUCK)
        for name in (
            "transmission",
            *("action_team", "voided_number", "person_found", "stay"),
            "item_description",
            "online_capture",
            *("attribution", "bank_statement", "hand_over", "pay_figure", "value_transfer"),
            "use_condition",
            "authority",
            "instrument",
            "interpreter",
            "exhibit",
            "person",
            "case_file",
        )
    ),
)
"""Rows that change when all others are there, or are new then."""
SEALED: tuple[type, ...] = (Identity, IndividualAssessment, ClaimWords, UsedWords)
"""What lies sealed in rows, where no migration reads it."""


def make(folder: Path) -> None:
    """Write the golden events of the schema of today into a folder."""
    with closing(open_scratch()) as connection:
        projection, schema = Projection(connection), read_schema(connection)
        rows, acts = folder / str(schema) / "rows", folder / str(schema) / "acts"
        for place in (rows, acts):
            place.mkdir(parents=True)
        for number, (table, values) in enumerate(_told(connection), start=1):
            states = [_saved(projection, table, value) for value in values]
            event = Event(schema=schema, action="GOLDEN", reason="", states=states, tables=projection.digest)
            (rows / f"{number:03}-{table.name}.json").write_bytes(event.to_bytes())
        sealed = folder / str(schema) / "sealed"
        sealed.mkdir()
        for entity in SEALED:
            record = to_record(_filled(entity, {}, "", {}))
            (sealed / f"{entity.__name__}.json").write_bytes(canonical.encode(record))
        for action in (*VaultAction, *v.CustodyAction):
            event = Event(schema=schema, action=action.value, reason="Why", states=[], tables=_HEX * 4)
            (acts / f"{action.value}.json").write_bytes(event.to_bytes())


def _saved(projection: Projection, table: Table[Any], value: object) -> Record:
    try:
        return state_of(projection.save(value))
    except ThbError as refusal:
        refusal.add_note(f"OTHERWISE does not say what the rules of {table.name} ask for: {value}")
        raise


def _told(connection: Connection) -> Iterator[tuple[Table[Any], list[object]]]:
    named = {table.name: table for table in TABLES}
    made = {name: _full(connection, table) for name, table in named.items()}
    for name in [name for name in named if (name, {}) not in LAST]:
        yield named[name], [made[name], *(replace(made[name], **changes) for changes in MORE.get(name, ()))]
    for name, changes in LAST:
        made[name] = replace(made[name], **changes)
        yield named[name], [made[name]]


def _full(connection: Connection, table: Table[Any]) -> Any:
    """A value of an entity with no field at its default, as far as the rules of its table allow it."""
    ((sql,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table.name,)).fetchall()
    parents = {
        row["from"]: f"{row['table']}-1"
        for row in connection.execute("SELECT * FROM pragma_foreign_key_list(?)", (table.name,))
        if not row["table"].startswith("code_")
    }
    own = {"id": f"{table.name}-1"} if table.key == ("id",) else {}
    return _filled(table.entity, {**own, **parents}, sql, OTHERWISE.get(table.name, {}))


def _filled(entity: type, ids: Mapping[str, str], sql: str, otherwise: Mapping[str, Any]) -> Any:
    hints = get_type_hints(entity)
    own = {
        each.name: _value(hints[each.name], each.name, _constraint(sql, each.name))
        for each in fields(entity)
        if each.name not in ids and each.name not in otherwise
    }
    return entity(**{**own, **ids, **otherwise})


def _constraint(sql: str, column: str) -> str:
    """What a table's statement says of a column alone."""
    said = re.search(rf"^    {column} (.*(?:\n        .*)*)", sql, re.MULTILINE)
    return said[1] if said else ""


def _value(hint: Any, name: str, constraint: str) -> Any:
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        kinds = inner[:1] if inner[1:] == (Ellipsis,) else inner
        return tuple(_value(kind, name, constraint) for kind in kinds)
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    if kinds:
        return _value(kinds[0], name, constraint)
    if issubclass(hint, StrEnum):
        return list(hint)[-1]
    plain = {
        int: 7,
        bool: "DEFAULT 1" not in constraint,
        datetime: _AT,
        date: date(2026, 6, 1),
        PartialDate: PartialDate("2026-06"),
    }
    if hint in plain:
        return plain[hint]
    if hint is not str:
        return _filled(hint, {}, "", {})
    return next(
        (text for form, text in _FORMS if re.search(form, constraint)), f"Some {name.replace('_', ' ')}"
    )

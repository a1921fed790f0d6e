"""Sources about what left the office, and what came: versions, bundles, packages, receipts, notices."""

from typing import Any

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.rights import Right
from thb_desktop.domain.searching import SearchKind
from thb_desktop.services.searching.case_sources import of_case
from thb_desktop.services.searching.exhibit_sources import of_exhibit
from thb_desktop.services.searching.owners import Owners
from thb_desktop.services.searching.source import Source
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table

_PACKAGE = SearchKind.PACKAGE


def _sent(number: int, table: Table[Any], *fields: str, by: str, owner: Any, day: str) -> Source:
    right, logs = Right.READ_CASE, Consulted.CASE
    return Source(number, table, _PACKAGE, right, logs, fields, by, owner, day=day)


def _received(number: int, table: Table[Any], *fields: str, day: str = "") -> Source:
    right, logs = Right.READ_EXHIBITS, Consulted.EXHIBIT
    return Source(number, table, _PACKAGE, right, logs, fields, "received_id", Owners.received, day=day)


OF_LEAVING: tuple[Source, ...] = (
    of_case(
        57,
        registry.DISCLOSURE,
        _PACKAGE,
        *("number", "recipient", "purpose", "basis"),
        right=Right.PREPARE_BUNDLES,
        day="at",
    ),
    Source(
        66,
        registry.REDACTION,
        _PACKAGE,
        Right.PREPARE_BUNDLES,
        Consulted.BUNDLE_DRAFT,
        ("ordered_by", "because"),
        "disclosure_id",
        Owners.version,
        day="at",
    ),
    of_case(
        58,
        registry.BUNDLE,
        _PACKAGE,
        *("number", "purpose", "recipient", "sha256", "restricted_because", "ground_because", "competence"),
        *("authorised", "special_because", "within_limits", "retention"),
        *("identities_because", "unsearched_because"),
        "warned",
        day="made_at",
    ),
    _sent(67, registry.STAMPED_BUNDLE, "sha256", "authority", by="bundle_id", owner=Owners.bundle, day="at"),
    of_case(
        59,
        registry.PACKAGE,
        _PACKAGE,
        *("number", "sha256", "identities_because", "unsearched_because"),
        day="at",
    ),
    of_case(
        68,
        registry.IDENTITY_ANNEX,
        _PACKAGE,
        *("number", "sha256", "reason", "addresses_because"),
        day="at",
    ),
    _sent(
        60,
        registry.PACKAGE_RECEIPT,
        *("from_party", "remarks", "refused", "sha256", "withdrawn_because"),
        by="package_id",
        owner=Owners.package,
        day="received_at",
    ),
    of_case(61, registry.GIVEN_NOTICE, _PACKAGE, *("subject", "number", "text", "sha256"), day="at"),
    of_exhibit(
        62,
        registry.RECEIVED_PACKAGE,
        *("number", "bundle", "sha256", "opened_with"),
        kind=_PACKAGE,
        day="at",
    ),
    of_case(
        63,
        registry.RECEIVED_NOTICE,
        _PACKAGE,
        *("sent_number", "sent_sha256", "number", "text", "sha256"),
        right=Right.READ_EXHIBITS,
        day="made_at",
    ),
    _received(69, registry.RECEIVED_ITEM, "number", "refused_because", "formerly"),
    _received(70, registry.WRITTEN_RECEIPT, "remarks", "sha256", day="at"),
    of_exhibit(71, registry.LEAVING_BAR, "reason", kind=_PACKAGE, day="at"),
    of_exhibit(
        72,
        registry.TAKEN_OUT,
        *("place", "sha256", "recipient", "reason", "within_limits"),
        *("identities_because", "unsearched_because"),
        kind=_PACKAGE,
        day="at",
    ),
    Source(
        73,
        registry.ASSIGNMENT,
        SearchKind.LANGUAGE_WORK,
        Right.ASSIGN_WORK,
        Consulted.TESTIMONY,
        ("place", "note", "closed_because"),
        "job_id",
        Owners.job,
        day="assigned_at",
    ),
    Source(
        74,
        registry.DECLARATION,
        SearchKind.LANGUAGE_WORK,
        Right.ASSIGN_WORK,
        Consulted.TESTIMONY,
        ("note",),
        "assignment_id",
        Owners.assignment,
        day="at",
    ),
)

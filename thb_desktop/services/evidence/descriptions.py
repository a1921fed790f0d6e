"""Descriptions of exhibits: the things that one consists of, and how something was captured online."""

from collections.abc import Sequence
from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.rights import Right
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.exhibit_lookup import require_exhibit
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

Described = tuple[tuple[ItemDescription, ...], tuple[OnlineCapture, ...]]
"""Things first."""


@permitted(Right.REGISTER_EXHIBITS)
def describe_item(session: Session, item: ItemDescription) -> ItemDescription:
    """Describe one thing of an exhibit. Raises NotFoundError and StruckOutError about the exhibit."""
    exhibit = require_exhibit(session.read, item.exhibit_id)
    return add_to_case(session.work, replace(item, case_id=exhibit.case_id), VaultAction.EXHIBIT_DESCRIBED)


@permitted(Right.REGISTER_EXHIBITS)
def describe_capture(session: Session, capture: OnlineCapture) -> OnlineCapture:
    """Tell how something was captured online. Raises CovertCaptureError, NotFoundError, StruckOutError."""
    exhibit = require_exhibit(session.read, capture.exhibit_id)
    return add_to_case(session.work, replace(capture, case_id=exhibit.case_id), VaultAction.EXHIBIT_DESCRIBED)


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def list_described(session: Session, exhibit_id: ExhibitId) -> Described:
    """Return what describes one exhibit, in the order of entry, struck ones included."""
    return _of(session.read, (exhibit_id,))


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def of_exhibits(session: Session, exhibit_ids: Sequence[ExhibitId]) -> Described:
    """Return what describes these exhibits, struck ones included: a bundle tells them as struck out."""
    return _of(session.read, exhibit_ids)


def _of(connection: Connection, exhibit_ids: Sequence[ExhibitId]) -> Described:
    return (
        registry.ITEM_DESCRIPTION.among(connection, "exhibit_id", exhibit_ids),
        registry.ONLINE_CAPTURE.among(connection, "exhibit_id", exhibit_ids),
    )

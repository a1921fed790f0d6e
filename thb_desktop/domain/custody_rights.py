"""Custody rights: which right the record of each custody action needs."""

from collections.abc import Mapping
from types import MappingProxyType

from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction

_RIGHTS: Mapping[CustodyAction, Right] = MappingProxyType(
    dict.fromkeys(
        (
            CustodyAction.DISCLOSED,
            CustodyAction.EXPORTED,
            CustodyAction.LOANED,
            CustodyAction.RETURNED_TO_OWNER,
        ),
        Right.RELEASE_EXHIBITS,
    )
    | dict.fromkeys(
        (CustodyAction.CONSUMED_IN_TEST, CustodyAction.DESTROYED, CustodyAction.ERASED),
        Right.DESTROY_EXHIBITS,
    )
    | dict.fromkeys(
        (CustodyAction.EXHIBIT_CORRECTED, CustodyAction.FILE_WITHDRAWN, CustodyAction.FILE_REINSTATED),
        Right.REGISTER_EXHIBITS,
    )
)
"""The actions that need more than to record custody."""


def right_for(action: CustodyAction) -> Right:
    """Return the right that a custody event needs: to record, to release, or to destroy."""
    return _RIGHTS.get(action, Right.RECORD_CUSTODY)

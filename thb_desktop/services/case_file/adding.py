"""Adding: one new value in one transaction, with its event."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any, ClassVar, Protocol

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.entry_rules import completed
from thb_desktop.services.case_file.currencies import with_assets
from thb_desktop.services.case_file.entries import verify_enterable
from thb_desktop.services.case_file.telling import tell
from thb_desktop.services.core.unit_of_work import UnitOfWork


class OfCase(Protocol):
    """A domain value that belongs to a case."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str: ...

    @property
    def case_id(self) -> str: ...


def add_to_case[Value: OfCase](
    work_on: Callable[[], AbstractContextManager[UnitOfWork]],
    value: Value,
    action: VaultAction,
    reason: str = "",
) -> Value:
    """Give a value its id and save it; the event is one of the case.

    Raises FieldMissingError, StruckOutError if it names an entry that was struck out, and what the tables
    refuse.

    work_on: a session's `work`; the calling service has checked the right.
    """
    with work_on() as work:
        added = with_assets(work.connection, completed(replace(value, id=work.new_id())))
        verify_enterable(work.connection, added)
        work.save(added)
        work.record(added.case_id, action, reason)
        tell(work, added)
    return added

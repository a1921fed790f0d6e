"""Where the user was when the vault locked: stored in the vault, and returned once."""

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Self

from thb_desktop.services.casework import drafts

if TYPE_CHECKING:
    from thb_desktop.services.casework.drafts import Fields, SavedForm
    from thb_desktop.services.core.session import Session

_FORM = "place"
TURNS_READ = "turns-read"
"""The marks of a reading back: kept as a draft is, and nothing that somebody typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """page: the page's own name. case: the id of the case. record: the id of the open record on the page.

    turn, label: the id and the label of the turn that was being typed, if one was. form: the name of a form
    of the case with an unsaved draft.
    """

    page: str
    case: str = ""
    record: str = ""
    turn: str = ""
    label: str = ""
    form: str = ""

    @classmethod
    def of(cls, kept: "Fields | None") -> Self | None:
        known = {field.name: str((kept or {}).get(field.name, "")) for field in fields(cls)}
        return cls(**known) if known["page"] else None


def keep_place(session: "Session", place: Place) -> None:
    if session.keeps_drafts:
        drafts.save_form(session, _FORM, "", asdict(place))


def take_place(session: "Session") -> Place | None:
    """Return where the user was, once: it is deleted if the vault can be written to."""
    place = Place.of(drafts.find_form(session, _FORM, ""))
    if place is not None and session.keeps_drafts:
        drafts.discard_form(session, _FORM, "")
    return place


def waiting_forms(session: "Session") -> tuple["SavedForm", ...]:
    """Return the forms in which something was typed and not saved, the newest first."""
    return tuple(kept for kept in drafts.list_forms(session) if kept.form not in (_FORM, TURNS_READ))

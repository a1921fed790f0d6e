"""The message after an unlock: where the user was when the vault locked, and which drafts are unsaved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.labels.forms import form_name
from ui.place import Place
from ui.text import isolate, listed, translate

if TYPE_CHECKING:
    from thb_desktop.services.casework.drafts import SavedForm


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """sentence: empty if there is nothing to say. place: where to go back to, if that page exists."""

    sentence: str
    place: Place | None


def way_back(place: Place | None, waiting: Sequence["SavedForm"], pages: Mapping[str, str]) -> WayBack:
    """waiting: the forms with unsaved drafts. pages: the words for each page, by its own name."""
    sentences = []
    known = _with_form(place, waiting) if place is not None and place.page in pages else None
    if known is not None:
        sentences.append(
            translate("wayback", "When the vault locked you were at {page}.").format(page=pages[known.page])
        )
        if known.label:
            typing = translate("wayback", "You were typing in turn {turn}, which is kept as a draft.")
            sentences.append(typing.format(turn=isolate(known.label)))
    if waiting:
        forms = listed(dict.fromkeys(_said(kept) for kept in waiting))
        sentences.append(translate("wayback", "Typed and not saved: {forms}.").format(forms=forms))
    return WayBack(sentence=" ".join(sentences), place=known)


def _with_form(place: Place, waiting: Sequence["SavedForm"]) -> Place:
    """Name the newest form in which something of this case was being added."""
    added = (kept.form for kept in waiting if kept.subject == place.case and kept.form.startswith("add-"))
    return replace(place, form=next(added, ""))


def _said(kept: "SavedForm") -> str:
    """Return the name of the form, and the number of its subject."""
    name = form_name(kept.form)
    return f"{name} ({isolate(kept.name)})" if kept.name else name

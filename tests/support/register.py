"""The form in which an exhibit is registered, filled in for tests."""

from typing import Any

from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind
from ui.exhibits.register import RegisterDialog
from ui.widgets.dates import now


def fill_register(dialog: RegisterDialog, *, reason: str = "Found in the drawer", **exhibit: Any) -> None:
    """Answer what is needed: a file that the first official of the case seized and collected just now."""
    official = dialog.exhibit.editors["collected_by"].itemData(1)  # type: ignore[attr-defined]
    answers = {
        "number": "E-77",
        "titles": (("fr", "Agenda"),),
        "kind": ExhibitKind.FILE,
        "collected_at": now(),
        "collected_by": official,
    }
    dialog.exhibit.set_values(**{**answers, **exhibit})
    dialog.act.set_values(action=CustodyAction.SEIZED, reason=reason)
    dialog.same_button.click()

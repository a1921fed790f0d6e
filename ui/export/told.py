"""What the export says beside its pages: what to do next, and what was prepared."""

from ui.export.offering import Offer
from ui.text import translate


def next_told(offer: Offer, *, has_exhibits: bool) -> str:
    """Return what to do while no pages are prepared. has_exhibits: whether any is listed."""
    if has_exhibits or any(not each.barred for each in offer.records):
        return translate(
            "ExportView",
            "Choose what goes into the bundle and prepare its pages. You see them before anybody signs.",
        )
    return translate(
        "ExportView", "There is nothing to export yet. Sign an interview record or register an exhibit first."
    )

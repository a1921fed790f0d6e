"""The form of a line of the log of transmissions, for what was sent."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.cooperation import Transmission
from thb_desktop.domain.cooperation_fields import TRANSMISSION
from thb_desktop.services.cooperation.sending_log import Sending
from ui.forms.entry_dialog import EntryDialog
from ui.labels.entries import choices_among
from ui.partners.noting import NotingModel
from ui.text import isolate, translate
from ui.tones import Tone
from ui.widgets.basic import Notice


def noting_dialog(parent: QWidget, model: NotingModel, known: Sending, language: str) -> EntryDialog:
    """Make the form of the line. Day, channel and sender are empty: the program does not know them."""
    values: dict[str, Any] = {"incoming": False, "what": known.what}
    if known.instrument_id is not None:
        values["instrument_id"] = known.instrument_id
    return EntryDialog(
        parent,
        translate("ResultCard", "Note that it was sent"),
        TRANSMISSION,
        lambda typed, _: model.note(typed),
        model=model,
        main=translate("ResultCard", "Note it"),
        sentence=translate(
            "ResultCard",
            "The program sends nothing: when, how and by whom it was sent, only you can say. What it is, and "
            "the order or request under which it was released, stand here where they are known.",
        ),
        values=values,
        choices=choices_among({"instrument": known.instruments}, language),
        languages_first=(language,) if language else (),
        draft=model.draft("note-sending", model.named),
    )


def offer_line(
    parent: QWidget, model: NotingModel, notice: Notice, refuse: Callable[[str], object], language: str
) -> None:
    """Offer the line of what the model names. notice: says its number.

    language: of the case, for the titles of its instruments; empty for that of the window.
    """

    def show(known: Sending) -> None:
        dialog = noting_dialog(parent, model, known, language)
        dialog.finished.connect(lambda _: model.deleteLater())
        dialog.open()

    def tell(noted: Transmission) -> None:
        told = translate("ResultCard", "Noted as {number} in the log of transmissions.")
        notice.tell(told.format(number=isolate(noted.number)), Tone.OK)

    model.found.connect(show)
    model.refused.connect(refuse)
    model.noted.connect(tell)
    model.look()

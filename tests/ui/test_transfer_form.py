"""Under which instrument a bundle leaves is offered as often as the page is read."""

from typing import cast

from PySide6.QtWidgets import QApplication

from ui.export.transfer_form import TransferForm
from ui.forms.editors import ChoiceEditor

FIRST, SECOND = ("R-01  EIO 2026/17", "first"), ("R-02  EIO 2026/31", "second")


def test_the_instruments_are_offered_also_when_the_page_is_read_again(qapp: QApplication):
    form = TransferForm()
    form.set_values(state="FR")
    chooser = cast(ChoiceEditor, form.editors["instrument_id"])

    for instruments in ((FIRST,), (FIRST,), (FIRST, SECOND)):
        form.offer("BE", ("FR",), instruments)
        chooser.set_value(instruments[0][1])

    shown = [chooser.itemText(number) for number in range(1, chooser.count())]
    assert shown == [FIRST[0], SECOND[0]]
    assert form.transfer().instrument_id == "first"


def test_an_instrument_that_was_struck_out_meanwhile_is_chosen_no_more(qapp: QApplication):
    form = TransferForm()
    form.offer("BE", ("FR",), (FIRST, SECOND))
    chooser = cast(ChoiceEditor, form.editors["instrument_id"])
    chooser.set_value("second")

    form.offer("BE", ("FR",), (FIRST,))

    assert chooser.count() == 2
    assert chooser.value() is None

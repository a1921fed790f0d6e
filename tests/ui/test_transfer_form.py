"""Under which instrument a bundle leaves is offered as often as the page is read."""

from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from thb_desktop.domain.leaving_reasons import ASKED
from ui.export.reasons import LeavingReasons
from ui.export.transfer_form import TransferForm
from ui.forms.editors import ChoiceEditor
from ui.widgets.form import Form

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


@pytest.mark.parametrize("width", [300, 348])
def test_a_label_of_two_lines_is_no_part_of_the_field_above_it(qtbot: QtBot, width: int):
    form = TransferForm()
    qtbot.addWidget(form.host)
    form.host.resize(width, 10)
    form.host.show()
    qtbot.waitUntil(lambda: form.host.height() == form.host.minimumHeight())
    labels = [label for label in form.host.findChildren(QLabel) if label.isVisible() and label.text()]
    fields = [each for each in form.editors.values() if each.isVisible()]

    above = {
        label.text(): label.y() + label.contentsMargins().top() - field.geometry().bottom()
        for label in labels
        for field in fields
        if 0 <= label.y() - field.geometry().bottom() < 30
    }

    assert any(label.heightForWidth(label.width()) > 40 for label in labels)
    assert len(above) == len(fields) - 1
    assert min(above.values()) >= 6, above
    assert all(each.height() >= each.sizeHint().height() for each in fields)


def test_each_warning_that_asks_for_a_reason_has_its_field(qtbot: QtBot):
    page = QWidget()
    qtbot.addWidget(page)
    form = Form()
    page.setLayout(form)

    reasons = LeavingReasons(form, page)

    assert {*reasons.warned} == {*ASKED}
    for rule in ASKED:
        field = reasons.want(rule)
        assert field is not None
        field.setText(f"why {rule}")
        assert (rule, f"why {rule}") in reasons.answers()

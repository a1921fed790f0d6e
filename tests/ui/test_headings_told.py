"""What is said of the headings of a bundle if nobody chose their language."""

from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from thb_desktop.services.core.packs import shipped_pack
from ui.export.headings import HeadingsTold
from ui.export.transfer_form import TransferForm


def test_a_state_of_which_the_pack_says_nothing_is_told_from_one_whose_languages_bundles_lack(
    application: QApplication, qtbot: QtBot
):
    transfer, box = TransferForm(), QComboBox()
    told = HeadingsTold(box, transfer)
    for each in (transfer.host, box, told):
        qtbot.addWidget(each)
    told.offer({each.state: each.languages for each in shipped_pack().official}, "fr")

    said = {}
    for state in ("BG", "SN", "RO"):
        transfer.set_values(state=state)
        said[state] = "" if told.isHidden() else told.text()

    assert said["BG"].startswith("Bundles have no official language of BG, by the data pack.")
    assert said["SN"].startswith(
        "The data pack does not say the official languages of SN. Choose a language;"
    )
    assert said["SN"].endswith("French.")
    assert said["RO"] == ""

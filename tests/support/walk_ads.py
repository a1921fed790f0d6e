"""The walk through advertisements: a file is looked at and read; what they share, all of them, withdrawal."""

from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QDialog, QPushButton

from tests.support.controllers import reopen
from tests.support.recorded import recorded_exhibit
from tests.support.walk import PERLA, Walk
from tests.support.walk_handing import case_of
from thb_desktop.domain.page_text import PagePicture
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.services.searching.ad_pictures import AlikePicture
from thb_desktop.services.testimony import interviews
from ui.cases.ads import AdsDialog
from ui.cases.details import FACTS
from ui.exhibits.ads import ReadAdsDialog
from ui.exhibits.file_card import FileCard
from ui.exhibits.view import ExhibitsView
from ui.viewer.pair import PairDialog

_BODY = (
    "Nouvelle en ville, je te reçois dans mon appartement privé près de la gare, tous les jours, "
    "jusque tard dans la nuit"
)
_ROWS = f"""Nr;Titre;Texte;Téléphone;Ville;Date
48213;Luna;{_BODY};+32 470 00 00 16;Liège;2026-04-11 22:15
48377;Mia;{_BODY.upper()};0470 00 00 16;Gand;2026-04-19 01:02
49002;Zoé;{_BODY.replace("privé", "discret")};;Huy;2026-05-02 13:40
;;;;;
49003;;;;;
"""
_CHOSEN = {
    "number": "Nr",
    "title": "Titre",
    "text": "Texte",
    "phones": "Téléphone",
    "location": "Ville",
    "posted": "Date",
}


def prepare(vault: Path) -> None:
    """An exhibit with a table of advertisements."""
    with closing(reopen(vault)) as session:
        of = interviews.list_interviews(session, case_of(session))[0].interview.id
        files = [("annonces-2026-04.csv", _ROWS.encode())]
        recorded_exhibit(
            session, of, "E-71", files, kind=ExhibitKind.ONLINE_CAPTURE, titles=(("fr", "Annonces relevées"),)
        )


def ads(walk: Walk, vault: Path) -> None:
    main = walk.enter(vault)
    walk.show_case(main, PERLA)
    details = main.cases.details
    details.sections.open(FACTS)
    walk.rest()
    _pages(walk, details.buttons.ads_button, "dialog-ads-none")
    walk.go(main, 2)
    view = main.exhibits
    view.table.choose_row(view.rows.row_of(lambda found: found.exhibit.number == "E-71"))
    walk.rest()
    walk.grab(main, "exhibits-ads")
    _read(walk, view)
    walk.go(main, 0)
    details.sections.open(FACTS)
    walk.rest()
    _pages(walk, details.buttons.ads_button, "dialog-ads")
    withdrawing = details.buttons.ads_button.click
    walk.dialog(withdrawing, "dialog-ads-withdrawn", lambda found: _withdraw(walk, found))
    walk.draw(_pair(walk, view), "dialog-alike-pictures")


def _pair(walk: Walk, view: ExhibitsView) -> PairDialog:
    """Two pictures beside each other, from pixels as a reader answers them."""
    (full,) = [each.exhibit for each in view.rows.rows if each.exhibit.number == "E-71"]
    pictures = [
        AlikePicture(name=name, exhibit=full, file=None) for name in ("lampe-1.jpg", "lampe-2.jpg", "9f3c01")
    ]
    dialog = PairDialog(view, walk.desk.jobs, pictures)
    for side, shades in zip(dialog.sides, (range(90, 210), range(60, 240)), strict=True):
        side.notice.clear()
        across = [shades[at * len(shades) // 480] for at in range(480)]
        pixels = b"".join(bytes((each, each // 2 + 60, 200)) for each in across) * 320
        side.pane.show_picture(PagePicture(width=480, height=320, pixels=pixels))
    return dialog


def _pages(walk: Walk, asks: QPushButton, named: str) -> None:
    """Each page of the dialog that this button opens."""
    for tab, name in enumerate(("shared", "all", "readings")):
        walk.dialog(asks.click, f"{named}-{name}", lambda found, tab=tab: _turn(walk, found, tab))


def _read(walk: Walk, view: ExhibitsView) -> None:
    asks = view.card.findChildren(FileCard)[-1].ads_button.click
    walk.dialog(asks, "dialog-read-ads")
    walk.dialog(asks, "dialog-read-ads-refused", lambda found: _as(found).look_button.click())
    asks()
    walk.rest()
    dialog = _as(walk.opened())
    dialog.kind.set_value("TABLE")
    dialog.columns.delimiter.set_value(";")
    walk.grab(dialog, "dialog-read-ads-table")
    dialog.columns.titles_button.click()
    walk.rest()
    for name, title in _CHOSEN.items():
        dialog.columns.columns[name].set_value(title)
    dialog.look_button.click()
    walk.rest()
    walk.grab(dialog, "dialog-read-ads-seen")
    dialog.main_button.click()
    walk.rest()
    walk.grab(dialog, "dialog-read-ads-entered")
    dialog.reject()
    walk.rest()


def _as(dialog: QDialog | None) -> ReadAdsDialog:
    if not isinstance(dialog, ReadAdsDialog):
        raise TypeError
    return dialog


def _turn(walk: Walk, dialog: QDialog, tab: int) -> AdsDialog:
    """To this page, when the advertisements are compared."""
    if not isinstance(dialog, AdsDialog):
        raise TypeError
    walk.rest()
    dialog.tabs.setCurrentIndex(tab)
    return dialog


def _withdraw(walk: Walk, dialog: QDialog) -> None:
    found = _turn(walk, dialog, 2)
    found.withdraw_button.click()
    walk.grab(found, "dialog-ads-withdraw-refused")
    found.reason.setText("Le titre a été lu comme le texte")
    found.withdraw_button.click()
    walk.rest()

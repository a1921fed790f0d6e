"""The dialog in which a masked copy is looked at, page by page, exactly as it would leave."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from thb_desktop.domain.page_text import PagePicture
from ui.export.places import PlacesModel
from ui.text import isolate, isolate_words, visible
from ui.tones import Tone
from ui.widgets.basic import Label
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.page_image import image_of
from ui.widgets.text_edit import PlainTextEdit
from ui.widgets.wheel import NumberBox

if TYPE_CHECKING:
    from thb_desktop.services.bundling.copy_making import LaidCopy

_WIDTH, _HEIGHT, _LINES = 560, 470, 20
_MOST_LEFT = 10
"""Words of masked cells that are named."""


class CopyDialog(Dialog):
    """The main button keeps the copy; its pages are read from the bytes of the copy itself."""

    def __init__(self, parent: QWidget, model: PlacesModel, laid: "LaidCopy") -> None:
        super().__init__(
            parent,
            self.tr("The copy as it leaves"),
            self.tr(
                "Look at every page. The copy is kept as an exhibit derived from {number}, and it leaves in "
                "the place of the file."
            ).format(number=isolate(laid.of.exhibit.number)),
        )
        self._model, self._laid = model, laid
        self.setMinimumWidth(_WIDTH + 80)
        form = Form()
        self.page = form.add(self.tr("&Page"), NumberBox())
        self.page.setRange(1, laid.pages)
        self.page.setSuffix(f" / {laid.pages}")
        self.page.setEnabled(laid.pages > 1)
        self.body.addLayout(form)
        self.picture = Label("")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area_of_page = QScrollArea()
        self.area_of_page.setAccessibleName(self.tr("Page of the copy"))
        self.area_of_page.setWidget(self.picture)
        self.area_of_page.setWidgetResizable(True)
        self.area_of_page.setFixedHeight(_HEIGHT)
        self.area_of_page.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.addWidget(self.area_of_page)
        self.text = PlainTextEdit(self.tr("Text of the copy"), lines=_LINES)
        self.text.only_read()
        self.body.addWidget(self.text)
        is_text = bool(laid.text)
        self.text.setPlainText(laid.text)
        self.text.setVisible(is_text)
        self.area_of_page.setVisible(not is_text)
        form.setRowVisible(self.page, not is_text)
        self.finish_with(self.tr("&Keep this copy"), doubtful=True)
        self.page.valueChanged.connect(lambda page: model.ask_page_of_copy(laid, page))
        model.pictured.connect(self._show)
        model.kept.connect(self._kept)
        model.refused.connect(self.refuse)
        self._tell_left(laid.left)
        if not is_text:
            model.ask_page_of_copy(laid, 1)

    def _tell_left(self, left: tuple[str, ...]) -> None:
        """Name what masked cells hold and the copy says elsewhere: whether it may, nobody else can judge."""
        if left:
            named = [isolate_words(visible(" ".join(each.split()))) for each in left[:_MOST_LEFT]]
            more = ", \u2026" if len(left) > _MOST_LEFT else ""
            told = self.tr(
                "What masked cells hold stands elsewhere in the copy: {words}. If it must not, go back and "
                "mask it there too."
            )
            self.notice.tell(told.format(words=", ".join(named) + more), Tone.WARN)

    def take(self) -> None:
        self.begin_work()
        self._model.keep(self._laid)

    def _kept(self, _: object) -> None:
        self.accept()

    def _show(self, page: int, picture: PagePicture) -> None:
        if page != self.page.value():
            return
        shown = QPixmap.fromImage(image_of(picture))
        self.picture.setPixmap(
            shown.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
            if shown.width() > _WIDTH
            else shown
        )
        self.picture.setAccessibleName(self.tr("Page {number} of the copy").format(number=page))

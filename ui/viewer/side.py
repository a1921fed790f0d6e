"""The side of the viewer: what is recorded of the file, and what the file says of itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.looks import Told, visible
from ui.text import digest_groups, isolate, isolate_words, size, with_name
from ui.viewer.facts import fact_words
from ui.widgets.basic import Label, Part, empty_layout
from ui.widgets.scrolled import Scrolled


class Side(Scrolled):
    """Nothing of what the file says is a field of the exhibit."""

    WIDTH = 290
    """In pixels, at least."""

    def __init__(self) -> None:
        super().__init__("")
        self.setMinimumWidth(self.WIDTH)
        self.setAccessibleName(self.tr("About the file"))
        self.column.setSpacing(6)
        self._recorded = QVBoxLayout()
        self._told = QVBoxLayout()
        for part in (self._recorded, self._told):
            part.setSpacing(6)
            self.column.addLayout(part)
        self.column.addStretch(1)

    def show_file(self, file: ExhibitFile) -> None:
        """Show what is recorded of it."""
        self.forget()
        self._recorded.addWidget(Label(self.tr("Recorded"), Part.CAPTION))
        self._add(self._recorded, self.tr("Name"), visible(file.name))
        self._add(self._recorded, self.tr("Size"), _exact_size(file.size), exact=True)
        self._add(self._recorded, self.tr("Media type, by its name"), file.media_type, exact=True)
        digest = self._add(self._recorded, self.tr("SHA-256"), digest_groups(file.sha256), exact=True)
        digest.setProperty("part", Part.DIGEST.value)

    def show_told(self, told: Told) -> None:
        empty_layout(self._told)
        self._told.addWidget(Label(self.tr("By its content"), Part.CAPTION))
        self._add(self._told, self.tr("Media type"), visible(told.media_type), exact=True)
        self._told.addWidget(Label(self.tr("According to the file"), Part.CAPTION))
        if not told.facts:
            self._told.addWidget(Label(self.tr("It says nothing of itself."), Part.MUTED, wrap=True))
        for fact in told.facts:
            self._add(self._told, fact_words(fact), visible(fact.value))
        if told.cut:
            self._told.addWidget(Label(self.tr("It says more than is shown here."), Part.MUTED, wrap=True))

    def forget(self) -> None:
        empty_layout(self._recorded)
        empty_layout(self._told)

    def _add(self, to: QVBoxLayout, what: str, how: str, *, exact: bool = False) -> Label:
        """Name above value: the side is narrow."""
        to.addWidget(Label(isolate_words(what), Part.MUTED, wrap=True))
        value = Label(isolate(how) if exact else isolate_words(how), wrap=True).selectable()
        value.setAccessibleName(with_name(what, how))
        if exact:
            value.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        to.addWidget(value)
        return value


def _exact_size(count: int) -> str:
    """A size, and its bytes where it is rounded."""
    rounded = size(count)
    return rounded if rounded.startswith(f"{count} ") else f"{rounded} ({count} B)"

"""A refusal at its field: the sentence is shown below it, the cursor goes there, and tabs that hide it are
opened.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFormLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from ui.widgets.basic import Label, Part, announce, let_go, restyle
from ui.widgets.date_base import DateBase
from ui.widgets.fields import is_empty
from ui.widgets.paths import path_problem

_CHANGES = ("textChanged", "currentIndexChanged", "toggled", "itemChanged", "valueChanged", "changed")
"""Signals of a changed field; the first that a field has is used."""
NAME = "refusal"
"""The object name by which the sentence beside a field is found again."""


_EMPTIED = "refusal-emptied"
"""That of one whose sentence is gone and whose room is kept."""


class Refusal(Label):
    """The sentence beside one field. It disappears when the field changes, or when it is taken back.

    While somebody types, its room stays: else what is below would move under the pointer.
    """

    def __init__(self, field: QWidget, sentence: str) -> None:
        super().__init__(sentence, Part.REFUSAL, wrap=True)
        self.setObjectName(NAME)
        self.field = field
        self._described = field.accessibleDescription()
        typed_in = field.focusProxy() or field
        self._typed_in = typed_in
        for part in (field, typed_in):
            part.setAccessibleDescription(sentence)
            part.setProperty("refused", True)
            restyle(part)
        change = next((signal for name in _CHANGES if (signal := getattr(typed_in, name, None))), None)
        if isinstance(change, SignalInstance):
            change.connect(self.empty)

    def empty(self, *_: object) -> None:
        """The refused value is no longer in the field; the room of the sentence stays."""
        if self.objectName() != NAME:
            return
        self._let_field()
        self.setObjectName(_EMPTIED)
        self.setFixedHeight(max(self.heightForWidth(self.width()), 1))
        self.setText("")

    def take_back(self) -> None:
        """Take the sentence away, and its room."""
        if self.objectName() == NAME:
            self._let_field()
        if not self.objectName():
            return
        self.setObjectName("")
        form = next((each for each in self._forms() if each.indexOf(self) >= 0), None)
        if form is not None:
            label = form.labelForField(self)
            form.takeRow(self)
            if label is not None:
                let_go(label)
        let_go(self)

    def _let_field(self) -> None:
        for part in (self.field, self._typed_in):
            part.setAccessibleDescription(self._described)
            part.setProperty("refused", False)
            restyle(part)

    def _forms(self) -> list[QFormLayout]:
        outer = self.parentWidget()
        return outer.findChildren(QFormLayout) if outer else []


def refuse_at(field: QWidget, sentence: str) -> None:
    """Show beside a field why its value is refused, and go there."""
    if isinstance(field, DateBase):
        field.refuse(sentence)
        reveal(field)
        field.setFocus()
        return
    for before in field.window().findChildren(Refusal):
        if before.field is field:
            before.take_back()
    refusal = Refusal(field, sentence)
    if not _put_below(field, refusal):
        raise ValueError("a refused field stands in a layout")
    refusal.show()
    reveal(field)
    target = field.focusProxy() or field
    target.setFocus()
    if isinstance(target, QLineEdit):
        target.selectAll()
    announce(refusal)
    # Lay out the page first: only then the position of the sentence is known.
    QTimer.singleShot(0, refusal, lambda: _scroll_to(refusal))


def lacks(*wanted: tuple[QWidget, str]) -> bool:
    """Refuse at the first of these fields that is empty, with its sentence, or that holds a path which cannot
    be; return whether there was one.
    """
    for field, sentence in wanted:
        problem = sentence if is_empty(field) else path_problem(field)
        if problem:
            refuse_at(field, problem)
            return True
    return False


def take_back(parts: QWidget) -> None:
    """Take back every refusal in it."""
    for refusal in parts.findChildren(Refusal):
        refusal.take_back()
    for field in parts.findChildren(DateBase):
        field.refuse("")


def reveal(field: QWidget) -> None:
    """Open every tab and every folded part around a field."""
    inner, outer = field, field.parentWidget()
    while outer is not None:
        if isinstance(outer, QTabWidget):
            page = next((page for page in _pages(outer) if page is inner or page.isAncestorOf(field)), None)
            if page is not None:
                outer.setCurrentWidget(page)
        elif isinstance(outer, QStackedWidget) and not isinstance(outer.parentWidget(), QTabWidget):
            outer.setCurrentWidget(inner)
        unfold: Callable[[QWidget], object] | None = getattr(outer, "unfold", None)
        if unfold is not None:
            unfold(field)
        inner, outer = outer, outer.parentWidget()


def _pages(tabs: QTabWidget) -> list[QWidget]:
    return [page for number in range(tabs.count()) if (page := tabs.widget(number)) is not None]


def _put_below(field: QWidget, label: Label) -> bool:
    """Put the label below the field, in the layout of the field or of the part around it."""
    inner: QWidget | None = field
    while inner is not None and (outer := inner.parentWidget()) is not None:
        if isinstance(outer, QAbstractItemView) or inner.isWindow():
            return False
        found = _layout_of(inner, outer.layout())
        if isinstance(found, QFormLayout):
            position: tuple[int, QFormLayout.ItemRole] = found.getWidgetPosition(inner)  # type: ignore[assignment]  # PySide returns a tuple
            if found.rowWrapPolicy() is QFormLayout.RowWrapPolicy.WrapAllRows:
                found.insertRow(position[0] + 1, label)  # an empty label would take a line of its own
            else:
                found.insertRow(position[0] + 1, Label(), label)
            return True
        if isinstance(found, QBoxLayout) and found.direction() in _DOWN:
            found.insertWidget(found.indexOf(inner) + 1, label)
            return True
        if isinstance(found, QBoxLayout) and isinstance(column := found.parent(), QBoxLayout):
            at = next(n for n in range(column.count()) if column.itemAt(n) is found)
            column.insertWidget(at + 1, label)
            return True
        inner = outer
    return False


_DOWN = (QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop)


def _layout_of(widget: QWidget, layout: QLayout | None) -> QLayout | None:
    """Return the layout, among those below this one, that directly contains a widget."""
    if layout is None:
        return None
    if layout.indexOf(widget) >= 0:
        return layout
    items = (layout.itemAt(number) for number in range(layout.count()))
    inner = (item.layout() for item in items if item is not None)
    return next((found for each in inner if each and (found := _layout_of(widget, each))), None)


def _scroll_to(part: QObject) -> None:
    if isinstance(part, QWidget):
        outer = part.parentWidget()
        while outer is not None:
            if isinstance(outer, QScrollArea):
                outer.ensureWidgetVisible(part)
            outer = outer.parentWidget()

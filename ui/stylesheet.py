"""The style sheet; each $name is a token of the scheme, $end the side at which a line ends."""

from string import Template

SHEET = Template("""
* { outline: 0; }
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[part="page"] { background: $window; }
QToolTip { background: $text; color: $surface; border: 0; padding: 5px 8px; }

QFrame[part="rail"] { background: $rail; border: 0; }
QFrame[part="topbar"] { background: $surface; border: 0; border-bottom: 1px solid $border; }
QFrame[part="statusbar"] { background: $surface; border: 0; border-top: 1px solid $border; }
QFrame[part="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[part="inset"] { background: $alt; border: 1px solid $border; border-radius: 6px; }
QFrame[part="line"] { background: $border; border: 0; }

QLabel { background: transparent; }
QLabel[part="title"] { font-size: 16pt; font-weight: 700; }
QLabel[part="heading"] { font-size: 12pt; font-weight: 700; }
QLabel[part="caption"] { color: $muted; font-weight: 700; font-size: 9pt; }
QLabel[part="muted"] { color: $muted; }
QLabel[part="status"] { color: $muted; font-size: 9pt; }
QLabel[part="strong"] { font-weight: 700; }
QLabel[part="key"] { background: $hover; border: 1px solid $border; border-bottom: 2px solid $border;
  border-radius: 4px; padding: 0 5px; font-size: 9pt; }
QLabel[part="refusal"] { color: $bad; }
QLabel[part="digest"] { font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: 9pt; }
QLabel[part="code"] { font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: 13pt; }

QLabel[part="brand"] { color: $on_rail; font-size: 19pt; font-weight: 700; }
QLabel[part="brandline"] { color: $rail_text; }

QLabel[part="chip"] { border-radius: 10px; padding: 2px 10px; font-weight: 700; font-size: 9pt; }
QPushButton[part="chip"] { border: 1px solid transparent; border-radius: 10px; padding: 1px 9px;
  font-weight: 700; font-size: 9pt; min-height: 0; }
QPushButton[part="chip"]:hover, QPushButton[part="chip"]:focus { border: 1px solid $edge; padding: 1px 9px; }
QPushButton[part="chip"]:focus { border-color: $accent; }
QPushButton[part="chip"][tone="ok"] { background: $ok_soft; color: $ok; }
QPushButton[part="chip"][tone="warn"] { background: $warn_soft; color: $warn; }
QPushButton[part="chip"][tone="bad"] { background: $bad_soft; color: $bad; }
QLabel[tone="ok"] { background: $ok_soft; color: $ok; }
QLabel[tone="warn"] { background: $warn_soft; color: $warn; }
QLabel[tone="bad"] { background: $bad_soft; color: $bad; }
QLabel[tone="info"] { background: $info_soft; color: $info; }
QLabel[tone="plain"] { background: $hover; color: $muted; }
QLabel[part="told"] { background: transparent; color: $muted; font-size: 9pt; padding: 0 2px; }
QLabel[part="told"][tone="bad"] { background: transparent; color: $bad; }
QLabel[part="told"][tone="warn"] { background: transparent; color: $warn; }
QFrame[part="notice"] { border: 0; border-radius: 6px; }
QFrame[tone="ok"] { background: $ok_soft; } QFrame[tone="ok"] QLabel { color: $ok; }
QFrame[tone="warn"] { background: $warn_soft; } QFrame[tone="warn"] QLabel { color: $warn; }
QFrame[tone="bad"] { background: $bad_soft; } QFrame[tone="bad"] QLabel { color: $bad; }
QFrame[tone="info"] { background: $info_soft; } QFrame[tone="info"] QLabel { color: $info; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
  background: $surface; border: 1px solid $edge; border-radius: 5px; padding: 5px 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox { placeholder-text-color: $muted; }
QLineEdit, QComboBox, QSpinBox { min-height: 18px; }
QLineEdit { lineedit-password-character: 8226; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 4px 7px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; margin: 0;
  background: transparent; min-height: 0; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { background: $alt;
  color: $muted;
  border-color: $border; }
QLineEdit[tone="bad"], QLineEdit[refused="true"], QTextEdit[refused="true"], QComboBox[refused="true"] {
  border-color: $bad; }
QTextEdit[strange="true"] { border-color: $warn; }
QLineEdit[readOnly="true"], QTextEdit[readOnly="true"] { background: $alt; border-color: $border; }

QPushButton { background: $surface; border: 1px solid $edge; border-radius: 5px; padding: 6px 14px;
  min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $muted; background: $alt; border-color: $border; }
QPushButton[part="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 700; }
QPushButton[part="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[part="primary"]:focus { border: 2px solid $text; }
QPushButton[part="primary"]:disabled { background: $hover; color: $muted; border-color: $border; }
QPushButton[part="quiet"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 6px 8px; }
QPushButton[part="quiet"]:hover { background: $accent_soft; }
QPushButton[part="quiet"]:focus { border: 2px solid $accent; padding: 5px 7px; }
QPushButton[part="quiet"]:disabled { color: $muted; background: transparent; }
QPushButton[part="danger"] { color: $bad; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QTableView, QListView, QTreeView { background: $surface; alternate-background-color: $alt;
  border: 1px solid $border;
  border-radius: 8px; padding: 1px; selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid $accent; }
QTableView::item, QListView::item { padding: 4px 8px; border: 0; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $accent_soft;
  color: $text; }
QHeaderView { background: $alt; border: 0; }
QHeaderView::section { background: $alt; color: $muted; border: 0; border-bottom: 1px solid $border;
  padding: 7px 11px; font-weight: 700; font-size: 9pt; }
QTableCornerButton::section { background: $alt; border: 0; }

QListView[part="sections"], QListView[part="sections"]:focus { border: 0; border-radius: 0; padding: 0;
  background: transparent; }

QTabWidget::pane { border: 0; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent;
  padding: 7px 8px; font-weight: 700; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { background: $accent_soft; border-radius: 4px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 1px solid transparent; border-radius: 4px;
  background: transparent; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox:disabled { color: $muted; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator { width: 16px; height: 16px;
  border: 1px solid $edge;
  border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
  background: $accent; border-color: $accent;
  image: url(icons:check-$scheme.svg); }
QCheckBox::indicator:disabled { background: $alt; border-color: $border; }

QComboBox { padding-$end: 24px; }
QComboBox:focus { padding-$end: 23px; }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: url(icons:chevron-down-$scheme.svg); width: 14px; height: 14px; }
QComboBox[part="long"] { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; border-radius: 0; padding: 2px;
  selection-background-color: $accent_soft; selection-color: $text; }
QSpinBox::up-button { border: 0; width: 22px;
  subcontrol-position: top right; }
QSpinBox::down-button { border: 0; width: 22px;
  subcontrol-position: bottom right; }
QSpinBox::up-arrow { image: url(icons:chevron-up-$scheme.svg); width: 11px; height: 11px; }
QSpinBox::down-arrow { image: url(icons:chevron-down-$scheme.svg); width: 11px; height: 11px; }

QFrame[part="calendar"] { background: $surface; border: 1px solid $edge; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { color: $text; font-weight: 700; padding: 4px 8px; }
QCalendarWidget QAbstractItemView { background: $surface; border: 0; padding: 0;
  selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView::item { padding: 0; }
QCalendarWidget QAbstractItemView::item:selected { background: $accent; color: $on_accent; }

QMenu { background: $surface; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QProgressBar { background: $hover; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QProgressBar[tone="bad"]::chunk { background: $bad; }
QProgressBar[tone="warn"]::chunk { background: $warn; }
QProgressBar[tone="ok"]::chunk { background: $ok; }

QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget[part="scrolled"] { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $border; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent;
  border: 0; width: 0; height: 0; }
QSplitter::handle { background: transparent; }
""")

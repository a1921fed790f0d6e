"""The appearance: one table of tokens for each scheme, and the palette and style sheet made from it."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui import assets
from ui.stylesheet import SHEET


class Tokens(NamedTuple):
    """Colours by purpose. Text has a contrast of 4.5 to 1 with its background, edges of controls 3 to 1."""

    scheme: str
    window: str
    surface: str
    alt: str
    border: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    hover: str
    rail: str
    rail_text: str
    rail_hover: str
    rail_selected: str
    rail_mark: str
    on_rail: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str


LIGHT = Tokens(
    scheme="light",
    window="#F3F5F8",
    surface="#FFFFFF",
    alt="#F8FAFC",
    border="#DDE2E9",
    edge="#808B9A",
    text="#17202B",
    muted="#566273",
    accent="#1C5AA8",
    accent_hover="#164B8E",
    accent_soft="#E4EEFA",
    on_accent="#FFFFFF",
    hover="#EDF1F6",
    rail="#17263C",
    rail_text="#C5D0DF",
    rail_hover="#20344F",
    rail_selected="#294566",
    rail_mark="#7FB2F5",
    on_rail="#FFFFFF",
    ok="#17663A",
    ok_soft="#E0F3E8",
    warn="#7A4F00",
    warn_soft="#FFF1D2",
    bad="#A8201A",
    bad_soft="#FCE6E4",
    info="#1C5AA8",
    info_soft="#E4EEFA",
)
DARK = Tokens(
    scheme="dark",
    window="#12161C",
    surface="#1A2029",
    alt="#1F2630",
    border="#323B48",
    edge="#6B7888",
    text="#E7ECF2",
    muted="#9DAABB",
    accent="#74ACF6",
    accent_hover="#93BFF9",
    accent_soft="#213651",
    on_accent="#0C1522",
    hover="#252D39",
    rail="#0D1117",
    rail_text="#AAB6C7",
    rail_hover="#19212C",
    rail_selected="#213651",
    rail_mark="#74ACF6",
    on_rail="#FFFFFF",
    ok="#84D9A6",
    ok_soft="#163427",
    warn="#F2CC6F",
    warn_soft="#392E12",
    bad="#FF9B92",
    bad_soft="#43201F",
    info="#9CC4FA",
    info_soft="#213651",
)

_ROLES = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "alt"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "bad"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.ToolTipBase, "text"),
    (QPalette.ColorRole.ToolTipText, "surface"),
)


_STYLE = "Fusion"
_FONTS_OF = {"ar": ("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf")}
"""The fonts of a language of the window, besides the interface font."""
MIDDLE = 128
"""The lightness between dark and light colours, of 255."""


class _Current:
    tokens = LIGHT
    loaded_fonts: ClassVar[set[str]] = set()
    has_style = False
    sheet = ""


def style_arguments() -> tuple[str, str]:
    """Return the arguments that give an application its style when it is made. `setStyle` loads all of Qt's
    words for styles, a tenth of the start.
    """
    _Current.has_style = True
    return "-style", _STYLE


def tokens() -> Tokens:
    """Return the tokens of the present scheme."""
    return _Current.tokens


def system_is_dark(application: QApplication) -> bool:
    """Whether the desktop asks for dark windows; False if it does not say. Its palette is used again."""
    application.setPalette(QPalette())
    return application.palette().color(QPalette.ColorRole.Window).lightness() < MIDDLE


def apply(application: QApplication, *, dark: bool) -> None:
    """Apply a scheme to the whole application; windows that are made from now on take its style sheet."""
    _Current.tokens = chosen = DARK if dark else LIGHT
    QDir.setSearchPaths("icons", [str(assets.folder("icons"))])
    if not _Current.has_style:
        application.setStyle(_STYLE)
        _Current.has_style = True
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, QColor(getattr(chosen, token)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.muted))
    application.setPalette(palette)
    end = "left" if application.isRightToLeft() else "right"
    _Current.sheet = SHEET.substitute(chosen._asdict(), end=end)


def dress(window: QWidget) -> None:
    """Give a new window the style sheet, also for its dialogs.

    If the application had it, Qt would style all the parts of a part again each time that it is put into
    another: four fifths of the time that a page takes.
    """
    window.setStyleSheet(_Current.sheet)


def load_interface_font(application: QApplication) -> None:
    """Load the fonts of the first window, and the application's own font."""
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        _load_font(name)
    font = QFont(["Noto Sans"])
    font.setPointSizeF(10)
    application.setFont(font)


def load_fonts_of(language: str) -> None:
    """Load what the words of the window need in a language, before its first window: text that is laid out
    without its font stays boxes. Most languages need no more than the interface font.
    """
    for name in _FONTS_OF.get(language, ()):
        _load_font(name)


def load_all_fonts() -> None:
    """Load the fonts of all scripts, because testimony may be in any of them."""
    for _ in loading_fonts():
        pass


def loading_fonts() -> Iterator[None]:
    """Load each font that is not loaded yet in a step of its own."""
    for entry in sorted(assets.folder("fonts").glob("*.ttf")):
        if _load_font(entry.name):
            yield


def _load_font(name: str) -> bool:
    """Load a font; return whether it was not loaded already."""
    if name in _Current.loaded_fonts:
        return False
    _Current.loaded_fonts.add(name)
    QFontDatabase.addApplicationFont(str(assets.folder("fonts") / name))
    return True

"""The languages of the window, loaded as bytes."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui import assets

LANGUAGES = {"en": "English", "fr": "Français", "ar": "العربية"}
"""Tag and own name. English is the language of the source; Arabic covers the main tasks so far."""
_RIGHT_TO_LEFT = ("ar",)


class _Installed:
    tag = "en"
    translators: tuple[QTranslator, ...] = ()
    data = b""


def system_language() -> str:
    """Return the system's language if the window has it, else English."""
    base = QLocale.system().name().partition("_")[0]
    return base if base in LANGUAGES else "en"


def current() -> str:
    """Return the present language of the window."""
    return _Installed.tag


def direction() -> str:
    """Return Qt's name of the direction in which the present language is written."""
    return "RightToLeft" if current() in _RIGHT_TO_LEFT else "LeftToRight"


def install(application: QCoreApplication, tag: str) -> None:
    """Use this language from now on; existing windows keep theirs."""
    for former in _Installed.translators:
        application.removeTranslator(former)
    _Installed.translators = ()
    _Installed.tag = tag if tag in LANGUAGES else "en"
    if tag not in LANGUAGES:
        return
    # Qt reads from these bytes as long as the translator exists.
    _Installed.data = assets.load("i18n", f"thb_{tag}.qm")
    own, of_qt = QTranslator(application), QTranslator(application)
    own.load(_Installed.data)
    # Qt's own sentences (the dialog for files, the menu of a field); the one installed last is asked first.
    of_qt.load(f"qtbase_{tag}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for each in (of_qt, own):
        application.installTranslator(each)
    _Installed.translators = (of_qt, own)

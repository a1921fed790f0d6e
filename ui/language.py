"""The languages of the window, loaded as bytes."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ui import assets

LANGUAGES = {"en": "English", "fr": "Français", "ar": "العربية"}
"""Tag and own name. English is the language of the source; Arabic covers the main tasks so far."""
_RIGHT_TO_LEFT = ("ar",)


class _Installed:
    tag = "en"
    translator: QTranslator | None = None
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
    if _Installed.translator is not None:
        application.removeTranslator(_Installed.translator)
        _Installed.translator = None
    _Installed.tag = tag if tag in LANGUAGES else "en"
    if tag not in LANGUAGES:
        return
    # Qt reads from these bytes as long as the translator exists.
    _Installed.data = assets.load("i18n", f"thb_{tag}.qm")
    translator = QTranslator(application)
    translator.load(_Installed.data)
    application.installTranslator(translator)
    _Installed.translator = translator

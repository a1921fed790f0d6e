"""Commands: the words of the command line, and the module of each, imported when its word is typed."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType, ModuleType

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "create": ("create",),
        "unlock": ("unlock",),
        "cases": ("cases",),
        "search": ("search",),
        "shared": ("shared",),
        "take": ("take",),
        "withdraw": ("withdraw",),
        "export": ("export",),
        "disclosure": ("disclosure",),
        "annex": ("annex",),
        "verify": ("verify",),
        "check": ("check",),
        "compare": ("compare", "restored"),
        "settle": ("settle",),
        "clock": ("clock",),
        "longest_time": ("longest-time",),
        "rehash_time": ("rehash-time",),
        "backup": ("backup", "restore", "try-restore"),
        "root": ("root",),
        "portable": ("portable",),
        "stamp": ("stamp",),
        "package": ("close", "open"),
        "package_making": ("package",),
        "sending": ("recipient", "bar"),
        "out": ("out",),
        "judge": ("judge",),
        "packs": ("pack",),
        "board": ("board",),
        "sent": ("sent",),
        "money": ("money",),
        "ads": ("ads",),
        "custody": ("custody",),
        "labels": ("labels",),
        "receive": ("receive", "office-abroad"),
        "refused": ("receive-refused",),
        "receipt": ("receipt",),
        "notice": ("notice",),
        "exchange": ("exchange",),
        "assignment": ("assignment",),
        "passwd": ("passwd", "own-keys", "recover"),
        "recovery": ("recovery",),
        "user": ("user",),
        "card": ("card",),
        "rekey": ("rekey", "readmit"),
        "consultations": ("consultations",),
        "demo": ("demo",),
    }
)
"""Each module of this package that adds commands, and their words, in the order of the help."""


def modules_for(typed: Sequence[str]) -> list[ModuleType]:
    """Import the module of the typed command; all of them for the help and for a word that none of them has,
    and none for the version.
    """
    first = next((each for each in typed if not each.startswith("-")), "")
    if not first and "--version" in typed:
        return []
    wanted = [name for name, words in WORDS.items() if first in words]
    return [import_module(f"thb_desktop.cli.{name}") for name in wanted or WORDS]

"""The few settings that the window stores: no path, no name, nothing of any case."""

import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Self

IDLE_CHOICES = (60, 120, 240, 600)
"""Choices of seconds without a key or a mouse until the lock."""

_TAG = r"[A-Za-z0-9-]{0,16}"
_KEY = r"[!-~]{1,24}"


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(NamedTuple):
    """scheme: light, dark or the system's. language: BCP 47 tag, empty for the system's. idle: seconds. keys:
    those that differ from the usual ones, each behind the usual one.
    """

    scheme: Scheme = Scheme.SYSTEM
    language: str = ""
    idle: int = 240
    keys: tuple[tuple[str, str], ...] = ()

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the settings; a missing or malformed file means the defaults."""
        try:
            kept = (folder / "settings.json").read_bytes()[:4096]
            import json

            return cls()._with(json.loads(kept))
        except (OSError, ValueError, RecursionError):
            return cls()

    def save(self, folder: Path) -> None:
        """Write the settings for this user only; if that fails, they last until the program ends."""
        import json

        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = folder / "settings.json.new"
            new.write_text(json.dumps(self._asdict()), encoding="utf-8")
            new.chmod(0o600)
            new.replace(folder / "settings.json")
        except OSError:
            return

    def _with(self, untrusted: object) -> Self:
        if not isinstance(untrusted, dict):
            return self
        known = self
        if untrusted.get("scheme") in list(Scheme):
            known = known._replace(scheme=Scheme(untrusted["scheme"]))
        language = untrusted.get("language")
        if isinstance(language, str) and re.fullmatch(_TAG, language):
            known = known._replace(language=language)
        idle = untrusted.get("idle")
        if type(idle) is int and idle in IDLE_CHOICES:
            known = known._replace(idle=idle)
        keys = untrusted.get("keys")
        if isinstance(keys, list) and all(_is_pair(each) for each in keys):
            known = known._replace(keys=tuple((usual, key) for usual, key in keys))
        return known


def _is_pair(untrusted: object) -> bool:
    """Whether it is a usual key and the one in its place, as they are written."""
    return (
        isinstance(untrusted, list)
        and len(untrusted) == 2
        and all(isinstance(each, str) and re.fullmatch(_KEY, each) for each in untrusted)
    )

"""The meaning of colours: view-models choose a tone, the style sheet its colour."""

from enum import StrEnum


class Tone(StrEnum):
    PLAIN = "plain"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"

"""What a file from outside is, by its ending, and whether it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

from thb_desktop.errors import ExchangeEndingError
from thb_desktop.exchange.memory.tbx import read_tbx
from thb_desktop.exchange.memory.tmx import read_tmx
from thb_desktop.exchange.tables.docx_reading import read_docx
from thb_desktop.exchange.tables.xlsx_reading import read_xlsx
from thb_desktop.exchange.transcripts.elan import read_eaf
from thb_desktop.exchange.transcripts.plain import read_plain
from thb_desktop.exchange.transcripts.subtitles import read_srt
from thb_desktop.exchange.transcripts.turns import Transcript
from thb_desktop.exchange.transcripts.webvtt import read_vtt
from thb_desktop.exchange.xliff.reading import read_xliff
from thb_desktop.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What a file contains. kind: its format. count: units, entries, concepts or turns. encoding: of plain
    text; empty for the others, which say theirs themselves.
    """

    kind: str
    count: int
    encoding: str
    findings: tuple[Finding, ...]


def examine(untrusted: bytes, untrusted_name: str) -> Examined:
    """Read a file as what its ending says. Raises ExchangeEndingError for another ending, and what its
    reader raises.
    """
    reader = _READERS.get(PurePath(untrusted_name).suffix.lower())
    if reader is None:
        raise ExchangeEndingError("the ending of the name is that of no format that is read", _READERS)
    return reader(untrusted)


def read_transcript(untrusted: bytes, untrusted_name: str) -> Transcript:
    """Read a transcript as what its ending says. Raises ExchangeEndingError for another ending, and what its
    reader raises.
    """
    reader = _BY_ENDING.get(PurePath(untrusted_name).suffix.lower())
    if reader is None:
        raise ExchangeEndingError("the ending is that of no transcript that is read", _BY_ENDING)
    return reader(untrusted)


def _xliff(untrusted: bytes) -> Examined:
    return _of_units("XLIFF 2.1", len(read_xliff(untrusted).units))


def _docx(untrusted: bytes) -> Examined:
    return _of_units("DOCX", len(read_docx(untrusted).units))


def _xlsx(untrusted: bytes) -> Examined:
    return _of_units("XLSX", len(read_xlsx(untrusted).units))


def _of_units(kind: str, count: int) -> Examined:
    return Examined(kind=kind, count=count, encoding="", findings=())


def _tmx(untrusted: bytes) -> Examined:
    read = read_tmx(untrusted)
    return Examined(kind="TMX", count=len(read.entries), encoding="", findings=read.findings)


def _tbx(untrusted: bytes) -> Examined:
    read = read_tbx(untrusted)
    return Examined(kind="TBX", count=len(read.concepts), encoding="", findings=read.findings)


def _transcript(kind: str) -> Callable[[bytes], Examined]:
    def read(untrusted: bytes) -> Examined:
        found = _TRANSCRIPTS[kind](untrusted)
        return Examined(
            kind=kind, count=len(found.turns), encoding=found.encoding.value, findings=found.findings
        )

    return read


_BY_ENDING: Mapping[str, Callable[[bytes], Transcript]] = MappingProxyType(
    {".srt": read_srt, ".vtt": read_vtt, ".eaf": read_eaf, ".txt": read_plain}
)
_TRANSCRIPTS = MappingProxyType(
    {"SubRip": read_srt, "WebVTT": read_vtt, "ELAN": read_eaf, "plain text": read_plain}
)
_READERS: Mapping[str, Callable[[bytes], Examined]] = MappingProxyType(
    {
        ".xlf": _xliff,
        ".xliff": _xliff,
        ".docx": _docx,
        ".xlsx": _xlsx,
        ".tmx": _tmx,
        ".tbx": _tbx,
        ".srt": _transcript("SubRip"),
        ".vtt": _transcript("WebVTT"),
        ".eaf": _transcript("ELAN"),
        ".txt": _transcript("plain text"),
    }
)

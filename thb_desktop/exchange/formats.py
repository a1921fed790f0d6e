"""The formats in which units travel to a translator and back."""

from enum import StrEnum
from pathlib import PurePath

from thb_desktop.errors import ExchangeEndingError, MemoryNotImportedError
from thb_desktop.exchange.returned import ReturnedFile
from thb_desktop.exchange.tables.docx_reading import read_docx
from thb_desktop.exchange.tables.docx_writing import write_docx
from thb_desktop.exchange.tables.rows import Headings
from thb_desktop.exchange.tables.xlsx_reading import read_xlsx
from thb_desktop.exchange.tables.xlsx_writing import write_xlsx
from thb_desktop.exchange.units import ExchangeFile
from thb_desktop.exchange.xliff.reading import read_xliff
from thb_desktop.exchange.xliff.writing import write_xliff


class ExchangeFormat(StrEnum):
    """The value is the ending of the file's name."""

    XLIFF = "xlf"
    DOCX = "docx"
    XLSX = "xlsx"


_ENDINGS = {**{f".{form.value}": form for form in ExchangeFormat}, ".xliff": ExchangeFormat.XLIFF}


def format_of(untrusted_name: str) -> ExchangeFormat:
    """Return the format that the ending of a name says.

    Raises ExchangeEndingError for another one, MemoryNotImportedError for a translation memory.
    """
    ending = PurePath(untrusted_name).suffix.lower()
    if ending == ".tmx":
        raise MemoryNotImportedError("a translation memory is no file of a job")
    if ending not in _ENDINGS:
        raise ExchangeEndingError("the ending of the name is that of no format of a translator", _ENDINGS)
    return _ENDINGS[ending]


def write_file(exchange: ExchangeFile, form: ExchangeFormat, headings: Headings | None = None) -> bytes:
    """Return the file. headings: of a table. Raises TextUnwritableError."""
    match form:
        case ExchangeFormat.XLIFF:
            return write_xliff(exchange)
        case ExchangeFormat.DOCX:
            return write_docx(exchange, headings)
        case ExchangeFormat.XLSX:
            return write_xlsx(exchange, headings)


def read_file(untrusted: bytes, form: ExchangeFormat) -> ReturnedFile:
    """Return the units of a file that came back. Raises ExchangeError."""
    match form:
        case ExchangeFormat.XLIFF:
            return read_xliff(untrusted)
        case ExchangeFormat.DOCX:
            return read_docx(untrusted)
        case ExchangeFormat.XLSX:
            return read_xlsx(untrusted)

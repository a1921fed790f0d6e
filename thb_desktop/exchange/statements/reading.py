"""Reading a statement: by its format, in the encoding that somebody chose."""

from collections.abc import Collection
from dataclasses import dataclass

from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.errors import EncodingUnknownError, StatementFormatError, StatementMappingError
from thb_desktop.exchange.statements.camt import read_camt
from thb_desktop.exchange.statements.columns import ColumnChoice, read_table
from thb_desktop.exchange.statements.mt940 import read_mt940
from thb_desktop.exchange.statements.rows import ReadStatement
from thb_desktop.exchange.untrusted.encodings import decode
from thb_desktop.exchange.untrusted.limits import FILE, verify_size

CAMT = (StatementFormat.CAMT_053, StatementFormat.CAMT_052, StatementFormat.CAMT_054)
AS_MARKED = ""
"""UTF-8, or UTF-16 with a byte order mark."""
ENCODINGS = (
    AS_MARKED,
    *("windows-1252", "iso-8859-1", "iso-8859-15", "cp437", "cp850"),
    *("windows-1250", "iso-8859-2", "iso-8859-16", "cp852"),
    *("windows-1251", "iso-8859-5", "koi8-r", "koi8-u", "cp866"),
    *("windows-1253", "windows-1254", "windows-1256", "windows-1257", "windows-1258"),
)
"""Of western Europe, of central Europe and Romania, of Cyrillic, and of Greek, Turkish, Arabic, Baltic and
Vietnamese: a bank writes in that of its country.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementChoice:
    """How a file is read. columns: for a table. encoding: for MT940 and tables."""

    format: StatementFormat
    encoding: str = AS_MARKED
    columns: ColumnChoice | None = None

    def told(self) -> tuple[tuple[str, str], ...]:
        """Return the choice as it is kept with the statement."""
        encoding = (("encoding", self.encoding),) if self.encoding else ()
        return (*encoding, *(self.columns.told() if self.columns else ()))


def read_statements(
    untrusted: bytes, choice: StatementChoice, assets: Collection[str] = ()
) -> tuple[ReadStatement, ...]:
    """Return the statements of a file. assets: of wallets of the case, which are currencies there.

    Raises StatementFormatError, StatementMappingError, CurrencyUnknownError, ExchangeError.
    """
    if choice.format in CAMT:
        return read_camt(untrusted, assets)
    if choice.format is StatementFormat.MT940:
        return read_mt940(text_of(untrusted, choice.encoding), assets)
    if choice.format is StatementFormat.CSV and choice.columns is not None:
        return (read_table(text_of(untrusted, choice.encoding), choice.columns, assets),)
    if choice.format is StatementFormat.CSV:
        raise StatementMappingError("the columns are not chosen")
    raise StatementFormatError("a statement on paper is entered by hand")


def text_of(untrusted: bytes, encoding: str) -> str:
    """Return the text of a file in the chosen encoding. Raises EncodingUnknownError."""
    verify_size(untrusted, FILE)
    if encoding == AS_MARKED:
        return decode(untrusted).text
    if encoding not in ENCODINGS:
        raise EncodingUnknownError("the encoding is not among those that are read")
    try:
        return untrusted.decode(encoding)
    except UnicodeDecodeError:
        raise EncodingUnknownError("the text is not in the chosen encoding") from None

"""Statement files: a confined process reads them, without keys and without the database."""

from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.errors import (
    CurrencyUnknownError,
    EncodingUnknownError,
    ExchangeOverLimitError,
    FormatError,
    InspectionEndedError,
    StatementFormatError,
    StatementMappingError,
    ThbError,
    XmlDocumentTypeError,
    XmlEntityError,
    XmlMalformedError,
)
from thb_desktop.exchange.statements.answers import statements_from, texts_from
from thb_desktop.exchange.statements.reading import StatementChoice
from thb_desktop.exchange.statements.rows import ROWS, ReadStatement
from thb_desktop.inspect import STATEMENT_WORKER
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.reading import Question, Reading
from thb_desktop.inspect.running import Worker
from thb_desktop.ledger import canonical
from thb_desktop.services.evidence.exhibit_files import OpenedFile

_READER = Worker(module="thb_desktop.services.money.statement_worker", word=STATEMENT_WORKER)
_LIMITS = Limits(memory=2 << 30, processor=60, seconds=60, answer=64 << 20)
_REFUSALS: Mapping[str, ThbError] = {
    each.code: each
    for each in (
        StatementFormatError("the file is no statement of this format"),
        StatementMappingError("the choice of columns does not fit the table"),
        CurrencyUnknownError("the currency of all rows is no known code"),
        EncodingUnknownError("the text is not in the chosen encoding"),
        ExchangeOverLimitError("the file is larger, deeper or longer than is read"),
        XmlMalformedError("the file is no well-formed XML"),
        XmlDocumentTypeError("the file has a document type, which is not read"),
        XmlEntityError("the file has an entity, which is not resolved"),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsRead:
    """The statements of a file as they would be entered. choice: by which they were read."""

    file: ExhibitFile
    choice: StatementChoice
    found: tuple[ReadStatement, ...]


class StatementFile:
    """A file that is read for its statements, beside the vault's thread. Whoever opened it closes it.

    assets: of wallets of the case, which are currencies there.
    """

    def __init__(self, file: ExhibitFile, opened: OpenedFile, assets: Collection[str]) -> None:
        self._file, self._opened, self._assets = file, opened, assets

    def read(self, choice: StatementChoice) -> StatementsRead:
        """Raises as `read_file`."""
        found = read_file(self._opened, choice, self._assets)
        return StatementsRead(file=self._file, choice=choice, found=found)

    def titles(self, delimiter: str, header: int, encoding: str) -> tuple[str, ...]:
        """Return the titles of the columns of a table. Raises as `read_file`."""
        return read_titles(self._opened, delimiter, header, encoding)

    def close(self) -> None:
        self._opened.reader.close()


def read_file(
    opened: OpenedFile, choice: StatementChoice, assets: Collection[str]
) -> tuple[ReadStatement, ...]:
    """Return the statements of a file. Raises StatementFormatError, StatementMappingError, ExchangeError,
    CurrencyUnknownError, InspectionEndedError, SandboxMissingError.
    """
    columns = choice.columns.told() if choice.columns is not None else ()
    question: Question = {
        "job": "statements",
        "format": choice.format.value,
        "encoding": choice.encoding,
        "columns": [text for each in columns for text in each],
        "assets": [*assets],
    }
    heads: object = ()
    rows = list[object]()
    with closing(_reading(opened)) as reading:
        for page in range(ROWS):
            told = _asked(reading, {**question, "page": page})
            heads = told.get("statements") if page == 0 else heads
            more = told.get("rows")
            if not isinstance(more, list | tuple):
                raise _no_answer()
            rows += more
            if told.get("more") is not True or len(rows) > ROWS:
                break
    try:
        return statements_from(heads, rows, assets)
    except FormatError:
        raise _no_answer() from None


def read_titles(opened: OpenedFile, delimiter: str, header: int, encoding: str) -> tuple[str, ...]:
    """Return the titles of the columns of a table. Raises as `read_file`."""
    question: Question = {"job": "titles", "delimiter": delimiter, "header": header, "encoding": encoding}
    with closing(_reading(opened)) as reading:
        told = _asked(reading, question)
    try:
        return texts_from(told.get("titles"))
    except FormatError:
        raise _no_answer() from None


def _reading(opened: OpenedFile) -> Reading:
    return Reading(_READER, [], opened.reader, opened.size, limits=_LIMITS)


def _asked(reading: Reading, question: Question) -> Mapping[str, canonical.Value]:
    try:
        told = canonical.parse(reading.ask(question)[0])
    except FormatError:
        raise _no_answer() from None
    if not isinstance(told, Mapping):
        raise _no_answer()
    if "refused" in told:
        raise _REFUSALS.get(str(told["refused"]), _no_answer())
    return told


def _no_answer() -> ThbError:
    return InspectionEndedError("the reading of the file gave no answer that can be used")

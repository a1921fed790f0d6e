"""Worker: the confined process that reads statements of account from one file. It gives all up, then reads.

    python -P -s -S -B -m thb_desktop.services.money.statement_worker LIMITS

The messages are those of `inspect.framing`. A question names a job: `statements` (heads, and a page of rows)
or `titles` (of the columns of a table). A refusal is told by its code.
"""

import io
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.errors import ThbError
from thb_desktop.exchange.statements.answers import PAGE, Plain, head_told, row_told
from thb_desktop.exchange.statements.columns import ColumnChoice, titles_of
from thb_desktop.exchange.statements.reading import ENCODINGS, StatementChoice, read_statements, text_of
from thb_desktop.exchange.statements.rows import ReadRow, ReadStatement
from thb_desktop.exchange.untrusted.limits import FILE
from thb_desktop.inspect.one_file import answer_confined
from thb_desktop.inspect.serving import Answered

_CAMT = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
    b"<BkToCstmrStmt><Stmt><Id>1</Id></Stmt></BkToCstmrStmt></Document>"
)
_SAMPLES = (
    _CAMT,
    b":20:1\n:25:2\n:60F:C200101EUR1,\n:61:2001010101C1,NTRFNONREF\n:62F:C200101EUR2,\n",
    b"a;b\n2020-01-01;1.5\n",
)


class StatementReader:
    """Answers questions about one file; what it read stays for the next page."""

    def __init__(self) -> None:
        self._choice = ""
        self._read: tuple[ReadStatement, ...] = ()
        self._rows: list[tuple[int, ReadRow]] = []

    def answer(self, source: io.RawIOBase, question: Mapping[str, Any]) -> Answered:
        try:
            said = self._said(source, question)
        except ThbError as refusal:
            said = {"refused": refusal.code}
        return said, ()

    def _said(self, source: io.RawIOBase, question: Mapping[str, Any]) -> Plain:
        if question["job"] == "titles":
            text = text_of(_whole(source), question["encoding"])
            return {"titles": [*titles_of(text, question["delimiter"], int(question["header"]))]}
        page = int(question["page"])
        choice = json.dumps(
            [question["format"], question["encoding"], question["columns"], question["assets"]]
        )
        if choice != self._choice:
            self._read = read_statements(_whole(source), _choice_of(question), question["assets"])
            self._rows = [(at, row) for at, each in enumerate(self._read) for row in each.rows]
            self._choice = choice
        rows = self._rows[page * PAGE : (page + 1) * PAGE]
        return {
            "statements": [head_told(each) for each in self._read] if page == 0 else [],
            "rows": [row_told(at, row) for at, row in rows],
            "more": (page + 1) * PAGE < len(self._rows),
        }


def _whole(source: io.RawIOBase) -> bytes:
    """Return the bytes of the file; what is longer than is read is refused by its reader."""
    source.seek(0)
    return io.BufferedReader(source, 1 << 20).read(FILE + 1)


def _choice_of(question: Mapping[str, Any]) -> StatementChoice:
    told = list(question["columns"])
    columns = dict(zip(told[::2], told[1::2], strict=True))
    unsaid = {each.name: "" for each in fields(ColumnChoice)}
    return StatementChoice(
        format=StatementFormat(question["format"]),
        encoding=question["encoding"],
        columns=ColumnChoice(**{**unsaid, **columns}) if columns else None,
    )


def _load() -> None:
    """Let each reader take what it needs while this process may still take it."""
    columns = ColumnChoice(
        delimiter=";", header="1", day="a", order="YMD", decimal=".", amount="b", currency_of_all="EUR"
    )
    for data, choice in zip(
        _SAMPLES,
        (
            StatementChoice(format=StatementFormat.CAMT_053),
            StatementChoice(format=StatementFormat.MT940, encoding="windows-1252"),
            StatementChoice(format=StatementFormat.CSV, columns=columns),
        ),
        strict=True,
    ):
        for each in read_statements(data, choice):
            json.dumps([head_told(each), *(row_told(0, row) for row in each.rows)])
    for encoding in (*filter(None, ENCODINGS), "utf-16", "utf-16-le", "utf-16-be"):
        b"ab".decode(encoding)


def main(arguments: Sequence[str]) -> int:
    return answer_confined(arguments, _load, StatementReader().answer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

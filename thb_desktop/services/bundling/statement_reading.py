"""Statement reading: which files are statements of account by how they begin, and their entries.

The process that reads statements for the page of money reads them here too. What it does not take is printed
as the text that it is.
"""

import re
from contextlib import closing

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.domain.looks import PlainText
from thb_desktop.errors import ExchangeError, InspectionEndedError, StatementFormatError
from thb_desktop.exchange.statements.reading import AS_MARKED, ENCODINGS, StatementChoice
from thb_desktop.exchange.statements.rows import ReadStatement
from thb_desktop.services.evidence.exhibit_files import opened
from thb_desktop.services.money.statement_files import read_file
from thb_desktop.vault.content import ContentStore

_CAMT = re.compile(r"urn:iso:std:iso:20022:tech:xsd:camt\.05([234])\.001\.[0-9]{2}", re.ASCII)
_MT940 = (re.compile(r":20:"), re.compile(r":25:"), re.compile(r":6(?:0[FM]|1):"))
"""How lines begin of which such a statement has one each."""
_HEAD = 60
"""Lines by which it is known. A message of camt is known by the whole first page, since comments may stand
before it.
"""


def statements_in(
    store: ContentStore, file: ExhibitFile, look: PlainText
) -> tuple[StatementFormat, tuple[ReadStatement, ...]] | None:
    """Return the format and the statements of a file; None if it is none, or cannot be read as one. The
    format is that of the message, whatever else the head of the file names.

    look: its first page as plain text. Raises SandboxMissingError, and what reading the store raises.
    """
    choice = _choice_of(look)
    if choice is None:
        return None
    source = opened(store, file)
    with closing(source.reader):
        try:
            found = read_file(source, choice, ())
        except (StatementFormatError, ExchangeError, InspectionEndedError):
            return None
    return (found[0].format if found else choice.format), found


def _choice_of(look: PlainText) -> StatementChoice | None:
    if look.is_derived:
        return None
    whole = "\n".join(look.lines).lstrip("\ufeff \t\n")
    if whole.startswith("<") and (found := _CAMT.search(whole)):
        return StatementChoice(format=StatementFormat(f"CAMT_05{found[1]}"))
    head = look.lines[:_HEAD]
    if all(any(form.match(line) for line in head) for form in _MT940):
        return StatementChoice(format=StatementFormat.MT940, encoding=_encoding(look))
    return None


def _encoding(look: PlainText) -> str:
    """Return by which encoding the look was read, as statements name it."""
    if not look.is_guess:
        return AS_MARKED
    named = look.coding.replace("cp125", "windows-125").replace("iso8859-", "iso-8859-")
    return named if named in ENCODINGS else AS_MARKED

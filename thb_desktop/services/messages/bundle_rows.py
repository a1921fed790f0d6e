"""Rows of a bundle: what the data of the case in a bundle of ours tell, read one after the other."""

from collections.abc import Callable, Collection, Iterable, Iterator
from hashlib import sha256
from typing import Any

from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.record import from_record
from thb_desktop.errors import BundleForeignError, FormatError, PdfUnreadableError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.streamed import Walk, memory_of
from thb_desktop.verify.bundle.manifest import CASE, RECORDS
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.specifications import attached, attached_in
from thb_desktop.verify.limits import afford


def conditions_in(pdf: bytes) -> tuple[UseCondition, ...]:
    """Return the conditions of use that a bundle of ours tells, as its office has them.

    Raises BundleForeignError.
    """

    def condition(told: dict[str, Any]) -> UseCondition:
        return from_record(UseCondition, {"case_id": "", **told})

    return tuple(each for each in rows_of(pdf, "use_conditions", condition) if not each.struck)


def case_in(pdf: bytes) -> Iterable[bytes]:
    """The data of the case as a bundle carries them; nothing if it has none. Raises PdfUnreadableError."""
    file = PdfFile(pdf, len(pdf))
    stream = attached(file, CASE)
    return () if stream is None else file.pieces(stream)


def jobs_in(pdf: bytes) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the records of language work that a bundle of ours carries, each with the SHA-256 of its file.

    Raises BundleForeignError.
    """
    try:
        file = PdfFile(pdf, len(pdf))
        for _, stream in attached_in(file, f"{RECORDS}language-"):
            data = b"".join(file.pieces(stream))
            afford(memory_of(data))
            told = canonical.parse(data)
            job = told.get("job") if isinstance(told, dict) else None
            if not isinstance(job, dict):
                raise FormatError("a record of language work is malformed")
            yield job, sha256(data).hexdigest()
    except (FormatError, PdfUnreadableError):
        raise BundleForeignError("this is not a bundle that this vault made") from None


def texts_shown(pdf: bytes) -> Iterator[str]:
    """Yield what the data of the case say, part by part, without corrections, which tell former texts.

    Raises BundleForeignError.
    """
    try:
        for name, value in Walk(case_in(pdf), lists=("exhibits", "interviews"), afford=afford):
            if name != "corrections":
                yield "\n".join(_texts_in(value))
    except (FormatError, PdfUnreadableError, KeyError, TypeError, ValueError):
        raise BundleForeignError("this is not a bundle that this vault made") from None


def _texts_in(value: Value) -> Iterator[str]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each


def language_in(pdf: bytes) -> str:
    """Return in which language a bundle of ours has its headings. Raises BundleForeignError."""
    try:
        for name, value in Walk(case_in(pdf), lists={"exhibits", "interviews"}, afford=afford):
            if name == "bundle" and isinstance(value, dict):
                return str(value["language"])
    except (FormatError, PdfUnreadableError, KeyError):
        pass
    raise BundleForeignError("this is not a bundle that this vault made")


def rows_of[Row](pdf: bytes, list_name: str, read: Callable[[dict[str, Any]], Row]) -> list[Row]:
    """Read the rows of one list in the data of the case, one after the other. Raises BundleForeignError."""
    try:
        return [read(told) for _, told in rows_in(pdf, {list_name})]
    except (FormatError, KeyError, TypeError, ValueError):
        raise BundleForeignError("this is not a bundle that this vault made") from None


def rows_in(pdf: bytes, lists: Collection[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of these lists in the data of the case, one after the other.

    Raises BundleForeignError.
    """
    try:
        for name, value in Walk(case_in(pdf), lists={"exhibits", "interviews", *lists}, afford=afford):
            if name in lists and isinstance(value, dict):
                yield name, value
    except (FormatError, PdfUnreadableError, KeyError, TypeError, ValueError):
        raise BundleForeignError("this is not a bundle that this vault made") from None

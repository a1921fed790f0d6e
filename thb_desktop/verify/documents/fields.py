"""The signature fields of a PDF file, filled or empty."""

from dataclasses import dataclass

from thb_desktop.errors import PdfUnreadableError
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.documents.syntax import Dictionary, PdfObject, Ref

MAXIMUM_FIELDS = 5_000
MAXIMUM_SIGNATURES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureField:
    """One signature field: `value` is its /V, None while it is empty."""

    name: str
    number: int | None
    dictionary: Dictionary
    value: PdfObject

    @property
    def is_visible(self) -> bool:
        """Whether it takes space on a page; an invisible empty one is for an archive time stamp."""
        rectangle = self.dictionary.get("Rect")
        sides = rectangle if isinstance(rectangle, list) else []
        numbers = [side for side in sides if isinstance(side, int | float)]
        return len(numbers) != 4 or not (numbers[0] == numbers[2] or numbers[1] == numbers[3])


def signature_fields(file: PdfFile) -> list[SignatureField]:
    """All signature fields, in the order of the form. Raises PdfUnreadableError."""
    form = file.dictionary(file.catalog.get("AcroForm"))
    found: list[SignatureField] = []
    seen: set[int] = set()
    waiting: list[tuple[PdfObject, str, PdfObject]] = [
        (item, "", None) for item in reversed(file.array(form.get("Fields")))
    ]
    steps = 0
    while waiting:
        item, above, kind = waiting.pop()
        number = item.number if isinstance(item, Ref) else None
        steps += 1
        if number in seen or steps > MAXIMUM_FIELDS:
            raise PdfUnreadableError("the form of the file has too many fields, or one that contains itself")
        if number is not None:
            seen.add(number)
        dictionary = file.dictionary(item)
        kind = file.resolve(dictionary.get("FT", kind))
        name = _full_name(file, above, dictionary)
        kids = file.array(dictionary.get("Kids"))
        if kind == "Sig" and ("V" in dictionary or not any("T" in file.dictionary(kid) for kid in kids)):
            value = dictionary.get("V")
            found.append(SignatureField(name=name, number=number, dictionary=dictionary, value=value))
        else:
            waiting += [(kid, name, kind) for kid in reversed(kids)]
    if sum(field.value is not None for field in found) > MAXIMUM_SIGNATURES:
        raise PdfUnreadableError("the file has more signatures than this check reads")
    return found


def _full_name(file: PdfFile, above: str, dictionary: Dictionary) -> str:
    text = file.open_string(dictionary.get("T"))
    own = (
        text.decode("utf-16", "replace") if text[:2] in (b"\xfe\xff", b"\xff\xfe") else text.decode("latin-1")
    )
    return shown(f"{above}.{own}" if above and own else above or own)

"""The PDF file itself: numbered objects, written once, most of them packed into object streams."""

import hashlib
import zlib
from array import array
from typing import BinaryIO

_PACK = 200
"""Objects in one object stream: large enough to compress well, small enough to open quickly."""

_END_OF_STREAM = b"\r\nendstream\nendobj\n"
"""CR and LF: before a lone LF, some readers take a CR that ends the data for part of the line end."""

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})

_PDF_DOC = {code: code for code in (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100))} | {
    ord(sign): code for code, sign in enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", 0x80)
}
"""PDFDocEncoding (ISO 32000-1, D.2), but for its accents that stand alone, and the euro."""


def text_string(text: str) -> str:
    """Return a PDF text string (ISO 32000-1, 7.9.2.2): in PDFDocEncoding where it can, else in UTF-16BE.

    pyHanko chooses alike when it writes a signature field anew, so that the field's words keep their bytes.
    """
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    if all(ord(sign) in _PDF_DOC for sign in text):
        return f"<{bytes(_PDF_DOC[ord(sign)] for sign in text).hex().upper()}>"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """Write a measure with at most two decimals (PDF points: 1/7200 inch is finer than any printer)."""
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class PdfFile:
    """A PDF 1.7 file with object streams and a cross-reference stream, written from front to back.

    An object number may be reserved before its object is known. Of what is written only its place is kept.
    The file's identifier is made from its own bytes: equal content gives an equal file.
    """

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._digest = hashlib.sha256()
        self.size = 0
        self._kinds = bytearray(b"\0")
        self._places = array("Q", [0])
        self._indexes = array("H", [0])
        self._pack: list[tuple[int, bytes]] = []
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> int:
        """Return the next object number; its object must come before `finish`."""
        self._kinds.append(0)
        self._places.append(0)
        self._indexes.append(0)
        return len(self._kinds) - 1

    def put(self, reference: int, body: str) -> None:
        """Write the object of a reserved number: a dictionary, an array or a value, not a stream."""
        self._pack.append((reference, body.encode("ascii")))
        if len(self._pack) == _PACK:
            self._flush()

    def add(self, body: str) -> int:
        reference = self.reserve()
        self.put(reference, body)
        return reference

    def put_stream(self, reference: int, data: bytes, entries: str = "") -> None:
        """Write a stream, deflated."""
        self._place(reference, 1, self.size, 0)
        self._write_stream(reference, zlib.compress(data), entries)

    def add_stream(self, data: bytes, entries: str = "") -> int:
        reference = self.reserve()
        self.put_stream(reference, data, entries)
        return reference

    def put_plain_stream(self, reference: int, data: bytes, entries: str) -> None:
        """Write a stream as it is, for readers that look into the file without inflating it."""
        self._place(reference, 1, self.size, 0)
        head = f"{reference} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n"
        self._write(head.encode("ascii") + data + _END_OF_STREAM)

    def finish(self, *, root: int, info: int) -> str:
        """Write the cross-reference stream and the end; return the SHA-256 (hex) of the whole file."""
        self._flush()
        missing = [n for n in range(1, len(self._kinds)) if not self._kinds[n]]
        if missing:
            message = f"{len(missing)} reserved objects were never written"
            raise ValueError(message)
        reference = self.reserve()
        at = self.size
        self._place(reference, 1, at, 0)
        rows = bytearray(b"\0\0\0\0\0\0\xff\xff")
        for kind, place, index in zip(self._kinds[1:], self._places[1:], self._indexes[1:], strict=True):
            rows += kind.to_bytes() + place.to_bytes(5, "big") + index.to_bytes(2, "big")
        name = self._digest.hexdigest()[:32]
        entries = (
            f"/Type/XRef/Size {len(self._kinds)}/W[1 5 2]/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{name}><{name}>]/DecodeParms<</Predictor 12/Columns 8>>"
        )
        self._write_stream(reference, zlib.compress(_up(rows, 8)), entries)
        self._write(f"startxref\n{at}\n%%EOF\n".encode("ascii"))
        return self._digest.hexdigest()

    def _flush(self) -> None:
        if not self._pack:
            return
        reference = self.reserve()
        heads, offset = [], 0
        for index, (packed, body) in enumerate(self._pack):
            self._place(packed, 2, reference, index)
            heads.append(f"{packed} {offset}")
            offset += len(body) + 1
        head = (" ".join(heads) + "\n").encode("ascii")
        self._place(reference, 1, self.size, 0)
        data = head + b"\n".join(body for _, body in self._pack)
        entries = f"/Type/ObjStm/N {len(self._pack)}/First {len(head)}"
        self._write_stream(reference, zlib.compress(data), entries)
        self._pack.clear()

    def _place(self, reference: int, kind: int, place: int, index: int) -> None:
        if self._kinds[reference]:
            message = f"object {reference} is written already"
            raise ValueError(message)
        self._kinds[reference], self._places[reference], self._indexes[reference] = kind, place, index

    def _write_stream(self, reference: int, deflated: bytes, entries: str) -> None:
        head = f"{reference} 0 obj\n<<{entries}/Filter/FlateDecode/Length {len(deflated)}>>\nstream\n"
        self._write(head.encode("ascii") + deflated + _END_OF_STREAM)

    def _write(self, data: bytes) -> None:
        self._target.write(data)
        self._digest.update(data)
        self.size += len(data)


def _up(rows: bytes | bytearray, width: int) -> bytes:
    """PNG's "up" filter (ISO 32000-1, 7.4.4.4): each row as its difference from the row above."""
    above = bytes(width) + bytes(rows)
    differences = bytes((now - before) & 0xFF for now, before in zip(rows, above, strict=False))
    return b"".join(b"\2" + differences[at : at + width] for at in range(0, len(rows), width))

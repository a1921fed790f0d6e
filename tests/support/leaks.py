"""What a stranger can read in a bundle with other tools, and where a word occurs in it in any form."""

import io
import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path

import pikepdf

SHORTEST = 5
"""Bytes: shorter words, and numbers, are searched only as whole words in texts: elsewhere they occur by
chance.
"""
_DRAWN = {"text: drawn -raw": "-raw", "text: drawn -layout": "-layout"}
"""What `pdftotext` reads, and how it is asked."""
_NUMBER = re.compile(r"[\d.,:\-\s]+")


class Readable(Mapping[str, bytes]):
    """All that other tools read in a PDF, by its place. Drawn or attached text has the prefix "text: ".

    Who asks for what is drawn alone waits for one of the four tools.
    """

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._drawn: dict[str, bytes] = {}

    def __getitem__(self, place: str) -> bytes:
        return self._text(place) if place in _DRAWN else self._all[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def _text(self, place: str) -> bytes:
        if place not in self._drawn:
            with tempfile.TemporaryDirectory() as folder:
                whole = Path(folder, "bundle.pdf")
                whole.write_bytes(self._pdf)
                self._drawn[place] = _run("pdftotext", _DRAWN[place], "-enc", "UTF-8", whole, "-")
        return self._drawn[place]

    @cached_property
    def _all(self) -> dict[str, bytes]:
        with tempfile.TemporaryDirectory() as folder:
            whole = Path(folder, "bundle.pdf")
            whole.write_bytes(self._pdf)
            inflated, attached = Path(folder, "inflated.pdf"), Path(folder, "attached")
            attached.mkdir()
            _run("qpdf", "--qdf", "--object-streams=disable", "--decode-level=all", whole, inflated)
            found = {"file": self._pdf, "inflated": inflated.read_bytes()}
            found |= {place: self._text(place) for place in _DRAWN}
            with pikepdf.open(io.BytesIO(self._pdf)) as document:
                found["text: properties"] = str(document.docinfo).encode()
                if "/Metadata" in document.Root:
                    found["text: metadata"] = bytes(document.Root.Metadata.read_bytes())
                for name in document.attachments:
                    path = Path(attached, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
            _run("pdfdetach", "-saveall", "-o", attached, whole)
            for path in attached.rglob("*"):
                name = path.relative_to(attached).as_posix()
                found[f"text: name of {name}"] = name.encode()
                if path.is_file():
                    found[f"text: {name}"] = path.read_bytes()
            return found


@lru_cache(maxsize=4)
def readable(pdf: bytes) -> Readable:
    """Read a PDF with other tools; a test that asks again about the same bytes has the same answer."""
    return Readable(pdf)


def leaks(words: Iterable[str], places: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Return each word that occurs somewhere, in any normal form and encoding, with its places."""
    texts = {place: b"".join(data.split()) for place, data in places.items() if place.startswith("text: ")}
    runs = set().union(*map(_runs, (*places.values(), *texts.values())))
    found = []
    for word in sorted(set(words)):
        if _least_bytes(word) < SHORTEST or _NUMBER.fullmatch(word):  # told by chance
            found += [(word, place) for place in texts if _stands_alone(word.encode(), places[place])]
            continue
        forms = [form for form in _forms(word) if runs.issuperset(_runs(form))]
        squeezed = [form for form in _squeezed(word) if runs.issuperset(_runs(form))]
        for place, data in places.items():
            in_text = place in texts and any(form in texts[place] for form in squeezed)
            if in_text or any(form in data for form in forms):
                found.append((word, place))
    return found


def _least_bytes(word: str) -> int:
    """Return the length of the shortest form of a word: a Chinese name has few signs, and many bytes."""
    return min(len(word.encode(encoding)) for encoding in ("utf-8", "utf-16-le"))


def _runs(data: bytes) -> set[bytes]:
    """Every run of five bytes: a form that holds another one is nowhere, and need not be searched."""
    return {data[at : at + SHORTEST] for at in range(len(data) - SHORTEST + 1)}


def _stands_alone(word: bytes, text: bytes) -> bool:
    return word in text and re.search(rb"(?<![\w.,-])%s(?![\w.,-])" % re.escape(word), text) is not None


def _squeezed(word: str) -> set[bytes]:
    """Its normal forms without blanks: a line may end within it."""
    return {b"".join(text.encode().split()) for text in _normal(word)}


def _normal(word: str) -> set[str]:
    return {unicodedata.normalize(form, word) for form in ("NFC", "NFD")}


@cache
def _forms(word: str) -> frozenset[bytes]:
    """The forms of a word in a PDF or JSON text: three encodings, plain, as hexadecimal, with escapes."""
    return frozenset(_written(word))


def _written(word: str) -> Iterator[bytes]:
    for text in _normal(word):
        for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
            data = text.encode(encoding)
            yield data
            if len(data) >= SHORTEST:
                yield data.hex().encode()
                yield data.hex().upper().encode()
            yield re.sub(rb"([()\\])", rb"\\\1", data)
        yield text.encode("ascii", "backslashreplace")


def _run(*command: object) -> bytes:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    assert done.returncode in (0, 3), done.stderr[-500:]
    return done.stdout

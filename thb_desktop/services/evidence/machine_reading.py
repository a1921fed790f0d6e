"""Machine reading: the words in a picture or on a scanned page, as Tesseract reads them if it is there.

The picture comes from the confined reader, so Tesseract never sees the file; it runs confined itself. What it
reads is shown as machine-read and can be searched. It is no testimony and goes into no bundle.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from thb_desktop.domain.looks import PartPath
from thb_desktop.domain.machine_reading import MachineText, lines_from
from thb_desktop.errors import FormatError, InspectionEndedError, ValueRefusedError
from thb_desktop.inspect.ocr import tesseract
from thb_desktop.services.evidence.looking import Looking


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineReader:
    """What reads pictures on this machine. program: its path. version: by its own words. languages: codes."""

    program: str
    version: str
    languages: tuple[str, ...]


def find_reader() -> MachineReader | None:
    """Return what reads pictures here; None where nothing does. Takes a moment: it asks the program."""
    program = tesseract.installed()
    if not program:
        return None
    try:
        return MachineReader(
            program=program, version=tesseract.version(program), languages=tesseract.languages(program)
        )
    except InspectionEndedError:
        return None


def read_page(
    looking: Looking,
    page: int,
    part: PartPath = (),
    *,
    reader: MachineReader,
    languages: Sequence[str],
    cancelled: Event | None = None,
) -> MachineText:
    """Return the words on one page of a file that is open. Takes seconds, beside the vault's thread.

    Raises ValueRefusedError for languages that are not installed, what `Looking.draw` raises,
    InspectionEndedError, SandboxMissingError, CancelledError.
    """
    chosen = tuple(dict.fromkeys(languages))
    if not chosen or not set(chosen) <= set(reader.languages):
        raise ValueRefusedError("choose languages that are installed with the program that reads pictures")
    picture = looking.draw(page, part)
    told = tesseract.read(
        reader.program,
        chosen,
        width=picture.width,
        height=picture.height,
        pixels=picture.pixels,
        cancelled=cancelled,
    )
    try:
        lines = lines_from(told, width=picture.width, height=picture.height)
    except FormatError:
        raise InspectionEndedError("the reading of the picture gave no answer that can be used") from None
    return MachineText(page=page, lines=lines, program=reader.version, languages=chosen)

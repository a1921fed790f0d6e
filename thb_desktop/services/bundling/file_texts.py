"""The texts of files of exhibits that are plain texts: words and cells of these can be masked.

A plain text is one in which every letter stands for itself. What may hide words (markup, mail, letters as
codes) is none: of such a file no copy is made. Of markup, an ELAN file without such codes is one.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from contextlib import suppress

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import Redaction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId
from thb_desktop.domain.masked_elan import is_plain_elan
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import ContentDamagedError, DocumentFormError, ErasureDueError
from thb_desktop.inspect.texts.codings import legacy_of
from thb_desktop.services.core.leaving_bars import is_abuse_elsewhere
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_files
from thb_desktop.services.evidence.leaving import barred
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, registry

LARGEST = 4 << 20
"""Bytes of a text in which words are masked."""
_SAMPLE = 1 << 16
"""Bytes by which the coding of a text from before Unicode is guessed."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CODED = re.compile(
    r"\A\s*(?:<|\{\\rtf|%PDF-)|^content-transfer-encoding:|;base64,|[;:]encoding=",
    re.IGNORECASE | re.MULTILINE,
)
"""What a text has in which letters are written as codes."""


def plain_text(data: bytes) -> str:
    """Return the text of a file, without its byte order mark. Raises DocumentFormError."""
    if len(data) > LARGEST:
        raise DocumentFormError("the text is larger than one in which words are masked")
    is_wide = data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE)
    text = ""
    for coding in ("utf-16",) if is_wide else ("utf-8", legacy_of(data[:_SAMPLE])):
        with suppress(UnicodeDecodeError):
            text = data.decode(coding).removeprefix("\ufeff")
            break
    if not text or _CONTROLS.search(text) or _CODED.search(text[1:] if is_plain_elan(text) else text):
        raise DocumentFormError("the file is no plain text")
    return text


@permitted(Right.PREPARE_BUNDLES)
def texts_in(
    session: Session, exhibit_id: ExhibitId, only: FileId | None = None
) -> tuple[tuple[ExhibitFile, str], ...]:
    """Return the files of an exhibit that are plain texts. Each is in the log of consultations.

    only: the one file that is read; None for all.

    There is none for a user who may not open files, and none of abuse material or of what was erased.
    """
    is_open = may(session.user.role, Right.OPEN_FILES, in_store=session.office_record.is_store)
    exhibit = registry.EXHIBIT.find(session.read, exhibit_id)
    if exhibit is None or not is_open or counts.is_erased(session.read, exhibit_id):
        return ()
    if barred(session.read, [exhibit], [BarKind.ABUSE_MATERIAL]):
        return ()
    found: list[tuple[ExhibitFile, str]] = []
    for file in standing_files(session.read, exhibit_id):
        if not 0 < file.size <= LARGEST or only not in (None, file.id):
            continue
        if is_abuse_elsewhere(session.read, file):
            continue
        with suppress(DocumentFormError, ContentDamagedError, ErasureDueError):
            with session.vault.content.open(file.object_id, file.size) as source:
                found.append((file, plain_text(source.read())))
            session.consulted(Consulted.FILE, file.id)
    return tuple(found)


def in_copies_alone(connection: Connection, redactions: Sequence[Redaction]) -> frozenset[ExhibitId]:
    """Return the exhibits of which a version shows masked copies alone.

    Something is masked in a text of theirs. The digest of the text, which an entry and its events tell, would
    let what is masked be guessed.
    """
    rows = {each.row for each in redactions if each.is_of_text}
    files = registry.EXHIBIT_FILE.among(connection, "id", tuple(rows))
    return frozenset(each.exhibit_id for each in files)

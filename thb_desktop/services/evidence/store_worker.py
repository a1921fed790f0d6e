"""Store worker: the process that stores the bytes of many small files while another one records them.

    python -P -s -S -B -m thb_desktop.services.evidence.store_worker

By standard input it gets the folder and the key of the content, then the paths of files in parts. It reads,
digests, encrypts and writes them by the same code as the program itself, and answers each part. It gets no
other key, and opens no database. A source that cannot be stored is answered with its reason. After any other
refusal it ends, and whoever asked it does the rest.
"""

import gc
import json
import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, BinaryIO, cast

from thb_desktop.errors import SourceChangedError, SourceKindError, SourceUnreadableError, ThbError
from thb_desktop.inspect.confinement import confine_to_folder
from thb_desktop.inspect.worker import NOT_CONFINED
from thb_desktop.vault.batch import Batch, StoredObject
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.memory import protect_memory
from thb_desktop.vault.sources import ask_for

KEY_LENGTH = 32
KEEP = "keep"
"""The request that ends a group: everything is flushed and gets its name. The answer is the same word."""
CLOSED, READY = "closed", "ready"
"""What it says: that its memory is closed to other programs, before it gets the key; and that it has it."""
REFUSALS: dict[str, type[ThbError]] = {
    each.code: each for each in (SourceUnreadableError, SourceChangedError, SourceKindError)
}
"""What may be wrong with a source, by its code."""
_OF_REFUSAL = 2
_FROM_MEMORY = 0.000_5
"""Seconds for a file that the system had in memory, at most: if files take longer, the next are asked for."""
_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the bytes go. part: how the temporary names end. The key follows, as it is."""

    folder: str
    vault_id: bytes
    part: str

    def to_bytes(self) -> bytes:
        return line([self.folder, self.vault_id.hex(), self.part])

    @classmethod
    def parse(cls, told: bytes) -> "Place":
        folder, vault_id, part = json.loads(told)
        return cls(folder=folder, vault_id=bytes.fromhex(vault_id), part=part)


Result = StoredObject | ThbError
"""What became of a source: its object, or what is wrong with it."""


def line(value: object) -> bytes:
    """Write one request or answer. A name that is no Unicode keeps its bytes as escapes."""
    return _encode(value).encode("ascii") + b"\n"


def told(result: Result) -> Sequence[object]:
    """Return what became of a source as an answer has it: four values of an object, two of a refusal."""
    if isinstance(result, ThbError):
        return result.code, str(result)
    return result.object_id, result.size, result.sha256, result.further


def result_of(answer: Sequence[object]) -> Result:
    if len(answer) == _OF_REFUSAL:
        code, said = cast(Sequence[str], answer)
        return REFUSALS[code](said)
    object_id, size, sha256, further = cast(Any, answer)
    return StoredObject(object_id=object_id, size=size, sha256=sha256, further=tuple(map(tuple, further)))


def added(batch: Batch, path: str, also: Sequence[str]) -> Result:
    """Add one file, or return what is wrong with it. Raises what is wrong with anything else."""
    try:
        return batch.add_file(Path(path), also=also)
    except (SourceUnreadableError, SourceChangedError, SourceKindError) as refusal:
        return refusal


def main() -> int:
    protect_memory()
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    answers.write(line(CLOSED))
    answers.flush()
    begun = source.readline()
    if not begun:
        return 0  # nobody wanted anything
    place = Place.parse(begun)
    key = bytearray(source.read(KEY_LENGTH))
    content = ContentStore(
        folder=Path(place.folder), key=key, vault_id=place.vault_id, randomness=secrets.token_bytes
    )
    try:
        confine_to_folder(place.folder)
    except OSError:
        return NOT_CONFINED
    gc.freeze()  # nothing here makes rings, and to look for them takes a tenth of the time
    gc.disable()
    answers.write(line(READY))
    answers.flush()
    try:
        while _store_group(content, place.part, source, answers):
            pass
    except ThbError:
        return 1
    return 0


def _store_group(content: ContentStore, part: str, source: BinaryIO, answers: BinaryIO) -> bool:
    """Store what is asked for up to the next KEEP, and keep it; False at the end of the stream."""
    batch = content.new_batch(part)
    asked, is_slow = _next(source), False
    while asked is not None:
        files, also = asked
        if not files:
            batch.keep()
            answers.write(line(KEEP))
            answers.flush()
            return True
        after = _next(source)  # whoever asks has always handed over one more than was answered
        if is_slow and after is not None:
            for path in after[0]:
                ask_for(Path(path))
        began = monotonic()
        answers.write(line([told(added(batch, path, also)) for path in files]))
        answers.flush()
        is_slow = is_slow or monotonic() - began > len(files) * _FROM_MEMORY
        asked = after
    return False


def _next(source: BinaryIO) -> tuple[Sequence[str], Sequence[str]] | None:
    """Return the next part and the further algorithms: no file stands for KEEP, None for the end."""
    asked = json.loads(source.readline() or b"null")
    return ((), ()) if asked == KEEP else asked


if __name__ == "__main__":
    sys.exit(main())

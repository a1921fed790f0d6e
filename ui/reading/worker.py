"""Worker: the confined process that reads one document. It loads its libraries, gives all up, then reads.

    python -P -s -S -B -m ui.reading.worker JOB PAGE LIMITS

JOB is `text`, `picture`, `copy` or `pages`. With `pages` it stays and answers the questions of
`thb_desktop.inspect.reading` about one document, of which it reads only what it needs. Else the answer is a
line of JSON, and after it the pixels of a picture. PDFium takes 32 GiB of addresses when it first runs, so it
runs once beforehand, on a page made here; the limit on what is really filled holds all the same.
"""

import json
import sys
from collections.abc import Iterable, Sequence

from PySide6.QtGui import QImageReader

from thb_desktop.errors import EncodingUnknownError, ThbError
from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.limits import Limits, address_space
from thb_desktop.inspect.serving import serve
from thb_desktop.inspect.worker import NOT_CONFINED
from ui.reading import documents, pictures


def main(arguments: Sequence[str]) -> int:
    job, page, told = arguments
    source, answer = sys.stdin.buffer, sys.stdout.buffer
    QImageReader.setAllocationLimit(pictures.MEBIBYTES)
    documents.load()
    pictures.load()
    if job == "pages":  # Pillow is for this job alone
        from ui.reading import scans
        from ui.reading.drawing import Drawing

        scans.load()
    try:
        confine_this_process(Limits.from_text(told), reserved=address_space())
    except OSError:
        return NOT_CONFINED
    if job == "pages":
        serve(Drawing().answer, source, answer)
        return 0
    pixels: Iterable[bytes] = ()
    try:
        data = source.read()
        if job == "text":
            said: object = documents.text_of(data)
        elif job == "copy":
            said, pixels = documents.copied(data, int(page))
        else:
            said, drawn = documents.picture_of(data, int(page))
            pixels = (drawn,)
    except EncodingUnknownError as refusal:
        said = {"refused": refusal.code}
    except pictures.RefusedError as refusal:
        said = {"refused": refusal.code}
    except ThbError:
        said = {"refused": pictures.UNREADABLE}
    line = json.dumps(said, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    answer.write(line.encode("utf-8", "replace") + b"\n")
    for piece in pixels:
        answer.write(piece)
    answer.write(b"\n")
    answer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A thousand bilingual pages, shaped and tagged, against plain ReportLab tables of the same words."""

import io
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _table import Series, in_turn, show

RUNS = 3
PAGES = 1000


def ours(language: str = "ro") -> int:
    """A whole bundle around one long interview, with all its attachments."""
    from tests.support.bundles import large_content
    from thb_desktop.report.bundle import compose_bundle

    content = large_content(PAGES, language=language)
    with Path(os.devnull).open("wb") as target:
        return compose_bundle(content, target).pages


def arabic() -> int:
    return ours("ar")


def plain() -> int:
    """The same interview in a table of paragraphs: no shaping, no structure, no attachments, one font."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from resources.fonts import font_bytes
    from tests.support.bundles import large_content

    pdfmetrics.registerFont(TTFont("Sans", io.BytesIO(font_bytes("NotoSans-Regular.ttf"))))
    style = ParagraphStyle("body", fontName="Sans", fontSize=9.5, leading=13.5)
    (full,) = large_content(PAGES).interviews
    rows = [
        [
            Paragraph(each.label, style),
            Paragraph(each.segment.source_text or "", style),
            *(Paragraph(rendering.text, style) for rendering in each.renderings),
        ]
        for each in full.segments
    ]
    document = SimpleDocTemplate(
        io.BytesIO(), pagesize=A4, leftMargin=59, rightMargin=53, topMargin=76, bottomMargin=66
    )
    document.build(
        [Table(rows, colWidths=[70, 206, 206], repeatRows=0, style=[("VALIGN", (0, 0), (-1, -1), "TOP")])]
    )
    return int(document.page)


CONTESTANTS = {"ours": ours, "arabic": arabic, "plain": plain}


class Contestant:
    """Runs in a process of its own, so that each starts with empty caches and its own memory."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.pages = 0.0
        self.memory: list[float] = []

    def __call__(self) -> float:
        done = subprocess.run(
            [sys.executable, __file__, self._name], stdout=subprocess.PIPE, check=True, text=True
        ).stdout.split()
        pages, seconds, memory = (float(value) for value in done)
        self.pages = pages
        self.memory.append(memory)
        return pages / seconds


def run_one(name: str) -> None:
    """Print pages, seconds, and the most MiB this process held."""
    import resource

    begin = time.perf_counter()
    pages = CONTESTANTS[name]()
    seconds = time.perf_counter() - begin
    print(pages, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    latin, right_to_left, peer = Contestant("ours"), Contestant("arabic"), Contestant("plain")
    runs = in_turn(RUNS, latin, right_to_left, peer)
    print(f"Pages: {latin.pages:.0f} and {right_to_left.pages:.0f} of ours, {peer.pages:.0f} of the peer\n")
    names = ("a bundle, Romanian and French", "a bundle, Arabic and French", "ReportLab, Romanian and French")
    for title, unit, values, goal in (
        ("Bilingual pages laid out and written", "pages/s", runs, "at least 25 pages/s"),
        (
            "Memory at its highest",
            "MiB",
            [each.memory for each in (latin, right_to_left, peer)],
            "under 250 MiB",
        ),
    ):
        one, other, theirs = (
            Series(name=name, unit=unit, values=each) for name, each in zip(names, values, strict=True)
        )
        show(title, theirs, one, other, goal=goal)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        run_one(sys.argv[1])
    else:
        main()

"""A thousand bilingual pages, shaped and tagged, against Typst and plain ReportLab with the same words.

Processor time, each in a process of its own, without what makes the words. Typst writes a tagged PDF/A-3a of
one table; it is left out if the package `typst` is not installed. `python benchmarks/pages.py [PAGES]`; 1,000
unless said.
"""

import importlib
import importlib.util
import io
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _table import Series, in_turn, show

if TYPE_CHECKING:
    from thb_desktop.domain.bundle import BundleContent

RUNS = 3
PAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 1000


def ours(content: "BundleContent") -> int:
    """A whole bundle around one long interview, with all its attachments."""
    from thb_desktop.report.bundle import compose_bundle

    with Path(os.devnull).open("wb") as target:
        return compose_bundle(content, target).pages


def plain(content: "BundleContent") -> int:
    """The same interview in a table of paragraphs: no shaping, no structure, no attachments, one font."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from resources.fonts import font_bytes

    pdfmetrics.registerFont(TTFont("Sans", io.BytesIO(font_bytes("NotoSans-Regular.ttf"))))
    style = ParagraphStyle("body", fontName="Sans", fontSize=9.5, leading=13.5)
    (full,) = content.interviews
    rows = [
        [
            Paragraph(each.label, style),
            Paragraph(each.segment.source_text or "", style),
            *(Paragraph(rendering.text, style) for rendering in each.renderings),
        ]
        for each in full.segments
    ]
    document = SimpleDocTemplate(
        io.BytesIO(), pagesize=A4, leftMargin=54, rightMargin=46, topMargin=67, bottomMargin=61
    )
    document.build(
        [Table(rows, colWidths=[70, 206, 206], repeatRows=0, style=[("VALIGN", (0, 0), (-1, -1), "TOP")])]
    )
    return int(document.page)


def typst(content: "BundleContent") -> int:
    """The same interview in one table, tagged, PDF/A-3a, with the same typeface and measures."""
    from resources.fonts import font_bytes

    (full,) = content.interviews
    rows = [
        ", ".join(f"[#{_quoted(text)}]" for text in (each.label, each.segment.source_text or "", other.text))
        for each in full.segments
        for other in each.renderings[:1]
    ]
    source = (
        '#set document(title: "Bundle")\n'
        '#set page(paper: "a4", margin: (left: 54pt, right: 46pt, top: 67pt, bottom: 61pt))\n'
        '#set text(font: "Noto Sans", size: 9.5pt)\n#set par(leading: 4pt)\n'
        "#table(columns: (70pt, 206pt, 206pt), stroke: none, align: top + left,\n" + ",\n".join(rows) + ")\n"
    )
    with tempfile.TemporaryDirectory() as place:
        Path(place, "NotoSans-Regular.ttf").write_bytes(font_bytes("NotoSans-Regular.ttf"))
        Path(place, "bundle.typ").write_text(source, "utf-8")
        pdf = importlib.import_module("typst").compile(
            str(Path(place, "bundle.typ")),
            font_paths=[place],
            ignore_system_fonts=True,
            pdf_standards=["a-3a"],
        )
    return len(re.findall(rb"/Type ?/Page\b(?!s)", pdf))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


CONTESTANTS = {"ours": ours, "arabic": ours, "plain": plain, "typst": typst}


class Contestant:
    """Runs in a process of its own, so that each starts with empty caches and its own memory."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.pages = 0.0
        self.memory: list[float] = []

    def __call__(self) -> float:
        done = subprocess.run(
            [sys.executable, __file__, str(PAGES), self._name], stdout=subprocess.PIPE, check=True, text=True
        ).stdout.split()
        pages, seconds, memory = (float(value) for value in done)
        self.pages = pages
        self.memory.append(memory)
        return pages / seconds


def run_one(name: str) -> None:
    """Print pages, seconds of the processors, and the most MiB this process held."""
    import resource

    from tests.support.bundles import large_content

    content = large_content(PAGES, language="ar" if name == "arabic" else "ro")
    begin = time.process_time()
    pages = CONTESTANTS[name](content)
    seconds = time.process_time() - begin
    print(pages, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    names = {
        "ours": "a bundle, Romanian and French",
        "arabic": "a bundle, Arabic and French",
        "plain": "ReportLab, Romanian and French",
    }
    if importlib.util.find_spec("typst"):
        names["typst"] = "Typst, Romanian and French"
    contestants = {name: Contestant(name) for name in names}
    runs = in_turn(RUNS, *contestants.values())
    print(", ".join(f"{each.pages:.0f} pages of {name}" for name, each in contestants.items()) + "\n")
    peer = "typst" if "typst" in names else "plain"
    speeds = dict(zip(contestants, runs, strict=True))
    memory = {name: each.memory for name, each in contestants.items()}
    for title, unit, values, goal in (
        ("Bilingual pages laid out and written", "pages/s", speeds, "1.5 times Typst"),
        ("Memory at its highest", "MiB", memory, "under 250 MiB"),
    ):
        told = {name: Series(name=names[name], unit=unit, values=each) for name, each in values.items()}
        show(title, told.pop(peer), *told.values(), goal=goal)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        run_one(sys.argv[2])
    else:
        main()

"""The bundle: one PDF/A-3a file, ready to be signed, with all that one disclosure says."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.case import in_language
from thb_desktop.report.attachments import attachments_of
from thb_desktop.report.document.archive import Attachment, Properties
from thb_desktop.report.document.document import Document, Place
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.annex import draw_annex
from thb_desktop.report.parts.cited import Passages, passages_by_exhibit, places_in
from thb_desktop.report.parts.contents import Announced, draw_contents
from thb_desktop.report.parts.cover import (
    Counts,
    draw_cover,
    draw_cover_again,
    draw_signatures,
    height_again,
    title_again,
)
from thb_desktop.report.parts.exhibits import draw_index, draw_sheets
from thb_desktop.report.parts.finance import draw_finance
from thb_desktop.report.parts.furniture import PageFurniture
from thb_desktop.report.parts.interview import draw_interviews
from thb_desktop.report.parts.legal import draw_legal
from thb_desktop.report.parts.originals import places_of_originals
from thb_desktop.report.parts.receipt import draw_receipt, least_height
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.parts.transcripts import passages_printed
from thb_desktop.report.parts.version import draw_version
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import Words, language_of, words_in

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedBundle:
    """The written file before any signature: pages, SHA-256 (hex) and size in bytes."""

    pages: int
    sha256: str
    size: int


def compose_bundle(
    content: BundleContent, target: BinaryIO, *, progress: Progress | None = None
) -> ComposedBundle:
    """Write the bundle with its signature fields empty. The same content gives the same bytes.

    The target is never read. progress: steps done, steps in all.
    """
    words = words_in(language_of(content.release.language))
    attachments = attachments_of(content, words)
    document = Document(properties=_properties(content, words))
    passages = passages_by_exhibit(content)
    document.targets.add(places_of_originals(content))
    document.targets.add(places_in(content, passages, passages_printed(content)))
    setting = Setting(content, words, Flow(document, geometry=PORTRAIT))
    front = document.tree.open("Part", document.tree.document, title=words.cover.kicker)
    titles = _front_titles(content, words)
    for title in filter(None, (*titles, title_again(content, words))):
        document.announce(title)
    is_drawn = _draw_body(setting, attachments, passages, progress or _silent)
    body, places = document.take_pages(), list(document.places)

    # Where it has no room behind the annex, it stands before the body.
    document.announce(words.annex.receipt, at=None if is_drawn else len(titles))
    # The true numbers take no more room on the cover or in the contents than these.
    receipt = words.annex.receipt
    before = titles[2:] if is_drawn else (*titles[2:], receipt)
    leading, there = _count_front(setting, places, before, with_receipt=not is_drawn)
    numbers = {page.number: leading + index + 1 for index, page in enumerate(body)}
    if is_drawn:
        there[receipt] = numbers[document.announced[receipt]]
    setting.flow.parent = front
    counts = Counts(pages=leading + len(body))
    _draw_front(setting, counts, places, numbers, Announced(before, there), with_receipt=not is_drawn)
    document.tree.close(front)
    pages = document.take_pages()
    if len(pages) != leading:
        message = "the pages before the body changed their number"
        raise ValueError(message)
    pages += body
    file = document.finish(pages, attachments=attachments, furniture=PageFurniture(setting))
    target.write(file)
    return ComposedBundle(pages=len(pages), sha256=hashlib.sha256(file).hexdigest(), size=len(file))


def _front_titles(content: BundleContent, words: Words) -> tuple[str, ...]:
    """The bookmarks of what stands before the body, in its order; it is drawn last."""
    signatures = (words.cover.signatures,) if content.release.signatures else ()
    index = (words.exhibit.index,) if content.exhibits else ()
    return (words.cover.kicker, words.legal.contents, *signatures, *index)


def _draw_body(
    setting: Setting, attachments: list[Attachment], passages: Passages, progress: Progress
) -> bool:
    """Draw all that stands behind contents and index; return whether the receipt is in it."""
    steps: tuple[Callable[[], None], ...] = (
        lambda: draw_legal(setting),
        lambda: draw_interviews(setting),
        lambda: draw_sheets(setting, passages),
        lambda: draw_finance(setting),
        lambda: draw_version(setting),
    )
    whole = len(steps) + 1
    for index, step in enumerate(steps):
        progress(index, whole)
        step()
    progress(len(steps), whole)
    is_drawn = draw_annex(setting, attachments)
    progress(whole, whole)
    return is_drawn


def _draw_front(
    setting: Setting,
    counts: Counts,
    places: list[Place],
    numbers: dict[int, int],
    announced: Announced,
    *,
    with_receipt: bool,
) -> None:
    draw_cover(setting, counts, places, numbers)
    draw_contents(setting, places, numbers, announced)
    draw_signatures(setting)
    again = height_again(setting, counts)
    draw_index(setting, places, numbers, follows=least_height(setting) if with_receipt else again)
    if with_receipt:
        draw_receipt(setting)
    draw_cover_again(setting, counts, again)


def _count_front(
    setting: Setting, places: list[Place], before: tuple[str, ...], *, with_receipt: bool
) -> tuple[int, dict[str, int]]:
    """Count the pages of cover and contents by drawing them without output; return too on which of them
    each announced heading stands. before: those that stand before the body.
    """
    document = Document(properties=setting.flow.document.properties)
    document.lay_out = setting.flow.document.lay_out  # most texts are drawn again with the true numbers
    scratch = Setting(setting.content, setting.words, Flow(document, geometry=PORTRAIT))
    numbers = {place.page: 1000 for place in places}
    there = dict.fromkeys((*before, setting.words.annex.receipt), 1000)
    _draw_front(
        scratch, Counts(pages=1000), places, numbers, Announced(before, there), with_receipt=with_receipt
    )
    at = {page.number: index + 1 for index, page in enumerate(document.take_pages())}
    return len(at), {title: at[number] for title, number in document.announced.items()}


def _properties(content: BundleContent, words: Words) -> Properties:
    title = in_language(content.frame.case.titles, content.release.language)
    return Properties(
        title=f"{words.common.bundle} {content.release.number} – {title}",
        language=content.release.language,
        software=content.proof.software,
        made_at=content.release.made_at,
    )


def _silent(done: int, total: int) -> None:
    """A progress function that does nothing."""

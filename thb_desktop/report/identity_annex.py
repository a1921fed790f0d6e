"""The pages of an identity annex: which bundle it belongs to, for whom it is, and who each pseudonym is."""

from collections.abc import Iterator
from typing import BinaryIO

from thb_desktop.domain.identity_annex import ALWAYS, IF_ORDERED, AnnexContent, AnnexedPerson
from thb_desktop.domain.partial_dates import PartialDate, partial_in_words
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document, DrawnPage
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.page import Artwork
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.furniture import Frame
from thb_desktop.report.parts.setting import in_groups, instant
from thb_desktop.report.style import FACT, LABEL, NOTE, PORTRAIT
from thb_desktop.report.words import language_of, words_in
from thb_desktop.words import field_name

_LABEL_WIDTH, _GAP = 148.0, 10.0


def compose_identity_annex(content: AnnexContent, target: BinaryIO) -> int:
    """Write the pages and return their number. The same content gives the same bytes."""
    words = words_in(language_of(content.language))
    told, title = words.identity_annex, f"{words.identity_annex.title} {content.number}"
    document = Document(
        properties=Properties(
            title=title, language=content.language, software=content.software, made_at=content.made_at
        )
    )
    flow = Flow(document, geometry=PORTRAIT)
    with flow.section("Part", title=title):
        flow.heading(title, 1)
        flow.text(told.intro, NOTE)
        _facts(
            flow,
            [
                (told.bundle, content.bundle),
                (told.digest, in_groups(content.bundle_sha256)),
                (told.reason, content.reason),
                (told.made_by, f"{content.made_by}, {instant(content.made_at)}"),
                (told.addresses, content.addresses_because or told.no_addresses),
            ],
        )
        flow.heading(told.recipients, 2)
        _facts(flow, [(name, in_groups(digest)) for name, digest in content.recipients])
        for person in content.persons:
            flow.heading(person.code, 2)
            roles = ", ".join(words.label(role) for role in person.roles)
            _facts(flow, [(told.roles, roles), *_identity(person, content, words.language)])
    flow.break_page()
    pages = document.take_pages()
    frame = Frame(
        language=content.language,
        heads=(title, words.common.fictional if content.is_fictional else "", content.case),
        page=words.common.page,
    )

    def furniture(artwork: Artwork, page: DrawnPage, number: int, total: int) -> None:
        frame.draw(artwork, page, number, total)

    target.write(document.finish(pages, attachments=[], furniture=furniture))
    return len(pages)


def _identity(person: AnnexedPerson, content: AnnexContent, language: str) -> Iterator[tuple[str, str]]:
    names = (*ALWAYS, *(IF_ORDERED if content.addresses_because else ()))
    for name in names:
        value = getattr(person.identity, name)
        if isinstance(value, PartialDate):
            value = partial_in_words(value, language)
        elif isinstance(value, tuple):
            value = "\n".join(each if isinstance(each, str) else ": ".join(each) for each in value)
        yield field_name(f"identity.{name}", language), value or ""


def _facts(flow: Flow, rows: list[tuple[str, str]]) -> None:
    """Label and value; rows without a value are left out."""
    width = flow.width - _LABEL_WIDTH - _GAP
    with Table(flow, (_LABEL_WIDTH, width)) as table:
        for label, value in rows:
            if value:
                cells = [
                    [flow.lay_out(label, LABEL, width=_LABEL_WIDTH)],
                    [flow.lay_out(value, FACT, width=width)],
                ]
                table.row(cells, headers=1, ruled=False)

"""Content of files under a sheet: what is above a table is not parted from it."""

import pytest

from tests.report.parts.test_what_readers_take_it_for import setting_of
from tests.support.bundles import case_content
from thb_desktop.domain.printed_content import PrintedContent, PrintedFile, PrintedForm
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.structure import Element
from thb_desktop.report.parts.printed import draw_printed
from thb_desktop.report.text import Paragraph


@pytest.mark.parametrize("room", range(30, 100, 10))
def test_the_note_above_a_printed_table_is_on_the_page_of_its_first_row(
    room: int, monkeypatch: pytest.MonkeyPatch
):
    content = case_content("perla")
    setting, exhibit = setting_of(content), content.exhibits[0].exhibit
    file = PrintedFile(
        name="a.csv", sha256="0" * 64, form=PrintedForm.TABLE, rows=(("first", "cell"), ("second", "cell"))
    )
    pages, drawn = dict[str, int](), Flow.draw

    def noted(self: Flow, paragraph: Paragraph, element: Element, x: float, top: float | None = None) -> None:
        pages.setdefault(paragraph.text.partition(":")[0], id(self.page))
        drawn(self, paragraph, element, x, top)

    monkeypatch.setattr(Flow, "draw", noted)
    setting.flow.text("before")
    setting.flow.top = setting.flow.geometry.bottom + room

    draw_printed(setting, exhibit, PrintedContent(exhibit_id=exhibit.id, number="E-01", files=(file,)))

    assert pages[setting.words.printed.told] == pages["first"]

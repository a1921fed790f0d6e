"""The closed lists on the pages about formats are those of the code."""

import re

from tests.drills.acts.colleague_beside import tables_beside
from tests.support.code import ROOT
from thb_desktop.domain.consultation import Consulted
from thb_desktop.ledger.entry import DRAFTING
from thb_desktop.verify.bundle.entries import LISTS


def page(name: str) -> str:
    return (ROOT / "docs" / "formats" / name).read_text("utf-8")


def between(text: str, begin: str, end: str) -> set[str]:
    """The names in code marks between two pieces of a page."""
    _, _, rest = text.partition(begin)
    told, found, _ = rest.partition(end)
    assert found, f"the page has no {begin} ... {end}"
    return set(re.findall(r"`([A-Za-z_]+)`", told))


def test_an_extract_withholds_the_acts_that_the_page_lists() -> None:
    told = between(page("ledger.md"), "interview record (", "): a verifier")

    assert told == DRAFTING


def test_the_page_lists_everything_whose_view_is_logged() -> None:
    told = between(page("chain-in-the-vault.md"), "what was viewed or released (", "), its subject")

    assert told == set(Consulted)


def test_each_table_outside_the_events_has_its_group_on_the_page() -> None:
    """All others are the sum of the events. Shadow tables of the search index begin with its name."""
    told = between(page("chain-in-the-vault.md"), "## 1.", "\n`form_draft`")
    beside = {name for name in tables_beside() if not name.startswith("search_text_")}

    assert beside <= told


def test_the_page_names_each_list_of_entries_that_is_compared_with_its_events() -> None:
    told = between(page("bundle.md"), "Each other entry (", ") is compared")

    assert told == set(LISTS)

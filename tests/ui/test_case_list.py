"""The list of cases: what its columns say."""

from PySide6.QtWidgets import QApplication

from ui import language
from ui.cases.tables import case_columns


def test_no_column_counts_what_it_does_not_name_and_each_has_a_title_of_its_own(application: QApplication):
    """Events were those of custody alone; in Arabic the State was called as the status."""
    titles = {}
    try:
        for tag in ("en", "ar"):
            language.install(application, tag)
            titles[tag] = [each.title for each in case_columns()]
    finally:
        language.install(application, "en")

    assert "Events" not in titles["en"]
    assert titles["ar"][titles["en"].index("State")] == "الدولة"

"""What of a data pack is told with its day."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.support.bundles import case_content
from tests.support.settings import english_setting


def test_a_day_of_a_pack_after_that_of_the_bundle_is_told_as_such():
    content = case_content("perla")
    made = replace(content.release, made_at=datetime(2026, 6, 1, 12, tzinfo=UTC))
    setting = english_setting(replace(content, release=made))

    said = [setting.day_of_pack(day) for day in (date(2026, 6, 1), date(2026, 6, 2))]

    assert said == [
        "1 June 2026",
        "2 June 2026 (after the date that the clock stated when this bundle was made)",
    ]

"""The layout of charts: lines lead on, no two boxes share a place, and what leads back is drawn back."""

from dataclasses import replace

import pytest

from thb_desktop.domain.charts import (
    Box,
    Chart,
    Line,
    Placed,
    height_at,
    place,
    spread,
)


def chart(*ends: str) -> Chart:
    """A chart of lines such as "AB"."""
    keys = dict.fromkeys(key for pair in ends for key in pair)
    return Chart(
        boxes=[Box(key=key, label=key) for key in keys],
        lines=[
            Line(key=f"{number}", start=pair[0], end=pair[1], label=pair) for number, pair in enumerate(ends)
        ],
    )


def columns(placed: Placed) -> dict[str, int]:
    return {key: spot.column for key, spot in placed.spots.items()}


def test_who_pays_stands_before_who_receives():
    assert columns(place(chart("AB", "BC", "AC"))) == {"A": 0, "B": 1, "C": 2}


def test_a_source_stands_right_before_what_it_leads_to():
    assert columns(place(chart("AB", "BC", "DC")))["D"] == 1


def test_what_leads_back_goes_through_the_columns_between():
    placed = place(chart("AB", "BC", "CA"))

    assert columns(placed) == {"A": 0, "B": 1, "C": 2}
    assert [spot.column for spot in placed.ways["2"]] == [2, 1, 0]


def test_a_line_passes_no_box_of_the_columns_between():
    placed = place(chart("AB", "BC", "CD", "AD"))

    passed = placed.ways["3"][1:-1]
    assert [spot.column for spot in passed] == [1, 2]
    assert not set(passed) & set(placed.spots.values())


def test_what_a_party_pays_itself_stays_at_its_box():
    placed = place(chart("AA", "AB"))

    assert placed.ways["0"][0] == placed.ways["0"][-1] == placed.spots["A"]


def test_an_empty_chart_has_no_room():
    assert (place(Chart()).columns, place(Chart()).rows) == (0, 0)


def test_columns_that_the_caller_knows_are_kept():
    placed = place(replace(chart("AB", "AC", "BC"), columns={"A": 1, "B": 0, "C": 2}))

    assert columns(placed) == {"A": 1, "B": 0, "C": 2}


@pytest.mark.parametrize("seed", range(20))
def test_any_chart_has_a_place_of_its_own_for_each_box_and_gives_the_same_again(seed: int):
    letters = "ABCDEFGHIJKLMNOP"
    drawn = chart(*(letters[(n * n + seed) % 16] + letters[(n * 7 + seed * n) % 16] for n in range(40)))

    placed = place(drawn)

    spots = list(placed.spots.values())
    between = [spot for way in placed.ways.values() for spot in way[1:-1]]
    assert len(set(spots)) == len(drawn.boxes)
    assert not set(spots) & set(between)
    assert all(0 <= each.column < placed.columns and 0 <= each.row < placed.rows for each in spots)
    for line in drawn.lines:
        way = placed.ways[line.key]
        assert (way[0], way[-1]) == (placed.spots[line.start], placed.spots[line.end])
        assert line.start == line.end or way[0].column != way[-1].column
    assert place(drawn) == placed


def test_few_lines_cross_where_none_needs_to():
    placed = place(chart("AD", "BE", "CF"))

    order = [placed.spots[key].row for key in "ABC"], [placed.spots[key].row for key in "DEF"]
    assert order[0] == order[1]


def test_lines_of_one_box_leave_it_apart_and_are_labelled_at_the_end_with_more_room():
    drawn, other = chart("AB", "AC"), chart("BA", "CA")
    ends = spread(drawn.lines, place(drawn).ways)

    assert [(ends[key].leaves, ends[key].arrives) for key in ("0", "1")] == [(-0.25, 0.0), (0.25, 0.0)]
    assert ends["0"].is_labelled_at_end
    assert not spread(other.lines, place(other).ways)["0"].is_labelled_at_end


def test_what_leads_back_does_not_leave_a_box_where_another_line_arrives():
    drawn = chart("AB", "BC", "CA")
    ends = spread(drawn.lines, place(drawn).ways)

    assert ends["1"].arrives != ends["2"].leaves
    assert ends["0"].leaves != ends["2"].arrives


def test_in_a_mirrored_chart_each_line_leads_the_other_way():
    placed = place(chart("AB", "BC", "CA"))
    mirrored = placed.mirrored()

    assert columns(mirrored) == {"A": 2, "B": 1, "C": 0}
    assert [spot.column for spot in mirrored.ways["2"]] == [0, 1, 2]
    assert mirrored.mirrored() == placed


@pytest.mark.parametrize(("box", "gap"), [(100.0, 60.0), (900.0, 60.0), (100.0, 900.0), (900.0, 900.0)])
def test_boxes_and_the_room_between_them_fill_the_width(box: float, gap: float):
    placed = place(chart("AB", "BC"))

    found = placed.measure(1000.0, box=box, gap=gap)

    assert found.box + 2 * found.step == pytest.approx(1000.0)
    assert found.box == pytest.approx(min(box, (1000.0 - 2 * min(gap, 240.0)) / 3))
    assert found.gap > 0


def test_a_line_begins_and_ends_level_and_passes_the_middle_half_way():
    points = [(0.0, 10.0), (100.0, 30.0), (200.0, 0.0)]

    assert height_at(points, 0.0) == pytest.approx(10.0, abs=0.01)
    assert height_at(points, 50.0) == pytest.approx(20.0, abs=0.01)
    assert height_at(list(reversed(points)), 50.0) == pytest.approx(20.0, abs=0.01)
    assert height_at(points, 150.0) == pytest.approx(15.0, abs=0.01)

"""The objects of a case are read page by page: the first rows at once, any other when it is wanted."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle, unlock
from tests.support.stays import a_place, a_stay
from thb_desktop.domain.case import CaseObject
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.pages import Page
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people, stays
from ui import exhibit_offer
from ui.application import AppController
from ui.cases import view_model
from ui.cases.details import CaseDetails
from ui.cases.entries import OBJECTS, STAYS
from ui.cases.links import LinksDialog
from ui.cases.links_model import MOST_OBJECTS
from ui.exhibit_offer import PlaceOffer
from ui.paging import FEW
from ui.widgets.sections import _COUNT

COUNT = MOST_OBJECTS + 20


@pytest.fixture
def details(desk: AppController, qtbot: QtBot, vault: Path) -> CaseDetails:
    window = unlock(desk, qtbot, vault)
    window.go(0)

    def enter(session: Session) -> None:
        case = cases.list_cases(session)[0].case
        before = len(cases.list_objects(session, case.id))
        for number in range(before, COUNT):
            cases.add_object(session, a_place(case.id, number=f"X-{number}"))
        person = people.list_persons(session, case.id)[0]
        last = cases.list_objects(session, case.id)[-1]
        stays.add_stay(session, a_stay(case.id, person.id, last.id))

    desk.jobs.run(desk.jobs, enter, then=lambda _: None)
    settle(desk, qtbot)
    found = window.findChild(CaseDetails)
    assert isinstance(found, CaseDetails)
    assert found.full is not None
    found._model.show(found.full.case.id)
    settle(desk, qtbot)
    return found


def test_the_first_page_is_listed_and_all_are_counted(details: CaseDetails):
    assert len(details.lists[OBJECTS].rows) == FEW
    assert details.sections.item(OBJECTS).data(_COUNT) == str(COUNT)


def test_an_object_behind_the_first_page_is_found_and_chosen(
    details: CaseDetails, desk: AppController, qtbot: QtBot
):
    found = list[str]()
    of = details.full.case.id if details.full else None
    desk.jobs.run(
        desk.jobs,
        lambda session: str(cases.list_objects(session, of)[-1].id) if of else "",
        then=found.append,
    )
    settle(desk, qtbot)

    details.show_entry("case_object", found[0])
    settle(desk, qtbot)

    assert details.chosen().id == found[0]
    assert len(details.lists[OBJECTS].rows) == FEW + 1, "it is read alone, and stands first"
    assert details.lists[OBJECTS].rows[0].id == found[0]

    while details._model.paged[OBJECTS].has_more:
        details.lists[OBJECTS].fetchMore()
        settle(desk, qtbot)

    assert len({each.id for each in details.lists[OBJECTS].rows}) == len(details.lists[OBJECTS].rows) == COUNT


def test_what_is_read_again_is_bounded_and_the_chosen_object_stays_chosen(
    details: CaseDetails, desk: AppController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(view_model, "MANY", FEW)
    details.sections.open(OBJECTS)
    assert details.full is not None
    details._model.paged[OBJECTS].more(COUNT)
    settle(desk, qtbot)
    last = details.lists[OBJECTS].rows[-1]
    details.tables[OBJECTS].choose_row(len(details.lists[OBJECTS].rows) - 1)
    of = details.full.case.id

    details._model.show(of, *details.objects_shown(of))
    settle(desk, qtbot)

    assert details.chosen().id == last.id
    assert len(details.lists[OBJECTS].rows) == FEW + 1


def test_an_added_object_is_chosen_though_its_place_is_the_last(
    details: CaseDetails, desk: AppController, qtbot: QtBot
):
    details.sections.open(OBJECTS)
    assert details.full is not None
    new = list[object]()
    of = details.full.case.id
    desk.jobs.run(
        desk.jobs,
        lambda session: cases.add_object(session, a_place(of, number="NEW-1")),
        then=lambda added: (new.append(added), details.choose_entry(added)),
    )
    details._model.show(of)
    settle(desk, qtbot)

    assert details.chosen() == new[0]
    assert len(details.lists[OBJECTS].rows) == FEW + 1
    assert details.sections.item(OBJECTS).data(_COUNT) == str(COUNT + 1)


def test_a_stay_names_a_place_behind_the_first_page(details: CaseDetails, desk: AppController, qtbot: QtBot):
    details.sections.open(STAYS)
    settle(desk, qtbot)

    assert details.full is not None
    stay = next(each for each in details.full.stays if each.source == "Turn 12")
    assert f"X-{COUNT - 1}" in details.full.names[stay.object_id]
    offered = {key for _, key in details.full.choices["case_object"]}
    assert stay.object_id in offered


def test_places_for_a_stay_are_read_in_pages(
    details: CaseDetails, desk: AppController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    asked = list[int]()

    def page(session: Session, *of: Any, count: int, **after: Any) -> Page[CaseObject]:
        asked.append(count)
        return cases.page_of_places(session, *of, count=count, **after)

    assert details.full is not None
    offer = PlaceOffer(details._model)
    monkeypatch.setattr(offer, "_page", page)
    monkeypatch.setattr(exhibit_offer, "MANY", FEW)
    offer.show_case(details.full.case)
    offer.want()
    offer.want()
    settle(desk, qtbot)

    assert asked == [FEW] * (len(offer.choices) // FEW + 1)
    assert len({key for _, key in offer.choices}) == len(offer.choices) > MOST_OBJECTS


def test_links_offer_the_first_objects_and_say_how_many_others_there_are(
    details: CaseDetails, desk: AppController, qtbot: QtBot
):
    assert details.full is not None
    dialog = LinksDialog(details, desk.jobs, details.full.case)
    settle(desk, qtbot)

    texts = [dialog.thing.itemText(number) for number in range(dialog.thing.count())]
    assert texts[-1].startswith(f"{COUNT - MOST_OBJECTS} more object")
    dialog.thing.setCurrentIndex(len(texts) - 1)
    assert not dialog.model.way, "no thing was chosen"

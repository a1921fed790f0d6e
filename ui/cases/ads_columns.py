"""The columns of the tables of advertisements, of what they share, and of the readings that gave them."""

from thb_desktop.domain.ads import Ad, AdGroup, AdReading
from ui.cases.ads_model import AdsModel
from ui.clock import when_here
from ui.labels import words
from ui.rows import Column
from ui.text import isolate, isolate_words, translate


def group_columns() -> tuple[Column[AdGroup], ...]:
    return (
        Column(
            title=translate("AdsDialog", "What they share"), read=lambda each: words(each.kind), width=200
        ),
        Column(title=translate("AdsDialog", "As it is written"), read=_shared),
        Column(
            title=translate("AdsDialog", "Advertisements"),
            read=lambda each: str(len(each.ads)),
            width=120,
            exact=True,
            at_end=True,
            key=lambda each: len(each.ads),
        ),
    )


def ad_columns(model: AdsModel) -> tuple[Column[Ad], ...]:
    return (
        Column(
            title=translate("AdsDialog", "Exhibit"),
            read=lambda each: model.numbers.get(each.exhibit_id, ""),
            width=90,
            exact=True,
        ),
        Column(
            title=translate("AdsDialog", "Place in the file"),
            read=lambda each: each.place,
            width=110,
            exact=True,
        ),
        Column(title=translate("ads", "Number"), read=lambda each: each.number, width=90, exact=True),
        Column(title=translate("ads", "Title"), read=lambda each: each.title, width=160),
        Column(title=translate("ads", "Text"), read=lambda each: each.text),
        Column(title=translate("ads", "Telephone"), read=lambda each: each.phones, width=150, exact=True),
        Column(title=translate("ads", "Place"), read=lambda each: each.location, width=110),
        Column(title=translate("ads", "Posted"), read=lambda each: each.posted, width=130, exact=True),
    )


def reading_columns(model: AdsModel) -> tuple[Column[AdReading], ...]:
    return (
        Column(
            title=translate("AdsDialog", "Exhibit"),
            read=lambda each: model.numbers.get(each.exhibit_id, ""),
            width=90,
            exact=True,
        ),
        Column(title=translate("AdsDialog", "File"), read=lambda each: model.files.get(each.file_id, "")),
        Column(
            title=translate("AdsDialog", "Read on"),
            read=lambda each: when_here(each.at),
            width=200,
            exact=True,
        ),
        Column(
            title=translate("AdsDialog", "Advertisements"),
            read=lambda each: str(each.count),
            width=120,
            exact=True,
            at_end=True,
            key=lambda each: each.count,
        ),
        Column(
            title=translate("AdsDialog", "Rows without any"),
            read=lambda each: str(len(each.unread)),
            width=130,
            exact=True,
            at_end=True,
            key=lambda each: len(each.unread),
        ),
        Column(
            title=translate("AdsDialog", "Withdrawn because"),
            read=lambda each: each.withdrawn_because,
            width=200,
        ),
    )


def _shared(group: AdGroup) -> str:
    if group.alike is None:
        return group.shared
    least, most = group.alike
    percent = f"{least} %" if least == most else f"{least}\u2013{most} %"
    return f"{isolate(percent)}  {isolate_words(group.shared)}"

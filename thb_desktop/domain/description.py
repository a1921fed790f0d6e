"""Descriptions of exhibits: the things that one consists of, and how something was captured online."""

from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.description_codes import (
    CaptureBasis,
    CaptureMethod,
    ContainerFormat,
    NetworkIsolation,
    PowerState,
)
from thb_desktop.domain.ids import CaseId, ExhibitId, OfficialId, RowId
from thb_desktop.domain.vocabulary import ClockSource


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDescription:
    """One thing of an exhibit, such as the telephone and the SIM card in one bag.

    quantity: a decimal number, in `unit`. imei: one for each card slot. storage: where it is kept, from the
    site to the bag. power_found, power_left: as it was when it was found, and as it was left. passcode_known:
    whether somebody has the code; the code itself is key material and is sealed separately. format: of an
    acquired copy.
    """

    id: RowId
    case_id: CaseId
    exhibit_id: ExhibitId
    item: str
    quantity: str = ""
    unit: str = ""
    make: str = ""
    model: str = ""
    serial: str = ""
    imei: tuple[str, ...] = ()
    colour: str = ""
    condition: str = ""
    marks: str = ""
    packaging: str = ""
    storage: str = ""
    power_found: PowerState | None = None
    power_left: PowerState | None = None
    isolation: NetworkIsolation | None = None
    passcode_known: bool | None = None
    format: ContainerFormat | None = None
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineCapture:
    """How one page, profile or advertisement was captured.

    requested_url, final_url: what was asked for, and what answered. machine: on which it was captured.
    covert: whether under an identity made for it; authority: the order that allows that. clock: of the
    machine. account: the name that the page shows and the platform's own number of it. shown_time: a time as
    the page shows it; zone_assumed: the time zone in which it is read. location: as the page claims it.
    first_seen, last_seen: days on which the page was seen. verification: what was done to check source,
    content and file.
    """

    id: RowId
    case_id: CaseId
    exhibit_id: ExhibitId
    requested_url: str
    captured_at: datetime
    final_url: str = ""
    captured_by: OfficialId | None = None
    machine: str = ""
    basis: CaptureBasis | None = None
    authority: str = ""
    logged_in: bool | None = None
    covert: bool | None = None
    method: CaptureMethod | None = None
    tool: str = ""
    browser: str = ""
    clock: ClockSource | None = None
    page_title: str = ""
    http_status: int | None = None
    platform: str = ""
    account: str = ""
    shown_time: str = ""
    zone_assumed: str = ""
    comments: bool | None = None
    location: str = ""
    advert: str = ""
    phones: tuple[str, ...] = ()
    prices: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    first_seen: date | None = None
    last_seen: date | None = None
    archive_url: str = ""
    verification: str = ""
    note: str = ""
    struck: str = ""

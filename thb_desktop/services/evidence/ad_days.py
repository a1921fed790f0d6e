"""Days of advertisements: counted when they are entered, and again where the counts are not there."""

from collections.abc import Collection

from thb_desktop.domain.ad_dates import posted
from thb_desktop.domain.ads import AdReading
from thb_desktop.domain.rights import Right
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import ad_days

Days = tuple[dict[str, list[str]], int]


@permitted(Right.SEE_CASES)
def follow_days(session: Session, readings: Collection[AdReading], *, again: bool = False) -> None:
    """Count the days of those readings that are not counted, each in a transaction of its own, which no event
    tells. In a vault that is only read nothing is made. again: count those of all of them again.
    """
    made = {} if again else ad_days.counts(session.read, readings)
    for each in readings if session.keeps_drafts else ():
        if each.id not in made:
            days, undated = read_days(session.read, each)
            with session.drafting() as connection:
                ad_days.put(connection, each, days, undated)


def read_days(connection: Connection, reading: AdReading) -> Days:
    """Read from the rows which advertisements of a reading have which date, and how many have none."""
    days: dict[str, list[str]] = {}
    undated = 0
    for ad_id, told in ad_days.posted(connection, reading.case_id, reading.id):
        if (found := posted(told)) is None:
            undated += 1
        else:
            days.setdefault(found.at.edtf, []).append(ad_id)
    return days, undated

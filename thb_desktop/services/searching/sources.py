"""Sources: all tables that are searched. Every other one that holds words is in `left_out`, with the reason.

Nothing that is sealed is a source: protected identities, words of claims, assessments, key material,
concerns for safety, sealed notes.
"""

from thb_desktop.services.searching.case_sources import OF_CASE, OF_MONEY, OF_PERSON
from thb_desktop.services.searching.exhibit_sources import OF_EXHIBIT
from thb_desktop.services.searching.leaving_sources import OF_LEAVING
from thb_desktop.services.searching.record_sources import (
    FURTHER_WORK,
    INTERVIEW,
    OF_JOB,
    OF_RECORD,
    RENDERING,
    SEGMENT,
)
from thb_desktop.services.searching.source import Source

SOURCES: tuple[Source, ...] = (
    SEGMENT,
    RENDERING,
    INTERVIEW,
    *OF_RECORD,
    *OF_JOB,
    *FURTHER_WORK,
    *OF_EXHIBIT,
    *OF_PERSON,
    *OF_CASE,
    *OF_MONEY,
    *OF_LEAVING,
)
"""A further table is searched by one more line in the file of its part."""

BY_NUMBER = {source.number: source for source in SOURCES}
BY_ENTITY = {source.entity: source for source in SOURCES}

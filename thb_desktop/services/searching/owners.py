"""Owners: to which case, record, exhibit or person a row that is searched belongs."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.core.leaving_bars import may_be_read
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table

Day = PartialDate | date | datetime | None


class Owner(NamedTuple):
    """To what a row belongs. subject: the record, exhibit, person or case that is consulted with it, with its
    number. day: of what it tells. others: further persons to whom it belongs.
    """

    case_id: str
    subject: str
    number: str = ""
    person_id: str = ""
    day: Day = None
    language: str = ""
    others: tuple[str, ...] = ()


class Owners:
    """Finds owners; each is read once. What `load` reads is what they see from then on."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._rows: dict[tuple[str, str], Any] = {}
        self._known: dict[tuple[str, str], Owner | None] = {}

    def load(self, table: Table[Any], keys: Iterable[str]) -> None:
        """Read these rows at once, of a table with a single key: one by one they take much longer."""
        wanted = {key: None for key in keys if key and (table.name, key) not in self._rows}
        if wanted:
            (column,) = table.key
            for row in table.among(self.connection, column, wanted):
                self._rows[table.name, str(getattr(row, column))] = row

    def know(self, table: Table[Any], key: str, row: object) -> None:
        """This row was read already."""
        self._rows[table.name, key] = row

    def find[T](self, table: Table[T], key: str) -> T | None:
        """Return a row; without a query, if it was loaded."""
        known: T | None = self._rows.get((table.name, key))
        return table.find(self.connection, key) if known is None else known

    def case(self, key: str) -> Owner | None:
        return self._once("case", key, lambda: Owner(key, key))

    def interview(self, key: str) -> Owner | None:
        return self._once("interview", key, lambda: self._interview(key))

    def segment(self, key: str) -> Owner | None:
        found = self.find(registry.SEGMENT, key)
        return self.interview(found.interview_id) if found and not found.is_former_half else None

    def job(self, key: str) -> Owner | None:
        return self._once("job", key, lambda: self._job(key))

    def exhibit(self, key: str) -> Owner | None:
        return self._once("exhibit", key, lambda: self._exhibit(key))

    def person(self, key: str) -> Owner | None:
        return self._once("person", key, lambda: self._person(key))

    def claim(self, key: str) -> Owner | None:
        return self._through(registry.PERSON_CLAIM, key, "person_id", self.person)

    def version(self, key: str) -> Owner | None:
        """Of a version for a recipient."""
        return self._through(registry.DISCLOSURE, key, "case_id", self.case)

    def bundle(self, key: str) -> Owner | None:
        return self._through(registry.BUNDLE, key, "case_id", self.case)

    def package(self, key: str) -> Owner | None:
        return self._through(registry.PACKAGE, key, "case_id", self.case)

    def received(self, key: str) -> Owner | None:
        """Of a package that came: the exhibit that holds it."""
        return self._through(registry.RECEIVED_PACKAGE, key, "exhibit_id", self.exhibit)

    def file(self, key: str) -> Owner | None:
        """Of a file: its exhibit, unless the file was withdrawn. Never remembered: that may change."""
        file = self.find(registry.EXHIBIT_FILE, key)
        return None if file is None or file.struck else self.exhibit(file.exhibit_id)

    def ads(self, key: str) -> Owner | None:
        """Of a reading of advertisements: the exhibit that it is of, unless that may not be read any more."""
        return self._through(registry.AD_READING, key, "exhibit_id", self._readable)

    def assignment(self, key: str) -> Owner | None:
        return self._through(registry.ASSIGNMENT, key, "job_id", self.job)

    def _through(
        self, table: Table[Any], key: str, by: str, owner: Callable[[str], Owner | None]
    ) -> Owner | None:
        """The owner of the row to which this one belongs."""

        def find() -> Owner | None:
            row = self.find(table, key)
            return owner(str(getattr(row, by))) if row is not None else None

        return self._once(table.name, key, find)

    def _once(self, kind: str, key: str, find: Callable[[], Owner | None]) -> Owner | None:
        if (kind, key) not in self._known:
            self._known[kind, key] = find()
        return self._known[kind, key]

    def _interview(self, key: str) -> Owner | None:
        found = self.find(registry.INTERVIEW, key)
        return owner_of_interview(found) if found else None

    def _job(self, key: str) -> Owner | None:
        job = self.find(registry.LANGUAGE_JOB, key)
        found = self.interview(job.interview_id) if job else None
        return found._replace(language=job.target_language) if job and found else None

    def _exhibit(self, key: str) -> Owner | None:
        found = self.find(registry.EXHIBIT, key)
        return Owner(found.case_id, key, found.number) if found else None

    def _readable(self, key: str) -> Owner | None:
        """The exhibit, unless its content was erased or is material of child sexual abuse."""
        readable = may_be_read(self.connection, ExhibitId(key))
        return self.exhibit(key) if readable else None

    def _person(self, key: str) -> Owner | None:
        found = self.find(registry.PERSON, key)
        return Owner(found.case_id, key, found.code, key) if found else None


def owner_of_interview(found: Interview) -> Owner:
    return Owner(found.case_id, found.id, found.number, found.person_id, found.day)

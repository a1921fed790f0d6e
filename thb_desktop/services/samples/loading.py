"""Loading: the shared state of the loading steps of a sample case."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from resources import cases as sample_files
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.case import Authority, CaseFile
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.finance import Account
from thb_desktop.domain.ids import AgentId, InterviewId, SegmentId
from thb_desktop.domain.people import Interpreter, Official, Person
from thb_desktop.services.core.session import Session
from thb_desktop.services.office.users import Guest
from thb_desktop.services.samples.node import Node

Desk = Callable[[CaseFile, str], Guest]
"""Lets a linguist of this name type their passphrase here: returns them with their keys open."""


_ENGLISH = "en"


@cache
def _usual_words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = json.loads(
        files(sample_files).joinpath("words.json").read_text("utf-8")
    )
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """The texts of the data for one record in one language that nobody said during the interview.

    record: its number in the data. turns: by label, with the segment that each renders.
    """

    record: str
    interview_id: InterviewId
    turns: dict[str, tuple[SegmentId, str]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Loading:
    """A case being loaded: its data, the supplement, its folder, and what was added so far.

    The mappings go from the ids of the case's data to the saved values. desk: where linguists sign; None if
    none of them has a key here, and so nothing is translated. translated: by record and language. told: takes
    a sentence on what is left out, or left as a draft.
    """

    session: Session
    data: Node
    supplement: Node
    folder: Traversable
    case: CaseFile
    step: Callable[[], None]
    told: Callable[[str], None]
    desk: Desk | None = None
    authorities: dict[str, Authority] = field(default_factory=dict)
    officials: dict[str, Official] = field(default_factory=dict)
    interpreters: dict[str, Interpreter] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    exhibits: dict[str, Exhibit] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    translated: dict[str, dict[str, Translated]] = field(default_factory=dict)
    guests: dict[str, Guest] = field(default_factory=dict)

    @property
    def words(self) -> Node:
        """The loader's own texts, in the language of the file, unless the supplement has others."""
        usual = _usual_words()
        own = usual.get(self.case.language.partition("-")[0], usual[_ENGLISH])
        return Node(own | dict(self.supplement.node("words").pairs()))

    @property
    def references(self) -> dict[str, dict[str, str]]:
        """The ids of the entries added so far, by kind and by the id in the data."""
        return {
            "official": {code: each.id for code, each in self.officials.items()},
            "interpreter": {code: each.id for code, each in self.interpreters.items()},
            "person": {code: each.id for code, each in self.persons.items()},
            "instrument": {code: each.id for code, each in self.instruments.items()},
            "exhibit": {code: each.id for code, each in self.exhibits.items()},
        }

    def user_of(self, code: str, name: str) -> AgentId | None:
        """Return the user who is a linguist of this case; None if they sign nothing, or have no key here."""
        signs = {
            each.text(role, "")
            for each in self.supplement.nodes("translations")
            for role in ("by", "revised_by")
        }
        if self.desk is None or code not in signs:
            return None
        self.guests[code] = self.desk(self.case, name)
        return self.guests[code].user.id

    def signer(self, code: str) -> Signer:
        """Return the key of a linguist who sits at this desk."""
        return self.guests[code].keys.signer

    def party(self, code: str) -> str:
        """Return a party as the file names it: officials by name, persons by pseudonym."""
        official = self.officials.get(code)
        return f"{official.name} ({code})" if official else code

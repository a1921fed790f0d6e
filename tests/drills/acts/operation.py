"""What an operation is to the drills: a thing that is done to a vault, and can be looked for afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.drills.acts.office import NAME, Template
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import chain

LOOKS = (chain.CONSULTATIONS.entries, chain.CONSULTATIONS.heads, chain.CONSULTATIONS.statements)
EVENTS = (chain.EVENTS.entries, chain.EVENTS.heads, chain.EVENTS.statements, "chain_node", "told_row")
COUNTS = ("case_tally", "interview_tally", "file_tally", "custody_hour")
"""Tables that count the rows of others: they follow every act, and the check of the vault counts again."""
type Rows = Mapping[str, list[str]]
"""Every row of every table, as text."""

type Act = Callable[[], str]
"""Does the one thing; returns what is acknowledged with it: a recovery code, or nothing."""


def nothing_to_arrange(_: Path, __: Template) -> None:
    """The copied vault is fit as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation of the vault.

    begin: in the process that will be hit, everything up to the act, which it returns. arrange: once for the
    template, what the vault must look like before. found: whether the work is there, asked of a session that
    opened the vault afterwards; it raises AssertionError if half of it is. secrets: the passphrases that may
    open the vault afterwards, the one from before first. opens: asked of the folder once the operation is
    acknowledged, with what was acknowledged. whole: asked of the folder, with every row of before, in place
    of unlocking it, where this program cannot unlock it as it is. changes: tables of which rows that were
    there before may be others, or gone, afterwards. replaces: the ways into the vault that it takes away;
    all others open it afterwards, whatever happened. begins: tables to which its beginning writes,
    because it is a look or a way in that is recorded. copies: what it creates is a copy, and holds every row
    of the template. in_parts: it is recorded in several transactions, so that a part of it may be there;
    `found` judges that part.
    """

    name: str
    begin: Callable[[Path, Template], Act]
    found: Callable[[Session, Path, Template], bool] | None = None
    arrange: Callable[[Path, Template], None] = nothing_to_arrange
    secrets: tuple[str, ...] = (PASSPHRASE,)
    opens: Callable[[Path, str], None] | None = None
    whole: Callable[[Path, Rows], None] | None = None
    creates: bool = False
    copies: bool = False
    begins: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    in_parts: bool = False

    def start_from(self, template: Template, place: Path) -> Path:
        """Put a vault in place for one run; returns its folder, which is missing if it is to be created."""
        place.mkdir(parents=True, exist_ok=True)
        return place / NAME if self.creates else template.copied(place)

    def arranged(self, template: Template, place: Path) -> Template:
        """The template as this operation wants it, made once."""
        if self.arrange is nothing_to_arrange:
            return template
        place.mkdir(parents=True)
        folder = template.copied(place)
        self.arrange(folder, template)
        return replace(template, folder=folder)


def quiet(work: Callable[[], object]) -> Act:
    """An act that acknowledges nothing but that it is done."""

    def act() -> str:
        work()
        return ""

    return act

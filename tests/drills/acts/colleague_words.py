"""What a colleague's own program says by an entry alone: words that are no acts, acts of no right about other
things, acts without rows, and events of an older schema.
"""

from collections.abc import Callable, Iterator
from functools import partial
from types import SimpleNamespace
from typing import Any

from tests.drills.acts.colleague_rows import HARMLESS, NothingToDoError
from tests.drills.kit.chance import Chance
from tests.support.own_program import OwnProgram
from thb_desktop.domain.act_kinds import KINDS_OF_ACTS, TOLD
from thb_desktop.domain.act_needs import WITHOUT_ROWS
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.act_rows import ACT_ROWS
from thb_desktop.domain.act_subjects import OWN_ACTS
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.rights import may
from thb_desktop.domain.vocabulary import CustodyAction, UserRole
from thb_desktop.vault.tables.registry import table_named

OF_NO_VERSION = "RELEASED_BY_ORDER_OF_THE_JUDGE"
SAID = "By order of the judge"
ABOUT = ("exhibit", "exhibit_file", "interview", "case_file", "person", "office")
_ACTIONS: tuple[ActionCode, ...] = (*VaultAction, *CustodyAction)

Do = Callable[[OwnProgram], None]


def said_alone(role: UserRole, chance: Chance) -> Iterator[tuple[str, str, Do]]:
    """Return what this role says by entries alone: the kind of the attempt, what it is, how it is done."""
    for kind in ABOUT:
        yield "a word that no version knows", f"says {OF_NO_VERSION} of {kind}", partial(_unknown, kind)
    for action in _ACTIONS:
        if right_of_act(action) is None and action not in OWN_ACTS:
            others = [each for each in ABOUT if each not in KINDS_OF_ACTS[action]]
            kind = others[chance.below(len(others), role, action)]
            told = f"says {action.value} of {kind}"
            yield "an act of no right about something else", told, partial(_about, action, kind)
    for action in _without_rows(role):
        yield "an act without rows", f"says {action.value} and tells no row", partial(_bare, action)
    yield "an event of an older schema", "says an older schema", _older


def _without_rows(role: UserRole) -> Iterator[ActionCode]:
    """The acts of this role that need rows, but for those that roles before it in the list may do too."""
    earlier = [each for each in UserRole if each is not UserRole.INTERPRETER]
    earlier = earlier[: earlier.index(role)]
    for action in _ACTIONS:
        needs = any(each != "approval" for each in ACT_ROWS[action]) and action not in WITHOUT_ROWS
        right = right_of_act(action)
        own = right is None or (may(role, right) and not any(may(each, right) for each in earlier))
        if needs and own:
            yield action


def _row(program: OwnProgram, kind: str) -> Any:
    found = table_named(kind).all(program.session.read)
    if not found:
        raise NothingToDoError
    return found[0]


def _unknown(kind: str, program: OwnProgram) -> None:
    word: Any = SimpleNamespace(value=OF_NO_VERSION)
    program.say(word, _row(program, kind).id, reason=SAID)


def _about(action: ActionCode, kind: str, program: OwnProgram) -> None:
    program.say(action, _row(program, kind).id, reason=SAID)


def _bare(action: ActionCode, program: OwnProgram) -> None:
    if action in OWN_ACTS:
        subject = program.session.user.id
    else:
        kind = max(KINDS_OF_ACTS[action])
        subject = _row(program, "case_file" if kind == TOLD else kind).id
    program.say(action, subject, reason=SAID)


def _older(program: OwnProgram) -> None:
    program.session.journal.schema -= 1
    program.say(HARMLESS, program.session.user.id)

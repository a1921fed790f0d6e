"""Act needs: the rows without which an act is none. Every act that may touch rows tells at least one.

What follows from the entry of an act alone must be in its rows too: otherwise an entry says that something
was added or changed which is nowhere.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from thb_desktop.domain.act_rows import ACT_ROWS, NEEDED_ROWS
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change

_KEYSLOTS = "it changes keyslots, and a row only where one of them goes"
WITHOUT_ROWS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *(VaultAction.PASSPHRASE_CHANGED, VaultAction.PASSPHRASE_RECOVERED),
                *(VaultAction.RECOVERY_CODE_RENEWED, VaultAction.RECOVERY_SHARES_MADE),
                *(VaultAction.USER_READMITTED, VaultAction.MASTER_KEY_RENEWED),
            ),
            _KEYSLOTS,
        ),
        VaultAction.SCHEMA_MIGRATED: "it changes the shape of tables, and a row only where codes are added",
        VaultAction.SAFETY_FLAG_VIEWED: "only the first reader moves the concern into the compartment",
    }
)
"""The acts that may touch rows and need none, each with the reason."""

SET_AGAIN = frozenset(
    {
        *(VaultAction.FORMALITIES_SET, VaultAction.FORMALITY_CHANGED, VaultAction.STATEMENT_SET),
        *(VaultAction.SEGMENT_SET, VaultAction.SEGMENT_MOVED, VaultAction.TURNS_SET),
        *(VaultAction.RENDERING_SET, VaultAction.RENDERING_STATE_SET, VaultAction.INSTRUMENT_STATUS_SET),
        VaultAction.ENTRY_TOLD,
    }
)
"""Acts that may set what stands so already: they tell the row, and need not change it."""

_OF_ONE: Mapping[str, frozenset[str]] = {
    VaultAction.VAULT_CREATED: frozenset({"office", "user"}),
    VaultAction.PERSON_ADDED: frozenset({"person"}),
    VaultAction.IDENTITY_CORRECTED: frozenset({"sealed_identity"}),
    VaultAction.CLAIM_WORDS_CORRECTED: frozenset({"sealed_item"}),
    VaultAction.SAFETY_FLAG_SETTLED: frozenset({"safety_flag", "sealed_item"}),
    VaultAction.ANNOTATION_ADDED: frozenset({"annotation"}),
    VaultAction.ANNOTATION_STRUCK: frozenset({"annotation"}),
    VaultAction.VERSION_WRITTEN: frozenset({"rendering_version"}),
    VaultAction.INTERVIEW_HELD: frozenset({"interview"}),
}
"""The tables of which an act needs a row each, among several that it may touch."""

NEEDED_SINCE: Mapping[str, int] = MappingProxyType({VaultAction.KEYS_GIVEN: 2})
"""Acts whose rows have a table since this schema: an event of an earlier one tells none."""


def missing_tables(changes: Collection[Change], action: str) -> Iterator[str]:
    """Return the tables of which the act tells no row that it needs.

    Of an act with several tables and no rule of its own, a row of any will do; the first is named.
    """
    may = [each for each in ACT_ROWS.get(action, {}) if each != "approval"]
    if not may or action in WITHOUT_ROWS:
        return
    touched = {each.table for each in changes if each.fields or action in SET_AGAIN}
    needed = NEEDED_ROWS.get(action) or _OF_ONE.get(action)
    if needed is not None:
        yield from sorted(needed - touched)
    elif touched.isdisjoint(may):
        yield may[0]

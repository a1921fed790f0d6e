"""Needed reasons: acts whose entry says why, which no row says.

The services ask before they write. This is asked of every entry, also of one that another program wrote. Acts
whose reason is in a row are in `needed_texts`.
"""

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank

REASONED = frozenset(
    {
        *(VaultAction.IDENTITY_VIEWED, VaultAction.CLAIM_WORDS_VIEWED, VaultAction.SAFETY_FLAG_VIEWED),
        *(VaultAction.ASSESSMENT_VIEWED, VaultAction.KEY_MATERIAL_VIEWED, VaultAction.IDENTITY_CORRECTED),
        *(VaultAction.USER_RETIRED, VaultAction.OFFICE_HANDED_OVER, VaultAction.MASTER_KEY_RENEWED),
        *(VaultAction.LONGEST_TIME_SET, VaultAction.REHASH_TIME_SET, VaultAction.RETURN_SETTLED),
        *(VaultAction.LANGUAGE_JOB_CHANGED, VaultAction.LANGUAGE_JOB_REOPENED),
        *(VaultAction.LANGUAGE_JOB_SENT, VaultAction.CLOCK_EXPLAINED, VaultAction.RECIPIENT_CORRECTED),
        *(VaultAction.FILE_STANDS_AGAIN, VaultAction.RELEASE_REFUSED),
    }
)
"""The closed list."""


def lacks_reason(action: str, reason: str) -> bool:
    """Whether an act must say why, and says nothing that can be read."""
    return action in REASONED and is_blank(reason)

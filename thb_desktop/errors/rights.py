"""Requests that this user may not make, or not alone."""

from thb_desktop.errors.base import UsageError


class FounderRoleError(UsageError):
    """The first user of a vault must be a judge or prosecutor, who alone can give others their rights."""

    code = "founder-role"


class DraftHistoryError(UsageError):
    """A vault that keeps no former wordings of drafts; this version cannot make one."""

    code = "draft-history-kept"


class RetireOneselfError(UsageError):
    """Attempt to retire oneself; another user must do it, or the vault is handed over."""

    code = "retire-oneself"


class LastManagerError(UsageError):
    """Attempt to retire the last user who may manage users."""

    code = "last-manager"


class LastHolderError(UsageError):
    """Nobody would be left who may sign and release, or who can open what is sealed separately."""

    code = "last-holder"


class NotAllowedError(UsageError):
    """The user's role or keys do not allow this act."""

    code = "not-allowed"


class KeyNotForRoleError(UsageError):
    """The role of a user does not include what is sealed in a compartment; they are not given its key."""

    code = "key-not-for-role"


class KeyRenewalDueError(UsageError):
    """A user who had the key of a compartment left; nothing is sealed under it until it is renewed."""

    code = "key-renewal-due"


class OwnKeysWaitError(UsageError):
    """The keys that a user made their own wait for the root's certificate; they are not made twice before."""

    code = "own-keys-wait"


class ClockUnexplainedError(UsageError):
    """The clock of this computer went back, and nobody said why: nothing is signed before."""

    code = "clock-unexplained"


class ClockNotBackError(UsageError):
    """Somebody wants to say why a clock went back, and none did that nobody explained."""

    code = "clock-not-back"


class PassphraseDueError(NotAllowedError):
    """The vault was opened with a recovery code or shares, and a new passphrase is not set yet."""

    code = "passphrase-due"


class RetiredError(NotAllowedError):
    """The user was retired from this vault."""

    code = "user-retired"


class SecondPersonError(UsageError):
    """An act of two persons lacks the second person."""

    code = "second-needed"


class SecondIsFirstError(SecondPersonError):
    """The person who acts cannot also approve the act as the second person."""

    code = "second-is-first"


class SecondNotAllowedError(SecondPersonError):
    """The second person's role does not allow the approval, or they are retired, or the act concerns them."""

    code = "second-not-allowed"


class ApprovalForeignError(SecondPersonError):
    """An approval was given for another act, another subject, or another user."""

    code = "approval-for-something-else"


class ApprovalExpiredError(SecondPersonError):
    """An approval is too old, or its time is in the future."""

    code = "approval-expired"


class ApprovalUsedError(SecondPersonError):
    """An approval was already used."""

    code = "approval-used"


class ApprovalForgedError(SecondPersonError):
    """An approval does not bear the signature of the user it names, for this vault."""

    code = "approval-forged"


class NotAloneError(SecondPersonError):
    """Attempt to act alone while somebody else could approve the act."""

    code = "not-alone"

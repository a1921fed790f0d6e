"""Requests that this user may not make, or not alone."""

from thb_desktop.errors.base import UsageError


class FounderRoleError(UsageError):
    """The first user of a vault must be a magistrate: nobody else could ever give the others their rights."""

    code = "founder-role"


class RetireOneselfError(UsageError):
    """A user was to be retired by themselves; another user does it, or the office is handed over."""

    code = "retire-oneself"


class LastManagerError(UsageError):
    """The last user who may manage users would be retired."""

    code = "last-manager"


class LastHolderError(UsageError):
    """Nobody would be left who may sign and release, or who can open what is sealed apart."""

    code = "last-holder"


class NotAllowedError(UsageError):
    """The user's role or keys do not allow this act."""

    code = "not-allowed"


class PassphraseDueError(NotAllowedError):
    """The vault was opened by a recovery code or shares, and a new passphrase is not set yet."""

    code = "passphrase-due"


class RetiredError(NotAllowedError):
    """The user no longer works in this vault."""

    code = "user-retired"


class SecondPersonError(UsageError):
    """An act that takes two persons lacks the second one."""

    code = "second-needed"


class SecondIsFirstError(SecondPersonError):
    """The person who acts was to approve the act as the second person too."""

    code = "second-is-first"


class SecondNotAllowedError(SecondPersonError):
    """The second person's role does not include that, or they no longer work here, or it is about them."""

    code = "second-not-allowed"


class ApprovalForeignError(SecondPersonError):
    """An approval was given for another act, for something else, or at the request of another user."""

    code = "approval-for-something-else"


class ApprovalExpiredError(SecondPersonError):
    """An approval was given too long ago, or at a time that has not come yet."""

    code = "approval-expired"


class ApprovalUsedError(SecondPersonError):
    """An approval was used once already."""

    code = "approval-used"


class ApprovalForgedError(SecondPersonError):
    """An approval does not bear the signature of the user it names, for this vault."""

    code = "approval-forged"


class NotAloneError(SecondPersonError):
    """An act was to be done alone while somebody else could approve it."""

    code = "not-alone"

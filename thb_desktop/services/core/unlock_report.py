"""What an unlock reports: the findings of its checks, and when a state of the chain was seen outside."""

from dataclasses import dataclass, field, replace

from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import CodesUnknownError, ForeignWriteError, SetBackError, TablesDifferError
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.services.core.rollback_checks import FORKED, ROLLED_BACK, Anchors

FOREIGN = "database.foreign"
"""The finding that another program wrote into the database while it was open here, or replaced it."""
CODES_UNKNOWN = "codes-unknown"
"""The finding that an entry records codes which this version does not know: nothing is written then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockReport:
    """What is shown at the unlock: the short code of the chain's last head, and the findings of the first
    check.

    anchors: when a state of the chain was last seen outside the vault.
    """

    short_code: str
    findings: tuple[Finding, ...]
    anchors: Anchors = field(default_factory=Anchors)

    @property
    def is_sound(self) -> bool:
        return verdict(self.findings) is not Standing.BROKEN

    @property
    def is_set_back(self) -> bool:
        """Whether the only broken finding is that this computer remembers another state of the vault."""
        broken = {finding.code for finding in self.findings if finding.standing is Standing.BROKEN}
        return bool(broken) and broken <= {ROLLED_BACK, FORKED}

    def completed(self, findings: tuple[Finding, ...]) -> "UnlockReport":
        """Return the report with further findings, as those of the complete check; each once."""
        return replace(self, findings=tuple(dict.fromkeys((*self.findings, *findings))))

    def verify_sound(self) -> None:
        """Raise an error if something is broken, by its cause."""
        if any(finding.key == FOREIGN for finding in self.findings):
            raise ForeignWriteError(
                "another program changed the vault's database while it was open here; nothing is written"
            )
        if self.is_set_back:
            raise SetBackError(
                "this computer remembers another state of the vault: nothing is written to it until "
                "somebody confirms that a backup was restored (thb restored)"
            )
        broken = [finding for finding in self.findings if finding.standing is Standing.BROKEN]
        if broken and all(finding.key == CODES_UNKNOWN for finding in broken):
            entry, role = str(broken[0].values["entry"]), UserRole(str(broken[0].values["role"]))
            raise CodesUnknownError(
                f"entry {entry}, of the role {role}, records codes that this version does not know; nothing "
                "is written",
                entry,
                role,
            )
        if broken:
            raise TablesDifferError("the vault was changed outside the event chain; nothing is written to it")

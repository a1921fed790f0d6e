"""Exit codes of a verification, the same for every kind of file."""

from collections.abc import Iterable

from thb_desktop.findings import Finding, Standing, verdict

HOLDS = 0
BROKEN = 40
UNKNOWN = 41
UNREADABLE = 43
NOT_JUDGED = 47
REMARKS = 50
LEFT = 51
"""Of an intake: something was not taken."""

EXIT_CODES = {Standing.HOLDS: HOLDS, Standing.BROKEN: BROKEN, Standing.UNKNOWN: UNKNOWN}
_STOPPED = "beyond-bounds"
"""The end of the code of a finding that says that a check was stopped."""


def exit_code(findings: Iterable[Finding]) -> int:
    """Return the exit code of a verification: NOT_JUDGED if it was stopped and found nothing broken."""
    found = tuple(findings)
    code = EXIT_CODES[verdict(found)]
    stopped = any(finding.code.endswith(_STOPPED) for finding in found)
    return NOT_JUDGED if code == UNKNOWN and stopped else code

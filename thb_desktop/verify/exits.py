"""Exit codes of a verification, the same for every kind of file."""

from thb_desktop.findings import Standing

HOLDS = 0
BROKEN = 40
UNKNOWN = 41
UNREADABLE = 43

EXIT_CODES = {Standing.HOLDS: HOLDS, Standing.BROKEN: BROKEN, Standing.UNKNOWN: UNKNOWN}

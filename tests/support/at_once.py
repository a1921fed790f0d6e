"""Tells a failure when it happens: a run that is ended before its end would name none."""

import pytest

_LAST = 12
"""Lines of what pytest tells of a failure; the whole of it comes at the end of the run."""


class FailuresAtOnce:
    """A plugin of the process that writes to the terminal."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if not report.failed or terminal is None:
            return
        terminal.ensure_newline()
        terminal.write_line(f"FAILED {report.nodeid} ({report.when})")
        for line in report.longreprtext.splitlines()[-_LAST:]:
            terminal.write_line(f"    {line}")

"""The entry point of the window, and the one place where its parts are connected."""

import sys

from thb_desktop.inspect import PAGE_WORKER
from thb_desktop.vault.memory import protect_memory
from ui import faults, garbage, system

if sys.version_info < (3, 12):  # noqa: UP036 - a sentence instead of a crash of Qt on 3.11
    sys.exit("THB Desktop needs Python 3.12 or newer.")

EXIT_NO_DISPLAY = 3


def main(arguments: list[str] | None = None) -> int:
    """Run the window until it is closed. Returns the exit code: 0, or 3 if there is no display."""
    if arguments is None and sys.argv[1:2] == [PAGE_WORKER]:
        from ui.reading import worker

        return worker.main(sys.argv[2:])
    garbage.collect_seldom()
    garbage.wait()
    protect_memory()
    faults.hide_fault_texts()
    from ui.options import parse

    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.self_test:
        garbage.begin()
        from ui.self_test import run

        return run()
    if system.display_is_missing():
        print("There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.", file=sys.stderr)
        return EXIT_NO_DISPLAY
    from ui.application import AppController, make_application
    from ui.environment import real_environment

    application = make_application(sys.argv[:1])
    faults.hide_qt_texts()
    desk = AppController(application, real_environment)
    desk.start(options.vault, locked=options.locked, assignment=options.assignment)
    code = application.exec()
    desk.end()
    return code

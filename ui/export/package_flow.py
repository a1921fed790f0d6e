"""From the file of a bundle to its sealed package: what travels, its release, and what to tell of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.export.closing import ClosedFolder
from ui.export.packaging import PackagingModel
from ui.jobs import VaultJobs

if TYPE_CHECKING:
    from thb_desktop.services.packaging.packages import PreparedPackage
    from ui.export.package_dialogs import PackageDialog


Made = Callable[[ClosedFolder], None]
"""Is told what was written."""


def _unheard(_: ClosedFolder) -> None:
    """Nothing is offered where there is no bundle on the page."""


def open_package(
    parent: QWidget, jobs: VaultJobs, source: Path, language: str, made: Made = _unheard
) -> None:
    """Ask what of a bundle travels. language: of the case, for the titles of its exhibits."""
    from ui.export.package_dialogs import PackageDialog

    model = PackagingModel(jobs, source, parent)
    dialog = PackageDialog(parent, model, language)
    dialog.rejected.connect(model.deleteLater)
    dialog.accepted.connect(lambda: _go_on(parent, model, dialog, made))
    dialog.open()


def tell_closed(parent: QWidget, written: ClosedFolder | None, made: Made) -> None:
    """Show where a closed folder is, and what its recipients are told in another way."""
    from ui.export.close_dialog import ClosedDialog

    if written is not None:
        made(written)
        ClosedDialog(parent, written).open()


def _go_on(parent: QWidget, model: PackagingModel, dialog: "PackageDialog", made: Made) -> None:
    if dialog.written is not None:
        model.deleteLater()
        tell_closed(parent, dialog.written, made)
    else:
        _release(parent, model, dialog.release, made)


def _release(
    parent: QWidget, model: PackagingModel, release: "tuple[PreparedPackage, Path] | None", made: Made
) -> None:
    from ui.export.package_dialogs import ReleaseDialog

    if release is None:
        return
    dialog = ReleaseDialog(parent, model, *release)
    dialog.finished.connect(lambda _: model.deleteLater())
    dialog.accepted.connect(lambda: tell_closed(parent, dialog.written, made))
    dialog.open()

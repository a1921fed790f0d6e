"""The dialog that records an office abroad, after a comparison of the fingerprint of its root."""

import hashlib
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.partners.offices_model import NewOffice, OfficesModel
from ui.text import digest_groups
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.place import FileField


class OfficeDialog(Dialog):
    """Stays open until the office is recorded. root: the certificate that a package names; None asks for its
    file.
    """

    def __init__(self, parent: QWidget, model: OfficesModel, root: bytes | None = None) -> None:
        super().__init__(
            parent,
            self.tr("Record an office abroad"),
            self.tr(
                "Ask the office for the fingerprint of its root by telephone, not in the message with the "
                "package. Who told it, and how, stays on record."
            ),
        )
        self.setMinimumWidth(660)
        self._model, self._root = model, root
        form = Form()
        self.place: FileField | None = None
        digest = hashlib.sha256(root).hexdigest() if root is not None else ""
        if root is not None:
            form.tell(self.tr("Root that the package names"), digest_groups(digest), exact=True)
        self.name = form.add(self.tr("&Name"), line(""))
        self.country = form.add(self.tr("&State (two capital letters)"), line(""))
        if root is None:
            self.place = FileField(self.tr("File with its root certificate"), browse=self.tr("&Browse\u2026"))
            self.file = form.add(self.tr("File with its root &certificate"), self.place).text
        self.fingerprint = form.add(self.tr("Its &fingerprint (SHA-256)"), line(""))
        self.told = form.add(self.tr("&Who told it, and how"), line(""))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Record"), icon="plus")
        model.refused.connect(self.refuse)
        model.recorded.connect(self.accept)
        self.keep_typing(model.draft("record-office", digest))

    def take(self) -> None:
        if self.lacks(
            (self.name, self.tr("Please write which office it is.")),
            (self.country, self.tr("Please write its State.")),
            (self.fingerprint, self.tr("Please type the fingerprint as the office tells it.")),
            (self.told, self.tr("Please write who told the fingerprint, and how.")),
        ):
            return
        root = self._chosen()
        if root is None:
            return
        self.begin_work(self.tr("The certificate is compared and recorded."))
        self._model.record(
            NewOffice(
                name=self.name.text().strip(),
                country=self.country.text().strip(),
                root=root,
                fingerprint=self.fingerprint.text().strip(),
                told=self.told.text().strip(),
            )
        )

    def _chosen(self) -> bytes | Path | None:
        """Return the root, or its file; None if there is no such file, which is said at the field."""
        if self.place is None:
            return self._root
        if problem := self.place.problem():
            self.refuse_at(self.file, problem)
            return None
        return self.place.path()

"""Impossible dates are refused at their field; unlikely ones are asked about before saving."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from thb_desktop.findings import Finding, Standing
from thb_desktop.words import sentence
from ui import language
from ui.text import isolate, translate
from ui.widgets.dialog import Dialog
from ui.widgets.questions import ask


def may_save(dialog: Dialog, findings: Iterable[Finding], fields: object = None) -> bool:
    """Whether nothing is refused, and the person confirms the unlikely dates.

    fields: the object whose attributes are the fields; by default the dialog.
    """
    doubts = []
    for finding in findings:
        field = _field(dialog if fields is None else fields, finding)
        said = sentence(finding, language.current(), isolate)
        name = field.accessibleName() if isinstance(field, QWidget) else ""
        if name and name.casefold() not in said.casefold():
            said = translate("dates", "{field}: {problem}").format(field=name, problem=said)
        if finding.standing is not Standing.BROKEN:
            doubts.append(said)
        elif isinstance(field, QWidget):
            dialog.refuse_at(field, said)
            return False
        else:
            dialog.refuse(said)
            return False
    return not doubts or ask(
        dialog,
        translate("dates", "Is this right?"),
        "\n".join(doubts),
        translate("dates", "&Save it as it is"),
        doubtful=True,
    )


def _field(fields: object, finding: Finding) -> object:
    name = finding.field.rpartition(".")[2]
    return fields.get(name) if isinstance(fields, dict) else getattr(fields, name, None)

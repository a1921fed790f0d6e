"""The sheets on which labels are printed, to be chosen from; nothing is chosen before."""

from ui.text import translate
from ui.widgets.choices import ValueBox


def label_sheet_box() -> ValueBox:
    """Return a box whose values are the names of `domain.labels.SHEETS`; None until somebody chooses."""
    return ValueBox(
        [
            (translate("LabelsDialog", "Please choose"), None),
            (translate("LabelsDialog", "24 labels, 3 by 8 (63.5 mm by 33.9 mm)"), "3x8"),
            (translate("LabelsDialog", "14 labels, 2 by 7 (99.1 mm by 38.1 mm)"), "2x7"),
            (translate("LabelsDialog", "4 forms for bags (A6)"), "2x2"),
            (translate("LabelsDialog", "2 forms for bags (A5)"), "1x2"),
        ]
    )

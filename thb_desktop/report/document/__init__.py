"""Pages, tables and the tagged file: this package knows PDF and nothing about a case.

ReportLab takes settings from a module `reportlab_settings`; without it, it runs the file
`.reportlab_settings` of the home folder. We give it an empty module, so that no stray file runs beside open
keys.
"""

import sys
from types import ModuleType

sys.modules.setdefault("reportlab_settings", ModuleType("reportlab_settings"))

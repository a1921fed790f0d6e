"""Pages, tables and the tagged file they end in: everything that knows PDF and nothing that knows a case.

ReportLab takes settings from a module `reportlab_settings`, and where there is none it runs the file
`.reportlab_settings` of the home folder. It finds an empty module: no stray file runs beside open keys.
"""

import sys
from types import ModuleType

sys.modules.setdefault("reportlab_settings", ModuleType("reportlab_settings"))

"""LibreOffice, where it is installed: words are typed into the cells of a table, which it saves."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

_PYTHON = "/usr/bin/python3"
"""The Python for which the distribution has LibreOffice's module."""
_EDIT = r"""
import json, os, subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue

office, profile, source, target, kind, typed = sys.argv[1:]
typed = json.loads(typed)
pipe = "pipe,name=thb" + str(os.getpid()) + ";urp;"
run = subprocess.Popen(
    [office, "--headless", "--norestore", "-env:UserInstallation=file://" + profile, "--accept=" + pipe]
)

def value(name, content):
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made

try:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    address = "uno:" + pipe + "StarOffice.ComponentContext"
    for _ in range(240):
        try:
            context = resolver.resolve(address)
            break
        except Exception:
            time.sleep(0.25)
    desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    document = desktop.loadComponentFromURL("file://" + source, "_blank", 0, (value("Hidden", True),))
    if kind == "docx":
        tables = document.TextTables
        cells = [table.getCellByName(name) for at in range(tables.Count)
                 for table in [tables.getByIndex(at)] for name in table.CellNames]
    else:
        sheet = document.Sheets.getByIndex(0)
        cells = [sheet.getCellByPosition(column, row) for row in range(20) for column in range(12)]
    for old, new in typed.items():
        (cell,) = [each for each in cells if each.String == old]
        cell.String = new
    form = {"docx": "MS Word 2007 XML", "xlsx": "Calc MS Excel 2007 XML"}[kind]
    document.storeToURL("file://" + target, (value("FilterName", form),))
    document.close(True)
    desktop.terminate()
finally:
    try:
        run.wait(30)
    except subprocess.TimeoutExpired:
        run.kill()
"""


def edited(data: bytes, kind: str, typed: Mapping[str, str], folder: Path) -> bytes:
    """Return a table in which LibreOffice wrote other words into cells, saved in the same format.

    typed: the words of a cell, and those that are typed over them. Skips where LibreOffice is not installed.
    """
    office = shutil.which("soffice")
    module = subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    if office is None or module.returncode:
        pytest.skip("LibreOffice and its Python module are not here")
    source, target = folder / f"sent.{kind}", folder / f"saved.{kind}"
    source.write_bytes(data)
    subprocess.run(
        [
            _PYTHON,
            "-c",
            _EDIT,
            office,
            f"{folder}/profile",
            str(source),
            str(target),
            kind,
            json.dumps(typed),
        ],
        check=True,
        capture_output=True,
        timeout=300,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},  # without the fonts of these tests
    )
    return target.read_bytes()

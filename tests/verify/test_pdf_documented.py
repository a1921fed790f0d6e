"""The page on signatures names every code that the verifier can give."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
GIVEN = re.compile(
    r'(?:broken|unknown|holds)\(\s*"([a-z0-9-]+)"|code="([a-z0-9-]+)"'
    r'|\("([a-z]+-changed)",|code = "(pdf-[a-z-]+)"'
)


def test_every_code_of_the_verifier_is_on_the_page():
    sources = [
        ROOT / "thb_desktop/verify/pdf.py",
        *sorted((ROOT / "thb_desktop/errors").glob("*.py")),
        *sorted((ROOT / "thb_desktop/verify/documents").glob("*.py")),
    ]
    given = {
        code
        for source in sources
        for groups in GIVEN.findall(source.read_text("utf-8"))
        for code in groups
        if code
    }

    page = (ROOT / "docs/formats/bundle-signatures.md").read_text("utf-8")

    assert len(given) > 60
    assert {code for code in given if f"`{code}`" not in page} == set()

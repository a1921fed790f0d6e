"""Puts a space that no line breaks at before : ; ? ! » and after « in every French text of the program."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1] / "resources"
TEXTS = (
    ROOT / "i18n" / "thb_fr.ts",
    *sorted((ROOT / "words" / "fr").glob("*.toml")),
    *sorted((ROOT / "texts").glob("*/fr.toml")),
)
_SAID = re.compile(r"(<(?:translation|numerusform)\b[^>]*>)([^<]*)")
_BREAKS = re.compile(r"(?<=\S) (?=[:;?!»])|(?<=«) ")


def kept_together(text: str) -> str:
    """Return a French text in which no line begins with a sign or ends with an opening quote."""
    return _BREAKS.sub("\u00a0", text)


def spaced(path: Path) -> str:
    """Return the content of a file with its French texts kept together."""
    content = path.read_text("utf-8")
    if path.suffix == ".ts":
        # As the tools of Qt write it.
        return _SAID.sub(
            lambda found: found[1] + kept_together(found[2]).replace("\u00a0", "&#xa0;"), content
        )
    return kept_together(content)


def main() -> None:
    for path in TEXTS:
        content = spaced(path)
        if content != path.read_text("utf-8"):
            path.write_text(content, "utf-8")


if __name__ == "__main__":
    main()

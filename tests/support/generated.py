"""A generated case: the structure of case PERLA with random names, numbers and notes."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from resources import cases as sample_files
from thb_desktop.domain.case import CaseFile
from thb_desktop.services import samples
from thb_desktop.services.core.session import Session
from thb_desktop.services.samples import load_sample_case

REFERENCE = "GENERATED-1"
_RENAMED = (
    "name",
    "latin",
    "number",
    "note",
    "imei",
    "url",
    "title",
    "text",
    "plate",
    "account",
    "ref",
    "tx",
)
_KEPT = ("id", "lang", "language", "state", "kind")
_SYLLABLES = (
    "ba",
    "dor",
    "ki",
    "lun",
    "mé",
    "no",
    "pral",
    "qui",
    "sță",
    "tev",
    "vo",
    "zar",
    "شم",
    "نو",
    "вер",
)


class _Chance:
    """Numbers that look random and are the same in every run."""

    def __init__(self, seed: int) -> None:
        self._seed, self._count = seed, 0

    def below(self, bound: int) -> int:
        self._count += 1
        drawn = hashlib.sha256(f"{self._seed} {self._count}".encode()).digest()
        return int.from_bytes(drawn[:8]) % bound


def load_generated_case(session: Session, folder: Path, *, seed: int = 7) -> CaseFile:
    """Write the case into a folder and load it like the sample cases."""
    source = files(sample_files).joinpath("perla")
    texts = {each.name: each.read_text("utf-8") for each in source.iterdir() if each.name.endswith(".json")}
    (name,) = (each for each in texts if each.startswith("case_"))
    chance = _Chance(seed)
    renamed = dict.fromkeys(sorted(_names(json.loads(texts[name])), key=len, reverse=True), "")
    for old in renamed:
        renamed[old] = _like(old, chance)
    renamed |= {"DEMO-A-PERLA": REFERENCE, "PERLA": "TIRION"}
    target = folder / "perla"
    with_files = source.joinpath("files")
    shutil.copytree(str(with_files), target / "files")
    for file, text in texts.items():
        changed = text
        for old, new in renamed.items():
            changed = changed.replace(json.dumps(old, ensure_ascii=False)[1:-1], new)
        (target / file).write_text(changed, "utf-8")
    original = samples.files
    samples.files = lambda _: folder  # type: ignore[assignment]
    try:
        return load_sample_case(session, "perla")
    finally:
        samples.files = original


def _names(value: Any, above: str = "") -> Iterator[str]:
    """Return the texts that name or describe somebody or something outside the words of an interview."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ("interviews", "evidence", "case", "expected"):
                yield from _names(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from _names(part, above)
    elif isinstance(value, str) and above in _RENAMED and above not in _KEPT and len(value) > 5:
        yield value


def _like(old: str, chance: _Chance) -> str:
    """Return a word of the same length: digits for digits, syllables for letters."""
    if not any(each.isalpha() for each in old):
        return "".join(str(chance.below(10)) if each.isdigit() else each for each in old)
    made = " ".join(
        "".join(_SYLLABLES[chance.below(len(_SYLLABLES))] for _ in range(3)).capitalize()
        for _ in range(max(2, len(old.split())))
    )
    return made + (f" {chance.below(10**9):09}" if any(each.isdigit() for each in old) else "")

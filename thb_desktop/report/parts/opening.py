"""How files are opened with common programs: once for each kind of file that several exhibits have."""

from collections.abc import Collection, Iterator, Mapping

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.report.parts.setting import Setting

Shared = Mapping[str, Collection[str]]
"""How files are opened: the sentences that hold for those of several exhibits, each with the media types."""


def shared_openings(setting: Setting) -> Shared:
    """Return what is told once for files of more than one exhibit."""
    types: dict[str, set[str]] = {}
    exhibits: dict[str, set[str]] = {}
    for full in setting.content.exhibits:
        for file in full.files:
            sentence = _opening(setting, file)
            types.setdefault(sentence, set()).add(file.media_type)
            exhibits.setdefault(sentence, set()).add(full.exhibit.id)
    return {sentence: types[sentence] for sentence, own in exhibits.items() if len(own) > 1}


def told_of_opening(setting: Setting, shared: Shared) -> Iterator[str]:
    """Return how the files of several exhibits are opened, each sentence once, after their media types."""
    for sentence, types in shared.items():
        told = setting.named(", ".join(sorted(types)), sentence)
        yield setting.named(setting.words.exhibit.opening, told)


def opening_of(setting: Setting, full: ExhibitInFull, shared: Shared) -> str:
    """Return how the files of an exhibit are opened, as far as it is not told for several at once."""
    sentences = dict.fromkeys(_opening(setting, file) for file in full.files)
    return "\n".join(each for each in sentences if each not in shared)


def _opening(setting: Setting, file: ExhibitFile) -> str:
    words = setting.words.exhibit
    kind = file.media_type.split("/")[0]
    if file.media_type == "application/pdf":
        return words.open_pdf
    if file.media_type in ("text/html", "application/xhtml+xml"):
        return words.open_page
    if kind == "text" or file.media_type == "application/json":
        return words.open_text
    if kind == "image":
        return words.open_image
    if kind in ("audio", "video"):
        return words.open_sound
    return words.open_other

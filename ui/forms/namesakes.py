"""Asks before a typed name is saved that could be chosen at its field: it would be linked with nobody."""

from collections.abc import Iterator

from thb_desktop.domain.namesakes import LINKED, check_namesake
from thb_desktop.findings import Finding
from ui.forms.editors import ChoiceEditor
from ui.forms.field_form import FieldForm
from ui.forms.names import NameEditor

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


def namesakes(form: FieldForm, before: object = None) -> Iterator[Finding]:
    """Ask about each name of a form that is typed and linked with nobody. before: what the form was filled
    with; a name that stood there is not asked about.
    """
    entity = form.description.name
    for name, links in LINKED.get(entity, {}).items():
        if name not in form.editors or name not in {each.name for each in form.shown}:
            continue
        typed = form.editor(name).value()
        if before is None or getattr(before, name) != typed:
            yield from check_namesake(f"{entity}.{name}", typed, _known(form, name, links))


def _known(form: FieldForm, name: str, links: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return code and name of each entry that the form offers; none if one of them is chosen."""
    editor = form.editors[name]
    if isinstance(editor, NameEditor):
        return [] if editor.identity() else [parts_of(editor.itemText(at)) for at in range(editor.count())]
    boxes = [each for link in links if isinstance(each := form.editors.get(link), ChoiceEditor)]
    if any(box.value() is not None for box in boxes):
        return []
    return [
        parts_of(box.itemText(at))
        for box in boxes
        for at, value in enumerate(box.values)
        if value is not None
    ]


def parts_of(words: str) -> tuple[str, ...]:
    """Return code and name, as the words of a choice tell them."""
    return tuple(words.translate(_ISOLATES).split("  "))

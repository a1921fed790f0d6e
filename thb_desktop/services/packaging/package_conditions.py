"""The condition sheet of a package: under which conditions each of its items may be used."""

from collections.abc import Sequence
from dataclasses import dataclass

from thb_desktop import words
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.transfer_rules import Applied
from thb_desktop.ledger.canonical import Value, encode

CONDITIONS, CONDITIONS_TEXT = "conditions.json", "conditions.txt"
FORM = "thb-conditions/1"
_CONSENT = "consent / accord / toestemming / Zustimmung / consentimiento / consimțământ"
_LANGUAGES = (("en", "fr", "nl"), ("de", "es", "ro"))
"""The languages of what is to be read, line by line: nobody knows here who will read it."""
_HEAD = """\
CONDITIONS OF USE of what is in the package {number}
CONDITIONS D'UTILISATION de ce que contient le paquet {number}
GEBRUIKSVOORWAARDEN voor wat in het pakket {number} zit
NUTZUNGSBEDINGUNGEN für das, was im Paket {number} ist
CONDICIONES DE USO de lo que contiene el paquete {number}
CONDIȚII DE UTILIZARE pentru ceea ce se află în pachetul {number}

They hold for each item below, and for whatever is copied, derived or translated from it.
Elles valent pour chaque élément ci-dessous, et pour tout ce qui en est copié, dérivé ou traduit.
Zij gelden voor elk element hieronder, en voor alles wat ervan is gekopieerd, afgeleid of vertaald.
Sie gelten für jedes Element unten und für alles, was davon kopiert, abgeleitet oder übersetzt ist.
Valen para cada elemento de abajo, y para todo lo que de él se copie, derive o traduzca.
Ele sunt valabile pentru fiecare element de mai jos și pentru tot ce este copiat, derivat sau tradus din el.

This sheet is for / Cette feuille est pour / Dit blad is voor:
Dieses Blatt ist für / Esta hoja es para / Această foaie este pentru:
      {recipient}
"""
_CLOSED = """\
The package is closed for / Le paquet est fermé pour / Het pakket is gesloten voor:
Das Paket ist verschlossen für / El paquete está cerrado para / Pachetul este închis pentru:
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFor:
    """For whom a condition sheet is. number: of the package. recipient, state: as the bundle names them.
    closed_for: the names with the certificates for which the package is closed.
    """

    number: str
    recipient: str
    state: str = ""
    closed_for: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        return _flat(self.recipient) + (f" ({self.state})" if self.state else "")


def conditions_json(sheet: SheetFor, conditions: Sequence[Applied]) -> bytes:
    """Write the conditions as canonical JSON, each with the numbers of the items for which it holds."""
    return encode(
        {
            "format": FORM,
            "package": sheet.number,
            "recipient": sheet.recipient,
            "state": sheet.state,
            "closed_for": list(sheet.closed_for),
            "conditions": [_told(each) for each in conditions],
        }
    )


def conditions_text(sheet: SheetFor, conditions: Sequence[Applied]) -> bytes:
    """Write the same to be read, in six languages, item by item."""
    items = dict.fromkeys(number for each in conditions for number in each.numbers)
    parts = [_HEAD.format(number=sheet.number, recipient=sheet.named)]
    if sheet.closed_for:
        parts += [_CLOSED, *(f"      {_flat(name)}\n" for name in sheet.closed_for)]
    for item in items:
        parts.append(f"\n{' '.join(item.split())}\n")
        parts += [_lines(each.condition) for each in conditions if item in each.numbers]
    return "".join(parts).encode()


def _told(applied: Applied) -> dict[str, Value]:
    each = applied.condition
    return {
        "number": each.number,
        "kind": each.kind.value,
        "text": each.text,
        "imposed_by": each.imposed_by,
        "imposed_state": each.imposed_state,
        "basis": each.basis,
        "since": each.since.isoformat() if each.since else "",
        "until": each.until.isoformat() if each.until else "",
        "consents": [list(pair) for pair in each.consents],
        "holds_for": list(applied.numbers),
        **_marked(each),
    }


def _marked(each: UseCondition) -> dict[str, Value]:
    """Return the marking of the provider, as far as there is one."""
    said = {
        "handling": each.handling.value if each.handling else "",
        "handling_words": each.handling_words,
        "source_grade": each.source_grade.value if each.source_grade else "",
        "information_grade": each.information_grade.value if each.information_grade else "",
    }
    return {name: text for name, text in said.items() if text}


def _lines(each: UseCondition) -> str:
    first, second = (" / ".join(words.word(each.kind, language) for language in line) for line in _LANGUAGES)
    span = " ".join(
        f"{sign} {when.isoformat()}" for sign, when in ((">=", each.since), ("<=", each.until)) if when
    )
    by = _flat(each.imposed_by) + (f" ({each.imposed_state})" if each.imposed_state else "")
    lines = [f"  {_flat(each.number)}  {first}", f"      {second}"]
    lines += [f"      {_flat(each.text)}", f"      {by}  {span}".rstrip()]
    codes = (each.handling, each.source_grade, each.information_grade)
    marked = [words.word(code, "en") for code in codes if code is not None]
    if told := [*marked, *filter(None, [_flat(each.handling_words)])]:
        lines.append(f"      {' | '.join(told)}")
    if each.basis:
        lines.append(f"      {_flat(each.basis)}")
    lines += [f"      {_CONSENT}: {' - '.join(map(_flat, pair))}" for pair in each.consents]
    return "\n".join(lines) + "\n"


def _flat(text: str) -> str:
    return " ".join(text.split())

"""What lies beside the volumes of a closed folder and tells what the folder is, outside the encryption.

Everything but the id and the telephone number is read from the folder, so that it is the same whenever it is
written. It tells nothing that the volumes do not tell whoever has them: no name, of nobody.
"""

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import resources.texts
from thb_desktop.crypto.envelopes.reading import key_names
from thb_desktop.vault.system import open_file

ENVELOPE = "envelope.txt"
_FORMAT = "thb-closed-folder/1"
_NONE = "-"
_IN_WORDS = "passphrase - phrase secrète - wachtzin - Passphrase - frase de contraseña - frază de acces"
_NUMBER = re.compile(r"[0-9+()./ -]{3,40}", re.ASCII)
_TELEPHONE = "Telephone - Téléphone - Telefoon - Telefon - Teléfono - Telefon"


def is_telephone(text: str) -> bool:
    """Whether a text is in the form of a telephone number, and so has no name in it."""
    return _NUMBER.fullmatch(text) is not None and any(map(str.isdigit, text))


class Outside(NamedTuple):
    """What is told outside the encryption and is not in the folder itself.

    package: the id of the package; empty for a folder that is none. telephone: of who sends it, if they want
    it to be there; empty by default, as it tells whose the folder is.
    """

    package: str = ""
    telephone: str = ""


NO_PACKAGE = Outside()
"""A folder without an id."""


def envelope_text(part: Path, volumes: Sequence[str], listed: str, outside: Outside) -> bytes:
    """Write it for the volumes in this folder. listed: the SHA-256 (hex) of their list.

    Raises StorageError, EnvelopeMalformedError.
    """
    form = files(resources.texts).joinpath("opening", ENVELOPE).read_text("utf-8")
    text = form.format(
        format=_FORMAT,
        package=outside.package or _NONE,
        volumes=len(volumes),
        size=sum(part.joinpath(each).stat().st_size for each in volumes),
        listed=listed,
        keys="\n".join(f"    {each}" for each in dict.fromkeys(_keys(part, volumes))),
    )
    if outside.telephone:
        text += f"{_TELEPHONE}\n    {outside.telephone}\n"
    return text.encode()


def _keys(part: Path, volumes: Sequence[str]) -> Iterator[str]:
    """The keys of the first volume: all volumes of a folder are for the same."""
    with open_file(part / volumes[0]) as file:
        yield from (each or _IN_WORDS for each in key_names(file))

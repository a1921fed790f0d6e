"""Recovery code: a random secret that is printed, kept in a safe, and typed back.

140 random bits as 28 symbols in seven groups with a check symbol each (`spelling`).

The keyslot derives from the code with Argon2id at its floor (64 MiB, 3 passes), although 140 uniform bits
need no stretching. So all slots have one form and one path, and if half a sheet is photographed, the rest
still costs 2**70 derivations of 64 MiB and not 2**70 hashes.
"""

from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.crypto.spelling import ALPHABET, DATA, Misspelt, groups_of, read
from thb_desktop.errors import RecoveryCodeTypoError

GROUPS = 7
LENGTH = GROUPS * DATA
PARAMETERS = FLOOR


def generate(randomness: Randomness) -> bytearray:
    """Return a new code as 28 ASCII symbols without check symbols: the input of the keyslot's derivation."""
    return bytearray(ord(ALPHABET[byte & 31]) for byte in draw(randomness, LENGTH))


def to_text(code: bytearray) -> str:
    """Write a code for people: seven groups of five, joined by hyphens."""
    return "-".join(groups_of(code.decode("ascii")))


def from_text(typed: str) -> bytearray:
    """Read a code as typed: any case, any blanks and dashes, O for 0, I and L for 1, U for V.

    Raises RecoveryCodeTypoError, whose `groups` say where the errors are. Its message never contains what was
    typed.
    """
    try:
        return bytearray(read(typed, GROUPS), "ascii")
    except Misspelt as misspelt:
        raise RecoveryCodeTypoError(f"the recovery code {misspelt.fault}", misspelt.groups) from None

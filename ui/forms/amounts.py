"""What is wrong with a typed amount."""

import re
from decimal import Decimal, InvalidOperation

from ui.text import isolate, translate

_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)


def problem_of(amount: str, known: str) -> str:
    """Return why an amount is invalid; empty if it is valid. known: the amount that the file has already.

    One sign with three digits behind it is refused ("1,250"): it may separate thousands or decimals.
    """
    try:
        good = not amount or (Decimal(amount) >= 0 and amount[0].isdecimal() and "e" not in amount.casefold())
    except InvalidOperation:
        good = False
    if not good:
        return translate("editors", "Please write an amount in digits, for example 1250.50.")
    if amount == known or not _TWO_WAYS.fullmatch(amount):
        return ""
    return translate(
        "editors", "This amount can be read in two ways. Please write {whole}, or {part}."
    ).format(whole=isolate(amount.replace(".", "")), part=isolate(f"{amount}0"))

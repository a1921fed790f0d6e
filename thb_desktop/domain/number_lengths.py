"""How many digits telephone numbers have behind their country code (ITU-T E.164).

Only countries whose numbers vary little are listed; of others any length that fits E.164 is possible.
"""

PHONE_LENGTHS = {
    code: range(least, most + 1)
    for (least, most), codes in {
        (6, 9): "352",
        (7, 8): "372 961",
        (8, 8): "45 47 216 356 357 370 371 373 374 386 389",
        (8, 9): "32 36 51 66 213 353 355 359 381 382 383 385 387 963",
        (8, 10): "20 229 234",
        (9, 9): (
            "27 31 33 34 40 41 48 61 93 94 212 221 233 237 243 250 251 254 256 351 375 380 420 421 994 995"
        ),
        (9, 10): "44 84 92",
        (10, 10): "1 7 30 52 57 58 90 91 98 225",
        (10, 11): "55 86",
    }.items()
    for code in codes.split()
}
"""Digits behind a country code. Costs, services and numbers of machines are not among them."""
NATIONAL = range(9, 12)
"""Digits of a number with a leading zero, in most countries that write one."""
USUAL = 10

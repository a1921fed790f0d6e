"""The scan for sealed identities against `grep -F -f` over the same bytes, in the same run.

    python benchmarks/identity_scan.py [--megabytes N] [--persons N]

Three kinds of bytes: a text in two scripts, noise, and the same noise that begins as a film does, of which
the bytes alone are searched. Also by the processor, for a busy machine. The scan looks for every form of each
name (scripts, orders, numbers, days) and knows the borders of words; `grep` looks for the recorded names as
they are.
"""

import argparse
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from thb_desktop.domain.form_search import FormSearch
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.name_forms import forms_of
from thb_desktop.domain.people import Identity
from thb_desktop.services.bundling.identity_register import Register
from thb_desktop.services.bundling.identity_scan import scan_file

_TEXT = (
    "The hotel was paid for two nights, and nobody came to the desk before noon. "
    "Vecinii nu au văzut pe nimeni în ziua aceea, şi uşa era închisă. كان الباب مغلقا طوال النهار. "
)

_FILM = b"\0\0\0\x20ftypisom"


def identities(count: int) -> list[Identity]:
    """Names that no text of this benchmark contains."""
    return [
        Identity(
            person_id=PersonId(str(at)),
            name=f"Zorvka{at} Quelnari",
            contacts=(f"+32476{at:06d}",),
            addresses=(f"Rue des Orvets {at}, 4000 Liège",),
        )
        for at in range(count)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=int, default=8)
    parser.add_argument("--persons", type=int, default=20)
    chosen = parser.parse_args()
    grep = shutil.which("grep")
    size = chosen.megabytes << 20
    held = identities(chosen.persons)
    began = perf_counter()
    search = FormSearch((form, each.person_id) for each in held for form in forms_of(each))
    print(f"forms of {chosen.persons} identities: {perf_counter() - began:.3f} s")
    register = Register(search=search, mark="")
    noise = secrets.token_bytes(size)
    kinds = {
        "text": (_TEXT.encode() * (size // len(_TEXT) + 1))[:size],
        "noise": noise,
        "film": _FILM + noise[len(_FILM) :],
    }
    with tempfile.TemporaryDirectory() as place:
        names = Path(place) / "names"
        names.write_text("".join(f"{each.name}\n" for each in held), "utf-8")
        for kind, data in kinds.items():
            path = Path(place) / kind
            path.write_bytes(data)
            began, worked = perf_counter(), process_time()
            found = scan_file(register, "E-01", "001.bin", lambda data=data: [data])  # type: ignore[misc]  # mypy infers no lambda with a default, which binds the bytes of this round
            ours, worked = perf_counter() - began, process_time() - worked
            began = perf_counter()
            if grep is not None:
                subprocess.run(
                    [grep, "-c", "-a", "-F", "-f", str(names), str(path)], check=False, capture_output=True
                )
            theirs = perf_counter() - began
            told = sorted({str(why) for _, why in found.unread})
            print(f"{kind}, by the processor of this process: {chosen.megabytes / worked:.1f} MB/s")
            print(f"{kind}: {chosen.megabytes / ours:.1f} MB/s, hits {len(found.hits)}, not searched {told}")
            print(f"{kind}, grep -F -f: {chosen.megabytes / theirs:.1f} MB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Loads a case of the form of the sample cases from a folder, and prints it.

    python scripts/other_case.py FOLDER NAME.json OUTPUT

FOLDER holds the data under NAME.json, the files that they name and, if there is one, `formalities.json`.
OUTPUT must not exist: it is made, with a vault that has the case, the pages of a bundle with its signed
records and its exhibits as `case.pdf`, and those of each other record as `draft-NUMBER.pdf`, which say its
state. No page is signed. Each thing in the data that this version does not know is said in a sentence. Of a
case that is refused, nothing is left.
"""

import argparse
import io
import shutil
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from thb_desktop.crypto.passphrases import prepare  # noqa: E402 - the program beside this script
from thb_desktop.domain.cooperation_codes import PartyKind  # noqa: E402 - the same
from thb_desktop.domain.leaving_reasons import ASKED  # noqa: E402 - the same
from thb_desktop.domain.second_person import Alone  # noqa: E402 - the same
from thb_desktop.domain.transfer import Transfer  # noqa: E402 - the same
from thb_desktop.domain.vocabulary import UserRole  # noqa: E402 - the same
from thb_desktop.errors import ThbError  # noqa: E402 - the same
from thb_desktop.report.signing_copy import compose_signing_copy  # noqa: E402 - the same
from thb_desktop.services.bundling import bundles  # noqa: E402 - the same
from thb_desktop.services.core.environment import real_environment  # noqa: E402 - the same
from thb_desktop.services.core.session import Session  # noqa: E402 - the same
from thb_desktop.services.office import vaults  # noqa: E402 - the same
from thb_desktop.services.samples import load_case  # noqa: E402 - the same
from thb_desktop.services.samples.demo import PASSPHRASE, demonstration  # noqa: E402 - the same
from thb_desktop.services.testimony import interviews, records  # noqa: E402 - the same


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("name")
    parser.add_argument("output", type=Path)
    chosen = parser.parse_args()
    chosen.output.mkdir(parents=True)
    is_whole = False
    try:
        is_whole = load_and_print(chosen.folder, chosen.name, chosen.output)
    finally:
        if not is_whole:
            shutil.rmtree(chosen.output)
    return 0 if is_whole else 1


def load_and_print(folder: Path, name: str, into: Path) -> bool:
    """Make a vault with the case, and its pages. Returns whether the case was loaded, and says why not."""
    created = vaults.create_vault(
        into / "case.thbvault",
        office="Trial",
        user_name="Trial",
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=prepare(PASSPHRASE),
        environment=demonstration(real_environment()),
    )
    with closing(created.session) as session:
        vaults.confirm_recovery_code(session, created.recovery_code)
        try:
            print_case(session, folder, name, into)
        except ThbError as refused:
            field = getattr(refused, "field", "")
            print(f"The case is not loaded: {refused}" + (f" ({field})" if field else ""))
            return False
    return True


def print_case(session: Session, folder: Path, name: str, into: Path) -> None:
    """Load a case and write its pages."""
    case = load_case(session, folder, name, told=print)
    held = [each.interview for each in interviews.list_interviews(session, case.id)]
    options = bundles.with_whole_case(
        session,
        case.id,
        bundles.BundleOptions(
            interview_ids=tuple(each.id for each in held if each.is_signed),
            languages=tuple({case.language} if any(each.is_signed for each in held) else ()),
            purpose="Trial",
            recipient="Trial",
            released_with=Alone(reason="Trial"),
            identities_because="Trial",
            transfer=Transfer(state=case.country, party=PartyKind.AUTHORITY, special=False),
            reasons=tuple((rule, "Trial") for rule in ASKED),
        ),
    )
    content = bundles.gather_bundle(session, case.id, options)
    made = bundles.lay_out(content, options, bundles.register_for(session, case.id))
    _write(into / "case.pdf", made.pdf, made.pages)
    for each in held:
        if not each.is_signed:
            record = records.get_interview(session, each.id)
            target = io.BytesIO()
            pages = compose_signing_copy(replace(content, interviews=(record,)), record, target)
            number = "".join(sign if sign.isalnum() else "-" for sign in each.number)
            _write(into / f"draft-{number}.pdf", target.getvalue(), pages)


def _write(path: Path, pdf: bytes, pages: int) -> None:
    path.write_bytes(pdf)
    print(f"{pages} pages: {path}")


if __name__ == "__main__":
    sys.exit(main())

"""Two time stamps of a PDF by real keys: the first, then one over a newer list of revocations (B-LTA)."""

from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from tests.drive.test_stamped_package import DATA, adds, asks
from tests.support import foreign, pdfs
from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.stamps import answered, bundle_to_stamp
from tests.support.vaults import PASSPHRASE
from thb_desktop.verify.pdf import check_pdf


def test_a_document_gets_its_second_stamp_by_keys_and_a_third_has_no_place(clerk: Clerk, tmp_path: Path):
    office, authority = pdfs.make_office(), foreign.authority()
    document, data = tmp_path / "bundle.pdf", tmp_path / "lists"
    answer, anchor = tmp_path / "answer.tsr", tmp_path / "anchor.pem"
    document.write_bytes(bundle_to_stamp(office))
    anchor.write_bytes(authority.root.certificate.public_bytes(Encoding.PEM))
    data.mkdir()
    (data / "office.der").write_bytes(office.root)
    new_session(tmp_path / "vault").close()
    clerk.opens(tmp_path / "vault", PASSPHRASE)

    def stamped(source: Path, level: str, values: dict[str, Path]) -> Path:
        answered(asks(clerk, source, data), answer, authority)
        adds(clerk, source, {"Answer": answer, "Root certificate of the authority": anchor, **values})
        clerk.reads(level)
        clerk.screen.picture(level)
        clerk.escapes()
        return source.with_name(f"{source.stem}-stamped.pdf")

    def check(file: Path) -> dict[str, object]:
        found = check_pdf(file.read_bytes(), trusted_roots=[office.root], stamp_roots=[authority.root.der])
        return {each.code: each.values.get("at") or each.case for each in found}

    first = stamped(document, "B-T", {DATA: data})
    at = check(first)["time-stamped"]
    assert isinstance(at, datetime)
    (data / "office.crl").write_bytes(office.revocations(at=at))
    second = stamped(first, "B-LTA", {DATA: data})
    clerk.takes_from_menu("Vault and user", "m")
    clerk.sees_dialog("Ask for a time stamp")
    clerk.fills({"Signed PDF, or opened package (.asice)": str(second)})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("no empty place for a further time stamp")
    clerk.screen.picture("third")
    clerk.escapes()
    clerk.leaves()

    assert check(first)["level"] == "b-t"
    assert check(second)["level"] == "b-lta"
    assert second.read_bytes().startswith(first.read_bytes())
    assert not second.with_suffix(".tsq").exists()
    assert clerk.screen.errors() == ""

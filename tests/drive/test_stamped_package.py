"""Time stamps of a package by real keys: the first after a wrong answer, then one over all of it."""

from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from tests.support.clerk import Clerk
from tests.support.container_stamping import Stamping, new_list
from tests.support.controllers import new_session
from tests.support.stamps import answered
from tests.support.vaults import PASSPHRASE

FILE, DATA = "Signed PDF, or opened package (.asice)", "Folder with data for later checks"


def asks(clerk: Clerk, package: Path, data: Path) -> Path:
    """Write the request by keys; return it."""
    clerk.takes_from_menu("Vault and user", "m")
    clerk.sees_dialog("Ask for a time stamp")
    clerk.fills({FILE: str(package), DATA: str(data)})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("The request is written")
    clerk.escapes()
    return package.with_suffix(".tsq")


def adds(clerk: Clerk, package: Path, fields: dict[str, Path]) -> None:
    """Fill the answer in by keys."""
    clerk.takes_from_menu("Vault and user", "d")
    clerk.sees_dialog("Add a time stamp")
    clerk.fills({FILE: str(package)} | {name: str(path) for name, path in fields.items()})
    clerk.screen.keys("ctrl+Return")


def test_a_package_gets_both_stamps_by_keys_after_a_wrong_answer_was_corrected(clerk: Clerk, tmp_path: Path):
    desk, data = Stamping.made(tmp_path), tmp_path / "lists"
    answer, anchor = tmp_path / "answer.tsr", tmp_path / "anchor.pem"
    anchor.write_bytes(desk.authority.root.certificate.public_bytes(Encoding.PEM))
    data.mkdir()
    (data / "office.crl").write_bytes(desk.office.revocations())
    trusting = {"Root certificate of the authority": anchor, DATA: data}
    new_session(tmp_path / "vault").close()
    clerk.opens(tmp_path / "vault", PASSPHRASE)

    request = asks(clerk, desk.container, data)
    answered(request, answer, desk.authority)
    adds(clerk, desk.container, {"Answer": anchor, **trusting})
    clerk.reads("cannot be read")
    clerk.fills({"Answer": str(answer)})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("The stamped package is written")
    clerk.escapes()
    stamped = desk.container.with_name("package-stamped.asice")
    (data / "office.crl").write_bytes(new_list(replace(desk, target=stamped)))
    request = asks(clerk, stamped, data)
    answered(request, answer, desk.authority)
    adds(clerk, stamped, {"Answer": answer, **trusting})
    clerk.reads("B-LTA")
    clerk.escapes()
    clerk.leaves()

    found = desk.found(desk.container.with_name("package-stamped-stamped.asice").read_bytes())
    assert "package-level.b-lta" in {each.key for each in found}

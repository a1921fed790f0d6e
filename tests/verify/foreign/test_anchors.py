"""The certificates that a user trusts for one judgement: each can be read, also its name."""

from pathlib import Path

import pytest

from tests.support import pdfs
from thb_desktop.errors import FileUnreadableError
from thb_desktop.verify.foreign.anchors import anchors_in


@pytest.mark.parametrize("damaged", [b"Vault roo\xff", b"\xff"])
def test_a_certificate_that_cannot_be_read_is_refused(tmp_path: Path, damaged: bytes):
    root, file = pdfs.make_office().root, tmp_path / "root.cer"
    file.write_bytes(root)
    (anchor,) = anchors_in(file)
    assert anchor.name.startswith("Vault root")

    file.write_bytes(root.replace(b"Vault root", damaged))

    with pytest.raises(FileUnreadableError):
        anchors_in(file)

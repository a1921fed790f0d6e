"""The command of the verifier: what it says, and how it ends."""

import json
import subprocess
import sys
from base64 import b64decode
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest
from asn1crypto import pem

from thb_desktop.errors import UsageError
from thb_desktop.verify.run import fingerprint_of, main


@pytest.fixture
def files(tmp_path, approved, office):
    (tmp_path / "signed.pdf").write_bytes(approved)
    (tmp_path / "broken.pdf").write_bytes(approved[:300] + b"?" + approved[301:])
    (tmp_path / "root.der").write_bytes(office.root)
    (tmp_path / "root.pem").write_bytes(pem.armor("CERTIFICATE", office.root))
    (tmp_path / "picture.gif").write_bytes(b"GIF89a")
    (tmp_path / "extract.json").write_bytes(b'{"format":"nothing"}')
    return tmp_path


@pytest.mark.parametrize("root", ["root.pem", "root.der"])
def test_a_document_that_holds_ends_with_0_and_says_so_in_words(files, root):
    out = StringIO()

    code = main([str(files / "signed.pdf"), "--root", str(files / root)], out)

    assert code == 0
    assert "Judge Bianca Castafiore" in out.getvalue()
    assert out.getvalue().rstrip().splitlines()[-1].startswith("VALID.")


def test_a_fingerprint_may_be_written_as_people_write_it(files, office):
    digits = sha256(office.root).hexdigest().upper()
    spoken = ":".join(digits[start : start + 2] for start in range(0, 64, 2))

    assert main([str(files / "signed.pdf"), "--root-sha256", spoken], StringIO()) == 0
    with pytest.raises(UsageError):
        fingerprint_of("00")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["signed.pdf"], 41),
        (["broken.pdf"], 40),
        (["signed.pdf", "--sha256", "00" * 32], 40),
        (["extract.json"], 40),
        (["picture.gif"], 43),
        (["nothing.pdf"], 43),
        (["."], 43),
        (["signed.pdf", "--root-sha256", "xyz"], 2),
    ],
)
def test_each_outcome_has_its_own_exit_code(files, arguments, code, capsys):
    arguments = [str(files / arguments[0]), *arguments[1:]]

    assert main(arguments, StringIO()) == code


def test_a_root_file_that_holds_none_is_refused(files, capsys):
    code = main([str(files / "signed.pdf"), "--root", str(files / "picture.gif")], StringIO())

    assert code == 43
    assert "root certificate" in capsys.readouterr().err


def test_a_root_that_nobody_named_stands_at_the_end_in_groups(files, office):
    out = StringIO()
    digits = sha256(office.root).hexdigest()

    main([str(files / "signed.pdf")], out)

    *_, verdict, compare, shown = out.getvalue().splitlines()
    assert verdict.startswith("UNKNOWN.")
    assert "--root-sha256" in compare
    assert shown.split() == [digits[start : start + 4] for start in range(0, 64, 4)]
    assert main([str(files / "signed.pdf"), "--root-sha256", shown], StringIO()) == 0


def test_a_file_of_another_root_than_the_one_named_is_not_known_and_shows_its_own():
    extract = Path(__file__).parents[1] / "ledger/data/extract-v1.json"
    own = sha256(b64decode(json.loads(extract.read_text("utf-8"))["certificates"]["root"])).hexdigest()
    out = StringIO()

    code = main([str(extract), "--root-sha256", "0" * 64], out)

    assert code == 41
    assert "The root certificate of the file is not the one that you named" in out.getvalue()
    assert out.getvalue().splitlines()[-1].replace(" ", "") == own


def test_a_folder_or_a_device_is_said_to_be_no_regular_file(files, capsys):
    codes = [main([str(path)], StringIO()) for path in (files, "/dev/null")]

    assert codes == [43, 43]
    err = capsys.readouterr().err
    assert err.count("not a regular file") == err.count("a closed folder is opened first") == 2


def test_of_a_broken_file_no_root_is_offered_for_comparing(files):
    out = StringIO()

    main([str(files / "signed.pdf"), "--sha256", "00" * 32], out)

    assert out.getvalue().splitlines()[-1].startswith("NOT VALID.")


def test_the_answer_for_programs_is_json(files):
    out = StringIO()

    code = main([str(files / "signed.pdf"), "--json"], out)

    answer = json.loads(out.getvalue())
    assert code == 41
    assert answer["verdict"] == "unknown"
    assert {"code", "standing", "sentence"} == set(answer["findings"][0])


def test_it_runs_by_itself_and_loads_neither_vault_nor_printing(files):
    text = (
        "import sys\nfrom thb_desktop.verify.run import main\n"
        "code = main(sys.argv[1:])\n"
        "heavy = ('sqlcipher3', 'reportlab', 'pyhanko', 'pikepdf', 'thb_desktop.vault',"
        " 'thb_desktop.package', 'thb_desktop.inspect', 'thb_desktop.domain.masking',"
        " 'thb_desktop.verify.foreign.asking')\n"
        "print([name for name in sys.modules if name.startswith(heavy)], code)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", text, str(files / "signed.pdf")], capture_output=True, text=True, check=True
    )
    module = subprocess.run(
        [sys.executable, "-m", "thb_desktop.verify", str(files / "signed.pdf")],
        capture_output=True,
        check=False,
    )

    assert done.stdout.splitlines()[-1] == "[] 41"
    assert module.returncode == 41


def test_what_only_interviews_translations_and_stamps_need_is_not_loaded_without_them(files):
    text = (
        "import sys\nfrom thb_desktop.cli.main import main\n"
        "code = main(sys.argv[1:])\n"
        "spared = ('thb_desktop.domain.segment', 'thb_desktop.domain.language_work',"
        " 'thb_desktop.domain.page_comparisons', 'thb_desktop.domain.cooperation',"
        " 'thb_desktop.verify.bundle.language', 'thb_desktop.verify.documents.revocation',"
        " 'thb_desktop.verify.package', 'thb_desktop.vault.database', 'importlib.resources', 'zipfile',"
        " 'PySide6', 'lxml', 'pypdfium2')\n"
        "print([name for name in spared if name in sys.modules], code)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", text, "verify", str(files / "signed.pdf")],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "[] 41"


def test_our_own_sound_signatures_are_judged_without_the_libraries_for_all_forms(files):
    text = (
        "import sys\nfrom thb_desktop.cli.main import main\n"
        "code = main(sys.argv[1:])\n"
        "spared = ('asn1crypto', 'cryptography.x509', 'cryptography.hazmat.primitives.serialization',"
        " 'thb_desktop.verify.documents.full_signature', 'thb_desktop.domain.interview', 'tomllib',"
        " '_strptime', 'thb_desktop.domain.case', 'thb_desktop.domain.leaving_reasons')\n"
        "print([name for name in spared if name in sys.modules], code)\n"
    )
    arguments = ["verify", "--root", str(files / "root.der"), str(files / "signed.pdf")]

    done = subprocess.run(
        [sys.executable, "-c", text, *arguments], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines()[-1] == "[] 0"

"""The short script checks a bundle in a bare container, with Python's own library and OpenSSL alone."""

import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Mapping
from itertools import accumulate
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from scripts.check_bundle import UPDATE, Budget, Objects, Verdict, base_of, loaded, unpacked
from tests.support import pdfs
from tests.support.bundle_attacks import ATTACKS, Target, approved, interpreted
from tests.support.bundle_syntax import ODD
from tests.support.pdf_places import Places, resaved
from tests.support.sampled import few
from tests.support.strangers import SCRIPT, lay_out
from thb_desktop.report.document.packed import PLAIN, ROW
from thb_desktop.verify.exits import NOT_JUDGED

PYTHON = Path(sys.base_exec_prefix, "bin", f"python3.{sys.version_info.minor}")
LINES = 900
LONG = b"9" * 5000 + b" 1 1 ]"
UPDATES = b"\n/V 6 0 R\n>>\nendobj\n1 0 obj\n<<\nx\n>>\nendobj\n"
"""What a stranger can write many times before their own signature."""
BARE = ["bwrap", "--unshare-all", "--die-with-parent", "--clearenv", "--new-session", "--dev", "/dev"]


def needs_a_container() -> None:
    """Skip by name where there is no bubblewrap, it may not make a container, or there is no OpenSSL."""
    for tool in ("bwrap", "openssl"):
        if shutil.which(tool) is None:
            pytest.skip(f"needs {tool}")
    if subprocess.run([*bare(), "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("needs containers, which this system does not let bwrap make")


def bare() -> list[str]:
    """Nothing of this machine but its programs and libraries, and an empty folder for what is temporary."""
    bound = [Path("/usr"), Path("/etc/ssl")]
    bound += [PYTHON.parents[1]] if not PYTHON.is_relative_to("/usr") else []
    binds = [word for path in bound if path.exists() for word in ("--ro-bind", str(path), str(path))]
    links = [
        word
        for name in ("lib", "lib64", "bin")
        if Path("/", name).exists()
        for word in ("--symlink", f"usr/{name}", f"/{name}")
    ]
    return [*BARE, *binds, *links, "--tmpfs", "/tmp", "--setenv", "PATH", "/usr/bin"]  # noqa: S108


def check(document: bytes, root: bytes, place: Path) -> tuple[int, str]:
    place.mkdir(exist_ok=True)
    certificate = x509.load_der_x509_certificate(root).public_bytes(Encoding.PEM)
    (place / "bundle.pdf").write_bytes(document)
    (place / "root.pem").write_bytes(certificate)
    lay_out(place)
    inside = ["--ro-bind", str(place), "/mnt", "--chdir", "/mnt", str(PYTHON), "-I", "-S", "check.py"]
    ran = subprocess.run(
        [*bare(), *inside, "bundle.pdf", "root.pem"], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.returncode, ran.stdout


def check_each(documents: Mapping[str, bytes], root: bytes, place: Path) -> dict[str, int]:
    """The exit codes of the script for many documents, in one container."""
    place.mkdir(exist_ok=True)
    (place / "root.pem").write_bytes(x509.load_der_x509_certificate(root).public_bytes(Encoding.PEM))
    lay_out(place)
    for number, document in enumerate(documents.values()):
        (place / f"{number}.pdf").write_bytes(document)
    (place / "each.py").write_text(
        "import check, sys\n"
        "codes = [check.main(f'{number}.pdf', 'root.pem') for number in range(int(sys.argv[1]))]\n"
        "print(*codes)\n"
    )
    inside = ["--ro-bind", str(place), "/mnt", "--chdir", "/mnt", "--setenv", "PYTHONPATH", "/mnt"]
    ran = subprocess.run(
        [*bare(), *inside, str(PYTHON), "-S", "-B", "each.py", str(len(documents))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return dict(zip(documents, map(int, ran.stdout.splitlines()[-1].split()), strict=True))


@pytest.fixture(scope="module")
def target() -> Target:
    return Target.made()


@pytest.mark.requirement("SR-38")
def test_a_bundle_holds_before_the_script_in_a_bare_container(tmp_path: Path, target: Target):
    needs_a_container()

    code, said = check(target.whole, target.office.root, tmp_path / "place")

    assert code == 0, said
    assert "\nVALID: " in said
    assert "Signature 2 of 2: subject=" in said


@pytest.mark.requirement("SR-33", "SR-38")
def test_the_script_answers_each_attack_as_thb_verify_does(
    tmp_path: Path, target: Target, figure: Callable[[str, str, object], None]
):
    needs_a_container()

    attacks = dict(few([*(ATTACKS | ODD).items()], 100))

    found = check_each(
        {name: attack(target) for name, (attack, _) in attacks.items()}, target.office.root, tmp_path / "a"
    )

    assert {name: code for name, code in found.items() if code != attacks[name][1]} == {}
    figure("SR-38", "tampered bundles that it refuses", sum(map(bool, found.values())))


@pytest.mark.requirement("SR-38")
def test_the_script_names_each_signature_that_the_bundle_demands(tmp_path: Path, target: Target):
    needs_a_container()

    code, said = check(target.first, target.office.root, tmp_path / "place")

    assert code == 41, said
    assert "UNKNOWN: the signature in the place Judge is missing; " in said
    assert "Judge, INVESTIGATING_JUDGE, did not sign" in said


@pytest.mark.requirement("SR-38")
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (pdfs.signed_twice, 47),
        (lambda office: pdfs.signed_twice(office, pdfs.laid_out()), 47),
        (lambda office: pdfs.signed_elsewhere(pdfs.bundle(office), office, office.judge, pdfs.JUDGE), 47),
        (lambda _: b"", 43),
        (lambda _: b"GIF89a", 43),
        (lambda _: b"%PDF-1.7\n", 40),
        (lambda office: pdfs.bundle(office).partition(b"/ByteRange")[0] + b"/ByteRange [ 0 " + LONG, 40),
        (lambda _: pdfs.laid_out(), 41),
    ],
    ids=[
        "packed objects",
        "no list of files",
        "another program",
        "nothing",
        "a picture",
        "cut off",
        "a long number",
        "no signature",
    ],
)
def test_what_the_script_cannot_judge_it_never_calls_valid(
    tmp_path: Path, target: Target, make: Callable[[pdfs.Office], bytes], code: int
):
    needs_a_container()

    found, said = check(make(target.office), target.office.root, tmp_path / "place")

    assert found == code, said
    assert "VALID" not in said.replace("NOT VALID", "")


@pytest.mark.requirement("SR-34", "SR-38")
def test_the_script_names_what_does_more_than_lie_on_pages(tmp_path: Path, target: Target):
    needs_a_container()
    source = appended_before_signing(target.source, b"/OCProperties << >>")

    found, said = check(
        approved(target.office, interpreted(target.office, source)), target.office.root, tmp_path / "place"
    )

    assert found == 41, said
    assert "/OCProperties" in said


def appended_before_signing(source: bytes, entries: bytes) -> bytes:
    return resaved(source.replace(b"/Type /Catalog", b"/Type /Catalog " + entries, 1))


@pytest.mark.requirement("SR-33", "SR-38")
@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are asked of Linux")
def test_junk_in_an_update_costs_no_more_than_its_length(tmp_path: Path):
    """Its processor time is limited: with a cubic search, 8 kB took 0.6 s, and 860 kB would take days."""
    shutil.copy(SCRIPT, tmp_path / "check.py")
    junk = rb"b'5 0 obj\n<<\nx' + " + repr(UPDATES).encode()
    asked = f"import check, sys; sys.exit(check.UPDATE.fullmatch({junk.decode()} * 20_000) is not None)"

    ran = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -t 60; exec "$@"', "sh", str(PYTHON), "-B", "-c", asked],
        cwd=tmp_path,
        check=False,
    )

    assert ran.returncode == 0


@pytest.mark.requirement("SR-33", "SR-38")
@pytest.mark.parametrize(("body", "is_read"), [(b"/Q 1\n>>", True), (b"\n>>", True), (b">>", False)])
def test_an_object_without_a_line_in_it_is_no_part_of_an_update(target: Target, body: bytes, is_read: bool):
    """No signature adds one, so nothing looks at it."""
    update = UPDATE.search(target.whole, len(target.first))
    assert update is not None
    place = update.start("itself")
    more = b"1 0 obj\n<<\n%b\nendobj\n" % body

    found = UPDATE.fullmatch(target.whole[update.start() : place] + more + target.whole[place : update.end()])

    assert (found is not None) is is_read


@pytest.mark.requirement("SR-28", "SR-38")
@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are asked of Linux")
def test_many_objects_cost_no_more_than_their_number(tmp_path: Path):
    """Its processor time is limited: while each place was cut from a copy of the rest, and each reference
    compared with all objects, this took hours.
    """
    shutil.copy(SCRIPT, tmp_path / "check.py")
    body = ["%PDF-1.7\n", *(f"{number} 0 obj\n[1 0 R]\nendobj\n" for number in range(1, 200_001))]
    ends = list(accumulate(map(len, body)))
    rows = {0: (0, 0, 0xFFFF)} | {number: (PLAIN, end, 0) for number, end in enumerate(ends[:-1], start=1)}
    places = Places(start=ends[-1], identity=b"[<00><00>]", info=1, root=1, rows=rows)
    (tmp_path / "document").write_bytes(places.written("".join(body).encode("ascii")))
    asked = (
        "import check; from pathlib import Path; data = Path('document').read_bytes()\n"
        "budget = check.Budget(len(data)); base = check.base_of(data, budget)\n"
        "try: list(check.content(data, base, {}, Path('root'), budget))\n"
        "except check.Verdict: raise SystemExit(0)\n"
        "raise SystemExit(1)"
    )

    ran = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -t 20; exec "$@"', "sh", str(PYTHON), "-B", "-c", asked],
        cwd=tmp_path,
        check=False,
    )

    assert ran.returncode == 0


def nested(count: int) -> Callable[[Budget], object]:
    """Objects that all reach to one end, each a string with the next: one by one, they cost the square."""
    heads = [b"%d 0 obj(" % number for number in range(1, count)]
    starts = list(accumulate(map(len, heads), initial=0))[:-1]
    table = b"".join(ROW.pack(*row) for row in ((0, 0, 0xFFFF), *((PLAIN, start, 0) for start in starts)))
    data = b"".join(heads) + b")endobj" * len(heads)
    return lambda budget: Objects(data, table, budget).look_through()


def references(size: int) -> bytes:
    packed = zlib.compress(bytes(size))
    return (
        b"1 0 obj\n<<\n/Filter /FlateDecode /ID [<00><00>] /Info 1 0 R /Length %d /Root 1 0 R /Size 2 \n"
        b"  /Type /XRef /W [1 4 2]\n>>\nstream\n%s\r\nendstream\nendobj\nstartxref\n0\n%%%%EOF\n"
    ) % (len(packed), packed)


def zeros(size: int, folder: Path) -> Callable[[Budget], object]:
    packed = memoryview(zlib.compress(bytes(size)))
    return lambda budget: unpacked(packed, folder / "zeros", budget)


@pytest.mark.requirement("SR-28", "SR-38")
@pytest.mark.parametrize(
    "name",
    ["objects in one another", "zeros in an attached file", "a list of nothing", "references to nothing"],
)
def test_what_would_cost_more_than_the_size_of_the_file_allows_cannot_be_judged(tmp_path: Path, name: str):
    cost = {
        "objects in one another": nested(12_000),
        "zeros in an attached file": zeros(100 * 2**20, tmp_path),
        "references to nothing": lambda budget: base_of(references(2**26), budget),
        "a list of nothing": lambda _: loaded(b"[%s[]]" % (b"[]," * 1_100_000)),
    }[name]

    with pytest.raises(Verdict) as stopped:
        cost(Budget(100_000))

    assert stopped.value.args[0] == NOT_JUDGED


@pytest.mark.requirement("SR-38")
def test_the_script_is_short_and_imports_nothing_that_is_not_pythons_own(
    figure: Callable[[str, str, object], None],
):
    lines = SCRIPT.read_text("utf-8").splitlines()
    imported = {line.split()[1].split(".")[0] for line in lines if line.startswith(("import ", "from "))}

    assert len(lines) <= LINES
    assert imported <= sys.stdlib_module_names
    figure("SR-38", "lines of the script that checks a bundle", len(lines))

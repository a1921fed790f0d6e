"""The confined process: it says what the judge says, within its limits, and nothing of ours goes to it."""

import dataclasses
import io
import sys
import zipfile
from threading import Event

import pytest
from asn1crypto import core

from tests.support import foreign
from thb_desktop.crypto.certificates import FUNCTION
from thb_desktop.errors import CancelledError, FileUnreadableError, FormatError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.verify.foreign import asking
from thb_desktop.verify.foreign.answer import Answer, Note, Verdict, Weight
from thb_desktop.verify.foreign.asking import Question, ask_about, content_beside
from thb_desktop.verify.foreign.own import is_own

confined = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


def ask(path, *anchors, **more):
    return ask_about(
        Question(file=path, anchors=tuple(each.der for each in anchors), **more), now=foreign.NOW
    )


def _archived(whole):
    return foreign.sign(foreign.document(), whole.clerk, whole, revocations=(whole.revocations(),))


@confined
def test_the_confined_process_says_what_the_judge_says(judge, authority, tmp_path):
    whole = foreign.authority("Confined RSA", "rsa")
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"Dear colleague")
    files = {
        "approved.pdf": (foreign.sign(foreign.document(), authority.clerk, authority), authority.root),
        "archived.pdf": (_archived(whole), whole.root),
        "archived too.pdf": (_archived(authority), authority.root),
        "signed twice.pdf": (foreign.sign(_archived(whole), whole.judge, whole, field="Second"), whole.root),
        "letter.asice": (
            foreign.container(foreign.extended_container(tmp_path, whole.clerk, {"å.txt": b"x"})),
            whole.root,
        ),
        "around.p7m": (foreign.cms_sign(tmp_path, letter, whole.clerk, "-nodetach"), whole.root),
    }

    for name, (data, root) in files.items():
        (tmp_path / name).write_bytes(data)
        assert ask(tmp_path / name, root) == judge(data, root), name


@confined
def test_a_signature_is_judged_with_the_file_beside_it_or_the_one_that_is_named(authority, tmp_path):
    letter, elsewhere = tmp_path / "letter.txt", tmp_path / "letter-copy"
    letter.write_bytes(b"Dear colleague")
    beside, alone = tmp_path / "letter.txt.p7s", tmp_path / "alone.p7s"
    for path in (beside, alone):
        path.write_bytes(foreign.cms_sign(tmp_path, letter, authority.clerk))
    elsewhere.write_bytes(b"another letter")

    assert content_beside(beside) == letter
    assert ask(beside, authority.root).verdict is Verdict.REMARKS
    assert ask(alone, authority.root).verdict is Verdict.UNDECIDED
    assert ask(alone, authority.root, content=letter).verdict is Verdict.REMARKS
    assert ask(alone, authority.root, content=elsewhere).verdict is Verdict.NOT_VALID


@confined
def test_a_container_that_unpacks_to_more_than_the_memory_is_judged_all_the_same(tmp_path, authority):
    target, hostile = io.BytesIO(), tmp_path / "large.asice"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        with packed.open("big", "w", force_zip64=True) as member:
            for _ in range(400):
                member.write(bytes(1 << 20))
        for name, content in foreign.extended_container(tmp_path, authority.clerk, {"big": b"x"}).items():
            if name != "big":
                packed.writestr(name, content)
    hostile.write_bytes(target.getvalue())

    answer = ask(hostile, authority.root)

    assert [note.key for note in answer.signatures[0].notes if note.weight is Weight.PROOF] == [
        "foreign-file-changed"
    ]


@confined
@pytest.mark.parametrize(("limit", "value"), [("_BASE", 1 << 20), ("_ANSWER", 10)])
def test_what_costs_more_than_its_size_allows_is_not_judged(monkeypatch, tmp_path, limit, value):
    monkeypatch.setattr(asking, limit, value)
    path, whole = tmp_path / "a.pdf", foreign.authority()
    path.write_bytes(foreign.sign(foreign.document(), whole.clerk, whole))

    answer = ask(path)

    assert [note.key for note in answer.notes] == ["foreign-beyond-bounds"]
    assert answer.verdict is Verdict.UNDECIDED


@confined
def test_it_can_be_stopped(tmp_path):
    path, stop = tmp_path / "a.pdf", Event()
    path.write_bytes(b"%PDF-1.7 nothing")
    stop.set()

    with pytest.raises(CancelledError):
        ask_about(Question(file=path), now=foreign.NOW, cancelled=stop)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FileUnreadableError):
        ask(tmp_path / "none.pdf")
    with pytest.raises(FileUnreadableError):
        ask(tmp_path)


def test_an_answer_comes_through_the_pipe_as_it_was(judge, authority):
    data = foreign.sign(foreign.document(), authority.clerk, authority, stamped=True)
    answer = judge(data, authority.root)

    assert Answer.read(answer.to_bytes()) == answer


@pytest.mark.parametrize(
    "said", [b"", b"{}", b"[1]", b'{"form":1}', b'{"form":2,"format":"pdf","notes":[],"signatures":[]}']
)
def test_an_answer_of_another_form_is_refused(said):
    with pytest.raises(FormatError):
        Answer.read(said)


def test_a_proof_outweighs_all_and_nothing_to_judge_is_no_praise(judge, authority):
    judged = judge(foreign.sign(foreign.document(), authority.clerk, authority)).signatures[0]
    proof = Note(key="foreign-file-changed", weight=Weight.PROOF, values={"files": ("a",)})
    proven = dataclasses.replace(judged, notes=(*judged.notes, proof))

    assert proven.verdict is Verdict.NOT_VALID
    assert dataclasses.replace(judged, notes=()).verdict is Verdict.UNDECIDED


def test_a_document_of_an_office_is_known_by_its_certificates_even_without_the_name(final, tmp_path):
    """Who takes out the mark of a certificate takes out the signature."""
    certificate = core.ObjectIdentifier(FUNCTION.dotted_string).dump()
    whole = foreign.authority()
    others = foreign.sign(foreign.document(), whole.clerk, whole)
    path = tmp_path / "document.pdf"

    found = []
    for data in (final, others, others + certificate.hex().upper().encode(), others + certificate):
        path.write_bytes(data)
        found.append(is_own(path))

    assert found == [True, False, True, False]

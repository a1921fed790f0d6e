"""Receipts: signed by who received, entered by who sent; a wrong, foreign or replayed one is refused."""

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.offices import IDENTITY, LATER, Small, act, copy_of, new_office, small_case, unlock
from tests.support.packages import THERE, opened
from tests.support.receiving import NAME, Post, Receiver, recorded_office
from tests.support.recipients import holder
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.receiving import ForeignOffice
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind, RecipientKind, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    FutureEventError,
    MessageNotSoundError,
    MessageOtherError,
    NameInNoticeError,
    NotFoundError,
    OfficeUnknownError,
    ReasonMissingError,
    ReceiptAheadError,
    ReceiptForeignError,
    ReceiptHeadError,
    ReceiptItemsError,
    ReceiptScanMissingError,
    ReceiptSeenError,
)
from thb_desktop.findings import Finding, Standing
from thb_desktop.ledger import canonical
from thb_desktop.package.members import held
from thb_desktop.package.packing import write_container
from thb_desktop.package.unpacking import open_container
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.case_file.sheets import said
from thb_desktop.services.core.login import root_certificate, root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.messages.signed_messages import packed_message
from thb_desktop.services.office import users
from thb_desktop.services.packaging import register
from thb_desktop.services.receiving import offices, receipts
from thb_desktop.services.receiving.paper_receipts import (
    PaperReceipt,
    enter_paper_receipt,
)
from thb_desktop.services.receiving.receipts import SentState
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.notice_text import FORM as NOTICE_FORM
from thb_desktop.verify.notice_text import NOTICE
from thb_desktop.verify.run import Request, certificates_in, check_file
from thb_desktop.words import sentence

needs_tools = pytest.mark.skipif(
    not all(map(shutil.which, ("openssl", "unzip", "sha256sum"))), reason="a tool is not installed"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A package that was received, and the receipt that was signed for it."""

    receipt: Path
    root: Path
    session: Session

    def signed(
        self,
        change: Callable[[dict], object],  # type: ignore[type-arg]
        place: Path,
        signer: Signer | None = None,
    ) -> Path:
        """The same receipt, changed and signed again by the office that received."""
        container = open_container(io.BytesIO(self.receipt.read_bytes()))
        text = canonical.parse(b"".join(container.pieces("data/receipt.json")))
        assert isinstance(text, dict)
        change(text)
        target, root = io.BytesIO(), root_certificate(self.session.office_record)
        pem = root_pem(self.session.office_record).encode()
        members = [
            held("receipt.json", "application/json", canonical.encode(text)),
            held("root-certificate.pem", "application/x-pem-file", pem),
        ]
        at = self.session.clock.read().at.replace(microsecond=0)
        by = signer or self.session.keys.signer
        write_container(target, members, info={}, signer=by, chain=[root], at=at)
        place.write_bytes(target.getvalue())
        return place


@pytest.fixture(scope="module")
def answered(
    post: Post, bucharest: tuple[Path, Small], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Answered]:
    place = tmp_path_factory.mktemp("answered")
    session = unlock(copy_of(bucharest[0], place / "office.thbvault"))
    receiver = Receiver(session=session, small=bucharest[1], post=post)
    recorded_office(session, post)
    received = receiver.imported(refused={"E-05": "Not readable"})
    receipts.write_receipt(session, received.id, place / "receipt.asice", remarks="Original asked for")
    root = place / "bucharest-root.pem"
    root.write_text(root_pem(session.office_record))
    yield Answered(receipt=place / "receipt.asice", root=root, session=session)
    session.close()


def known(session: Session, answered: Answered) -> None:
    """Record the office that answers."""
    fingerprint = sha256(root_certificate(answered.session.office_record)).hexdigest()
    offices.add_office(
        session,
        name=NAME,
        country="RO",
        roots=certificates_in(answered.root),
        fingerprint=fingerprint,
        told="By telephone, the registry",
    )


@pytest.fixture
def liege(post: Post, answered: Answered, tmp_path: Path) -> Iterator[Session]:
    """The vault that sent, in which the office that answers is recorded."""
    session = unlock(copy_of(post.office, tmp_path / "liege.thbvault"))
    known(session, answered)
    yield session
    session.close()


@pytest.mark.requirement("SR-16")
def test_a_receipt_closes_the_transfer_and_says_what_was_refused(
    liege: Session, answered: Answered, post: Post
):
    case_id = post.made.package.case_id
    before = receipts.list_sent(liege, case_id)[0]

    receipt = receipts.import_receipt(liege, answered.receipt)

    (sent,) = receipts.list_sent(liege, case_id)
    assert (before.state, sent.state) == (SentState.SENT, SentState.REMARKS)
    assert receipt.refused == (("E-05", "Not readable"),)
    files = registry.EXHIBIT_FILE.among(liege.read, "id", post.made.package.files)
    assert len(receipt.accepted) == len({each.exhibit_id for each in files}) - 1
    assert (receipt.from_party, receipt.remarks) == (NAME, "Original asked for")
    assert list(chain.entries(liege.read))[-1].parsed().action == VaultAction.RECEIPT_ENTERED
    report = check_vault(liege)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()
    assert "receipt-heads" in {each.code for each in report.findings}


def test_the_head_that_it_names_is_that_of_the_vault_that_sent(liege: Session, answered: Answered):
    receipt = receipts.import_receipt(liege, answered.receipt)

    head = chain.head_at(liege.read, receipt.head_size)
    assert head is not None
    assert head.parsed().root.hex() == receipt.head_root


def test_the_receiver_keeps_that_it_was_signed(answered: Answered):
    (received,) = registry.RECEIVED_PACKAGE.all(answered.session.read)

    (written,) = receipts.written_for(answered.session, received.id)

    assert written.sha256 == sha256(answered.receipt.read_bytes()).hexdigest()
    with pytest.raises(AlreadyExistsError):
        receipts.write_receipt(answered.session, received.id, answered.receipt)


def test_thb_verify_says_that_it_holds(answered: Answered):
    findings = check_file(Request(file=answered.receipt, roots=(answered.root,)))

    assert {each.standing for each in findings} == {Standing.HOLDS}


@needs_tools
def test_openssl_sha256sum_and_unzip_alone_check_a_receipt(answered: Answered, tmp_path: Path):
    place, empty = tmp_path / "unpacked", {"PATH": "/usr/bin:/bin"}
    subprocess.run(["unzip", "-q", answered.receipt, "-d", place], check=True, env=empty)
    for listed in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "--check", "--quiet", listed], cwd=place, check=True, env=empty)
    signed = subprocess.run(
        [
            *("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"),
            *("-in", "META-INF/signature001.p7s", "-content", "META-INF/ASiCManifest001.xml"),
            *("-CAfile", answered.root, "-out", "/dev/null"),
        ],
        cwd=place,
        check=True,
        capture_output=True,
        text=True,
        env=empty,
    )

    assert "CAdES Verification successful" in signed.stderr


def test_a_receipt_is_entered_once_and_a_second_one_of_the_same_office_never(
    liege: Session, answered: Answered, tmp_path: Path
):
    receipts.import_receipt(liege, answered.receipt)
    another = answered.signed(lambda text: text.update(id="another", remarks=""), tmp_path / "second.asice")

    for path in (answered.receipt, another):
        with pytest.raises(ReceiptSeenError):
            receipts.import_receipt(liege, path)


def _wrong_head(text: dict) -> None:  # type: ignore[type-arg]
    text["head"]["root"] = "0" * 64


WRONG: dict[str, tuple[Callable[[dict], object], type[Exception]]] = {  # type: ignore[type-arg]
    "another package": (lambda text: text["package"].update(id="another"), ReceiptForeignError),
    "another container": (lambda text: text["package"].update(sha256="0" * 64), ReceiptForeignError),
    "another sheet": (lambda text: text["package"].update(sheet="0" * 64), ReceiptForeignError),
    "another length": (lambda text: text["package"].update(size=1), ReceiptForeignError),
    "an exhibit less": (lambda text: text["accepted"].pop(), ReceiptItemsError),
    "an exhibit twice": (lambda text: text["accepted"].append(text["accepted"][0]), ReceiptItemsError),
    "an exhibit more": (
        lambda text: text["accepted"].append({"id": "another", "number": "E-99"}),
        ReceiptItemsError,
    ),
    "another state of the chain": (_wrong_head, ReceiptHeadError),
    "a state that is to come": (lambda text: text["head"].update(size=10**6), ReceiptHeadError),
    "a later form": (lambda text: text.update(format="thb-receipt/2"), MessageNotSoundError),
    "no time": (lambda text: text.update(received_at="yesterday"), MessageNotSoundError),
    "a time that is to come": (
        lambda text: text.update(received_at=to_text(LATER + timedelta(days=1))),
        ReceiptAheadError,
    ),
    "no items": (lambda text: text.pop("refused"), MessageNotSoundError),
}


@pytest.mark.requirement("SR-16")
@pytest.mark.parametrize(("change", "error"), WRONG.values(), ids=WRONG)
def test_a_receipt_that_is_wrong_is_refused_although_the_office_signed_it(
    liege: Session, answered: Answered, tmp_path: Path, change, error
):
    with pytest.raises(error):
        receipts.import_receipt(liege, answered.signed(change, tmp_path / "wrong.asice"))
    assert registry.PACKAGE_RECEIPT.all(liege.read) == ()


def test_a_receipt_from_before_its_package_counts_and_is_told_as_a_doubt(
    liege: Session, answered: Answered, post: Post, tmp_path: Path
):
    """The clock of the other office may have been wrong: it is not refused for ever."""
    made = post.made.package.at
    times = {"ordinary": LATER, "within": made - timedelta(minutes=4), "before": made - timedelta(days=30)}

    told = []
    for name, at in times.items():
        said = {"received_at": to_text(at)}
        signed = answered.signed(lambda text, said=said: text.update(said), tmp_path / f"{name}.asice")
        session = unlock(copy_of(liege.vault.folder, tmp_path / f"{name}.thbvault"))
        receipt = receipts.import_receipt(session, signed)
        (sent,) = receipts.list_sent(session, post.made.package.case_id)
        told.append([(each.key, each.standing, each.values["made"]) for each in sent.doubts_of(receipt)])
        assert sent.state is SentState.REMARKS
        session.close()

    assert told == [[], [], [("receipt-time.before", Standing.UNKNOWN, made)]]


def test_a_receipt_that_was_entered_before_its_time_is_told_as_a_doubt(
    liege: Session, answered: Answered, post: Post
):
    """An earlier version took one."""
    receipt = receipts.import_receipt(liege, answered.receipt)
    (sent,) = receipts.list_sent(liege, post.made.package.case_id)

    doubts = sent.doubts_of(replace(receipt, received_at=receipt.at + timedelta(days=2)))

    assert [each.key for each in doubts] == ["receipt-time.ahead"]


def judged(path: Path, root: Path) -> tuple[Finding, ...]:
    return check_file(Request(file=path, roots=(root,)))


@pytest.fixture
def there(bucharest: tuple[Path, Small], tmp_path: Path) -> Iterator[Session]:
    """A vault of the office that answers, with which it does not answer."""
    with closing(unlock(copy_of(bucharest[0], tmp_path / "bucharest.thbvault"))) as session:
        yield session


@pytest.mark.parametrize(
    ("role", "counts"),
    [(UserRole.INTERPRETER, False), (UserRole.ANALYST, False), (UserRole.EVIDENCE_CUSTODIAN, True)],
)
def test_a_receipt_counts_only_from_somebody_whose_function_takes_exhibits_in(
    liege: Session, answered: Answered, there: Session, role, counts
):
    """Everybody who signs in an office has a certificate under its root."""
    user = users.add_user(
        there,
        name="Ioana Popescu",
        role=role,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    signer = users.signer_of(there, user.id, passphrase(OTHER_PASSPHRASE)).keys.signer
    path = answered.signed(lambda _: None, there.vault.folder.parent / "receipt.asice", signer)

    findings = judged(path, answered.root)
    wrong = {each.key for each in findings if each.standing is Standing.BROKEN}
    assert wrong == (set() if counts else {"signer-not-entitled.receipt"})
    if counts:
        receipts.import_receipt(liege, path)
    else:
        with pytest.raises(MessageNotSoundError):
            receipts.import_receipt(liege, path)
    assert len(registry.PACKAGE_RECEIPT.all(liege.read)) == counts


def test_thb_verify_tells_what_a_receipt_says(answered: Answered, post: Post):
    findings = judged(answered.receipt, answered.root)

    (told,) = (each for each in findings if each.code == "receipt-told")
    package = post.made.package
    assert (told.values["of"], told.values["sha256"]) == (package.number, package.sha256)
    assert told.values["refused"] == 1
    assert f"Exhibits accepted: {told.values['accepted']}; refused: 1." in sentence(told, "en")


def test_a_signed_text_that_is_no_receipt_is_told(answered: Answered, tmp_path: Path):
    path = answered.signed(lambda text: text.pop("refused"), tmp_path / "receipt.asice")

    findings = judged(path, answered.root)

    assert {each.key for each in findings if each.standing is Standing.BROKEN} == {"receipt-form"}


def test_a_receipt_of_a_later_form_is_not_called_wrong_by_thb_verify(answered: Answered, tmp_path: Path):
    path = answered.signed(lambda text: text.update(format="thb-receipt/2"), tmp_path / "receipt.asice")

    findings = judged(path, answered.root)

    assert not [each for each in findings if each.standing is Standing.BROKEN or each.code == "receipt-told"]


def test_a_receipt_of_an_office_that_nobody_compared_is_refused(
    post: Post, answered: Answered, tmp_path: Path
):
    session = unlock(copy_of(post.office, tmp_path / "liege.thbvault"))

    with pytest.raises(OfficeUnknownError):
        receipts.import_receipt(session, answered.receipt)
    session.close()


@pytest.mark.parametrize("place", [100, -100, 2000])
def test_a_receipt_in_which_a_bit_changed_is_refused(
    liege: Session, answered: Answered, tmp_path: Path, place: int
):
    data = bytearray(answered.receipt.read_bytes())
    data[place] ^= 1
    (tmp_path / "changed.asice").write_bytes(data)

    with pytest.raises(MessageNotSoundError):
        receipts.import_receipt(liege, tmp_path / "changed.asice")


@pytest.mark.parametrize("data", [b"", b"{}", b"%PDF-1.7"])
def test_what_is_no_receipt_is_refused(liege: Session, tmp_path: Path, data: bytes):
    (tmp_path / "file").write_bytes(data)

    with pytest.raises(MessageNotSoundError):
        receipts.import_receipt(liege, tmp_path / "file")


def test_a_notice_that_is_entered_as_a_receipt_is_told_as_another_kind_of_message(
    liege: Session, tmp_path: Path
):
    at = liege.clock.read().at.replace(microsecond=0)
    (tmp_path / "notice.asice").write_bytes(packed_message(liege, NOTICE, {"format": NOTICE_FORM}, at))

    with pytest.raises(MessageOtherError):
        receipts.import_receipt(liege, tmp_path / "notice.asice")
    assert registry.PACKAGE_RECEIPT.all(liege.read) == ()


def test_a_package_is_no_receipt(liege: Session, post: Post, tmp_path: Path):
    with pytest.raises(MessageNotSoundError):
        receipts.import_receipt(liege, opened(post.folder, tmp_path / "p.asice", post.addressee))


def test_another_vault_did_not_send_it(answered: Answered, tmp_path: Path):
    new_office(tmp_path / "other.thbvault", small_case)
    session = unlock(tmp_path / "other.thbvault")
    known(session, answered)

    with pytest.raises(ReceiptForeignError):
        receipts.import_receipt(session, answered.receipt)
    assert receipts.compare_receipt(session, answered.receipt)[0].standing is Standing.BROKEN
    session.close()


@pytest.mark.requirement("SR-16")
def test_a_vault_of_the_day_before_is_found_by_the_receipt_alone(
    sample_office: Path, answered: Answered, liege: Session, tmp_path: Path
):
    before = unlock(copy_of(sample_office, tmp_path / "before.thbvault"))
    known(before, answered)

    (found,) = receipts.compare_receipt(before, answered.receipt)
    (now,) = receipts.compare_receipt(liege, answered.receipt)

    assert (found.standing, now.standing) == (Standing.BROKEN, Standing.HOLDS)
    assert found.key in {"receipt-head.rolled-back", "receipt-head.forked"}
    with pytest.raises(ReceiptForeignError):
        receipts.import_receipt(before, answered.receipt)
    before.close()


def scanned(session: Session, post: Post, *, has_file: bool = True) -> Exhibit:
    """Register the scan of a receipt on paper."""
    first = registry.EXHIBIT.where(session.read, "case_id", post.made.package.case_id)[0]
    scan = replace(
        first,
        id=ExhibitId(""),
        root_id=ExhibitId(""),
        parent_id=None,
        number="R-P-001",
        kind=ExhibitKind.DOCUMENT_SCAN,
        titles=(("fr", "Accusé de réception"),),
        seal="",
    )
    registered = exhibits.register_exhibit(
        session, scan, act(CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY, from_party="DIICOT")
    )
    if has_file:
        exhibit_files.add_file(
            session,
            registered.id,
            source=io.BytesIO(b"%PDF-1.4 scan"),
            name="scan.pdf",
            media_type="application/pdf",
        )
    return registered


def paper(scan: Exhibit, post: Post, **changes: object) -> PaperReceipt:
    fields: dict[str, object] = {
        "from_party": "Registry of DIICOT",
        "received_at": LATER,
        "sha256": post.made.package.sha256.upper(),
        "scan": scan.id,
        "refused": {},
        **changes,
    }
    return PaperReceipt(**fields)  # type: ignore[arg-type]


def test_a_receipt_on_paper_is_entered_by_hand_with_its_scan(liege: Session, post: Post):
    receipt = enter_paper_receipt(
        liege, post.made.package.id, paper(scanned(liege, post), post, refused={"E-05": "Not readable"})
    )

    (sent,) = receipts.list_sent(liege, post.made.package.case_id)
    assert sent.state is SentState.REMARKS
    assert (receipt.office_id, receipt.head_size) == (None, 0)
    assert receipt.refused == (("E-05", "Not readable"),)
    report = check_vault(liege)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"sha256": "0" * 64}, ReceiptForeignError),
        ({"refused": {"E-99": "Not there"}}, ReceiptItemsError),
        ({"refused": {"E-05": " "}}, ReasonMissingError),
        ({"from_party": " "}, ReasonMissingError),
        ({"received_at": LATER + timedelta(days=1)}, FutureEventError),
    ],
)
def test_a_receipt_on_paper_that_is_wrong_is_refused(liege: Session, post: Post, changes, error):
    with pytest.raises(error):
        enter_paper_receipt(liege, post.made.package.id, paper(scanned(liege, post), post, **changes))


def test_a_receipt_on_paper_without_its_scan_is_refused(liege: Session, post: Post):
    scan = scanned(liege, post, has_file=False)

    with pytest.raises(ReceiptScanMissingError):
        enter_paper_receipt(liege, post.made.package.id, paper(scan, post))
    assert receipts.list_sent(liege, post.made.package.case_id)[0].receipts == ()


def test_a_receipt_on_paper_is_told_as_weaker_than_a_signed_one(liege: Session, post: Post):
    enter_paper_receipt(liege, post.made.package.id, paper(scanned(liege, post), post))

    (sent,) = receipts.list_sent(liege, post.made.package.case_id)

    assert [(each.key, each.standing) for each in sent.signers] == [("receipt-from.paper", Standing.UNKNOWN)]


def recorded_again(session: Session, post: Post, office_id: RowId | None) -> None:
    """The recipient is withdrawn, and recorded again with its office abroad."""
    held = post.addressee
    digest = sha256(held.certificate).hexdigest()
    for each in register.list_recipients(session):
        if each.sha256 == digest:
            register.withdraw_recipient(session, each.id, "Its office was not named")
    register.add_recipient(
        session,
        RecipientKind.ADDRESSEE,
        **THERE,
        name="Judge of Borduria",
        certificate=held.certificate_file,
        fingerprint=digest,
        told="By telephone",
        office_id=office_id,
    )


@pytest.mark.parametrize("whose", ["recipient", "other", "unknown"])
def test_the_custody_record_says_whose_a_receipt_is_as_far_as_it_is_known(
    liege: Session, answered: Answered, post: Post, tmp_path: Path, whose: str
):
    """It said *receipt confirmed* alike, also where somebody else had received the package."""
    (answering,) = offices.list_offices(liege)
    if whose == "recipient":
        recorded_again(liege, post, answering.id)
    if whose == "other":
        recorded_again(liege, post, another_office(liege, tmp_path).id)

    receipt = receipts.import_receipt(liege, answered.receipt)

    (note,) = {
        each.note
        for each in registry.CUSTODY_EVENT.all(liege.read)
        if each.action is CustodyAction.RECEIPT_CONFIRMED
    }
    told = said(f"receipt_of_{whose}", language_of(cases.get_case(liege, post.made.package.case_id).language))
    assert note == f"{receipt.from_party} \u00b7 {to_text(receipt.received_at)} \u00b7 {told}"


def another_office(session: Session, place: Path) -> ForeignOffice:
    """Record an office that received nothing."""
    kept: list[bytes] = []
    new_office(place / "other.thbvault", lambda each: kept.append(root_certificate(each.office_record)))
    return offices.add_office(
        session,
        name="Another office",
        country="NL",
        roots=kept,
        fingerprint=sha256(kept[0]).hexdigest(),
        told="By telephone",
    )


def test_a_receipt_says_whether_the_office_of_a_recipient_signed_it(
    liege: Session, answered: Answered, post: Post, tmp_path: Path
):
    case_id, waiting = post.made.package.case_id, list[tuple[str, ...]]()
    (before,) = receipts.list_sent(liege, case_id)
    receipts.import_receipt(liege, answered.receipt)
    (answering,) = offices.list_offices(liege)

    def told() -> tuple[str, SentState]:
        (sent,) = receipts.list_sent(liege, case_id)
        waiting.append(sent.waiting)
        return sent.signers[0].key, sent.state

    unnamed = told()
    recorded_again(liege, post, answering.id)
    named = told()
    other = another_office(liege, tmp_path)
    recorded_again(liege, post, other.id)

    assert unnamed == ("receipt-from.unknown", SentState.REMARKS)
    assert named == ("receipt-from.recipient", SentState.REMARKS)
    assert told() == ("receipt-from.other", SentState.OTHER)
    assert before.waiting == ("Judge of Borduria",)
    assert waiting == [(), (), ("Judge of Borduria",)]
    report = check_vault(liege)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()
    with pytest.raises(NotFoundError):
        recorded_again(liege, post, RowId("none"))


def test_of_two_addressees_the_one_who_has_not_answered_is_named(
    liege: Session, answered: Answered, post: Post, tmp_path: Path
):
    second = holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, "second", since=liege.clock.read().at)
    register.add_recipient(
        liege,
        RecipientKind.ADDRESSEE,
        **THERE,
        name="Court of Borduria",
        certificate=second.certificate_file,
        fingerprint=sha256(second.certificate).hexdigest(),
        told="By telephone",
    )
    (own,) = (each.id for each in register.list_recipients(liege) if each.name == "Court of Borduria")
    package = post.made.package
    both = replace(package, recipients=(*package.recipients, own))
    nothing = receipts._sent(liege.read, both, offices.roots_of(liege.read)).waiting
    receipts.import_receipt(liege, answered.receipt)
    unknown = receipts._sent(liege.read, both, offices.roots_of(liege.read)).waiting
    (answering,) = offices.list_offices(liege)
    recorded_again(liege, post, answering.id)

    known_one = receipts._sent(liege.read, both, offices.roots_of(liege.read)).waiting

    assert nothing == unknown == ("Judge of Borduria", "Court of Borduria")
    assert known_one == ("Court of Borduria",)


def test_a_receipt_is_written_for_what_was_received_alone(answered: Answered, tmp_path: Path):
    with pytest.raises(NotFoundError):
        receipts.write_receipt(answered.session, RowId("none"), tmp_path / "receipt.asice")
    assert not (tmp_path / "receipt.asice").exists()


@pytest.mark.parametrize("told", [IDENTITY.name, "Creţu", IDENTITY.contacts[0]])
def test_a_receipt_that_says_what_is_sealed_of_a_person_is_not_signed(
    receiver: Receiver, post: Post, tmp_path: Path, told: str
):
    recorded_office(receiver.session, post)
    with pytest.raises(NameInNoticeError):
        receiver.imported(refused={"E-05": f"It shows {told}"})
    received = receiver.imported(refused={"E-05": "It shows V-01"})

    with pytest.raises(NameInNoticeError):
        receipts.write_receipt(
            receiver.session, received.id, tmp_path / "receipt.asice", remarks=f"Heard: {told}"
        )
    assert not (tmp_path / "receipt.asice").exists()
    receipts.write_receipt(receiver.session, received.id, tmp_path / "receipt.asice", remarks="Heard: V-01")

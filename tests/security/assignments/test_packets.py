"""Attacks on packets: by who holds one, by its interpreter with their own program, by who sends another."""

from base64 import b64decode
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from tests.support import packets
from tests.support.assignments import (
    GIVEN_THEN,
    LINGUIST,
    SOURCES,
    Given,
    first_turn,
    office_copy,
    own_program_in,
    render_checked,
    with_job,
)
from tests.support.offices import JUDGE, environment, new_office, unlock
from tests.support.recipients import holder
from tests.support.second_person import ALONE
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.crypto import passphrases
from thb_desktop.crypto.envelopes.openers import KeyOpener, Opener, PassphraseOpener
from thb_desktop.crypto.envelopes.recipients import CertificateRecipient, PassphraseRecipient, Recipient
from thb_desktop.crypto.envelopes.return_keys import return_key
from thb_desktop.domain.assignment import Assignment
from thb_desktop.domain.office import Office as OfficeRow
from thb_desktop.domain.vocabulary import ConflictQuestion, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    DeclarationDueError,
    DeclarationMissingError,
    DeclaredAlreadyError,
    EnvelopeError,
    NoAssignmentError,
    NotAllowedError,
    NotForTravelError,
    PacketBrokenError,
    PacketForeignError,
    PacketKnownError,
    PacketOlderError,
    PacketSentError,
    PacketUntrustedError,
    PacketVersionError,
    ReasonMissingError,
    StorageError,
    ThbError,
)
from thb_desktop.services.assignments import declaring, desk, giving, returning
from thb_desktop.services.assignments.declaring import Answers
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.services.packaging.folders import FolderWriter, close_file
from thb_desktop.services.packaging.opening import open_folder
from thb_desktop.services.packets import accepting, sending, sending_back, taking_back
from thb_desktop.services.packets.parcel import files_of, write_parcel
from thb_desktop.services.packets.sending import Addressed, Sent
from thb_desktop.services.samples import load_sample_case
from thb_desktop.vault.assigned import place_beside, places_beside, unfinished_beside
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables import keys as rows

Office = tuple[Path, Given, Assignment]
PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
"""Of SQLCipher 4: the bytes of a page, those behind its content, and the vectors in them."""
LEAST = 6
CLERKS = "otter canyon velvet nickel harbor"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office with a whole other case, and a job of a small one that is to travel."""
    folder = tmp_path_factory.mktemp("travels") / "office.thbvault"
    made: list[Given] = []

    def fill(session: Session) -> None:
        load_sample_case(session, "schelde")
        made.append(with_job(session))

    new_office(folder, fill)
    return folder, made[0], packets.given_to_travel(folder, made[0])


@pytest.fixture
def folder(template: Office, tmp_path: Path) -> Path:
    return office_copy(template[0], tmp_path / "office" / "office.thbvault")


@pytest.fixture
def assignment(template: Office) -> Assignment:
    return template[2]


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    return tmp_path / "packet"


@pytest.fixture
def sent(folder: Path, assignment: Assignment, packet: Path) -> Sent:
    return packets.sent(folder, assignment, packet)


@pytest.fixture
def there(sent: Sent, packet: Path, tmp_path: Path) -> Path:
    return packets.taken_in(packet, tmp_path / "laptop", sent.passphrase, sent.root)


def accept(packet: Path, target: Path, opener: Opener, root: str) -> None:
    accepting.accept_packet(packet, target, [opener], root=root, environment=environment())


def words(sent: Sent) -> PassphraseOpener:
    return PassphraseOpener(passphrase=passphrases.prepare(sent.passphrase))


def state_of(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def decrypted(session: Session) -> bytes:
    """Every page of the database, free ones included, and what the events hide behind their commitments."""
    raw, found = session.vault.layout.database.read_bytes(), bytearray()
    for start in range(0, len(raw), PAGE):
        page = raw[start : start + PAGE]
        body = page[0 if start else SALT : PAGE - RESERVED]
        vector = page[PAGE - RESERVED : PAGE - RESERVED + IV]
        opened = Cipher(AES256(bytes(session.vault.database_key[:32])), CBC(vector)).decryptor()
        found += opened.update(body) + opened.finalize()
    for entry in chain.entries(session.read):
        opening = chain.opening_of(session.read, entry.parsed().seq)
        found += opening.payload if opening else b""
    return bytes(found)


@pytest.mark.requirement("SR-58")
def test_sr_58_no_page_of_a_packet_names_another_case_a_sealed_identity_or_anything_not_assigned(
    folder: Path, template: Office, there: Path, figure: Callable[[str, str, object], None]
):
    given = template[1]
    with closing(unlock(folder)) as judge:
        shown = {given.linguist.id, given.small.person.id}
        rows = [(table.name, row) for table in registry.TABLES for row in table.rows(judge.read)]
        references = [each.reference for each in registry.CASE_FILE.all(judge.read)]
        (own,) = (each.reference for each in registry.CASE_FILE.where(judge.read, "id", given.job.case_id))
    told = {text for _, row in rows if row[0] in shown for text in row} | {*SOURCES, JUDGE, LINGUIST}
    tables = {"segment", "rendering", "presence", "person", "official", "interpreter", "exhibit"}
    tables |= {"exhibit_file", "account", "money_transaction", "authority", "caution", "case_file"}
    texts = {
        text
        for name, row in rows
        if name in tables
        for text in row
        if isinstance(text, str) and len(text) >= LEAST and " " in text.strip() and not text.isupper()
    }
    texts -= told | {f"{GIVEN_THEN} {number}" for number in (1, 2)}
    packets.declared(there)
    packets.worked(there)

    with closing(packets.opened(there)) as session:
        pages = decrypted(session)

    assert all(text.encode() in pages for text in SOURCES)
    assert len(texts) > 100
    assert [text for text in texts if text.encode() in pages] == []
    assert [each for each in references if each != own and each.encode() in pages] == []
    figure("SR-58", "bytes of a packet's pages, free ones included, that were searched", len(pages))


@pytest.mark.requirement("SR-58")
def test_sr_58_the_opened_container_shows_nothing_to_who_has_no_passphrase_of_the_interpreter(
    sent: Sent, packet: Path, assignment: Assignment, tmp_path: Path
):
    container = tmp_path / "container"
    open_folder(packet, container, [words(sent)])

    raw = container.read_bytes()
    assert not any(text.encode() in raw for text in (*SOURCES, assignment.id, assignment.user_id, LINGUIST))


def test_a_packet_opens_with_the_words_or_the_key_for_which_it_was_closed_and_with_no_other(
    folder: Path, assignment: Assignment, packet: Path, tmp_path: Path
):
    since = environment().clock.read().at
    theirs, others = (
        holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, name, since=since) for name in ("a", "b")
    )
    digest = sha256(theirs.certificate).hexdigest()
    addressed = Addressed(named=[(theirs.certificate_file, digest)])
    with closing(unlock(folder)) as session:
        sent = sending.send_packet(session, assignment.id, packet, addressed)

    for opener in (
        KeyOpener(certificate=others.certificate, private_key=others.private_key),
        PassphraseOpener(passphrase=passphrases.prepare("other words than those")),
    ):
        with pytest.raises(EnvelopeError):
            accept(packet, tmp_path / "laptop", opener, sent.root)
    assert not (tmp_path / "laptop").exists()
    accept(
        packet,
        tmp_path / "laptop",
        KeyOpener(certificate=theirs.certificate, private_key=theirs.private_key),
        sent.root,
    )
    assert sent.packet.recipients == (digest,)
    assert not sent.packet.with_words


def test_under_another_root_than_the_one_that_was_told_nothing_opens(
    sent: Sent, packet: Path, tmp_path: Path
):
    with pytest.raises(PacketUntrustedError):
        accept(packet, tmp_path / "laptop", words(sent), "ab" * 32)

    assert not (tmp_path / "laptop").exists()
    assert list(tmp_path.glob(".laptop*")) == []


def test_a_packet_with_the_signature_of_the_office_cut_or_a_byte_changed_is_refused(
    sent: Sent, packet: Path, tmp_path: Path
):
    container = tmp_path / "container.asice"
    open_folder(packet, container, [words(sent)])
    whole = container.read_bytes()
    signature = whole.rindex(b"META-INF/signature", 0, whole.index(b"PK\1\2"))
    database = whole.index(b"store/vault.db")
    attempts = {
        "cut": whole[: signature - 30],
        "signature": whole[: signature + 200]
        + bytes([whole[signature + 200] ^ 1])
        + whole[signature + 201 :],
        "database": whole[: database + 900] + bytes([whole[database + 900] ^ 1]) + whole[database + 901 :],
    }

    for name, data in attempts.items():
        changed = tmp_path / f"{name}.asice"
        changed.write_bytes(data)
        again: list[Recipient] = [PassphraseRecipient(passphrase=passphrases.prepare(sent.passphrase))]
        close_file(changed, tmp_path / name, again, randomness=environment().randomness)
        with pytest.raises(PacketBrokenError):
            accept(tmp_path / name, tmp_path / "laptop", words(sent), sent.root)
    assert not (tmp_path / "laptop").exists()


def test_a_packet_signed_by_a_colleague_who_may_release_nothing_is_refused(
    folder: Path, assignment: Assignment, packet: Path, tmp_path: Path
):
    with closing(unlock(folder)) as judge:
        users.add_user(
            judge,
            name="Kris Griffier",
            role=UserRole.CLERK,
            passphrase=passphrase(CLERKS),
            own_passphrase=passphrase(PASSPHRASE),
            second=ALONE,
        )
        root = root_certificate(judge.office_record)
    place = place_beside(folder, assignment.place)
    recipient = PassphraseRecipient(passphrase=passphrases.prepare(CLERKS))
    written = FolderWriter(packet, [recipient], randomness=environment().randomness)
    with closing(unlock(folder, CLERKS)) as clerk, written as writer:
        write_parcel(
            writer,
            {"format": sending.FORMAT, "schema": len(sending.load_migrations())},
            [("way", place.way), *files_of(place.layout)],
            signer=clerk.keys.signer,
            root=root,
            clock=clerk.clock,
        )
        writer.give_name()

    opener = PassphraseOpener(passphrase=passphrases.prepare(CLERKS))
    with pytest.raises(PacketForeignError):
        accept(packet, tmp_path / "laptop", opener, sha256(root).hexdigest())
    assert not (tmp_path / "laptop").exists()


def test_a_packet_of_another_version_is_refused_with_both_numbers(
    folder: Path, assignment: Assignment, packet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    own = len(sending.load_migrations())
    with monkeypatch.context() as patched:
        patched.setattr(sending, "load_migrations", lambda: (None,) * (own + 1))
        sent = packets.sent(folder, assignment, packet)

    with pytest.raises(PacketVersionError) as refused:
        accept(packet, tmp_path / "laptop", words(sent), sent.root)
    assert refused.value.named == {"theirs": str(own + 1), "own": str(own)}


def test_before_the_declaration_nothing_of_the_record_is_read_and_afterwards_it_stays_as_it_was_given(
    there: Path,
):
    with closing(packets.opened(there)) as session:
        assert session.awaits_declaration
        for act in (desk.open_job, desk.list_recorded, desk.hand_back, desk.sign_all):
            with pytest.raises(DeclarationDueError):
                act(session)
        declaring.declare(session, packets.ACCEPTED)
        assert desk.open_job(session).segments
        with pytest.raises(DeclaredAlreadyError):
            declaring.declare(session, packets.ACCEPTED)

    with closing(packets.opened(there)) as session:
        actions = [each.parsed().action for each in chain.entries(session.read)]
        of_work = [each for each in actions if each != "CLOCK_WENT_BACK"]
        assert of_work[:2] == ["ASSIGNMENT_FOUNDED", "WORK_DECLARED"]


@pytest.mark.parametrize("missing", ["confidential", "alone", "no_copies", "destroys", "conflicts"])
def test_who_declines_reads_nothing_and_their_answer_comes_back(
    folder: Path, assignment: Assignment, there: Path, tmp_path: Path, missing: str
):
    told = {**packets.PROMISED, "conflicts": (), "note": "We come from one village."}
    told[missing] = (ConflictQuestion.KNOWN_TO_PERSON,) if missing == "conflicts" else False
    answers = Answers(**told)  # type: ignore[arg-type]

    with closing(packets.opened(there)) as session:
        with pytest.raises(ReasonMissingError):
            declaring.declare(session, replace(answers, note=" "))
        declaring.declare(session, answers)
        with pytest.raises(DeclarationDueError):
            desk.open_job(session)
    taken = packets.taken_back(folder, packets.returned(there, tmp_path / "back"))

    declaration = taken.review.declaration
    assert declaration is not None
    assert not declaration.is_accepted
    assert (declaration.note, taken.review.rows) == ("We come from one village.", (declaration,))
    with closing(unlock(folder)) as session:
        returning.merge_assignment(session, assignment.id, taken.review)
        assert registry.DECLARATION.all(session.read) == (declaration,)


def test_work_that_was_begun_before_the_declaration_is_refused_by_the_office(
    folder: Path, there: Path, tmp_path: Path
):
    with closing(packets.opened(there)) as session:
        session._is_declared = True  # what a program of their own does
        render_checked(session, first_turn(session), packets.RENDERED)
    packets.declared(there)
    back = packets.returned(there, tmp_path / "back")
    before = state_of(folder.parent / "office.thbassigned")

    with pytest.raises(DeclarationMissingError):
        packets.taken_back(folder, back)
    assert state_of(folder.parent / "office.thbassigned") == before


def test_work_after_a_declaration_that_declines_is_refused_by_the_office(
    folder: Path, there: Path, tmp_path: Path
):
    packets.declared(there, replace(packets.ACCEPTED, alone=False, note="Others live here."))
    with closing(packets.opened(there)) as session:
        session._is_declared = True
        render_checked(session, first_turn(session), packets.RENDERED)
        desk.hand_back(session)

    with pytest.raises(DeclarationMissingError):
        packets.taken_back(folder, packets.returned(there, tmp_path / "back"))


def test_a_declaration_that_was_made_better_beside_the_chain_is_broken(
    folder: Path, there: Path, tmp_path: Path
):
    packets.declared(there, replace(packets.ACCEPTED, alone=False, note="Others live here."))
    with closing(packets.opened(there)) as session, own_program_in(session) as program:
        program.run("UPDATE declaration SET alone = 1")

    with pytest.raises(ThbError) as refused:
        packets.taken_back(folder, packets.returned(there, tmp_path / "back"))
    assert refused.value.code == "tables-differ"


def test_a_declaration_about_another_packet_is_refused(folder: Path, there: Path, tmp_path: Path):
    (there / "packet").write_bytes(b"ab" * 32)
    packets.declared(there)
    packets.worked(there)

    with pytest.raises((PacketForeignError, DeclarationMissingError)):
        packets.taken_back(folder, packets.returned(there, tmp_path / "back"))


def forge(place: Path, into: Path, *, beside: tuple[str, ...] = (), **changes: object) -> Path:
    """Write a return with the interpreter's own key, whatever its sheet says."""
    with closing(packets.opened(place)) as session:
        office, signer = session.office_record, session.keys.signer
        sheet = {
            "format": sending_back.FORMAT,
            "assignment": office.assignment,
            "packet": (place / "packet").read_text("ascii"),
            "entries": session.journal.size,
            "head": session.journal.root.hex(),
            **changes,
        }
        certificate = session.office_record.return_to
        root, clock = root_certificate(office), session.clock
    back = CertificateRecipient(certificate=b64decode(certificate))
    with FolderWriter(into, [back], randomness=environment().randomness) as writer:
        write_parcel(
            writer,
            sheet,  # type: ignore[arg-type]
            [(name, place / name) for name in (sending_back.DATABASE, *beside)],
            signer=signer,
            root=root,
            clock=clock,
        )
        writer.give_name()
    return into


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"packet": "cd" * 32}, PacketForeignError),
        ({"assignment": "00000000-0000-0000-0000-000000000000"}, PacketForeignError),
        ({"entries": 99}, PacketForeignError),
        ({"head": "ef" * 32}, PacketForeignError),
        ({"format": "thb-assignment-packet/1"}, PacketForeignError),
        ({"entries": "many"}, PacketOlderError),
    ],
    ids=["another source", "another assignment", "another size", "another head", "another form", "no number"],
)
def test_a_return_that_names_something_else_than_it_brings_is_refused_and_changes_nothing(
    folder: Path, there: Path, tmp_path: Path, changes: dict[str, object], refusal: type[ThbError]
):
    packets.declared(there)
    packets.worked(there)
    with closing(packets.opened(there)) as session:
        desk.hand_back(session)
    forged = forge(there, tmp_path / "forged", **changes)
    before = state_of(folder.parent)

    with pytest.raises(refusal):
        packets.taken_back(folder, forged)

    after = state_of(folder.parent)
    stores = {name for name in before if ".thbassigned" in name}
    assert {name: after[name] for name in stores} == {name: before[name] for name in stores}
    with closing(unlock(folder)) as session:
        assert registry.PACKET_RETURN.all(session.read) == ()


@pytest.mark.parametrize("beside", ["store/header", "way"])
def test_a_return_that_brings_more_than_a_database_is_refused(
    folder: Path, there: Path, tmp_path: Path, beside: str
):
    packets.declared(there)
    packets.worked(there)
    with closing(packets.opened(there)) as session:
        desk.hand_back(session)

    with pytest.raises(PacketForeignError):
        packets.taken_back(folder, forge(there, tmp_path / "forged", beside=(beside,)))


def test_a_return_signed_by_somebody_else_is_refused(
    folder: Path, assignment: Assignment, there: Path, tmp_path: Path
):
    packets.declared(there)
    packets.worked(there)
    back = packets.returned(there, tmp_path / "back")
    container, other = tmp_path / "container.asice", tmp_path / "other"
    with closing(unlock(folder)) as judge:
        secret = rows.find_store_secret(judge.read, assignment.id)
        assert secret is not None
        key = return_key(secret, at=assignment.assigned_at)
        open_folder(back, container, [KeyOpener(certificate=key.certificate, private_key=key.private_key)])
        with closing(packets.opened(there)) as session:
            sheet = {
                "format": sending_back.FORMAT,
                "assignment": assignment.id,
                "packet": (there / "packet").read_text("ascii"),
                "entries": session.journal.size,
                "head": session.journal.root.hex(),
            }
            store_root = root_certificate(session.office_record)
        for root in (store_root, root_certificate(judge.office_record)):
            recipient = CertificateRecipient(certificate=key.certificate)
            target = other.with_name(f"other-{len(root)}-{root is store_root}")
            with FolderWriter(target, [recipient], randomness=environment().randomness) as writer:
                write_parcel(
                    writer,
                    sheet,  # type: ignore[arg-type]
                    [(sending_back.DATABASE, Layout(there / "store").database)],
                    signer=judge.keys.signer,
                    root=root,
                    clock=judge.clock,
                )
                writer.give_name()
            with pytest.raises((PacketBrokenError, PacketUntrustedError, PacketForeignError)):
                taking_back.take_back(judge, target)


def test_the_same_return_twice_brings_nothing_and_a_later_one_brings_what_is_new(
    folder: Path, assignment: Assignment, there: Path, tmp_path: Path
):
    packets.declared(there)
    packets.worked(there)
    first = packets.returned(there, tmp_path / "first")
    taken = packets.taken_back(folder, first)
    with closing(unlock(folder)) as session:
        returning.merge_assignment(session, assignment.id, taken.review)

    with pytest.raises(PacketKnownError):
        packets.taken_back(folder, first)
    packets.worked(there, "Oui, j'ai tout compris.")
    second = packets.taken_back(folder, packets.returned(there, tmp_path / "second"))
    assert [each.text for each in second.review.versions] == ["Oui, j'ai tout compris."]
    with pytest.raises(PacketKnownError):
        packets.taken_back(folder, first)


def test_an_older_return_after_a_newer_one_and_a_copy_that_went_on_apart_are_refused(
    folder: Path, there: Path, tmp_path: Path
):
    packets.declared(there)
    packets.worked(there)
    apart = tmp_path / "copy"
    copytree(there, apart)
    older = packets.returned(there, tmp_path / "older")
    packets.worked(there, "Oui.")
    packets.taken_back(folder, packets.returned(there, tmp_path / "newer"))
    for text in ("Non.", "Non, rien.", "Non, rien du tout."):
        packets.worked(apart, text)
    contradicting = packets.returned(apart, tmp_path / "contradicting")
    before = state_of(folder.parent / "office.thbassigned")

    for packet in (older, contradicting):
        with pytest.raises(PacketOlderError):
            packets.taken_back(folder, packet)
    assert state_of(folder.parent / "office.thbassigned") == before


def test_the_packet_that_left_is_not_taken_back_for_a_return(folder: Path, sent: Sent, packet: Path):
    with pytest.raises((PacketForeignError, PacketUntrustedError)):
        packets.taken_back(folder, packet)


def test_when_the_assignment_was_closed_meanwhile_its_return_is_refused(
    folder: Path, assignment: Assignment, there: Path, tmp_path: Path
):
    packets.declared(there)
    packets.worked(there)
    back = packets.returned(there, tmp_path / "back")
    with closing(unlock(folder)) as session:
        giving.close_assignment(session, assignment.id, reason="too late", keep=False)

    with pytest.raises(PacketForeignError):
        packets.taken_back(folder, back)


def test_a_packet_leaves_once_and_only_what_was_given_out_to_travel(
    folder: Path, template: Office, sent: Sent, tmp_path: Path
):
    given, assignment = template[1], template[2]
    assert sent.packet.with_words
    with pytest.raises(PacketSentError):
        packets.sent(folder, assignment, tmp_path / "again")
    with closing(unlock(folder)) as session:
        giving.close_assignment(session, assignment.id, reason="here", keep=False)
        here = giving.assign(session, given.job.id)
        with pytest.raises(NotForTravelError):
            sending.send_packet(session, here.id, tmp_path / "again", Addressed(words="en"))
    assert not (tmp_path / "again").exists()


def test_a_clerk_gives_out_and_takes_back_and_does_not_send(
    folder: Path, assignment: Assignment, tmp_path: Path
):
    with closing(unlock(folder)) as session:
        session.user = replace(session.user, role=UserRole.CLERK)
        with pytest.raises(NotAllowedError):
            sending.send_packet(session, assignment.id, tmp_path / "packet", Addressed(words="en"))


def test_at_the_office_a_store_that_travels_is_opened_by_nobody(folder: Path, assignment: Assignment):
    place = place_beside(folder, assignment.place)
    with closing(unlock(folder)) as session:
        (listed,) = giving.list_assignments(session, assignment.case_id)
    assert (listed.is_open, listed.waits_to_leave) == (False, True)

    with closing(packets.opened(place.folder)) as session:
        with pytest.raises(DeclarationDueError):
            desk.open_job(session)
        with pytest.raises(NoAssignmentError):
            declaring.declare(session, packets.ACCEPTED)


def test_a_send_that_breaks_off_leaves_no_packet_and_the_work_here(
    folder: Path, assignment: Assignment, packet: Path
):
    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise StopError

    with closing(unlock(folder)) as session, pytest.raises(StopError):
        sending.send_packet(session, assignment.id, packet, Addressed(words="en"), progress=stop)

    assert list(packet.parent.glob("*packet*")) == []
    with closing(unlock(folder)) as session:
        assert registry.PACKET.all(session.read) == ()
    assert place_beside(folder, assignment.place).is_open_to_assignee


def test_a_way_that_an_interrupted_send_left_is_removed_at_the_next_unlock(
    folder: Path, assignment: Assignment, packet: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> None:
        raise StorageError("the medium failed")

    with monkeypatch.context() as patched:
        patched.setattr(sending, "drop_way", fails)
        packets.sent(folder, assignment, packet)
    place = place_beside(folder, assignment.place)
    assert place.is_open_to_assignee

    unlock(folder).close()

    assert not place.is_open_to_assignee


def test_an_interrupted_taking_back_is_done_again_and_leaves_nothing(
    folder: Path, there: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    packets.declared(there)
    packets.worked(there)
    back = packets.returned(there, tmp_path / "back")

    class StopError(Exception):
        pass

    def stop(*_: object) -> None:
        raise StopError

    with monkeypatch.context() as patched:
        patched.setattr(taking_back, "_recorded", stop)
        patched.setattr(taking_back, "erase_store", lambda *_: None)
        with pytest.raises(StopError):
            packets.taken_back(folder, back)

    assert packets.taken_back(folder, back).review.versions
    unlock(folder).close()
    assert unfinished_beside(folder) == ()
    assert len(places_beside(folder)) == 1


def test_an_interrupted_accepting_is_done_again(sent: Sent, packet: Path, tmp_path: Path):
    left = tmp_path / ".laptop.new"
    left.mkdir()
    (left / "container").write_bytes(b"half")

    accept(packet, tmp_path / "laptop", words(sent), sent.root)

    assert not left.exists()
    assert (tmp_path / "laptop" / "way").is_file()
    with pytest.raises(AlreadyExistsError):
        accept(packet, tmp_path / "laptop", words(sent), sent.root)


def test_neither_the_office_nor_the_vault_declares_or_sends_back(folder: Path, tmp_path: Path):
    with closing(unlock(folder)) as session:
        with pytest.raises(NotAllowedError):
            declaring.declare(session, packets.ACCEPTED)
        with pytest.raises(NotAllowedError):
            sending_back.send_back(session, tmp_path / "back")


def test_what_the_office_says_and_for_whom_it_comes_back_is_in_the_first_entry(
    folder: Path, assignment: Assignment, there: Path
):
    with closing(packets.opened(there)) as session:
        office: OfficeRow = session.office_record
        assert (office.terms, office.assignment) == ("Until Friday.", assignment.id)
        with own_program_in(session) as program:
            program.run("UPDATE office SET return_to = 'AAAA'")

    with closing(packets.opened(there)) as session:
        assert not session.is_writable


def test_a_row_that_somebody_else_signed_is_refused_in_a_packet_as_at_the_desk(
    folder: Path, there: Path, tmp_path: Path
):
    packets.declared(there)
    packets.worked(there)
    with closing(packets.opened(there)) as session:
        desk.hand_back(session)
        render_checked(session, first_turn(session), "Plus tard.")
    forged = forge(there, tmp_path / "forged")

    taken = packets.taken_back(folder, forged)
    assert [each.text for each in taken.review.versions] == [packets.RENDERED]

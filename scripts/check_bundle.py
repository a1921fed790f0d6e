"""Check a bundle with nothing but Python 3.11, its standard library, OpenSSL, and one file beside this one.

    python3 check_bundle.py BUNDLE.pdf ROOT.pem

ROOT.pem: the office's root certificate; compare its fingerprint in another way. This script checks the
signatures, the pages, the list of the attached files and the release. `custody-check.pyz`, plain Python too,
checks what is attached: whose the keys are by the event chain, and whether records, data and texts tell what
was signed. `thb portable` writes it. It must lie beside this script, and come from where the script came
from; without it no bundle is valid. Ends with 0 (valid), 40 (not valid), 41 (something is missing, or to be
compared), 43 (no PDF) or 47 (it cannot be judged: not in the form that THB Desktop writes, or the check would
cost more than the size of the file allows).
"""

import hashlib
import json
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from base64 import b64decode, encodebytes
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
TIME = re.compile(rb"/M \(D(?:\\072|:)(\d{14}(?:Z|[+-]\d\d'\d\d))'?\)")
MADE = b"\n/Prop_Build <<\n/App <<\n/Name /THB#20Desktop\n>>\n>>\n"
BLANK, ENDS = rb"[\0\t\n\f\r ]", rb"(?=[\0\t\n\f\r ()<>\[\]{}/%]|$)"
TOKEN = re.compile(  # a reference, another value, or a mark, behind blanks and comments
    rb"(?:%b++|%%[^\r\n]*+)*+(?:(\d{1,10}+)%b++(\d{1,5}+)%b++R%b|([+-]?(?:\d++\.?\d*+|\.\d++)|true|false|null)%b"
    rb"|(/[^\0\t\n\f\r ()<>\[\]{}/%%]*+)|<((?:[0-9A-Fa-f]|%b)*+)>|(<<|>>|[\[\](]|endobj|stream\r?\n))"
    % (BLANK, BLANK, BLANK, ENDS, ENDS, BLANK)
)
HEADER = re.compile(rb"(\d{1,10})%b+(\d{1,5})%b+obj" % (BLANK, BLANK))
REFERENCE = rb"(?<![0-9])0*%d%b++\d{1,5}+%b++R"
BASE = re.compile(
    rb"(\d{1,9}) 0 obj\n<<\n/Filter /FlateDecode /ID \[<\w{1,64}><\w{1,64}>\] /Info \d{1,9} 0 R"
    rb" /Length (\d{1,9}) /Root (\d{1,9}) 0 R /Size (\d{1,9}) \n  /Type /XRef /W \[1 4 2\]\n>>\nstream\n"
)
ENDING = re.compile(rb"\r\nendstream\nendobj\nstartxref\n(\d{1,10})\n%%EOF\n")
ROW, FREE, PLAIN_ROW, PACKED = struct.Struct(">BIH"), 0, 1, 2
UPDATE = re.compile(  # what one signature adds: its field, if it is the first catalogue and form, and itself
    rb"(?P<field>\d+) 0 obj\n<<\n(?P<old>(?:[^\0\n]++|\n(?!endobj\n|/V \d+ 0 R\n>>\nendobj\n))*+)"
    rb"\n/V (?P<sig>\d+) 0 R\n>>\nendobj\n"
    rb"(?P<more>(?:\d+ 0 obj\n<<\n(?!>>\nendobj\n)(?:[^\0\n]++|\n(?!endobj\n))*+(?<=\n>>)\nendobj\n){0,2})"
    rb"(?P<itself>)(?P=sig) 0 obj\n<<\n/Contents <\w+>\n/ByteRange \[0 \d+ \d+ \d+\] *\n/Type /(?:"
    rb"(?P<stamp>DocTimeStamp)\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.RFC3161\n|Sig\n"
    rb"/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/M \([^()]*\)\n/Reason \([^()]*\)"
    + MADE
    + rb"(?:/THB_Release <(?P<release>[0-9a-f]+)>\n)?"
    rb"(?:/Reference \[ <<\n/Type /SigRef\n/TransformMethod /DocMDP\n/TransformParams <<\n/Type"
    rb" /TransformParams\n/V /1.2\n/P (?P<level>[12])\n>>\n>> \]\n)?)>>\nendobj\n"
    rb"(?P<own>\d+) 0 obj\n<<\n/W \[ 1 8 2 \]\n/Type /XRef\n/ID \[ <\w+> <\w+> \]\n"
    rb"/Info \d+ 0 R\n/Root (?P<root>\d+) 0 R\n/Size (?P<size>\d+)\n/Prev (?P<prev>\d+)\n"
    rb"/Index \[(?P<index>(?: \d+)+) \]\n/Length \d+\n>>\nstream\n"
    rb"(?P<rows>[\s\S]{8,300}?)\nendstream\nendobj\n"
    rb"\nstartxref\n(?P<xref>\d+)\n%%EOF\n"
)
FILE = {b"/Type", b"/F", b"/UF", b"/EF", b"/AFRelationship", b"/Desc"}
HEAD = re.compile(rb"\d{1,10} \d{1,10}(?: \d{1,10} \d{1,10})*\n")
STORE = {b"/Type", b"/N", b"/First", b"/Length", b"/Filter"}
CONTENT = {b"/Type", b"/Subtype", b"/Params", b"/Length", b"/Filter"}
ACTIONS = (
    b"/JavaScript /Launch /ImportData /SubmitForm /ResetForm /Rendition /Movie /Sound /GoToE /Hide"
    b" /SetOCGState /RichMediaExecute /GoTo3DView".split()
)
PLAYERS = b"/RichMedia", b"/Movie", b"/Screen", b"/3D", b"/Sound"
ACTIVE = {b"/JS", b"/JavaScript", b"/XFA", b"/AA", b"/OCProperties"}
PROGRAM = re.compile(
    r".*\.(exe|com|bat|cmd|scr|msi|dll|jse?|vb[se]|ps1|sh|jar|lnk|hta|cpl|pif|wsf|app|reg)", re.IGNORECASE
)
STARTS = b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"
SIGNED, DATA = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")
SHA256, ECDSA = bytes.fromhex("300d06096086480165030402010500"), bytes.fromhex("300a06082a8648ce3d040302")
STATED = """301806092a864886f70d010903310b06092a864886f70d010701 302a06092a864886f70d010934311d301b
    300d06096086480165030402010500a10a06082a8648ce3d040302 302f06092a864886f70d01090431220420{}
    3037060b2a864886f70d010910022f31283026302430220420{}"""
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
PEM = b"-----BEGIN CERTIFICATE-----\n%s-----END CERTIFICATE-----\n"
PLAIN = re.compile(r"(?!.*(?:^|/)\.)(?:[\w.~-]*[\w~-]/)*[\w.~-]*[\w~-]", re.ASCII)
DECIDES = "INVESTIGATING_JUDGE", "PROSECUTOR"
APPROVES = *DECIDES, "CLERK", "EVIDENCE_CUSTODIAN", "ADMINISTRATOR"
FUNCTION = bytes.fromhex("06146982f0acc792aa90ba9aebba8cdf83cff08ded63")  # 2.25.2448..., the role
FOUNDER = bytes.fromhex("69 81 be 8c 8e e3 cd f0 d2 bd d7 9d a1 ca ef a1 e2 d7 d3 52")
NAME, SERIAL = bytes.fromhex("0603550403"), bytes.fromhex("0603550405")
USER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
VERIFY = "openssl cms -verify -binary -inform DER -in message -content covered -out out -purpose any"
STAMP = (
    "openssl cms -verify -binary -inform DER -in message -out out -purpose any -noverify -signer signer.pem"
)
NAMED = re.compile(rb'{"certificates":{"root":"([\w+/]+=*)".*"vault":"([0-9a-f-]{36})"}', re.DOTALL)
CUSTODY, SECOND = "custody/custody-extract.json", Path(__file__).with_name("custody-check.pyz")
READ, JUDGED, PROCESS, VALUES, MEMORY, LONGEST = 16, 8, 2**16, 300_000, 160 * 2**20, 2**22 + 2
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|(.))|\r\n?", re.DOTALL)
DAMAGED = zlib.error, RecursionError
FAILED = *DAMAGED, ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError
BLANKS = b"\0\t\n\f\r "
run = partial(subprocess.run, capture_output=True, text=True, check=False)


class Verdict(Exception):  # noqa: N818 - it also says what is unknown
    """An exit code, and why the bundle is not valid."""


UNREADABLE = partial(Verdict, 40, "an object of the document cannot be read")
UNCLEAR = partial(Verdict, 40, "an attached file has more than one name or content")


class Budget:
    """What a check may still cost and keep, in bytes: to read one costs 16 times as much as to copy it."""

    def __init__(self, size: int) -> None:
        self.left, self.room = 96 * size + 2**26, MEMORY

    def spend(self, cost: int, kept: int = 0) -> None:
        self.left, self.room = self.left - cost, self.room - kept
        if min(self.left, self.room) < 0:
            raise Verdict(47, "the check would cost more than the size of the file allows")


def main(bundle: str, root: str) -> int:
    try:
        if not Path(bundle).is_file() or Path(bundle).stat().st_size > 2**30:
            raise Verdict(43, "there is no such file, or it is too large")
        data = Path(bundle).read_bytes()
        print("SHA-256 of the file:", hashlib.sha256(data).hexdigest())
        print("Root certificate:", shown(Path(root), "-subject", "-fingerprint", "-sha256"))
        if notes := list(check(data, Path(root).resolve())):
            raise Verdict(41, "; ".join(notes))
    except Verdict as verdict:
        code, why = verdict.args
        print({40: "NOT VALID:", 41: "UNKNOWN:"}.get(code, "CANNOT BE JUDGED:"), why)
        return int(code)
    print("VALID: every signature, over every byte. Compare the fingerprint of the root certificate.")
    return 0


def check(data: bytes, root: Path) -> Iterator[str]:
    """Yield what is missing or has to be compared. Raises Verdict."""
    if (start := data.find(b"%PDF-", 0, 1024)) != 0:
        raise Verdict(*((40, "something stands before the document") if start > 0 else (43, "it is no PDF")))
    signers, budget = dict[int, bytes](), Budget(len(data))
    base = base_of(data, budget)
    at = base.end if base else 0
    ranges = RANGE.findall(data, at)
    end, own = 0, True
    if len(ranges) != data.count(b"/ByteRange", at) or (not ranges and b"/Type /Sig\n" in data):
        raise Verdict(40, "a signature cannot be read")
    if not ranges:
        raise Verdict(*((41, "there is no signature") if b"startxref" in data else (40, "it is cut off")))
    for number, numbers in enumerate(ranges, start=1):
        first, second, length = map(int, numbers[1:])
        if first <= end:
            raise Verdict(40, f"signature {number} covers no more than the one before it")
        end = second + length
        message, ours = placed(data, int(numbers[0]), first, second, end)
        budget.spend(3 * end + 3 * PROCESS)
        covered = memoryview(data)[:first], memoryview(data)[second:end]
        is_stamp = bool(signers) and b"/SubFilter /ETSI.RFC3161\n" in data[second : second + 300]
        own = own and (ours or is_stamp)
        time = TIME.search(data, second, end)
        judge = stamped if is_stamp else partial(verified, time=time, root=root, ours=ours)
        signers[end], name, left = judge(covered, message)
        print(f"Signature {number} of {len(ranges)}:", name)
        yield from (f"{each} {number}" for each in left)
    if end != len(data):
        raise Verdict(40, f"{len(data) - end} bytes at the end are covered by no signature")
    try:
        if not own or base is None:
            raise ValueError
        yield from content(data, base, signers, root, budget)
    except FAILED as failed:
        other = Verdict(47, "the document is not in the form that THB Desktop writes")
        raise UNREADABLE() if isinstance(failed, DAMAGED) else other from None


def placed(data: bytes, start: int, first: int, second: int, end: int) -> tuple[bytes, bool]:
    """Return the message in the place that a signature leaves out, and whether this program made it."""
    gap = re.compile(rb"<([0-9A-F]+|[0-9a-f]+)>").fullmatch(data, first, second)
    if start != 0 or not first < second < end <= len(data) or gap is None or len(gap[1]) % 2:
        raise Verdict(40, "a signature leaves out more than its own place")
    room, ours = bytes.fromhex(gap[1].decode()), data.find(MADE, second, end) >= 0
    if not re.search(rb"startxref\s+\d+\s+%%EOF(\r\n|\r|\n)?\Z", data[max(second, end - 60) : end]):
        raise Verdict(40, "a signature ends in the midst of a document")
    if len(room) < 6 or any(room[head(room)[1] :]) or (ours and gap[1] != gap[1].upper()):
        raise Verdict(40, "something else stands in the place of a signature")
    return room[: head(room)[1]], ours


def stamped(covered: tuple[memoryview, memoryview], message: bytes) -> tuple[bytes, str, tuple[str, ...]]:
    """Check that a time stamp is for what it covers. Return nobody, who made it, and what is left to say."""
    digest = hashlib.sha256(covered[0])
    digest.update(covered[1])
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "message").write_bytes(message)
        done, said = run(STAMP.split(), cwd=folder), Path(folder, "out")
        if done.returncode != 0 or SHA256 + b"\x04\x20" + digest.digest() not in said.read_bytes():
            raise Verdict(40, "the time stamp is not for this file, or OpenSSL refuses it")
        name = f"time stamp by {shown(Path(folder, 'signer.pem'), '-subject')}"
    return b"", name, ("`thb verify --anchor` says whether you trust who made the time stamp, signature",)


def verified(
    covered: tuple[memoryview, memoryview], message: bytes, time: re.Match | None, root: Path, *, ours: bool
) -> tuple[bytes, str, tuple[str, ...]]:
    """Verify a message by OpenSSL. Return its signer's certificate and name, and what is left to say."""
    with tempfile.TemporaryDirectory() as folder:
        with Path(folder, "covered").open("wb") as file:
            file.writelines(covered)
        Path(folder, "message").write_bytes(message)
        done = run([*VERIFY.split(), "-noverify", "-signer", "signer.pem"], cwd=folder)
        if done.returncode != 0 or time is None:
            raise Verdict(40, f"OpenSSL refuses a signature: {done.stderr.strip()[-200:] or 'no time'}")
        signer = der(Path(folder, "signer.pem"))
        if not ours:
            return signer, "by another program", ()
        try:
            (own,) = (each for each in inside(inside(inside(inside(message)[1])[0])[3]) if each != signer)
            if message != built(signer, own, covered, message):
                raise ValueError
        except (ValueError, LookupError):
            raise Verdict(40, "a signature is not in the one form that THB Desktop writes") from None
        Path(folder, "root.pem").write_bytes(PEM % encodebytes(own))
        at = datetime.strptime(time[1].decode().replace("'", ""), "%Y%m%d%H%M%S%z").timestamp()
        chained = f"-cades -no-CApath -no-CAstore -check_ss_sig -attime {at:.0f} -CAfile root.pem".split()
        if run([*VERIFY.split(), *chained], cwd=folder).returncode != 0:
            raise Verdict(40, "a certificate was not valid then, or not issued by its root certificate")
        left = "another root certificate than the one that you named has signature"
        return signer, shown(Path(folder, "signer.pem"), "-subject"), () if own == der(root) else (left,)


def built(signer: bytes, root: bytes, covered: Iterable[memoryview], message: bytes) -> bytes:
    """Return the message as THB Desktop writes it, with these certificates and the signature of `message`."""
    signature = inside(inside(inside(inside(inside(inside(message)[1])[0])[4])[0])[5])[0]
    if 2 * int.from_bytes(inside(signature)[1][2:]) > ORDER:
        raise ValueError
    serial, issuer = inside(inside(signer)[0])[1:4:2]
    digest = hashlib.sha256()
    for part in covered:
        digest.update(part)
    stated = STATED.format(digest.hexdigest(), hashlib.sha256(signer).hexdigest())
    one, attributes = bytes.fromhex("020101"), tlv(0xA0, bytes.fromhex(stated))
    info = tlv(0x30, one, tlv(0x30, issuer, serial), SHA256, attributes, ECDSA, tlv(0x04, signature))
    frame = one, tlv(0x31, SHA256), tlv(0x30, DATA), tlv(0xA0, *sorted([signer, root])), tlv(0x31, info)
    return tlv(0x30, SIGNED, tlv(0xA0, tlv(0x30, *frame)))


def tlv(tag: int, *values: bytes) -> bytes:
    """Return one DER value of these."""
    body = b"".join(values)
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes([tag, *([0x80 | len(size)] if len(body) > 127 else ())]) + size + body


def head(value: bytes, at: int = 0) -> tuple[int, int]:
    """Return where the body of the DER value at this place begins and ends."""
    body = at + 2 + (value[at + 1] & 127 if value[at + 1] & 128 else 0)
    return body, body + int.from_bytes(value[at + 2 : body] or value[at + 1 : at + 2])


def inside(value: bytes) -> list[bytes]:
    """Return the DER values in a DER value."""
    (at, end), found = head(value), list[bytes]()
    while at < end:
        found.append(value[at : head(value, at)[1]])
        at += max(1, len(found[-1]))
    return found


class Stream(dict):
    """The dictionary of a stream, and where its bytes are."""

    place = 0, 0


class Text:
    """Reads the values of a PDF document strictly: names and (strings are bytes, references are pairs."""

    def __init__(self, data: bytes, at: int, budget: Budget) -> None:
        self.data, self.at, self.budget, self.count = data, at, budget, 0

    def token(self) -> object:
        """Return the next value or mark; marks are str."""
        if (found := TOKEN.match(self.data, self.at)) is None:
            raise UNREADABLE()
        number, generation, word, name, digits, mark = found.groups()
        start, self.at, self.count = self.at, found.end(), self.count + 1
        value: object = b"(" + self.text() if mark == b"(" else mark and mark.decode()
        if number:
            value = int(number), int(generation)
        elif word:
            value = word if word.isalpha() else float(word) if b"." in word else int(word)
            if len(word) > 22 or len(word.split(b".")[0].lstrip(b"+-")) > 12:
                raise UNREADABLE()
        elif name:
            value = replaced(re.compile(rb"#([0-9A-Fa-f]{2})"), lambda it: bytes([int(it[1], 16)]), name)
        elif digits is not None:
            digits = digits.translate(None, BLANKS)
            value = b"(" + bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        self.budget.spend(READ * (self.at - start))
        if self.count > VALUES or self.at - start > LONGEST:
            raise ValueError
        return value

    def text(self) -> bytes:
        """Return the bytes of a string in brackets."""
        depth, start = 1, self.at
        for found in re.compile(rb"[()]|\\.", re.DOTALL).finditer(self.data, start, start + LONGEST):
            depth += (found[0] == b"(") - (found[0] == b")")
            if depth == 0:
                self.at = found.end()
                return replaced(ESCAPE, unescaped, self.data[start : found.start()])
        raise UNREADABLE()

    def value(self, depth: int = 0, closing: str = "") -> object:
        """Return the next value, or the mark that closes what is around it."""
        read = self.token()
        if depth > 60 or (isinstance(read, str) and read not in ("<<", "[", closing)):
            raise UNREADABLE()
        if read == "[":
            return list(iter(lambda: self.value(depth + 1, "]"), "]"))
        if read != "<<":
            return read
        found = dict[bytes, object]()
        while (key := self.value(depth + 1, ">>")) != ">>":
            if not isinstance(key, bytes) or key[:1] != b"/" or key in found:
                raise UNREADABLE()
            found[key] = self.value(depth + 1)
        return found


class Base(NamedTuple):
    """The unsigned document: where its cross-references start and end, its catalogue, the rows."""

    start: int
    end: int
    root: int
    table: bytes


class Objects:
    """The objects of the unsigned document, each read when it is asked for."""

    def __init__(self, data: bytes, table: bytes, budget: Budget) -> None:
        self.data, self.table, self.budget, self.files = data, table, budget, list[dict]()
        self.does, self.stores = list[str](), dict[int, tuple[bytes, dict]]()

    def row(self, number: int) -> tuple[int, int, int]:
        known = 0 < number < len(self.table) // ROW.size
        return ROW.unpack_from(self.table, ROW.size * number) if known else (FREE, 0, 0)

    def read(self, number: int) -> object:
        """Return an object, null if there is none."""
        kind, where, index = self.row(number)
        if kind not in (PLAIN_ROW, PACKED):
            return b"null"
        if kind == PACKED:
            return self.packed(number, where, index)
        if index:
            raise UNREADABLE()
        found = HEADER.match(self.data, where)
        if found is None or (int(found[1]), int(found[2])) != (number, 0):
            raise UNREADABLE()
        text = Text(self.data, found.end(), self.budget)
        value, mark = text.value(), text.token()
        if isinstance(value, dict) and str(mark).startswith("stream"):
            size = self.resolve(value.get(b"/Length"))
            end = re.compile(rb"(?:\r\n|\n|\r)?endstream").match(
                self.data, text.at + size if isinstance(size, int) and size >= 0 else len(self.data)
            )
            if end is None:
                raise UNREADABLE()
            value = Stream(value)
            value.place, text.at = (text.at, text.at + size), end.end()
            mark = text.token()
        if mark != "endobj":
            raise UNREADABLE()
        return value

    def packed(self, number: int, store: int, index: int) -> object:
        """Return an object of an object stream, which begins with the number and the place of each."""
        if store not in self.stores:
            stream = self.read(store) if self.row(store)[0] == PLAIN_ROW else None
            if not isinstance(stream, Stream) or stream.get(b"/Type") != b"/ObjStm":
                raise UNREADABLE()
            text = inflated(self.data[slice(*stream.place)], 2**22, self.budget)
            self.budget.spend(0, len(text))
            head = text[: stream[b"/First"]]
            if stream.keys() != STORE or stream[b"/Filter"] != b"/FlateDecode" or not HEAD.fullmatch(head):
                raise ValueError
            numbers = [int(each) for each in head.split()]
            starts = [len(head) + each for each in numbers[1::2]]
            self.stores[store] = text, dict(enumerate(zip(numbers[::2], starts, strict=True)))
        text, places = self.stores[store]
        found, start = places.get(index, (0, 0))
        if found != number:
            raise UNREADABLE()
        return Text(text, start, self.budget).value()

    def resolve(self, value: object) -> object:
        for _ in range(20):
            if not isinstance(value, tuple):
                return value
            value = self.read(value[0]) if value[1] == 0 else b"null"
        raise UNREADABLE()

    def dictionary(self, value: object) -> dict:
        return found if isinstance(found := self.resolve(value), dict) else {}

    def array(self, value: object) -> list:
        return found if isinstance(found := self.resolve(value), list) else []

    def string(self, value: object) -> bytes:
        return found[1:] if isinstance(found := self.resolve(value), bytes) and found[:1] == b"(" else b""

    def name(self, value: object) -> str:
        """Return a string as text."""
        return read_text(self.string(value))

    def entry(self, value: object, seen: dict) -> tuple[str, tuple[int, int]]:
        """Return the name of a file, and where its content is."""
        if not isinstance(value, tuple) or value not in seen:
            file = self.dictionary(value)
            stream = self.resolve(self.dictionary(file.get(b"/EF")).get(b"/F"))
            found = self.name(file.get(b"/UF")), stream.place if isinstance(stream, Stream) else (0, 0)
            seen.update({value: found} if isinstance(value, tuple) else {})
            return found
        return seen[value]

    def look_through(self) -> None:
        """Read every object, and find files and what the document does besides lying on pages."""
        for number in range(1, len(self.table) // ROW.size):
            value = self.read(number)
            if isinstance(value, Stream) and b"/F" in value:
                self.does.append("a part of it lies outside")
            for each in dictionaries(value):
                if b"/EF" in each:
                    self.budget.spend(0, 8 * len(repr(each)))
                    self.files.append(each)
                said = (self.resolve(each.get(key)) for key in (b"/OpenAction", b"/Type", b"/S", b"/Subtype"))
                opening, kind, act, part = said
                other = isinstance(kind, bytes) and kind[:1] == b"/" and kind != b"/Action"
                told = [key for key in each if key in ACTIVE]
                told += [one for one in ACTIONS if one == act and not other]
                told += [one for one in PLAYERS if one == part]
                is_other = isinstance(opening, dict) and opening.get(b"/S") != b"/GoTo"
                self.does += [name.decode() for name in told] + ["/OpenAction"] * is_other
                if each.keys() >= {b"/ByteRange", b"/Contents"}:
                    raise Verdict(40, "a signature lies outside the places for signatures")

    def fields(self, form: object) -> Iterator[tuple[object, str, dict]]:
        """Yield the places for signatures: reference, name, dictionary."""
        waiting = [(each, "", b"") for each in self.array(self.dictionary(form).get(b"/Fields"))]
        seen = list[object]()
        while waiting:
            item, above, kind = waiting.pop(0)
            if item in seen or len(seen) > 5000:
                raise UNREADABLE()
            seen += [item] if isinstance(item, tuple) else []
            field = self.dictionary(item)
            kind, own = self.resolve(field.get(b"/FT", kind)), self.string(field.get(b"/T"))
            name = own.decode("utf-16" if own[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1", "replace")
            name, kids = ".".join(filter(None, (above, name))), self.array(field.get(b"/Kids"))
            if kind == b"/Sig" and not any(b"/T" in self.dictionary(kid) for kid in kids):
                yield item, name, field
            else:
                waiting += [(kid, name, kind) for kid in kids]


def dictionaries(value: object) -> Iterator[dict]:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from dictionaries(each)


def read_text(text: bytes) -> str:
    if text[:2] == b"\xfe\xff":
        return text[2:].decode("utf-16-be", "replace")
    return text[3:].decode("utf-8", "replace") if text[:3] == b"\xef\xbb\xbf" else text.decode("latin-1")


def replaced(pattern: re.Pattern[bytes], change: Callable[[re.Match[bytes]], bytes], text: bytes) -> bytes:
    """Return the text with each match changed. `re.sub` would take ninety bytes of memory for a match."""
    found, at = bytearray(), 0
    for each in pattern.finditer(text):
        found += text[at : each.start()] + change(each)
        at = each.end()
    return bytes(found + text[at:])


def unescaped(found: re.Match[bytes]) -> bytes:
    """Return what an escape or a line end in a string stands for."""
    if found[1]:
        return bytes([int(found[1], 8) & 255])
    known = dict(zip(b"nrtbf\r\n", (b"\n", b"\r", b"\t", b"\b", b"\f", b"", b""), strict=True))
    return known.get(found[2][0], found[2]) if found[2] else b"" if found[0][:1] == b"\\" else b"\n"


def base_of(data: bytes, budget: Budget) -> Base | None:
    """Return the unsigned document, which ends with its cross-references. Raises Verdict."""
    for ending in ENDING.finditer(data):
        start = int(ending[1])
        head = BASE.match(data, start, ending.start())
        if head and head.end() + int(head[2]) == ending.start() and int(head[4]) == int(head[1]) + 1:
            table = inflated(data[head.end() : ending.start()], 2**25, budget)
            ends = ROW.pack(FREE, 0, 0xFFFF), ROW.pack(PLAIN_ROW, start, 0)
            whole = len(table) == ROW.size * int(head[4])
            if not whole or (table[: ROW.size], table[-ROW.size :]) != ends:
                raise UNREADABLE()
            return Base(start, ending.end(), int(head[3]), table)
    return None


def inflated(packed: bytes, most: int, budget: Budget) -> bytes:
    """Return what was deflated. most: bytes that this may be."""
    unpack = zlib.decompressobj()
    try:
        text = unpack.decompress(packed, most)
    except zlib.error:
        raise UNREADABLE() from None
    budget.spend(JUDGED * len(text))
    if len(text) == most:
        raise Verdict(47, "the check would take more memory than it may")
    if not unpack.eof or unpack.unused_data:
        raise UNREADABLE()
    return text


def content(data: bytes, base: Base, signers: dict[int, bytes], root: Path, budget: Budget) -> Iterator[str]:
    """Check what came with each signature, the places that are empty, and the attached files."""
    objects = Objects(data, base.table, budget)
    objects.look_through()
    catalogue = objects.dictionary((base.root, 0))
    if not catalogue:
        raise UNREADABLE()
    fields = {item: (name, field) for item, name, field in objects.fields(catalogue.get(b"/AcroForm"))}
    filled, stated = updates(data, signers, objects, fields, base)
    awaited = {name for name, field in fields.values() if is_visible(field)}
    yield from (f"the signature in the place {name} is missing" for name in sorted(awaited))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = attached(objects, catalogue, folder)
        manifest = strict((folder / "manifest.json").read_bytes()) if "manifest.json" in files else {}
        yield from (f"the document does more than lie on pages: {each}" for each in objects.does)
        is_one = is_bundle(files, manifest, filled)
        yield from listed(files, manifest, filled)
        for name in filter(re.compile(r"records/.*\.jsonl").fullmatch, files):
            with (folder / name).open("rb") as record:
                print(f"Record {name}:", hashlib.sha256(record.readline().rstrip(b"\n")).hexdigest())
        if is_one:
            approver = approved(memoryview(data)[: base.end], manifest, (filled, stated, awaited), folder)
            yield from judged(folder, der(root), [*filled.values(), *approver])


def updates(
    data: bytes,
    signers: dict[int, bytes],
    objects: Objects,
    fields: dict[object, tuple[str, dict]],
    base: Base,
) -> tuple[dict[str, bytes], dict[bytes, tuple[bytes, float]]]:
    """Check that each update is one signature, and take its place from the empty ones. Return who signed in
    each place, and what each signer stated: a release, and the time.
    """
    filled, stated = dict[str, bytes](), dict[bytes, tuple[bytes, float]]()
    at, before, size = base.end, base.start, len(base.table) // ROW.size
    for end, signer in signers.items():
        update = UPDATE.fullmatch(data, at, end)
        if not signer and not update:
            raise Verdict(47, f"data were added with a time stamp: check the first {at} bytes by themselves")
        name, old = fields.pop((int(update["field"]), 0), ("", None)) if update else ("", None)
        sound = old is not None and added(update, objects, old, (base.root, before, size))
        if not sound or (update["more"] and filled) or bool(update["stamp"]) == bool(signer):
            raise Verdict(40, "something was added besides a signature in its place")
        at, before, size = end, update.start("own"), size + 3
        if not signer:
            continue
        filled[name] = signer
        time = datetime.strptime(TIME.search(update[0])[1].decode().replace("'", ""), "%Y%m%d%H%M%S%z")
        stated[signer] = bytes.fromhex((update["release"] or b"").decode()), time.timestamp()
        if sum(map(bool, signers.values())) > 1 and update["level"] == b"1":
            raise Verdict(40, "the document was signed again after a signature that forbids it")
    return filled, stated


def is_bundle(files: Iterable[str], manifest: dict, filled: dict[str, bytes]) -> bool:
    """Whether the document is a bundle. Whoever an office certified signs nothing else."""
    said = str(manifest.get("format")).startswith("thb-bundle-manifest/")
    by_office = any(function or USER.fullmatch(user) for _, user, function in map(person, filled.values()))
    if (said or by_office) and not (said and CUSTODY in files):
        raise Verdict(40, "an office signed it, and it is no whole bundle")
    return said


def approved(pages: memoryview, manifest: dict, signed: tuple[dict, dict, set], folder: Path) -> list[bytes]:
    """Check that those who signed may, and the release of the pages. Return the approver's certificate."""
    filled, stated, awaited = signed
    people = {place: person(each) for place, each in filled.items()}
    judge = decided(manifest, people, awaited - people.keys())
    if judge is None:
        return []
    deciding = filled[next(place for place, each in people.items() if each == judge)]
    (vault, root), (raw, at) = named(folder / CUSTODY), stated[deciding]
    if not all(issued(each, root, at) for each in filled.values()) or not raw:
        raise Verdict(40, "a signature states no release, or has not the root of the custody record")
    release, about = (
        strict(raw),
        (len(pages), hashlib.sha256(pages).hexdigest(), judge[1], vault, "RELEASE_BUNDLE"),
    )
    how = released(release, manifest, about, root, at)
    if manifest["release"]["by"] != judge[0]:
        raise Verdict(40, "the pages name somebody else as the one who decides")
    print(f"Released by {judge[0]}", how)
    return [b64decode(release["certificate"])] if release["statement"]["approved_by"] else []


def is_visible(field: dict) -> bool:
    sides = field.get(b"/Rect")
    numbers = [each for each in sides if isinstance(each, int | float)] if isinstance(sides, list) else []
    return len(numbers) != 4 or not (numbers[0] == numbers[2] or numbers[1] == numbers[3])


def listed(files: dict[str, tuple[int, str]], manifest: dict, filled: dict[str, bytes]) -> Iterator[str]:
    """Check files and signers against the list in the bundle. Yield the people who did not sign."""
    try:
        said = [(each["path"], (each["size"], each["sha256"])) for each in manifest["files"]]
        keys = "field", "name", "function", "certificate_sha256"
        kept = [[str(each[key]) for key in keys] for each in manifest.get("signatures", [])]
    except (LookupError, TypeError):
        raise Verdict(40 if "manifest.json" in files else 47, "the list of files is malformed") from None
    own = [(name, file) for name, file in files.items() if name != "manifest.json"]
    if sorted(said, key=repr) != sorted(own, key=repr) or len({field for field, *_ in kept}) != len(kept):
        raise Verdict(40, "the attached files are not those of their list")
    for field, name, function, digest in kept:
        if (signer := filled.get(field)) is None:
            yield f"{name}, {function}, did not sign"
        elif hashlib.sha256(signer).hexdigest() != digest:
            raise Verdict(40, f"another certificate signed in the place of {name}, {function}")


def judged(folder: Path, root: bytes, certificates: Iterable[bytes]) -> Iterator[str]:
    """Have the second file check what is attached. Yield what it does not know."""
    if not SECOND.is_file():
        yield f"{SECOND.name} does not lie beside this script, so nothing says whose the keys are"
        return
    print(f"SHA-256 of {SECOND.name}:", hashlib.sha256(SECOND.read_bytes()).hexdigest())
    given = ["--bundle", str(folder), "--root-sha256", hashlib.sha256(root).hexdigest()]
    with tempfile.TemporaryDirectory() as beside:
        for number, each in enumerate(certificates):
            path = Path(beside, str(number))
            path.write_bytes(each)
            given += ["--certificate", str(path)]
        done = run([sys.executable, "-I", "-S", str(SECOND), *given], encoding="utf-8", errors="replace")
    print(done.stdout, end="")
    if done.returncode not in (0, 40, 41, 47):
        raise Verdict(47, f"{SECOND.name} did not run to its end")
    if done.returncode in (40, 47):
        raise Verdict(done.returncode, f"{SECOND.name} says why, above")
    if done.returncode == 41:
        yield f"{SECOND.name} says what is not known, above"


def named(extract: Path) -> tuple[str, bytes]:
    """Return the vault and the root that an extract names: its first and last values, in its one form."""
    with extract.open("rb") as file:
        start = file.read(PROCESS)
        file.seek(-min(extract.stat().st_size, 64), 2)
        found = NAMED.fullmatch(start + file.read())
    if found is None:
        raise Verdict(40, "the custody record is not written in its one form")
    return found[2].decode(), b64decode(found[1])


def decided(
    manifest: dict, people: dict[str, tuple[str, str, str]], awaited: set[str]
) -> tuple[str, str, str] | None:
    """Check the functions of those who signed. Return the one who decides; None if they did not sign yet."""
    kept = {each["field"]: (each["name"], each["function"]) for each in manifest.get("signatures", [])}
    for place, (name, _, function) in people.items():
        if kept.get(place) != (name, function) or function not in (*DECIDES, "INTERPRETER"):
            raise Verdict(
                40, f"{name} may not sign in {place}: the certificate says {function or 'no function'}"
            )
    deciding = [each for each in people.values() if each[2] in DECIDES]
    if len(deciding) == 1:
        return deciding[0]
    if deciding or not any(kept[place][1] in DECIDES for place in awaited & kept.keys()):
        raise Verdict(40, "not exactly one judge or prosecutor signed")
    return None


def released(release: dict, manifest: dict, about: tuple[object, ...], root: bytes, at: float) -> str:
    """Check that the second person approved these pages, or that there is a reason. Return what to print."""
    said, reason, own = release["statement"], release["reason"], b64decode(release["certificate"])
    if about != (release["size"], *map(said.get, ("subject", "requested_by", "vault", "act"))):
        raise Verdict(40, "the release that the signature states is not of these pages")
    second = ("", "", "") if said["approved_by"] is None else person(own)
    if said["approved_by"] is not None:
        if second[1] != said["approved_by"] or second[1] == said["requested_by"] or second[2] not in APPROVES:
            raise Verdict(40, "the second person may not approve this release")
        if not issued(own, root, at) or not signs(key(own), canonical(said), release["signature"]):
            raise Verdict(40, "the second person did not sign the approval")
    printed = {**manifest["release"], "second": second[0], "function": second[2], "alone_because": reason}
    if manifest["release"] != printed or bool(second[0]) is bool(reason):
        raise Verdict(40, "the pages name another second person or reason than the signature states")
    return f"with the approval of {second[0]}, {second[2]}" if second[0] else f"ALONE: {reason}"


def person(certificate: bytes) -> tuple[str, str, str]:
    """Return the name, the id in the vault and the function that a certificate states."""
    parts = inside(inside(certificate)[0])
    stated = [inside(inside(group)[0]) for group in inside(parts[5])]
    said = {kind: value[head(value)[0] :].decode() for kind, value in stated}
    for kind, *_, value in map(inside, inside(inside(parts[7])[0])):
        said[kind] = inside(value)[0][2:].decode() if kind == FUNCTION else ""
    return said.get(NAME, ""), said.get(SERIAL, ""), said.get(FUNCTION, "")


def key(certificate: bytes) -> bytes:
    return inside(inside(certificate)[0])[6]


def signs(public: bytes, data: bytes, signature: str) -> bool:
    """Whether OpenSSL verifies a signature, r and s in hexadecimal, by this key (DER)."""
    numbers = [int(signature[:64], 16), int(signature[64:128], 16)]
    whole = tlv(0x30, *(tlv(2, number.to_bytes(number.bit_length() // 8 + 1)) for number in numbers))
    with tempfile.TemporaryDirectory() as folder:
        pem = (PEM % encodebytes(public)).replace(b"CERTIFICATE", b"PUBLIC KEY")
        for name, content in (("key", pem), ("data", data), ("signature", whole)):
            Path(folder, name).write_bytes(content)
        done = run(
            ["openssl", "dgst", "-sha256", "-verify", "key", "-signature", "signature", "data"], cwd=folder
        )
        return done.returncode == 0 and len(signature) == 128


def issued(certificate: bytes, root: bytes, at: float) -> bool:
    """Whether OpenSSL verifies that this root issued the certificate, and that both were valid then."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("root", root), ("own", certificate)):
            Path(folder, name).write_bytes(PEM % encodebytes(content))
        given = f"openssl verify -no-CApath -no-CAstore -attime {at:.0f} -CAfile root own"
        return run(given.split(), cwd=folder).returncode == 0


def loaded(data: bytes) -> dict:
    """Return the value of a JSON text that does not take too much memory."""
    if 3 * len(data) + 80 * sum(map(data.count, (b",", b":", b"[", b"{"))) > MEMORY:
        raise Verdict(47, "the list of files is too large")
    return dict(json.loads(data, parse_int=whole, parse_float=whole, parse_constant=whole))


def strict(data: bytes) -> dict:
    """Return a value that is written in its one form."""
    try:
        if canonical(value := loaded(data)) == data and depth(value) <= 32:
            return value
    except (RecursionError, TypeError, ValueError):
        pass
    raise Verdict(40, "what the bundle states is not written in its one form")


def whole(digits: str) -> int:
    if not -(2**63) <= int(digits) < 2**63:
        raise ValueError
    return int(digits)


def depth(value: object) -> int:
    """Return how many lists and objects lie in one another."""
    inner = list(value.values()) if isinstance(value, dict) else value
    return 1 + max(map(depth, inner), default=0) if isinstance(inner, list) else 0


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def alone(text: bytes, budget: Budget) -> object:
    """Return the dictionary with these entries."""
    reader = Text(b"<<%b>>endobj" % text, 0, budget)
    value = reader.value()
    if reader.token() != "endobj":
        raise UNREADABLE()
    return value


def added(update: re.Match[bytes], objects: Objects, old: dict, base: tuple[int, int, int]) -> bool:
    """Whether an update only fills an empty place with a signature. base: catalogue, references and size."""
    field, signature, own, (root, before, size) = *map(int, update.group("field", "sig", "own")), base
    pointed = re.compile(
        rb"(?:%b|%b)" % (REFERENCE, REFERENCE) % (signature, BLANK, BLANK, own, BLANK, BLANK)
    )
    texts = [(objects.data, update.start()), *((text, len(text)) for text, *_ in objects.stores.values())]
    objects.budget.spend(sum(end for _, end in texts))
    odd = not isinstance(old.get(b"/F", 0), int) and old[b"/F"] not in (b"true", b"false")
    if odd or any(pointed.search(text, 0, end) for text, end in texts):
        return False
    if (
        alone(update["old"], objects.budget) != old
        or b"/V" in old
        or (signature, own) != (size + 1, size + 2)
    ):
        return False
    starts, certifies = {field: update.start(), signature: update.start("itself")}, False
    for part in re.finditer(rb"(\d+) 0 obj\n<<\n([^\0]*?)\n>>\nendobj\n", update["more"]):
        was, now = objects.dictionary((int(part[1]), 0)), alone(part[2], objects.budget)
        names = {b"/Perms": {b"/DocMDP": (signature, 0)}}
        if now == was | names and b"/Perms" not in was and int(part[1]) == root:
            certifies = True
        elif now != was | {b"/SigFlags": 3}:
            return False
        starts[int(part[1])] = update.start("more") + part.start()
    starts[own] = update.start("own")
    rows = (
        b"\0" * 9 + b"\xff\xff" + b"".join(b"\1%b\0\0" % at.to_bytes(8) for _, at in sorted(starts.items()))
    )
    index, numbers = list(map(int, update["index"].split())), list[int]()
    for first, count in zip(index[::2], index[1::2], strict=True):
        numbers += range(first, first + min(count, 9))
    said = update["rows"], *map(int, update.group("root", "size", "prev", "xref"))
    return (*said, numbers, update["level"] is not None) == (
        *(rows, root, size + 3, before, starts[own], [0, *sorted(starts)], certifies),
    )


def attached(objects: Objects, catalogue: dict, folder: Path) -> dict[str, tuple[int, str]]:
    """Write the attached files. Return size and SHA-256 of each: it has one name and one content, whichever
    way a reader takes.
    """
    contents, files = dict[str, Stream](), dict[str, tuple[int, str]]()
    for each in objects.files:
        held = objects.dictionary(each[b"/EF"])
        names = [objects.name(each.get(key)) for key in (b"/F", b"/UF")]
        one = each.keys() <= FILE and held.keys() == {b"/F", b"/UF"} and held[b"/F"] == held[b"/UF"]
        stream = objects.resolve(held.get(b"/F")) if one and isinstance(held[b"/F"], tuple) else None
        if not isinstance(stream, Stream) or names[0] != names[1] or not stream.keys() <= CONTENT:
            raise UNCLEAR()
        if not PLAIN.fullmatch(names[0]) or contents.setdefault(names[0], stream).place != stream.place:
            raise UNCLEAR()
    own = {(name, stream.place) for name, stream in contents.items()}
    tree = objects.dictionary(objects.dictionary(catalogue.get(b"/Names")).get(b"/EmbeddedFiles"))
    pairs, seen = objects.array(tree.get(b"/Names")), dict[object, tuple[str, tuple[int, int]]]()
    keys = [objects.string(key) for key in pairs[::2]]
    entries = [objects.entry(each, seen) for each in pairs[1::2]]
    listed = {each for key, each in zip(keys, entries, strict=True) if read_text(key) == each[0]}
    related = {objects.entry(each, seen) for each in objects.array(catalogue.get(b"/AF"))}
    related = related if b"/AF" in catalogue else own
    if tree.keys() - {b"/Names"} or keys != sorted(set(keys)) or b"/Collection" in catalogue:
        raise UNCLEAR()
    if not own == listed == set(entries) == related or len({name.lower() for name in contents}) != len(own):
        raise UNCLEAR()
    for name, stream in contents.items():
        packed, kind = memoryview(objects.data)[slice(*stream.place)], objects.resolve(stream.get(b"/Filter"))
        is_packed = kind in (b"/FlateDecode", [b"/FlateDecode"])
        if not is_packed and kind not in (None, b"null", []):
            raise ValueError
        files[name] = unpacked(packed, folder / name, objects.budget, is_packed=is_packed)
        with (folder / name).open("rb") as file:
            if PROGRAM.fullmatch(name) or file.read(16).startswith(STARTS):
                objects.does.append(f"{name} is a program")
    return files


def unpacked(packed: memoryview, target: Path, budget: Budget, *, is_packed: bool = True) -> tuple[int, str]:
    """Unpack a file piece by piece. Return its size and SHA-256."""
    unpack, digest, piece = zlib.decompressobj(), hashlib.sha256(), b""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        for start in range(0, len(packed), PROCESS):
            left = bytes(packed[start : start + PROCESS])
            while (left or len(piece) == 2**20) and not unpack.eof:
                piece = unpack.decompress(left, 2**20) if is_packed else left
                left = unpack.unconsumed_tail
                budget.spend(JUDGED * file.write(piece))
                digest.update(piece)
            if unpack.eof and (unpack.unused_data + packed[start + PROCESS :][:PROCESS]).strip(BLANKS):
                raise UNREADABLE()
        if is_packed and not unpack.eof:
            raise UNREADABLE()
        return file.tell(), digest.hexdigest()


def der(certificate: Path) -> bytes:
    return b64decode(certificate.read_text("ascii").split("-----")[2])


def shown(certificate: Path, *what: str) -> str:
    if (done := run(["openssl", "x509", "-noout", "-in", str(certificate), *what])).returncode != 0:
        raise Verdict(40, f"{certificate.name} is no certificate")
    return " ".join(done.stdout.split())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 3 else __doc__)

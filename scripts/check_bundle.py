"""Check a bundle with nothing but Python 3.11, its standard library and OpenSSL.

    python3 check_bundle.py BUNDLE.pdf ROOT.pem

ROOT.pem: the office's root certificate; compare its fingerprint in another way. Ends with 0 (valid), 40 (not
valid), 41 (something is missing, or to be compared), 43 (no PDF) or 47 (not in the form that THB Desktop
writes: it cannot be judged here). It leaves the custody record, the attached texts and the words on the pages
to `thb verify`.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import zlib
from base64 import b64decode, encodebytes
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
TIME = re.compile(rb"/M \(D(?:\\072|:)(\d{14}(?:Z|[+-]\d\d'\d\d))'?\)")
MADE = b"\n/Prop_Build <<\n/App <<\n/Name /THB#20Desktop\n>>\n>>\n"
TOKEN = re.compile(rb"\s*(\((?:[^()\\]|\\[\s\S])*\)|<<|>>|<[0-9A-Fa-f]*>|[\[\]]|/?[^\s()<>\[\]{}/%]+)")
BASE = re.compile(
    rb"xref\n0 (\d+)\n((?:\d{10} (?:00000 n|65535 f) \n)++)trailer\n<<\n/ID \n\[<\w+><\w+>\]\n%.*\n\n"
    rb"/Info \d+ 0 R\n/Root (\d+) 0 R\n/Size \1\n>>\nstartxref\n(\d+)\n%%EOF\n"
)
UPDATE = re.compile(  # what one signature adds: its field, if it is the first catalogue and form, and itself
    rb"(?P<field>\d+) 0 obj\n<<\n(?P<old>(?:(?!\nendobj\n)[^\0])*?)\n/V (?P<sig>\d+) 0 R\n>>\nendobj\n"
    rb"(?P<more>(?:\d+ 0 obj\n<<\n(?:(?!\nendobj\n)[^\0])*\n>>\nendobj\n){0,2})"
    rb"(?P<itself>)(?P=sig) 0 obj\n<<\n/Contents <\w+>\n/ByteRange \[0 \d+ \d+ \d+\] *\n/Type /Sig\n"
    rb"/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/M \([^()]*\)\n/Reason \([^()]*\)"
    + MADE
    + rb"(?:/THB_Release <(?P<release>[0-9a-f]+)>\n)?"
    rb"(?:/Reference \[ <<\n/Type /SigRef\n/TransformMethod /DocMDP\n/TransformParams <<\n/Type"
    rb" /TransformParams\n/V /1.2\n/P (?P<level>[12])\n>>\n>> \]\n)?>>\nendobj\n"
    rb"(?P<xrefs>)xref\n0 1\n0{10} 65535 f \n(?P<rows>(?:\d+ 1\n\d{10} 0{5} n \n)+)trailer\n<<\n"
    rb"/ID \[ <\w+> <\w+> \]\n/Info \d+ 0 R\n/Root (?P<root>\d+) 0 R\n/Size \d+\n/Prev (?P<prev>\d+)\n>>\n"
    rb"startxref\n(?P<xref>\d+)\n%%EOF\n"
)
FILE = "<< /AFRelationship * /Desc * /EF << /F * 0 R /UF * 0 R >> /F * /Type /Filespec /UF * >>"
CONTENT = """<< /Filter /FlateDecode /Length * /Params << /CheckSum * /CreationDate * /ModDate * /Size * >>
    /Subtype * /Type /EmbeddedFile >>"""
ACTIVE = re.compile(
    rb"/(J(ava)?S(cript)?|Launch|ImportData|(Submit|Reset)Form|Rendition|Movie|Sound|GoTo(E|3DView)|Hide"
    rb"|RichMedia.*|3D|Screen|SetOCGState|XFA|AA|OCProperties|Collection|.*#(?!2[0F]).*)"
)
SIGNED, DATA = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")
SHA256, ECDSA = bytes.fromhex("300d06096086480165030402010500"), bytes.fromhex("300a06082a8648ce3d040302")
STATED = """301806092a864886f70d010903310b06092a864886f70d010701 302a06092a864886f70d010934311d301b
    300d06096086480165030402010500a10a06082a8648ce3d040302 302f06092a864886f70d01090431220420{}
    3037060b2a864886f70d010910022f31283026302430220420{}"""
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
PEM = b"-----BEGIN CERTIFICATE-----\n%s-----END CERTIFICATE-----\n"
PLAIN = re.compile(rb"\((?!.*[(/]\.)(?:[\w.~-]*[\w~-]/)*[\w.~-]*[\w~-]")
DECIDES = "INVESTIGATING_JUDGE", "PROSECUTOR"
APPROVES = *DECIDES, "CLERK", "EVIDENCE_CUSTODIAN", "ADMINISTRATOR"
FUNCTION = bytes.fromhex("06146982f0acc792aa90ba9aebba8cdf83cff08ded63")  # 2.25.2448..., the role
FOUNDER = bytes.fromhex("69 81 be 8c 8e e3 cd f0 d2 bd d7 9d a1 ca ef a1 e2 d7 d3 52")
NAME, SERIAL = bytes.fromhex("0603550403"), bytes.fromhex("0603550405")
USER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ROWS = ["presences", "cautions", "timeline", "measures", "earlier", "engagements", "corrections"]
ROWS += ["certifications", "signatures", "warnings", "names"]
ROWS += ["victim_information", "recordings", "interventions"]
VERIFY = "openssl cms -verify -binary -inform DER -in message -content covered -out out -purpose any"
run = partial(subprocess.run, capture_output=True, text=True, check=False)


class Verdict(Exception):  # noqa: N818 - it also says what is unknown
    """An exit code, and why the bundle is not valid."""


def main(bundle: str, root: str) -> int:
    data = Path(bundle).read_bytes()
    print("SHA-256 of the file:", hashlib.sha256(data).hexdigest())
    try:
        print("Root certificate:", shown(Path(root), "-subject", "-fingerprint", "-sha256"))
        if notes := list(check(data, Path(root).resolve())):
            raise Verdict(41, "; ".join(notes))
    except Verdict as verdict:
        code, why = verdict.args
        print({40: "NOT VALID:", 41: "UNKNOWN:"}.get(code, "CANNOT BE JUDGED:"), why)
        return int(code)
    print("VALID: every signature, over every byte. Compare the fingerprint of the root certificate.")
    print("Whether the custody record gives these keys to these people, `thb verify` says.")
    return 0


def check(data: bytes, root: Path) -> Iterator[str]:
    """Yield what is missing or has to be compared. Raises Verdict."""
    if not data.startswith(b"%PDF-"):
        raise Verdict(43, "the file is no PDF document")
    ranges, end, own, signers = RANGE.findall(data), 0, True, dict[int, bytes]()
    if len(ranges) != data.count(b"/ByteRange") or (not ranges and b"/Type /Sig\n" in data):
        raise Verdict(40, "a signature cannot be read")
    if not ranges:
        raise Verdict(*((41, "there is no signature") if b"startxref" in data else (40, "it is cut off")))
    for number, numbers in enumerate(ranges, start=1):
        covered, message, tail = parts(data, *map(int, numbers))
        if int(numbers[1]) <= end:
            raise Verdict(40, f"signature {number} covers no more than the one before it")
        end = int(numbers[2]) + int(numbers[3])
        own &= (ours := MADE in tail)
        signers[end], name, is_known = verified(covered, message, TIME.search(tail), root, ours=ours)
        print(f"Signature {number} of {len(ranges)}:", name)
        if not is_known:
            yield f"signature {number} has another root certificate than the one that you named"
    if end != len(data):
        raise Verdict(40, f"{len(data) - end} bytes at the end are covered by no signature")
    try:
        if not own:
            raise ValueError
        yield from content(data, signers)
    except (ValueError, LookupError, TypeError, zlib.error):
        raise Verdict(47, "the document is not in the form that THB Desktop writes") from None


def parts(data: bytes, start: int, first: int, second: int, length: int) -> tuple[bytes, bytes, bytes]:
    """Return the bytes that a signature covers, its message, and the covered bytes behind it."""
    end, gap = second + length, re.fullmatch(rb"<((?:[0-9A-F]{2})+|(?:[0-9a-f]{2})+)>", data[first:second])
    if start != 0 or not first < second < end <= len(data) or gap is None:
        raise Verdict(40, "a signature leaves out more than its own place")
    tail, room = data[second:end], bytes.fromhex(gap[1].decode())
    if not re.search(rb"startxref\s+\d+\s+%%EOF(\r\n|\r|\n)?\Z", tail[-60:]):
        raise Verdict(40, "a signature ends in the midst of a document")
    if len(room) < 6 or any(room[head(room)[1] :]) or (MADE in tail and gap[1] != gap[1].upper()):
        raise Verdict(40, "something else stands in the place of a signature")
    return data[:first] + tail, room[: head(room)[1]], tail


def verified(
    covered: bytes, message: bytes, time: re.Match[bytes] | None, root: Path, *, ours: bool
) -> tuple[bytes, str, bool]:
    """Verify a message by OpenSSL. Return its signer's certificate and name, and whether it has this root."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "covered").write_bytes(covered)
        Path(folder, "message").write_bytes(message)
        done = run([*VERIFY.split(), "-noverify", "-signer", "signer.pem"], cwd=folder)
        if done.returncode != 0 or time is None:
            raise Verdict(40, f"OpenSSL refuses a signature: {done.stderr.strip()[-200:] or 'no time'}")
        signer = der(Path(folder, "signer.pem"))
        if not ours:
            return signer, "by another program", True
        try:
            (own,) = (each for each in inside(inside(inside(inside(message)[1])[0])[3]) if each != signer)
            if message != built(signer, own, covered, message):
                raise ValueError
        except (ValueError, LookupError):
            raise Verdict(40, "a signature is not in the one form that THB Desktop writes") from None
        Path(folder, "root.pem").write_bytes(PEM % encodebytes(own))
        at = datetime.strptime(time[1].decode().replace("'", ""), "%Y%m%d%H%M%S%z").timestamp()
        chained = f"-cades -no-CApath -no-CAstore -attime {at:.0f} -CAfile root.pem".split()
        if run([*VERIFY.split(), *chained], cwd=folder).returncode != 0:
            raise Verdict(40, "a certificate was not valid then, or not issued by its root certificate")
        return signer, shown(Path(folder, "signer.pem"), "-subject"), own == der(root)


def built(signer: bytes, root: bytes, covered: bytes, message: bytes) -> bytes:
    """Return the message as THB Desktop writes it, with these certificates and the signature of `message`."""
    signature = inside(inside(inside(inside(inside(inside(message)[1])[0])[4])[0])[5])[0]
    if 2 * int.from_bytes(inside(signature)[1][2:]) > ORDER:
        raise ValueError
    serial, issuer = inside(inside(signer)[0])[1:4:2]
    stated = STATED.format(hashlib.sha256(covered).hexdigest(), hashlib.sha256(signer).hexdigest())
    one, attributes = bytes.fromhex("020101"), tlv(0xA0, bytes.fromhex(stated))
    info = tlv(0x30, one, tlv(0x30, issuer, serial), SHA256, attributes, ECDSA, tlv(0x04, signature))
    frame = one, tlv(0x31, SHA256), tlv(0x30, DATA), tlv(0xA0, *sorted([signer, root])), tlv(0x31, info)
    return tlv(0x30, SIGNED, tlv(0xA0, tlv(0x30, *frame)))


def tlv(tag: int, *values: bytes) -> bytes:
    """Return one DER value of these."""
    body = b"".join(values)
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes([tag, *([0x80 | len(size)] if len(body) > 127 else ())]) + size + body


def head(value: bytes) -> tuple[int, int]:
    """Return where the body of the DER value at the start of the data begins and ends."""
    body = 2 + (value[1] & 127 if value[1] & 128 else 0)
    return body, body + int.from_bytes(value[2:body] or value[1:2])


def inside(value: bytes) -> list[bytes]:
    """Return the DER values in a DER value."""
    (at, end), found = head(value), list[bytes]()
    while at < end:
        found.append(value[at : at + head(value[at:])[1]])
        at += max(1, len(found[-1]))
    return found


def content(data: bytes, signers: dict[int, bytes]) -> Iterator[str]:
    """Check what came with each signature, the places that are empty, and the attached files."""
    base = BASE.search(data)
    if base is None or base.start() != int(base[4]):
        raise ValueError
    places = {n: int(base[2][20 * n :][:10]) for n in range(1, int(base[1]))}
    objects = {n: words(data, at)[0] for n, at in places.items()}
    if any(tokens[:3] != [b"%d" % n, b"0", b"obj"] for n, tokens in objects.items()):
        raise ValueError
    filled, at, before = dict[bytes, bytes](), base.end(), base.start()
    stated = dict[bytes, tuple[bytes, float]]()
    for end, signer in signers.items():
        update = UPDATE.fullmatch(data, at, end)
        if update is None or not added(update, objects, base[3], before, is_first=not filled):
            raise Verdict(40, "something was added besides a signature in its place")
        filled[place_of(objects[int(update["field"])])] = signer
        time = datetime.strptime(TIME.search(update[0])[1].decode().replace("'", ""), "%Y%m%d%H%M%S%z")
        stated[signer] = bytes.fromhex((update["release"] or b"").decode()), time.timestamp()
        if len(signers) > 1 and update["level"] == b"1":
            raise Verdict(40, "the document was signed again after a signature that forbids it")
        at, before = end, update.start("xrefs")
    yield from empty(objects, filled)
    files = attached(data, objects, places, objects[int(base[3])])
    manifest = json.loads(files.pop("manifest.json"))
    yield from listed(files, manifest, filled)
    people = {place.decode(): person(each) for place, each in filled.items()}
    if str(manifest.get("format")).startswith("thb-bundle-manifest/") or any(
        function or USER.fullmatch(user) for _, user, function in people.values()
    ):
        awaited = {place_of(each).decode() for each in objects.values() if b"/Sig" in each and b"/FT" in each}
        if judge := decided(manifest, people, awaited - people.keys()):
            place = next(place for place, each in people.items() if each == judge).encode()
            extract = strict(files["custody/custody-extract.json"])
            root, (raw, at) = b64decode(extract["certificates"]["root"]), stated[filled[place]]
            if not all(issued(each, root, at) for each in filled.values()) or not raw:
                raise Verdict(40, "a signature states no release, or has not the root of the custody record")
            digest = hashlib.sha256(data[: base.end()]).hexdigest()
            about = base.end(), digest, judge[1], extract["vault"], "RELEASE_BUNDLE"
            how = released(strict(raw), manifest, about, root, at)
            if manifest["release"]["by"] != judge[0]:
                raise Verdict(40, "the pages name somebody else as the one who decides")
            print(f"Released by {judge[0]}", how)
            yield from testified(files, manifest, extract, root)


def empty(objects: dict[int, list[bytes]], filled: dict[bytes, bytes]) -> Iterator[str]:
    """Yield what the document does besides lying on pages, and the visible places where nobody signed."""
    for tokens in objects.values():
        if active := next(filter(ACTIVE.fullmatch, tokens), None):
            yield f"the document does more than lie on pages: {active.decode()}"
        if b"/Sig" in tokens and b"/FT" in tokens and place_of(tokens) not in filled:
            left, bottom, right, top = tokens[tokens.index(b"/Rect") + 2 :][:4]
            if left != right and bottom != top:
                yield f"the signature in the place {place_of(tokens).decode()} is missing"


def listed(files: dict[str, bytes], manifest: dict, filled: dict[bytes, bytes]) -> Iterator[str]:
    """Check files and signers against the list in the bundle. Yield the people who did not sign."""
    named = {each["path"]: (each["size"], each["sha256"]) for each in manifest["files"]}
    if named != {name: (len(file), hashlib.sha256(file).hexdigest()) for name, file in files.items()}:
        raise Verdict(40, "the attached files are not those of their list")
    for each in manifest["signatures"]:
        person, signer = f"{each['name']}, {each['function']}", filled.get(each["field"].encode())
        if signer is None:
            yield f"{person}, did not sign"
        elif hashlib.sha256(signer).hexdigest() != each["certificate_sha256"]:
            raise Verdict(40, f"another certificate signed in the place of {person}")
    for name in filter(re.compile(r"records/.*\.jsonl").fullmatch, files):
        print(f"Record {name}:", record(name, files[name]))


def decided(
    manifest: dict, people: dict[str, tuple[str, str, str]], awaited: set[str]
) -> tuple[str, str, str] | None:
    """Check the functions of those who signed. Return the one who decides; None if they did not sign yet."""
    kept = {each["field"]: (each["name"], each["function"]) for each in manifest["signatures"]}
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


def testified(files: dict[str, bytes], manifest: dict, extract: dict, root: bytes) -> Iterator[str]:
    """Check each record against the data of the case, and an interview against the event that signed it."""
    if "signers" not in extract and FOUNDER in root:
        raise Verdict(40, "the custody record hides whose the keys are")
    if "signers" not in extract:
        yield "the custody record is of the first form: it does not show whose the keys are"
    case = json.loads(files["case/case.json"])
    told = {(kind, each[kind]["id"]): each for kind in ("interview", "exhibit") for each in case[f"{kind}s"]}
    signings = [each for each in extract["events"] if each["entry"]["action"] == "INTERVIEW_SIGNED"]
    for each in manifest["records"]:
        first, *lines = files[each["path"]].splitlines()
        rows = [(part.partition("/")[0], value) for part, _, value in map(json.loads, lines)]
        own = next(value["id"] for kind, value in rows if kind == each["kind"])
        data, digest = told.pop((each["kind"], own)), hashlib.sha256(first).hexdigest()
        if sorted(map(plain, rows)) != sorted(map(plain, parts_of(data))) or digest != data["sha256"]:
            raise Verdict(40, f"the data of the case tell of {each['number']} something else than its record")
        events = [event for event in signings if event["entry"]["subject"] == own]
        if each["kind"] == "interview" and not events:
            yield f"no event shows who signed {each['number']}"
        if any(signed_digest(event, extract, root) != digest for event in events):
            raise Verdict(40, f"{each['number']} is not the record that was signed")
    if told:
        raise Verdict(40, "the data of the case tell of something that has no record")


def parts_of(data: dict) -> Iterator[tuple[str, dict]]:
    """Yield the parts of an interview or exhibit in the data of the case, each with its kind."""
    if "exhibit" in data:
        yield "exhibit", data["exhibit"]
        yield from (("files", each) for each in data["files"])
        yield from (("custody", each["event"]) for each in data["custody"])
        return
    yield (
        "interview",
        {name: data["interview"][name] for name in data["interview"].keys() - {"state", "record_digest"}},
    )
    yield from ((name, row) for name in ROWS for row in data[name])
    yield from (("segments", each["segment"]) for each in data["segments"])
    yield from (("renderings", row) for each in data["segments"] for row in each["renderings"])


def plain(part: tuple[str, dict]) -> tuple[str, bytes]:
    """Return a part without what is empty; the label of a segment is not in the data of the case."""
    return part[0], canonical({name: value for name, value in part[1].items() if value and name != "label"})


def signed_digest(event: dict, extract: dict, root: bytes) -> str:
    """Return the digest that an event signed, if a judge or prosecutor did; else nothing."""
    entry, payload = event["entry"], event["opening"]["payload"]
    if any(isinstance(each, dict) for each in payload.get("withheld", ())):
        raise ValueError
    opened = b"thb-commitment/1\0" + bytes.fromhex(event["opening"]["nonce"]) + canonical(payload)
    at, users = datetime.fromisoformat(entry["at"]).timestamp(), extract["certificates"]["users"]
    by_key = {hashlib.sha256(key(each)).hexdigest(): each for each in map(b64decode, users)}
    for signed in extract["statements"]:
        said = signed["statement"]
        session, own = b64decode(said["session"]), by_key.get(said["signer"])
        if own and hashlib.sha256(session).hexdigest() == entry["key"]:
            same = [(each["vault"], each["agent"], each["role"]) for each in (said, entry)]
            is_own = same[0] == same[1] == (extract["vault"], *person(own)[1:]) and entry["role"] in DECIDES
            is_own &= hashlib.sha256(opened).hexdigest() == entry["commitment"] and issued(own, root, at)
            is_own &= signs(key(own), canonical(said), signed["signature"])
            if is_own and signs(session, canonical(entry), event["signature"]):
                states = [each["record"] for each in payload["states"] if each["entity"] == "interview"]
                return next((each["record_digest"] for each in states if each["id"] == entry["subject"]), "")
    return ""


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


def strict(data: bytes) -> dict:
    """Return a value that is written in its one form."""
    value = json.loads(data)
    if canonical(value) != data:
        raise Verdict(40, "what the bundle states is not written in its one form")
    return dict(value)


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def words(data: bytes, at: int = 0) -> tuple[list[bytes], int]:
    """Return the tokens from here to `endobj` or `stream`, strings as (text, and the place behind it."""
    found = list[bytes]()
    while (token := TOKEN.match(data, at)) and token[1] not in (b"endobj", b"stream"):
        is_text = token[1][:1] == b"(" or (token[1][:1] == b"<" and token[1] != b"<<")
        found.append(b"(" + text(token[1]) if is_text else token[1])
        at = token.end()
    if token is None:
        raise ValueError
    return found, token.end()


def text(token: bytes) -> bytes:
    """Return the bytes of a string that is written in brackets or hexadecimal."""
    if token[:1] == b"<":
        return bytes.fromhex(token[1:-1].decode())
    known = dict(zip(b"nrtbf", b"\n\r\t\b\f", strict=True))
    return re.sub(
        rb"\\([0-7]{1,3}|[\s\S])",
        lambda one: bytes([int(one[1], 8) & 255 if one[1].isdigit() else known.get(one[1][0], one[1][0])]),
        token[1:-1],
    )


def fits(tokens: list[bytes], form: str) -> bool:
    """Whether the tokens are those of the form, where * is any token but a bracket."""
    wanted, brackets = form.encode().split(), (b"<<", b">>", b"[", b"]")
    return len(tokens) == len(wanted) and all(
        token == want or (want == b"*" and token not in brackets)
        for token, want in zip(tokens, wanted, strict=True)
    )


def place_of(field: list[bytes]) -> bytes:
    return field[field.index(b"/T") + 1][1:]


def added(
    update: re.Match[bytes], objects: dict[int, list[bytes]], root: bytes, before: int, *, is_first: bool
) -> bool:
    """Whether an update only fills an empty place with a signature; takes its changes into the objects."""
    field, signature, is_new = int(update["field"]), int(update["sig"]), b"%s 0 R" % update["sig"]
    perms = [b"/Perms", b"<<", b"/DocMDP", update["sig"], b"0", b"R", b">>"]
    old, starts = objects[field][3:], {field: update.start(), signature: update.start("itself")}
    if b"/V" in old or b"/Sig" not in old or signature in objects or (update["more"] and not is_first):
        return False
    if words(update["old"] + b" endobj")[0] != old[1:-1] or any(
        is_new in b" ".join(tokens) for tokens in objects.values()
    ):
        return False
    certifies = False
    for part in re.finditer(rb"(\d+) 0 obj\n<<\n([^\0]*?)\n>>\nendobj\n", update["more"]):
        was, now = objects[int(part[1])][4:-1], words(part[2] + b" endobj")[0]
        if now[: len(was)] != was or now[len(was) :] not in ([b"/SigFlags", b"3"], perms):
            return False
        certifies |= now[len(was) :] == perms and part[1] == root
        starts[int(part[1])] = update.start("more") + part.start()
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in sorted(starts.items()))
    objects[signature] = [b"(%d" % signature]
    sound = update["rows"], update["root"], int(update["prev"]), int(update["xref"])
    return (*sound, update["level"] is not None) == (rows, root, before, update.start("xrefs"), certifies)


def attached(
    data: bytes, objects: dict[int, list[bytes]], places: dict[int, int], catalogue: list[bytes]
) -> dict[str, bytes]:
    """Return the attached files. Each has one name and one content, whichever way a reader takes."""
    files, numbers = dict[str, bytes](), dict[bytes, bytes]()
    for number, tokens in objects.items():
        if b"/EF" in tokens:
            one = fits(tokens[3:], FILE) and tokens[11] == tokens[15] and tokens[20] == tokens[24]
            if not one or not PLAIN.fullmatch(tokens[20]):
                raise Verdict(40, "an attached file has more than one name or content")
            content, at = words(data, places[int(tokens[11])])
            unpack, room = zlib.decompressobj(), 16 * len(data) + 2**26 - sum(map(len, files.values()))
            end = at + 1 + int(content[7])
            if not fits(content[3:], CONTENT):
                raise Verdict(40, "an attached file is not in the one form that THB Desktop writes")
            if data[end : end + 11] != b"\r\nendstream":
                raise ValueError
            files[tokens[20][1:].decode("ascii")] = unpack.decompress(data[at + 1 : end], max(1, room))
            numbers[tokens[20]] = b"%d" % number
            if not unpack.eof or unpack.unused_data:
                raise ValueError
    names = [each for name in sorted(numbers) for each in (name, numbers[name], b"0", b"R")]
    tree = [b"<<", b"/EmbeddedFiles", b"<<", b"/Names", b"[", *names, b"]", b">>", b">>"]
    listed = catalogue[catalogue.index(b"/AF") + 2 :]
    listed = listed[: listed.index(b"]")]
    if objects[int(catalogue[catalogue.index(b"/Names") + 1])][3:] != tree or len(
        {name.lower() for name in files}
    ) != sum(b"/EF" in tokens for tokens in objects.values()):
        raise Verdict(40, "an attached file has more than one name or content")
    if sorted(listed[::3]) != sorted(numbers.values()):
        raise Verdict(40, "an attached file is listed in one place and not in another")
    return files


def record(name: str, data: bytes) -> str:
    """Return the digest of a record: of its first line, which lists the digests of the other lines."""
    first, *lines = data.splitlines()
    listed = set(re.findall(rb"\"([0-9a-f]{64})\"", first))
    if any(hashlib.sha256(line).hexdigest().encode() not in listed for line in lines):
        raise Verdict(40, f"{name} holds what is no part of this record")
    return hashlib.sha256(first).hexdigest()


def der(certificate: Path) -> bytes:
    return b64decode(certificate.read_text("ascii").split("-----")[2])


def shown(certificate: Path, *what: str) -> str:
    if (done := run(["openssl", "x509", "-noout", "-in", str(certificate), *what])).returncode != 0:
        raise Verdict(40, f"{certificate.name} is no certificate")
    return " ".join(done.stdout.split())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 3 else __doc__)

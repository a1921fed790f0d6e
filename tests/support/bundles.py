"""Bundle contents made straight from the two fictional cases, and one of many scripts, without a vault."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from typing import Any

import resources
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.bundle import (
    BundleContent,
    CaseFrame,
    ChainHead,
    CustodyEntry,
    ExhibitInFull,
    Finance,
    InterviewInFull,
    Proof,
    Release,
    SegmentInFull,
    SignatureWanted,
    WithheldKind,
)
from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.ids import (
    AccountId,
    AuthorityId,
    BundleId,
    CaseId,
    ExhibitId,
    FileId,
    InstrumentId,
    InterpreterId,
    InterviewId,
    ObjectId,
    OfficialId,
    PersonId,
    ProceedingId,
    RowId,
    SegmentId,
)
from thb_desktop.domain.interview import (
    Caution,
    Correction,
    InterpreterEngagement,
    Interview,
    Presence,
    RecordSignature,
    Rendering,
    Segment,
    TimelineEvent,
)
from thb_desktop.domain.people import Interpreter, Official, Person

Json = Mapping[str, Any]
CASE = CaseId("case-1")
MADE = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
CUSTODY = {
    "released_for_examination": v.CustodyAction.TRANSFER_OUT,
    "deposited": v.CustodyAction.STORED,
    "received": v.CustodyAction.TRANSFER_IN,
    "handed_over": v.CustodyAction.TRANSFER_OUT,
    "captured": v.CustodyAction.ACQUIRED,
    "extracted": v.CustodyAction.ACQUIRED,
    "hashed": v.CustodyAction.VERIFIED,
}
SCRIPTS = (
    (
        "ar",
        "رأيته يوم 12/03/2026 أمام المنزل رقم 7، وقال لي: «لا تتكلمي».",
        "I saw him on 12/03/2026 in front of house number 7.",
    ),
    (
        "fa",
        "شماره تلفن او ۰۹۱۲۳۴۵۶۷۸۹ بود و می‌گفت باید ۴۲۰۰ یورو بپردازم.",
        "His number was 09123456789; I had to pay 4,200 euros.",
    ),
    (
        "ur",
        "اس نے میرا پاسپورٹ لے لیا اور کہا کہ قرض ادا کرو۔",
        "He took my passport and said: pay the debt.",
    ),
    (
        "he",
        "הוא לקח לי את הדרכון ב־5 במאי 2026, בדירה מספר 12.",
        "He took my passport on 5 May 2026, in flat number 12.",
    ),
    ("am", "ፓስፖርቴን ወሰደ፤ ብር እንድከፍል ነገረኝ።", "He took my passport and told me to pay."),
    ("ti", "ፓስፖርተይ ወሲዱ ገንዘብ ክፈሊ ኢሉኒ።", "He took my passport and told me to pay."),
    ("th", "เขายึดหนังสือเดินทางของฉันและบอกว่าฉันเป็นหนี้เขา", "He kept my passport and said that I owed him."),
    (
        "zh",
        "他拿走了我的护照，说我欠他四千二百欧元。",
        "He took my passport and said I owed him 4,200 euros.",
    ),
    (
        "hi",
        "उसने मेरा पासपोर्ट ले लिया और कहा कि मुझ पर कर्ज़ है।",
        "He took my passport and said that I was in debt.",
    ),
    (
        "bn",
        "সে আমার পাসপোর্ট নিয়ে গেছে, বলেছে ৪২০০ ইউরো ঋণ।",
        "He took my passport; he said the debt was 4,200 euros.",
    ),
    (
        "ka",
        "მან წამართვა პასპორტი და მითხრა, რომ ვალი მქონდა.",
        "He took my passport and said that I had a debt.",
    ),
    (
        "vi",
        "Anh ta giữ hộ chiếu của tôi và nói rằng tôi nợ 420 triệu đồng.",
        "He kept my passport and said that I owed 420 million dong.",
    ),
    (
        "yo",
        "Ó gba ìwé ìrìnnà mi, ó sì ní mo jẹ gbèsè.",
        "He took my travel document and said that I was in debt.",
    ),
    ("el", "Μου πήρε το διαβατήριο και είπε ότι χρωστάω.", "He took my passport and said that I owed money."),
    (
        "uk",
        "Він забрав мій паспорт і сказав, що я винна 4200 євро.",
        "He took my passport and said that I owed 4,200 euros.",
    ),
)


def sha256(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


PROOF = Proof(
    head=ChainHead(
        size=412,
        root=sha256("root"),
        counters_root=sha256("counters"),
        at="2026-06-01T09:30:00.000000+00:00",
        short_code="K7Q2-9F3A-TM4X",
    ),
    custody_extract=b'{"format":"thb-custody-extract/1"}',
    root_certificate=bytes(range(256)) * 2,
    root_fingerprint=sha256("certificate"),
    software="THB Desktop 0.1.0",
)


def case_content(name: str, *, languages: Sequence[str] = ()) -> BundleContent:
    """The content of a bundle of case "perla" or "schelde"; renderings in the languages named."""
    return _Maker(_case_json(name), tuple(languages)).content()


def scripts_content(*, repeat: int = 1) -> BundleContent:
    """A case with one interview whose segments are in as many scripts as the courts meet."""
    data = dict(_case_json("schelde"))
    segments = [
        {
            "n": n * len(SCRIPTS) + i + 1,
            "lang": tag,
            "q": None,
            "a": {"o": text, "en": english, "nl": f"({tag}) {english}"},
        }
        for n in range(repeat)
        for i, (tag, text, english) in enumerate(SCRIPTS)
    ]
    data["interviews"] = [{**data["interviews"][0], "segments": segments, "language": "ar"}]
    return _Maker(data, ("nl", "en")).content()


def large_content(pages: int, *, language: str = "ro") -> BundleContent:
    """One bilingual interview of about this many pages in one of case PERLA's languages.

    Every tenth word is one that never came before, as names and numbers are in real testimony.
    """
    data = dict(_case_json("perla"))
    spoken = next(each for each in data["interviews"] if each["language"] == language)
    segments = []
    for n in range(int(pages * 6.2)):
        segment = spoken["segments"][n % len(spoken["segments"])]
        fresh = {
            side: {tag: _with_new_words(text, n) for tag, text in segment[side].items()}
            for side in ("q", "a")
        }
        segments.append({**segment, **fresh, "n": n + 1})
    data["interviews"] = [{**spoken, "segments": segments}]
    return _Maker(data, ("fr",)).content()


def _with_new_words(text: str, n: int) -> str:
    words = text.split(" ")
    for at in range(n % 10, len(words), 10):
        digest = hashlib.sha256(f"{n} {at} {words[at]}".encode()).digest()
        words[at] = "".join(chr(letter % 26 + 97) for letter in digest[:7])
    return " ".join(words)


def sentences_of(content: BundleContent) -> list[tuple[str, str]]:
    """Every text of every interview as (language, text)."""
    found: list[tuple[str, str]] = []
    for full in content.interviews:
        for each in full.segments:
            if each.segment.source_text is not None:
                found.append((each.segment.language, each.segment.source_text))
            found += [(rendering.language, rendering.text) for rendering in each.renderings]
    return found


def _case_json(name: str) -> Json:
    folder = files(resources) / "cases" / name
    (path,) = (
        each for each in folder.iterdir() if each.name.startswith("case_") and each.name.endswith(".json")
    )
    loaded: Json = json.loads(path.read_text(encoding="utf-8"))
    return loaded


class _Maker:
    def __init__(self, data: Json, languages: tuple[str, ...]) -> None:
        self.data = data
        self.case = data["case"]
        self.language = self.case["file_language"]
        self.languages = languages or (self.language, "en")

    def content(self) -> BundleContent:
        people = self.data["persons"]
        case = self._case()
        frame = CaseFrame(
            case=case,
            authorities=tuple(self._authorities()),
            proceedings=tuple(self._proceedings()),
            instruments=tuple(map(self._instrument, self.data["cooperation"])),
            officials=tuple(
                self._official(each)
                for each in people
                if each["id"].startswith("P-") and each["role"] != "interpreter"
            ),
            interpreters=tuple(self._interpreter(each) for each in people if each["role"] == "interpreter"),
            persons=tuple(self._person(each) for each in people if not each["id"].startswith("P-")),
        )
        return BundleContent(
            release=self._release(people),
            frame=frame,
            interviews=tuple(map(self._interview, self.data["interviews"])),
            exhibits=tuple(map(self._exhibit, self.data["evidence"])),
            finance=Finance(
                accounts=tuple(self._accounts()),
                transactions=tuple(self._transactions()),
                objects=tuple(self._objects()),
            ),
            proof=PROOF,
        )

    def _release(self, people: Sequence[Json]) -> Release:
        return Release(
            id=BundleId("bundle-1"),
            number="B-2026-0001",
            version=1,
            made_at=MADE,
            language=self.language,
            languages=self.languages,
            purpose="Execution of EIO-1",
            recipient=self.case["partner_authority"]["name"],
            sender_id=AuthorityId("lead_authority"),
            signatures=(
                SignatureWanted(
                    field="Interpreter",
                    name=next(each["name"] for each in people if each["role"] == "interpreter"),
                    function=v.UserRole.INTERPRETER,
                    certificate=sha256("certificate of the interpreter"),
                ),
                SignatureWanted(
                    field="Authority",
                    name=people[0]["name"],
                    function=v.UserRole(people[0]["role"].upper()),
                    certificate=sha256("certificate of the authority"),
                ),
            ),
            withheld=((WithheldKind.WORKING_NOTES, 3),),
        )

    def _case(self) -> CaseFile:
        titles = sorted(self.case["title"].items(), key=lambda pair: pair[0] != self.language)
        return CaseFile(
            id=CASE,
            reference=self.case["id"],
            titles=tuple(titles),
            language=self.language,
            country=self.case["investigating_state"],
            notice_number=self.case["notice_number"],
            opened_on=date.fromisoformat(self.case["opened"]),
            status=v.CaseStatus.OPEN,
            exploitation=tuple(self.case["form_of_exploitation"]),
            legal_basis=tuple(self.case["legal_basis"]),
            fictional=True,
        )

    def _authorities(self) -> Iterable[Authority]:
        for part, key in (
            (v.AuthorityPart.LEAD, "lead_authority"),
            (v.AuthorityPart.PARTNER, "partner_authority"),
        ):
            each = self.case[key]
            yield Authority(
                id=AuthorityId(key),
                case_id=CASE,
                name=each["name"],
                kind=v.AuthorityKind.PUBLIC_PROSECUTOR,
                part=part,
                country=each.get("state", self.case["investigating_state"]),
                official_id=OfficialId(each["person"]),
            )

    def _proceedings(self) -> Iterable[Proceeding]:
        for index, each in enumerate(self.case["offences"]):
            yield Proceeding(
                id=ProceedingId(f"proceeding-{index}"),
                case_id=CASE,
                authority_id=None,
                country=each["state"],
                reference=self.case["notice_number"],
                offence=tuple(each["label"].items()),
                period_from=date(2026, 1, 1),
                period_to=date(2026, 4, 29),
            )

    def _instrument(self, each: Json) -> Instrument:
        def day(key: str) -> date | None:
            return date.fromisoformat(each[key]) if each.get(key) else None

        known = {"EIO": v.InstrumentType.EIO, "JIT": v.InstrumentType.JIT_AGREEMENT}
        return Instrument(
            id=InstrumentId(each["id"]),
            case_id=CASE,
            number=each["id"],
            type=known.get(each["type"], v.InstrumentType.OTHER),
            status=v.InstrumentStatus.EXECUTED if each.get("executed") else v.InstrumentStatus.SENT,
            reference=each["ref"],
            from_country=each.get("from", ""),
            to_country=each.get("to", ""),
            issued_on=day("issued") or day("date"),
            acknowledged_on=day("received_ack"),
            executed_on=day("executed"),
            measures=tuple(each.get("measures", ())),
            languages=tuple(each.get("languages", ())),
            confidential=bool(each.get("confidentiality")),
            urgent=bool(each.get("urgent")),
            note=each.get("note", ""),
        )

    def _official(self, each: Json) -> Official:
        roles = {"investigator": v.OfficialRole.POLICE_INTERVIEWER}
        role = roles.get(each["role"]) or v.OfficialRole(each["role"].upper())
        return Official(
            id=OfficialId(each["id"]),
            case_id=CASE,
            code=each["id"],
            role=role,
            name=each["name"],
            country=each["state"],
            unit=each.get("unit", ""),
        )

    def _interpreter(self, each: Json) -> Interpreter:
        return Interpreter(
            id=InterpreterId(each["id"]),
            case_id=CASE,
            code=each["id"],
            name=each["name"],
            name_latin=each.get("latin", ""),
            languages=tuple(each["languages"]),
            status=v.InterpreterStatus.SWORN,
            register_number=each.get("sworn_no", ""),
        )

    def _person(self, each: Json) -> Person:
        return Person(
            id=PersonId(each["id"]),
            case_id=CASE,
            code=each["id"],
            role=v.ProceduralRole.SUSPECT if each["role"] == "suspect" else v.ProceduralRole.PRESUMED_VICTIM,
            sex=v.Sex.FEMALE if each.get("sex") == "F" else v.Sex.NOT_KNOWN,
            age_status=v.AgeStatus.ADULT_CONFIRMED if each.get("adult") else v.AgeStatus.UNKNOWN,
            identity_protection=v.IdentityProtection.PSEUDONYM,
            language=each.get("language", ""),
        )

    def _interview(self, each: Json) -> InterviewInFull:
        interview_id = InterviewId(each["id"])
        person = next(self._person(p) for p in self.data["persons"] if p["id"] == each["person"])
        interpreter = each.get("interpreter")
        start, end = (_moment(each, each.get(key)) for key in ("start", "end"))
        segments = tuple(self._segments(each, interview_id))
        return InterviewInFull(
            interview=self._head(each, interview_id, start, end),
            person=person,
            presences=self._presences(each, interview_id),
            cautions=self._cautions(each, interview_id),
            timeline=tuple(self._timeline(interview_id, start, end)),
            corrections=(
                Correction(
                    id=RowId("c1"),
                    interview_id=interview_id,
                    segment_id=segments[0].segment.id,
                    before="8 ianuarie",
                    after="9 ianuarie",
                    requested_by=each["person"],
                    reason="CLARIFICATION",
                ),
            ),
            signatures=(
                RecordSignature(
                    id=RowId("s1"),
                    interview_id=interview_id,
                    role=v.SignerRole.PERSON_HEARD,
                    name=each["person"],
                    method=v.SignatureMethod.HANDWRITTEN_ON_PAPER,
                    at=end,
                ),
                RecordSignature(
                    id=RowId("s2"),
                    interview_id=interview_id,
                    role=v.SignerRole.INTERPRETER,
                    name=interpreter or "",
                    method=v.SignatureMethod.ADVANCED_ES,
                    at=end,
                ),
            ),
            engagements=(self._engagement(each, interview_id),) if interpreter else (),
            segments=segments,
            digest=sha256("record", each["id"]),
        )

    def _head(
        self, each: Json, interview_id: InterviewId, start: datetime | None, end: datetime | None
    ) -> Interview:
        return Interview(
            id=interview_id,
            case_id=CASE,
            number=each["id"],
            person_id=PersonId(each["person"]),
            language=each["language"],
            language_note=each.get("language_note", ""),
            procedure_language=self.language,
            stage=v.ProcedureStage.INVESTIGATION,
            legal_basis="art. 47bis CIC",
            record_kind=v.RecordKind.VERBATIM_QA,
            authoritative_text=v.AuthoritativeText.PROCEDURE_LANGUAGE,
            medium=v.Medium.IN_PERSON,
            place=each["place"],
            held_on=each["date"],
            started_at=start,
            ended_at=end,
            clock_source=v.ClockSource.DEVICE_UNVERIFIED,
            lead_interviewer_id=OfficialId(each["interviewer"]),
            record_keeper_id=None,
            sequence=1,
            prior_interviews="",
            special_measures=("AV_RECORDING", "TRAINED_INTERVIEWER"),
            health_statement="",
            defence_participation=v.DefenceParticipation.NO_SUSPECT_IDENTIFIED,
            defence_note="",
            recording_id=ExhibitId(each["recording"]) if each.get("recording") else None,
            recording_note="",
            readback_mode=v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
            readback_language=each["language"],
            confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS,
            interpretation_complaint="",
            copy_given=v.CopyGiven.NO_SAFETY_REASON,
            state=v.InterviewState.SIGNED,
        )

    def _presences(self, each: Json, interview_id: InterviewId) -> tuple[Presence, ...]:
        return (
            Presence(
                id=RowId("p1"),
                interview_id=interview_id,
                role=v.PresenceRole.POLICE_INTERVIEWER,
                name=each["interviewer"],
                organisation="PJF",
                place=v.PresencePlace.ROOM,
            ),
            Presence(
                id=RowId("p2"),
                interview_id=interview_id,
                role=v.PresenceRole.VICTIM_LAWYER,
                name="A. Martin",
                organisation="",
                place=v.PresencePlace.REMOTE,
                from_at=MADE,
                to_at=MADE + timedelta(hours=1),
            ),
        )

    def _cautions(self, each: Json, interview_id: InterviewId) -> tuple[Caution, ...]:
        return tuple(
            Caution(
                id=RowId(f"k{index}"),
                interview_id=interview_id,
                code=code,
                given=True,
                language=each["language"],
                mode=v.CautionMode.ORAL,
                understood=True,
                reply="Da." if index else "",
            )
            for index, code in enumerate(
                (
                    v.CautionCode.ROLE_AND_PURPOSE,
                    v.CautionCode.RIGHT_TO_LAWYER,
                    v.CautionCode.VICTIM_RIGHTS_INFORMATION,
                )
            )
        )

    def _timeline(
        self, interview_id: InterviewId, start: datetime | None, end: datetime | None
    ) -> Iterable[TimelineEvent]:
        for kind, at in ((v.TimelineKind.START, start), (v.TimelineKind.END, end)):
            if at:
                yield TimelineEvent(id=RowId(kind.value), interview_id=interview_id, kind=kind, at=at)

    def _engagement(self, each: Json, interview_id: InterviewId) -> InterpreterEngagement:
        return InterpreterEngagement(
            id=RowId("e1"),
            interview_id=interview_id,
            interpreter_id=InterpreterId(each["interpreter"]),
            from_language=each["language"],
            to_language=self.language,
            oath=v.InterpreterOath.GENERAL_OATH_ON_FILE,
            dialect_match=v.DialectMatch.CLOSE,
            mode=v.InterpretingMode.CONSECUTIVE_SHORT,
            channel=v.InterpretingChannel.ON_SITE,
            conflict=v.ConflictDeclaration.NONE_DECLARED,
            conflict_note="",
            relay=each.get("relay", ""),
            comprehension_confirmed=True,
            certified=True,
        )

    def _segments(self, each: Json, interview_id: InterviewId) -> Iterable[SegmentInFull]:
        sequence = 0
        for turn in each["segments"]:
            for side, speaker, kind in (
                ("q", v.SpeakerRole.INTERVIEWER, v.UtteranceKind.QUESTION),
                ("a", v.SpeakerRole.PERSON_HEARD, v.UtteranceKind.ANSWER),
            ):
                texts = turn[side]
                if texts is None:
                    continue
                sequence += 1
                segment_id = SegmentId(f"{interview_id}-{sequence}")
                hidden = each["id"] == "I-02" and turn["n"] == 2 and side == "a"
                begin, _, stop = (turn.get("t") or "").partition("-") if side == "a" else ("", "", "")
                segment = Segment(
                    id=segment_id,
                    interview_id=interview_id,
                    sequence=sequence,
                    label=f"{turn['n']} {side.upper()}",
                    speaker=speaker,
                    kind=kind,
                    language=turn.get("lang", each["language"]),
                    source_text=None if hidden else texts["o"],
                    capture=v.SourceCapture.NOT_CAPTURED if hidden else v.SourceCapture.TYPED_LIVE,
                    recording_from=begin,
                    recording_to=stop,
                )
                renderings = tuple(
                    Rendering(
                        id=RowId(f"{segment_id}-{language}"),
                        segment_id=segment_id,
                        language=language,
                        kind=v.RenderingKind.RENDITION
                        if language == self.language
                        else v.RenderingKind.TRANSLATION,
                        state=v.RenderingState.SELF_CHECKED,
                        text=texts[language],
                        source_digest="",
                        made_by=each.get("interpreter") or "",
                    )
                    for language in self.languages
                    if language in texts and language != each["language"]
                )
                yield SegmentInFull(segment=segment, renderings=renderings)

    def _exhibit(self, each: Json) -> ExhibitInFull:
        exhibit_id = ExhibitId(each["id"])
        kinds = {
            "device": v.ExhibitKind.DIGITAL_DEVICE,
            "recording": v.ExhibitKind.AV_RECORDING,
            "document": v.ExhibitKind.DOCUMENT_PAPER,
            "object": v.ExhibitKind.PHYSICAL,
        }
        parent = each.get("derived_from")
        titles = sorted(each["label"].items(), key=lambda pair: pair[0] != self.language)
        exhibit = Exhibit(
            id=exhibit_id,
            case_id=CASE,
            number=each["id"],
            kind=kinds.get(each["kind"], v.ExhibitKind.FILE),
            originality=v.Originality.LOGICAL_COPY if parent else v.Originality.ORIGINAL,
            titles=tuple(titles),
            source=each.get("source", ""),
            collected_at=datetime.fromisoformat(each["seized"]) if each.get("seized") else MADE,
            collected_by=OfficialId(each.get("by", "P-INV1")),
            parent_id=ExhibitId(parent) if parent else None,
            root_id=ExhibitId(parent) if parent else exhibit_id,
            instrument_id=InstrumentId(each["obtained_by"]) if each.get("obtained_by") else None,
            seal=each.get("seal", ""),
            note=each.get("image", ""),
        )
        events = [event for event in self.data["custody"] if event["evidence"] == each["id"]]
        return ExhibitInFull(
            exhibit=exhibit,
            files=tuple(self._files(each, exhibit_id)),
            custody=tuple(self._event(event, index, len(events)) for index, event in enumerate(events)),
            digest=sha256("exhibit", each["id"]),
        )

    def _files(self, each: Json, exhibit_id: ExhibitId) -> Iterable[ExhibitFile]:
        paths = each.get("file") or []
        types = {
            "txt": "text/plain",
            "csv": "text/csv",
            "html": "text/html",
            "png": "image/png",
            "wav": "audio/wav",
            "json": "application/json",
            "pdf": "application/pdf",
        }
        for path in [paths] if isinstance(paths, str) else paths:
            name = path.rsplit("/", 1)[-1]
            yield ExhibitFile(
                id=FileId(f"file-{name}"),
                exhibit_id=exhibit_id,
                name=name,
                media_type=types.get(name.rsplit(".", 1)[-1], "application/octet-stream"),
                size=1000 + len(name) * 317_411,
                sha256=sha256("file", name),
                object_id=ObjectId("0" * 32),
                added_at=MADE,
            )

    def _event(self, event: Json, index: int, count: int) -> CustodyEntry:
        action = CUSTODY.get(event["action"]) or v.CustodyAction(event["action"].upper())
        at = datetime.fromisoformat(event["at"])
        late = index == count - 1 and count > 2
        custody = CustodyEvent(
            id=RowId(f"{event['evidence']}-{index}"),
            exhibit_id=ExhibitId(event["evidence"]),
            number=index + 1,
            action=action,
            occurred_at=at,
            recorded_at=at + timedelta(days=3 if late else 0, minutes=12),
            clock_source=v.ClockSource.DEVICE_UNVERIFIED,
            actor_id=OfficialId(event["by"]),
            actor=event["by"],
            place=event.get("place", ""),
            reason=event.get("note", ""),
            from_party=event.get("from", ""),
            to_party=event.get("to", ""),
            seal=event.get("seal", ""),
            former_seal=event.get("seal_old", ""),
            sha256=event.get("sha256", ""),
            result=v.VerificationResult.MISMATCH if event["action"] == "verified" else None,
            late_entry_reason="No access to the vault on site." if late else "",
        )
        return CustodyEntry(
            event=custody, sequence=100 + index, leaf=sha256("leaf", event["evidence"], index), count=count
        )

    def _objects(self) -> Iterable[CaseObject]:
        kinds = {
            "phones": v.CaseObjectKind.PHONE,
            "ads": v.CaseObjectKind.ONLINE_ADVERT,
            "addresses": v.CaseObjectKind.ADDRESS,
            "vehicles": v.CaseObjectKind.VEHICLE,
            "companies": v.CaseObjectKind.COMPANY,
            "payslips": v.CaseObjectKind.PAYSLIP,
        }
        for key, kind in kinds.items():
            for each in self.data.get(key, ()):
                label = next(
                    str(each[name])
                    for name in ("number", "title", "text", "plate", "name", "month")
                    if name in each
                )
                details = tuple(
                    (name, str(value))
                    for name, value in each.items()
                    if name != "id" and isinstance(value, str)
                )
                yield CaseObject(
                    id=RowId(each["id"]),
                    case_id=CASE,
                    kind=kind,
                    number=each["id"],
                    label=label,
                    details=details,
                )

    def _accounts(self) -> Iterable[Account]:
        for each in self.data.get("bank") or ():
            yield self._account(each, each["account"], v.AccountKind.BANK, v.ChecksumState.VALID)
        for each in self.data.get("crypto") or ():
            yield self._account(each, each["address"], v.AccountKind.CRYPTO_SELF, v.ChecksumState.INVALID)

    def _account(self, each: Json, identifier: str, kind: v.AccountKind, state: v.ChecksumState) -> Account:
        return Account(
            id=AccountId(each["id"]),
            case_id=CASE,
            number=each["id"],
            kind=kind,
            identifier=identifier,
            network=each.get("chain", ""),
            currency=each.get("token", ""),
            holder=each.get("holder") or "",
            checksum=state,
            statement_id=ExhibitId(each["statement"]) if each.get("statement") else None,
            note=each.get("note", ""),
        )

    def _transactions(self) -> Iterable[Transaction]:
        rows = [
            {
                "at": tx["at"],
                "from": wallet["id"],
                "to": tx.get("to", ""),
                "amount": f"{tx['amount']} BTC",
                "text": tx["hash"],
            }
            for wallet in self.data.get("crypto") or ()
            for tx in wallet.get("tx", ())
        ]
        for index, each in enumerate([*self.data.get("transactions", ()), *rows]):
            amount, _, currency = each["amount"].rpartition(" ")
            known = {account.number for account in self._accounts()}
            yield Transaction(
                id=RowId(f"t{index}"),
                case_id=CASE,
                from_account_id=AccountId(each["from"]) if each["from"] in known else None,
                to_account_id=AccountId(each["to"]) if each["to"] in known else None,
                at=each["at"],
                amount=amount,
                currency=currency,
                counterparty="" if each["to"] in known else each["to"] or "",
                text=each.get("text", ""),
            )


def _moment(each: Json, time: str | None) -> datetime | None:
    return datetime.fromisoformat(f"{each['date']}T{time}:00+02:00") if time else None

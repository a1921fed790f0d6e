"""Contents of bundles: the fictional cases as the program loads them, and one with many scripts."""

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.support.offices import new_office
from tests.support.sample_desk import desk_of
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.domain.vocabulary import SpeakerRole, UtteranceKind
from thb_desktop.services.bundling.bundle_content import gather
from thb_desktop.services.bundling.bundle_options import BundleOptions, with_whole_case
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs
from thb_desktop.services.persons import people
from thb_desktop.services.samples import load_sample_case
from thb_desktop.services.testimony import interviews, records

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
    (
        "hy",
        "Նա վերցրեց իմ անձնագիրը և ասաց, որ ես պարտք ունեմ։",
        "He took my passport and said that I had a debt.",
    ),
    ("pa", "ਉਸ ਨੇ ਮੇਰਾ ਪਾਸਪੋਰਟ ਲੈ ਲਿਆ ਅਤੇ ਕਿਹਾ ਕਿ ਮੇਰੇ ਸਿਰ ਕਰਜ਼ਾ ਹੈ।", "He took my passport; he said I was in debt."),
    ("gu", "તેણે મારો પાસપોર્ટ લઈ લીધો અને કહ્યું કે મારા પર દેવું છે.", "He took my passport; he said I was in debt."),
    ("ta", "அவர் என் கடவுச்சீட்டை எடுத்துக்கொண்டு கடன் இருப்பதாகச் சொன்னார்.", "He took my passport and spoke of a debt."),
    ("te", "అతను నా పాస్పోర్ట్ తీసుకుని, నాకు అప్పు ఉందని చెప్పాడు.", "He took my passport and said that I had a debt."),
    ("si", "ඔහු මගේ ගමන් බලපත්‍රය ගෙන මට ණයක් ඇති බව කීවේය.", "He took my passport and said that I had a debt."),
    ("lo", "ລາວເອົາໜັງສືຜ່ານແດນຂອງຂ້ອຍໄປ ແລະ ບອກວ່າຂ້ອຍເປັນໜີ້.", "He took my passport and said that I owed."),
    (
        "km",
        "គាត់បានយកលិខិតឆ្លងដែនរបស់ខ្ញុំ ហើយនិយាយថាខ្ញុំជំពាក់បំណុលគាត់។",
        "He took my passport and said that I owed him.",
    ),
    (
        "my",
        "သူက ကျွန်မရဲ့ နိုင်ငံကူးလက်မှတ်ကို ယူသွားပြီး အကြွေးရှိတယ်လို့ ပြောတယ်။",
        "He took my passport and said that I was in debt.",
    ),
    (
        "ja",
        "彼は私のパスポートを取り上げ、四千二百ユーロの借金があると言いました。",
        "He took my passport and said I owed 4,200 euros.",
    ),
)
"""Language, words, and the same in English: in 21 scripts."""


@cache
def case_content(name: str, *, languages: tuple[str, ...] = ()) -> BundleContent:
    """Return the content of a bundle of case "perla" or "schelde" with its translations; the interpreter of
    its first interview certifies.

    languages: of the columns after the original; by default the file's own.
    """
    gathered: list[BundleContent] = []
    with tempfile.TemporaryDirectory() as place:
        new_office(
            Path(place, "office.thbvault"), lambda session: gathered.append(_gather(session, name, languages))
        )
    return gathered[0]


def _gather(session: Session, name: str, languages: Sequence[str]) -> BundleContent:
    desk = desk_of(session)
    case = load_sample_case(session, name, desk=desk)
    first = interviews.list_interviews(session, case.id)[0].interview
    engaged = records.get_interview(session, first.id).engagements[0].interpreter_id
    interpreter = next(each for each in people.list_interpreters(session, case.id) if each.id == engaged)
    certifier = interpreter.user_id
    if certifier is None:
        certifier = desk(case, interpreter.name).user.id
        corrections.correct(session, replace(interpreter, user_id=certifier), "Became a user")
    options = BundleOptions(
        identities_because="Needed there",
        languages=tuple(languages) or (case.language,),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        job_ids=tuple(each.id for each in jobs.list_jobs_of_case(session, case.id)),
        certifier=certifier,
        released_with=ALONE,
        transfer=replace(AT_HOME, state=case.country),
    )
    return gather(session, case.id, with_whole_case(session, case.id, options))


def with_one_interview(
    content: BundleContent, full: InterviewInFull, segments: Sequence[SegmentInFull]
) -> BundleContent:
    """The same with one record of other turns, and so without a translation of any."""
    records = tuple(
        each
        for each in content.proof.records
        if each.kind == "exhibit" or each.number == full.interview.number
    )
    return replace(
        content,
        interviews=(replace(full, segments=tuple(segments)),),
        language=(),
        proof=replace(content.proof, records=records),
    )


def scripts_content(*, repeat: int = 1) -> BundleContent:
    """A case with one interview whose segments use as many scripts as courts meet."""
    whole = case_content("schelde")
    content = replace(whole, release=replace(whole.release, languages=("nl", "en")))
    full = content.interviews[0]
    spoken = full.segments[0]
    segments = [
        SegmentInFull(
            segment=_said(spoken.segment, number, language, text),
            renderings=tuple(
                _rendered(spoken.renderings[0], number, tag, words)
                for tag, words in (("nl", f"({language}) {english}"), ("en", english))
            ),
            number=number,
            label=f"{number} A",
        )
        for number, (language, text, english) in enumerate(SCRIPTS * repeat, 1)
    ]
    return with_one_interview(content, full, segments)


def large_content(pages: int, *, language: str = "ro") -> BundleContent:
    """One bilingual interview of about this many pages in one of case PERLA's languages.

    Every tenth word is new, as names and numbers are in real testimony.
    """
    content = case_content("perla", languages=("fr",))
    full = next(each for each in content.interviews if each.interview.language == language)
    segments = []
    for number in range(1, int(pages * 12.4) + 1):
        spoken = full.segments[number % len(full.segments)]
        text = _with_new_words(spoken.segment.source_text or "", number)
        renderings = tuple(
            _rendered(each, number, each.language, _with_new_words(each.text, number))
            for each in spoken.renderings
        )
        said = _said(spoken.segment, number, language, text)
        segments.append(
            SegmentInFull(segment=said, renderings=renderings, number=number, label=f"{number} A")
        )
    return with_one_interview(content, full, segments)


def _said(like: Segment, number: int, language: str, text: str) -> Segment:
    return replace(
        like,
        id=SegmentId(f"segment-{number}"),
        position=f"{number:06}",
        speaker=SpeakerRole.PERSON_HEARD,
        kind=UtteranceKind.ANSWER,
        language=language,
        source_text=text,
    )


def _rendered(like: Rendering, number: int, language: str, text: str) -> Rendering:
    return replace(
        like,
        id=RowId(f"rendering-{number}-{language}"),
        segment_id=SegmentId(f"segment-{number}"),
        language=language,
        text=text,
    )


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

"""A record with one sentence in each of many scripts: printed, and read back by another program.

The sentence is the first article of the Universal Declaration of Human Rights.
"""

from pathlib import Path

import pytest

from tests.support.controllers import new_session
from tests.support.offices import small_case
from tests.support.records import held, outcome, turn
from tests.support.testimony import SIGNED_BY_ALL
from tests.ui.test_declaration import printed
from thb_desktop.domain.vocabulary import AuthoritativeText
from thb_desktop.services.bundling import signing_copies
from thb_desktop.services.testimony import read_back

SENTENCES = {
    "ar": "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.",
    "fa": "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.",
    "ur": "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔",
    "ti": "ብመንፅር ክብርን መሰልን ኩሎም ሰባት እንትውለዱ ነፃን ማዕሪን እዮም።",
    "zh": "人人生而自由，在尊严和权利上一律平等。",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
    "th": "มนุษย์ทั้งปวงเกิดมามีอิสระและเสมอภาคกันในศักดิ์ศรีและสิทธิ",
    "lo": "ມະນຸດເກີດມາມີສິດເສລີພາບ ແລະ ສະເໝີໜ້າກັນໃນທາງກຽດຕິສັກ",
    "km": "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ",
    "my": "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း",
    "hi": "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता",
    "bn": "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
    "ta": "மனிதப் பிறிவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்",
    "pa": "ਸਾਰਾ ਮਨੁੱਖੀ ਪਰਿਵਾਰ ਆਪਣੀ ਮਹਿਮਾ, ਸ਼ਾਨ ਅਤੇ ਹੱਕਾਂ ਦੇ ਪੱਖੋਂ",
    "gu": "પ્રતિષ્ઠા અને અધિકારોની દૃષ્ટિએ સર્વ માનવો જન્મથી સ્વતંત્ર",
    "si": "සියලු මනුෂ්‍යයෝ නිදහස්ව උපත ලබා ඇත.",
    "te": "ప్రతిపత్తిస్వత్వముల విషయమున మానవులెల్లరును జన్మతః స్వతంత్రులు",
    "ka": "ყველა ადამიანი იბადება თავისუფალი და თანასწორი",
    "hy": "Բոլոր մարդիկ ծնվում են ազատ ու հավասար",
    "uk": "Всі люди народжуються вільними і рівними у своїй гідності та правах.",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
    "ja": "すべての人間は、生まれながらにして自由であり",
    "ko": "모든 인간은 태어날 때부터",
}


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("scripts")
    session = new_session(folder / "vault")
    interview = held(session, small_case(session), authoritative_text=AuthoritativeText.PROCEDURE_LANGUAGE)
    for tag, sentence in SENTENCES.items():
        turn(session, interview, sentence, language=tag)
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    pdf = signing_copies.make_signing_copy(session, interview.id).pdf
    session.close()
    return "".join(printed(pdf).split())


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_in_this_script_is_printed_and_read_back(tag: str, words: str):
    assert "".join(SENTENCES[tag].split()) in words

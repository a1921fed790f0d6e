import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pikepdf
import pytest

from tests.support.pages import Sheets
from tests.support.tagged_text import text_as_tagged
from thb_desktop.report.text import TextStyle, lay_out

STYLE = TextStyle(size=9.5, leading=13)
SENTENCES = {
    "ro": "Mi-au luat pașaportul în prima seară și mi-au spus că le datorez trei mii de euro pentru drum.",
    "bg": "Казаха ми, че дължа пари за пътя и че ако избягам, ще намерят сестра ми във Видин.",
    "uk": "Мені сказали, що я винна гроші за дорогу, і забрали мій паспорт; її звали Ґаліна.",
    "ru": "Мне сказали, что я должна деньги за дорогу — три тысячи евро.",
    "en-NG": "Dem collect my passport for the first night come tell me say I dey owe dem money.",
    "bin": "Ọba ghaa kie ẹrẹ; Iyẹ mwẹ ghi khian, ẹ́ghẹ́ na ọ̀khọ́ẹ́.",
    "yo": "Ọmọ ènìyàn ni a bí ní òmìnira; iyì àti ẹ̀tọ́ kọ̀ọ̀kan sì dọ́gba.",
    "vi": "Họ lấy hộ chiếu của tôi ngay đêm đầu và nói rằng tôi nợ tiền đường đi.",
    "pt": "Tiraram-me o passaporte na primeira noite e disseram que eu devia três mil euros.",
    "fr": "Ils m’ont pris mon passeport dès la première nuit : « tu nous dois 3 000 € », œuvre, Noël.",
    "nl": "Ze namen mijn paspoort af; een niet-zelfbesturend, trust-, of ander gebied, coördinatie, één.",
    "bn": "তারা প্রথম রাতেই আমার পাসপোর্ট নিয়ে নেয় এবং বলে যে আমি তিন হাজার ইউরো ঋণী।",
    "hi": "उन्होंने पहली रात मेरा पासपोर्ट ले लिया और कहा कि मुझ पर तीन हज़ार यूरो का क़र्ज़ है।",
    "th": "พวกเขาเอาหนังสือเดินทางของฉันไปตั้งแต่คืนแรกและบอกว่าฉันเป็นหนี้ค่าเดินทางสามพันยูโร",
    "lo": "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ ສິດທິ ເສລີພາບ ແລະ ຄວາມສະເໝີພາບເທົ່າທຽມກັນ",
    "km": "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្តីថ្លៃថ្នូរនិងសិទ្ធិ",
    "my": "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း မွေးဖွားလာသူများ ဖြစ်သည်",
    "am": "በመጀመሪያው ሌሊት ፓስፖርቴን ወሰዱብኝ፤ ለጉዞው ሦስት ሺህ ዩሮ ዕዳ አለብሽ አሉኝ።",
    "ti": "ኣብ ቀዳማይ ለይቲ ፓስፖርተይ ወሲዶምለይ፣ ሰለስተ ሽሕ ዩሮ ዕዳ ኣለኪ ኢሎምኒ።",
    "ka": "პირველივე ღამეს წამართვეს პასპორტი და მითხრეს, რომ სამი ათასი ევრო მმართებს.",
    "hy": "Առաջին գիշերը վերցրին անձնագիրս և ասացին, որ երեք հազար եվրո պարտք եմ։",
    "ta": "முதல் இரவே என் கடவுச்சீட்டை எடுத்துக்கொண்டு, மூவாயிரம் யூரோ கடன் என்றார்கள்.",
    "zh": "第一天晚上他们就拿走了我的护照，说：“你欠我们三千欧元路费。”我不敢走。",
    "el": "Μου πήραν το διαβατήριο την πρώτη νύχτα και μου είπαν ότι χρωστάω.",
}
RIGHT_TO_LEFT = {
    "ar": "قُلْتُ لَهُمْ: أخذوا جواز سفري في الليلة الأولى يوم ٢٠٢٣/٠٥/١٢ بمبلغ ٣٠٠٠ يورو (Sara).",
    "fa": "گذرنامه‌ام را شب اول گرفتند و گفتند ۳۰۰۰ یورو بدهکارم.",
    "ur": "انہوں نے پہلی رات میرا پاسپورٹ لے لیا اور کہا کہ مجھ پر تین ہزار یورو قرض ہے۔",
    "he": "הם לקחו לי את הדרכון ואמרו שאני חייבת 3000 אירו. שָׁלוֹם",
}


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not here")
    return found


def _document(sentences: dict[str, str], path: Path, *, width: float = 300) -> Path:
    sheets = Sheets()
    for language, text in sentences.items():
        sheets.add(lay_out(text, style=STYLE, width=width, language=language))
    return sheets.save(path)


def _without_blanks(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("width", [300, 90])
@pytest.mark.parametrize(
    "command", [("pdftotext", "-enc", "UTF-8", "{}", "-"), ("mutool", "draw", "-q", "-F", "txt", "{}")]
)
def test_every_left_to_right_sentence_is_read_back_exactly(tmp_path, command, width):
    path = _document(SENTENCES, tmp_path / "page.pdf", width=width)

    run = subprocess.run(
        [_tool(command[0]), *[part.format(path) for part in command[1:]]], capture_output=True, check=True
    )

    found = _without_blanks(run.stdout.decode())
    assert [language for language, text in SENTENCES.items() if _without_blanks(text) not in found] == []


@pytest.mark.parametrize("language", ["ro", "nl", "hi", "yo", "my", "am", "ta"])
def test_words_stand_apart_when_read_back(tmp_path, language):
    path = _document({language: SENTENCES[language]}, tmp_path / "page.pdf", width=800)

    run = subprocess.run([_tool("pdftotext"), str(path), "-"], capture_output=True, check=True)

    assert run.stdout.decode().strip() == SENTENCES[language]


@pytest.mark.parametrize("language", SENTENCES)
def test_the_words_at_a_line_end_stand_apart_for_readers_of_the_structure(tmp_path, language):
    path = _document({language: SENTENCES[language]}, tmp_path / "page.pdf", width=90)

    found = unicodedata.normalize("NFC", text_as_tagged(path))

    assert found == unicodedata.normalize("NFC", SENTENCES[language])


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_a_right_to_left_text_has_all_its_blanks_too(tmp_path, language):
    path = _document({language: RIGHT_TO_LEFT[language]}, tmp_path / "page.pdf", width=90)

    found = text_as_tagged(path)

    assert found.count(" ") == RIGHT_TO_LEFT[language].count(" ")


def test_lines_that_a_line_feed_ends_stand_apart(tmp_path):
    path = _document({"en": "one\ntwo\n\nthree"}, tmp_path / "page.pdf")

    found = text_as_tagged(path)

    assert found == "one two three"


def test_qpdf_finds_nothing_wrong(tmp_path):
    path = _document(SENTENCES | RIGHT_TO_LEFT, tmp_path / "page.pdf")

    run = subprocess.run([_tool("qpdf"), "--check", str(path)], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr


def test_every_glyph_shown_is_embedded_and_has_a_meaning_and_a_width(tmp_path):
    odd = {"en": "Marks ✓ ☐ → 😀 👩‍👧‍👦 🇧🇪 1️⃣ \u202e \x07 \U000123f0 zero\u200bwidth f\u200cf"}
    path = _document(SENTENCES | RIGHT_TO_LEFT | odd, tmp_path / "page.pdf")

    with pikepdf.open(path) as pdf:
        shown: dict[str, set[int]] = {}
        for page in pdf.pages:
            font = ""
            for instruction in pikepdf.parse_content_stream(page):
                if str(instruction.operator) == "Tf":
                    font = str(instruction.operands[0])
                elif str(instruction.operator) == "TJ":
                    codes = b"".join(
                        bytes(part) for part in instruction.operands[0] if isinstance(part, pikepdf.String)
                    )
                    shown.setdefault(font, set()).update(
                        int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)
                    )
        fonts = pdf.pages[0].obj.Resources.Font
        for name, glyphs in shown.items():
            meaning = fonts[name].ToUnicode.read_bytes().decode()
            mapped = {
                int(code, 16) for code in re.findall(r"^<([0-9A-F]{4})> <(?!0000>)", meaning, re.MULTILINE)
            }
            widths = {int(code) for code in list(fonts[name].DescendantFonts[0].W)[0::2]}

            assert 0 not in glyphs
            assert glyphs <= mapped
            assert glyphs <= widths
        assert len(shown) == len(fonts) > 15


def test_a_second_meaning_of_a_glyph_is_told_by_actual_text(tmp_path):
    path = _document({"en": "Aa Αa Aa"}, tmp_path / "page.pdf")

    run = subprocess.run([_tool("pdftotext"), str(path), "-"], capture_output=True, check=True)

    assert run.stdout.decode().strip() == "Aa Αa Aa"


_PROGRAM = """
import pathlib, sys
from tests.report.text.test_extraction import RIGHT_TO_LEFT, SENTENCES, _document
_document(SENTENCES | RIGHT_TO_LEFT, pathlib.Path(sys.argv[1]))
"""


def test_two_processes_write_the_same_bytes(tmp_path):
    root = Path(__file__).parents[3]
    written = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.pdf"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", _PROGRAM, str(path)], cwd=root, env=environment, check=True)
        written.append(path.read_bytes())

    assert written[0] == written[1]


def test_what_was_printed_before_does_not_change_a_document(tmp_path):
    first = _document(SENTENCES, tmp_path / "first.pdf").read_bytes()
    _document(dict(reversed((SENTENCES | RIGHT_TO_LEFT).items())), tmp_path / "between.pdf", width=120)

    second = _document(SENTENCES, tmp_path / "second.pdf").read_bytes()

    assert first == second

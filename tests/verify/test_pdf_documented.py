"""The page on signatures names every code that the verifier can give."""

from pathlib import Path

from thb_desktop import words

ROOT = Path(__file__).parents[2]


def test_every_code_of_the_verifier_is_on_the_page():
    sources = "".join(
        source.read_text("utf-8")
        for source in (
            ROOT / "thb_desktop/verify/pdf.py",
            *sorted((ROOT / "thb_desktop/verify/bundle").glob("*.py")),
            *sorted((ROOT / "thb_desktop/verify/documents").glob("*.py")),
        )
    )

    given = {
        key.partition(".")[0]
        for kind in ("verification", "documents")
        for key in words.entries(kind, words.ENGLISH)
        if f'"{key}"' in sources and key != "root.not-of-the-signers"
    }

    page = (ROOT / "docs/formats/bundle-signatures.md").read_text("utf-8")
    assert len(given) > 60
    assert {code for code in given if f"`{code}`" not in page} == set()

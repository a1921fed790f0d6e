"""Subtitles of strangers by real keys: signs that nobody sees, markup, odd times, and ten megabytes."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.looked import EAF
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibit_files, exhibits

TURNED = "\u202egnikaeps"
"""Letters that a sign which nobody sees turns round."""
SUBRIP = (
    f"1\n99:99:99,999 --> 00:00:00,001\n<script>alert(1)</script> {TURNED}\n\n"
    "2\nsoon --> later\nno time at all\n\n"
    "3\n00:00:05,000 --> 00:00:06,000\nlast \u2066words\u2069\n"
)
WEBVTT = f"WEBVTT\n\nNOTE seen by nobody\n\n00:01.000 --> 00:02.000\n<v Ana {TURNED}>yes &lt;b&gt;</v>\n"
LARGE = "".join(
    f"{number}\n00:00:00,000 --> 00:00:01,000\nword number {number}\n\n" for number in range(1, 190_000)
)
FILES = {
    "a.srt": SUBRIP.encode(),
    "b.vtt": WEBVTT.encode(),
    "c.eaf": EAF.replace(b"Bonjour", f"{TURNED} &lt;i&gt;".encode()),
    "d.srt": LARGE.encode(),
}


def test_hostile_subtitles_are_read_as_they_are_written(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
    for name, data in FILES.items():
        source = tmp_path / name
        source.write_bytes(data)
        exhibit_files.add_file(session, kept.id, source=source, name=name, media_type="text/plain")
    session.close()
    told_as = {"a.srt": "SubRip", "b.vtt": "WebVTT", "c.eaf": "ELAN", "d.srt": "Size: 10.6 MB"}

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    for name, told in told_as.items():
        clerk.waits_for_button(f"Look inside {name}")
        clerk.reaches(f"Look inside {name}")
        clerk.screen.keys("Return")
        clerk.reads(told)
        clerk.sees("Content of the file")
        clerk.screen.picture(name)
        clerk.screen.keys("Escape")
        clerk.waits_for_focus(f"Look inside {name}")
    clerk.leaves()

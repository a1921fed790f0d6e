"""Every key of the window in one place, for the windows and for the overview."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.text import translate

LOCK = "Ctrl+L"
OVERVIEW = "F1"
SETTINGS = "Ctrl+,"
QUIT = "Ctrl+Q"
SEARCH = "Ctrl+F"
SEARCH_ALL = "Ctrl+K"
NEW = "Ctrl+N"
NEW_SEGMENT = "Ctrl+Shift+N"
FIND, REPLACE = "Ctrl+F", "Ctrl+H"
OTHER_SIDE = "Ctrl+Tab"
GUIDE, LIST = "Ctrl+G", "Ctrl+B"
CLOSING, COMPLAINT = "F10", "Ctrl+I"
FORMALITIES, NEXT_STEP = "F7", "F9"
RENDERED_BY, CHECKED_BY = "Ctrl+R", "Ctrl+Shift+R"
LARGER, SMALLER, USUAL_SIZE = ("Ctrl++", "Ctrl+="), "Ctrl+-", "Ctrl+0"
UNDO, REDO = "Ctrl+Z", "Ctrl+Shift+Z"
SPLIT, JOIN, MOVE_UP, MOVE_DOWN = "Alt+S", "Alt+J", "Alt+Up", "Alt+Down"
SPEAKER, SPEAKER_BACK = "F2", "Shift+F2"
LANGUAGE, LANGUAGE_BACK = "F3", "Shift+F3"
SAVE = "Ctrl+S"
NEXT = "Ctrl+Return"
ADD_FILES = "Ctrl+O"
HAND_OVER = "F12"
CHECK_FILE = "Ctrl+Shift+F"
NEXT_TO_DO = "Ctrl+Down"
TAKE, CERTIFY = ("Alt+1", "Alt+2", "Alt+3"), "F10"
NEXT_LINES, ONE_LINE_MORE, IN_BRACKETS = "Ctrl+Down", "Ctrl+Shift+Down", "Ctrl+Space"
ONE_LINE_LESS = "Ctrl+Up"
"""Of taking over a statement."""
PLAY, LOOP, PLAY_TURN = "F4", "Shift+F4", "Ctrl+F4"
VIEW = PLAY
"""At an exhibit."""
PAGE_BEFORE, PAGE_AFTER, FIT, TURN = "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+9", "Ctrl+E"
NEXT_PLACE, FORMER_PLACE = LANGUAGE, LANGUAGE_BACK
NEXT_FILE, FORMER_FILE = "Alt+PgDown", "Alt+PgUp"
"""At a file that is looked into."""
MARK_IN, MARK_OUT, TO_MARK = "F5", "F6", "Shift+F5"
SECTIONS = MARK_OUT
"""At a case: to the list of its sections, and back into the page."""
INITIALS = MARK_IN
"""In a correction at the reading back, when the marks of the turns are set no more."""
STEP_BACK, STEP_ON = "Alt+Left", "Alt+Right"
FASTER, SLOWER, USUAL_SPEED = "Ctrl+Shift+Up", "Ctrl+Shift+Down", "Ctrl+Shift+0"
_LETTERS_WITH_ALT = ("S", "J")
"""Other letters with Alt go to what is underlined."""
_IN_WORK = (
    "F8",
    "Shift+F8",
    "Alt+1",
    "Alt+2",
    "Alt+3",
    "Ctrl+M",
    "Ctrl+Shift+M",
    "Ctrl+D",
    "Ctrl+J",
    "Ctrl+Shift+J",
    "Ctrl+Shift+G",
    "Ctrl+Up",
)
"""Keys of language work."""
LANGUAGE_WORK = "Ctrl+T"
NOTE_AT_TIME = "Ctrl+Shift+M"
GLOSSARY = "Ctrl+Shift+G"
NOTE, DOUBT, ASK_JUDGE, CONCERN = "Ctrl+M", "Ctrl+D", "Ctrl+J", "Ctrl+Shift+J"
NEXT_FINDING, SETTLE = "F8", "Shift+F8"


def overview() -> list[tuple[str, str]]:
    """Return pairs of a key and its effect."""
    first, *others = _general()
    return [first, *others[:5], *desk_overview(), *others[5:]]


def assignment_overview() -> list[tuple[str, str]]:
    """Return the keys of an interpreter who has one record, and nothing of the office's."""
    written = {NEXT, SAVE, NEW, ADD_FILES, LANGUAGE_WORK, LOCK, HAND_OVER, CHECK_FILE}
    ranges = {chosen(key) for key in (MARK_IN, MARK_OUT, TO_MARK)}
    others = (pair for pair in _general()[1:] if pair[0] not in written and pair not in linguist_overview())
    return [
        ("Enter, F2", translate("keys", "Type the rendering; at the source, choose words in it")),
        (NEXT, translate("keys", "Write the rendering, and go on to the next turn")),
        (SAVE, translate("keys", "Write the rendering, and stay")),
        *linguist_overview(),
        (
            chosen(COMPLAINT),
            translate("keys", "A linguist's own complaint or concern, sealed for the magistrates"),
        ),
        *(pair for key, told in _of_recording() if (pair := (chosen(key), told))[0] not in ranges),
        (HAND_OVER, translate("keys", "Hand back: the work is signed, and the record locked")),
        (LOCK, translate("keys", "Lock the record; what is typed stays as a draft")),
        *others,
    ]


def _general() -> list[tuple[str, str]]:
    """Return the keys that are the same for everybody."""
    return [
        (
            "Ctrl+1 \u2026 Ctrl+8",
            translate(
                "keys",
                "Go to a page: cases, interviews, exhibits, custody, export, health, office, translations",
            ),
        ),
        (LOCK, translate("keys", "Lock the vault at once; what is typed in a record is saved as a draft")),
        (OVERVIEW, translate("keys", "Show this overview")),
        (SETTINGS, translate("keys", "Settings")),
        (QUIT, translate("keys", "Lock and close the program")),
        (SEARCH_ALL, translate("keys", "Search everything that is entered")),
        (NEW, translate("keys", "New case, interview, exhibit or custody event, by page")),
        (SAVE, translate("keys", "Save the turn being edited")),
        (NEXT, translate("keys", "Save the turn and go on to the next one; in a form, its main button")),
        ("Esc", translate("keys", "Leave the editor, keep the text as a draft; close a dialog")),
        (ADD_FILES, translate("keys", "Add files to the exhibit")),
        (
            f"{PAGE_BEFORE}, {PAGE_AFTER}",
            translate("keys", "At a file: the page before, the next page"),
        ),
        (
            f"{chosen(NEXT_PLACE)}, {chosen(FORMER_PLACE)}",
            translate("keys", "At a file: the next place of the words that are found, the former one"),
        ),
        (
            f"{FORMER_FILE}, {NEXT_FILE}",
            translate("keys", "At a file: the file before, the next file of the exhibit"),
        ),
        (f"{FIT}, {TURN}", translate("keys", "At a file: as large as the window, turned by a quarter")),
        (
            HAND_OVER,
            translate("keys", "Interpreters: give out work, hand the screen over and back"),
        ),
        (CHECK_FILE, translate("keys", "Check a signed file")),
        (NEXT_TO_DO, translate("keys", "In an assignment or a job: the next turn that is not done")),
        (LANGUAGE_WORK, translate("keys", "At a record: its jobs of translation")),
        *linguist_overview(),
        ("Ctrl+Shift+V", translate("keys", "Show or hide a passphrase while typing")),
        ("Tab, Shift+Tab", translate("keys", "Next or previous control")),
        (translate("keys", "Arrow keys, Enter"), translate("keys", "Choose in a list, open what is chosen")),
    ]


def desk_overview() -> list[tuple[str, str]]:
    """Return the keys of the desk: at the record, and in the row where the next turn is typed."""
    return [
        ("Enter", translate("keys", "In the row: keep the turn and go to the other speaker")),
        ("Shift+Enter", translate("keys", "A new line in the turn")),
        ("Tab", translate("keys", "The other language of the turn")),
        (f"{named('Up')}, Esc", translate("keys", "In an empty row: mend the last turn; come back")),
        ("/c", translate("keys", "Conduct: what could be seen, by its codes")),
        ("/b /x /e /l", translate("keys", "Break and its end, exhibit shown, who enters, who leaves")),
        ("/i /v /n", translate("keys", "Interpreter for themselves, caution, original not written down")),
        ("/m", translate("keys", "How this turn is interpreted, if not as the engagement says")),
        (translate("keys", "Space, Enter"), translate("keys", "Reading back: the turn was read; correct it")),
        (chosen(INITIALS), translate("keys", "In a correction: all who are present put their initials")),
        (NEXT_LINES, translate("keys", "Taking over: the next line of the page")),
        (ONE_LINE_MORE, translate("keys", "Taking over: one line more")),
        (ONE_LINE_LESS, translate("keys", "Taking over: without its last line")),
        (IN_BRACKETS, translate("keys", "Taking over: what is described and not read, in brackets")),
        ("PgUp, PgDn", translate("keys", "Taking over: the page before, the next page")),
        ("Alt+L", translate("keys", "Taking over: the lines that were taken over, in or out")),
        *((chosen(usual), told) for usual, told in changeable()),
    ]


def changeable() -> list[tuple[str, str]]:
    """Return the keys that a user can change: the usual key of each, and its effect."""
    return [
        (NEW_SEGMENT, translate("keys", "At a draft record: go to the row where the next turn is typed")),
        (OTHER_SIDE, translate("keys", "In a relay: the third language on the left side, and back")),
        (SPEAKER, translate("keys", "The next speaker; in a note or a correction, the first choice")),
        (SPEAKER_BACK, translate("keys", "The former speaker")),
        (LANGUAGE, translate("keys", "The next language of the words spoken; elsewhere, the second choice")),
        (LANGUAGE_BACK, translate("keys", "The former language of the words spoken")),
        (UNDO, translate("keys", "Undo in the draft")),
        (REDO, translate("keys", "Do again what was undone")),
        (SPLIT, translate("keys", "Split the turn at the cursor")),
        (JOIN, translate("keys", "Join the turn with the next one")),
        (MOVE_UP, translate("keys", "Move the turn up")),
        (MOVE_DOWN, translate("keys", "Move the turn down")),
        (RENDERED_BY, translate("keys", "Who rendered the turns that have no author")),
        (CHECKED_BY, translate("keys", "The author checked the renditions that are drafts")),
        (FIND, translate("keys", "Find in this record or file, or search in the list")),
        (REPLACE, translate("keys", "Replace in this record")),
        (GUIDE, translate("keys", "Guide of the interview, in or out")),
        (LIST, translate("keys", "List of interviews or of cases, in or out")),
        (CLOSING, translate("keys", "The next item of what is missing, or stops the signature")),
        (
            COMPLAINT,
            translate(
                "keys", "Reading back: a complaint about the interpreting; in a job: the linguist's own"
            ),
        ),
        (FORMALITIES, translate("keys", "Formalities, and back to the account")),
        (
            NEXT_STEP,
            translate("keys", "The next step of the record: read back, sign; in an assignment: sign it"),
        ),
        *_of_recording(),
        (LARGER[0], translate("keys", "Testimony larger")),
        (SMALLER, translate("keys", "Testimony smaller")),
        (USUAL_SIZE, translate("keys", "Testimony in its usual size")),
    ]


def linguist_overview() -> list[tuple[str, str]]:
    """Return the keys of a linguist at the turns of a job."""
    return [
        (NOTE, translate("keys", "A note to the chosen words, or to the whole side of a turn")),
        (NOTE_AT_TIME, translate("keys", "A note at a time of the recording; F5 and F6 set from and to")),
        ("F2, F3", translate("keys", "In a note: on what it rests; whether it is printed")),
        (GLOSSARY, translate("keys", "In an assignment: the glossary of the record, to add a term")),
        (DOUBT, translate("keys", "Mark the chosen words as in doubt")),
        (ASK_JUDGE, translate("keys", "Ask the judge about the chosen words")),
        (CONCERN, translate("keys", "A concern for safety, sealed for the magistrates")),
        (
            f"{NEXT_FINDING}, {SETTLE}",
            translate("keys", "In a job: the next turn that differs from its source; keep it as said"),
        ),
        (f"{TAKE[0]} \u2026 {TAKE[-1]}", translate("keys", "Take the rendering of a like text")),
        (
            f"{TAKE[0]}, {TAKE[1]}",
            translate("keys", "In a revision: agree with the turn and go on; dispute it"),
        ),
        (
            f"{NEXT_STEP}, {CERTIFY}",
            translate("keys", "In an assignment: sign it; certify, and what stops it"),
        ),
    ]


def _of_recording() -> list[tuple[str, str]]:
    """Return the keys of a recording, which work while somebody types; a foot pedal sends F4, F5 and F6."""
    return [
        (PLAY, translate("keys", "Recording: play, pause (2 s back); at an exhibit: look into its file")),
        (LOOP, translate("keys", "Recording: the turn again and again")),
        (PLAY_TURN, translate("keys", "Play the range of the turn")),
        (MARK_IN, translate("keys", "The turn begins here in the recording")),
        (MARK_OUT, translate("keys", "The turn ends here in the recording; at a case: its list of sections")),
        (TO_MARK, translate("keys", "Back to the last mark")),
        (STEP_BACK, translate("keys", "5 seconds back in the recording")),
        (STEP_ON, translate("keys", "5 seconds on in the recording")),
        (FASTER, translate("keys", "Recording: faster; the pitch stays")),
        (SLOWER, translate("keys", "Recording: slower; the pitch stays")),
        (USUAL_SPEED, translate("keys", "Recording: as it was recorded")),
    ]


_NAMES = tuple(
    str(each)
    for each in (
        QT_TRANSLATE_NOOP("QShortcut", "Shift"),
        QT_TRANSLATE_NOOP("QShortcut", "Esc"),
        QT_TRANSLATE_NOOP("QShortcut", "Enter"),
        QT_TRANSLATE_NOOP("QShortcut", "Return"),
        QT_TRANSLATE_NOOP("QShortcut", "Space"),
        QT_TRANSLATE_NOOP("QShortcut", "PgUp"),
        QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
        QT_TRANSLATE_NOOP("QShortcut", "Left"),
        QT_TRANSLATE_NOOP("QShortcut", "Right"),
        QT_TRANSLATE_NOOP("QShortcut", "Up"),
        QT_TRANSLATE_NOOP("QShortcut", "Down"),
    )
)
"""Keys that have another name elsewhere. Qt asks for the same names, for its menus."""
_SHORT = {"PgDn": "PgDown"}
_NAME = re.compile(rf"(?<![/\w])(?:{'|'.join((*_NAMES, *_SHORT))})(?!\w)")


class _Chosen:
    keys: Mapping[str, str] = {}


def choose(keys: Mapping[str, str]) -> None:
    """Take the keys that a user chose, by the usual ones. What cannot be told apart stays as usual."""
    known = {usual for usual, _ in changeable()}
    wanted = {usual: key for usual, key in keys.items() if usual in known and may_be_chosen(key)}
    while doubtful := [each for each in wanted if taken_by(wanted[each], wanted, besides=each)]:
        del wanted[doubtful[0]]
    _Chosen.keys = wanted


def chosen(usual: str) -> str:
    """Return the key that stands for a usual one."""
    return _Chosen.keys.get(usual, usual)


def named(keys: str) -> str:
    """Return keys as they are named on the keyboards of the language of the window."""
    return _NAME.sub(lambda found: translate("QShortcut", _SHORT.get(found[0], found[0])), keys)


def shown(usual: str) -> str:
    """Return the name of the key that stands for a usual one."""
    return named(chosen(usual))


def meant_by(pressed: str) -> str:
    """Return the usual key of what a pressed one does; empty if what it did has another key now."""
    usual = next((usual for usual, key in _Chosen.keys.items() if key == pressed), "")
    return usual or ("" if pressed in _Chosen.keys else pressed)


def may_be_chosen(key: str) -> bool:
    """Whether a key types nothing, and belongs to no field, menu or window manager."""
    *held, last = key.replace("++", "+Plus").split("+")
    if not key.isascii() or set(held) - {"Ctrl", "Alt", "Shift"} or {"Ctrl", "Alt"} <= set(held):
        return False
    if re.fullmatch(r"F([2-9]|1[0-2])", last):
        return key != "Alt+F4"
    if "Ctrl" in held:
        is_sign = bool(re.fullmatch(r"[B-Z0-9]|Plus|[-=,.;/]|Tab|PgUp|PgDown", last))
        is_sign |= held == ["Ctrl", "Shift"] and last in ("Up", "Down")
        return is_sign and not (held == ["Ctrl"] and last in ("C", "V", "X"))
    return "Alt" in held and last in ("Up", "Down", "Left", "Right", "PgUp", "PgDown", *_LETTERS_WITH_ALT)


def taken_by(key: str, keys: Mapping[str, str], *, besides: str = "") -> str:
    """Return what a key does already; empty if nothing. keys: as chosen. besides: the usual key of an act."""
    for usual, told in changeable():
        if usual != besides and keys.get(usual, usual) == key:
            return told
    fixed = dict(_general())
    fixed |= {f"Ctrl+{number}": _general()[0][1] for number in range(1, 8)}
    fixed |= dict.fromkeys(_IN_WORK, translate("keys", "In language work: notes, findings and suggestions"))
    fixed[LARGER[1]] = translate("keys", "Testimony larger")
    return fixed.get(key, "")

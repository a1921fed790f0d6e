"""Every key of the window in one place, for the windows and for the overview."""

from ui.text import translate

LOCK = "Ctrl+L"
OVERVIEW = "F1"
SETTINGS = "Ctrl+,"
QUIT = "Ctrl+Q"
SEARCH = "Ctrl+F"
NEW = "Ctrl+N"
NEW_SEGMENT = "Ctrl+Shift+N"
FIND, REPLACE = "Ctrl+F", "Ctrl+H"
OTHER_SIDE = "Ctrl+Tab"
GUIDE, LIST = "Ctrl+G", "Ctrl+B"
CLOSING, COMPLAINT = "F10", "Ctrl+I"
FORMALITIES, NEXT_STEP = "F7", "F9"
LARGER, SMALLER, USUAL_SIZE = ("Ctrl++", "Ctrl+="), "Ctrl+-", "Ctrl+0"
UNDO, REDO = "Ctrl+Z", "Ctrl+Shift+Z"
JOIN, MOVE_UP, MOVE_DOWN = "Alt+J", "Alt+Up", "Alt+Down"
SAVE = "Ctrl+S"
NEXT = "Ctrl+Return"
ADD_FILES = "Ctrl+O"
HAND_OVER = "F12"
NEXT_TO_DO = "Ctrl+Down"
PLAY, LOOP, PLAY_TURN = "F4", "Shift+F4", "Ctrl+F4"
MARK_IN, MARK_OUT, TO_MARK = "F5", "F6", "Shift+F5"
STEP_BACK, STEP_ON = "Alt+Left", "Alt+Right"
FASTER, SLOWER, USUAL_SPEED = "Ctrl+Shift+Up", "Ctrl+Shift+Down", "Ctrl+Shift+0"
LANGUAGE_WORK = "Ctrl+T"
NOTE, DOUBT, ASK_JUDGE, CONCERN = "Ctrl+M", "Ctrl+D", "Ctrl+J", "Ctrl+Shift+J"
NEXT_FINDING, SETTLE, CERTIFY = "F8", "Shift+F8", "F10"
TAKE = ("Alt+1", "Alt+2", "Alt+3")


def overview() -> list[tuple[str, str]]:
    """Return pairs of a key and its effect."""
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
        (SEARCH, translate("keys", "Search in the list")),
        (NEW, translate("keys", "New case, interview, exhibit or custody event, by page")),
        *desk_overview(),
        *recording_overview(),
        (SAVE, translate("keys", "Save the turn being edited")),
        (NEXT, translate("keys", "Save the turn and go on to the next one; in a form, its main button")),
        ("Esc", translate("keys", "Leave the editor, keep the text as a draft; close a dialog")),
        (ADD_FILES, translate("keys", "Add files to the exhibit")),
        (
            HAND_OVER,
            translate("keys", "Interpreters: give out work, hand the screen over and back"),
        ),
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
        (NEW_SEGMENT, translate("keys", "At a draft record: go to the row where the next turn is typed")),
        ("Enter", translate("keys", "There: keep the turn and go to the other speaker")),
        ("Shift+Enter", translate("keys", "A new line in the turn")),
        ("Tab", translate("keys", "The other language of the turn")),
        (OTHER_SIDE, translate("keys", "In a relay: the third language on the left side, and back")),
        ("F2, Shift+F2", translate("keys", "The next or the former speaker")),
        ("F3, Shift+F3", translate("keys", "The next or the former language of the words spoken")),
        ("\u2191, Esc", translate("keys", "In an empty row: mend the last turn; come back")),
        (f"{UNDO}, {REDO}", translate("keys", "Undo or redo in the draft")),
        ("Alt+S, Alt+J", translate("keys", "Split the turn at the cursor; join it with the next one")),
        (f"{MOVE_UP}, {MOVE_DOWN}", translate("keys", "Move the turn")),
        (f"{FIND}, {REPLACE}", translate("keys", "Find or replace in this record")),
        ("/c", translate("keys", "Conduct: what could be seen, by its codes")),
        ("/b /x /e /l", translate("keys", "Break and its end, exhibit shown, who enters, who leaves")),
        ("/i /v /n", translate("keys", "Interpreter for themselves, caution, original not written down")),
        (GUIDE, translate("keys", "Guide of the interview, in or out")),
        (LIST, translate("keys", "List of interviews, in or out")),
        (translate("keys", "Space, Enter"), translate("keys", "Reading back: the turn was read; correct it")),
        (CLOSING, translate("keys", "Reading back: the next item of the closing list")),
        (COMPLAINT, translate("keys", "Reading back: a complaint about the interpreting")),
        (FORMALITIES, translate("keys", "Formalities, and back to the account")),
        (
            NEXT_STEP,
            translate("keys", "The next step of the record: read back, sign; in an assignment: sign it"),
        ),
        (
            f"{LARGER[0]}, {SMALLER}, {USUAL_SIZE}",
            translate("keys", "Testimony larger, smaller, in its usual size"),
        ),
    ]


def linguist_overview() -> list[tuple[str, str]]:
    """Return the keys of a linguist at the turns of a job."""
    return [
        (NOTE, translate("keys", "A note to the chosen words, or to the whole side of a turn")),
        ("F2, F3", translate("keys", "In a note: on what it rests; whether it is printed")),
        (DOUBT, translate("keys", "Mark the chosen words as in doubt")),
        (ASK_JUDGE, translate("keys", "Ask the judge about the chosen words")),
        (CONCERN, translate("keys", "A concern for safety, sealed for the magistrates")),
        (
            f"{NEXT_FINDING}, {SETTLE}",
            translate("keys", "In a job: the next turn that differs from its source; keep it as said"),
        ),
        (f"{TAKE[0]} \u2026 {TAKE[-1]}", translate("keys", "Take the rendering of a like text")),
        (CERTIFY, translate("keys", "In an assignment: certify, and what stops it")),
    ]


def recording_overview() -> list[tuple[str, str]]:
    """Return the keys of a recording, which work while somebody types; a foot pedal sends F4, F5 and F6."""
    return [
        (f"{PLAY}, {LOOP}", translate("keys", "Recording: play, pause (2 s back); the turn again and again")),
        (PLAY_TURN, translate("keys", "Play the range of the turn")),
        (f"{MARK_IN}, {MARK_OUT}", translate("keys", "The turn begins here in the recording; it ends here")),
        (TO_MARK, translate("keys", "Back to the last mark")),
        (f"{STEP_BACK}, {STEP_ON}", translate("keys", "5 seconds back or on in the recording")),
        (
            f"{FASTER}, {SLOWER}, {USUAL_SPEED}",
            translate("keys", "Faster, slower, as recorded; the pitch stays"),
        ),
    ]

"""`thb close` and `thb open`: encrypt a file for its recipients, and decrypt such a file; no vault needed."""

import argparse
from pathlib import Path

from thb_desktop.cli.arguments import so_many
from thb_desktop.cli.console import Console
from thb_desktop.cli.passphrases import add_descriptor, passphrase
from thb_desktop.crypto.envelopes.openers import Opener, PassphraseOpener
from thb_desktop.crypto.wordlists import LANGUAGES
from thb_desktop.services.core.environment import Environment
from thb_desktop.verify.documents.shown import in_groups


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    close = commands.add_parser(
        "close", help="encrypt a file for its recipients", description=__doc__, allow_abbrev=False
    )
    close.add_argument("file", type=Path, help="what is to travel, such as a signed bundle")
    close.add_argument("--into", type=Path, required=True, metavar="FOLDER", help="the folder to write")
    close.add_argument(
        "--to",
        nargs=2,
        action="append",
        default=[],
        metavar=("CERTIFICATE", "SHA256"),
        help="a recipient's certificate, and its fingerprint as its holder told it in another way",
    )
    close.add_argument(
        "--words",
        choices=LANGUAGES,
        help="close it besides with a new passphrase of words in this language, which is printed once",
    )
    close.set_defaults(run=run_close)
    opening = commands.add_parser(
        "open", help="decrypt what was closed for you", description=__doc__, allow_abbrev=False
    )
    opening.add_argument("folder", type=Path, help="the folder with the volumes, or one volume")
    opening.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    opening.add_argument(
        "--key", type=Path, metavar="FILE", help="your key file (PKCS#12); else a passphrase"
    )
    add_descriptor(opening, "--passphrase-fd", "the passphrase, of the key file if there is one,")
    opening.set_defaults(run=run_open)
    return [close, opening]


def run_close(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    from thb_desktop.services.packaging.folders import close_file
    from thb_desktop.services.packaging.recipients import recipients_of

    named = [(Path(file), digest) for file, digest in chosen.to]
    recipients, words = recipients_of(named, chosen.words or "", environment)
    closed = close_file(
        chosen.file,
        chosen.into,
        recipients,
        randomness=environment.randomness,
        progress=console.progress_of("closing"),
    )
    told = [f"Passphrase, to be told in another way than the file: {words}"] if words else []
    console.answer(
        [
            f"Closed for {so_many(len(recipients), 'recipient', 'recipients')}, in volumes: {closed.volumes}",
            f"SHA-256 of the file, to be told in another way: {in_groups(closed.sha256)}",
            *told,
        ],
        {
            "sha256": closed.sha256,
            "size": closed.size,
            "volumes": closed.volumes,
            "recipients": len(recipients),
            "passphrase": words,
        },
    )
    return 0


def run_open(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:  # noqa: ARG001 - as all
    from thb_desktop.services.packaging.opening import open_folder

    opened = open_folder(chosen.folder, chosen.to, [opener(chosen)], progress=console.progress_of("opening"))
    console.answer(
        [
            f"Opened: {opened.size} bytes from volumes: {opened.volumes}",
            f"SHA-256, to be compared with what the sender tells: {in_groups(opened.sha256)}",
        ],
        {"sha256": opened.sha256, "size": opened.size, "volumes": opened.volumes},
    )
    return 0


def opener(chosen: argparse.Namespace) -> Opener:
    """Return the key or the passphrase that was given to open an envelope."""
    if chosen.key is None:
        return PassphraseOpener(passphrase=passphrase(chosen.passphrase_fd))
    from thb_desktop.crypto.envelopes.keyfiles import read_opener
    from thb_desktop.verify.pdf import read_file

    return read_opener(
        read_file(chosen.key), passphrase(chosen.passphrase_fd, "Passphrase of the key file: ")
    )

"""Makes the example of a vault, which `python -m tests.vault.data.freeze` freezes before a version is out.

Until then the tests make it for themselves. Once a version is out, its example stays as it is for good, and a
later one gets a name of its own. All in it is fictional.
"""

import json
import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.drills.acts.office import new_template
from tests.support.offices import IDENTITY, NEXT_DAY, unlock
from tests.support.second_person import asked
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.assessment import AssessmentMethod, IndividualAssessment
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.services.core.login import root_fingerprint
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.short_code import current_short_code
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.office import users
from thb_desktop.services.persons import people, sealed
from thb_desktop.vault.tables import registry

HERE = Path(__file__).parent
NAME, SAID_NAME = "example.thbvault", "example.json"
FOLDER, SAID = HERE / NAME, HERE / SAID_NAME
CIRCUMSTANCES = "Fears for her brother; hears poorly on the left (fictional)"
CLERK_PASSPHRASE = "copper lantern drift velvet acorn"
PASSPHRASES = (PASSPHRASE, OTHER_PASSPHRASE, CLERK_PASSPHRASE)
INTERPRETER_PASSPHRASE = "cobalt meadow timber falcon ribbon"


def assessment(session: Session) -> IndividualAssessment:
    return IndividualAssessment(
        person_id=PersonId(""),
        version=0,
        made_at=session.clock.read().at,
        made_by="Dr. Exemple",
        method=AssessmentMethod.BASIC,
        circumstances=CIRCUMSTANCES,
    )


def make(into: Path) -> None:
    """Make the vault in a folder, and beside it what is known of it."""
    with tempfile.TemporaryDirectory() as place:
        made = new_template(Path(place))
        session = unlock(made.folder, start=NEXT_DAY)
        for name, role, text in (
            ("Greffière Exemple", UserRole.CLERK, CLERK_PASSPHRASE),
            ("Interprète Exemple", UserRole.INTERPRETER, INTERPRETER_PASSPHRASE),
        ):
            users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrase(text),
                own_passphrase=passphrase(),
                second=asked(session, TwoPersonAct.ADD_USER, text=CLERK_PASSPHRASE),
            )
        (official, *_) = registry.OFFICIAL.all(session.read)
        people.add_official(session, replace(official, code="P-9", unit="Brigade fictive"))
        sealed.add_assessment(session, made.small.person.id, assessment(session))
        files = {
            file.name: {"size": file.size, "sha256": file.sha256}
            for file in exhibits.get_exhibit(session, made.exhibit).files
        }
        said = {
            "passphrases": list(PASSPHRASES),
            "interpreter": INTERPRETER_PASSPHRASE,
            "recovery_code": made.code,
            "vault": session.vault_id,
            "root_sha256": root_fingerprint(session.office_record),
            "files": files,
            "identity": IDENTITY.name,
            "assessment": CIRCUMSTANCES,
            "segments": [segment.source_text for segment in registry.SEGMENT.all(session.read)],
        }
        session.close()
        again = unlock(made.folder, start=NEXT_DAY + timedelta(days=1))
        said |= {"short_code": current_short_code(again), "events": again.journal.size}
        again.close()
        shutil.rmtree(into / NAME, ignore_errors=True)
        shutil.copytree(made.folder, into / NAME)
        for path in (into / NAME).glob("vault.db-journal"):
            path.unlink()
    written = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (into / SAID_NAME).write_text(written, "utf-8")

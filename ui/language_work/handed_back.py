"""Since when work of linguists waits to be merged, looked up store by store."""

from datetime import datetime
from functools import partial

from thb_desktop.domain.ids import AssignmentId, CaseId
from thb_desktop.services.assignments import returning
from ui.jobs import InVault


def waiting_in(in_vault: InVault, case_id: CaseId) -> dict[AssignmentId, datetime]:
    """Return since when work waits to be merged, by assignment: other acts have their turn between stores."""
    given = in_vault(lambda session: returning.list_given_out(session, case_id))
    since = {each: in_vault(partial(returning.waits_since, assignment_id=each)) for each in given}
    return {each: at for each, at in since.items() if at is not None}

"""Rights: every service function has a rule, and every role is held to it, at the floor below the window."""

import ast
import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

import thb_desktop.services
from tests.support.code import ROOT
from tests.support.offices import copy_of, new_office, unlock
from thb_desktop.domain.custody_rights import right_for
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, RIGHTS, Right, may
from thb_desktop.domain.vocabulary import Compartment, CustodyAction, UserRole
from thb_desktop.errors import NotAllowedError
from thb_desktop.services.core.permission import RULE
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import chain

Service = Callable[..., object]
TOOLS = {
    "links_written": {"written_in"},
    "compartments": {
        "first_key",
        "former_key",
        "give_key",
        "holders_in",
        "open_compartment",
        "renew_key",
        "rotate_compartments",
        "sealed",
        "unsealed",
    },
    "claim_items": {"is_replaced", "newest_words", "open_item", "seal_words", "used_words", "versions_of"},
    "concerns": {"is_none", "open_concern"},
    "compartment_renewal": {"renew_due_keys"},
    "resealed": {"check_resealed", "opened_by"},
    "clock_now": {"present_jump", "verify_explained"},
    "sealed_beside": {"check_beside"},
    "sealed_readable": {"check_readable", "is_readable_by"},
    "sealed_uses": {"check_uses", "is_as_said", "sealed_for"},
    "days": {"today_in"},
    "enrolment": {"root_of", "share"},
    "schema_checks": {"record_migration"},
    "sealed_notes": {"open_note", "seal_note"},
    "erasures": {"finish_at_unlock"},
    "formalities": {"require_row", "verify_rows"},
    "mending": {"set_in"},
    "content": {"assigned_rows"},
    "desk": {"write_handback"},
    "index": {"index_of", "writing"},
    "checking": {"verify_sound"},
    "store": {"enter_for_office", "found_store"},
    "stores": {"end_store", "place_of", "settle_stores"},
    "claims": {"sealed_words"},
    "corrections": {"correct_in"},
    "identity_register": {"register_mark", "register_of"},
    "custody_checks": {"shown_among"},
    "no_identity": {"verify_no_identity"},
    "people": {
        "open_identity",
        "seal_identity",
        "sealed_addresses",
        "sealed_numbers",
        "sealed_texts",
        "protected_texts",
    },
    "users": {"own_key_of", "retire", "verify_name_is_free"},
    "keyslot_changes": {"change_keyslots", "verify_opens_nothing"},
}
"""Steps that several guarded services share, by module; they take a session and ask for no right."""


def services() -> Iterator[tuple[str, Service]]:
    """Every public function of the services whose first argument is a session."""
    for found in pkgutil.walk_packages(thb_desktop.services.__path__, "thb_desktop.services."):
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            room = found.name.rpartition(".")[2]
            if name.startswith("_") or function.__module__ != found.name or name in TOOLS.get(room, ()):
                continue
            parameters = inspect.signature(function).parameters.values()
            if any(each.annotation in (Session, "Session") for each in parameters):
                yield f"{room}.{name}", function


SERVICES = dict(services())


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rights") / "office.thbvault"
    new_office(folder)
    return folder


@pytest.fixture
def session(template: Path, tmp_path: Path) -> Iterator[Session]:
    opened = unlock(copy_of(template, tmp_path / "v.thbvault"))
    yield opened
    opened.close()


def as_role(session: Session, role: UserRole) -> None:
    session.user = replace(session.user, role=role)


def denials(session: Session) -> int:
    return sum(1 for entry in chain.entries(session.read) if entry.parsed().action == "ACCESS_DENIED")


def call(service: Service, session: Session) -> None:
    """Call a service with nothing where it wants something: what matters is whether it was let in."""
    parameters = list(inspect.signature(service).parameters.values())[1:]
    wanted = [each for each in parameters if each.default is inspect.Parameter.empty]
    named = {each.name: None for each in wanted if each.kind is inspect.Parameter.KEYWORD_ONLY}
    rest = [None for each in wanted if each.kind is not inspect.Parameter.KEYWORD_ONLY]
    service(session, *rest, **named)


@pytest.mark.requirement("SR-19")
def test_sr_19_every_service_function_has_a_rule(figure: Callable[[str, str, object], None]):
    without = [
        name for name, function in SERVICES.items() if not isinstance(getattr(function, RULE, 0), Right)
    ]

    assert without == []
    figure("SR-19", "service functions", len(SERVICES))
    figure("SR-19", "of them with a rule", len(SERVICES) - len(without))


@pytest.mark.requirement("SR-19")
def test_sr_19_neither_window_nor_command_reaches_a_step_without_a_rule():
    reached = []
    for source in [*(ROOT / "ui").rglob("*.py"), *(ROOT / "thb_desktop" / "cli").rglob("*.py")]:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                room = node.module.rpartition(".")[2]
                reached += [
                    f"{source}: {each.name}" for each in node.names if each.name in TOOLS.get(room, ())
                ]
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                tools = TOOLS.get(node.value.id, ())
                reached += [f"{source}: {node.attr}"] if node.attr in tools else []

    assert reached == []


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", list(UserRole))
def test_sr_19_a_role_without_the_right_is_refused_by_every_service_and_the_attempt_is_an_event(
    session: Session, role: UserRole, figure: Callable[[str, str, object], None]
):
    as_role(session, role)
    refused = 0

    for service in SERVICES.values():
        if not may(role, getattr(service, RULE)):
            with pytest.raises(NotAllowedError):
                call(service, session)
            refused += 1

    assert denials(session) == refused
    CALLS["refused"] += refused
    figure("SR-19", "calls by a role without the right, each refused", CALLS["refused"])


CALLS: Counter[str] = Counter()
"""Over all roles, as they are tried one after another."""


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", [role for role in UserRole if RIGHTS[role]])
def test_sr_19_a_role_with_the_right_is_let_in_by_every_service(
    template: Path, tmp_path: Path, role: UserRole, figure: Callable[[str, str, object], None]
):
    """Called with nothing where they want something: they may refuse that, and not for want of the right."""
    session = unlock(copy_of(template, tmp_path / "v.thbvault"))
    let_in, shut_out = 0, []
    for name, service in SERVICES.items():
        if not session.is_open:
            session = unlock(tmp_path / "v.thbvault")
        as_role(session, role)
        if not may(role, getattr(service, RULE)):
            continue
        before = denials(session)
        with suppress(Exception):
            call(service, session)
        if denials(session) > before:
            shut_out.append(name)
        let_in += 1
    session.close()

    assert shut_out == []
    assert let_in >= len(RIGHTS[role])
    CALLS["let in"] += let_in
    figure("SR-19", "calls by a role with the right, none refused for it", CALLS["let in"])


@pytest.mark.requirement("SR-19")
def test_sr_19_a_denial_is_not_lost_with_the_transaction_in_which_it_fell(session: Session):
    as_role(session, UserRole.ANALYST)

    with pytest.raises(NotAllowedError):
        SERVICES["cases.open_case"](session, None)

    last = list(chain.entries(session.read))[-1].parsed()
    assert (last.action, last.agent) == ("ACCESS_DENIED", session.user.id)


@pytest.mark.requirement("SR-19")
def test_sr_19_to_write_is_not_to_destroy_and_to_release_is_a_right_of_its_own(session: Session):
    letting_go = {action for action in CustodyAction if right_for(action) is Right.RELEASE_EXHIBITS}
    destroying = {action for action in CustodyAction if right_for(action) is Right.DESTROY_EXHIBITS}

    assert letting_go >= {CustodyAction.DISCLOSED, CustodyAction.RETURNED_TO_OWNER, CustodyAction.LOANED}
    assert destroying == {CustodyAction.DESTROYED, CustodyAction.ERASED, CustodyAction.CONSUMED_IN_TEST}
    for role in (UserRole.CLERK, UserRole.EVIDENCE_CUSTODIAN):
        assert may(role, Right.RECORD_CUSTODY)
        assert not may(role, Right.RELEASE_EXHIBITS)
        assert not may(role, Right.DESTROY_EXHIBITS)


def test_each_role_and_each_compartment_stands_in_the_table():
    assert set(RIGHTS) == set(UserRole)
    assert set(COMPARTMENT_RIGHTS) == set(Compartment)
    assert RIGHTS[UserRole.INTERPRETER] == frozenset()


@pytest.mark.requirement("SR-19")
def test_sr_19_tables_are_not_written_beside_the_services(session: Session):
    with pytest.raises(Exception, match=r"not authorized|prohibited"):
        session.read.execute("UPDATE user SET role = 'ADMINISTRATOR'")

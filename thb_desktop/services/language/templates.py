"""Templates of certificates: the wording of the office, in versions; at first a neutral draft."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import resources.texts
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.certificates import REQUIRED, CertificateElement
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_work import CertificateTemplate
from thb_desktop.domain.rights import Right
from thb_desktop.errors import TemplateError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry

DRAFTS = ("en", "fr", "nl", "de", "es", "ro")
"""The languages in which this program has a neutral draft."""


@cache
def neutral_draft(language: str) -> Mapping[CertificateElement, str]:
    """Return the neutral draft in a language, which is no official formula; in English if there is none."""
    known = language.partition("-")[0]
    name = f"{known if known in DRAFTS else DRAFTS[0]}.toml"
    text = files(resources.texts).joinpath("certificates", name).read_text(encoding="utf-8")
    told = tomllib.loads(text)
    return {each: told[each.value] for each in CertificateElement}


@cache
def interpreting_texts(language: str) -> Mapping[str, str]:
    """Return the neutral draft for an interpreter of an interview, with the lines that say which wording a
    certificate has; in English if there is none.
    """
    known = language.partition("-")[0]
    name = f"interpreting-{known if known in DRAFTS else DRAFTS[0]}.toml"
    told = tomllib.loads(files(resources.texts).joinpath("certificates", name).read_text(encoding="utf-8"))
    return {str(key): str(text) for key, text in told.items()}


def neutral_interpreting(language: str) -> Mapping[CertificateElement, str]:
    """Return the elements of the neutral draft for an interpreter of an interview."""
    told = interpreting_texts(language)
    return {each: told[each.value] for each in CertificateElement}


@permitted(Right.SIGN_RECORDS)
def set_template(
    session: Session,
    *,
    name: str,
    language: str,
    elements: Mapping[CertificateElement, str],
    is_official: bool,
) -> CertificateTemplate:
    """Enter the next version of a wording. Certificates that are given keep the wording that they have.

    is_official: the office says that this is its formula; of the neutral draft it is not so. Raises
    TemplateError without a name, a language or an element that every certificate has.
    """
    told = {each: elements[each].strip() for each in CertificateElement if each in elements}
    lacking = [each for each in REQUIRED if is_blank(told.get(each, ""))]
    if lacking or is_blank(name) or is_blank(language):
        raise TemplateError("a wording has a name, a language and each element that a certificate needs")
    if is_official and told in (dict(neutral_draft(language)), dict(neutral_interpreting(language))):
        raise TemplateError("the neutral draft is no official formula")
    same = [each for each in list_templates(session) if (each.name, each.language) == (name, language)]
    with session.work() as work:
        template = CertificateTemplate(
            id=RowId(work.new_id()),
            name=name.strip(),
            version=len(same) + 1,
            language=language.strip(),
            elements=tuple((each.value, text) for each, text in told.items() if text),
            is_official=is_official,
            made_by=session.user.id,
            at=work.at,
        )
        work.save(template)
        work.record(session.vault_id, VaultAction.CERTIFICATE_TEMPLATE_SET)
    return template


@permitted(Right.SEE_OFFICE)
def list_templates(session: Session) -> tuple[CertificateTemplate, ...]:
    """List all versions of all wordings, by name, language and version."""
    return registry.CERTIFICATE_TEMPLATE.all(session.read)

"""What the pages of the support register show."""

from dataclasses import dataclass
from typing import ClassVar

from console.edit_form import EditForm
from texts.html import Html


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """A scheme in the list, in the reader's language. `path`: of the form that changes it (empty: it is not for this
    reader to change); `state` and `days`: whether readers see it, and on which days."""

    path: str
    name: str
    purpose: str
    audience: str
    link: str
    source: str
    checked: str
    state: str
    days: str


@dataclass(frozen=True, slots=True)
class SchemeGroup:
    """The schemes of the municipality, or those of the country."""

    title: str
    lines: tuple[SchemeLine, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The register of a municipality, with the schemes of the country below; or that of the country. `country`: where
    the latter is changed, for who may."""

    template: ClassVar[str] = "pages/support/register.html"
    title: str
    path: str
    groups: tuple[SchemeGroup, ...]
    country: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class SupportView:
    """The form for one scheme. `state`: that readers do not see it now (empty: they do, or it is new). `remove`: the
    button that takes it away (empty: it is not stored, so there is nothing to take away)."""

    template: ClassVar[str] = "pages/support/edit.html"
    form: EditForm
    about: Html
    state: str
    remove: str

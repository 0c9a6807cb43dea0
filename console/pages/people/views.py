"""What the pages of people show."""

from dataclasses import dataclass
from typing import ClassVar

from console.choice import Choice
from console.moments import Moment
from texts.html import Html


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role in the list: where its holder's page is, who that is, and until when the role lasts (None: no end)."""

    path: str
    words: Html
    person: str
    since: Moment
    until: Moment | None


@dataclass(frozen=True, slots=True)
class PeopleView:
    """A page of roles, longest in office first; `after`: the last role of the page, where there are more.
    `edits_country`: the reader changes help and schemes for the whole country."""

    template: ClassVar[str] = "pages/people/people.html"
    lines: tuple[RoleLine, ...]
    after: int | None
    is_first: bool
    edits_country: bool


@dataclass(frozen=True, slots=True)
class HeldRole:
    """One role of a person, with what can be done about it. `wrong`: what is wrong with the day that was `typed`."""

    id: int
    path: str
    words: Html
    label: str
    person: str
    deputy: str
    giver: str
    confirmer: str
    since: Moment
    until: Moment | None
    is_own: bool
    typed: str = ""
    wrong: Html | None = None


@dataclass(frozen=True, slots=True)
class Recovery:
    """A new link for who lost the passkeys: where it is made; empty while a second person has not confirmed it, or
    somebody else asked for it."""

    path: str


@dataclass(frozen=True, slots=True)
class RecoveryLine:
    """Somebody without a chat, with their roles, and a recovery that is under way."""

    path: str
    person: str
    roles: tuple[Html, ...]
    recovery: Recovery | None


@dataclass(frozen=True, slots=True)
class RecoveriesView:
    """Everybody for whom the reader may ask a new link. `confirm`: what the browser is asked before that."""

    template: ClassVar[str] = "pages/people/recoveries.html"
    lines: tuple[RecoveryLine, ...]
    confirm: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person: their roles, how many passkeys and identities they have, their sessions (when begun and seen), and a
    recovery that is under way.
    `profile`: the address of their profile in the chat; `confirm`: what the browser is asked before a change."""

    template: ClassVar[str] = "pages/people/person.html"
    path: str
    person: str
    profile: str
    roles: tuple[HeldRole, ...]
    passkeys: int
    identities: int
    sessions: tuple[tuple[Moment, Moment], ...]
    recovery: Recovery | None
    may_recover: bool
    confirm: str

    @property
    def wrong(self) -> HeldRole | None:
        """The role whose day is wrong; None when nothing is."""
        return next((one for one in self.roles if one.wrong is not None), None)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: what was typed or can be chosen, and what is wrong with it."""

    name: str
    typed: str = ""
    options: tuple[Choice, ...] = ()
    wrong: Html | None = None


@dataclass(frozen=True, slots=True)
class InviteView:
    """The form that invites somebody to a role; the functions stand by the role that can carry them."""

    template: ClassVar[str] = "pages/people/invite.html"
    fields: dict[str, Field]
    functions: tuple[tuple[str, tuple[Choice, ...]], ...]
    confirm: str

    @property
    def wrong(self) -> tuple[Field, ...]:
        """The fields in which something is wrong."""
        return tuple(one for one in self.fields.values() if one.wrong is not None)


@dataclass(frozen=True, slots=True)
class LinkMadeView:
    """A link that was just made; it is shown once. `whom`: for whom it is, empty for a link to the chat."""

    template: ClassVar[str] = "pages/people/link_made.html"
    title: Html
    link: str
    until: Moment
    whom: str
    how: Html
    back: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """One request that waits for a second person: what it is, what confirming means, and since when it waits."""

    path: str
    what: Html
    means: Html
    label: str
    until: Moment | None
    asked: Moment


@dataclass(frozen=True, slots=True)
class ConfirmationsView:
    """The requests that the reader can confirm, oldest first."""

    template: ClassVar[str] = "pages/people/confirmations.html"
    waiting: tuple[Waiting, ...]
    confirm: str

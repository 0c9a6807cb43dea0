"""The ports for people and shops: members, premises, municipalities, postcodes, roles, menus and invitations."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from alerts.area import Area, Place
from alerts.branch import Branch
from alerts.ids import (
    AreaId,
    InviteId,
    MemberId,
    MunicipalityId,
    PremisesId,
    RoleId,
)
from alerts.invite import Invite, NewInvite
from alerts.member import Language, Member
from alerts.municipality import FormerMunicipality, KnownMunicipality, Municipality
from alerts.opening_hours import OpeningHours
from alerts.point import Point
from alerts.postcode import Pc4Place
from alerts.premises import FollowedArea, Following, NewPremises, Premises, ShopFilter, ShopMark, Verification
from alerts.role import Function, Grant, Role, Scope


class Members(Protocol):
    """The repository of members and their addresses."""

    async def by_ref(self, channel: str, ref: str) -> Member | None:
        """The member with this address."""

    async def established(self, channel: str, refs: Collection[str]) -> set[str]:
        """Those of these addresses whose member has a role, is the deputy in one, or belongs to a verified shop."""

    async def get(self, member: MemberId) -> Member:
        """The member with this id. Raises NotFound."""

    async def add(self, *, channel: str, ref: str, language: Language, now: datetime, is_active: bool = True) -> Member:
        """Store a new member with one address; `is_active` False: never write to it. Raises Conflict when the address
        is taken."""

    async def save(self, member: Member) -> None:
        """Store the member's choices and stopped_at. Raises NotFound."""

    async def set_active(self, channel: str, ref: str, *, active: bool, now: datetime) -> None:
        """Note that an address can be written to, or no longer can. An unknown address is ignored."""

    async def migrate(self, channel: str, old_ref: str, new_ref: str) -> None:
        """Give a group its new address; idempotent. A new address that is known already stays as it is."""

    async def followed_areas(self, member: MemberId) -> list[FollowedArea]:
        """The areas that the member follows besides their own, oldest first."""

    async def follow_area(self, member: MemberId, area: Area, words: str, now: datetime) -> AreaId:
        """Store one more area that the member follows; return its id."""

    async def unfollow_area(self, member: MemberId, area: AreaId) -> None:
        """Remove an area that the member follows; harmless when it is gone."""


class PremisesRepository(Protocol):
    """The repository of premises, and of who belongs to them."""

    async def add(self, premises: NewPremises, now: datetime) -> Premises:
        """Store a new premises: not verified, without members."""

    async def get(self, premises: PremisesId) -> Premises:
        """The premises with this id. Raises NotFound."""

    async def save(self, premises: Premises) -> Premises:
        """Store the facts of a premises; return it with its next version. Raises Conflict when the version is not
        current any more, NotFound when there is no such premises."""

    async def verify(
        self, premises: PremisesId, version: int, how: Verification, by: MemberId | None, now: datetime
    ) -> Premises:
        """Mark a premises verified; its owners are asked to attest to it half a year later. Raises Conflict when the
        version is not current any more, NotFound when there is no such premises."""

    async def expect_attestation(self, premises: PremisesId, due: datetime, askings: int) -> Premises:
        """Store when the attestation of a premises is next looked at, and how often its owners were asked so far.
        Raises NotFound."""

    async def due_for_attesting(self, now: datetime, limit: int) -> list[Premises]:
        """The open verified premises whose attestation is due, longest ago first."""

    async def set_hours(
        self, premises: PremisesId, version: int, hours: OpeningHours | None, *, opens_on_holidays: bool
    ) -> Premises:
        """Store the opening hours of a premises, None to forget them. Raises Conflict when the version is not current
        any more, NotFound when there is no such premises."""

    async def join(self, premises: PremisesId, member: MemberId, *, is_owner: bool, now: datetime) -> None:
        """Make the member belong to a premises; a colleague (`is_owner` False) counts as new for a while. Joining again
        is harmless."""

    async def vouch_for_people(self, premises: PremisesId) -> int:
        """Let nobody at a premises count as new any more; return how many did."""

    async def allow_people(self, premises: PremisesId, most: int) -> None:
        """Set how many people may belong to a premises, in place of the general setting."""

    async def count_joined(self, premises: PremisesId, since: datetime) -> int:
        """How many people joined a premises after `since`, whether or not they left again; owners are not counted."""

    async def crowded(self, most: int, scopes: Sequence[Scope], limit: int) -> list[tuple[Premises, int]]:
        """The open verified premises with more than `most` people, and how many, most first.

        Only those that may lie in one of these scopes, as far as their PC4 tells: the caller checks each.
        """

    async def leave(self, premises: PremisesId, member: MemberId, now: datetime) -> None:
        """End the member's belonging to a premises; what they chose for it is forgotten."""

    async def followings(self, member: MemberId) -> list[Following]:
        """The open premises of a member, with the member's choices, in the order of joining."""

    async def members_of(self, premises: PremisesId) -> list[Following]:
        """The people who belong to a premises, owners first."""

    async def save_choices(self, following: Following) -> None:
        """Store wider_m, extra_branches and extras_up_to of one member at one premises. Raises NotFound when the member
        does not belong to it."""

    async def same_shop(
        self, pc6: str, branch: Branch, name: str, other_than: PremisesId | None = None
    ) -> Premises | None:
        """An open premises with this PC6, branch and name (case and spaces aside), with at least one member; a verified
        one first."""

    async def vouched_for(self, pc6: str, branch: Branch, name: str) -> Premises | None:
        """An open premises with these facts that is verified, or that a coordinator made for an invitation and nobody
        belongs to yet."""

    async def names_at(self, pc6: str) -> list[str]:
        """The names of the open premises with this PC6."""

    async def twins(self, premises: Premises) -> list[Premises]:
        """The other open premises of this branch at this PC6 with the same name or house number: verified ones first,
        then those with members."""

    async def count_by_place(self) -> list[tuple[Place, int]]:
        """The number of open premises with members in each PC4; split by PC6 and by the municipality that their people
        named where the PC4 has several parts."""

    async def page(
        self, wanted: ShopFilter, scopes: Sequence[Scope], *, after: ShopMark | None, limit: int
    ) -> list[Premises]:
        """The open premises that fit the filter, in the order of its marks; those without a postcode are found by their
        name only.

        Only those that may lie in one of these scopes, as far as their PC4 tells: the caller checks each.
        """

    async def around(self, point: Point, metres: int) -> list[Premises]:
        """The open premises whose point lies within so many metres, nearest first."""

    async def unverified(self) -> list[Premises]:
        """The open premises that have all that a verification needs and are not verified, oldest first."""


class Municipalities(Protocol):
    """The repository of what municipalities set, by their code (or by name where there is none)."""

    async def get(self, municipality: MunicipalityId) -> Municipality:
        """The settings of a municipality, under its present name; the defaults when nothing was set."""

    async def all_set(self) -> list[Municipality]:
        """The municipalities that set anything, by name."""

    async def save(self, municipality: Municipality) -> None:
        """Store the settings of a municipality, in place of any before."""

    async def identify(self, before: MunicipalityId, now: KnownMunicipality) -> None:
        """Move whatever is stored under one id of a municipality (roles, links, settings, places) to its other id."""


class Postcodes(Protocol):
    """The imported postcode table. A PC4 has several parts where it covers several places or municipalities."""

    async def parts(self, pc4: str) -> list[Pc4Place]:
        """The parts of a PC4, the most important one first; none when the table does not have it."""

    async def get(self, pc4: str) -> Pc4Place | None:
        """The first part of a PC4."""

    async def of_pc6(self, pc6: str) -> Pc4Place | None:
        """The part in which a PC6 lies; None unless its PC4 has several parts and the table tells."""

    async def count(self) -> int:
        """How many PC4s the table has; 0 when nothing was imported."""

    async def pc4s(self) -> set[str]:
        """Every PC4 of the table."""

    async def municipalities(self, first: str = "0000", last: str = "9999") -> list[KnownMunicipality]:
        """The municipalities of the PC4s from `first` to `last`, both included, by name."""

    async def municipality(self, municipality: MunicipalityId) -> KnownMunicipality | None:
        """The municipality with this id; None when the table does not have it."""

    async def former_municipalities(self) -> list[FormerMunicipality]:
        """The former names of municipalities, each with a municipality of now."""

    async def pc4s_of(self, municipality: MunicipalityId) -> list[str]:
        """The PC4s of a municipality, in order; none when the table does not have it."""

    async def beside(self, municipality: MunicipalityId) -> list[MunicipalityId]:
        """The municipality, and each in which one of its PC4s lies too, in order; none when the table does not have
        it."""

    async def grounds(self) -> list[tuple[str, MunicipalityId]]:
        """Every pair of a PC4 and a municipality in which it lies."""

    async def points(self) -> list[tuple[str, MunicipalityId, Point]]:
        """The PC4, the municipality and the point of every part of the table, by PC4; of one PC4 the most important
        first."""

    async def nearest(self, point: Point) -> Pc4Place | None:
        """The part whose point is nearest to this one; None when the table is empty."""

    async def within(self, point: Point, radius_m: int) -> list[Pc4Place]:
        """The parts whose point lies within so many metres, nearest first."""

    async def replace_all(self, rows: Sequence[Pc4Place], letters: Mapping[str, int] | None = None) -> None:
        """Replace the whole table; rows of one PC4 are its parts, `letters` tells in which part a PC6 lies."""

    async def replace_former(self, former: Sequence[FormerMunicipality]) -> None:
        """Replace all former names of municipalities."""


class Roles(Protocol):
    """The repository of coordinators' roles: each grant is one role of one member in one scope."""

    async def grant(
        self,
        *,
        member: MemberId,
        role: Role,
        scope: Scope,
        label: str | None,
        granted_by: MemberId | None,
        now: datetime,
        ends_at: datetime | None = None,
        confirmed_by: MemberId | None = None,
        derived_from: RoleId | None = None,
        function: Function | None = None,
    ) -> Grant:
        """Give a role, from now on; `derived_from` is the role by which it was given, and beyond which it does not
        last."""

    async def of_member(self, member: MemberId) -> list[Grant]:
        """All grants of a member, ended ones too, and those of which the member is the deputy; oldest first."""

    async def get(self, role: RoleId) -> Grant:
        """The grant with this id. Raises NotFound."""

    async def set_deputy(self, role: RoleId, deputy: MemberId | None, instead_of: MemberId | None) -> None:
        """Name a deputy, or nobody. Raises Conflict when the present deputy is not `instead_of`."""

    async def end_at(self, role: RoleId, ends_at: datetime | None) -> None:
        """Set when the role ends; None for no date. Raises Conflict when its end was announced already."""

    async def derive_from(self, role: RoleId, source: RoleId | None) -> None:
        """Make the role last no longer than this other one; None makes it independent."""

    async def derived_from(self, role: RoleId) -> list[Grant]:
        """The open roles that were given by this role, and last no longer than it, oldest first."""

    async def outliving(self, now: datetime, week_on: datetime) -> list[Grant]:
        """The active roles that last longer than the role by which they were given; where that one has ended already,
        those that last beyond `week_on`. Oldest first."""

    async def close(self, role: RoleId, now: datetime) -> None:
        """Note that the end of the role was announced."""

    async def ended(self, now: datetime) -> list[Grant]:
        """The roles that have ended and whose end was not announced yet, oldest first."""

    async def active(self, now: datetime) -> list[Grant]:
        """Every active grant, oldest first."""

    async def municipalities(self) -> list[KnownMunicipality]:
        """The municipalities in the scopes of roles, grant requests and role links, under their stored names."""


class Menus(Protocol):
    """The members whose command menu no longer fits their roles."""

    async def mark(self, member: MemberId, now: datetime) -> None:
        """Note that the member's menu must be made anew."""

    async def mark_holders(self, now: datetime) -> None:
        """Note that the menus of all who hold a role, or stand in for who does, must be made anew."""

    async def stale(self) -> list[tuple[MemberId, datetime]]:
        """The members whose menu must be made anew, and since when."""

    async def renewed(self, member: MemberId, since: datetime) -> None:
        """Note that the menu was made anew; a mark from after `since` still counts."""


class Invites(Protocol):
    """The repository of invitations, by the hash of their secret."""

    async def add(self, secret_hash: str, invite: NewInvite, now: datetime) -> InviteId:
        """Store a new invitation under the hash of its secret."""

    async def by_hash(self, secret_hash: str) -> Invite | None:
        """The invitation whose secret has this hash; None when there is none."""

    async def times_of(self, member: MemberId, since: datetime) -> list[datetime]:
        """When this member made invitations after `since`, newest first."""

    async def count(self, since: datetime, until: datetime) -> int:
        """How many invitations were made after `since` and until `until`, the latter included."""

    async def use(self, invite: InviteId, member: MemberId, now: datetime) -> None:
        """Count that this member used the invitation. Raises Conflict when no use is left."""

    async def get(self, invite: InviteId) -> Invite:
        """The invitation with this id. Raises NotFound."""

    async def open_by(self, member: MemberId, now: datetime) -> list[Invite]:
        """The invitations by this member that can still be used, newest first."""

    async def open_for(self, premises: PremisesId, now: datetime) -> list[Invite]:
        """The invitations to this shop that can still be used, newest first."""

    async def open_for_roles(self, now: datetime) -> list[Invite]:
        """The invitations to a role that can still be used, newest first."""

    async def intended_for(self, member: MemberId) -> str | None:
        """For whom the newest link that the member used was meant; None when it did not say, or that is forgotten."""

    async def revoke(self, invite: InviteId, now: datetime) -> None:
        """Stop the invitation from working. Raises Conflict when it was revoked before."""

    async def note_failure(self, channel: str, ref: str, now: datetime) -> None:
        """Note that this address came with a secret that no invitation has."""

    async def failures(self, channel: str, ref: str) -> list[datetime]:
        """When this address came with a wrong secret, as far as is remembered, oldest first."""

    async def forget_failures(self, before: datetime) -> None:
        """Forget the wrong secrets from before this moment."""

    async def forget_intended(self, before: datetime) -> None:
        """Forget for whom the invitations from before this moment were meant."""

    async def revoke_for_deputies(self, role: RoleId, now: datetime) -> None:
        """Revoke the invitations by which somebody could still become the deputy of this role."""

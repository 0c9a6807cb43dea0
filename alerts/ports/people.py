"""People and shops in storage: members, premises, postcodes, roles, invitations."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alerts.area import Area
from alerts.branch import Branch
from alerts.ids import (
    AreaId,
    InviteId,
    MemberId,
    PremisesId,
    RoleId,
)
from alerts.invite import Invite, NewInvite
from alerts.member import Language, Member
from alerts.municipality import Municipality
from alerts.point import Point
from alerts.postcode import Pc4Place
from alerts.premises import FollowedArea, Following, NewPremises, Premises, Verification
from alerts.role import Grant, Role, Scope


class Members(Protocol):
    """People and their addresses."""

    async def by_ref(self, channel: str, ref: str) -> Member | None:
        """The member with this address."""

    async def get(self, member: MemberId) -> Member:
        """One member."""

    async def add(self, *, channel: str, ref: str, language: Language, now: datetime, is_active: bool = True) -> Member:
        """A new member with one address; one that is not active is never written to."""

    async def save(self, member: Member) -> None:
        """Store the member's choices (language, p1_at_night, muted, paused_until, stopped_at)."""

    async def set_active(self, channel: str, ref: str, *, active: bool, now: datetime) -> None:
        """An address can be written to, or not any more. Unknown addresses are ignored."""

    async def migrate(self, channel: str, old_ref: str, new_ref: str) -> None:
        """A group got a new address; idempotent."""

    async def followed_areas(self, member: MemberId) -> list[FollowedArea]:
        """Areas that the member follows besides their own."""

    async def follow_area(self, member: MemberId, area: Area, words: str, now: datetime) -> AreaId:
        """Follow one more."""

    async def unfollow_area(self, member: MemberId, area: AreaId) -> None:
        """Follow it no longer."""


class PremisesRepository(Protocol):
    """Shops and who belongs to them."""

    async def add(self, premises: NewPremises, now: datetime) -> Premises:
        """A new shop, not verified, without members."""

    async def get(self, premises: PremisesId) -> Premises:
        """One shop."""

    async def save(self, premises: Premises) -> Premises:
        """Store its facts if the version is still current; return it with the next version."""

    async def verify(
        self, premises: PremisesId, version: int, how: Verification, by: MemberId | None, now: datetime
    ) -> Premises:
        """Mark it verified if the version is still current; it is to be attested half a year later."""

    async def expect_attestation(self, premises: PremisesId, due: datetime, askings: int) -> Premises:
        """When something is to be done about it next, and how often its owners were asked by then."""

    async def due_for_attesting(self, now: datetime, limit: int) -> list[Premises]:
        """Open premises of which that moment has come, longest ago first."""

    async def join(self, premises: PremisesId, member: MemberId, *, is_owner: bool, now: datetime) -> None:
        """The member belongs to it from now on; joining again is harmless."""

    async def leave(self, premises: PremisesId, member: MemberId, now: datetime) -> None:
        """The member belongs to it no longer."""

    async def followings(self, member: MemberId) -> list[Following]:
        """The open premises of a member with their choices, oldest first."""

    async def members_of(self, premises: PremisesId) -> list[Following]:
        """Who belongs to it, owners first."""

    async def save_choices(self, following: Following) -> None:
        """Store wider_m, extra_branches and extras_up_to of one member at one premises."""

    async def same_shop(
        self, pc6: str, branch: Branch, name: str, other_than: PremisesId | None = None
    ) -> Premises | None:
        """An open premises with this PC6, branch and name (case and spaces aside), with at least one member; a verified
        one first."""

    async def vouched_for(self, pc6: str, branch: Branch, name: str) -> Premises | None:
        """An open premises with these facts that is verified, or was made for an invitation and is nobody's yet."""

    async def twins(self, premises: Premises) -> list[Premises]:
        """Other open premises of this branch at this PC6 with the same name or house number: verified ones first, then
        those that somebody belongs to."""

    async def unverified(self) -> list[Premises]:
        """Open premises that could be verified and are not, oldest first."""


class Municipalities(Protocol):
    """What municipalities set, by the name that the postcode table gives them."""

    async def get(self, name: str) -> Municipality:
        """Its settings; the defaults when nobody set anything."""

    async def save(self, municipality: Municipality) -> None:
        """Insert or replace."""


class Postcodes(Protocol):
    """The imported PC4 table."""

    async def get(self, pc4: str) -> Pc4Place | None:
        """One row."""

    async def count(self) -> int:
        """How many rows there are; 0 when nothing was imported."""

    async def municipalities(self, first: str, last: str) -> list[str]:
        """The municipalities of these PC4s, both ends included; a row without one has its place's name."""

    async def pc4s_of(self, municipality: str) -> list[str]:
        """Its PC4s, by that name, in order; none when the table does not know it."""

    async def nearest(self, point: Point) -> Pc4Place | None:
        """The row whose point is nearest."""

    async def within(self, point: Point, radius_m: int) -> list[Pc4Place]:
        """Rows whose point lies within so many metres, nearest first."""

    async def replace_all(self, rows: Sequence[Pc4Place]) -> None:
        """The whole table anew."""


class Roles(Protocol):
    """Who is a coordinator, of what."""

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
    ) -> Grant:
        """Give a role."""

    async def of_member(self, member: MemberId) -> list[Grant]:
        """All grants of a member, ended ones too, and those of which the member is the deputy."""

    async def get(self, role: RoleId) -> Grant:
        """One grant."""

    async def set_deputy(self, role: RoleId, deputy: MemberId | None, instead_of: MemberId | None) -> None:
        """Name a deputy, or nobody. Raises Conflict when the deputy is no longer the one to be replaced."""

    async def end_at(self, role: RoleId, ends_at: datetime | None) -> None:
        """It ends then, or (None) on no date. Raises Conflict when its end was told already."""

    async def close(self, role: RoleId, now: datetime) -> None:
        """Its end was told."""

    async def ended(self, now: datetime) -> list[Grant]:
        """Those that have ended without anybody being told, oldest first."""

    async def active(self, now: datetime) -> list[Grant]:
        """Every grant that is active."""


class Menus(Protocol):
    """Whose menu of commands does not fit their roles any more."""

    async def mark(self, member: MemberId, now: datetime) -> None:
        """It is to be made anew."""

    async def stale(self) -> list[tuple[MemberId, datetime]]:
        """Whose is, and since when."""

    async def renewed(self, member: MemberId, since: datetime) -> None:
        """It was; what came after `since` still counts."""


class Invites(Protocol):
    """Invitations by the hash of their secret."""

    async def add(self, secret_hash: str, invite: NewInvite, now: datetime) -> InviteId:
        """A new one."""

    async def by_hash(self, secret_hash: str) -> Invite | None:
        """The one with this secret."""

    async def times_of(self, member: MemberId, since: datetime) -> list[datetime]:
        """When a member made one since then, newest first."""

    async def count(self, since: datetime, until: datetime) -> int:
        """How many were made from then until then, the second moment included."""

    async def use(self, invite: InviteId, member: MemberId, now: datetime) -> None:
        """Count one use."""

    async def get(self, invite: InviteId) -> Invite:
        """One invitation."""

    async def open_by(self, member: MemberId, now: datetime) -> list[Invite]:
        """What this member made and somebody could still use, newest first."""

    async def open_for(self, premises: PremisesId, now: datetime) -> list[Invite]:
        """What gives a place at this shop and somebody could still use, newest first."""

    async def revoke(self, invite: InviteId, now: datetime) -> None:
        """It does not work any more. Raises Conflict when it was revoked before."""

    async def note_failure(self, channel: str, ref: str, now: datetime) -> None:
        """This address came with a secret that no invitation has."""

    async def failures(self, channel: str, ref: str) -> list[datetime]:
        """When this address did so, as far as it is remembered, oldest first."""

    async def forget_failures(self, before: datetime) -> None:
        """Wrong secrets from before this moment count no longer."""

    async def revoke_for_deputies(self, role: RoleId, now: datetime) -> None:
        """Links by which somebody could still become the deputy of this role do not work any more."""

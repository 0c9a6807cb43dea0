"""The ports for channels beside the chat: their queue, and the e-mail addresses of members."""

from datetime import datetime, timedelta
from typing import Protocol

from alerts.channel import ChannelDelivery, ChannelView
from alerts.delivery import Outcome
from alerts.ids import AlertId, MemberId
from alerts.mail import MailAddress, MailCode, WhyInactive


class Channels(Protocol):
    """The queue of the outbox for channels beside the chat. Each channel is claimed by itself, so that none waits for
    another, and chat for none of them."""

    async def has_mails_due(self, now: datetime) -> bool:
        """Whether `queue_mails` would queue anything."""

    async def queue_mails(self, now: datetime) -> int:
        """Queue, once per member and text, the mails that are due by what became of the texts in the chat; return how
        many.

        They are: a P1 that arrived `UNSEEN_AFTER` ago and was not seen, for who wants that; a text that the chat
        refused, or whose reader blocked the bot; and every later text of a notice that went by mail.
        """

    async def queue(
        self,
        channel: str,
        view: ChannelView,
        effect_key: str,
        now: datetime,
        *,
        deadline: datetime,
        member: MemberId | None = None,
        alert: AlertId | None = None,
        revision_number: int = 0,
    ) -> None:
        """Queue one delivery, once per effect key."""

    async def is_due(self, channel: str, owner: str, now: datetime) -> bool:
        """Whether this channel has something to claim now, or to give back that another owner claimed."""

    async def claim(
        self, channel: str, limit: int, owner: str, lease: timedelta, now: datetime
    ) -> list[ChannelDelivery]:
        """Mark up to `limit` due deliveries of this channel `sending`, oldest first, and return them. A later text of a
        notice waits for the earlier one to the same reader."""

    async def settle(self, delivery: int, outcome: Outcome, now: datetime) -> None:
        """Store the outcome; a delivery that is not under way stays as it is."""

    async def void_claims(self, owner: str, now: datetime) -> int:
        """Queue what a process that is gone left `sending` for a last try, or mark it `unknown` where that gives up;
        return how many. That is what is past its lease, and in a file everything of
        other owners than this: it has one."""

    async def newest(self, alert: AlertId, member: MemberId) -> int:
        """The number of the newest text of the notice that went to the member by mail; 0 for none."""


class MailAddresses(Protocol):
    """The repository of the e-mail addresses of members, one each."""

    async def of_member(self, member: MemberId) -> MailAddress | None:
        """The member's address, verified or not."""

    async def by_token(self, token: str) -> MailAddress | None:
        """The address with this token in its link."""

    async def put(self, member: MemberId, address: str, token: str) -> None:
        """Store an address, not verified, in place of the one that the member had."""

    async def count_code(self, member: MemberId, now: datetime, within: timedelta) -> int:
        """Count that a code is asked for; return how many were since `within` ago, this one included. Taking an address
        away does not forget it."""

    async def code(self, member: MemberId) -> MailCode | None:
        """The code that was sent last and still counts; None for none."""

    async def set_code(self, member: MemberId, code_hash: str, expires_at: datetime) -> None:
        """Store the hash of a new code, which takes the place of the earlier one."""

    async def count_try(self, member: MemberId) -> None:
        """Count a wrong code."""

    async def verify(self, member: MemberId, now: datetime) -> None:
        """Mark the address verified; the code no longer counts."""

    async def choose(self, member: MemberId, *, on_unseen: bool) -> None:
        """Set whether a P1 that was not seen in the chat goes by mail, too."""

    async def stop(self, member: MemberId, why: WhyInactive) -> None:
        """Send nothing to the address any more."""

    async def remove(self, member: MemberId) -> None:
        """Forget the address."""

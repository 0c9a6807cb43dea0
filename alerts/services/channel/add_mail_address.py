"""Add an e-mail address to a member, verified by a code that is sent to it."""

import hmac
import secrets
from datetime import datetime

from alerts.channel import MAIL, MAIL_FACT, ChannelView
from alerts.errors import LimitReached, NotFound, Rejected
from alerts.ids import MemberId
from alerts.invite import hashed
from alerts.mail import CODE_DIGITS, CODE_LASTS, CODES_WITHIN, MOST_CODES, MOST_TRIES, MailAddress, parse_address
from alerts.ports import UnitOfWork


async def has_mail(uow: UnitOfWork) -> bool:
    """Whether the operator set up e-mail."""
    return bool(await uow.facts.get(MAIL_FACT))


async def add_mail_address(uow: UnitOfWork, member: MemberId, text: str, now: datetime) -> str:
    """Take the address in place of an earlier one, and have a code sent to it; return it as it was understood.

    Raises Rejected for what is no address, LimitReached after `MOST_CODES` a day, NotFound without e-mail.
    """
    address = parse_address(text)
    if not await has_mail(uow):
        raise NotFound
    codes = await uow.mail_addresses.count_code(member, now, CODES_WITHIN)
    if codes > MOST_CODES:
        raise LimitReached("mail-codes")
    token = secrets.token_urlsafe(24)
    await uow.mail_addresses.put(member, address, token)
    # The code is made when the mail is: nowhere else is it in clear.
    await uow.channels.queue(MAIL, ChannelView.CODE, code_key(token), now, deadline=now + CODE_LASTS, member=member)
    return address


def code_key(token: str) -> str:
    """The effect key of the mail with the code for the address with this token."""
    return f"code:{hashed(token)}"


async def make_code(uow: UnitOfWork, member: MemberId, now: datetime) -> str:
    """Make a code for the mail that goes out now; only its hash is stored."""
    code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
    await uow.mail_addresses.set_code(member, _hash(member, code), now + CODE_LASTS)
    return code


async def check_code(uow: UnitOfWork, member: MemberId, code: str, now: datetime) -> None:
    """Verify the address by this code. Raises Rejected for a wrong one, which counts, and LimitReached when none counts
    any more: it is too late, or there were too many wrong ones."""
    known = await uow.mail_addresses.code(member)
    if known is not None and (now >= known.expires_at or known.tries >= MOST_TRIES):
        raise LimitReached("mail-tries")
    if known is None or not hmac.compare_digest(known.code_hash, _hash(member, "".join(code.split()))):
        await uow.mail_addresses.count_try(member)
        raise Rejected("mail-code")
    await uow.mail_addresses.verify(member, now)


async def choose_unseen(uow: UnitOfWork, member: MemberId, *, wanted: bool) -> None:
    """Set whether a P1 that was not seen in the chat goes by mail, too. Raises NotFound without an address."""
    await _mine(uow, member)
    await uow.mail_addresses.choose(member, on_unseen=wanted)


async def remove_mail_address(uow: UnitOfWork, member: MemberId) -> None:
    """Forget the member's address; harmless when there is none."""
    await uow.mail_addresses.remove(member)


async def _mine(uow: UnitOfWork, member: MemberId) -> MailAddress:
    found = await uow.mail_addresses.of_member(member)
    if found is None:
        raise NotFound
    return found


def _hash(member: MemberId, code: str) -> str:
    return hashed(f"mail {member} {code}")

"""Shops: name and address, verification status, and the coordinator's cards."""

from datetime import datetime

from alerts.ids import MemberId, PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.role import Action
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.shop.find_twin import Twin, find_twin
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.conversation.view import View
from texts.html import Html, paragraphs
from texts.phrases import Phrases
from texts.shops import facts, name_of, signup_notes


def standing(premises: Premises, t: Phrases, *, is_owner: bool = True) -> Html:
    """Say whether the shop is verified, and which details are missing: the owner can add them, a colleague asks the
    owner."""
    if premises.is_verified:
        return t("shop-verified")
    if premises.can_be_verified:
        return t("shop-waiting")
    lacking = [
        t.plain(f"shop-lacks-{what}")
        for what, there in (
            ("name", premises.name),
            ("postcode", premises.pc6),
            ("number", premises.house_number),
        )
        if not there
    ]
    return t("shop-incomplete" if is_owner else "shop-incomplete-colleague", missing=", ".join(lacking))


def signup_card(
    premises: Premises,
    t: Phrases,
    title: str = "signup-title",
    *,
    notes: Html | str = "",
    twin: Twin | None = None,
) -> Message:
    """Render a sign-up for a coordinator, with `notes` and a button while there is something to do. The button names
    the `twin` that the notes mention."""
    check = t("signup-check") if premises.needs_check else ""
    if premises.closed_at is not None:
        return _card(premises, t, title, check, t("signup-closed"))
    if premises.is_verified:
        return _card(premises, t, title, check, t("signup-done")).with_keyboard((_undo(premises, t),))
    if not premises.can_be_verified:
        return _card(premises, t, title, check, t("signup-incomplete"))
    entity = f"{premises.id}.{twin}" if twin else premises.id
    verify = button(t.plain("signup-verify"), "verify", entity, premises.version)
    return _card(premises, t, title, check, notes, t("signup-how")).with_keyboard((verify,))


async def signup_card_now(
    uow: UnitOfWork, premises: Premises, now: datetime, t: Phrases, title: str = "signup-title"
) -> Message:
    """Render the sign-up card with notes that hold at `now`."""
    twin = await find_twin(uow, premises, now)
    return signup_card(premises, t, title, notes=await signup_notes(uow, premises, twin, now, t), twin=twin)


async def signup_notice(view: View, title: str = "signup-title") -> Message:
    """Render the sign-up card when a notice is sent or renewed; it shows nothing of the shop to a reader who has no
    right to see it any more."""
    premises = await view.uow.premises.get(PremisesId(view.number("premises")))
    if not await _has_a_say(view, premises):
        return Message(view.t("signup-elsewhere"), is_protected=True)
    return await signup_card_now(view.uow, premises, view.now, view.t, title)


async def vouched_notice(view: View) -> Message:
    """Tell the coordinators of the place that an administrator verified a shop there."""
    premises = await view.uow.premises.get(PremisesId(view.number("premises")))
    if not await _has_a_say(view, premises):
        return Message(view.t("signup-elsewhere"), is_protected=True)
    return verified_card(premises, view.t, "shop-vouched")


async def _has_a_say(view: View, premises: Premises) -> bool:
    matter = await shop_matter(view.uow, premises.place, premises.branch)
    assert view.reader is not None, "a notice has a reader"
    return await is_allowed(view.uow, view.reader, Action.HEAR_SIGNUPS, matter, view.now)


def verified_card(premises: Premises, t: Phrases, title: str) -> Message:
    """Render a shop that a link or another person verified, with a button that withdraws the verification."""
    text = paragraphs(t(title), facts(premises, t), t("signup-done") if premises.is_verified else t("unverify-done"))
    card = Message(text, is_protected=True)
    return card.with_keyboard((_undo(premises, t),)) if premises.is_verified else card


def undo_question(premises: Premises, t: Phrases) -> Message:
    """Render the question whether the verification is really to be withdrawn."""
    yes = button(t.plain("unverify-yes"), "unverified", premises.id, premises.version)
    no = button(t.plain("unverify-no"), "verified", premises.id, premises.version)
    text = paragraphs(t("unverify-question"), facts(premises, t))
    return Message(text, is_protected=True).with_keyboard((yes,), (no,))


def _undo(premises: Premises, t: Phrases) -> Button:
    return button(t.plain("unverify"), "unverify", premises.id, premises.version)


def _card(premises: Premises, t: Phrases, title: str, *more: Html | str) -> Message:
    return Message(paragraphs(t(title), facts(premises, t), *more), is_protected=True)


def same_shop_question(own: Premises, existing: Premises, t: Phrases) -> Message:
    """Ask whether the existing shop that resembles this one is the same shop."""
    ids = f"{own.id}.{existing.id}"
    return Message(t("join-question", name=name_of(existing, t))).with_keyboard(
        (button(t.plain("join-ask"), "join", ids),),
        (button(t.plain("join-other"), "join-other", ids),),
    )


def join_request(existing: Premises, member: Member, duplicate: int, t: Phrases) -> Message:
    """Ask an owner to admit somebody; the profile link identifies the person, so that no name is kept."""
    ids = f"{existing.id}.{member.id}.{duplicate}"
    text = t("join-wanted", name=name_of(existing, t), person=profile(member, t))
    return Message(text, is_protected=True).with_keyboard(
        (button(t.plain("join-admit"), "admit", ids), button(t.plain("join-refuse"), "refuse", ids))
    )


def profile(member: Member, t: Phrases) -> Html:
    """Make a link to a member's profile in the chat program."""
    return person_link(member.address.ref, t)


async def person(uow: UnitOfWork, member_id: MemberId, t: Phrases) -> Html:
    """Say who a coordinator is: a link to the profile; who has no chat is named as the maker of the link did, or by
    number."""
    member = await uow.members.get(member_id)
    if member.is_in_console_only and not member.is_erased:
        who = await uow.invites.intended_for(member_id)
        return t("person-in-console", who=who or t.plain("person-number", number=member_id))
    return profile(member, t)


def person_link(ref: str, t: Phrases) -> Html:
    """Make a link to the profile of anybody, member or not; an erased person has none."""
    if not ref.isdecimal():
        return t("person-erased")
    return Html(f'<a href="tg://user?id={int(ref)}">{t("join-person")}</a>')


async def runs_it(view: View, premises: Premises) -> bool:
    """Tell whether the reader is an owner of the shop."""
    people = await view.uow.premises.members_of(premises.id)
    return any(one.is_owner and one.member_id == view.reader for one in people)

"""A shop in words: what it is, how it stands with its verification, and what a coordinator may do about it."""

from datetime import datetime

from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.postcode import shown
from alerts.premises import Premises
from alerts.services.find_twin import Twin, find_twin
from bot.callbacks import button
from bot.message import Button, Html, Message, lines, paragraphs
from bot.texts import Phrases


def name_of(premises: Premises, t: Phrases) -> str:
    """What a shop is called; its branch while it has no name."""
    return premises.name or t.plain(f"branch-{premises.branch}")


def facts(premises: Premises, t: Phrases) -> Html:
    """Name, address as far as it is known, and branch, on a few lines."""
    branch = t.plain(f"branch-{premises.branch}")
    first = t("shop-name", name=premises.name) if premises.name else ""
    return lines(first, t("shop-where", place=address(premises, t), branch=branch))


def address(premises: Premises, t: Phrases) -> str:
    """Postcode and house number, or what is known of them."""
    code = shown(premises.pc6) if premises.pc6 else premises.pc4
    if code is None:
        return t.plain("shop-shared-place")
    return f"{code} {premises.house_number}" if premises.house_number else code


def standing(premises: Premises, t: Phrases, *, is_owner: bool = True) -> Html:
    """Verified or not, and what is missing: an owner fills that in, a colleague knows who can."""
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


async def signup_notes(uow: UnitOfWork, premises: Premises, twin: Twin | None, t: Phrases) -> Html:
    """What a coordinator should know before vouching: how many belong to it, and what else looks like this shop."""
    people = len(await uow.premises.members_of(premises.id))
    return lines(t("signup-people", count=people), t(f"signup-twin-{twin}") if twin else "")


def signup_card(
    premises: Premises,
    t: Phrases,
    title: str = "signup-title",
    *,
    notes: Html | str = "",
    twin: Twin | None = None,
) -> Message:
    """What a coordinator sees of somebody who signed up; with a button while there is something to do, and above it
    the `notes`. The button knows of which `twin` they tell."""
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
    """The same, with what there is to know about it now."""
    twin = await find_twin(uow, premises, now)
    return signup_card(premises, t, title, notes=await signup_notes(uow, premises, twin, t), twin=twin)


def invite_followed_card(premises: Premises, t: Phrases) -> Message:
    """What a coordinator hears of a link that was used; with a way back while it is verified by it."""
    text = paragraphs(
        t("invite-followed"), facts(premises, t), t("signup-done") if premises.is_verified else t("unverify-done")
    )
    card = Message(text, is_protected=True)
    return card.with_keyboard((_undo(premises, t),)) if premises.is_verified else card


def undo_question(premises: Premises, t: Phrases) -> Message:
    """Is that really meant."""
    yes = button(t.plain("unverify-yes"), "unverified", premises.id, premises.version)
    no = button(t.plain("unverify-no"), "verified", premises.id, premises.version)
    text = paragraphs(t("unverify-question"), facts(premises, t))
    return Message(text, is_protected=True).with_keyboard((yes,), (no,))


def _undo(premises: Premises, t: Phrases) -> Button:
    return button(t.plain("unverify"), "unverify", premises.id, premises.version)


def _card(premises: Premises, t: Phrases, title: str, *more: Html | str) -> Message:
    return Message(paragraphs(t(title), facts(premises, t), *more), is_protected=True)


def same_shop_question(own: Premises, existing: Premises, t: Phrases) -> Message:
    """There is a shop like this one already: is it the same?"""
    ids = f"{own.id}.{existing.id}"
    return Message(t("join-question", name=name_of(existing, t))).with_keyboard(
        (button(t.plain("join-ask"), "join", ids),),
        (button(t.plain("join-other"), "join-other", ids),),
    )


def join_request(existing: Premises, member: Member, duplicate: int, t: Phrases) -> Message:
    """Somebody wants to belong to a shop; the link opens their profile, so no name is kept."""
    ids = f"{existing.id}.{member.id}.{duplicate}"
    text = t("join-wanted", name=name_of(existing, t), person=profile(member, t))
    return Message(text, is_protected=True).with_keyboard(
        (button(t.plain("join-admit"), "admit", ids), button(t.plain("join-refuse"), "refuse", ids))
    )


def profile(member: Member, t: Phrases) -> Html:
    """A link to a member's profile in the chat program."""
    return person_link(member.address.ref, t)


def is_erased(member: Member) -> bool:
    """Whether nobody is behind this number any more."""
    return not member.address.ref.isdecimal()


def person_link(ref: str, t: Phrases) -> Html:
    """A link to the profile of somebody who may be no member; who was erased has none."""
    if not ref.isdecimal():
        return t("person-erased")
    return Html(f'<a href="tg://user?id={int(ref)}">{t("join-person")}</a>')

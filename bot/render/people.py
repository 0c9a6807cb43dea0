"""The people of a shop as its owner sees them, and the questions before somebody goes. No names are kept: people have a
number, a day, a language, and a link that opens their profile."""

from alerts.ids import MemberId
from alerts.invite import Invite
from alerts.ports import UnitOfWork
from alerts.premises import Following, Premises
from alerts.services.shop.leave_premises import longest_there
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.request import Request
from bot.render.invitation import open_lines, revoke_rows
from bot.render.shop import profile
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.shops import name_of
from texts.times_and_distances import day

AT_ONCE = 12  # people, or links, on one screen
HEIRS = 8


async def people_screen(following: Following, links: list[Invite], request: Request, *, behind: int = 0) -> Message:
    """Render a page of people after the first `behind`, and the open links, each with a button to remove or revoke."""
    t, shop, uow = request.t, following.premises, request.uow
    people = await _numbered(following, uow)
    shown = people[behind : behind + AT_ONCE]
    text = paragraphs(
        t("people-title", name=name_of(shop, t)),
        lines(*[await _line(number, one, following, request) for number, one in shown]),
        lines(t("people-links"), await open_lines(links[:AT_ONCE], request)) if links else "",
        t("people-how"),
    )
    others = [(number, one) for number, one in shown if one.member_id != following.member_id]
    removals = [
        _numbered_button("people-remove", number, t, "remove", following, one.member_id) for number, one in others
    ]
    more = len(people) - behind - len(shown)
    onwards = (
        ((button(t.plain("people-more", count=str(more)), "people", f"{shop.id}.{behind + AT_ONCE}"),),) if more else ()
    )
    return Message(text, is_protected=True).with_keyboard(
        *in_rows(removals, 2),
        *onwards,
        *revoke_rows(links[:AT_ONCE], t, shop.id),
        (button(t.plain("shop-colleague"), "colleague", shop.id, shop.version),),
        _to_shop(following, t),
    )


async def removal_question(following: Following, colleague: Following, request: Request) -> Message:
    """Render the question whether the colleague is really to be removed."""
    t, shop = request.t, following.premises
    person = profile(await request.uow.members.get(colleague.member_id), t)
    yes = button(t.plain("people-remove-yes"), "removed", f"{shop.id}.{colleague.member_id}")
    back = button(t.plain("nav-back"), "people", shop.id)
    question = t("people-remove-question", name=name_of(shop, t), person=person)
    return Message(question, is_protected=True).with_keyboard((yes,), (back,))


def removed_message(following: Following, t: Phrases) -> Message:
    """Say that the colleague was removed; offers a new link, because the old links were revoked."""
    shop = following.premises
    again = button(t.plain("people-new-link"), "colleague", shop.id, shop.version)
    return Message(t("people-removed")).with_keyboard((again,), (button(t.plain("nav-back"), "people", shop.id),))


async def leave_question(following: Following, request: Request) -> Message:
    """Render the question whether the member leaves: a sole owner chooses an heir, the last person closes the shop."""
    t, shop = request.t, following.premises
    name, back = name_of(shop, t), _to_shop(following, t)
    chats = await _chats(shop, request)
    others = [one for _, one in await _numbered(following, request.uow) if one.member_id != following.member_id]
    if not others:
        close = button(t.plain("leave-close"), "left-last", shop.id, shop.version)
        return Message(paragraphs(t("leave-last", name=name), chats)).with_keyboard((close,), back)
    yes = button(t.plain("leave-yes"), "left", shop.id, shop.version)
    if not following.is_owner or any(one.is_owner for one in others):
        return Message(paragraphs(t("leave-question", name=name), chats)).with_keyboard((yes,), back)
    listed = [(number, one) for number, one in await _numbered(following, request.uow) if one in others]
    longest = longest_there(others)
    default = next(number for number, one in listed if one.member_id == longest)
    heirs = [
        _numbered_button("leave-heir", number, t, "left-to", following, one.member_id) for number, one in listed[:HEIRS]
    ]
    text = paragraphs(
        t("leave-owner", name=name, number=str(default)),
        lines(*[await _line(number, one, following, request) for number, one in listed[:HEIRS]]),
        chats,
    )
    return Message(text, is_protected=True).with_keyboard(*in_rows(heirs, 2), (yes,), back)


async def _chats(shop: Premises, request: Request) -> Html:
    """Name the group chats that the leaver may still be in: a bot cannot remove people from them."""
    groups = await request.uow.kvo_groups.holding(shop.place, shop.branch) if shop.is_verified else []
    return lines(*[request.t("leave-chat", name=one.name) for one in groups if one.is_tied])


async def _numbered(following: Following, uow: UnitOfWork) -> list[tuple[int, Following]]:
    """Number the shop's people in order of joining: numbers stay the same while nobody leaves."""
    people = await uow.premises.members_of(following.premises.id)
    ordered = sorted(people, key=lambda one: (one.joined_at, one.member_id))
    return list(enumerate(ordered, start=1))


async def _line(number: int, one: Following, viewer: Following, request: Request) -> Html:
    t, member = request.t, await request.uow.members.get(one.member_id)
    who = t("people-you") if one.member_id == viewer.member_id else profile(member, t)
    language = t.plain(f"language-{member.language}")
    text = "people-owner" if one.is_owner else "people-one"
    return t(text, number=str(number), person=who, since=day(one.joined_at, t, request.zone), language=language)


def _numbered_button(text: str, number: int, t: Phrases, verb: str, at: Following, member: MemberId) -> Button:
    return button(t.plain(text, number=str(number)), verb, f"{at.premises.id}.{member}")


def _to_shop(following: Following, t: Phrases) -> tuple[Button]:
    return (button(t.plain("nav-back"), "shop", following.premises.id, following.premises.version),)

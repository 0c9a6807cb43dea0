"""The number of people in a shop: cards for coordinators, and notices for the shop's people."""

from collections.abc import Mapping
from datetime import timedelta

from alerts.ids import PremisesId
from alerts.premises import MOST_PEOPLE, Following, Premises
from alerts.services.shop.limit_people import most_people
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from texts.html import Html, lines, paragraphs
from texts.shops import facts, name_of

WEEK = timedelta(days=7)
LABEL_LENGTH = 60


async def crowd_card(premises: Premises, view: View) -> Message:
    """Render a shop with its number of people and of new ones, and the coordinator's buttons."""
    t, people = view.t, await view.uow.premises.members_of(premises.id)
    most = await most_people(view.uow, premises)
    is_full = len(people) >= most
    said = lines(
        t("crowd-people", count=len(people), most=most),
        await _growth(premises, people, view),
        t("crowd-full") if is_full else "",
    )
    vouch = button(t.plain("crowd-vouch"), "crowd-vouch", premises.id)
    more = button(t.plain("crowd-more", most=most + MOST_PEOPLE), "crowd-more", f"{premises.id}.{most + MOST_PEOPLE}")
    undo = button(t.plain("unverify"), "unverify", premises.id, premises.version)
    rows = (
        *([(vouch,)] if any(one.is_new(view.now) for one in people) else []),
        *([(more,)] if is_full else []),
        *([(undo,)] if premises.is_verified else []),
    )
    text = paragraphs(t("crowd-title"), facts(premises, t), said, t("crowd-how"))
    return Message(text, is_protected=True).with_keyboard(*rows)


async def crowd_list(found: list[tuple[Premises, int]], view: View, *, at_once: int) -> Message:
    """List the shops with the most people; each button opens a shop's card."""
    t = view.t
    if not found:
        return Message(t("crowds-none"))
    told, rows = [], []
    for number, (premises, count) in enumerate(found[:at_once], start=1):
        came = await view.uow.premises.count_joined(premises.id, view.now - WEEK)
        name = name_of(premises, t)
        told.append(t("crowds-one", number=str(number), name=name, count=count, came=came))
        rows.append(
            (button(t.plain("admin-numbered", number=str(number), words=name)[:LABEL_LENGTH], "crowd", premises.id),)
        )
    return Message(paragraphs(t("crowds-title"), lines(*told)), is_protected=True).with_keyboard(*rows)


async def newcomer_line(premises: Premises, view: View) -> Html:
    """Tell a new person which limits hold for now; empty for others."""
    people = await view.uow.premises.members_of(premises.id)
    is_new = any(one.member_id == view.reader and one.is_new(view.now) for one in people)
    return view.t("newcomer-first-day") if is_new else Html("")


async def crowd(view: View) -> Message:
    """Tell coordinators that a shop is full or grows unusually fast."""
    return await crowd_card(await _premises(view), view)


async def full(view: View) -> Message:
    """Tell a shop's owner that nobody more can join."""
    premises = await _premises(view)
    most = await most_people(view.uow, premises)
    return Message(view.t("shop-full", name=name_of(premises, view.t), most=most))


async def room(view: View) -> Message:
    """Tell a shop's owner that more people can join."""
    return Message(view.t("shop-room", name=name_of(await _premises(view), view.t), most=view.number("most")))


async def vouched(view: View) -> Message:
    """Tell a new person that a coordinator vouched for them."""
    return Message(view.t("people-vouched", name=name_of(await _premises(view), view.t)))


async def owner_changed(view: View) -> Message:
    """Tell a shop's people that its owner changed, so that it must be verified again."""
    return Message(view.t("owner-changed", name=name_of(await _premises(view), view.t)))


async def _growth(premises: Premises, people: list[Following], view: View) -> Html:
    came = await view.uow.premises.count_joined(premises.id, view.now - WEEK)
    new = sum(1 for one in people if one.is_new(view.now))
    return view.t("crowd-growth", came=came, new=new)


async def _premises(view: View) -> Premises:
    return await view.uow.premises.get(PremisesId(view.number("premises")))


CROWD_VIEWS: Mapping[str, WriteView] = {
    "shop-crowd": crowd,
    "shop-full": full,
    "shop-room": room,
    "people-vouched": vouched,
    "owner-changed": owner_changed,
}

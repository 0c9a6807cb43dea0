"""The screens of /mijn: shops, areas, and the menus that change them."""

from alerts.branch import ALIKE, COMMON_BRANCHES, Branch
from alerts.kvo_group import KvoGroup
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import WIDER_CHOICES_M, FollowedArea, Following
from bot.conversation.callbacks import button
from bot.conversation.likely_choices import MOST, likely_choices
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.request import Request
from bot.render.attestation import attest_button
from bot.render.kvo_group import group_links
from bot.render.settings import settings_lines
from bot.render.shop import standing
from texts.html import Html, lines, paragraphs
from texts.opening_hours import shop_hours
from texts.phrases import Phrases
from texts.roles import roles_held
from texts.shops import facts, name_of

ALL = "all"  # in the data of a button: the screen shows every choice
LABEL_LENGTH = 40  # longer ones are cut off by phones anyway
_SHOPS = MOST - 5  # beside the buttons for more, another shop, areas, settings and language
IN_FULL = 3  # with more shops each gets two lines, or the message could grow over Telegram's limit


async def overview(request: Request, member: Member, *, shows_all: bool = False) -> Message:
    """Render the overview: roles, shops, areas, group chats and settings, with a button for each part that can be
    changed; of many shops the oldest first."""
    t, uow = request.t, request.uow
    followings = await uow.premises.followings(member.id)
    areas = await uow.members.followed_areas(member.id)
    active = tuple(grant for grant in request.grants if grant.is_active(request.now))
    text = paragraphs(
        t("mine-title"),
        t("mine-stopped") if member.stopped_at else "",
        lines(*await roles_held(uow, active, member.id, t)),
        *(_shop_lines(one, t, is_short=len(followings) > IN_FULL) for one in followings),
        "" if followings else t("mine-no-shops"),
        lines(t("mine-areas"), *(area_line(one, t) for one in areas)) if areas else "",
        lines(*group_links(await _groups(uow, followings), t)),
        settings_lines(member, t, request.now, request.zone),
    )
    shown = followings if shows_all else likely_choices(followings, followings, (), _SHOPS)
    more = ((_more_shops(t, shows_all=shows_all),),) if shows_all or len(shown) < len(followings) else ()
    rest = (
        (button(t.plain("mine-add-shop"), "add-shop"), button(t.plain("mine-areas-menu"), "areas")),
        (button(t.plain("mine-settings"), "settings"), button(t.plain("mine-language"), "languages")),
    )
    return Message(text).with_keyboard(*((shop_button(one, t),) for one in shown), *more, *rest)


def _more_shops(t: Phrases, *, shows_all: bool) -> Button:
    return button(t.plain("choices-less"), "mine") if shows_all else button(t.plain("choices-more"), "mine", ALL)


async def _groups(uow: UnitOfWork, followings: list[Following]) -> list[KvoGroup]:
    """List the KVO groups that the member's verified shops belong to."""
    shops = [one.premises for one in followings if one.premises.is_verified]
    found = [group for shop in shops for group in await uow.kvo_groups.holding(shop.place, shop.branch)]
    return list({group.id: group for group in found}.values())


def _shop_lines(following: Following, t: Phrases, *, is_short: bool) -> Html:
    shop = following.premises
    if is_short:
        return lines(facts(shop, t), t("shop-verified-short" if shop.is_verified else "shop-unverified-short"))
    return lines(facts(shop, t), _standing(following, t), extras(following, t))


def _standing(following: Following, t: Phrases) -> Html:
    return standing(following.premises, t, is_owner=following.is_owner)


def shop_button(following: Following, t: Phrases) -> Button:
    """Make the button that opens a shop's menu."""
    label = t.plain("mine-shop", name=name_of(following.premises, t))
    return button(label[:LABEL_LENGTH], "shop", following.premises.id, following.premises.version)


def extras(following: Following, t: Phrases) -> Html:
    """Describe the wider radius and extra branches that the member chose for a shop; empty without any."""
    wider = t("mine-wider", kilometres=str(following.wider_m // 1_000)) if following.wider_m else ""
    names = sorted((t.plain(f"branch-{one}") for one in following.extra_branches), key=str.casefold)
    branches = t("mine-branches", branches=", ".join(names)) if names else ""
    return lines(wider, branches)


def area_line(followed: FollowedArea, t: Phrases) -> Html:
    """Describe one extra area."""
    return t("mine-area", area=followed.words, kilometres=str(followed.area.radius_m // 1_000))


def shop_menu(following: Following, t: Phrases) -> Message:
    """Render the menu of one shop."""
    shop = following.premises

    def to(text: str, verb: str) -> Button:
        return button(t.plain(text), verb, shop.id, shop.version)

    is_asked = following.is_owner and shop.askings
    ask = t("attest-change") if is_asked else "" if following.is_owner else t("shop-ask-owner")
    text = paragraphs(facts(shop, t), _standing(following, t), shop_hours(shop, t), extras(following, t), ask)
    attest = ((attest_button(shop, t),),) if is_asked else ()
    facts_of_it = ((to("shop-details", "details"), to("shop-move", "move")),) if following.is_owner else ()
    hours = ((to("shop-hours", "hours"), to("shop-people", "people")),) if following.is_owner else ()
    return Message(text).with_keyboard(
        *attest,
        *facts_of_it,
        (to("shop-wider", "wider"), to("shop-branches", "branches")),
        *hours,
        (to("shop-leave", "leave"),),
        (button(t.plain("nav-back"), "mine"),),
    )


def wider_menu(following: Following, t: Phrases) -> Message:
    """Render the choices of how far beyond the sender's reach the member wants alerts."""
    shop = following.premises
    buttons = [
        button(
            chosen(
                t.plain("wider-choice", kilometres=str(metres // 1_000)) if metres else t.plain("wider-none"),
                t,
                is_on=(following.wider_m or 0) == metres,
            ),
            "wide",
            f"{shop.id}.{metres}",
            shop.version,
        )
        for metres in (0, *WIDER_CHOICES_M)
    ]
    now = t("mine-wider", kilometres=str(following.wider_m // 1_000)) if following.wider_m else t("wider-not")
    text = paragraphs(facts(shop, t), t("wider-what"), now, t("extras-limit"))
    return Message(text).with_keyboard(*in_rows(buttons, 2), (_to_shop(following, t),))


def branches_menu(following: Following, t: Phrases, *, shows_all: bool = False) -> Message:
    """Render the choices of other branches to follow: first those followed, those alike and those hit most."""
    shop, how = following.premises, f".{ALL}" if shows_all else ""
    others = sorted(set(Branch) - {shop.branch}, key=lambda one: t.plain(f"branch-{one}").casefold())
    likely = (*ALIKE.get(shop.branch, ()), *COMMON_BRANCHES)
    shown = others if shows_all else likely_choices(others, likely, following.extra_branches, MOST - 1)
    buttons = [
        button(
            chosen(t.plain(f"branch-{one}"), t, is_on=one in following.extra_branches),
            "branch",
            f"{shop.id}.{one}{how}",
            shop.version,
        )
        for one in shown
    ]
    more = button(t.plain("choices-more"), "branches", f"{shop.id}.{ALL}", shop.version)
    less = button(t.plain("choices-less"), "branches", shop.id, shop.version)
    text = paragraphs(facts(shop, t), t("branches-what"), extras(following, t), t("extras-limit"))
    rows = (*in_rows(buttons, 2), (less if shows_all else more,), (_to_shop(following, t),))
    return Message(text).with_keyboard(*rows)


def areas_menu(areas: list[FollowedArea], t: Phrases) -> Message:
    """Render the extra areas, with buttons to add and remove one."""
    listed = lines(*(area_line(one, t) for one in areas)) if areas else t("areas-none")
    drops = tuple((button(t.plain("areas-drop", area=one.words)[:LABEL_LENGTH], "area-drop", one.id),) for one in areas)
    text = paragraphs(t("areas-what"), listed, t("extras-limit"))
    add = button(t.plain("areas-add"), "area-add")
    return Message(text).with_keyboard(*drops, (add,), (button(t.plain("nav-back"), "mine"),))


def chosen(label: str, t: Phrases, *, is_on: bool) -> str:
    """Return the label, marked if the choice is on."""
    return t.plain("choice-on", choice=label) if is_on else label


def _to_shop(following: Following, t: Phrases) -> Button:
    return button(t.plain("nav-back"), "shop", following.premises.id, following.premises.version)

"""/overval: what to do during a robbery and in the first hour after it. For everybody; nothing is asked, and only what
is reported is stored."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from alerts.errors import NotFound
from alerts.premises import Premises
from bot.conversation.callbacks import button
from bot.conversation.likely_choices import MOST, likely_choices
from bot.conversation.menu import commands_for
from bot.conversation.message import Button, Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.copy_button import copy_button
from bot.render.my_overview import LABEL_LENGTH
from bot.render.robbery_report import REPORT
from bot.render.support import support_button
from texts.html import joined, paragraphs
from texts.phrases import Phrases, load_texts
from texts.shops import name_of

STEPS = 10  # of the first hour (docs/domain.md §4)
_SAFE, _FIRST_HOUR, _ALL = "robbery-safe", "first-hour", "all"
_ROOM = MOST - 2  # for shops, beside the buttons for more and for the first hour


def handlers() -> list[Handler]:
    """List the handlers: the command, its button under the typing field, and the buttons of its screens."""
    labels = [t.plain("robbery-button") for t in load_texts().values()]
    tapped = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & filters.Text(labels)
    return [
        command("overval", "robbery", show_robbery),
        MessageHandler(tapped, show_robbery),
        pressed(_SAFE, show_safe),
        pressed(_FIRST_HOUR, show_first_hour),
    ]


async def show_robbery(_update: Update, context: Context) -> Replies:
    """Show four lines for who is being robbed: 112 first, and one button for when they are safe."""
    return [Say(robbery_card(context.request))]


def robbery_card(request: Request) -> Message:
    """Write the four lines for who is being robbed."""
    return Message(request.t("robbery-now")).with_keyboard((button(request.t.plain("robbery-safe"), _SAFE),))


async def show_safe(_update: Update, context: Context) -> Replies:
    """Show what comes first for who is safe again, with a button for each of their shops that reports a robbery there,
    and the first hour. Who may report without a shop goes on by the form, as it asks for the place."""
    request, t = context.request, context.request.t
    shops = await _shops(request)
    name, rows = "robbery-safe-first", _report_rows(shops, t, shows_all=context.press.entity == _ALL)
    if len(shops) > 1:
        name = "robbery-safe-shops"
    elif not shops:
        may_report = any(one.english == "report" for one in await commands_for(request))
        rows = [(button(t.plain("robbery-report"), "report-robbery"),)] if may_report else []
        name = "robbery-safe-first" if may_report else "robbery-safe-stranger"
    return [Edit(Message(t(name)).with_keyboard(*rows, (first_hour_button(t),)))]


async def _shops(request: Request) -> list[Premises]:
    """Return the open shops of this person, oldest first; none for a stranger."""
    member = None if request.member is None else request.member.id
    return [] if member is None else [one.premises for one in await request.uow.premises.followings(member)]


def _report_rows(shops: list[Premises], t: Phrases, *, shows_all: bool) -> list[tuple[Button, ...]]:
    """Make the button that reports a robbery of each shop at once: of many those that fit, and the others after one
    more tap."""
    if len(shops) == 1:
        return [(button(t.plain("robbery-report"), REPORT, shops[0].id),)]
    shown = shops if shows_all else likely_choices(shops, shops, (), _ROOM)
    rows: list[tuple[Button, ...]] = [(_shop_button(one, t),) for one in shown]
    if shows_all:
        rows.append((button(t.plain("choices-less"), _SAFE),))
    elif len(shown) < len(shops):
        rows.append((button(t.plain("choices-more"), _SAFE, _ALL),))
    return rows


def _shop_button(shop: Premises, t: Phrases) -> Button:
    return button(t.plain("robbery-report-at", shop=name_of(shop, t))[:LABEL_LENGTH], REPORT, shop.id)


async def show_first_hour(_update: Update, context: Context) -> Replies:
    """Show one step of the first hour, or all of them. Raises NotFound for a step that there is not."""
    t, wanted = context.request.t, context.press.entity
    support = (copy_button(t.plain("phone-support"), t),), (support_button(t),)
    if wanted == _ALL:
        steps = joined("\n", *(f"{number}. {t(f'first-hour-{number}')}" for number in range(1, STEPS + 1)))
        return [Edit(Message(paragraphs(t("first-hour-all"), steps, t("first-hour-end"))).with_keyboard(*support))]
    step = context.press.entity_id
    if not 1 <= step <= STEPS:
        raise NotFound
    words = paragraphs(t("first-hour-step", step=step, steps=STEPS), t(f"first-hour-{step}"))
    if step == STEPS:
        last = Message(paragraphs(words, t("first-hour-end")))
        return [Edit(last.with_keyboard(*support, (_all_button(t),)))]
    return [Edit(Message(words).with_keyboard((_step_button("first-hour-next", step + 1, t),), (_all_button(t),)))]


def first_hour_button(t: Phrases) -> Button:
    """Make the button that begins the first hour."""
    return _step_button("first-hour-title", 1, t)


def _step_button(label: str, step: int, t: Phrases) -> Button:
    return button(t.plain(label), _FIRST_HOUR, step)


def _all_button(t: Phrases) -> Button:
    return button(t.plain("first-hour-show-all"), _FIRST_HOUR, _ALL)

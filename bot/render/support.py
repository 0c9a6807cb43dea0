"""The screens of help after a robbery: the choice, a card, and the lists of rights and schemes."""

from collections.abc import Sequence

from alerts.services.support.find_support import ShownCard
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.render.copy_button import copy_button
from texts.phrases import Phrases
from texts.support import card_title, card_words

SUPPORT = "support"  # the verb of these buttons; without an entity it opens the choice
RIGHTS, SCHEMES = "rights", "schemes"
PAGE = 6  # schemes on one screen
_POLICE = ("police-report",)
_NO_PHONE = ("insurance", "compensation", "violence-fund")


def support_button(t: Phrases) -> Button:
    """Make the button that opens the choice."""
    return button(t.plain("support-button"), SUPPORT)


def support_home(cards: Sequence[ShownCard], t: Phrases) -> Message:
    """Write the choice: whom to call, rights, and schemes where there are any."""
    of_help = [one for one in cards if one.card is not None and one.entry is not None]
    rows = [(_card_button(one, t),) for one in of_help]
    rows.append((button(t.plain("support-rights-title"), SUPPORT, RIGHTS),))
    if _schemes(cards):
        rows.append((button(t.plain("support-schemes-title"), SUPPORT, SCHEMES),))
    return Message(t("support-home")).with_keyboard(*rows)


def rights_screen(cards: Sequence[ShownCard], t: Phrases) -> Message:
    """Write the list of rights, and of what to do about the damage."""
    rows = [(_card_button(one, t),) for one in cards if one.entry is None]
    return Message(t("support-rights")).with_keyboard(*rows, (_back(t),))


def schemes_screen(cards: Sequence[ShownCard], page: int, t: Phrases) -> Message:
    """Write one page of the schemes that have no card of the program; the first for a page that there is not."""
    schemes = _schemes(cards)
    begin = page * PAGE if page * PAGE < len(schemes) else 0
    rows = [(_card_button(one, t),) for one in schemes[begin : begin + PAGE]]
    if begin + PAGE < len(schemes):
        rows.append((button(t.plain("support-more"), SUPPORT, SCHEMES, begin // PAGE + 1),))
    return Message(t("support-schemes")).with_keyboard(*rows, (_back(t),))


def card_screen(shown: ShownCard, t: Phrases) -> Message:
    """Write one card: with the number to call or the website, and the way back to its list."""
    rows = []
    if shown.entry is not None:
        rows.append((Button(t.plain("support-open"), url=shown.entry.scheme.link),))
    if shown.card is not None and shown.card not in _NO_PHONE:
        rows.insert(0, (copy_button(t.plain("phone-police" if shown.card in _POLICE else "phone-support"), t),))
    above = SCHEMES if shown.card is None else RIGHTS if shown.entry is None else ""
    return Message(card_words(shown, t)).with_keyboard(*rows, (_back(t, above),))


def _schemes(cards: Sequence[ShownCard]) -> list[ShownCard]:
    return [one for one in cards if one.card is None]


def _card_button(shown: ShownCard, t: Phrases) -> Button:
    return button(card_title(shown, t), SUPPORT, shown.key)


def _back(t: Phrases, above: str = "") -> Button:
    return button(t.plain("nav-back"), SUPPORT, above)

"""The screen of a member's e-mail address, and the notice that mail stopped."""

from collections.abc import Mapping

from alerts.mail import MailAddress
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from texts.html import lines, paragraphs
from texts.phrases import Phrases

ON, OFF = "on", "off"


def mail_menu(address: MailAddress | None, t: Phrases) -> Message:
    """Render what goes by mail, with a button for each other choice."""
    back = (button(t.plain("nav-back"), "settings"),)
    if address is None:
        text = paragraphs(t("mail-title"), t("mail-what"))
        return Message(text).with_keyboard((button(t.plain("mail-add"), "mail-add"),), back)
    rows = ((button(t.plain("mail-change"), "mail-add"), button(t.plain("mail-remove"), "mail-remove")), back)
    if not address.is_usable:
        why = "unverified" if address.verified_at is None else address.why_inactive
        text = paragraphs(t("mail-title"), t(f"mail-{why}", address=address.address))
        return Message(text).with_keyboard(*rows)
    unseen = t("mail-unseen-on" if address.on_unseen else "mail-unseen-off")
    told = lines(t("mail-address", address=address.address), unseen, t("mail-blocked"))
    choice = button(
        t.plain("mail-not-unseen" if address.on_unseen else "mail-also-unseen"),
        "mail-unseen",
        OFF if address.on_unseen else ON,
    )
    return Message(paragraphs(t("mail-title"), told, t("mail-label"))).with_keyboard((choice,), *rows)


async def stopped(view: View) -> Message:
    """Say that no more mail goes to the address, and why."""
    return Message(view.t(f"mail-stopped-{view.fields['why']}"))


MAIL_VIEWS: Mapping[str, WriteView] = {"mail-stopped": stopped}

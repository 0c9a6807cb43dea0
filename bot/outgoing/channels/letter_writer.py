"""The letter writer: what a channel beside the chat says, in the reader's language and within the label."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from html import unescape
from zoneinfo import ZoneInfo

from alerts.account import ADDRESS_FACT
from alerts.alert import Revision
from alerts.channel import ChannelDelivery, ChannelView
from alerts.member import Language
from alerts.ports import Storage, UnitOfWork
from alerts.services.channel.add_mail_address import code_key, make_code
from alerts.services.channel.check_wanted import Objection, text_to_send
from alerts.tlp import Route
from bot.outgoing.channels.carrier import Letter
from bot.render.alert import Reader, drilled, revision_message
from bot.render.alert_background import background_of
from bot.render.alert_facts import kind_words
from texts.html import Html, paragraphs
from texts.phrases import Phrases

UNSUBSCRIBE = "/mail/{token}"  # below the console's address
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


class LetterWriter:
    """Writes the letter of a claimed delivery."""

    def __init__(self, storage: Storage, texts: Mapping[Language, Phrases], zone: ZoneInfo, bot: str) -> None:
        self._storage = storage
        self._texts = texts
        self._zone = zone
        self._chat = f"https://t.me/{bot}"

    async def write(self, claimed: ChannelDelivery, now: datetime) -> Letter | str:
        """Return the letter, or the reason for which there is none any more."""
        if claimed.view is ChannelView.CODE:
            return await self._code(claimed, now)
        async with self._storage.reading() as uow:
            revision = await text_to_send(uow, claimed, now)
            if isinstance(revision, Objection):
                return revision.reason
            if claimed.member_id is None:
                t = self._texts[Language.DUTCH]
                return self._letter(claimed, revision, await self._body(uow, revision, t, now), t)
            t = self._texts[(await uow.members.get(claimed.member_id)).language]
            body = await self._body(uow, revision, t, now)
            return await self._to_member(uow, claimed, self._letter(claimed, revision, body, t), body, t)

    async def _code(self, claimed: ChannelDelivery, now: datetime) -> Letter | str:
        """Make a code and write it; nothing but this letter has it in clear, so a repeat has another one."""
        assert claimed.member_id is not None, "a code is for a member"
        async with self._storage.transaction() as uow:
            address = await uow.mail_addresses.of_member(claimed.member_id)
            if address is None or claimed.effect_key != code_key(address.token) or now >= claimed.deadline:
                return "expired"
            code = await make_code(uow, claimed.member_id, now)
            t = self._texts[(await uow.members.get(claimed.member_id)).language]
        body = t("mail-code", code=code)
        key = f"{claimed.effect_key}:{claimed.attempts}"
        return Letter(key, t.plain("mail-code-subject", code=code), plain(body), page(body), to=address.address)

    async def _body(self, uow: UnitOfWork, revision: Revision, t: Phrases, now: datetime) -> Html:
        """The words of the notice where the label lets them leave the chat, else only that there is one."""
        if not revision.content.tlp.admits(Route.MAIL):
            link = await uow.facts.get(ADDRESS_FACT) or self._chat
            drill = t("alert-drill") if revision.content.is_drill else ""
            return paragraphs(drill, t("mail-only-notice", number=revision.alert_number, link=link))
        background = await background_of(uow, revision)
        message = revision_message(revision, background, Reader(None, now), t, self._zone)
        return paragraphs(message.text, t("mail-read", link=self._chat))

    def _letter(self, claimed: ChannelDelivery, revision: Revision, body: Html, t: Phrases) -> Letter:
        number, content = revision.alert_number, revision.content
        if content.tlp.admits(Route.MAIL):
            subject = t.plain("mail-subject", number=number, kind=kind_words(content.kind, t))
        else:
            subject = t.plain("mail-subject-label", number=number)
        return Letter(claimed.effect_key, drilled(subject, content, t), plain(body), page(body))

    async def _to_member(
        self, uow: UnitOfWork, claimed: ChannelDelivery, letter: Letter, body: Html, t: Phrases
    ) -> Letter:
        """Address the letter, and say below it why it came and how to stop it."""
        assert claimed.member_id is not None, "a letter of a member"
        address = await uow.mail_addresses.of_member(claimed.member_id)
        assert address is not None, "it was checked"
        console = await uow.facts.get(ADDRESS_FACT)
        stop = f"{console}{UNSUBSCRIBE.format(token=address.token)}" if console else ""
        whole = paragraphs(body, t("mail-why-link", link=stop) if stop else t("mail-why"))
        return replace(letter, text=plain(whole), html=page(whole), to=address.address, unsubscribe=stop)


def plain(text: Html) -> str:
    """Return the text without marks; a link stands behind its words."""
    return unescape(_TAG.sub("", _LINK.sub(r"\2 (\1)", text)))


def page(text: Html) -> str:
    """Return the text as a page of simple HTML: the marks of a chat are HTML, and a new line is a break."""
    return f'<!doctype html><html><body style="font-family: sans-serif">{text.replace(chr(10), "<br>")}</body></html>'

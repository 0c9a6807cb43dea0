"""Tests of the link in a mail, over HTTP: opening it asks, a tap or a mail program stops the mail."""

from datetime import timedelta

from tests.bot.town import Town
from tests.console.visitor import Visitor


async def test_the_link_in_a_mail(town: Town, visitor: Visitor) -> None:
    """To open it changes nothing; the one-click request of RFC 8058, without a page or an origin, stops the mail; a
    link that is not known has the same answer."""
    police = await town.coordinator(90, scope="national")
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        await uow.mail_addresses.count_code(member.id, town.clock.now(), timedelta(days=1))
        await uow.mail_addresses.put(member.id, "els@goud.example", "token")
        await uow.mail_addresses.verify(member.id, town.clock.now())
    usable = []
    for method, path in (("GET", "/mail/token"), ("POST", "/mail/another"), ("POST", "/mail/token")):
        form = {"List-Unsubscribe": "One-Click"} if method == "POST" else None
        answer = await visitor.ask(method, path, form=form, headers={})
        assert 200 == answer.status
        async with town.storage.reading() as uow:
            address = await uow.mail_addresses.of_member(member.id)
        assert address is not None
        usable.append(address.is_usable)
    assert [True, True, False] == usable
    await town.deliver()
    assert police.t("mail-stopped-unsubscribed") in police.news()

"""Tests of e-mail beside the chat, with a real SMTP server: the address, its code, and what goes by mail."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from pydantic import SecretStr

from alerts.account import ADDRESS_FACT
from alerts.channel import MAIL_FACT
from alerts.errors import RecipientGone
from alerts.services.channel.queue_mails import has_mails_due, queue_mails
from alerts.services.channel.stop_mail import unsubscribe
from bot.channel_wiring import build_mail
from bot.outgoing.channels.letter_writer import LetterWriter
from tests.bot.mail_server import Mailbox, mail_server
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.town import BOT_NAME, SETTINGS, ZONE, Person, Town

ADDRESS = "els@goud.example"
CONSOLE = "https://console.example"


class Post:
    """The mail of a town: the server, and the program's sender."""

    def __init__(self, town: Town, box: Mailbox) -> None:
        self.town, self.box = town, box
        self.renew()

    def renew(self) -> None:
        """Start the sender anew, as a process does."""
        box = self.box
        given = {"smtp_host": "127.0.0.1", "smtp_port": box.port, "smtp_sender": "wees@alert.example"}
        settings = SETTINGS.model_copy(update={**given, "smtp_tls": "none", "smtp_password": SecretStr("")})
        writer = LetterWriter(self.town.storage, self.town.texts, ZONE, BOT_NAME)
        self.sender = build_mail(settings, writer, self.town.storage, self.town.clock)

    async def goes_out(self) -> None:
        """Do the job that queues what is due, and the one that sends it."""
        async with self.town.storage.reading() as uow:
            is_due = await has_mails_due(uow, self.town.clock.now())
        if is_due:
            async with self.town.storage.transaction() as uow:
                await queue_mails(uow, self.town.clock.now())
        await self.sender.round()
        await self.town.deliver()

    @property
    def subjects(self) -> list[str]:
        return [one["Subject"] for one in self.box.mails]


@pytest.fixture
async def post(town: Town) -> AsyncIterator[Post]:
    """Mail as an operator sets it up."""
    async with town.storage.transaction() as uow:
        await uow.facts.put(MAIL_FACT, "wees@alert.example")
        await uow.facts.put(ADDRESS_FACT, CONSOLE)
    async with mail_server() as box:
        yield Post(town, box)


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of 2903, alone on duty."""
    return await town.coordinator(90, scope="national")


async def warns(police: Person, *, tlp: str = "GREEN ·", severity: str = "P1 ·") -> None:
    """Send a notice about a robbery in 2903."""
    await to_preview(police, severity=severity, tlp=tlp)
    await send_alone(police)


async def asks(person: Person, post: Post, address: str = ADDRESS) -> str:
    """Give an address, and return the code in the mail."""
    await person.types("/instellingen")
    await person.taps(person.t.plain("settings-mail"))
    await person.taps(person.t.plain("mail-add"))
    await person.types(address)
    await post.goes_out()
    found = re.search(r"\b\d{6}\b", post.box.text())
    assert found is not None
    return found[0]


async def adds(person: Person, post: Post) -> None:
    """Give an address and its code."""
    await person.types(await asks(person, post))
    assert person.t("mail-unseen-on") in person.last.text
    post.box.mails.clear()


async def test_without_a_server_there_is_no_mail(town: Town, police: Person) -> None:
    """Where the operator set up no e-mail nobody is offered it, and a made-up button does nothing."""
    els = await jeweller(town, 1, police)
    await els.types("/instellingen")
    assert els.t.plain("settings-mail") not in [one.label for one in els.last.buttons]
    for data in ("mail::0", "mail-add::0"):
        await els.presses(data)
        assert els.t.plain("not-found") == town.screens.toasts[-1]


async def test_an_address_is_verified_by_its_code(town: Town, police: Person, post: Post) -> None:
    """A wrong code is refused, the right one counts once; what is stored of it is a hash."""
    els = await jeweller(town, 1, police)
    code = await asks(els, post)
    await els.types("000000" if code != "000000" else "111111")
    assert els.t("rejected-mail-code") in els.last.text
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        kept = await uow.mail_addresses.code(member.id)
    assert kept is not None
    assert (64, 1) == (len(kept.code_hash), kept.tries)
    await els.types(f"{code[:3]} {code[3:]}")
    assert ADDRESS in els.last.text
    assert els.t("mail-unseen-on") in els.last.text


async def test_a_code_cannot_be_guessed(town: Town, police: Person, post: Post) -> None:
    """After five wrong ones the right one counts no more, nor does one that is too old; a new one does."""
    els = await jeweller(town, 1, police)
    code = await asks(els, post)
    for _ in range(5):
        await els.types("000000" if code != "000000" else "111111")
    await els.types(code)
    assert els.t("limit-mail-tries") in els.last.text
    await els.taps(els.t.plain("nav-back"))
    await els.types(ADDRESS)
    await post.goes_out()
    town.clock.pass_by(minutes=31)
    found = re.search(r"\b\d{6}\b", post.box.text())
    assert found is not None
    await els.types(found[0])
    assert els.t("limit-mail-tries") in els.last.text


async def test_nobody_is_sent_many_codes(town: Town, police: Person, post: Post) -> None:
    """Five codes a day, also to other addresses and after taking one away."""
    els = await jeweller(town, 1, police)
    await asks(els, post)
    for number in range(5):
        await els.taps(els.t.plain("nav-back"))
        await els.types(f"els{number}@goud.example")
    assert els.t("limit-mail-codes") in els.last.text
    await post.goes_out()
    assert ["els@goud.example", "els3@goud.example"] == [one["To"] for one in post.box.mails]


async def test_what_is_no_address_is_refused(town: Town, police: Person, post: Post) -> None:
    """A line break smuggles in no header, and no mail goes out."""
    els = await jeweller(town, 1, police)
    await els.types("/instellingen")
    await els.taps(els.t.plain("settings-mail"))
    await els.taps(els.t.plain("mail-add"))
    for wrong in (
        "els",
        "els@goud",
        "a@b.nl\nBcc: x@y.nl",
        "els@goud.example, bob@x.nl",
        "<els@goud.example>",
        "a..b@c.nl",
    ):
        await els.types(wrong)
        assert els.t("rejected-mail-address") in els.last.text
    await post.goes_out()
    assert [] == post.box.mails


async def test_an_unseen_p1_goes_by_mail(town: Town, police: Person, post: Post) -> None:
    """After five minutes, once, with the words of the notice, escaped HTML and the one-click link."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    await warns(police)
    await post.goes_out()
    assert [] == post.box.mails
    town.clock.pass_by(minutes=5)
    for _ in range(3):
        await post.goes_out()
    assert ["Wees Alert 2026-0001: overval"] == post.subjects
    [mail] = post.box.mails
    assert "scooter" in post.box.text()
    assert "<b>" in post.box.html()
    assert "<b>" not in post.box.text()
    assert re.fullmatch(rf"<{CONSOLE}/mail/[\w-]{{32}}>", mail["List-Unsubscribe"])
    assert "List-Unsubscribe=One-Click" == mail["List-Unsubscribe-Post"]


async def test_who_saw_it_gets_no_mail(town: Town, police: Person, post: Post) -> None:
    """Gelezen is enough; so is turning it off; and a P2 goes by mail to nobody who got it."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await adds(els, post)
    await adds(bob, post)
    await bob.taps(bob.t.plain("mail-not-unseen"))
    assert bob.t("mail-unseen-off") in bob.last.text
    await warns(police)
    await els.taps(els.t.plain("seen-button"))
    town.clock.pass_by(minutes=6)
    await post.goes_out()
    await warns(police, severity="P2 ·")
    town.clock.pass_by(minutes=6)
    await post.goes_out()
    assert [] == post.box.mails


async def test_the_label_decides_what_a_mail_says(town: Town, police: Person, post: Post) -> None:
    """At AMBER it says that there is a notice, with its number and a link, and nothing of what happened."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    await warns(police, tlp="AMBER ·")
    town.clock.pass_by(minutes=5)
    await post.goes_out()
    assert ["Wees Alert 2026-0001"] == post.subjects
    whole = post.box.mails[0].as_string() + post.box.text() + post.box.html()
    assert CONSOLE in post.box.text()
    for word in ("scooter", "vluchtte", "2903", "Overval", "mes"):
        assert word not in whole


async def test_who_has_the_mail_reads_that_it_is_over(town: Town, police: Person, post: Post) -> None:
    """The end of a notice follows its mail."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    await warns(police)
    town.clock.pass_by(minutes=5)
    await post.goes_out()
    await police.types("/lopend")
    await police.taps("Einde")
    await police.taps("Zonder toelichting")
    for _ in range(2):
        await post.goes_out()
    assert 2 == len(post.box.mails)
    assert "2026-0001" in post.box.text()


async def test_a_blocked_chat_is_made_up_for_by_mail(town: Town, police: Person, post: Post) -> None:
    """Who blocked the bot has each notice by mail at once: that at which it was found out, and the next ones."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    town.screens.refusals[str(els.id)] = [RecipientGone("blocked")]
    await warns(police, severity="P2 ·")
    await post.goes_out()
    assert 1 == len(post.box.mails)
    await warns(police, severity="P2 ·")
    await post.goes_out()
    assert 2 == len(post.box.mails)
    assert 0 == len(alerts_of(els))


async def test_a_bounce_stops_the_mail_and_is_told(town: Town, police: Person, post: Post) -> None:
    """An address that its server refuses for good is not tried again; a server that is busy is."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    post.box.refuses = "451 4.7.1 greylisted"
    await warns(police)
    town.clock.pass_by(minutes=5)
    await post.goes_out()
    post.box.refuses = ""
    town.clock.pass_by(minutes=1)
    await post.goes_out()
    assert 1 == len(post.box.mails)
    post.box.refuses = "550 5.1.1 no such user"
    await warns(police)
    town.clock.pass_by(minutes=5)
    els.news()
    for _ in range(2):
        await post.goes_out()
    assert els.t("mail-stopped-bounced") in els.news()
    await els.types("/instellingen")
    await els.taps(els.t.plain("settings-mail"))
    assert els.t("mail-bounced", address=ADDRESS) in els.last.text
    post.box.refuses = ""
    await warns(police)
    town.clock.pass_by(minutes=5)
    await post.goes_out()
    assert 1 == len(post.box.mails)


async def test_a_dead_server_costs_no_attempt(town: Town, police: Person, post: Post) -> None:
    """What could not be sent waits for the server, and goes once; the chat goes on meanwhile."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    port, post.box.port = post.box.port, 1
    post.renew()
    await warns(police)
    town.clock.pass_by(minutes=5)
    await post.goes_out()
    await warns(police, severity="P2 ·")
    assert 2 == len(alerts_of(els))
    post.box.port = port
    post.renew()
    for _ in range(2):
        await post.goes_out()
    assert 1 == len(post.box.mails)


@pytest.mark.parametrize("was_sent", [False, True])
async def test_a_kill_between_due_and_sent(town: Town, police: Person, post: Post, was_sent: bool) -> None:
    """A process that dies after it claimed a mail leaves it to the next one: it comes, and at most twice, the second
    time as the same message."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    await warns(police)
    town.clock.pass_by(minutes=5)
    async with town.storage.transaction() as uow:
        await queue_mails(uow, town.clock.now())
    async with town.storage.transaction() as uow:
        [claimed] = await uow.channels.claim("mail", 10, "a process that died", timedelta(minutes=5), town.clock.now())
    if was_sent:
        letter = await post.sender._writer.write(claimed, town.clock.now())
        assert not isinstance(letter, str)
        async with post.sender._carrier.connect() as line:
            await line.send(letter)
    for _ in range(3):
        await post.goes_out()
    assert 1 + was_sent == len(post.box.mails)
    assert 1 == len({one["Message-ID"] for one in post.box.mails})


async def test_a_lost_answer_is_tried_once_more(town: Town, police: Person, post: Post) -> None:
    """The server took it and hung up: it is sent once more and no further, as the same message."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    await warns(police)
    town.clock.pass_by(minutes=5)
    post.box.hangs_up = True
    for _ in range(3):
        await post.goes_out()
        town.clock.pass_by(minutes=1)
    assert 2 == len(post.box.mails)
    assert 1 == len({one["Message-ID"] for one in post.box.mails})


async def test_the_link_in_a_mail_stops_it(town: Town, police: Person, post: Post) -> None:
    """No mail follows, and the chat says so."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        address = await uow.mail_addresses.of_member(member.id)
        assert address is not None
        await unsubscribe(uow, address.token, town.clock.now())
    await town.deliver()
    assert els.t("mail-stopped-unsubscribed") in els.news()
    await warns(police)
    town.clock.pass_by(minutes=5)
    await post.goes_out()
    assert [] == post.box.mails


@pytest.mark.parametrize("how", ["stop", "remove", "erase"])
async def test_stop_and_erasure_end_the_mail(town: Town, police: Person, post: Post, how: str) -> None:
    """/stop, taking the address away and erasure each leave nothing to be mailed."""
    els = await jeweller(town, 1, police)
    await adds(els, post)
    await warns(police)
    town.clock.pass_by(minutes=5)
    async with town.storage.transaction() as uow:
        await queue_mails(uow, town.clock.now())
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
    assert member is not None
    if how == "stop":
        await els.types("/stop")
    elif how == "remove":
        await els.types("/instellingen")
        await els.taps(els.t.plain("settings-mail"))
        await els.taps(els.t.plain("mail-remove"))
    else:
        async with town.storage.transaction() as uow:
            await uow.personal.erase(member.id, town.clock.now())
    await post.goes_out()
    assert [] == post.box.mails
    async with town.storage.reading() as uow:
        kept = await uow.mail_addresses.of_member(member.id)
    assert (how == "stop") == (kept is not None)

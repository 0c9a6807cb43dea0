"""Tests of approvals: the notice as it will be sent, decided by the same use cases as in the chat."""

import re
from html import unescape

import pytest

from alerts.alert import AlertState, Decision
from alerts.ids import AlertId
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from bot.conversation.view import View
from bot.render.approval import card_parts
from tests.bot.police import to_preview
from tests.bot.town import BOT_NAME, ZONE, Person, Town
from tests.console.accounts import enrolled, recorded
from tests.console.visitor import Answer, Visitor


async def submitted(author: Person, *, severity: str = "P2 ·") -> str:
    """Have police submit a notice; return the path of its page."""
    await to_preview(author, severity=severity)
    await author.taps("Vraag akkoord")
    town = author.town
    async with town.storage.reading() as uow:
        waiting = (await uow.alerts.undecided())[-1]
    return f"/approvals/{waiting.alert_id}/{waiting.alert_version}"


async def state_of(town: Town, path: str) -> AlertState:
    """The state of the notice on this page."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(int(path.split("/")[2])))).state


def words(page: Answer) -> str:
    """The page without its markup."""
    return unescape(re.sub(r"<[^>]+>", "", page.text))


async def test_the_notice_is_what_the_chat_shows(town: Town, visitor: Visitor) -> None:
    """The page shows the same words as the card in the chat, and names a function instead of a person."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    path = await submitted(author)
    await enrolled(colleague, visitor)
    page = await visitor.get(path)
    shown = words(page)
    assert 200 == page.status
    async with town.storage.reading() as uow:
        [approval] = await uow.alerts.undecided()
        alert = await uow.alerts.get(approval.alert_id)
        view = View({}, colleague.t.for_police, uow, town.clock.now(), ZONE, BOT_NAME, approval.requested_by)
        head, preview = await card_parts(alert, approval, view)
    for part in (head, preview.text):
        assert unescape(re.sub(r"<[^>]+>", "", part)) in shown
    assert "overvalcoördinator" in shown
    assert str(author.id) not in page.text
    assert "tg-time" not in page.text


async def test_approving_sends_it(town: Town, visitor: Visitor) -> None:
    """A colleague approves on chosen grounds: the shop has the notice, the author hears it, and the page says so."""
    shop = town.person(9)
    await shop.subscribes("2903 AB", "jeweller", "Goud", "1")
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    await colleague.types("/aanmeldingen")
    await colleague.taps("Verifieer")
    path = await submitted(author)
    await enrolled(colleague, visitor)
    listed = await visitor.get("/approvals")
    assert path in listed.text
    page = await visitor.get(path)
    shop.news()
    author.news()
    answer = await visitor.sends(page, f"{path}/approve", grounds="public")
    assert (303, path) == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert "overval" in shop.news()
    assert AlertState.LIVE is await state_of(town, path)
    decided = words(await visitor.get(path))
    assert "is goedgekeurd door jou" in decided
    assert "Openbare bron" in decided
    assert path not in (await visitor.get("/approvals")).text


async def test_approving_twice_sends_once(town: Town, visitor: Visitor) -> None:
    """A form that is sent again, or after a colleague decided in the chat, changes nothing and says so."""
    author, colleague, third = [await town.coordinator(number) for number in (1, 2, 3)]
    path = await submitted(author)
    await enrolled(colleague, visitor)
    page = await visitor.get(path)
    await third.types("/goedkeuren")
    await third.taps("Akkoord, versturen")
    for way in ("approve", "return", "reject"):
        late = await visitor.sends(page, f"{path}/{way}", grounds="", comment="Te laat")
        assert 409 == late.status
        assert "Hierover is al beslist" in late.text
    assert "door een collega" in words(await visitor.get(path))


@pytest.mark.parametrize(("way", "state"), [("return", AlertState.DRAFT), ("reject", AlertState.RETRACTED)])
async def test_returning_and_rejecting_tell_the_author_why(
    town: Town, visitor: Visitor, way: str, state: AlertState
) -> None:
    """A comment in somebody's own words reaches the author in the chat."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    path = await submitted(author)
    await enrolled(colleague, visitor)
    page = await visitor.get(path)
    author.news()
    answer = await visitor.sends(page, f"{path}/{way}", ready="", comment="Noem de straat\r\nniet.")
    assert 303 == answer.status
    await town.deliver()
    assert state is await state_of(town, path)
    assert "Noem de straat\nniet." in author.news()


async def test_a_ready_made_comment_needs_no_words(town: Town, visitor: Visitor) -> None:
    """A chosen comment is kept by its key, and read by each in their own language."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    path = await submitted(author)
    await enrolled(colleague, visitor)
    page = await visitor.get(path)
    await visitor.sends(page, f"{path}/return", ready="shorter", comment="")
    async with town.storage.reading() as uow:
        approval = await uow.alerts.latest_approval(AlertId(int(path.split("/")[2])))
    assert approval is not None
    assert (Decision.RETURNED, "shorter") == (approval.decision, approval.comment)


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("", "Er staat niets. Typ wat je wilt zeggen."),
        ("x" * 301, "300"),
        ("De auto was 12-ABC-3", "Noem hier alleen type en kleur"),
        ("<script>alert(1)</script> 06-12345678", "telefoonnummer"),
    ],
)
async def test_a_wrong_comment_comes_back_with_what_is_wrong(
    town: Town, visitor: Visitor, comment: str, told: str
) -> None:
    """What is wrong stands above the page and beside the field; the words are still there, escaped; nothing changed."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    path = await submitted(author)
    await enrolled(colleague, visitor)
    page = await visitor.get(path)
    answer = await visitor.sends(page, f"{path}/reject", ready="nonsense", comment=comment)
    assert 422 == answer.status
    assert 2 == words(answer).lower().count(told.lower())
    assert 'href="#comment-rejected"' in answer.text
    assert "<script>alert" not in answer.text
    [kept] = re.findall(r'<textarea id="comment-rejected"[^>]*>([^<]*)</textarea>', answer.text)
    assert comment == unescape(kept)
    assert AlertState.PENDING is await state_of(town, path)
    assert (1 if "-" in comment else 0) == await recorded(colleague, "request.refused")


async def test_approving_needs_a_fresh_passkey(town: Town, visitor: Visitor) -> None:
    """After ten minutes an approval carries the passkey's answer; without it, or with another's, nothing is sent."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    path = await submitted(author)
    key = await enrolled(colleague, visitor)
    other = visitor.beside()
    others = await enrolled(author, other)
    town.clock.pass_by(minutes=11)
    page = await visitor.get(path)
    for wrong in ("", "{}", others.get(page.options, visitor.origin)):
        assert 409 == (await visitor.sends(page, f"{path}/approve", credential=wrong)).status
    assert AlertState.PENDING is await state_of(town, path)
    answer = await visitor.sends(page, f"{path}/approve", credential=key.get(page.options, visitor.origin))
    assert 303 == answer.status
    assert AlertState.LIVE is await state_of(town, path)


async def test_nobody_approves_their_own(town: Town, visitor: Visitor) -> None:
    """The author finds the notice neither in the list nor by its page, and no forged form approves it."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    path = await submitted(author)
    await enrolled(author, visitor)
    listed = await visitor.get("/approvals")
    assert path not in listed.text
    assert colleague.menu
    assert 403 == (await visitor.get(path)).status
    for way in ("approve", "return", "reject"):
        answer = await visitor.sends(listed, f"{path}/{way}", comment="Ik zelf")
        assert 403 == answer.status
        assert "Je kunt je eigen bericht niet goedkeuren" in answer.text
    assert AlertState.PENDING is await state_of(town, path)


async def test_a_p1_comes_first(town: Town, visitor: Visitor) -> None:
    """The list begins with an acute notice, then with what waits longest."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    first = await submitted(author)
    town.clock.pass_by(minutes=5)
    acute = await submitted(author, severity="P1 ·")
    await enrolled(colleague, visitor)
    page = (await visitor.get("/approvals")).text
    assert 0 < page.index(acute) < page.index(first)
    assert "5 minuten" in page


async def test_what_is_not_there_and_what_is_not_theirs_is_one_answer(town: Town, visitor: Visitor) -> None:
    """Police of another place get the same page for a notice elsewhere as for one that never was."""
    author, other = await town.coordinator(1), await town.coordinator(2, Role.POLICE, "3011")
    await town.coordinator(3)
    path = await submitted(author)
    await enrolled(other, visitor)
    listed = await visitor.get("/approvals")
    assert "Er wacht niets op je akkoord" in listed.text
    strange, never = await visitor.get(path), await visitor.get("/approvals/999999/1")
    assert (404, strange.text) == (never.status, never.text)
    assert 404 == strange.status
    for one in (path, "/approvals/999999/1"):
        for way in ("approve", "return", "reject"):
            assert 404 == (await visitor.sends(listed, f"{one}/{way}", comment="Nee")).status
    for bad in ("/approvals/0/1", "/approvals/x/1", f"/approvals/{'9' * 30}/1", f"{path}/else"):
        assert 404 == (await visitor.get(bad)).status


async def test_a_held_tip_is_no_request_for_approval(town: Town, visitor: Visitor) -> None:
    """The list counts tips that police can stop and leads to their page; no page or form of approvals decides on
    one."""
    police = await town.coordinator(1)
    async with town.storage.transaction() as uow:
        maker = await uow.members.by_ref("telegram", str(police.id))
        assert maker is not None
        new = NewKvoGroup("De Koperwiek", frozenset({"2903"}), frozenset())
        group = await uow.kvo_groups.add(new, maker.id, town.clock.now())
    manager = await town.coordinator(2, Role.KVO_MANAGER, f"kvo_group:{group.id}")
    await manager.types("/preventie")
    await manager.types("Zet de vuilcontainers binnen, dan klimt er niemand op.")
    await manager.taps("alleen een tip")
    await manager.taps("Naar de politie en dan versturen")
    async with town.storage.reading() as uow:
        [approval] = await uow.alerts.undecided()
    path = f"/approvals/{approval.alert_id}/{approval.alert_version}"
    await enrolled(police, visitor)
    listed = await visitor.get("/approvals")
    assert '<a href="/tips">Er wacht ook 1 tip' in listed.text
    assert path not in listed.text
    assert 404 == (await visitor.get(path)).status
    for way in ("approve", "return", "reject"):
        assert 404 == (await visitor.sends(listed, f"{path}/{way}", comment="Niet nodig.")).status
    async with town.storage.reading() as uow:
        assert [approval] == await uow.alerts.undecided()

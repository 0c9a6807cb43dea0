"""Tests of templates in the console: approved by a colleague, looked at, and sent with a fresh passkey."""

import re
from html import unescape

from alerts.alert import AlertState, ApprovalKind
from alerts.ids import AlertId
from alerts.role import Role
from tests.bot.police import alerts_of, change, jeweller, to_preview
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.pages.test_compose import follows, previewed, sends
from tests.console.visitor import Answer, Visitor


async def kept(author: Person) -> None:
    """Have police keep a P1 as a template, which waits for a colleague."""
    await to_preview(author, severity="P1 ·")
    await change(author, "Bewaar als sjabloon")


def words(page: Answer) -> str:
    """Return what a page says, without its markup."""
    return unescape(re.sub(r"<[^>]+>", "", page.text))


async def state_of(town: Town, alert: int) -> AlertState:
    """Return the state of this alert."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(alert))).state


async def test_a_template_is_approved_and_sent(town: Town, visitor: Visitor) -> None:
    """A colleague approves the template on chosen grounds, sees the numbered notice, and sends it: the shop has just
    that text, on the template's approval."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    shop = await jeweller(town, 9, colleague)
    await kept(author)
    await enrolled(colleague, visitor)
    listed = await visitor.get("/templates")
    assert "Ter goedkeuring" in words(listed)
    [version] = re.findall(r'name="version" value="(\d+)"', listed.text)
    approved = await visitor.sends(listed, "/templates/1/approve", version=version, grounds="public")
    assert 303 == approved.status
    listed = await visitor.get("/templates")
    assert "Openbare bron" in words(listed)
    used = await visitor.sends(listed, "/templates/1/use")
    assert 303 == used.status
    ready = await visitor.get(used.headers["Location"])
    [shown, *_] = re.findall(r'class="message words"[^>]*>(.*?)</section>', ready.text, re.DOTALL)
    [version] = re.findall(r'name="version" value="(\d+)"', ready.text)
    path = used.headers["Location"]
    assert 303 == (await visitor.sends(ready, f"{path}/send", version=version)).status
    await town.deliver()
    [arrived] = alerts_of(shop)
    assert unescape(re.sub(r"<[^>]+>", "", shown)) == unescape(re.sub(r"<[^>]+>", "", arrived))
    async with town.storage.reading() as uow:
        approval = await uow.alerts.latest_approved(AlertId(int(path.split("/")[-1])))
    assert approval is not None
    assert (ApprovalKind.TEMPLATE, "Openbare bron") == (approval.kind, approval.grounds)
    again = await visitor.sends(ready, f"{path}/send", version=version)
    assert 409 == again.status


async def test_sending_needs_a_fresh_passkey(town: Town, visitor: Visitor) -> None:
    """Ten minutes after signing in neither approving nor sending counts without the passkey."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    await kept(author)
    await enrolled(colleague, visitor)
    page = await visitor.get("/templates")
    town.clock.pass_by(minutes=11)
    assert 409 == (await visitor.sends(page, "/templates/1/approve", version="1")).status
    async with town.storage.reading() as uow:
        [template] = await uow.templates.all_open(town.clock.now())
    assert template.approved_at is None
    await colleague.types("/sjablonen")
    await colleague.taps("Akkoord")
    used = await visitor.sends(page, "/templates/1/use")
    ready = await visitor.get(used.headers["Location"])
    assert "data-passkey" in ready.text
    refused = await visitor.sends(ready, f"{used.headers['Location']}/send", version="2")
    assert 409 == refused.status
    alert = int(used.headers["Location"].split("/")[-1])
    assert AlertState.DRAFT is await state_of(town, alert)
    assert 303 == (await visitor.sends(ready, f"{used.headers['Location']}/drop")).status
    assert AlertState.RETRACTED is await state_of(town, alert)


async def test_who_is_of_elsewhere_or_of_another_role_sees_no_template(town: Town, visitor: Visitor) -> None:
    """Police elsewhere have an empty list and no form; a city marshal has neither link nor page; an author cannot
    approve their own."""
    author = await town.coordinator(1)
    elsewhere = await town.coordinator(3, scope="3000-3099")
    marshal = await town.coordinator(4, Role.CITY_MARSHAL)
    await kept(author)
    await enrolled(elsewhere, visitor)
    page = await visitor.get("/templates")
    assert "Er zijn nog geen sjablonen" in words(page)
    for way in ("approve", "end", "use"):
        assert 404 == (await visitor.sends(page, f"/templates/1/{way}", version="1")).status
    other = visitor.beside()
    await enrolled(marshal, other)
    account = await other.get("/account")
    assert "/templates" not in account.text
    assert 403 == (await other.get("/templates")).status
    for way in ("approve", "end", "use"):
        assert 403 == (await other.sends(account, f"/templates/1/{way}", version="1")).status
    mine = visitor.beside()
    await enrolled(author, mine)
    own = await mine.get("/templates")
    assert "/templates/1/approve" not in own.text
    assert 403 == (await mine.sends(own, "/templates/1/approve", version="1")).status
    assert 303 == (await mine.sends(own, "/templates/1/end")).status
    assert "Er zijn nog geen sjablonen" in words(await mine.get("/templates"))


async def test_a_draft_is_kept_as_a_template(town: Town, visitor: Visitor) -> None:
    """Police keep an acute draft that they saw as a template, which a colleague approves; the draft stays."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    await enrolled(author, visitor)
    draft = await previewed(visitor)
    assert 'value="template"' in draft.text
    changed = await sends(visitor, draft, "template", words="Overval op een juwelier in 2903 AB. Let op de deur.")
    assert changed.headers["Location"].startswith("/compose/1?look=1"), "only what was seen is kept"
    kept_now = await sends(visitor, await follows(visitor, changed), "template")
    assert (303, "/templates?kept=1") == (kept_now.status, kept_now.headers["Location"])
    page = await visitor.get("/templates?kept=1")
    assert "Een collega is gevraagd" in words(page)
    assert 'value="template"' in (await visitor.get("/compose/1")).text
    await town.deliver()
    assert "Ter goedkeuring" in colleague.news()
    for odd in ("x", "-1", "9" * 30, ""):
        assert 200 == (await visitor.get(f"/templates?kept={odd}")).status


async def test_only_police_keep_acute_drafts_as_templates(town: Town, visitor: Visitor) -> None:
    """A city marshal has no such button and makes none by its form; a draft that is not acute is refused."""
    marshal = await town.coordinator(3, Role.CITY_MARSHAL)
    await town.coordinator(1)
    await enrolled(marshal, visitor)
    draft = await previewed(visitor)
    assert 'value="template"' not in draft.text
    assert 404 == (await sends(visitor, draft, "template")).status
    other = visitor.beside()
    await enrolled(await town.coordinator(4), other)
    calm = await previewed(other, severity="P3")
    assert 'value="template"' not in calm.text
    refused = await sends(other, calm, "template")
    assert 409 == refused.status
    async with town.storage.reading() as uow:
        assert [] == await uow.templates.all_open(town.clock.now())

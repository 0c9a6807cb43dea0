"""Tests of the record in the console: it shows what /logboek shows, filters it, and exports it with a reason."""

import csv
import io
import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest

from alerts.audit import AuditEvent
from alerts.role import Role
from tests.bot.administering import administrator
from tests.bot.town import Town
from tests.console.accounts import enrolled, member_of, recorded
from tests.console.pages.test_approvals import submitted, words
from tests.console.visitor import Answer, Visitor


def _entries(page: Answer) -> list[str]:
    """The entries on the page, without markup."""
    found = re.findall(r"<li><span><time.*?</span></li>", page.text, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", one)) for one in found]


async def test_police_read_their_scope_as_in_the_chat(town: Town, visitor: Visitor) -> None:
    """Each line of /logboek is on the page, and nothing that the chat does not show."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    far = await town.coordinator(3, scope="3011")
    await submitted(author)
    await enrolled(colleague, visitor)
    shown = _entries(await visitor.get("/record"))
    assert any("vroeg" in one or "diende" in one or "2026-0001" in one for one in shown)
    await colleague.types("/logboek")
    in_chat = re.sub(r"<[^>]+>", "", colleague.last.text)
    own = [one for one in shown if "2026-0001" in one]
    assert own
    for one in own:
        assert one.partition(" · ")[2] in unescape(in_chat)
    elsewhere = visitor.beside()
    await enrolled(far, elsewhere)
    assert not [one for one in _entries(await elsewhere.get("/record")) if "2026-0001" in one]
    assert "Mensen en rollen" not in (await visitor.get("/record")).text


async def test_administrators_read_people_and_no_cases(town: Town, visitor: Visitor) -> None:
    """An administrator has the people and no alerts; a number of an alert is like one that never was."""
    author = await town.coordinator(1)
    await town.coordinator(2)
    await submitted(author)
    await enrolled(await administrator(town), visitor)
    page = await visitor.get("/record")
    assert not [one for one in _entries(page) if "2026-0001" in one]
    assert "Mensen en rollen" in page.text
    known, unknown = await visitor.get("/record?number=2026-0001"), await visitor.get("/record?number=2026-9999")
    assert (422, 422) == (known.status, unknown.status)
    assert known.text.replace("0001", "9999") == unknown.text.replace("0001", "9999")


@pytest.mark.parametrize("role", [Role.CITY_MARSHAL, Role.MUNICIPALITY, Role.PROSECUTION])
async def test_others_do_not_come_here(town: Town, visitor: Visitor, role: Role) -> None:
    """Who may not read the record has neither link nor page, and exports and checks nothing."""
    await enrolled(await town.coordinator(1, role), visitor)
    account = await visitor.get("/account")
    assert 'href="/record"' not in account.text
    assert 403 == (await visitor.get("/record")).status
    for form in ("export", "verify"):
        assert 403 == (await visitor.sends(account, f"/record/{form}", reason="Controle")).status


async def test_filters(town: Town, visitor: Visitor) -> None:
    """Part, role or function, number and period each leave out what they should."""
    author = await town.coordinator(1)
    colleague = await town.coordinator(2)
    await submitted(author)
    await enrolled(colleague, visitor)
    whole = _entries(await visitor.get("/record"))
    assert whole
    for query in ("part=reports", "by=administrator", "by=mayor", "from=2026-11-25", "to=2026-11-23"):
        assert (query, []) == (query, _entries(await visitor.get(f"/record?{query}")))
    town.clock.pass_by(days=1)
    await enrolled(colleague, visitor)
    for query in ("part=alerts", "by=police", "number=2026-0001", "from=2026-11-24&to=2026-11-24"):
        found = _entries(await visitor.get(f"/record?{query}"))
        assert (query, True) == (query, any("2026-0001" in one for one in found))
    by_number = _entries(await visitor.get("/record?number=2026-0001"))
    assert all("2026-0001" in one for one in by_number)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("number=zzz", "number"),
        ("from=x", "from"),
        ("to=2026-13-01", "to"),
        ("from=0001-01-01", "from"),
        ("to=9999-12-31", "to"),
        ("from=2026-11-25&to=2026-11-24", "to"),
    ],
)
async def test_a_wrong_filter_says_so(town: Town, visitor: Visitor, query: str, field: str) -> None:
    """What is wrong stands beside its field, with what was typed."""
    await enrolled(await town.coordinator(1), visitor)
    page = await visitor.get(f"/record?{query}")
    assert 422 == page.status
    assert f'id="wrong-{field}"' in page.text
    assert f'<a href="#{field}">' in page.text


async def test_pages(town: Town, visitor: Visitor) -> None:
    """Fifty entries a page, with a way to older ones that keeps the filter and back to the newest."""
    police = await town.coordinator(1)
    member = await member_of(police)
    async with town.storage.transaction() as uow:
        for number in range(120):
            at = town.clock.now() + timedelta(seconds=number)
            await uow.audit.append(AuditEvent("account.confirmed", "member", member, member), at)
    await enrolled(police, visitor)
    seen: list[str] = []
    address, pages = "/record?by=police", 0
    while address:
        page = await visitor.get(address)
        seen += _entries(page)
        pages += 1
        assert len(_entries(page)) <= 50
        older = re.findall(r'href="(/record\?[^"]*before=\d+[^"]*)"', page.text)
        address = unescape(older[0]) if older else ""
        assert not address or "by=police" in address
    assert pages >= 3
    assert 120 == sum("bevestigde met een toegangssleutel" in one for one in seen)
    for odd in ("x", "-1", "9" * 40):
        assert 200 == (await visitor.get(f"/record?before={odd}")).status


async def test_export_needs_a_reason_and_a_passkey(town: Town, visitor: Visitor) -> None:
    """A file has what the page has, with the reason on the record; without one, or without the passkey, there is
    none."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    await submitted(author)
    key = await enrolled(colleague, visitor)
    page = await visitor.get("/record?part=alerts")
    for reason, field in (("", "reason"), ("Bel 06-28417793", "reason"), ("x" * 101, "reason")):
        wrong = await visitor.sends(page, "/record/export", part="alerts", reason=reason)
        assert (reason, 422) == (reason, wrong.status)
        assert f'id="wrong-{field}"' in wrong.text
        assert f'value="{reason}"' in wrong.text
    assert 0 == await recorded(colleague, "audit.exported")
    town.clock.pass_by(minutes=10)
    stale = await visitor.sends(page, "/record/export", part="alerts", reason="Jaarlijkse controle")
    assert 409 == stale.status
    page = await visitor.get("/record?part=alerts")
    proof = key.get(page.options, visitor.origin)
    made = await visitor.sends(page, "/record/export", part="alerts", reason="Jaarlijkse controle", credential=proof)
    assert 200 == made.status
    assert "attachment" in made.headers["Content-Disposition"]
    head, *rows = csv.reader(io.StringIO(made.text))
    assert ["nummer", "tijd", "wie", "wat", "sleutel"] == head
    assert any("2026-0001" in row[3] for row in rows)
    assert 1 == await recorded(colleague, "audit.exported")
    assert "Jaarlijkse controle" in words(await visitor.get("/record"))


async def test_no_cell_is_a_formula(town: Town, visitor: Visitor) -> None:
    """A label that begins like a formula is text in a spreadsheet."""
    police = await town.coordinator(1)
    async with town.storage.transaction() as uow:
        [grant] = await uow.roles.of_member(await member_of(police))
        await uow.roles.end_at(grant.id, town.clock.now())
        await uow.roles.grant(
            member=grant.member_id,
            role=grant.role,
            scope=grant.scope,
            label="=HYPERLINK(1)",
            granted_by=None,
            now=town.clock.now(),
        )
    await enrolled(police, visitor)
    made = await visitor.sends(await visitor.get("/record"), "/record/export", reason="Controle")
    rows = list(csv.reader(io.StringIO(made.text)))
    assert any(row[2].startswith("'=HYPERLINK") for row in rows)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


async def test_is_it_whole(town: Town, visitor: Visitor, tmp_path: Path) -> None:
    """The check says that the record is whole, and that it is not once a row was changed."""
    police = await town.coordinator(1)
    await enrolled(police, visitor)
    page = await visitor.get("/record")
    assert "Ja: alle" in words(await visitor.sends(page, "/record/verify"))
    with closing(sqlite3.connect(tmp_path / "town.db")) as database, database:
        database.execute("DROP TRIGGER audit_keeps_facts")
        database.execute("UPDATE audit SET action = 'x' WHERE id = 1")
    assert "Nee: op" in words(await visitor.sends(page, "/record/verify"))


async def test_reading_is_on_the_record(town: Town, visitor: Visitor) -> None:
    """Each page that is read is an entry, and a form from elsewhere exports nothing."""
    police = await town.coordinator(1)
    await enrolled(police, visitor)
    await visitor.get("/record")
    assert 1 == await recorded(police, "audit.read")
    page = await visitor.get("/record")
    assert 403 == (await visitor.post("/record/export", {"reason": "Controle"})).status
    forged = {"form_token": page.token, "reason": "Controle"}
    assert 403 == (await visitor.post("/record/export", forged, Origin="https://evil.example")).status
    assert 0 == await recorded(police, "audit.exported")

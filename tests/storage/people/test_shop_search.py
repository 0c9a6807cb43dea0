"""Tests of the search for shops: what fits, in which order, and in whose scope."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite

from alerts.branch import Branch
from alerts.ids import PremisesId
from alerts.kvo_group import NewKvoGroup
from alerts.member import Member
from alerts.point import Point
from alerts.ports import Storage
from alerts.postcode import Pc4Place
from alerts.premises import Following, NewPremises, PointSource, Premises, ShopFilter, ShopMark, Verification
from alerts.role import Scope, parse_scope
from storage.people.shop_search import page_of_shops
from tests.sqlite import make_database

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]
COUNTRY = (parse_scope("national"),)
RING = NewPremises(Branch.JEWELLER, "2903", "2903AB", Point(1, 2, 3), PointSource.PC4, "De Ring", "1")


async def every_page(storage: Storage, wanted: ShopFilter, scopes: tuple[Scope, ...] = COUNTRY) -> list[str]:
    """Return the house numbers of what pages of two shops give, one after another."""
    found: list[Premises] = []
    after: ShopMark | None = None
    async with storage.reading() as uow:
        while batch := await uow.premises.page(wanted, scopes, after=after, limit=2):
            found += batch
            after = wanted.mark(batch[-1])
    return [one.house_number or "" for one in found]


@pytest.fixture
async def street(storage: Storage, now: datetime) -> list[Premises]:
    """Six shops, of which the last is closed; the house number tells them apart."""
    told = [
        RING,
        replace(RING, name="de  ringen", house_number="2", branch=Branch.BAKERY),
        replace(RING, name="Écrin", pc4="2904", pc6="2904ZZ", house_number="3"),
        replace(RING, name="DE RING", pc4="2901", pc6="2901AA", house_number="4"),
        replace(RING, name=None, pc4=None, pc6=None, point=None, point_source=None, house_number="5"),
        replace(RING, house_number="6"),
    ]
    rows = [
        Pc4Place("2903", "Capelle aan den IJssel", Point(1, 2, 3), "Capelle aan den IJssel"),
        Pc4Place("2904", "Rotterdam", Point(4, 5, 6), "Rotterdam"),
    ]
    async with storage.transaction() as uow:
        await uow.postcodes.replace_all(rows)
        made = [await uow.premises.add(one, now) for one in told]
        await uow.premises.save(replace(made[-1], closed_at=now))
    return made


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (ShopFilter(), "4123"),
        (ShopFilter("2903"), "12"),
        (ShopFilter("2903AB"), "12"),
        (ShopFilter("2903AC"), ""),
        (ShopFilter(name="De Ring"), "142"),
        (ShopFilter(name=" RINGEN "), ""),
        (ShopFilter(name="de ringe"), "2"),
        (ShopFilter(name="écr"), "3"),
        (ShopFilter(name="de"), "142"),
        (ShopFilter(name="%"), ""),
        (ShopFilter(branch=Branch.JEWELLER), "413"),
        (ShopFilter("2903", "de", Branch.BAKERY), "2"),
        (ShopFilter("2904", "de"), ""),
    ],
)
async def test_a_search_finds_what_fits(
    storage: Storage, street: list[Premises], wanted: ShopFilter, numbers: str
) -> None:
    """Postcode, the beginning of the name and branch narrow down what is found, in pages without a gap: by name, else
    by postcode; closed shops are left out."""
    assert list(numbers) == await every_page(storage, wanted)
    assert len(street) == 6


@pytest.mark.parametrize(
    ("scopes", "numbers"),
    [
        ([], ""),
        (["2903"], "12"),
        (["2901", "2904-2999"], "43"),
        (["municipality:Capelle aan den IJssel"], "12"),
        (["branch:bakery"], "2"),
        (["branch:jeweller:2900-2903"], "41"),
        (["kvo_group:1"], "1"),
        (["kvo_group:1", "branch:bakery"], "12"),
    ],
)
@pytest.mark.parametrize("name", ["", "de", "é"])
async def test_a_search_stays_in_scope(
    storage: Storage,
    now: datetime,
    street: list[Premises],
    new_member: NewMember,
    scopes: list[str],
    numbers: str,
    name: str,
) -> None:
    """A scope has the shops of its postcodes, its branch or its group, whatever is looked for."""
    member = await new_member()
    async with storage.transaction() as uow:
        await uow.kvo_groups.add(
            NewKvoGroup("De Terp", frozenset({"2903"}), frozenset({Branch.JEWELLER})), member.id, now
        )
    found = await every_page(storage, ShopFilter(name=name), tuple(parse_scope(one) for one in scopes))
    fitting = {"": "1234", "de": "142", "é": "3"}[name]
    assert sorted(set(numbers) & set(fitting)) == sorted(found)
    assert len(street) == 6


async def test_signups_wait_in_the_order_in_which_they_came(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop
) -> None:
    """Only complete sign-ups with people wait; the oldest comes first."""
    member = await new_member()
    waiting = [(await new_shop(member, is_verified=False, house_number=str(number))).premises for number in (1, 2, 3)]
    await new_shop(member, house_number="4")
    for lacking in ({"name": None}, {"house_number": None}, {"pc6": None}, {"name": ""}):
        await new_shop(member, is_verified=False, **lacking)
    async with storage.transaction() as uow:
        await uow.premises.add(RING, now)
    assert ["1", "2", "3"] == await every_page(storage, ShopFilter(is_waiting=True))
    async with storage.transaction() as uow:
        await uow.premises.verify(waiting[0].id, waiting[0].version, Verification.VOUCH, None, now)
        await uow.premises.leave(waiting[1].id, member.id, now)
    assert ["3"] == await every_page(storage, ShopFilter(is_waiting=True))


@pytest.mark.parametrize("scope", ["national", "2900-2999", "municipality:Rotterdam", "branch:bakery", "kvo_group:1"])
async def test_no_search_reads_every_shop(scope: str, tmp_path: Path) -> None:
    """In a file each search goes by an index, on its first page and on later ones; that of names reads them in the
    order of its index, so that it ends at a full page."""
    await make_database(tmp_path / "plans.db")
    searches = [
        ShopFilter(),
        ShopFilter("2903"),
        ShopFilter("2903AB"),
        ShopFilter(name="de"),
        ShopFilter(branch=Branch.BAKERY),
        ShopFilter("2903", "de", Branch.BAKERY),
        ShopFilter(is_waiting=True),
    ]
    in_order = "SEARCH premises USING INDEX ix_premises_name_key_id_pc4_branch (name_key>? AND name_key<?)"
    with closing(sqlite3.connect(tmp_path / "plans.db")) as connection:
        for wanted in searches:
            for after in (None, ShopMark("2903", PremisesId(5))):
                found = page_of_shops(wanted, [parse_scope(scope)], after=after, limit=51)
                query = found.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
                plan = [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
                assert [] == [step for step in plan if step.startswith("SCAN")], (wanted, after, plan)
                if wanted == ShopFilter(name="de") and scope in ("national", "2900-2999"):
                    assert plan == [in_order]
                if wanted.is_waiting:
                    assert any("ix_premises_unverified" in step for step in plan)

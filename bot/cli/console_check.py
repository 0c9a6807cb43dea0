"""The doctor's check of the console: whether browsers reach it, how long its certificate lasts, and its clock."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import aiohttp

from bot.settings import PREFIX

WAITS_SECONDS = 10.0
SOON = timedelta(days=14)  # Let's Encrypt renews a month before the end, so by then something has failed
CLOCK_TOLERANCE_SECONDS = 30.0
Finding = tuple[str, bool, str]


async def console_findings(url: str, now: datetime, trusted: ssl.SSLContext | None = None) -> list[Finding]:
    """Ask for the console's front page as a browser does, and look at its certificate where it has one. `trusted`:
    whose certificates count; those of the system by default."""
    context = trusted or ssl.create_default_context()
    findings = [await _certificate(url, now, context)] if url.startswith("https://") else []
    if all(is_well for _, is_well, _ in findings):
        findings.append(await _page(url, now, context))
    return findings


async def _certificate(url: str, now: datetime, context: ssl.SSLContext) -> Finding:
    parts = urlsplit(url)
    try:
        async with asyncio.timeout(WAITS_SECONDS):
            _, writer = await asyncio.open_connection(parts.hostname, parts.port or 443, ssl=context)
    except ssl.SSLCertVerificationError as error:
        return "certificate", False, f"browsers refuse that of {url} ({error.verify_message}); renew it at the proxy"
    except (OSError, TimeoutError) as error:
        return "console", False, f"{url} does not answer ({error or 'too slow'}); is the proxy up, and the name right?"
    ends_at = datetime.fromtimestamp(ssl.cert_time_to_seconds(writer.get_extra_info("peercert")["notAfter"]), UTC)
    writer.close()
    if ends_at < now + SOON:
        return "certificate", False, f"that of {url} ends on {ends_at:%Y-%m-%d}; renew it at the proxy"
    return "certificate", True, f"that of {url} is valid until {ends_at:%Y-%m-%d}"


async def _page(url: str, now: datetime, context: ssl.SSLContext) -> Finding:
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(WAITS_SECONDS)) as session,
            session.get(f"{url}/", ssl=context, allow_redirects=False) as answer,
        ):
            status, date = answer.status, answer.headers.get("Date", "")
    except (aiohttp.ClientError, TimeoutError) as error:
        return "console", False, f"{url} does not answer ({error or 'too slow'}); is the bot running, and the proxy up?"
    if status == 421:
        return "console", False, f"{url} answers for another host (421); let the proxy pass the header Host on"
    if status != 200:
        return "console", False, f"{url} answers {status}; let the proxy lead to {PREFIX}CONSOLE_PORT"
    off = _seconds_off(date, now)
    if off is not None and off > CLOCK_TOLERANCE_SECONDS:
        return "console", False, f"its clock is {off:.0f} seconds off this one; set the machines' clocks (NTP)"
    return "console", True, f"{url} answers"


def _seconds_off(date: str, now: datetime) -> float | None:
    try:
        return abs((parsedate_to_datetime(date) - now).total_seconds())
    except (TypeError, ValueError):
        return None

"""Tests of the doctor's check of the console: over HTTPS with certificates of our own, and over HTTP on localhost."""

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.cli.console_check import console_findings
from tests.ports import free_port


@asynccontextmanager
async def answering(status: int = 200, date: str = "", context: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """A server on this machine that answers every request alike; gives its address."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Date": date} if date else {})

    app, port = web.Application(), free_port()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "localhost", port, ssl_context=context).start()
    try:
        yield f"{'http' if context is None else 'https'}://localhost:{port}"
    finally:
        await runner.cleanup()


def certificate(path: Path, name: str, ends_at: datetime) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A certificate for this host: the context of its server, and one that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(ends_at - timedelta(days=60))
        .not_valid_after(ends_at)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    clear = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, clear)
    (path / "site.pem").write_bytes(pem + secret)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(path / "site.pem")
    return server, ssl.create_default_context(cadata=pem.decode())


@pytest.mark.parametrize(
    ("status", "date", "is_well", "said"),
    [
        (200, "", True, "answers"),
        (421, "", False, "pass the header Host on"),
        (502, "", False, "answers 502"),
        (200, "Mon, 30 Nov 2020 12:00:00 GMT", False, "its clock is"),
    ],
)
async def test_the_page_is_asked_for(status: int, date: str, is_well: bool, said: str) -> None:
    """The front page, the host and the clock of whoever answers are checked, each with what to do."""
    async with answering(status, date) as url:
        [(subject, found, text)] = await console_findings(url, datetime.now(UTC))
    assert ("console", is_well) == (subject, found)
    assert said in text


async def test_nobody_answers() -> None:
    """An address where nothing listens is said, over HTTP and HTTPS."""
    for scheme in ("http", "https"):
        url = f"{scheme}://localhost:{free_port()}"
        [(subject, is_well, text)] = await console_findings(url, datetime.now(UTC))
        assert ("console", False) == (subject, is_well)
        assert "does not answer" in text


@pytest.mark.parametrize(("days", "is_well"), [(40, True), (13, False)])
async def test_a_certificate_that_ends_soon(tmp_path: Path, days: int, is_well: bool) -> None:
    """The end of the certificate is named; two weeks before it the check fails."""
    now = datetime.now(UTC)
    server, trusted = certificate(tmp_path, "localhost", now + timedelta(days=days))
    async with answering(context=server) as url:
        found = await console_findings(url, now, trusted)
    assert ("certificate", is_well) == found[0][:2]
    assert f"{now + timedelta(days=days):%Y-%m-%d}" in found[0][2]
    assert is_well == (len(found) == 2)


@pytest.mark.parametrize(
    ("name", "days", "is_known"), [("other.example", 40, True), ("localhost", -1, True), ("localhost", 40, False)]
)
async def test_a_certificate_that_browsers_refuse(tmp_path: Path, name: str, days: int, is_known: bool) -> None:
    """Another host's certificate, an old one, and one of nobody that is trusted are refused in one line."""
    now = datetime.now(UTC)
    server, trusted = certificate(tmp_path, name, now + timedelta(days=days))
    async with answering(context=server) as url:
        [(subject, is_well, text)] = await console_findings(url, now, trusted if is_known else None)
    assert ("certificate", False) == (subject, is_well)
    assert "browsers refuse" in text

"""The mail server: sends letters by SMTP."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate

import aiosmtplib

from alerts.errors import DeliveryError, RecipientGone, Temporary, Undeliverable, Unknown, Unreachable
from bot.outgoing.channels.carrier import Letter, Line

TIMEOUT_SECONDS = 10.0
PERMANENT = 500
WIRE = SMTP.clone(max_line_length=400)  # a link in a header stays on one line


@dataclass(frozen=True, slots=True)
class MailServer:
    """An SMTP server, and the sender whose mail it takes. `tls`: `starttls`, `tls` from the first byte, or `none`."""

    host: str
    port: int
    sender: str
    user: str
    password: str
    tls: str

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[Line]:
        """Open a connection for the block. Raises Unreachable, also when the server refuses the user."""
        client = aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            timeout=TIMEOUT_SECONDS,
            use_tls=self.tls == "tls",
            start_tls=self.tls == "starttls",
            username=self.user or None,
            password=self.password or None,
        )
        try:
            await client.connect()
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise Unreachable(type(error).__name__) from error
        try:
            yield _MailLine(client, self.sender)
        finally:
            with suppress(aiosmtplib.SMTPException, OSError):
                await client.quit()
            client.close()


class _MailLine:
    def __init__(self, client: aiosmtplib.SMTP, sender: str) -> None:
        self._client = client
        self._sender = sender

    async def send(self, letter: Letter) -> None:
        """Send one letter. Raises DeliveryError."""
        message = _message(letter, self._sender).as_bytes(policy=WIRE)
        try:
            await self._client.rset()
            await self._client.mail(self._sender)
        except aiosmtplib.SMTPResponseException as error:  # it is about the sender: as if the server were not there
            raise Unreachable(str(error.code)) from error
        except (aiosmtplib.SMTPException, OSError) as error:
            raise Unreachable(type(error).__name__) from error
        try:
            await self._client.rcpt(letter.to)
        except aiosmtplib.SMTPResponseException as error:
            raise _refusal(error, RecipientGone) from error
        except (aiosmtplib.SMTPException, OSError) as error:
            raise Unreachable(type(error).__name__) from error
        try:
            await self._client.data(message)
        except aiosmtplib.SMTPResponseException as error:
            raise _refusal(error, Undeliverable) from error
        except (aiosmtplib.SMTPException, OSError) as error:  # the server may have it
            raise Unknown(type(error).__name__) from error


def _refusal(error: aiosmtplib.SMTPResponseException, permanent: type[DeliveryError]) -> DeliveryError:
    """What a refusal means; of the server's words only the number is kept, as they may repeat the address."""
    return (permanent if error.code >= PERMANENT else Temporary)(str(error.code))


def _message(letter: Letter, sender: str) -> EmailMessage:
    """Write the letter as plain text and HTML. The same key gives the same Message-ID: mailboxes show a repeat once."""
    message = EmailMessage(policy=WIRE)
    message["From"] = sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = formatdate(usegmt=True)
    name = hashlib.sha256(letter.key.encode()).hexdigest()[:32]
    message["Message-ID"] = f"<{name}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday replies
    if letter.unsubscribe:
        message["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    return message

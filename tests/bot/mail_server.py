"""A real SMTP server on this machine, for tests: it keeps what it takes, and refuses what a test says."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    """What arrived, and how the server answers. `refuses`: the answer to a recipient; `hangs_up`: break the connection
    after a mail was taken, so that its sender cannot know."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuses: str = ""
        self.hangs_up = False
        self.port = 0

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        if self.hangs_up:
            self.hangs_up = False
            assert server.transport is not None
            server.transport.close()
        return "250 OK"

    def text(self, number: int = -1) -> str:
        """The plain text of a mail."""
        return self._part("plain", number)

    def html(self, number: int = -1) -> str:
        """The HTML of a mail."""
        return self._part("html", number)

    def _part(self, kind: str, number: int) -> str:
        part = self.mails[number].get_body((kind,))
        assert part is not None
        return str(part.get_content())


@asynccontextmanager
async def mail_server() -> AsyncIterator[Mailbox]:
    """Run the server at a free port of this machine."""
    box = Mailbox()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(box, hostname="mail.example"), "127.0.0.1", 0)
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        server.close()

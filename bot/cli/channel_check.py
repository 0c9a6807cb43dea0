"""The doctor's check of the channels beside the chat: whether the mail server takes us, and the services are known."""

from alerts.errors import Unreachable
from bot.outgoing.channels.mail_server import MailServer
from bot.settings import PREFIX, Settings

Finding = tuple[str, bool, str]


async def mail_finding(settings: Settings) -> Finding:
    """Say whether the mail server answers and accepts user and password; nothing is sent."""
    server = MailServer(
        settings.smtp_host,
        settings.smtp_port,
        sender=settings.smtp_sender,
        user=settings.smtp_user,
        password=settings.smtp_password.get_secret_value(),
        tls=settings.smtp_tls,
    )
    try:
        async with server.connect():
            pass
    except Unreachable as error:
        return "mail", False, f"{settings.smtp_host} does not take us ({error}); look at the {PREFIX}SMTP_ settings"
    return "mail", True, f"{settings.smtp_host} takes mail from {settings.smtp_sender}"


def services_finding(settings: Settings) -> Finding:
    """Say which services have an address that Apprise does not know; nothing is sent."""
    from bot.outgoing.channels.organisation import Organisation  # it loads slowly, and most have none

    unknown = [one.name for one in settings.organisations if not Organisation(one.url).is_known]
    if unknown:
        return "services", False, f"Apprise does not know the address of {', '.join(unknown)}; look at {PREFIX}SERVICES"
    return "services", True, f"{len(settings.organisations)} named"

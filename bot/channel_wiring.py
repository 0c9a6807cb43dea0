"""The part of the composition root that builds the channels beside the chat. Their libraries are imported only where
the settings ask for them."""

from collections.abc import Mapping

from alerts.channel import MAIL, SERVICE
from alerts.clock import Clock
from alerts.member import Language
from alerts.ports import Storage
from bot.jobs.organisations import LOOK_SECONDS, OrganisationQueue
from bot.jobs.schedule import Job
from bot.outgoing.channels.channel_sender import ROUND_SECONDS, ChannelSender
from bot.outgoing.channels.letter_writer import LetterWriter
from bot.settings import Settings
from texts.phrases import Phrases

SERVICE_RATE = 1.0  # messages per second to one service


def channel_jobs(
    settings: Settings, storage: Storage, clock: Clock, texts: Mapping[Language, Phrases], bot_name: str
) -> tuple[Job, ...]:
    """Build the jobs that send by e-mail and by the services of organisations."""
    writer = LetterWriter(storage, texts, settings.zone, bot_name)
    jobs = [Job(build_mail(settings, writer, storage, clock).tick, ROUND_SECONDS)] if settings.smtp_host else []
    if settings.organisations:
        from bot.outgoing.channels.organisation import Organisation

        jobs.append(Job(OrganisationQueue(storage, clock, settings.organisations).queue, LOOK_SECONDS))
        for one in settings.organisations:
            channel, carrier = f"{SERVICE}{one.name}", Organisation(one.url)
            sender = ChannelSender(channel, carrier, writer, storage=storage, clock=clock, rate=SERVICE_RATE)
            jobs.append(Job(sender.tick, ROUND_SECONDS))
    return tuple(jobs)


def build_mail(settings: Settings, writer: LetterWriter, storage: Storage, clock: Clock) -> ChannelSender:
    """Build the sender of e-mail."""
    from bot.outgoing.channels.mail_server import MailServer

    server = MailServer(
        settings.smtp_host,
        settings.smtp_port,
        sender=settings.smtp_sender,
        user=settings.smtp_user,
        password=settings.smtp_password.get_secret_value(),
        tls=settings.smtp_tls,
    )
    return ChannelSender(MAIL, server, writer, storage=storage, clock=clock, rate=settings.mail_rate)

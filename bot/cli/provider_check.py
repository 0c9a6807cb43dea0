"""The doctor's check of the identity provider: whether it answers, can do what is needed, and knows this console."""

from bot.console_wiring import provider_of
from bot.settings import PREFIX, Settings

Finding = tuple[str, bool, str]


async def provider_finding(settings: Settings) -> Finding:
    """Say whether the provider can be used, and what to look at."""
    problem = await provider_of(settings).problem()
    if problem:
        return "provider", False, f"{problem}; look at {PREFIX}OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET"
    return "provider", True, f"{settings.oidc_issuer} answers and knows this console"

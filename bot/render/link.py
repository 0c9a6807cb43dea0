"""Deep links: into the private chat with the bot."""


def deep_link(bot: str, payload: str) -> str:
    """Opens the chat with the bot of this name and sends it `/start PAYLOAD`."""
    return f"https://t.me/{bot}?start={payload}"

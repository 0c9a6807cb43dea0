"""The Telegram bot: updates in, messages out, dialogues, rendering, settings, the command line, and the demo."""

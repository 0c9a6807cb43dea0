"""The chat: Telegram in and out, dialogues, texts, settings, the command line, and the demo."""

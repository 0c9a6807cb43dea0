"""Sending by channels beside the chat: e-mail, and the services of organisations."""

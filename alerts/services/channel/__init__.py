"""Channels beside the chat."""

"""Rendering of messages: values in, Telegram HTML out."""

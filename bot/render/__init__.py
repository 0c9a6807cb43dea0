"""Rendering: values in, Telegram HTML out."""

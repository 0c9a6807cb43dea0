"""Conversations with a person: requests, replies, messages, buttons, forms and dialogues."""

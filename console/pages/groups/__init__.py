"""KVO groups: their ground, managers and chat, looked after by the same use cases as in the chat."""

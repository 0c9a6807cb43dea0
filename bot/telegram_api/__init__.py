"""The Bot API: requests, answers, limits and payloads."""

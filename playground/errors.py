"""What the playground refuses, and the words it refuses with.

ApiRefusal    answered to a bot as Telegram answers it
ControlError  answered to the page and to tests: 400, or 404 for somebody or something that is not there
"""

from typing import Any

Json = dict[str, Any]


class ApiRefusal(Exception):
    """A Bot API error: code, the whole description, and `parameters` if there are any."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """Return the JSON that Telegram answers with."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class ControlError(Exception):
    """An impossible request to the control API."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


def bad_request(text: str, **parameters: int) -> ApiRefusal:
    """Make a 400 error with Telegram's prefix."""
    return ApiRefusal(400, f"Bad Request: {text}", **parameters)


def forbidden(text: str) -> ApiRefusal:
    """Make a 403 error with Telegram's prefix."""
    return ApiRefusal(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiRefusal:
    """Make a 409 error with Telegram's prefix."""
    return ApiRefusal(409, f"Conflict: {text}")


def too_many_requests(seconds: int) -> ApiRefusal:
    """Make a 429 error with the number of seconds to wait."""
    return ApiRefusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

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
        """The JSON that Telegram answers with."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class ControlError(Exception):
    """The control API was asked for something impossible."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


def bad_request(text: str, **parameters: int) -> ApiRefusal:
    """400, with Telegram's prefix."""
    return ApiRefusal(400, f"Bad Request: {text}", **parameters)


def forbidden(text: str) -> ApiRefusal:
    """403, with Telegram's prefix."""
    return ApiRefusal(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiRefusal:
    """409, with Telegram's prefix."""
    return ApiRefusal(409, f"Conflict: {text}")


def too_many_requests(seconds: int) -> ApiRefusal:
    """429 with the number of seconds to wait."""
    return ApiRefusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

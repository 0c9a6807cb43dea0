"""The parameters of a Bot API call, from its query, form, multipart or JSON body."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from playground.errors import ApiRefusal, Json, bad_request

LARGEST_UPLOAD = 50 * 1024 * 1024


@dataclass(slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Params:
    """Parameters by name; forms send every value as text, objects as JSON text."""

    values: Mapping[str, Any] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Tell whether a parameter was given and is not empty."""
        return self.values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """Return a text; empty if it was not given."""
        value = self.values.get(name)
        if isinstance(value, str):
            return value
        return "" if value is None else json.dumps(value)

    def number(self, name: str) -> int | None:
        """Return a whole number; None if it was not given, and 0 if it is not a number, as Telegram reads it."""
        if not self.has(name):
            return None
        try:
            return int(self.values[name])
        except (TypeError, ValueError, OverflowError):
            return 0

    def decimal(self, name: str) -> float | None:
        """Return a number; None if it was not given or is not a number."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """Return True for true, yes and 1 (ignoring case)."""
        return str(self.values.get(name, "")).lower() in ("true", "yes", "1")

    def structure(self, name: str, complaint: str) -> Any:
        """Return an object or list, given as such or as JSON text; None if it was not given. Raises ApiRefusal."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(complaint) from error

    def object(self, name: str) -> Json | None:
        """Return a JSON object; None if it was not given or is empty. Raises ApiRefusal."""
        value = self.structure(name, f"can't parse {name} JSON object")
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"object expected as {name.replace('_', ' ')}")
        return value or None

    def objects(self, name: str) -> list[Json]:
        """Return a JSON list of objects; empty if it was not given. Raises ApiRefusal."""
        value = self.structure(name, f"can't parse {name} JSON object")
        if value is not None and not (isinstance(value, list) and all(isinstance(v, dict) for v in value)):
            raise bad_request(f"expected an Array of Objects as {name}")
        return value or []

    def numbers(self, name: str) -> list[int]:
        """Return a JSON list of whole numbers; other items are skipped."""
        value = self.structure(name, f"can't parse {name} JSON object")
        if not isinstance(value, list):
            return []
        return [int(v) for v in value if str(v).lstrip("-").isdigit()]

    def names(self, name: str) -> list[str] | None:
        """Return a JSON list of texts; None if it was not given."""
        value = self.structure(name, f"can't parse {name} JSON object")
        return [str(v) for v in value] if isinstance(value, list) else None


async def read_params(request: web.Request) -> Params:
    """Read all parameters of a request; the body has precedence over the query."""
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values.update(await _json_body(request))
    elif request.content_type == "multipart/form-data":
        await _read_parts(request, values, uploads)
    elif request.can_read_body:
        values.update(await request.post())
    return Params(values, uploads)


async def _json_body(request: web.Request) -> Json:
    body = await request.read()
    try:
        values = json.loads(body) if body else {}
    except ValueError as error:
        raise bad_request("can't parse request JSON object") from error
    if not isinstance(values, dict):
        raise bad_request("object expected as request body")
    return values


async def _read_parts(request: web.Request, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge as error:
        raise ApiRefusal(413, "Request Entity Too Large") from error
    for name, value in form.items():
        if isinstance(value, web.FileField):
            data = value.file.read()
            if len(data) > LARGEST_UPLOAD:
                raise ApiRefusal(413, "Request Entity Too Large")
            uploads[name] = Upload(value.filename, value.content_type, data)
        else:
            values[name] = value

"""The HTTP handlers of the Bot API: token, parameters, faults, and the answer in Telegram's envelope."""

import asyncio
import contextlib
import inspect
import socket
import struct

from aiohttp import web

from playground.errors import ApiRefusal, Json
from playground.faults import BREAKS, Rule
from playground.methods import METHODS, Call
from playground.params import LARGEST_UPLOAD, Params, read_params
from playground.state import Bot
from playground.world import World

WORLD = web.AppKey("world", World)
LARGEST_REQUEST = LARGEST_UPLOAD + 1024 * 1024


async def answer(request: web.Request) -> web.StreamResponse:
    """Answer one call: /bot<token>/<method>."""
    world, method = request.app[WORLD], request.match_info["method"]
    params = Params()
    try:
        params = await read_params(request)
        bot = world.tokens.get(request.match_info["token"])
        if bot is None:
            raise ApiRefusal(401, "Unauthorized")
        return await _through_faults(request, Call(world, bot, params, method))
    except ApiRefusal as refusal:
        world.events.add_call(method, _chat_id(params), refusal.code)
        return web.json_response(refusal.body(), status=refusal.code)


async def _through_faults(request: web.Request, call: Call) -> web.StreamResponse:
    world, chat_id = call.world, _chat_id(call.params)
    is_poll = call.method.lower() == "getupdates"
    if world.faults.latency_ms and not is_poll:
        await asyncio.sleep(world.faults.latency_ms / 1000)
    rule = world.faults.strike(call.method, chat_id)
    if rule is not None and rule.times is not None:
        world.events.add("faults", faults=world.faults.shape())
    if rule is not None and rule.fault != "drop_after":
        if rule.fault not in BREAKS:
            raise rule.refusal()
        return _break(request, call, rule)
    if rule is not None:
        with contextlib.suppress(ApiRefusal):
            await _perform(call)
        return _break(request, call, rule)
    result = await _perform(call)
    world.events.add_call(call.method, chat_id, None)
    return web.json_response({"ok": True, "result": result})


async def _perform(call: Call) -> object:
    method = METHODS.get(call.method.lower())
    if method is None:
        raise ApiRefusal(404, "Not Found")
    result = method(call)
    return await result if inspect.isawaitable(result) else result


def _break(request: web.Request, call: Call, rule: Rule) -> web.StreamResponse:
    """Close the connection without an answer; the fault `refuse` resets it (RST)."""
    call.world.events.add_call(call.method, _chat_id(call.params), 0)
    transport = request.transport
    if transport is not None:
        if rule.fault == "refuse":
            raw = transport.get_extra_info("socket")
            if raw is not None:
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response()


def _chat_id(params: Params) -> int | None:
    return params.number("chat_id")


async def download(request: web.Request) -> web.StreamResponse:
    """Send a file: /file/bot<token>/<path>."""
    world = request.app[WORLD]
    bot: Bot | None = world.tokens.get(request.match_info["token"])
    if bot is None:
        return _refused(ApiRefusal(401, "Unauthorized"))
    file = world.file_paths.get(request.match_info["path"])
    if file is None:
        return _refused(ApiRefusal(404, "Not Found"))
    return web.Response(body=file.data, content_type="application/octet-stream")


def _refused(refusal: ApiRefusal) -> web.Response:
    body: Json = refusal.body()
    return web.json_response(body, status=refusal.code)

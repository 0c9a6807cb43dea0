"""Sending methods: texts, photos, documents, locations, chat actions."""

from playground.errors import Json, bad_request
from playground.methods.call import Call, Method
from playground.methods.sending import caption_of, send, sent, text_of
from playground.params import Upload
from playground.people import stored_media
from playground.state import Media

LARGEST_PHOTO = 10 * 1024 * 1024
_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_message(call: Call) -> Json:
    """Send a text."""
    return sent(call, send(call, text_of(call)))


def send_photo(call: Call) -> Json:
    """Send a photo with a caption."""
    return _send_file(call, "photo")


def send_document(call: Call) -> Json:
    """Send a file with a caption."""
    return _send_file(call, "document")


def send_location(call: Call) -> Json:
    """Send a location."""
    latitude, longitude = call.params.decimal("latitude"), call.params.decimal("longitude")
    if latitude is None or longitude is None:
        raise bad_request("latitude and longitude must be specified")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong latitude or longitude specified")
    location = Media("location", {"latitude": latitude, "longitude": longitude})
    return sent(call, send(call, None, media=location))


def send_chat_action(call: Call) -> bool:
    """Validate a chat action such as `typing`; nothing is shown."""
    if call.params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.writable_chat()
    return True


def _send_file(call: Call, kind: str) -> Json:
    caption = caption_of(call)
    return sent(call, send(call, caption, media=_media(call, kind)))


def _media(call: Call, kind: str) -> Media:
    upload = _upload(call, kind)
    if upload is not None:
        if kind == "photo" and len(upload.data) > LARGEST_PHOTO:
            raise bad_request("file is too big")
        if not upload.data:
            raise bad_request("file must be non-empty")
        return stored_media(call.world, kind, upload.name, upload.mime, upload.data)
    file_id = call.params.text(kind)
    if not file_id:
        raise bad_request(f"there is no {kind} in the request")
    known = call.world.files.get(file_id)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored_media(call.world, kind, known.name, known.mime, known.data)


def _upload(call: Call, kind: str) -> Upload | None:
    attached = call.params.text(kind).removeprefix("attach://")
    return call.params.uploads.get(kind) or call.params.uploads.get(attached)


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendLocation": send_location,
    "sendChatAction": send_chat_action,
}

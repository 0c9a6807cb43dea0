"""getFile: the download path of a stored file."""

from playground.errors import Json, bad_request
from playground.methods.call import Call, Method

LARGEST_DOWNLOAD = 20 * 1024 * 1024


def get_file(call: Call) -> Json:
    """Return a file's path under /file/bot<token>/."""
    file = call.world.files.get(call.params.text("file_id"))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.file_id[2:18],
        "file_size": len(file.data),
        "file_path": file.path,
    }


METHODS: dict[str, Method] = {"getFile": get_file}

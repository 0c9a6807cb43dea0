"""Reading a postcode table: GeoNames' Dutch postal code file, or a CSV with `pc4,lat,lon,place`."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import aiohttp
from pydantic import BaseModel, Field, ValidationError

from alerts.point import point_at
from alerts.postcode import Pc4Place
from bot.errors import CannotStart

# The columns of GeoNames' postal code files (its readme.txt): no header, tabs.
_GEONAMES = ("country", "pc4", "place", "province", "province_code", "municipality", "code2", "name3", "code3")
_GEONAMES_COLUMNS = (*_GEONAMES, "lat", "lon", "accuracy")
_LARGEST_FILE = 64 * 1024 * 1024  # bytes; the real one is well under one megabyte


class Row(BaseModel):
    """One row as imported: a PC4, WGS 84 degrees within the kingdom's European part, and names."""

    pc4: str = Field(pattern=r"^[1-9]\d{3}$")
    lat: float = Field(ge=50, le=54)
    lon: float = Field(ge=3, le=8)
    place: str = Field(min_length=1, max_length=80)
    municipality: str | None = None


async def read_postcodes(source: str) -> list[Pc4Place]:
    """Rows from a file or an http(s) address, zipped or not. Raises CannotStart with what is wrong."""
    content = await _download(source) if source.startswith(("http://", "https://")) else _read(Path(source))
    try:
        text = _unzipped(content).decode("utf-8-sig")
    except (zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise CannotStart(f"{source}: is damaged, or no postcode table; nothing was imported") from error
    rows: dict[str, Pc4Place] = {}
    for line, fields in _fields(text):
        try:
            row = Row.model_validate({key: value for key, value in fields.items() if value != ""})
        except ValidationError as error:
            wrong = ".".join(str(part) for part in error.errors()[0]["loc"])
            raise CannotStart(f"{source}, line {line}: {wrong} is missing or wrong; nothing was imported") from error
        rows.setdefault(row.pc4, Pc4Place(row.pc4, row.place, point_at(row.lat, row.lon), row.municipality))
    if not rows:
        raise CannotStart(f"{source}: holds no postcodes; nothing was imported")
    return list(rows.values())


def _fields(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    if text.startswith("NL\t"):
        for number, columns in enumerate(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            named = dict(zip(_GEONAMES_COLUMNS, columns, strict=False))
            pc4 = re.match(r"\d{4}", named.get("pc4", ""))  # the full file has PC6: its first four digits count
            yield number, {**named, "pc4": pc4[0] if pc4 else ""}
        return
    reader = csv.DictReader(io.StringIO(text))
    if not {"pc4", "lat", "lon", "place"} <= set(reader.fieldnames or ()):
        raise CannotStart("the table needs a first line with pc4,lat,lon,place, or to be GeoNames' file")
    for number, fields in enumerate(reader, 2):
        yield number, {key: value or "" for key, value in fields.items() if key}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotStart(f"{path}: cannot be read ({error.strerror})") from error


async def _download(url: str) -> bytes:
    try:
        async with aiohttp.ClientSession(raise_for_status=True) as session, session.get(url) as response:
            content = bytearray()
            async for part in response.content.iter_any():
                content += part
                if len(content) > _LARGEST_FILE:
                    raise CannotStart(f"{url}: is too large for a postcode table; nothing was imported")
            return bytes(content)
    except (aiohttp.ClientError, TimeoutError) as error:
        raise CannotStart(f"{url}: cannot be downloaded; download it yourself and give the file") from error


def _unzipped(content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = next((one for one in archive.namelist() if re.fullmatch(r"NL(_full)?\.(txt|csv)|.*\.csv", one)), None)
        if name is None or archive.getinfo(name).file_size > _LARGEST_FILE:
            raise CannotStart("the zip file holds no postcode table")
        return archive.read(name)

"""The Ed25519 key that signs heads of the audit record. It is kept in a file, never in the database.

Whoever can change the database can compute the whole chain anew, but not a signature over its head.
"""

import base64
import binascii
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from alerts.audit import Head
from bot.errors import CannotStart

if TYPE_CHECKING:  # the library is loaded only where there is a key, so that a start without one is not slower
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_CONTEXT = b"wees-alert audit head\n"  # a prefix to what is signed: the signature is good for a head only
_SIGNED = re.compile(r"(\d+ [0-9a-f]{64} \S+) ed25519:([A-Za-z0-9_-]+)")
_PREFIX = "ed25519:"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Signer:
    """Signs heads; `public` is the key with which anybody can check them."""

    def __init__(self, key: "Ed25519PrivateKey") -> None:
        self._key = key
        self.public = key.public_key()

    def signed(self, head: Head) -> str:
        """Return the head as a line, followed by the signature."""
        return f"{head} {_PREFIX}{_text(self._key.sign(_CONTEXT + str(head).encode()))}"


def new_key(file: Path) -> str:
    """Write a new key to a file that only its owner can read; return the public half. Raises CannotStart when the file
    exists or cannot be written."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
            written.write(pem)
    except FileExistsError as error:
        raise CannotStart(f"{file}: is there already; a key is never overwritten") from error
    except OSError as error:
        raise CannotStart(f"{file}: cannot be written ({error.strerror})") from error
    return public_text(key.public_key())


def load_signer(file: str) -> Signer:
    """Load the key in a file. Raises CannotStart when there is none, it is no Ed25519 key, or others can read it."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        mode, pem = Path(file).stat().st_mode, Path(file).read_bytes()
        if mode & _OTHERS:
            raise CannotStart(f"WEES_ALERT_AUDIT_KEY_FILE: others can read {file}; chmod 600 it")
        key = serialization.load_pem_private_key(pem, password=None)
    except (OSError, ValueError, TypeError) as error:
        raise CannotStart(f"WEES_ALERT_AUDIT_KEY_FILE: {file} holds no key that can be read") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise CannotStart(f"WEES_ALERT_AUDIT_KEY_FILE: {file} holds another key than an Ed25519 one")
    return Signer(key)


def public_text(key: "Ed25519PublicKey") -> str:
    """Return the public half as text: `ed25519:...`."""
    from cryptography.hazmat.primitives import serialization

    return _PREFIX + _text(key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw))


def read_public(text: str) -> "Ed25519PublicKey":
    """Parse the public half from its text. Raises CannotStart for what is none."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        return Ed25519PublicKey.from_public_bytes(_bytes(text.strip().removeprefix(_PREFIX)))
    except ValueError as error:
        raise CannotStart("--key: is no public key, which is written ed25519:... by `wees-alert audit key`") from error


def is_signed(line: str, key: "Ed25519PublicKey") -> bool | None:
    """Return whether the signature behind a head is of this key; None when the line has no signature."""
    from cryptography.exceptions import InvalidSignature

    match = _SIGNED.fullmatch(line.strip())
    if match is None:
        return None if _PREFIX not in line else False
    try:
        key.verify(_bytes(match[2]), _CONTEXT + match[1].encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    """Decode base64. Raises ValueError for what is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError(text) from error

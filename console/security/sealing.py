"""Sealing: what a browser carries for us without reading or changing it (AES-GCM, with a key made of the console's)."""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12  # bytes


def sealed(key: bytes, purpose: bytes, clear: bytes, bound_to: bytes) -> str:
    """Return `clear`, encrypted for this purpose; it opens only with what it is bound to."""
    nonce = secrets.token_bytes(_NONCE)
    return urlsafe_b64encode(nonce + _cipher(key, purpose).encrypt(nonce, clear, bound_to)).decode()


def unsealed(key: bytes, purpose: bytes, given: str, bound_to: bytes) -> bytes | None:
    """Return what was sealed; None when it was not, for another purpose, bound to something else, or altered."""
    try:
        read = urlsafe_b64decode(given.encode())
        return _cipher(key, purpose).decrypt(read[:_NONCE], read[_NONCE:], bound_to)
    except (ValueError, InvalidTag):
        return None


def _cipher(key: bytes, purpose: bytes) -> AESGCM:
    return AESGCM(hmac.new(key, purpose, sha256).digest())

"""An authenticator without a browser: makes passkeys and answers challenges, as a phone or a security key does."""

import json
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import bytes_to_base64url as encoded

PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class Authenticator:
    """Holds one passkey. `counts`: whether it counts its uses, which synchronised passkeys do not."""

    counts: bool = True
    verifies: bool = True
    uses: int = 0
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def create(self, options: str, origin: str, **client: Any) -> str:
        """Answer navigator.credentials.create(); `client` overrides what the browser adds."""
        asked = json.loads(options)
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        credential = bytes(16) + len(self.id).to_bytes(2) + self.id + cbor2.dumps(public)
        data = self._data(asked["rp"]["id"], HAS_KEY) + credential
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        told = _client("webauthn.create", asked["challenge"], origin, client)
        return self._answer({"attestationObject": encoded(attestation), "clientDataJSON": encoded(told)})

    def get(self, options: str, origin: str, **client: Any) -> str:
        """Answer navigator.credentials.get()."""
        asked = json.loads(options)
        self.uses += self.counts
        data = self._data(asked["rpId"])
        told = _client("webauthn.get", asked["challenge"], origin, client)
        signature = self.key.sign(data + sha256(told).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            {"authenticatorData": encoded(data), "clientDataJSON": encoded(told), "signature": encoded(signature)}
        )

    def _data(self, rp_id: str, more: int = 0) -> bytes:
        flags = PRESENT | (VERIFIED if self.verifies else 0) | more
        return sha256(rp_id.encode()).digest() + bytes([flags]) + self.uses.to_bytes(4)

    def _answer(self, response: dict[str, str]) -> str:
        told = {"id": encoded(self.id), "rawId": encoded(self.id), "type": "public-key", "clientExtensionResults": {}}
        return json.dumps({**told, "response": response})


def _client(kind: str, challenge: str, origin: str, changed: dict[str, Any]) -> bytes:
    return json.dumps(
        {"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": False, **changed}
    ).encode()

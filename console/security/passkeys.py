"""Passkeys (WebAuthn): what a browser is asked, and whether its answer holds. A user must be verified (PIN, finger)."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from alerts.account import NewPasskey, Passkey
from alerts.services.account.sign_in import Answered
from console.security.challenges import Challenges, Purpose, WrongChallenge
from console.site import Site

MOST_CHARACTERS = 20_000  # of an answer; attestations with certificates have some thousands
RP_NAME = "Wees Alert"


class WrongPasskey(ValueError):
    """The answer of the browser does not hold: it is malformed, for another challenge, or signed by another key."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A passkey that was just made, with the hash and end of the challenge that it answered."""

    passkey: NewPasskey
    challenge_hash: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Ceremony:
    """One question to a browser: for which purpose, and tied to which browser or session."""

    site: Site
    purpose: Purpose
    bound_to: str

    def creation_options(self, name: str, known: Iterable[Passkey]) -> str:
        """Return what navigator.credentials.create() takes, as JSON; `name` is what the browser shows."""
        options = generate_registration_options(
            rp_id=self.site.address.domain,
            rp_name=RP_NAME,
            user_name=name,
            user_id=secrets.token_bytes(16),
            challenge=self._challenge(),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
            ),
            exclude_credentials=_descriptors(known),
        )
        return options_to_json(options)

    def request_options(self, known: Iterable[Passkey] = ()) -> str:
        """Return what navigator.credentials.get() takes, as JSON; without `known` the browser offers all it has."""
        options = generate_authentication_options(
            rp_id=self.site.address.domain,
            challenge=self._challenge(),
            allow_credentials=_descriptors(known),
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return options_to_json(options)

    def enrolled(self, answer: str) -> Enrolled:
        """Read the answer of navigator.credentials.create(). Raises WrongPasskey."""
        challenge, expires_at = self._answered(answer)
        try:
            made = verify_registration_response(
                credential=answer,
                expected_challenge=challenge,
                expected_rp_id=self.site.address.domain,
                expected_origin=self.site.address.origin,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError, TypeError, LookupError) as error:
            raise WrongPasskey(str(error)) from error
        passkey = NewPasskey(
            bytes_to_base64url(made.credential_id), bytes_to_base64url(made.credential_public_key), made.sign_count
        )
        return Enrolled(passkey, sha256(challenge).hexdigest(), expires_at)

    def check(self, answer: str, passkey: Passkey) -> Answered:
        """Check the answer of navigator.credentials.get() with this passkey. Raises WrongPasskey."""
        challenge, expires_at = self._answered(answer)
        try:
            proved = verify_authentication_response(
                credential=answer,
                expected_challenge=challenge,
                expected_rp_id=self.site.address.domain,
                expected_origin=self.site.address.origin,
                credential_public_key=base64url_to_bytes(passkey.public_key),
                credential_current_sign_count=passkey.sign_count,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError, TypeError, LookupError) as error:
            raise WrongPasskey(str(error)) from error
        return Answered(sha256(challenge).hexdigest(), expires_at, proved.new_sign_count)

    def _challenge(self) -> bytes:
        return Challenges(self.site.key).make(self.purpose, self.bound_to, self.site.clock.now())

    def _answered(self, answer: str) -> tuple[bytes, datetime]:
        """Return the challenge that was answered, and when it expires. Raises WrongPasskey unless it is ours."""
        try:
            told = json.loads(base64url_to_bytes(_read(answer)["response"]["clientDataJSON"]))
            challenge = base64url_to_bytes(told["challenge"])
            now = self.site.clock.now()
            return challenge, Challenges(self.site.key).check(challenge, self.purpose, self.bound_to, now)
        except (WrongChallenge, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise WrongPasskey(str(error)) from error


def credential_of(answer: str) -> str:
    """Return the id of the credential that answered. Raises WrongPasskey."""
    try:
        return bytes_to_base64url(base64url_to_bytes(str(_read(answer)["id"])))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise WrongPasskey(str(error)) from error


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > MOST_CHARACTERS:
        raise WrongPasskey("too long")
    read: dict[str, Any] = json.loads(answer)
    return read


def _descriptors(known: Iterable[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(one.credential_id)) for one in known]

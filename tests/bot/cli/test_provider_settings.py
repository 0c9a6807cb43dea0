"""Tests of the settings of an identity provider: what is lacking stops the start, and the secret is printed nowhere."""

from pathlib import Path

import pytest

from bot.errors import WrongSettings
from bot.logs import redacted
from bot.settings import load_settings

SECRET = "Ge heim/van+de console"
WHOLE = {
    "CONSOLE_URL": "https://console.example.nl",
    "OIDC_ISSUER": "https://login.example.nl/realms/gemeente/",
    "OIDC_CLIENT_ID": "wees-alert",
    "OIDC_CLIENT_SECRET": SECRET,
    "OIDC_NAME": "Gemeente Capelle",
    "OIDC_ACR": "urn:one urn:two",
}


def _file(folder: Path, **changes: str) -> Path:
    file = folder / "settings.env"
    given = {**WHOLE, **changes}
    file.write_text("".join(f"WEES_ALERT_{name}='{value}'\n" for name, value in given.items()), encoding="utf-8")
    return file


def test_the_issuer_is_kept_to_the_letter(tmp_path: Path) -> None:
    """A slash at its end stays: providers compare it with theirs."""
    assert WHOLE["OIDC_ISSUER"] == load_settings(_file(tmp_path)).oidc_issuer
    assert "" == load_settings(_file(tmp_path, OIDC_ISSUER="", OIDC_NAME="", OIDC_ACR="")).oidc_issuer
    assert load_settings(_file(tmp_path, OIDC_ACR="", OIDC_AMR="mfa")).oidc_amr == "mfa"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"CONSOLE_URL": ""}, "OIDC_ISSUER: has no use without WEES_ALERT_CONSOLE_URL"),
        ({"OIDC_ISSUER": "http://login.example.nl"}, "OIDC_ISSUER: must be an https:// address"),
        ({"OIDC_ISSUER": "https://login.example.nl?x=1"}, "OIDC_ISSUER: must be an https:// address"),
        ({"OIDC_ISSUER": "https://piet:x@login.example.nl"}, "OIDC_ISSUER: must be an https:// address"),
        ({"OIDC_CLIENT_ID": ""}, "OIDC_CLIENT_ID: is needed with WEES_ALERT_OIDC_ISSUER"),
        ({"OIDC_CLIENT_SECRET": ""}, "OIDC_CLIENT_SECRET: is needed with WEES_ALERT_OIDC_ISSUER"),
        ({"OIDC_NAME": ""}, "OIDC_NAME: is needed with WEES_ALERT_OIDC_ISSUER"),
        ({"OIDC_ACR": " "}, "OIDC_AMR: or WEES_ALERT_OIDC_ACR must say"),
    ],
)
def test_what_is_lacking_stops_the_start(tmp_path: Path, changes: dict[str, str], told: str) -> None:
    """One line names the setting; without a word on two factors there is no provider."""
    with pytest.raises(WrongSettings, match=told):
        load_settings(_file(tmp_path, **changes))


def test_the_secret_is_printed_nowhere(tmp_path: Path) -> None:
    """The client's secret is struck out of every output, also as it stands in a request."""
    settings = load_settings(_file(tmp_path))
    assert SECRET not in repr(settings)
    for one in (SECRET, "Ge%20heim%2Fvan%2Bde%20console"):
        assert one not in redacted(f"client secret {one}")

"""Settings: environment variables with the prefix WEES_ALERT_, and the file `.env`."""

import os
import re
from collections.abc import Iterable
from datetime import timedelta
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from alerts.errors import Rejected
from alerts.legal_grounds import LIST as GROUNDS
from alerts.legal_grounds import parse_grounds
from alerts.limits import DAY, HOUR, REPORTS_PER_DAY, REPORTS_PER_HOUR, Quota, Quotas
from alerts.mail import parse_address
from alerts.patterns import LEAST, Rules
from alerts.premises import MOST_PEOPLE
from alerts.retention import Retention
from alerts.service import Service, parse_services
from bot.errors import WrongSettings
from bot.logs import hide
from bot.urls import check_database, check_tiles, every_form, issuer_of, name_of_database, origin_of, secrets_in

PREFIX = "WEES_ALERT_"
MOST_DAYS = 36_500
PUBLIC_API = "https://api.telegram.org"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram accepts


class Settings(BaseSettings):
    """The settings that an operator chooses. Rates are messages per second."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", hide_input_in_errors=True)

    telegram_token: SecretStr = SecretStr("")
    telegram_api_url: str = PUBLIC_API
    webhook_url: str = ""
    webhook_secret: SecretStr = Field(default=SecretStr(""), validate_default=True)
    webhook_host: str = "127.0.0.1"
    webhook_port: int = Field(default=8080, gt=0, lt=65536)
    health_host: str = "127.0.0.1"
    health_port: int = Field(default=0, ge=0, lt=65536)
    console_url: str = ""
    console_host: str = "127.0.0.1"
    console_port: int = Field(default=8082, gt=0, lt=65536)
    tile_url: SecretStr = SecretStr("")
    tile_attribution: str = Field(default="", validate_default=True)
    oidc_issuer: str = ""
    oidc_client_id: str = Field(default="", validate_default=True)
    oidc_client_secret: SecretStr = Field(default=SecretStr(""), validate_default=True)
    oidc_name: str = Field(default="", validate_default=True, max_length=60)
    oidc_acr: str = ""
    oidc_amr: str = Field(default="", validate_default=True)
    smtp_host: str = ""
    smtp_port: int = Field(default=587, gt=0, lt=65536)
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_sender: str = Field(default="", validate_default=True)
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    mail_rate: float = Field(default=5, ge=0.5, le=1000)
    services: SecretStr = SecretStr("")
    database_url: str = Field(default="sqlite:///wees-alert.db", repr=False)  # may hold a password
    timezone: str = "Europe/Amsterdam"
    broadcast_rate: float = Field(default=28, gt=0, le=1000)
    overall_rate: float = Field(default=30, gt=0, le=1000)
    chat_rate: float = Field(default=1, gt=0, le=1000)
    reports_per_hour: int = Field(default=REPORTS_PER_HOUR, gt=0)
    reports_per_day: int = Field(default=REPORTS_PER_DAY, gt=0)
    pattern_metres: int = Field(default=Rules().radius_m, ge=100, le=10_000)
    pattern_days: int = Field(default=Rules().within.days, ge=1, le=30)
    pattern_shops: int = Field(default=LEAST, ge=LEAST, le=100)
    people_per_shop: int = Field(default=MOST_PEOPLE, gt=0, le=1000)
    grounds: str = GROUNDS
    log_format: Literal["console", "json"] = "console"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    audit_head_file: str = ""
    audit_key_file: str = ""
    audit_post_url: SecretStr = SecretStr("")
    retention_alerts_days: int = Field(default=365, ge=1, le=MOST_DAYS)
    retention_reports_days: int = Field(default=90, ge=1, le=MOST_DAYS)
    retention_deliveries_days: int = Field(default=30, ge=1, le=MOST_DAYS)
    retention_audit_days: int = Field(default=365, ge=1, le=MOST_DAYS)
    retention_aftercare_days: int = Field(default=30, ge=1, le=MOST_DAYS)
    retention_tallies_days: int = Field(default=1826, ge=1, le=MOST_DAYS)
    postcodes_url: str = "https://download.geonames.org/export/zip/NL.zip"

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("is not a time zone; take a name such as Europe/Amsterdam") from error
        return name

    @field_validator("grounds")
    @classmethod
    def _are_grounds(cls, text: str) -> str:
        parse_grounds(text)
        return text

    @field_validator("telegram_api_url", "postcodes_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        if not url.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return url.rstrip("/")

    @field_validator("webhook_url")
    @classmethod
    def _is_reachable(cls, url: str, info: ValidationInfo) -> str:
        is_public = info.data.get("telegram_api_url") == PUBLIC_API
        if url and not url.startswith("https://" if is_public else ("http://", "https://")):
            raise ValueError("must begin with https:// (another Bot API server may also use http://)")
        return url

    @field_validator("console_url")
    @classmethod
    def _is_for_browsers(cls, url: str) -> str:
        return url and origin_of(url)

    @field_validator("tile_url")
    @classmethod
    def _is_of_tiles(cls, url: SecretStr) -> SecretStr:
        check_tiles(url.get_secret_value())
        return url

    @field_validator("tile_attribution")
    @classmethod
    def _says_whose_map_it_is(cls, words: str, info: ValidationInfo) -> str:
        if "tile_url" in info.data and info.data["tile_url"].get_secret_value() and not words.strip():
            raise ValueError("must say whose map it is, as its owner asks (Kaartgegevens © Kadaster)")
        return words.strip()

    @field_validator("smtp_sender")
    @classmethod
    def _is_a_sender(cls, address: str, info: ValidationInfo) -> str:
        if not info.data.get("smtp_host"):
            return address
        try:
            return parse_address(address)
        except Rejected as error:
            raise ValueError(f"must be the address from which {PREFIX}SMTP_HOST sends") from error

    @field_validator("services")
    @classmethod
    def _are_services(cls, text: SecretStr) -> SecretStr:
        parse_services(text.get_secret_value())
        return text

    @field_validator("oidc_issuer")
    @classmethod
    def _is_an_issuer(cls, url: str, info: ValidationInfo) -> str:
        if url and not info.data.get("console_url"):
            raise ValueError(f"has no use without {PREFIX}CONSOLE_URL")
        return url and issuer_of(url)

    @field_validator("oidc_client_id", "oidc_client_secret", "oidc_name")
    @classmethod
    def _is_known_there(cls, value: str | SecretStr, info: ValidationInfo) -> str | SecretStr:
        if info.data.get("oidc_issuer") and not len(value):
            raise ValueError(f"is needed with {PREFIX}OIDC_ISSUER")
        return value

    @field_validator("oidc_amr")
    @classmethod
    def _is_two_factors(cls, text: str, info: ValidationInfo) -> str:
        if info.data.get("oidc_issuer") and not (text.split() or info.data.get("oidc_acr", "").split()):
            raise ValueError(f"or {PREFIX}OIDC_ACR must say by what the provider shows that two factors were used")
        return text

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_secret(cls, secret: SecretStr, info: ValidationInfo) -> SecretStr:
        if info.data.get("webhook_url") and not _SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("must be 1 to 256 letters (A-Z, a-z), digits, _ or -; without it anybody could write")
        return secret

    @field_validator("audit_post_url")
    @classmethod
    def _is_an_outside_address(cls, url: SecretStr) -> SecretStr:
        given = url.get_secret_value()
        if given and not given.startswith(("https://", "http://127.0.0.1:")):
            raise ValueError("must begin with https://")
        return url

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, url: str) -> str:
        check_database(url)
        return url

    @property
    def database_name(self) -> str:
        """The address of the database without its secrets."""
        return name_of_database(self.database_url)

    @property
    def secrets(self) -> tuple[str, ...]:
        """The secrets that no output may contain, in every form in which they could be printed."""
        token = self.telegram_token.get_secret_value()
        tiles = self.tile_url.get_secret_value()  # it may have a key
        addresses = (self.database_url, self.postcodes_url, self.telegram_api_url, self.webhook_url, tiles)
        passwords = [secret for address in addresses for secret in secrets_in(address)]
        post = self.audit_post_url.get_secret_value().partition("://")[2].partition("/")[2]
        given = (self.webhook_secret.get_secret_value(), self.oidc_client_secret.get_secret_value())
        mail = self.smtp_password.get_secret_value()
        services = [secret for one in self.organisations for secret in (one.url, one.url.partition("://")[2])]
        own = (token, token.partition(":")[2], *given, post, mail, *services)
        return (*every_form(own), *passwords)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the people who use the bot."""
        return ZoneInfo(self.timezone)

    @property
    def organisations(self) -> tuple[Service, ...]:
        """The services of organisations that get notices."""
        return parse_services(self.services.get_secret_value())

    @property
    def report_quotas(self) -> Quotas:
        """How many reports one member may make, per hour and per day."""
        return Quota(self.reports_per_hour, HOUR), Quota(self.reports_per_day, DAY)

    @property
    def pattern_rules(self) -> Rules:
        """How near, how soon and of how many shops reports have to be to make a pattern."""
        within = timedelta(days=self.pattern_days)
        return Rules(radius_m=self.pattern_metres, within=within, least=self.pattern_shops)

    @property
    def retention(self) -> Retention:
        """How long each kind of record is kept."""
        return Retention(
            alerts=timedelta(days=self.retention_alerts_days),
            reports=timedelta(days=self.retention_reports_days),
            deliveries=timedelta(days=self.retention_deliveries_days),
            audit=timedelta(days=self.retention_audit_days),
            cases=timedelta(days=self.retention_aftercare_days),
            tallies=timedelta(days=self.retention_tallies_days),
        )

    def token(self) -> str:
        """Return the bot's token. Raises WrongSettings when it is missing or malformed."""
        token = self.telegram_token.get_secret_value()
        if not _TOKEN.fullmatch(token):
            raise WrongSettings(
                f"{PREFIX}TELEGRAM_TOKEN: is missing or not a token; ask @BotFather for one and put it in .env"
            )
        return token


def load_settings(env_file: str | Path | None = ".env") -> Settings:
    """Read the settings, and have their secrets struck out of all output.

    Raises WrongSettings with one line for the first wrong value, and for an unknown name.
    """
    _check_names([*os.environ, *_names_in(env_file)])
    try:
        settings = Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings adds it
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise WrongSettings(f"{name}: {first['msg'].removeprefix('Value error, ')}") from None
    hide(*settings.secrets)
    return settings


def _names_in(env_file: str | Path | None) -> list[str]:
    if env_file is None:
        return []
    if Path(env_file).is_dir():
        raise WrongSettings(f"{env_file}: is a directory; the settings are lines of a file")
    try:
        return list(dotenv_values(env_file, interpolate=False))
    except UnicodeDecodeError:
        raise WrongSettings(f"{env_file}: is not in UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise WrongSettings(f"{env_file}: cannot be read ({error.strerror})") from None


def _check_names(names: Iterable[str]) -> None:
    known = {PREFIX + field.upper() for field in Settings.model_fields}
    for name in names:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = max(known, key=lambda one: _likeness(one.removeprefix(PREFIX), name.upper().removeprefix(PREFIX)))
            raise WrongSettings(f"{name.upper()}: is no setting; did you mean {near}?")


def _likeness(known: str, given: str) -> tuple[bool, float]:
    """Return a sort key: a name that contains the other is nearest, then one that is spelled like it."""
    return given in known or known in given, SequenceMatcher(None, known, given).ratio()

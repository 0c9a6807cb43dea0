"""Settings: environment variables with the prefix WEES_ALERT_, and the file `.env`."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, quote, unquote
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from alerts.grounds import LIST as GROUNDS
from alerts.grounds import parse_grounds
from alerts.limits import DAY, HOUR, REPORTS_PER_DAY, REPORTS_PER_HOUR, Quota, Quotas
from alerts.retention import Retention
from bot.errors import WrongSettings
from bot.logs import hide

PREFIX = "WEES_ALERT_"
MOST_DAYS = 36_500
PUBLIC_API = "https://api.telegram.org"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram accepts


class Settings(BaseSettings):
    """What an operator decides. Rates are messages per second."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", hide_input_in_errors=True)

    telegram_token: SecretStr = SecretStr("")
    telegram_api_url: str = PUBLIC_API
    webhook_url: str = ""
    webhook_secret: SecretStr = Field(default=SecretStr(""), validate_default=True)
    webhook_host: str = "127.0.0.1"
    webhook_port: int = Field(default=8080, gt=0, lt=65536)
    health_host: str = "127.0.0.1"
    health_port: int = Field(default=0, ge=0, lt=65536)
    database_url: str = Field(default="sqlite:///wees-alert.db", repr=False)  # may hold a password
    timezone: str = "Europe/Amsterdam"
    broadcast_rate: float = Field(default=28, gt=0, le=1000)
    overall_rate: float = Field(default=30, gt=0, le=1000)
    chat_rate: float = Field(default=1, gt=0, le=1000)
    reports_per_hour: int = Field(default=REPORTS_PER_HOUR, gt=0)
    reports_per_day: int = Field(default=REPORTS_PER_DAY, gt=0)
    grounds: str = GROUNDS
    log_format: Literal["console", "json"] = "console"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    audit_head_file: str = ""
    retention_alerts_days: int = Field(default=365, ge=1, le=MOST_DAYS)
    retention_reports_days: int = Field(default=90, ge=1, le=MOST_DAYS)
    retention_deliveries_days: int = Field(default=30, ge=1, le=MOST_DAYS)
    retention_audit_days: int = Field(default=365, ge=1, le=MOST_DAYS)
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

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_secret(cls, secret: SecretStr, info: ValidationInfo) -> SecretStr:
        if info.data.get("webhook_url") and not _SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("must be 1 to 256 letters (A-Z, a-z), digits, _ or -; without it anybody could write")
        return secret

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, url: str) -> str:
        if not url.startswith(("sqlite:///", "postgresql://")):
            raise ValueError("must be sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
        user = _user_of(url)
        if "@" in user or "/" in user:  # else half of the password would be taken for the host, and be printed as such
            raise ValueError("has a user or a password with special characters: write them as %XX (@ is %40, / is %2F)")
        return url

    @property
    def database_name(self) -> str:
        """Where the database is, without what a URL keeps secret."""
        kind, _, rest = self.database_url.partition("://")
        return f"{kind}://{rest.rpartition('@')[2].partition('?')[0]}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What may be in no output, in every form in which it could be."""
        token = self.telegram_token.get_secret_value()
        passwords = [_user_of(self.database_url).partition(":")[2]]
        passwords += parse_qs(self.database_url.partition("?")[2]).get("password", [])
        hidden = (token, token.partition(":")[2], self.webhook_secret.get_secret_value(), *passwords)
        return tuple(form for one in hidden for form in (one, unquote(one), quote(one, safe="")))

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which people live."""
        return ZoneInfo(self.timezone)

    @property
    def report_quotas(self) -> Quotas:
        """How much one member may report."""
        return Quota(self.reports_per_hour, HOUR), Quota(self.reports_per_day, DAY)

    @property
    def retention(self) -> Retention:
        """How long each kind of record is kept."""
        return Retention(
            alerts=timedelta(days=self.retention_alerts_days),
            reports=timedelta(days=self.retention_reports_days),
            deliveries=timedelta(days=self.retention_deliveries_days),
            audit=timedelta(days=self.retention_audit_days),
        )

    def token(self) -> str:
        """The token. Raises WrongSettings when there is none or it has not the form of one."""
        token = self.telegram_token.get_secret_value()
        bot_id, _, secret = token.partition(":")
        if not (bot_id.isdigit() and secret):
            raise WrongSettings(
                f"{PREFIX}TELEGRAM_TOKEN: is missing or not a token; ask @BotFather for one and put it in .env"
            )
        return token


def _user_of(url: str) -> str:
    """The user and the password in the address of a server, as they stand there."""
    return "" if url.startswith("sqlite:") else url.partition("://")[2].rpartition("@")[0]


def load_settings(env_file: str | Path | None = ".env") -> Settings:
    """Read the settings; what is secret in them is printed nowhere.

    Raises WrongSettings with one line for the first value that is wrong.
    """
    try:
        settings = Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings adds it
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise WrongSettings(f"{name}: {first['msg'].removeprefix('Value error, ')}") from None
    hide(*settings.secrets)
    return settings

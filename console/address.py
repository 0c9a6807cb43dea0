"""The public address of the console, as browsers write it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """The address that browsers use. `origin` is its scheme and host as they write them in the header Origin."""

    origin: str

    @property
    def host(self) -> str:
        """The host as browsers write it in the header Host, with its port unless that is the usual one."""
        return self.origin.partition("://")[2]

    @property
    def is_https(self) -> bool:
        """Whether browsers speak HTTPS to it."""
        return self.origin.startswith("https://")

    @property
    def domain(self) -> str:
        """The host without its port: passkeys are tied to it."""
        return self.host.partition(":")[0]

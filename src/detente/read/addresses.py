"""Which network addresses a URL may lead to."""

from __future__ import annotations

import ipaddress
import socket
import threading
from typing import Any

from detente.errors import ReadError, UnsafeInput

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is reachable by anyone: not private, loopback, link-local, reserved or multicast.

    IPv4 addresses wrapped in IPv6 (mapped, 6to4, Teredo, NAT64) are judged by the address inside.

    Raises:
        ValueError: if `address` is no IP address.
    """
    parsed = ipaddress.ip_address(address.split("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is None and parsed in _NAT64:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if parsed.is_site_local:
            return False
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def resolve_host(source: str, host: str, port: int, *, allow_private: bool, timeout_s: float) -> str:
    """The one IP address to connect to; every address of the host is checked.

    Args:
        source: URL as given, named in errors.
        host: host name or IP address.
        port: port number.
        allow_private: accept any address.
        timeout_s: longest time for the name service, in seconds.

    Raises:
        UnsafeInput: if any address of the host is not public.
        ReadError: if the name is unknown or the name service does not answer in time.
    """
    found: list[Any] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            found.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    # getaddrinfo knows no time limit; a thread that overstays is left behind
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(timeout_s)
    if thread.is_alive():
        raise ReadError(source, f"the name service did not answer for {host!r} in {timeout_s:g} s", "Try again later")
    if failed or not found:
        raise ReadError(source, f"the host {host!r} is unknown", "Check the spelling and the network")
    addresses = [str(entry[4][0]) for entry in found]
    refused = [address for address in addresses if not is_public(address)]
    if refused and not allow_private:
        raise UnsafeInput(
            source,
            f"{host} leads to {refused[0]}, an address inside this machine or its network",
            "Give --allow-private (setting read.allow_private) to read it all the same",
        )
    return addresses[0]

"""One URL to bytes, within limits, from the very address that was checked."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from detente.errors import ReadError, UnsafeInput
from detente.read.addresses import resolve_host
from detente.read.expand import expand_body

if TYPE_CHECKING:
    import httpx

    from detente.settings import ReadSettings

_AGENT = "detente (document reader)"
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Response:
    """A page as fetched: the address after redirects, the declared type, the body."""

    url: str
    content_type: str
    body: bytes


def fetch(url: str, settings: ReadSettings) -> Response:
    """The body of an http or https URL.

    Every hop is resolved and checked anew, and the connection goes to the checked address, so that a name
    service which changes its answer gains nothing. Proxies of the environment are not used.

    Raises:
        UnsafeInput: if an address is private, a redirect leaves http, or the body exceeds a limit.
        ReadError: if the server cannot be reached, answers with an error, or is too slow.
    """
    import httpx

    deadline = time.monotonic() + settings.timeout_s
    current = url
    with httpx.Client(trust_env=False, follow_redirects=False, verify=True) as client:
        for _ in range(settings.max_redirects + 1):
            request = _pinned_request(client, url, current, settings, deadline)
            try:
                response = client.send(request, stream=True)
                try:
                    if response.status_code not in _REDIRECTS or "location" not in response.headers:
                        return _body(url, current, response, settings, deadline)
                    current = urljoin(current, response.headers["location"])
                finally:
                    response.close()
            except httpx.TimeoutException as error:
                raise _too_slow(url, settings) from error
            except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
                reason = f"the server could not be read ({type(error).__name__}: {error})"
                raise ReadError(url, reason, "Check the address, or save the page and give the file") from error
    raise UnsafeInput(url, f"more than {settings.max_redirects} redirects", "Give the final address")


def _pinned_request(
    client: httpx.Client, source: str, url: str, settings: ReadSettings, deadline: float
) -> httpx.Request:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise ReadError(source, f"not a valid address ({error})", "Correct the address") from error
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host:
        raise UnsafeInput(source, f"{url!r} is not an http or https address", "Give a http or https address, or a file")
    if parts.username or parts.password:
        raise UnsafeInput(source, "the address holds a user name or password", "Remove it, or save the page to a file")
    left = max(0.01, deadline - time.monotonic())
    address = resolve_host(source, host, port, allow_private=settings.allow_private, timeout_s=left)
    shown = f"[{address}]" if ":" in address else address
    left = deadline - time.monotonic()
    if left <= 0:
        raise _too_slow(source, settings)
    named = f"[{host}]" if ":" in host else host.encode("idna").decode() if not host.isascii() else host
    default_port = parts.port is None or parts.port == (443 if parts.scheme == "https" else 80)
    target = f"{parts.scheme}://{shown}:{port}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")
    return client.build_request(
        "GET",
        target,
        headers={
            "Host": named if default_port else f"{named}:{port}",
            "User-Agent": _AGENT,
            "Accept-Encoding": "identity",
        },
        timeout=left,
        extensions={"sni_hostname": named},
    )


def _body(url: str, final: str, response: httpx.Response, settings: ReadSettings, deadline: float) -> Response:
    if response.status_code != 200:
        reason = f"the server answered {response.status_code} {response.reason_phrase}".strip()
        raise ReadError(url, reason, "Check the address, or save the page and give the file")
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > settings.max_bytes:
        raise _too_large(url, settings)
    chunks, size = [], 0
    for chunk in response.iter_raw():
        size += len(chunk)
        if size > settings.max_bytes:
            raise _too_large(url, settings)
        if time.monotonic() > deadline:
            raise _too_slow(url, settings)
        chunks.append(chunk)
    body = expand_body(url, b"".join(chunks), response.headers.get("content-encoding", ""), settings)
    return Response(final, response.headers.get("content-type", ""), body)


def _too_large(url: str, settings: ReadSettings) -> UnsafeInput:
    return UnsafeInput(url, f"the answer is larger than {settings.max_bytes:,} bytes", "Raise read.max_bytes")


def _too_slow(url: str, settings: ReadSettings) -> ReadError:
    return ReadError(url, f"no complete answer in {settings.timeout_s:g} s", "Raise read.timeout_s, or try again later")

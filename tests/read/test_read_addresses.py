"""Only public addresses are public, however they are written."""

import pytest

from detente.errors import ReadError, UnsafeInput
from detente.read.addresses import is_public, resolve_host

INSIDE = [
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
    "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_a_machine_or_a_network_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "::1"])
def test_a_host_inside_is_refused_however_it_is_written(host):
    # a system that does not know one of these notations calls the host unknown
    with pytest.raises(ReadError, match=r"an address inside this machine or its network|is unknown"):
        resolve_host("http://x/", host, 80, allow_private=False, timeout_s=5)


def test_the_refusal_says_what_to_do():
    with pytest.raises(UnsafeInput) as caught:
        resolve_host("http://x/", "127.0.0.1", 80, allow_private=False, timeout_s=5)
    assert str(caught.value) == (
        "http://x/: 127.0.0.1 leads to 127.0.0.1, an address inside this machine or its network. "
        "Give --allow-private (setting read.allow_private) to read it all the same."
    )


def test_a_host_inside_is_let_through_when_allowed():
    assert resolve_host("http://x/", "127.0.0.1", 80, allow_private=True, timeout_s=5) == "127.0.0.1"


def test_an_unknown_host_is_reported():
    with pytest.raises(ReadError, match=r"unknown|did not answer"):
        resolve_host("http://x/", "no-such-host.invalid", 80, allow_private=False, timeout_s=5)

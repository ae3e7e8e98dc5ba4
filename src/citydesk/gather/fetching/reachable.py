"""Which machines may be asked: those of the public internet, and no other. Pure.

A page, a feed or a name server may lead anywhere: to the router, to a database beside us, to a cloud's metadata. So
the address that is connected to is looked at, and not the name.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: an IPv4 address as networks with IPv6 alone write it."""


def why_not_public(address: str) -> str | None:
    """Why a machine at an IP address may not be asked; None where it may."""
    try:
        found = _plain(ip_address(address.partition("%")[0]))
    except ValueError:
        return "is no address of a machine"
    if found.is_loopback:
        return "is this machine itself"
    if found.is_link_local:
        return "is of the local link"
    if found.is_multicast:
        return "is of a group of machines"
    if isinstance(found, IPv6Address) and (found.sixtofour is not None or found.teredo is not None):
        return "leads through a tunnel"
    if not found.is_global or found.is_reserved or found.is_unspecified or _is_site_local(found):
        return "is not of the public internet"
    return None


def _is_site_local(found: IPv4Address | IPv6Address) -> bool:
    return isinstance(found, IPv6Address) and found.is_site_local


def _plain(found: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address inside an IPv6 one that only carries it."""
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return found.ipv4_mapped
        if found in _NAT64:
            return IPv4Address(int(found) & 0xFFFFFFFF)
    return found

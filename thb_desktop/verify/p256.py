"""ECDSA over P-256 with SHA-256 (FIPS 186-5), verification only, so that a court needs nothing but Python.

Nothing here is secret, so nothing here runs in constant time.
"""

from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from thb_desktop.errors import SignatureError

# SP 800-186, section 3.2.1.3: y^2 = x^3 - 3x + B over the field of P, and the generator's order N.
_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
"""The beginning of every SubjectPublicKeyInfo of an uncompressed point on P-256; x and y follow."""
_WIDTH, _GENERATOR_WIDTH = 5, 8


class Affine(NamedTuple):
    """A point of the curve other than infinity."""

    x: int
    y: int


class _Jacobian(NamedTuple):
    """The point (x / z^2, y / z^3); infinity where z is 0."""

    x: int
    y: int
    z: int


_GENERATOR = Affine(
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_INFINITY = _Jacobian(1, 1, 0)


def verify_signature(public_key: bytes, data: bytes, signature: bytes) -> None:
    """Check a signature (r, s: 32 bytes each) under a SubjectPublicKeyInfo (DER); raises SignatureError."""
    point = read_public_key(public_key)
    if len(signature) != 64:
        raise SignatureError("a signature does not have the length for the curve P-256")
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < _N and 0 < s < _N):
        raise SignatureError("a signature contains a number that is out of range")
    inverse = pow(s, -1, _N)
    digest = int.from_bytes(sha256(data).digest(), "big")
    found = _sum_of_products(digest * inverse % _N, r * inverse % _N, point)
    # x / z^2 is compared with r and with r + N without a division: x has two readings modulo N.
    square = found.z * found.z % _P
    if not square or not any(
        candidate < _P and candidate * square % _P == found.x for candidate in (r, r + _N)
    ):
        raise SignatureError("a signature does not belong to these bytes and this key")


@lru_cache(maxsize=1024)
def read_public_key(public_key: bytes) -> Affine:
    """Take the point out of a SubjectPublicKeyInfo in DER; raises SignatureError unless it lies on P-256."""
    if len(public_key) != len(_SPKI) + 64 or not public_key.startswith(_SPKI):
        raise SignatureError("a public key is not on the curve P-256")
    x = int.from_bytes(public_key[-64:-32], "big")
    y = int.from_bytes(public_key[-32:], "big")
    if x >= _P or y >= _P or (y * y - (x * x - 3) * x - _B) % _P:
        raise SignatureError("a public key is not a point on the curve P-256")
    return Affine(x, y)


def _sum_of_products(generator_factor: int, factor: int, point: Affine) -> _Jacobian:
    """Return generator_factor * G + factor * point: one row of doublings for both (Shamir's trick)."""
    steps = _signed_digits(generator_factor, _GENERATOR_WIDTH), _signed_digits(factor, _WIDTH)
    tables = _odd_multiples(_GENERATOR, _GENERATOR_WIDTH), _odd_multiples(point, _WIDTH)
    total = _INFINITY
    for place in range(max(map(len, steps)) - 1, -1, -1):
        total = _doubled(total)
        for digits, multiples in zip(steps, tables, strict=True):
            digit = digits[place] if place < len(digits) else 0
            if digit > 0:
                total = _plus(total, multiples[digit >> 1])
            elif digit < 0:
                x, y = multiples[-digit >> 1]
                total = _plus(total, Affine(x, _P - y))
    return total


def _signed_digits(factor: int, width: int) -> list[int]:
    """Write a factor in non-adjacent form: digits of 2^0, 2^1 ..., each 0 or odd and below 2^(width - 1)."""
    digits = []
    while factor:
        digit = 0
        if factor & 1:
            digit = factor & (1 << width) - 1
            if digit >> width - 1:
                digit -= 1 << width
            factor -= digit
        digits.append(digit)
        factor >>= 1
    return digits


@lru_cache(maxsize=64)
def _odd_multiples(point: Affine, width: int) -> tuple[Affine, ...]:
    """Return 1, 3, 5 ... times the point, as many as digits of this width need."""
    twice = _affine(_doubled(_Jacobian(*point, 1)))
    multiples = [point]
    for _ in range(2 ** (width - 2) - 1):
        multiples.append(_affine(_plus(_Jacobian(*multiples[-1], 1), twice)))
    return tuple(multiples)


def _affine(point: _Jacobian) -> Affine:
    inverse = pow(point.z, -1, _P)
    square = inverse * inverse % _P
    return Affine(point.x * square % _P, point.y * square * inverse % _P)


def _doubled(point: _Jacobian) -> _Jacobian:
    """Double a point: the formulas dbl-2001-b for curves with a = -3. Infinity stays infinity."""
    x, y, z = point
    delta = z * z % _P
    gamma = y * y % _P
    beta = x * gamma % _P
    alpha = 3 * (x - delta) * (x + delta) % _P
    new_x = (alpha * alpha - 8 * beta) % _P
    return _Jacobian(
        new_x, (alpha * (4 * beta - new_x) - 8 * gamma * gamma) % _P, ((y + z) ** 2 - gamma - delta) % _P
    )


def _plus(point: _Jacobian, other: Affine) -> _Jacobian:
    """Add a point with z = 1, whichever the two points are: equal, opposite, or infinity before."""
    x, y, z = point
    if not z:
        return _Jacobian(*other, 1)
    square = z * z % _P
    h = (other.x * square - x) % _P
    r = (other.y * square * z - y) % _P
    if not h:
        return _INFINITY if r else _doubled(point)
    h_squared = h * h % _P
    h_cubed = h * h_squared % _P
    v = x * h_squared % _P
    new_x = (r * r - h_cubed - 2 * v) % _P
    return _Jacobian(new_x, (r * (v - new_x) - y * h_cubed) % _P, z * h % _P)

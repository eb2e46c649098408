#!/usr/bin/env python3
"""Checks purge certificates without platelake: Python 3.8 or newer, its own library only, no network.

    check-certificates.py FOLDER [--public-key FILE.pub]... [--anchor FILE]

Recomputes each hash and its place in the chain, checks the Ed25519 signatures (RFC 8032) and the
hashes that an anchor keeps. Ends with 0 when all hold, with 1 when one does not.
"""

import argparse
import base64
import hashlib
import json
import sys
from decimal import Decimal
from pathlib import Path

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    sum_ = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            sum_ = add(sum_, point)
        point, scalar = add(point, point), scalar >> 1
    return sum_


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        raise ValueError("no point of the curve")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def accepts(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = times(s, BASE), add(point(signature[:32]), times(h, point(key)))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        number = Decimal(repr(value)).normalize()
        if number == 0 or -6 <= number.adjusted() < 21:
            return format(number, "f") if number else "0"
        return f"{number:e}".replace("E", "e")
    return json.dumps(value, ensure_ascii=False)


def fault(entry, before, keys, signed_before, newest):
    """What is wrong with one certificate; None when nothing is."""
    body, number = entry["body"], entry["seq"]
    text = f"{entry['prev_hash']}\n{canonical(body)}".encode()
    if hashlib.sha256(text).hexdigest() != entry["hash"] or body.get("seq", number) != number:
        return "ALTERED"
    if (number, entry["prev_hash"]) != before:
        return "UNLINKED"
    signature = entry.get("signature")
    if not keys or (signature is None and not signed_before and not newest):
        return None
    if signature is None or signature["key"] not in keys:
        return "UNSIGNED" if signature is None else "UNKNOWN KEY"
    message = f"platelake certificate {number} {entry['hash']}".encode()
    good = accepts(keys[signature["key"]], message, base64.b64decode(signature["value"]))
    return None if good else "FORGED"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--public-key", type=Path, action="append", default=[])
    parser.add_argument("--anchor", type=Path)
    given = parser.parse_args()
    keys = {}
    for path in given.public_key:
        der = base64.b64decode("".join(path.read_text().split("-----")[2].split()))
        keys[hashlib.sha256(der).hexdigest()[:16]] = der[-32:]
    chain = [json.loads(path.read_text()) for path in sorted(given.folder.glob("[0-9]*.json"))]
    faults, before, signed = [], (1, "0" * 64), False
    for entry in chain:
        wrong = fault(entry, before, keys, signed, entry is chain[-1])
        faults += [f"certificate {entry['seq']}: {wrong}"] if wrong else []
        before, signed = (entry["seq"] + 1, entry["hash"]), signed or "signature" in entry
    hashes = {entry["seq"]: entry["hash"] for entry in chain}
    for line in given.anchor.read_text().splitlines() if given.anchor else []:
        number, kept = line.split()
        if hashes.get(int(number)) != kept:
            faults.append(f"certificate {int(number)}: {'REWRITTEN' if int(number) in hashes else 'REMOVED'}")
    faults += [] if chain else ["the folder holds no certificate"]
    print("\n".join(faults) or f"{len(chain)} certificates hold, {len(keys)} key(s) trusted")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

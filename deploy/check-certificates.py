#!/usr/bin/env python3
"""Checks purge certificates without platelake: Python 3.8 or newer, its own library only, no network.

    check-certificates.py FOLDER [--public-key FILE.pub]... [--anchor FILE]

Recomputes each hash and its place in the chain, checks the Ed25519 signatures (RFC 8032) and the
hashes that an anchor keeps. Does not judge what a certificate states, such as a finding. Ends with 0
when all hold, with 1 when one does not, with 2 when the input cannot be used.
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


def signature_fault(entry, keys):
    signature = entry["signature"]
    if signature["key"] not in keys:
        return "UNKNOWN KEY"
    message = f"platelake certificate {entry['seq']} {entry['hash']}".encode()
    try:
        value = base64.b64decode(signature["value"], validate=True)
        return None if accepts(keys[signature["key"]], message, value) else "FORGED"
    except ValueError:
        return "FORGED"


def fault(name, entry, before, keys, signed_before, newest):
    """What is wrong with one certificate; None when nothing is."""
    body, number = entry["body"], entry["seq"]
    text = f"{entry['prev_hash']}\n{canonical(body)}".encode("utf-8", "surrogatepass")
    if hashlib.sha256(text).hexdigest() != entry["hash"] or body.get("seq", number) != number:
        return "ALTERED"
    if (number, entry["prev_hash"]) != before or name != f"{number:06d}.json":
        return "UNLINKED"
    if not keys:
        return None
    if entry.get("signature"):
        return signature_fault(entry, keys)
    return "UNSIGNED" if signed_before or newest else None


def read(path):
    """A certificate of the shape that purge verify writes."""
    entry = json.loads(path.read_bytes())
    shape = {"seq": int, "prev_hash": str, "hash": str, "body": dict}
    signature = entry.get("signature") or {"key": "", "value": ""}
    if (
        not all(isinstance(entry.get(name), kind) for name, kind in shape.items())
        or set(entry) - set(shape) - {"signature"}
        or not all(isinstance(signature.get(name), str) for name in ("key", "value"))
    ):
        raise ValueError(f"{path} is not a certificate")
    return entry


def public_key(path):
    der = base64.b64decode("".join(path.read_text("utf-8").split("-----")[2].split()))
    return hashlib.sha256(der).hexdigest()[:16], der[-32:]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--public-key", type=Path, action="append", default=[])
    parser.add_argument("--anchor", type=Path)
    given = parser.parse_args()
    keys = dict(map(public_key, given.public_key))
    chain = [(path.name, read(path)) for path in sorted(given.folder.glob("*.json")) if path.stem.isdigit()]
    if not chain:
        raise ValueError(f"{given.folder} holds no certificate")
    faults, before, signed = [], (1, "0" * 64), False
    for name, entry in chain:
        wrong = fault(name, entry, before, keys, signed, name == chain[-1][0])
        faults += [f"certificate {entry['seq']}: {wrong}"] if wrong else []
        before, signed = (entry["seq"] + 1, entry["hash"]), signed or bool(entry.get("signature"))
    hashes = {entry["seq"]: entry["hash"] for _, entry in reversed(chain)}
    for line in given.anchor.read_text("utf-8").splitlines() if given.anchor else []:
        number, kept = line.split()
        if hashes.get(int(number)) != kept:
            faults.append(f"certificate {int(number)}: {'REWRITTEN' if int(number) in hashes else 'REMOVED'}")
    print("\n".join(faults) or f"{len(chain)} certificates hold, {len(keys)} key(s) trusted")
    for name, entry in chain:
        if entry["body"].get("outcome") == "finding":
            print(f"certificate {entry['seq']} states {len(entry['body'].get('findings', []))} findings, see {name}")
    if not keys:
        print("No --public-key: no signature was checked")
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (AttributeError, IndexError, OSError, ValueError) as error:
        print(f"The input cannot be used: {error}", file=sys.stderr)
        sys.exit(2)

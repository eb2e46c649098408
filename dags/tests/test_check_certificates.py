"""The script that checks certificates without the product, and the product, on the same damage."""

import hashlib
import importlib.util
import json
import subprocess
import sys

import pytest
from conftest import REPO

SCRIPT = REPO / "deploy/check-certificates.py"
_spec = importlib.util.spec_from_file_location("check_certificates", SCRIPT)
ed25519 = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(ed25519)

SECRET = bytes(range(32))


def encoded(point):
    inverse = pow(point[2], ed25519.P - 2, ed25519.P)
    x, y = point[0] * inverse % ed25519.P, point[1] * inverse % ed25519.P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def signer(secret):
    """The public key of a secret, and what signs with it (RFC 8032, section 5.1.6)."""
    digest = hashlib.sha512(secret).digest()
    scalar = int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254
    public = encoded(ed25519.times(scalar, ed25519.BASE))

    def sign(message):
        r = int.from_bytes(hashlib.sha512(digest[32:] + message).digest(), "little") % ed25519.Q
        start = encoded(ed25519.times(r, ed25519.BASE))
        k = int.from_bytes(hashlib.sha512(start + public + message).digest(), "little") % ed25519.Q
        return start + ((r + k * scalar) % ed25519.Q).to_bytes(32, "little")

    return public, sign


def b64(data):
    return ed25519.base64.b64encode(data).decode()


class Chain:
    """Four certificates, the first from before there was a key, with a principal beyond ASCII."""

    def __init__(self, folder):
        self.folder = folder / "certificates"
        self.folder.mkdir()
        self.public, self.sign = signer(SECRET)
        der = bytes.fromhex("302a300506032b6570032100") + self.public
        self.id = hashlib.sha256(der).hexdigest()[:16]
        self.key = folder / "key.pub"
        self.key.write_text(f"-----BEGIN PUBLIC KEY-----\n{b64(der)}\n-----END PUBLIC KEY-----\n")
        before = "0" * 64
        for number in range(1, 5):
            body = {"seq": number, "outcome": "clean", "as_of": "2026-06-01T00:00:00Z", "principal": "Zoë"}
            before = self.save(self.hashed(number, before, body), signed=number > 1)
        self.anchor = folder / "anchor.txt"
        self.anchor.write_text("".join(f"{n:06d} {self.read(n)['hash']}\n" for n in range(1, 5)))

    def path(self, number):
        return self.folder / f"{number:06d}.json"

    def read(self, number):
        return json.loads(self.path(number).read_bytes())

    def hashed(self, number, before, body):
        text = f"{before}\n{ed25519.canonical(body)}".encode()
        return {"seq": number, "prev_hash": before, "hash": hashlib.sha256(text).hexdigest(), "body": body}

    def save(self, entry, signed=False, number=None):
        if signed:
            message = f"platelake certificate {entry['seq']} {entry['hash']}".encode()
            entry["signature"] = {"key": self.id, "value": b64(self.sign(message))}
        self.path(number or entry["seq"]).write_text(json.dumps(entry), encoding="utf-8")
        return entry["hash"]

    def change(self, number, **fields):
        self.save({**self.read(number), **fields})

    def options(self):
        return [str(self.folder), "--public-key", str(self.key), "--anchor", str(self.anchor)]

    def by_script(self):
        done = subprocess.run(
            [sys.executable, str(SCRIPT), *self.options()],
            capture_output=True,
            text=True,
            env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        )
        return done.returncode, done.stdout + done.stderr

    def by_product(self):
        done = subprocess.run(
            [REPO / "bin/platelake", "purge", "check", *self.options()], capture_output=True, text=True
        )
        return done.returncode, done.stdout + done.stderr


def copied(chain):
    chain.path(4).write_bytes(chain.path(3).read_bytes())


def hashed_again(chain):
    third = chain.read(3)
    chain.save(chain.hashed(3, third["prev_hash"], {**third["body"], "outcome": "other"}))


def value(number):
    return lambda chain: chain.change(3, signature={"key": chain.id, "value": number})


DAMAGES = {
    "body": (lambda c: c.change(2, body={**c.read(2)["body"], "outcome": "x"}), "ALTERED"),
    "previous": (lambda c: c.change(3, prev_hash="nonsense"), "ALTERED"),
    "hashed again": (hashed_again, "UNSIGNED"),
    "copy": (copied, "UNLINKED"),
    "cut": (lambda c: c.path(4).unlink(), "REMOVED"),
    "unsigned": (lambda c: c.save({k: v for k, v in c.read(4).items() if k != "signature"}), "UNSIGNED"),
    "other key": (lambda c: c.change(3, signature={**c.read(3)["signature"], "key": "0" * 16}), "UNKNOWN KEY"),
    "other signature": (lambda c: c.change(3, signature=c.read(2)["signature"]), "FORGED"),
    "no base64": (value("not Base64!"), "FORGED"),
    "no point": (value(b64(bytes([2]) + bytes(63))), "FORGED"),
    "anchor": (lambda c: c.anchor.write_text(f"000002 {'0' * 64}\n"), "REWRITTEN"),
}


def test_both_accept_a_chain_as_it_was_made(tmp_path):
    chain = Chain(tmp_path)
    assert chain.by_script() == (0, "4 certificates hold, 1 key(s) trusted\n")
    assert chain.by_product()[0] == 0


def test_script_names_findings_and_what_it_did_not_check(tmp_path):
    folder = tmp_path / "certificates"
    folder.mkdir()
    body = {"findings": ["a", "b"], "outcome": "finding", "seq": 1}
    digest = hashlib.sha256(f"{'0' * 64}\n{ed25519.canonical(body)}".encode()).hexdigest()
    entry = {"seq": 1, "prev_hash": "0" * 64, "hash": digest, "body": body}
    (folder / "000001.json").write_text(json.dumps(entry))
    done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            "1 certificates hold, 0 key(s) trusted",
            "certificate 1 states 2 findings, see 000001.json",
            "No --public-key: no signature was checked",
        ],
    )


@pytest.mark.parametrize("name", DAMAGES)
def test_both_find_the_same_damage(tmp_path, name):
    chain = Chain(tmp_path)
    damage, word = DAMAGES[name]
    damage(chain)
    for (code, said), expected in ((chain.by_script(), 1), (chain.by_product(), 4)):
        assert code == expected, said
        assert word in said


@pytest.mark.parametrize("content", ["[]", "{}", "not json", '{"seq": 1, "prev_hash": "", "hash": null, "body": {}}'])
def test_what_is_no_certificate_is_bad_input(tmp_path, content):
    chain = Chain(tmp_path)
    chain.path(2).write_text(content)
    assert chain.by_script()[0] == 2
    assert "Traceback" not in chain.by_script()[1]


def test_other_json_files_are_passed_over(tmp_path):
    chain = Chain(tmp_path)
    (chain.folder / "2026-notes.json").write_text("[]")
    assert chain.by_script()[0] == 0


@pytest.mark.parametrize(
    ("number", "text"),
    [(1e21, "1e+21"), (1e20, "1" + "0" * 20), (1e-6, "0.000001"), (1e-7, "1e-7"), (-2.5e30, "-2.5e+30"), (-0.0, "0")],
)
def test_numbers_are_written_as_the_product_writes_them(number, text):
    assert ed25519.canonical(number) == text

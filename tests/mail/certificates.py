"""Certificates for a server on this machine, right ones and wrong ones, made anew by openssl."""
import pathlib
import subprocess

KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]


def openssl(*words):
    subprocess.run(["openssl", *map(str, words)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def signed(folder, name, host, days):
    """A certificate of the authority for a host, with its key in front; with days below 0 it has expired."""
    key, request, certificate = (folder / f"{name}.{ending}" for ending in ("key", "csr", "crt"))
    extension = folder / f"{name}.ext"
    extension.write_text(f"subjectAltName={host}\n")
    openssl("req", "-new", *KEY, "-keyout", key, "-out", request, "-subj", "/CN=mail server")
    openssl("x509", "-req", "-in", request, "-CA", folder / "authority.pem", "-CAkey", folder / "authority.key",
            "-days", days, "-extfile", extension, "-out", certificate)
    (folder / f"{name}.pem").write_text(key.read_text() + certificate.read_text())


def make(folder):
    """authority.pem, which clients trust, and NAME.pem of good, wrong-name, expired and self-signed."""
    folder = pathlib.Path(folder)
    here = "DNS:localhost,IP:127.0.0.1"
    openssl("req", "-x509", *KEY, "-keyout", folder / "authority.key", "-out", folder / "authority.pem", "-subj",
            "/CN=authority of the tests", "-days", 2)
    signed(folder, "good", here, 2)
    signed(folder, "wrong-name", "DNS:elsewhere.example", 2)
    signed(folder, "expired", here, -1)
    openssl("req", "-x509", *KEY, "-keyout", folder / "self.key", "-out", folder / "self.crt", "-subj", "/CN=localhost",
            "-addext", f"subjectAltName={here}", "-days", 2)
    (folder / "self-signed.pem").write_text((folder / "self.key").read_text() + (folder / "self.crt").read_text())

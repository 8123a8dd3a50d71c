"""A Postfix of its own: configuration, queue and Maildir below one folder, on a free port of this machine. Everything
is delivered into that Maildir, whatever its domain; nothing leaves. Needs root, as Postfix does."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = postfix.example
mydestination =
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
default_transport = error:nothing leaves this machine
virtual_mailbox_domains = static:all
virtual_mailbox_maps = static:box/
virtual_mailbox_base = {folder}/delivered
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
virtual_mailbox_limit = 0
message_size_limit = 30000000
alias_maps =
alias_database =
"""

MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


def why_not():
    """Why there can be no Postfix here, or nothing."""
    if os.geteuid() != 0:
        return "Postfix can only be started by root"
    return None if shutil.which("postfix", path=os.environ["PATH"] + ":/usr/sbin") else "Postfix is not installed"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Postfix:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.port = free_port()
        self.settings = self.folder / "settings"
        for name in ("settings", "queue", "data", "delivered"):
            (self.folder / name).mkdir(parents=True)
        for path in (self.folder, self.folder.parent):
            path.chmod(0o755)
        shutil.chown(self.folder / "data", "postfix")
        os.chown(self.folder / "delivered", 65534, 65534)
        (self.settings / "main.cf").write_text(MAIN.format(folder=self.folder))
        (self.settings / "master.cf").write_text(MASTER.format(port=self.port))

    def __enter__(self):
        self.command("start")
        return self

    def __exit__(self, *_):
        self.command("stop")

    def command(self, verb):
        done = subprocess.run(["/usr/sbin/postfix", "-c", self.settings, verb], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"postfix {verb}: {done.stdout}{done.stderr}{self.log()}")

    def log(self):
        path = self.folder / "log"
        return path.read_text(errors="replace")[-2000:] if path.exists() else ""

    def delivered(self, count, patience=120):
        """The files of so many messages, once all are there."""
        box = self.folder / "delivered" / "box" / "new"
        until = time.monotonic() + patience
        while time.monotonic() < until:
            files = sorted(box.iterdir()) if box.exists() else []
            if len(files) >= count:
                return files
            time.sleep(0.1)
        raise SystemExit(f"{len(files)} of {count} messages were delivered\n{self.log()}")

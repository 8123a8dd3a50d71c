"""A mail server that keeps each message as a file before it says that it has it, so that a kill at any moment leaves
either. Run as a program it serves until it is killed:  sink.py FOLDER PORT SEED  (port 0: a free one, which it prints)."""

import os
import random
import socketserver
import sys
import time
from pathlib import Path

LONGEST_PAUSE = 0.008  # seconds, before and after a message is kept


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 sink.example")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.take_message()
            elif verb == b"QUIT":
                return self.say("221 Bye")
            else:
                self.say("250 Ok")

    def take_message(self):
        self.say("354 Go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return  # a message without its end is none
            lines.append(line[1:] if line.startswith(b".") else line)
        time.sleep(self.server.chance.uniform(0, LONGEST_PAUSE))
        name = f"{time.time_ns()}.{os.getpid()}.{id(self)}"
        waiting = self.server.folder / "tmp" / name
        waiting.write_bytes(b"".join(lines))
        waiting.rename(self.server.folder / "new" / name)
        time.sleep(self.server.chance.uniform(0, LONGEST_PAUSE))
        self.say("250 Kept")


class Sink(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, folder, port, seed):
        super().__init__(("127.0.0.1", port), Session)
        self.folder = Path(folder)
        self.chance = random.Random(seed)
        for part in ("tmp", "new"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)

    def handle_error(self, request, client_address):
        """Senders are killed here: that their connections break is no news."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


if __name__ == "__main__":
    with Sink(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()

#!/usr/bin/python3
"""A mail server that fails as it is told, and writes down what it has taken.

    failing_server.py FOLDER SCENARIO...

For each scenario it listens at a port of 127.0.0.1 that the kernel chooses, and says "PORT SCENARIO" on a line of its
own, in order. It ends when its standard input does. A scenario is words with ";" between:

    cert=good|wrong-name|expired|self-signed   what it shows; FOLDER gets authority.pem, which clients are to trust
    tls=starttls|implicit|none                 "starttls" where nothing is said
    login=plain|login|none|unknown             what EHLO offers; all users get in
    STEP=ACTION                                always
    STEP#N=ACTION                              the Nth time that any connection comes to the step, from 1
    STEP%N=ACTION                              every Nth time
    STEP@TEXT=ACTION                           where the command has this text

STEP is connect, ehlo, helo, starttls, auth, mail, rcpt, data, inside (in the middle of a message), message (after its
end) or after (with nothing asked, when a message was taken). ACTION is a number (the answer), or

    drop   reset the connection         close    end it in order        slow     say nothing for half a minute
    late   the right answer after three seconds
    echo   500 with the command         garbage  what is no answer      inject   220, and more before TLS begins
    N:many N in several lines           N:long   N and 20,000 letters   N:wild   N and bytes that nobody should see
    N:then-drop  N, and reset the connection
    twice  the right answer two times

What it takes is appended to FOLDER/PORT.taken before it is acknowledged: a line "ADDRESS SHA-256 BYTES" for each
message, "login USER PASSWORD" for each login, "opened" for each connection.
"""
import asyncio
import base64
import hashlib
import logging
import os
import pathlib
import re
import ssl
import sys

import certificates

DONE = {"connect": "220 failing.example ESMTP", "starttls": "220 2.0.0 Ready", "auth": "235 2.7.0 Welcome",
        "mail": "250 2.1.0 Ok", "rcpt": "250 2.1.5 Ok", "data": "354 End with a point",
        "message": "250 2.0.0 Ok: queued as 4dXy", "helo": "250 failing.example"}
WORDS = {450: "4.2.0 Mailbox busy", 451: "4.3.0 Local trouble", 452: "4.3.1 No room", 421: "4.3.2 Closing",
         454: "4.7.0 Not now", 535: "5.7.8 Credentials invalid", 550: "5.1.1 No such user", 552: "5.3.4 Too big"}
SLOW = 30
LATE = 3


class Gone(Exception):
    """The connection is to end."""


class Scenario:
    def __init__(self, text):
        self.settings = {"cert": "good", "tls": "starttls", "login": "plain"}
        self.rules = []
        self.counts = {}
        for word in filter(None, text.split(";")):
            name, action = re.fullmatch(r"([^=]+?)=([^=]*)", word).groups()
            if name in self.settings:
                self.settings[name] = action
            else:
                self.rules.append((*re.fullmatch(r"([a-z]+)(?:([#%@])(.+))?", name).groups(), action))

    def action(self, step, command):
        """What is to happen now instead of the right answer; None: nothing."""
        count = self.counts[step] = self.counts.get(step, 0) + 1
        for name, kind, value, action in self.rules:
            if name == step and (kind is None or kind == "#" and count == int(value) or kind == "@" and value in command
                                 or kind == "%" and count % int(value) == 0):
                return action
        return None


class Talk:
    """One connection."""

    def __init__(self, scenario, folder, reader, writer):
        self.scenario, self.folder, self.reader, self.writer = scenario, folder, reader, writer
        self.port = writer.get_extra_info("sockname")[1]
        self.secure = scenario.settings["tls"] == "implicit"
        self.recipient = ""

    def write_down(self, line):
        with open(self.folder / f"{self.port}.taken", "a", encoding="utf-8") as file:
            file.write(line + "\n")

    async def say(self, *lines):
        self.writer.write("".join(line + "\r\n" for line in lines).encode("latin-1"))
        await self.writer.drain()

    async def line(self):
        line = await self.reader.readline()
        if not line.endswith(b"\n"):
            raise Gone
        return line.decode("latin-1").rstrip("\r\n")

    async def answer(self, step, command=""):
        """Says the right answer and returns true, or does what the scenario wants."""
        action = self.scenario.action(step, command)
        if action is None:
            await self.say(*self.right_answer(step))
            return True
        return await self.misbehave(action, step, command)

    def right_answer(self, step):
        if step != "ehlo":
            return [DONE[step]]
        offers = ["failing.example", "SIZE 50000000", "8BITMIME"]
        if self.scenario.settings["tls"] == "starttls" and not self.secure:
            offers.append("STARTTLS")
        login = self.scenario.settings["login"]
        if login != "none" and self.secure:
            offers.append("AUTH " + ("X-SECRET" if login == "unknown" else login.upper()))
        return [f"250-{offer}" for offer in offers[:-1]] + [f"250 {offers[-1]}"]

    async def misbehave(self, action, step, command):
        if action == "drop":
            self.writer.transport.abort()
            raise Gone
        if action == "close":
            raise Gone
        if action == "slow":
            await asyncio.sleep(SLOW)
            raise Gone
        if action == "late":
            await asyncio.sleep(LATE)
            await self.say(*self.right_answer(step))
            return True
        if action == "echo":
            await self.say(f"500 5.5.2 What is {command}?")
        elif action == "garbage":
            await self.say("HTTP/1.1 400 Bad Request", "", "25O Ok", "250_Ok")
        elif action == "inject":
            await self.say("220 2.0.0 Ready", "250-failing.example", "250 AUTH PLAIN")
        elif action == "twice":
            await self.say(*self.right_answer(step), *self.right_answer(step))
            return True
        else:
            return await self.refuse(action)
        return action == "inject"

    async def refuse(self, action):
        number, _, manner = action.partition(":")
        words = WORDS.get(int(number), "Ok")
        if manner == "many":
            await self.say(f"{number}-{words}", f"{number}-so says", f"{number} the server")
        elif manner == "long":
            await self.say(f"{number} {words} " + "x" * 20000)
        elif manner == "wild":
            await self.say(f"{number} {words}\t\x1b[31m\x00\x07\xff\xe2\x80\xaered")
        else:
            await self.say(f"{number} {words}")
        if manner == "then-drop":
            self.writer.transport.abort()
            raise Gone
        if number == "421":
            raise Gone
        return 200 <= int(number) < 400

    async def start_tls(self):
        context = tls_context(self.folder, self.scenario)
        await self.writer.start_tls(context)
        self.secure = True

    async def asked(self, *questions):
        """The rest of a login: clients wait for each question."""
        answers = []
        for question in questions:
            await self.say("334 " + base64.b64encode(question.encode()).decode())
            answers.append(base64.b64decode(await self.line()).decode())
        return answers

    async def log_in(self, command):
        if not self.secure:
            return await self.say("538 5.7.11 Not here")
        words = command.split()
        if words[1].upper() == "PLAIN":
            _, user, password = (await self.asked(""))[0].split("\0")
        else:
            user, password = await self.asked("Username:", "Password:")
        if await self.answer("auth", command):
            self.write_down(f"login {user} {password}")

    async def take_message(self):
        if not await self.answer("data"):
            return
        action = self.scenario.action("inside", self.recipient)
        if action is not None:
            await self.reader.read(1000)
            await self.misbehave(action, "inside", "")
        digest, size = hashlib.sha256(), 0
        while (line := await self.reader.readline()) != b".\r\n":
            if not line.endswith(b"\n"):
                raise Gone
            line = line[1:] if line.startswith(b".") else line
            digest.update(line)
            size += len(line)
        # What is answered with yes is taken, and what is taken is written down before anyone hears of it.
        action = self.scenario.action("message", self.recipient)
        if action in (None, "twice", "late") or action.startswith("250"):
            self.write_down(f"{self.recipient} {digest.hexdigest()} {size}")
        if action is None:
            await self.say(DONE["message"])
        else:
            await self.misbehave(action, "message", "")
        action = self.scenario.action("after", self.recipient)
        if action is not None:
            await self.misbehave(action, "after", "")

    async def obey(self, command):
        verb = command.split(" ")[0].upper()
        if verb == "STARTTLS":
            if await self.answer("starttls"):
                await self.start_tls()
        elif verb == "AUTH":
            await self.log_in(command)
        elif verb == "DATA":
            await self.take_message()
        elif verb == "QUIT":
            await self.say("221 2.0.0 Bye")
            raise Gone
        elif verb in ("EHLO", "HELO", "MAIL", "RCPT"):
            if verb == "RCPT":
                self.recipient = command.partition("<")[2].partition(">")[0]
            await self.answer(verb.lower(), command)
        else:
            await self.say("502 5.5.1 Not known")

    async def run(self):
        self.write_down("opened")
        try:
            await self.answer("connect")
            while True:
                await self.obey(await self.line())
        except (Gone, OSError, ssl.SSLError, asyncio.IncompleteReadError):
            pass
        finally:
            self.writer.close()


def tls_context(folder, scenario):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{scenario.settings['cert']}.pem")
    return context


async def listen(folder, text):
    scenario = Scenario(text)
    context = tls_context(folder, scenario) if scenario.settings["tls"] == "implicit" else None

    async def talk(reader, writer):
        await Talk(scenario, folder, reader, writer).run()

    server = await asyncio.start_server(talk, "127.0.0.1", 0, ssl=context, limit=1 << 20)
    print(server.sockets[0].getsockname()[1], text, flush=True)
    return server


async def main():
    folder = pathlib.Path(sys.argv[1])
    certificates.make(folder)
    loop = asyncio.get_running_loop()
    # A failed handshake is what some scenarios are for.
    loop.set_exception_handler(lambda *_: None)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    servers = [await listen(folder, text) for text in sys.argv[2:]]  # they go away with the list
    print("ready", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    # Some connections are slow on purpose, and nobody waits for them.
    os._exit(0)


asyncio.run(main())

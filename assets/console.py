#!/usr/bin/env python3
"""Types into a program as a person does, in a terminal of its own.

    console.py STEP … -- PROGRAM ARGUMENT …

A step that begins with @ waits until the rest of it has been shown since the last
one (a minute at most); one that begins with = is typed at once, as a paste is where
the terminal does not mark it; ~ waits two seconds; every other one is typed key by
key. \\r, \\x03 and the like stand for keys. What was shown goes to standard output,
without what moves the cursor. Ends as the program does; 90 where something did not
come, 91 where it had to be stopped.
"""

import codecs
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
import fcntl

MOVES = re.compile(rb"\x1b(\][^\x07\x1b]*(\x07|\x1b\\)|\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>78M])")
PATIENCE = 60


def main(arguments):
    cut = arguments.index("--")
    steps, program = arguments[:cut], arguments[cut + 1 :]
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(program[0], program)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    shown, since = bytearray(), 0

    def pump(wanted, patience):
        """Reads until what is wanted was shown, or the program ended."""
        end = time.monotonic() + patience
        while wanted is None or wanted not in MOVES.sub(b"", bytes(shown[since:])):
            left = end - time.monotonic()
            if left <= 0 or not select.select([terminal], [], [], left)[0]:
                return False
            try:
                read = os.read(terminal, 65536)
            except OSError:
                read = b""
            if not read:
                return wanted is None
            shown.extend(read)
        return True

    code = None
    for step in steps:
        if step.startswith("@"):
            if not pump(step[1:].encode(), PATIENCE):
                print(f"never shown: {step[1:]}", file=sys.stderr)
                code = 90
                break
            since = len(shown)
        elif step == "~":
            pump("\0".encode(), 2)
        else:
            at_once = step.startswith("=")
            keys = step[1:] if at_once else step
            keys = codecs.decode(keys.encode("latin-1", "backslashreplace"), "unicode_escape")
            for key in [keys] if at_once else keys:
                os.write(terminal, key.encode())
                time.sleep(0.1)
    if code is None and not pump(None, PATIENCE):
        code = 91
    if code is not None:
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    sys.stdout.buffer.write(MOVES.sub(b"", bytes(shown)))
    return os.waitstatus_to_exitcode(status) if code is None else code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The program on a pseudo-terminal, with what a monkey must see of it: work per key, memory, its end."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time


class Screen:
    """One run of the program, whose terminal swallows what is painted."""

    def __init__(self, command, environment, rows, columns):
        self.master, self.slave = pty.openpty()
        self.resize(rows, columns)
        self.modes = termios.tcgetattr(self.slave)
        self.painted = 0
        self.tail = b""
        self.slowest = (0.0, b"")
        self.keys = 0
        self.typed = b""
        self.ending = 0.0
        os.set_blocking(self.master, False)
        self.errors = open(os.path.join(environment["XDG_STATE_HOME"], "errors.txt"), "ab")
        self.process = subprocess.Popen(
            command, env=environment, stdin=self.slave, stdout=self.slave, stderr=self.errors,
            preexec_fn=self._take_terminal)
        self.pid = self.process.pid

    @staticmethod
    def _take_terminal():
        # Who runs the monkey may have it ignore the end of a terminal (nohup); a shell's programs do not.
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def resize(self, rows, columns):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def is_running(self):
        return self.process.poll() is None

    def drain(self, quiet=0.0):
        """Reads what is painted, until nothing came for some seconds, and a second longer at most.

        A screen whose clock runs paints each second: it never is quiet for longer than that.
        """
        end = time.monotonic() + quiet + 1
        while time.monotonic() < end and select.select([self.master], [], [], quiet)[0]:
            try:
                data = os.read(self.master, 1 << 20)
            except BlockingIOError:
                continue
            except OSError:
                return
            self.painted += len(data)
            self.tail = (self.tail + data)[-20000:]

    def unread(self):
        """How many bytes the program has not taken yet."""
        buffer = bytearray(4)
        fcntl.ioctl(self.slave, termios.FIONREAD, buffer)
        return struct.unpack("i", buffer)[0]

    def _main_thread(self):
        """Processor seconds of the thread that paints, and whether it waits."""
        with open(f"/proc/{self.pid}/task/{self.pid}/schedstat", encoding="ascii") as file:
            worked = int(file.read().split()[0]) / 1e9
        with open(f"/proc/{self.pid}/task/{self.pid}/stat", encoding="ascii") as file:
            return worked, file.read().rsplit(")", 1)[1].split()[0] == "S"

    def send(self, data, patience=20.0, is_key=True):
        """Sends bytes and waits until they are taken and worked off.

        Processor time of the painting thread counts, not the time on the clock: that depends on what else
        the machine does. Returns whether the program came to rest in time.
        """
        if not self.is_running():
            return True
        try:
            before = self._main_thread()[0]
        except (OSError, IndexError, ValueError):
            return True
        self.typed = (self.typed + data)[-300:]
        end = time.monotonic() + patience
        rest = data
        while rest and time.monotonic() < end and self.is_running():
            try:
                rest = rest[os.write(self.master, rest):]
            except BlockingIOError:
                self.drain(0.001)
            except OSError:
                return True
        if len(data) == 1 and data.isalpha():
            # The program waits for a moment whether more letters come: then they are no keys but a text.
            self.drain(0.035)
        quiet = 0
        while quiet < 3 and time.monotonic() < end and self.is_running():
            self.drain(0.001)
            try:
                worked, waits = self._main_thread()
                quiet = quiet + 1 if waits and self.unread() == 0 else 0
            except (OSError, IndexError, ValueError):
                return True
        if not self.is_running():
            return True
        if data.endswith(b"\x1b"):
            # What comes at once behind it would be one key with it.
            self.drain(0.3)
        if is_key:
            self.keys += 1
            self.slowest = max(self.slowest, (worked - before, data[:60]))
        return quiet >= 3

    def memory(self):
        """The most memory it ever had, in MB."""
        try:
            with open(f"/proc/{self.pid}/status", encoding="ascii") as file:
                for line in file:
                    if line.startswith("VmHWM"):
                        return int(line.split()[1]) / 1024
        except OSError:
            pass
        return 0.0

    def rest(self, patience=20.0, reads=True):
        """Waits until the program has taken and worked off all that was typed."""
        end = time.monotonic() + patience
        quiet = 0
        while quiet < 3 and self.is_running() and time.monotonic() < end:
            if reads:
                self.drain(0.001)
            else:
                time.sleep(0.01)
            try:
                quiet = quiet + 1 if self.unread() == 0 and self._main_thread()[1] else 0
            except (OSError, IndexError, ValueError):
                return
        # What was begun and not ended, such as a paste, takes keys for its own for a moment.
        if reads:
            self.drain(0.3)
        else:
            time.sleep(0.3)

    def _queued(self):
        """Seconds in which its threads, or this program, wanted a processor and got none."""
        tasks = ["/proc/self"]
        try:
            tasks += [f"/proc/{self.pid}/task/{task}" for task in os.listdir(f"/proc/{self.pid}/task")]
        except OSError:
            return None
        queued = 0.0
        for task in tasks:
            try:
                with open(f"{task}/schedstat", encoding="ascii") as file:
                    queued += int(file.read().split()[1]) / 1e9
            except (OSError, IndexError, ValueError):
                continue
        return queued

    def end(self, how, seconds=10.0, reads=True):
        """Tells the program to end, by a signal or by keys, and waits for it.

        What it took is in `ending`: on a machine that is busy the seconds do not count in which it got no processor.
        Returns the exit code, or `None` if it goes on.
        """
        began = time.monotonic()
        first = last = self._queued() or 0.0
        if self.is_running():
            if isinstance(how, bytes):
                os.write(self.master, how)
            else:
                os.kill(self.pid, how)
        while self.is_running() and time.monotonic() < began + seconds:
            # Threads that are over are counted no more.
            last = max(last, self._queued() or 0.0)
            if reads:
                self.drain(0.01)
            else:
                time.sleep(0.01)
        self.ending = time.monotonic() - began - (last - first)
        return self.process.poll()

    def threads(self):
        """What each thread of the program is at, in words of the kernel."""
        told = []
        try:
            for task in os.listdir(f"/proc/{self.pid}/task"):
                place = f"/proc/{self.pid}/task/{task}"
                with open(f"{place}/stat", encoding="ascii") as stat, open(f"{place}/wchan", encoding="ascii") as wchan:
                    told.append(stat.read().rsplit(")", 1)[1].split()[0] + " " + wchan.read())
        except OSError:
            pass
        return told

    def is_put_back(self):
        """Whether the terminal has the modes it had before."""
        return termios.tcgetattr(self.slave)[:4] == self.modes[:4]

    def close(self):
        if self.is_running():
            self.end(signal.SIGKILL)
        self.errors.close()
        os.close(self.master)
        os.close(self.slave)

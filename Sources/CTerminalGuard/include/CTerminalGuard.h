#pragma once

#include <stddef.h>
#include <stdint.h>
#include <termios.h>

// What the terminal needs from C: handlers that run inside a signal, and calls that Swift cannot
// make. State lives here because a Swift signal handler may neither allocate nor take a lock.

/// Signals that came in since they were last taken.
enum {
  CTG_RESIZED = 1,    // SIGWINCH
  CTG_INTERRUPTED = 2, // SIGINT, SIGTERM, SIGHUP
  CTG_STOP_ASKED = 4, // SIGTSTP
  CTG_CONTINUED = 8   // SIGCONT
};

/// Remembers the terminal and its modes, and puts it back if the program crashes or exits.
///
/// Handlers for fatal signals go in front of those that are there, the Swift runtime's among them;
/// these still run after the terminal is back. Without `modes` only the restore string is written.
/// What is written to standard error in the meantime is held back until the terminal is given
/// back, if standard error is a terminal: else a message would paint over the screen and be lost.
void ctg_claim(int fd, const struct termios *modes);

/// Ends what `ctg_claim` began: takes the handlers away and writes what was held back.
/// The terminal's own state is for the caller to put back.
void ctg_release(void);

/// Makes a pipe that never blocks and is not inherited; fds[0] is for reading. 0, or -1 and errno.
int ctg_pipe(int fds[2]);

/// Makes a file that is only in memory and not inherited. Its file descriptor, or -1 and errno.
int ctg_memory_file(void);

/// Starts to catch the signals above; each also writes a byte to the file descriptor.
///
/// A signal that was ignored (nohup) stays ignored. Calling again only puts the handlers back.
void ctg_watch_signals(int wake_fd);

/// Puts the former signal handlers back.
void ctg_unwatch_signals(void);

/// Returns the signals that came in since the last call, and forgets them.
unsigned ctg_take_signals(void);

/// Returns the signals that came in since they were last taken, and leaves them.
unsigned ctg_signals(void);

/// Stops the process group as Ctrl-Z does and returns when it is continued.
///
/// Returns within a quarter of a second if nothing can continue it (an orphaned group).
void ctg_stop_group(void);

/// The size of the terminal; 0, or -1 if it cannot be had or is empty.
int ctg_size(int fd, int *columns, int *rows);

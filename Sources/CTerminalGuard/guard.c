#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Paste and focus reports off, attributes off, cursor on, keypad off, alternate screen off, the
// window title back.
// A fixed string: looking terminfo up is not safe in a signal handler.
static const char restore_string[] =
    "\033[?2004l\033[?1004l\033[0m\033[?25h\033[?1l\033>\033[?1049l\033[23;0;0t\r";

// All that end a program and that nothing else here answers; SIGKILL cannot be answered.
static const int fatal_signals[] = {SIGILL,  SIGTRAP, SIGABRT, SIGSEGV,   SIGBUS,
                                    SIGFPE,  SIGSYS,  SIGQUIT, SIGXCPU,   SIGUSR1,
                                    SIGUSR2, SIGALRM, SIGPROF, SIGVTALRM,
#ifdef __linux__
                                    SIGIO,   SIGPWR,  SIGSTKFLT,
#endif
};
enum { fatal_count = sizeof fatal_signals / sizeof fatal_signals[0] };
enum { held_back_limit = 65536 };

static int claimed; // accessed atomically
static int screen_fd = -1;
static int has_modes;
static struct termios former_modes;
static struct sigaction former_actions[fatal_count];
static pid_t owner;
static int error_fd = -1; // the real standard error while it is held back
static int held_fd = -1;  // where it goes meanwhile
static char alternate_stack[65536];

static void write_all(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    // A stopped or hung terminal must not hold up a dying process for ever.
    struct pollfd ready = {.fd = fd, .events = POLLOUT};
    if (poll(&ready, 1, 300) == 0) return;
    ssize_t written = write(fd, bytes, count);
    if (written < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void let_errors_through(void) {
  if (error_fd < 0) return;
  dup2(error_fd, STDERR_FILENO);
  off_t end = lseek(held_fd, 0, SEEK_END);
  off_t from = end > held_back_limit ? end - held_back_limit : 0;
  char buffer[1024];
  for (;;) {
    ssize_t count = pread(held_fd, buffer, sizeof buffer, from);
    if (count <= 0) break;
    write_all(error_fd, buffer, (size_t)count);
    from += count;
  }
  close(error_fd);
  close(held_fd);
  error_fd = held_fd = -1;
}

int ctg_memory_file(void) {
#ifdef __linux__
  return memfd_create("werkplaats", MFD_CLOEXEC);
#else
  char path[] = "/tmp/werkplaats-XXXXXX";
  int fd = mkstemp(path);
  if (fd >= 0) {
    unlink(path);
    fcntl(fd, F_SETFD, FD_CLOEXEC);
  }
  return fd;
#endif
}

static void hold_errors_back(void) {
  if (error_fd >= 0 || !isatty(STDERR_FILENO)) return;
  held_fd = ctg_memory_file();
  if (held_fd < 0) return;
  fcntl(held_fd, F_SETFL, fcntl(held_fd, F_GETFL) | O_APPEND);
  error_fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (error_fd < 0 || dup2(held_fd, STDERR_FILENO) < 0) {
    if (error_fd >= 0) close(error_fd);
    close(held_fd);
    error_fd = held_fd = -1;
  }
}

// Only calls that are safe in a signal handler.
static void restore(void) {
  if (!__atomic_exchange_n(&claimed, 0, __ATOMIC_SEQ_CST) || getpid() != owner) return;
  write_all(screen_fd, restore_string, sizeof restore_string - 1);
  if (has_modes) {
    // In the background, changing modes would stop the process here.
    sigset_t background, former;
    sigemptyset(&background);
    sigaddset(&background, SIGTTOU);
    sigprocmask(SIG_BLOCK, &background, &former);
    // The rest of a paste must not reach the shell.
    tcflush(screen_fd, TCIFLUSH);
    tcsetattr(screen_fd, TCSANOW, &former_modes);
    sigprocmask(SIG_SETMASK, &former, NULL);
  }
  let_errors_through();
}

static void reinstate(void) {
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &former_actions[i], NULL);
}

// The runtime's handler, which prints where it happened, takes it for a fault and returns; ends then.
static void resend(int signal) {
  sigset_t only, former;
  sigemptyset(&only);
  sigaddset(&only, signal);
  pthread_sigmask(SIG_UNBLOCK, &only, &former);
  raise(signal);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(signal, &action, NULL);
  raise(signal);
  pthread_sigmask(SIG_SETMASK, &former, NULL);
}

static void on_fatal_signal(int signal, siginfo_t *info, void *context) {
  (void)context;
  int former_errno = errno;
  restore();
  reinstate();
  // A fault happens again on return and meets the former handler; what was sent must be resent.
  if (info == NULL || info->si_code <= 0) resend(signal);
  errno = former_errno;
}

void ctg_claim(int fd, const struct termios *modes) {
  static int at_exit_is_set;
  if (__atomic_load_n(&claimed, __ATOMIC_SEQ_CST)) return;
  screen_fd = fd;
  has_modes = modes != NULL;
  if (modes != NULL) former_modes = *modes;
  owner = getpid();
  hold_errors_back();

  // A stack overflow can only be handled on another stack; the runtime may have made one.
  stack_t stack;
  if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
    stack = (stack_t){.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fatal_signal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) {
    sigaction(fatal_signals[i], NULL, &former_actions[i]);
    // What is ignored does not end the program, so the screen stays.
    if (former_actions[i].sa_handler == SIG_IGN) continue;
    sigaction(fatal_signals[i], &action, NULL);
  }
  __atomic_store_n(&claimed, 1, __ATOMIC_SEQ_CST);
  if (!at_exit_is_set) at_exit_is_set = atexit(restore) == 0;
}

void ctg_release(void) {
  if (!__atomic_exchange_n(&claimed, 0, __ATOMIC_SEQ_CST)) return;
  reinstate();
  let_errors_through();
}

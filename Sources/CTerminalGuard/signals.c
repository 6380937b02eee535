#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const struct {
  int signal;
  unsigned bit;
} watched[] = {
    {SIGWINCH, CTG_RESIZED},    {SIGINT, CTG_INTERRUPTED},  {SIGTERM, CTG_INTERRUPTED},
    {SIGHUP, CTG_INTERRUPTED},  {SIGTSTP, CTG_STOP_ASKED},  {SIGCONT, CTG_CONTINUED},
};
enum { watched_count = sizeof watched / sizeof watched[0] };

static unsigned pending;
static int wake_fd = -1;
static int is_watching;
static struct sigaction former[watched_count];
static struct sigaction former_pipe;

static void on_signal(int signal) {
  int former_errno = errno;
  for (int i = 0; i < watched_count; i++) {
    if (watched[i].signal == signal) {
      __atomic_fetch_or(&pending, watched[i].bit, __ATOMIC_SEQ_CST);
    }
  }
  int fd = __atomic_load_n(&wake_fd, __ATOMIC_SEQ_CST);
  if (fd >= 0) {
    // A full pipe wakes just as well.
    ssize_t ignored = write(fd, "s", 1);
    (void)ignored;
  }
  errno = former_errno;
}

// Writing to what is gone is an error, not the end. Unlike ignoring it, this is not inherited.
static void on_pipe(int signal) { (void)signal; }

static void install(int index) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  if (former[index].sa_handler == SIG_IGN) return;
  sigaction(watched[index].signal, &action, NULL);
}

void ctg_watch_signals(int fd) {
  __atomic_store_n(&wake_fd, fd, __ATOMIC_SEQ_CST);
  int is_first = !is_watching;
  if (is_first) {
    for (int i = 0; i < watched_count; i++) sigaction(watched[i].signal, NULL, &former[i]);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_pipe;
    action.sa_flags = SA_RESTART;
    sigaction(SIGPIPE, &action, &former_pipe);
    __atomic_store_n(&pending, 0, __ATOMIC_SEQ_CST);
    is_watching = 1;
  }
  for (int i = 0; i < watched_count; i++) install(i);
  if (is_first) {
    // Whoever started the program may have blocked them; then nothing could end it from outside.
    // Only now that they are caught: one that waits would end the program at once.
    sigset_t ours;
    sigemptyset(&ours);
    for (int i = 0; i < watched_count; i++) sigaddset(&ours, watched[i].signal);
    pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
  }
}

void ctg_unwatch_signals(void) {
  if (!is_watching) return;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i].signal, &former[i], NULL);
  sigaction(SIGPIPE, &former_pipe, NULL);
  __atomic_store_n(&wake_fd, -1, __ATOMIC_SEQ_CST);
  is_watching = 0;
}

unsigned ctg_take_signals(void) { return __atomic_exchange_n(&pending, 0, __ATOMIC_SEQ_CST); }

unsigned ctg_signals(void) { return __atomic_load_n(&pending, __ATOMIC_SEQ_CST); }

void ctg_stop_group(void) {
  struct sigaction standard, current;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &current);
  __atomic_fetch_and(&pending, ~(unsigned)CTG_CONTINUED, __ATOMIC_SEQ_CST);
  kill(0, SIGTSTP);
  // Another thread may take the signal, and then the stop comes a moment after the call.
  for (int i = 0; i < 25; i++) {
    if (__atomic_load_n(&pending, __ATOMIC_SEQ_CST) & CTG_CONTINUED) break;
    poll(NULL, 0, 10);
  }
  __atomic_fetch_and(&pending, ~(unsigned)CTG_CONTINUED, __ATOMIC_SEQ_CST);
  sigaction(SIGTSTP, &current, NULL);
}

int ctg_pipe(int fds[2]) {
  if (pipe(fds) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(fds[i], F_SETFD, FD_CLOEXEC);
    fcntl(fds[i], F_SETFL, fcntl(fds[i], F_GETFL) | O_NONBLOCK);
  }
  return 0;
}

int ctg_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

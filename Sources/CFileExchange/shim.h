#ifndef C_FILE_EXCHANGE_H
#define C_FILE_EXCHANGE_H

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Glibc declares renameat2 and its flags only under _GNU_SOURCE, which the Glibc module of Swift does
// not set, and syscall() is variadic, which Swift cannot call. Source: renameat2(2), linux/fs.h.

/// Exchanges two files in one step; both must exist. Returns 0, or -1 with errno set.
static inline int cfe_exchange(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2u);
}

/// Renames a file unless something has the new name already. Returns 0, or -1 with errno set.
static inline int cfe_rename_if_absent(const char *from, const char *to) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 1u);
}

#endif

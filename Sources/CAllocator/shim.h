#ifndef C_ALLOCATOR_H
#define C_ALLOCATOR_H

// mallopt of glibc stands in malloc.h, which Swift's Glibc module leaves out. Source: mallopt(3).

#ifdef __linux__
#include <malloc.h>
#endif

/// Gives buffers of this many bytes and more back to the system when they are freed; returns 0 where
/// that cannot be asked for.
static inline int ca_give_back_from(int bytes) {
#ifdef M_MMAP_THRESHOLD
  return mallopt(M_MMAP_THRESHOLD, bytes);
#else
  (void)bytes;
  return 0;
#endif
}

#endif

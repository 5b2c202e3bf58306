#include "storage.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void cvector_keep_memory(void) {
#if defined(__GLIBC__)
  // The largest that glibc allows; arrays above it have pages of their own.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

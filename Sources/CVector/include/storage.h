// How the allocator treats the memory of large arrays.
#ifndef CVECTOR_STORAGE_H
#define CVECTOR_STORAGE_H

/// Keeps the memory of freed arrays for the next ones, up to a quarter of a gigabyte.
void cvector_keep_memory(void);

#endif

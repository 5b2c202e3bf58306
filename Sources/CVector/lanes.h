// How functions are compiled that work on several numbers at a time.
//
// Each is compiled for AVX2 and for any x86-64, and the loader takes the one that runs. Both do the same
// operations in the same order: a number does not depend on the machine.
#ifndef CVECTOR_LANES_H
#define CVECTOR_LANES_H

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#define WIDE __attribute__((target_clones("avx2", "default")))
#else
#define WIDE
#endif
#define INLINE static inline __attribute__((always_inline))
#define LANES 16

typedef float floats __attribute__((ext_vector_type(LANES)));
typedef double doubles __attribute__((ext_vector_type(LANES)));

#endif

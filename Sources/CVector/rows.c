#include "rows.h"

#include "lanes.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

typedef uint32_t float_bits __attribute__((ext_vector_type(LANES)));
typedef int32_t float_places __attribute__((ext_vector_type(LANES)));
typedef uint64_t double_bits __attribute__((ext_vector_type(LANES)));
typedef int64_t double_places __attribute__((ext_vector_type(LANES)));

// Cody and Waite's reduction: e^x = 2^n e^r with |r| ≤ ln 2 / 2, and a polynomial for e^r, without a
// branch. Adding 1.5 · 2^23 (2^52 for doubles) rounds to a whole number, which then stands in the
// lowest bits; shifted to where the exponent is, it is 2^n. That is taken too large at first, so
// that results below the normal numbers are rounded once, as in the C library.
//
// A nearly minimax polynomial of degree 6, off by 3e-9, in Estrin's order.
INLINE void exponential_float(floats *value) {
  floats x = *value < -110 ? (floats)-110 : *value;
  const float magic = 12582912;
  floats shifted = x * 1.44269504f + magic;
  floats n = shifted - magic;
  floats r = (x - n * 0.693359375f) + n * 2.1219444e-4f;
  floats square = r * r;
  floats low = r * 1.6666521e-1f + 4.99999934e-1f;
  floats high = (r * 8.36874525e-3f + 4.16683908e-2f) + square * 1.381454e-3f;
  floats p = ((high * square + low) * square + r) + 1;
  float_bits power = ((float_bits)shifted << 23) + ((127u + 64) << 23);
  *value = p * (floats)power * 0x1p-64f;
}

// The same, of degree 11, off by 2e-17.
INLINE void exponential_double(doubles *value) {
  doubles x = *value < -750 ? (doubles)-750 : *value;
  const double magic = 6755399441055744;
  doubles shifted = x * 1.4426950408889634 + magic;
  doubles n = shifted - magic;
  doubles r = (x - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10;
  doubles square = r * r, fourth = square * square;
  doubles low = (r * 1.6666666666666669e-1 + 5.000000000000001e-1)
    + (r * 8.333333333330039e-3 + 4.1666666666623824e-2) * square;
  doubles high = (r * 1.9841269863171557e-4 + 1.3888888917367081e-3)
    + (r * 2.7557268276905696e-6 + 2.4801521057868204e-5) * square;
  doubles top = r * 2.5100472505694996e-8 + 2.7620201591031547e-7;
  doubles q = (top * fourth + high) * fourth + low;
  doubles p = (q * square + r) + 1;
  double_bits power = ((double_bits)shifted << 52) + ((1023ull + 512) << 52);
  *value = p * (doubles)power * 0x1p-512;
}

WIDE float cvector_exponentials_float(const float *row, float m, float *result, size_t count) {
  floats sum = 0, x;
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    memcpy(&x, row + i, sizeof x);
    x -= m;
    exponential_float(&x);
    sum += x;
    memcpy(result + i, &x, sizeof x);
  }
  if (i < count && i > 0) {
    // The last numbers once more, together with the rest; only the rest is added.
    memcpy(&x, row + count - LANES, sizeof x);
    x -= m;
    exponential_float(&x);
    memcpy(result + count - LANES, &x, sizeof x);
    float_places place = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    sum += place + (float_places)(count - i) >= LANES ? x : (floats)0;
  } else if (i < count) {
    x = -INFINITY;
    memcpy(&x, row, count * sizeof(float));
    x -= m;
    exponential_float(&x);
    sum += x;
    memcpy(result, &x, count * sizeof(float));
  }
  for (int half = LANES / 2; half > 0; half /= 2)
    for (int k = 0; k < half; k++) sum[k] += sum[k + half];
  return sum[0];
}

WIDE double cvector_exponentials_double(const double *row, double m, double *result, size_t count) {
  doubles sum = 0, x;
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    memcpy(&x, row + i, sizeof x);
    x -= m;
    exponential_double(&x);
    sum += x;
    memcpy(result + i, &x, sizeof x);
  }
  if (i < count && i > 0) {
    // The last numbers once more, together with the rest; only the rest is added.
    memcpy(&x, row + count - LANES, sizeof x);
    x -= m;
    exponential_double(&x);
    memcpy(result + count - LANES, &x, sizeof x);
    double_places place = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    sum += place + (double_places)(count - i) >= LANES ? x : (doubles)0;
  } else if (i < count) {
    x = -INFINITY;
    memcpy(&x, row, count * sizeof(double));
    x -= m;
    exponential_double(&x);
    sum += x;
    memcpy(result, &x, count * sizeof(double));
  }
  for (int half = LANES / 2; half > 0; half /= 2)
    for (int k = 0; k < half; k++) sum[k] += sum[k + half];
  return sum[0];
}

WIDE float cvector_largest_float(const float *row, size_t count) {
  floats tops = -INFINITY, x;
  float_places are_nan = 0;
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    memcpy(&x, row + i, sizeof x);
    tops = x > tops ? x : tops;
    are_nan |= x != x;
  }
  float top = -INFINITY;
  for (; i < count; i++) top = row[i] > top || row[i] != row[i] ? row[i] : top;
  for (int k = 0; k < LANES; k++) {
    top = tops[k] > top ? tops[k] : top;
    if (are_nan[k]) top = NAN;
  }
  return top;
}

WIDE double cvector_largest_double(const double *row, size_t count) {
  doubles tops = -INFINITY, x;
  double_places are_nan = 0;
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    memcpy(&x, row + i, sizeof x);
    tops = x > tops ? x : tops;
    are_nan |= x != x;
  }
  double top = -INFINITY;
  for (; i < count; i++) top = row[i] > top || row[i] != row[i] ? row[i] : top;
  for (int k = 0; k < LANES; k++) {
    top = tops[k] > top ? tops[k] : top;
    if (are_nan[k]) top = NAN;
  }
  return top;
}

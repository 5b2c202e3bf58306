// What is done with a row of numbers: on as many of them at a time as the processor takes.
#ifndef CVECTOR_ROWS_H
#define CVECTOR_ROWS_H

#include <stddef.h>

/// The largest number of a row; a nan anywhere wins, and a row of none gives −∞.
float cvector_largest_float(const float *row, size_t count);
double cvector_largest_double(const double *row, size_t count);

/// Writes e^(x − m) for each x of a row, where no x is above m, and gives their sum.
///
/// Each is right to the last bit or the one before. The result must not overlap the row.
float cvector_exponentials_float(const float *row, float m, float *result, size_t count);
double cvector_exponentials_double(const double *row, double m, double *result, size_t count);

#endif

// Products of matrices, on as many numbers at a time as the processor takes.
#ifndef CVECTOR_PRODUCTS_H
#define CVECTOR_PRODUCTS_H

#include <stddef.h>

/// Writes C = A B for A (rows, length) and B (length, columns); C lies row by row.
///
/// Neighbours down a column of A lie `a_row` apart, along a row `a_column`; the same for B. So a
/// matrix can be read as its transpose. Each number of C is added up from the first product to the last.
void cvector_product_float(
  const float *a, size_t a_row, size_t a_column, const float *b, size_t b_row, size_t b_column,
  float *c, size_t rows, size_t length, size_t columns);
void cvector_product_double(
  const double *a, size_t a_row, size_t a_column, const double *b, size_t b_row, size_t b_column,
  double *c, size_t rows, size_t length, size_t columns);

#endif

#include "products.h"

#include "lanes.h"

#include <string.h>

// How many rows of B are laid out side by side at a time.
#define DEPTH 128

INLINE void store_float(float *c, const floats *value, size_t width) {
  if (width == LANES) memcpy(c, value, sizeof *value);
  else memcpy(c, value, width * sizeof(float));
}

// Sixteen columns of B, row by row; where there are fewer, zeros fill the rows up.
INLINE void lay_float(
  const float *b, size_t b_row, size_t b_column, floats *panel, size_t depth, size_t width) {
  if (b_column == 1 && width == LANES) {
    for (size_t l = 0; l < depth; l++) memcpy(&panel[l], b + l * b_row, sizeof *panel);
    return;
  }
  float *numbers = (float *)panel;
  if (width < LANES) memset(panel, 0, depth * sizeof *panel);
  for (size_t n = 0; n < width; n++)
    for (size_t l = 0; l < depth; l++) numbers[l * LANES + n] = b[l * b_row + n * b_column];
}

// Four rows of C, sixteen columns of it: they stay in registers while a panel of B goes by.
INLINE void tile_float(
  const float *a, size_t a_row, size_t a_column, const floats *panel, size_t depth, float *c, size_t columns,
  size_t width, int isFirst) {
  floats sum[4] = {0, 0, 0, 0};
  if (!isFirst)
    for (int i = 0; i < 4; i++) memcpy(&sum[i], c + i * columns, width * sizeof(float));
  for (size_t k = 0; k < depth; k++) {
    const float *column = a + k * a_column;
    sum[0] += column[0] * panel[k];
    sum[1] += column[a_row] * panel[k];
    sum[2] += column[2 * a_row] * panel[k];
    sum[3] += column[3 * a_row] * panel[k];
  }
  for (int i = 0; i < 4; i++) store_float(c + i * columns, &sum[i], width);
}

INLINE void row_float(
  const float *a, size_t a_column, const floats *panel, size_t depth, float *c, size_t width, int isFirst) {
  floats sum = 0;
  if (!isFirst) memcpy(&sum, c, width * sizeof(float));
  for (size_t k = 0; k < depth; k++) sum += a[k * a_column] * panel[k];
  store_float(c, &sum, width);
}

WIDE void cvector_product_float(
  const float *a, size_t a_row, size_t a_column, const float *b, size_t b_row, size_t b_column, float *c,
  size_t rows, size_t length, size_t columns) {
  floats panel[DEPTH];
  for (size_t k = 0; k < length; k += DEPTH) {
    size_t depth = length - k < DEPTH ? length - k : DEPTH;
    for (size_t j = 0; j < columns; j += LANES) {
      size_t width = columns - j < LANES ? columns - j : LANES;
      lay_float(b + k * b_row + j * b_column, b_row, b_column, panel, depth, width);
      const float *left = a + k * a_column;
      size_t i = 0;
      for (; i + 4 <= rows; i += 4)
        tile_float(
          left + i * a_row, a_row, a_column, panel, depth, c + i * columns + j, columns, width,
          k == 0);
      for (; i < rows; i++)
        row_float(left + i * a_row, a_column, panel, depth, c + i * columns + j, width, k == 0);
    }
  }
}

INLINE void store_double(double *c, const doubles *value, size_t width) {
  if (width == LANES) memcpy(c, value, sizeof *value);
  else memcpy(c, value, width * sizeof(double));
}

// Sixteen columns of B, row by row; where there are fewer, zeros fill the rows up.
INLINE void lay_double(
  const double *b, size_t b_row, size_t b_column, doubles *panel, size_t depth, size_t width) {
  if (b_column == 1 && width == LANES) {
    for (size_t l = 0; l < depth; l++) memcpy(&panel[l], b + l * b_row, sizeof *panel);
    return;
  }
  double *numbers = (double *)panel;
  if (width < LANES) memset(panel, 0, depth * sizeof *panel);
  for (size_t n = 0; n < width; n++)
    for (size_t l = 0; l < depth; l++) numbers[l * LANES + n] = b[l * b_row + n * b_column];
}

// Four rows of C, sixteen columns of it: they stay in registers while a panel of B goes by.
INLINE void tile_double(
  const double *a, size_t a_row, size_t a_column, const doubles *panel, size_t depth, double *c, size_t columns,
  size_t width, int isFirst) {
  doubles sum[4] = {0, 0, 0, 0};
  if (!isFirst)
    for (int i = 0; i < 4; i++) memcpy(&sum[i], c + i * columns, width * sizeof(double));
  for (size_t k = 0; k < depth; k++) {
    const double *column = a + k * a_column;
    sum[0] += column[0] * panel[k];
    sum[1] += column[a_row] * panel[k];
    sum[2] += column[2 * a_row] * panel[k];
    sum[3] += column[3 * a_row] * panel[k];
  }
  for (int i = 0; i < 4; i++) store_double(c + i * columns, &sum[i], width);
}

INLINE void row_double(
  const double *a, size_t a_column, const doubles *panel, size_t depth, double *c, size_t width, int isFirst) {
  doubles sum = 0;
  if (!isFirst) memcpy(&sum, c, width * sizeof(double));
  for (size_t k = 0; k < depth; k++) sum += a[k * a_column] * panel[k];
  store_double(c, &sum, width);
}

WIDE void cvector_product_double(
  const double *a, size_t a_row, size_t a_column, const double *b, size_t b_row, size_t b_column, double *c,
  size_t rows, size_t length, size_t columns) {
  doubles panel[DEPTH];
  for (size_t k = 0; k < length; k += DEPTH) {
    size_t depth = length - k < DEPTH ? length - k : DEPTH;
    for (size_t j = 0; j < columns; j += LANES) {
      size_t width = columns - j < LANES ? columns - j : LANES;
      lay_double(b + k * b_row + j * b_column, b_row, b_column, panel, depth, width);
      const double *left = a + k * a_column;
      size_t i = 0;
      for (; i + 4 <= rows; i += 4)
        tile_double(
          left + i * a_row, a_row, a_column, panel, depth, c + i * columns + j, columns, width,
          k == 0);
      for (; i < rows; i++)
        row_double(left + i * a_row, a_column, panel, depth, c + i * columns + j, width, k == 0);
    }
  }
}

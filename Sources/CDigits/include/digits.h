// Images of handwritten digits, 65 characters each: 64 pixels as the letters A (0) to Q (16), and the
// digit. digits.c says where they come from.
#ifndef NABLA_DIGITS_H
#define NABLA_DIGITS_H

enum { NABLA_DIGITS = 1797, NABLA_DIGIT_LENGTH = 65 };

const char *nabla_digits(void);

#endif

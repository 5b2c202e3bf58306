#ifndef NABLA_CNCURSES_H
#define NABLA_CNCURSES_H

#endif

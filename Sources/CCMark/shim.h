// cmark-gfm reads the Markdown of a lesson; its extensions read tables.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#pragma once

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

// GObject's own is a macro over a cast that Swift does not see.
static inline void crsvg_free(RsvgHandle *handle) {
    g_object_unref(handle);
}

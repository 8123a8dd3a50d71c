// What GMime makes, owned: its objects are counted references. Whoever uses GMime calls begin_mime() first; it may be
// called from any thread, any number of times. Objects belong to one thread at a time.
#pragma once

#include <gmime/gmime.h>

#include <memory>

namespace mognad {

struct MimeUnref {
  void operator()(gpointer object) const { g_object_unref(object); }
};

/// The one reference that the caller has got.
template <class Object>
using MimeOwned = std::unique_ptr<Object, MimeUnref>;

/// GMime's tables are made once for the program; they stay until it ends.
inline void begin_mime() { [[maybe_unused]] static const bool begun = (g_mime_init(), true); }

}  // namespace mognad

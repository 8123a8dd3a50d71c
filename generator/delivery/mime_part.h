// The parts of a message: a text as quoted-printable, a file as base64 (RFC 2045, 6.7 and 6.8). Whatever the bytes are,
// the lines of a part are short and none can be taken for a boundary, a command of SMTP or the start of another
// message. Threads may call these at the same time; begin_mime() comes first.
#pragma once

#include <string>

#include "delivery/mime_object.h"

namespace mognad {

/// text/<subtype> in UTF-8. `utf8` has lines that end with \n.
MimeOwned<GMimePart> make_text_part(const char* subtype, const std::string& utf8);

/// An attachment with its name (RFC 2183, RFC 2231). `mime_type` has been checked: "application/pdf". `bytes` must
/// outlive the part, which borrows them.
MimeOwned<GMimePart> make_file_part(const std::string& mime_type, const std::string& name, const std::string& bytes);

}  // namespace mognad

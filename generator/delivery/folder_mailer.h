// Messages into a folder, a file each: for who sends them with another program, and for simulated surveys.
#pragma once

#include <memory>

#include "delivery/mailer.h"
#include "files/files.h"

namespace mognad {

/// Writes `<key>.eml`, with X-Envelope-From and X-Envelope-To, whole or not at all. A full disk is `hindered`.
std::unique_ptr<Mailer> make_folder_mailer(std::string folder, Files& files);

}  // namespace mognad

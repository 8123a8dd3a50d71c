#include "delivery/folder_mailer.h"

namespace mognad {

std::unique_ptr<Mailer> make_folder_mailer(std::string, Files&) { return nullptr; }

}  // namespace mognad

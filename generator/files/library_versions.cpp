#include "files/library_versions.h"

#include <openssl/crypto.h>
#include <sodium/version.h>

namespace mognad {

LibraryVersions versions_of_hashing() {
  return {{"libsodium", sodium_version_string()}, {"OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING)}};
}

}  // namespace mognad

#include "verification/told_identity.h"

#include <utility>

#include "verification/identity_data.h"

namespace mognad::verification {
namespace {

constexpr std::string_view kFigureDocument = "figure";

constexpr std::string_view kIdentityNamespace = "https://mognad.example/ns/identity/1/";

}  // namespace

ToldIdentity::ToldIdentity(const Document& file) {
  if (const Object* metadata = file.stream(file.catalog["Metadata"])) xmp = read_xmp(metadata->data);
  if (const Dictionary* info = file.get(file.trailer, "Info").dictionary())
    if (const String* text = file.get(*info, "Title").string()) title = text_of(*text);
  if (const String* text = file.get(file.catalog, "Lang").string()) language = text_of(*text);
  if (const AttachedFile json = attached_file(file, "data.json"); json.stream && own("organisationCode").empty()) {
    ReadData read = read_data(json.stream->data, {});
    document = std::move(read.metadata["document"]);
    figure = std::move(read.metadata["figure"]);
  }
}

std::string ToldIdentity::own(std::string_view name) const { return std::string(xmp.value(kIdentityNamespace, name)); }

Manifest manifest_of(const ToldIdentity& told, std::string_view path) {
  Manifest manifest;
  KnownFile file;
  file.path = path;
  file.organisation = told.own("organisationCode");
  file.language = main_language(told.language);
  file.group = told.own("organisationName");
  // What is of several organisations has no code.
  if (file.organisation.empty()) file.kind = told.document.empty() ? KnownFile::Kind::group : KnownFile::Kind::national;
  file.figure = told.document == kFigureDocument ? told.figure : "";
  if (!file.organisation.empty()) manifest.organisations.push_back({file.organisation, file.group});
  manifest.files.push_back(std::move(file));
  return manifest;
}

std::string main_language(std::string_view tag) {
  std::string language(tag.substr(0, tag.find('-')));
  for (char& c : language)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return language;
}

}  // namespace mognad::verification

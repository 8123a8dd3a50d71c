#include "verification/identity.h"

#include <fmt/format.h>

#include <algorithm>

#include "files/output_names.h"
#include "verification/page_text.h"
#include "verification/rules.h"
#include "verification/spoken_text.h"
#include "verification/xmp.h"

namespace mognad::verification {
namespace {

constexpr Rule kRules[] = {
    {"M-identity-1", "XMP, organisationCode", "The metadata have the code of the organisation that the file is for",
     "render again; a file under another organisation's name must not be sent"},
    {"M-identity-2", "XMP, organisationName", "The metadata have the formal name of the organisation or the group",
     "render again; a file under another organisation's name must not be sent"},
    {"M-identity-3", "Info, Title", "The title names the organisation or the group", "render again"},
    {"M-identity-4", "XMP, dc:title", "The title in the metadata names it too", "render again"},
    {"M-identity-5", "first page", "The name of the organisation or the group stands on the first page",
     "render again; a file with another organisation's pages must not be sent"},
    {"M-identity-6", "file name", "The file's name is made of the code, the name and the language",
     "give the file the name that it was written with"},
    {"M-identity-7", "consent", "No other organisation is named unless its initiatives may be read by others",
     "find where the name comes from; a report names others only with their consent"},
    {"M-identity-8", "XMP, survey and year", "The metadata have the survey and the year of the manifest",
     "render again into an empty folder"},
    {"M-identity-9", "Catalog Lang, dc:language", "The language is that of the file's name and of the manifest",
     "render again"},
    {"M-identity-10", "XMP, inputsSha256", "The metadata have the hash of the inputs that the manifest says",
     "render again into an empty folder: the file is of another run"},
    {"M-identity-11", "XMP, program", "The metadata have the program that the manifest says",
     "render again into an empty folder: the file is of another run"},
};

constexpr std::string_view kIdentityNamespace = "https://mognad.example/ns/identity/1/";

std::string_view file_name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// "sv" of "sv-SE", in small letters.
std::string main_language(std::string_view tag) {
  std::string language(tag.substr(0, tag.find('-')));
  for (char& c : language)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return language;
}

/// What a file tells of itself.
struct Told {
  explicit Told(const Document& document) {
    if (const Object* metadata = document.stream(document.catalog["Metadata"])) xmp = read_xmp(metadata->data);
    if (const Dictionary* info = document.get(document.trailer, "Info").dictionary())
      if (const String* text = document.get(*info, "Title").string()) title = text_of(*text);
    if (const String* text = document.get(document.catalog, "Lang").string()) language = text_of(*text);
  }
  std::string own(std::string_view name) const { return std::string(xmp.value(kIdentityNamespace, name)); }

  Xmp xmp;
  std::string title;
  std::string language;
};

/// Of a file alone: what it tells of itself, as if a manifest said it.
Manifest manifest_of(const Told& told, std::string_view path) {
  Manifest manifest;
  KnownFile file;
  file.path = path;
  file.organisation = told.own("organisationCode");
  file.language = main_language(told.language);
  file.group = told.own("organisationName");
  // The report of a group has no code.
  if (file.organisation.empty()) file.kind = KnownFile::Kind::group;
  else manifest.organisations.push_back({file.organisation, file.group});
  manifest.files.push_back(std::move(file));
  return manifest;
}

class IdentityCheck {
 public:
  IdentityCheck(const ReadFile& file, const Told& told, const SurveyNames& names, const KnownFile& known,
                Findings& findings)
      : file_(file), told_(told), names_(names), known_(known), findings_(findings) {
    const KnownOrganisation* owner = names.manifest().organisation(known.organisation);
    name_ = known.kind == KnownFile::Kind::group ? known.group : owner ? owner->formal_name : std::string();
  }

  void metadata() {
    same("M-identity-1", "XMP", told_.own("organisationCode"), known_.organisation);
    const std::string name = told_.own("organisationName");
    if (name.empty() || name != name_) add("M-identity-2", "XMP", differing(name, name_));
  }

  void titles() {
    owned("M-identity-3", "Info", told_.title);
    owned("M-identity-4", "XMP", std::string(told_.xmp.value(kDublinCoreNamespace, "title")));
  }

  void first_page() {
    if (!names_.names_owner(page_text(file_, 0, Artifacts::left_out), known_))
      add("M-identity-5", on_page(0), fmt::format("\"{}\" does not stand there", name_));
  }

  void file_name(std::string_view path) {
    const std::string_view name = file_name_of(path);
    if (known_.kind == KnownFile::Kind::group) {
      if (!name.starts_with(slug(name_) + "-") || !name.ends_with(fmt::format(".{}.pdf", known_.language)))
        add("M-identity-6", "file name", differing(name, fmt::format("{}-….{}.pdf", slug(name_), known_.language)));
      return;
    }
    const std::string written = report_name(known_.organisation, name_, known_.language);
    if (name != file_name_of(written)) add("M-identity-6", "file name", differing(name, file_name_of(written)));
  }

  void languages() {
    const std::string wanted = main_language(known_.language);
    if (main_language(told_.language) != wanted)
      add("M-identity-9", "catalog", differing(told_.language, known_.language));
    const std::string_view described = told_.xmp.value(kDublinCoreNamespace, "language");
    if (main_language(described) != wanted) add("M-identity-9", "XMP", differing(described, known_.language));
  }

  void run() {
    const Manifest& manifest = names_.manifest();
    same("M-identity-8", "XMP, survey", told_.own("survey"), manifest.survey);
    same("M-identity-8", "XMP, year", told_.own("year"), std::to_string(manifest.year));
    same("M-identity-10", "XMP", told_.own("inputsSha256"), known_.inputs_sha256);
    same("M-identity-11", "XMP", told_.own("program"), manifest.program);
  }

  void other_names() {
    for (const SpokenText& spoken : spoken_texts(file_, told_.xmp))
      for (const std::string& name : names_.foreign_names(spoken.text, known_))
        add("M-identity-7", spoken.where, fmt::format("\"{}\" is named there", name));
  }

 private:
  void add(std::string_view id, std::string where, std::string found) {
    report(findings_, kIdentityRules, id, std::move(where), std::move(found));
  }

  static std::string differing(std::string_view found, std::string_view wanted) {
    return fmt::format("\"{}\", not \"{}\"", found, wanted);
  }

  void same(std::string_view id, const char* where, const std::string& found, const std::string& wanted) {
    if (found != wanted) add(id, where, differing(found, wanted));
  }

  void owned(std::string_view id, const char* where, const std::string& title) {
    if (!names_.names_owner(title, known_)) add(id, where, fmt::format("\"{}\" without \"{}\"", title, name_));
  }

  const ReadFile& file_;
  const Told& told_;
  const SurveyNames& names_;
  const KnownFile& known_;
  Findings& findings_;
  std::string name_;  // formal, or the group's
};

}  // namespace

const RuleGroup kIdentityRules{"identity", kRules, nullptr};

void check_identity(const ReadFile& file, std::string_view path, const Expected& expected, Findings& findings) {
  const Told told(file.document);
  if (expected.names && expected.file) {
    IdentityCheck check(file, told, *expected.names, *expected.file, findings);
    check.metadata();
    check.titles();
    check.first_page();
    check.file_name(path);
    check.languages();
    check.run();
    check.other_names();
    return;
  }
  const Manifest alone = manifest_of(told, path);
  const SurveyNames names(alone);
  IdentityCheck check(file, told, names, alone.files.front(), findings);
  check.metadata();
  check.titles();
  check.first_page();
  check.file_name(path);
  check.languages();
}

}  // namespace mognad::verification

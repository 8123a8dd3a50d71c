#include "verification/identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "files/output_names.h"
#include "verification/identity_data.h"
#include "verification/identity_names.h"
#include "verification/page_text.h"
#include "verification/rules.h"
#include "verification/spoken_text.h"
#include "verification/text_words.h"
#include "verification/told_identity.h"

namespace mognad::verification {
namespace {

constexpr Rule kIdentityList[] = {
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
    {"M-identity-7", "consent",
     "Another organisation is named only if it has agreed, and only in words marked as its name",
     "find where the name comes from; a report names others only with their consent"},
    {"M-identity-8", "XMP, survey and year", "The metadata have the survey and the year of the manifest",
     "render again into an empty folder"},
    {"M-identity-9", "Catalog Lang, dc:language", "The language is that of the file's name and of the manifest",
     "render again"},
    {"M-identity-10", "XMP, inputsSha256", "The metadata have the hash of the inputs that the manifest says",
     "render again into an empty folder: the file is of another run"},
    {"M-identity-11", "XMP, program", "The metadata have the program that the manifest says",
     "render again into an empty folder: the file is of another run"},
    {"M-identity-12", "ISO 32000-1, 14.7.5.4",
     "Words marked as the name of an organisation are its formal or short name",
     "render again; the figures beside another name must not be sent"},
    {"M-identity-13", "foot", "The foot of every page but the first has the organisation's or the group's name",
     "render again; a file with another organisation's pages must not be sent"},
    {"M-identity-14", "ISO 32000-1, 7.11.4; ISO 19005-3, 6.8",
     "data.csv and data.json are attached, once in AF of the catalogue and in EmbeddedFiles", "render again"},
    {"M-identity-15", "data.json", "The attached data are of the organisation, survey and run that the metadata say",
     "render again; a file with another organisation's figures must not be sent"},
    {"M-identity-16", "data.json, data.csv", "Both attached files have the same columns and values", "render again"},
    {"M-identity-17", "last page", "The hash of the inputs on the last page is that of the metadata", "render again"},
    {"M-identity-18", "XMP, replaces", "A report that replaces another is of a later edition than that",
     "give [correction] the edition that was sent, and the survey a higher one"},
};

/// -1: it is none.
int number_of(std::string_view text) {
  int number = -1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size() ? number : -1;
}

std::string_view file_name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

class IdentityCheck {
 public:
  IdentityCheck(const ReadFile& file, const ToldIdentity& told, const SurveyNames& names, const KnownFile& known,
                Findings& findings)
      : file_(file), told_(told), names_(names), known_(known), findings_(findings) {
    const KnownOrganisation* owner = names.manifest().organisation(known.organisation);
    name_ = known.is_of_several() ? known.group : owner ? owner->formal_name : std::string();
  }

  void metadata() {
    same("M-identity-1", "XMP", told_.own("organisationCode"), known_.organisation);
    const std::string name = told_.own("organisationName");
    if (name.empty() || name != name_) add("M-identity-2", "XMP", differing(name, name_));
  }

  void replaced() {
    if (const std::string replaces = told_.own("replaces"); !replaces.empty()) {
      const std::string edition = told_.own("edition");
      if (number_of(replaces) < 1 || number_of(replaces) >= number_of(edition))
        add("M-identity-18", "XMP", fmt::format("\"{}\" in edition \"{}\"", replaces, edition));
    }
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
    if (known_.kind == KnownFile::Kind::national) {
      const std::string written = known_.figure.empty() ? status_report_name(known_.language, "pdf")
                                                        : national_figure_name(known_.figure, known_.language, "pdf");
      if (name != file_name_of(written)) add("M-identity-6", "file name", differing(name, file_name_of(written)));
      return;
    }
    if (known_.kind == KnownFile::Kind::group && !known_.group_type.empty()) {
      const std::string written = group_report_name(known_.group_type, name_, known_.language);
      if (name != file_name_of(written)) add("M-identity-6", "file name", differing(name, file_name_of(written)));
      return;
    }
    // Without a manifest nothing tells of which type of organisation the group is.
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
    if (!told_.language.empty() && main_language(told_.language) != wanted)
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

  /// The publication says who took part, and its data is no organisation's: names are in it, but no result of theirs.
  bool may_name_all() const { return known_.kind == KnownFile::Kind::national && known_.figure.empty(); }

  /// A figure that stands alone on its page has no foot, no first page of a document and no place for a hash.
  bool is_single_figure() const { return !known_.figure.empty(); }

  void other_names() {
    HiddenMarks named;
    for (const NamedElement& element : named_elements(file_)) {
      const bool is_name = is_name_of(names_.manifest(), element.code, element.text);
      const std::string found = fmt::format("\"{}\", marked as {}", element.text, element.code);
      if (!is_name) add("M-identity-12", at_element(file_.tree, element.element), found);
      if (!may_name_all() && !names_.may_be_named(element.code, known_))
        add("M-identity-7", at_element(file_.tree, element.element), found);
      else if (is_name) named.insert(element.content.begin(), element.content.end());
    }
    if (may_name_all()) return;
    for (const SpokenText& spoken : spoken_texts(file_, told_.xmp, named)) {
      if (spoken.where == data_place_) continue;
      for (const std::string& name : names_.foreign_names(spoken.text, known_))
        add("M-identity-7", spoken.where, fmt::format("\"{}\" is named there", name));
    }
    for (const std::string& name : names_.foreign_names(data_text_, known_))
      add("M-identity-7", data_place_, fmt::format("\"{}\" is named there", name));
  }

  void feet() {
    const KnownOrganisation* owner = names_.manifest().organisation(known_.organisation);
    const std::string name = joined_words(name_), other = owner ? joined_words(owner->short_name) : std::string();
    for (std::size_t page = 1; page < file_.document.pages.size(); ++page)
      if (!foot_holds(page, name) && !foot_holds(page, other))
        add("M-identity-13", on_page(page), fmt::format("\"{}\" does not stand in its foot", name_));
  }

  void data() {
    const AttachedFile csv = attached_file(file_.document, "data.csv");
    const AttachedFile json = attached_file(file_.document, "data.json");
    if (!csv.fault.empty()) add("M-identity-14", "data.csv", csv.fault);
    if (!json.fault.empty()) add("M-identity-14", "data.json", json.fault);
    if (!json.stream) return;
    const ReadData read = read_data(json.stream->data, csv.stream ? csv.stream->data : std::string_view());
    if (!read.fault.empty()) return add("M-identity-15", "data.json", read.fault);
    static constexpr std::pair<const char*, const char*> kTold[] = {{"organisation", "organisationCode"},
                                                                    {"organisation_name", "organisationName"},
                                                                    {"survey", "survey"},
                                                                    {"year", "year"},
                                                                    {"edition", "edition"},
                                                                    {"replaces", "replaces"},
                                                                    {"program", "program"},
                                                                    {"inputs_sha256", "inputsSha256"}};
    for (const auto& [key, property] : kTold) {
      const auto found = read.metadata.find(key);
      const bool may_lack = key == std::string_view("replaces");
      const std::string value = found != read.metadata.end() ? found->second : may_lack ? "" : "nothing";
      if (value != told_.own(property))
        add("M-identity-15", fmt::format("data.json, {}", key), differing(value, told_.own(property)));
    }
    if (known_.kind == KnownFile::Kind::national && told_.figure != known_.figure)
      add("M-identity-15", "data.json, figure", differing(told_.figure, known_.figure));
    if (csv.stream && !read.difference.empty()) add("M-identity-16", "data.json", read.difference);
    // Of what is the same in both files one is enough to look for names in.
    if (!csv.stream || !read.difference.empty()) return;
    data_place_ = attachment_place(file_.document, *json.stream);
    data_text_ = read.other_text;
  }

  void printed_hash() {
    const std::size_t last = file_.document.pages.size() - 1;
    const std::string hash = told_.own("inputsSha256");
    std::string text = page_text(file_, last, Artifacts::left_out);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    if (hash.empty() || text.find(hash) == std::string::npos)
      add("M-identity-17", on_page(last), fmt::format("\"{}\" does not stand there", hash));
  }

 private:
  /// Whether the words stand among the artifacts of the page as text that is placed by itself; a font that lacks a
  /// letter divides them further. From the end, where the foot stands.
  bool foot_holds(std::size_t page, const std::string& words) const {
    if (words.empty() || page >= file_.contents.size()) return false;
    constexpr std::size_t kMostPieces = 8;
    const std::vector<ShownText>& shown = file_.contents[page].shown;
    std::vector<std::string> behind;  // the pieces that were read, the first on the page last
    std::string piece;
    for (std::size_t i = shown.size(); i-- > 0;) {
      if (!is_artifact(file_.contents[page], shown[i].mark)) continue;
      constexpr std::size_t kLongest = 4000;  // bytes: longer is no name, and would cost time
      if (piece.size() < kLongest) piece.insert(0, file_.fonts.text(shown[i].font, shown[i].codes));
      if (shown[i].continues && i > 0) continue;
      behind.push_back(joined_words(piece));
      piece.clear();
      std::string run;
      for (std::size_t k = 0; k < std::min(kMostPieces, behind.size()) && words.starts_with(run); ++k)
        if ((run += behind[behind.size() - 1 - k]) == words) return true;
    }
    return false;
  }

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
  const ToldIdentity& told_;
  const SurveyNames& names_;
  const KnownFile& known_;
  Findings& findings_;
  std::string data_place_;  // of data.json when it holds what data.csv holds
  std::string data_text_;   // and what else stands in it
  std::string name_;        // formal, or the group's
};

}  // namespace

const RuleGroup kIdentityRules{"identity", kIdentityList, nullptr};

void check_identity(const ReadFile& file, std::string_view path, const Expected& expected, Findings& findings) {
  // What can't be read tells nothing of itself.
  if (file.document.pages.empty() || file.document.catalog.entries().empty()) return;
  const ToldIdentity told(file.document);
  const bool alone = !expected.names || !expected.file;
  const Manifest told_manifest = alone ? manifest_of(told, path) : Manifest();
  const SurveyNames told_names(told_manifest);
  const SurveyNames& names = alone ? told_names : *expected.names;
  IdentityCheck check(file, told, names, alone ? told_manifest.files.front() : *expected.file, findings);
  check.metadata();
  check.replaced();
  check.titles();
  if (!check.is_single_figure()) check.first_page();
  // The language of a file by itself is known from the file alone.
  if (!alone || !told.language.empty()) {
    check.file_name(path);
    check.languages();
  }
  check.data();
  if (!check.is_single_figure()) check.printed_hash();
  if (alone) return;
  check.run();
  if (!check.is_single_figure()) check.feet();
  check.other_names();
}

}  // namespace mognad::verification

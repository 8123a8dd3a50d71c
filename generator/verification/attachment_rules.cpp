#include <algorithm>
#include <set>

#include "verification/date_spelling.h"
#include "verification/dictionary_walk.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kAttachmentList[] = {
    {"A3-6.8-1", "ISO 19005-3, 6.8; ISO 14289-1, 7.11; Matterhorn 21-001",
     "The specification of an embedded file has F and UF, which are names", "Write both"},
    {"A3-6.8-2", "ISO 19005-3, 6.8; Annex E", "AFRelationship says what an embedded file is to the document",
     "Write Source, Data, Alternative, Supplement or Unspecified"},
    {"A3-6.8-3", "ISO 19005-3, 6.8; ISO 32000-1, 7.9.3 and 14.13",
     "Every embedded file is associated with something by AF", "Write its specification into AF of the catalogue"},
    {"A3-6.8-4", "ISO 19005-3, 6.8; ISO 32000-1, Table 45", "Subtype of an embedded file is a MIME type",
     "Write one, application/octet-stream if it is not known"},
    {"A3-6.8-5", "ISO 19005-3, 6.8; ISO 32000-1, Table 46", "Params of an embedded file has the ModDate of the file",
     "Write Params with ModDate"},
    {"A3-6.8-6", "ISO 19005-3, Annex E; ISO 32000-1, Table 44",
     "AF is an array of specifications of files that are embedded", "Refer to such specifications"},
    {"M-attachment-1", "ISO 32000-1, Table 44 and 45",
     "EF has streams of type EmbeddedFile for F and UF, the same file", "Embed the file and refer to it from both"},
    {"M-attachment-2", "ISO 32000-1, Table 46", "Size in Params is the number of bytes of the file",
     "Write the size before compression"},
    {"M-attachment-3", "ISO 32000-1, 7.9.6 and 7.11.4",
     "EmbeddedFiles is a name tree, sorted, of specifications of embedded files", "Sort the names by their bytes"},
    {"M-attachment-4", "ISO 32000-1, Table 44; ISO 14289-1, 7.11, recommendation", "Desc says what an embedded file is",
     "Write Desc"},
    {"M-attachment-5", "ISO 32000-1, Table 44", "Type of a specification is Filespec", "Write Type Filespec"},
};

void tell_attachment(Findings& findings, std::string_view id, std::string where, std::string found) {
  report(findings, kAttachmentRules, id, std::move(where), std::move(found));
}

bool is_filled_string(const Value& value) { return value.string() && !value.string()->bytes.empty(); }

/// type/subtype in the characters of RFC 6838, 4.2.
bool is_mime_type(std::string_view text) {
  const auto is_part = [](std::string_view part) {
    return !part.empty() && part.size() <= 127 && std::all_of(part.begin(), part.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             std::string_view("!#$&-^_.+").find(c) != std::string_view::npos;
    });
  };
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && is_part(text.substr(0, slash)) && is_part(text.substr(slash + 1));
}

void check_stream(const Document& document, const Object& stream, const std::string& where, Findings& findings) {
  const Dictionary* dictionary = stream.value.dictionary();
  if (!dictionary) return;
  if (dictionary->has("Type") && document.get(*dictionary, "Type").name() != "EmbeddedFile")
    tell_attachment(findings, "M-attachment-1", where, "another Type than EmbeddedFile");
  const std::string_view type = document.get(*dictionary, "Subtype").name();
  if (!is_mime_type(type)) tell_attachment(findings, "A3-6.8-4", where, "Subtype \"" + std::string(type) + "\"");
  const Dictionary* params = document.get(*dictionary, "Params").dictionary();
  const String* date = params ? document.get(*params, "ModDate").string() : nullptr;
  if (!date || !seconds_of_pdf_date(date->bytes))
    tell_attachment(findings, "A3-6.8-5", where, date ? "ModDate " + date->bytes : "no ModDate");
  const long long size = params ? document.get(*params, "Size").integer_or(-1) : -1;
  if (size != static_cast<long long>(stream.data.size()))
    tell_attachment(findings, "M-attachment-2", where,
                    "Size " + std::to_string(size) + " of " + std::to_string(stream.data.size()) + " bytes");
}

void check_files(const Document& document, const Dictionary& specification, const std::string& where,
                 Findings& findings) {
  const Dictionary* files = document.get(specification, "EF").dictionary();
  if (!files) {
    tell_attachment(findings, "M-attachment-1", where, "an EF that is no dictionary");
    return;
  }
  const Object* file = document.stream((*files)["F"]);
  const Object* unicode = document.stream((*files)["UF"]);
  if (!file || !unicode) tell_attachment(findings, "M-attachment-1", where, file ? "no UF in EF" : "no F in EF");
  else if (file != unicode) tell_attachment(findings, "M-attachment-1", where, "F and UF are different files");
  if (file) check_stream(document, *file, where, findings);
  if (unicode && unicode != file) check_stream(document, *unicode, where, findings);
  // The names of systems that ISO 32000-1 has given up must not bring a file past the rules.
  for (const char* key : {"DOS", "Mac", "Unix"})
    if (files->has(key)) tell_attachment(findings, "M-attachment-1", where, key + std::string(" in EF"));
}

void check_specification(const Document& document, const Dictionary& specification, const std::string& where,
                         Findings& findings) {
  for (const char* key : {"F", "UF"})
    if (!is_filled_string(document.get(specification, key)))
      tell_attachment(findings, "A3-6.8-1", where, "no " + std::string(key));
  const std::string_view relationship = document.get(specification, "AFRelationship").name();
  static constexpr std::string_view kRelationships[] = {"Source", "Data", "Alternative", "Supplement", "Unspecified"};
  // Other names are allowed to those who have registered them; ours are these.
  if (std::find(std::begin(kRelationships), std::end(kRelationships), relationship) == std::end(kRelationships))
    tell_attachment(findings, "A3-6.8-2", where, "AFRelationship \"" + std::string(relationship) + "\"");
  if (!is_filled_string(document.get(specification, "Desc")))
    tell_attachment(findings, "M-attachment-4", where, "no Desc");
  const std::string_view type = document.get(specification, "Type").name();
  if (type != "Filespec") tell_attachment(findings, "M-attachment-5", where, "Type \"" + std::string(type) + "\"");
  check_files(document, specification, where, findings);
}

/// Numbers of the objects that an AF anywhere in the file refers to. AF is an array (ISO 19005-3, Annex E).
std::set<int> check_associations(const Document& document, Findings& findings) {
  std::set<int> associated;
  for_each_dictionary(document, [&](int object, const Dictionary& dictionary) {
    if (!dictionary.has("AF")) return;
    const Array* files = document.get(dictionary, "AF").array();
    if (!files) {
      tell_attachment(findings, "A3-6.8-6", at_object(object), "an AF that is no array");
      return;
    }
    for (const Value& file : *files) {
      const auto* reference = std::get_if<Reference>(&file);
      const Dictionary* specification = document.resolve(file).dictionary();
      if (reference && specification && specification->has("EF")) associated.insert(reference->number);
      else
        tell_attachment(findings, "A3-6.8-6", at_object(object),
                        "no reference to the specification of an embedded file");
    }
  });
  return associated;
}

struct NameTree {
  std::string before;
  bool any = false;
  int budget = 100000;  // of nodes and names, as a damaged file may share nodes
};

void check_name(const Document& document, const Value& key, const Value& value, NameTree& tree, Findings& findings) {
  if (--tree.budget < 0) return;
  const std::string where = "EmbeddedFiles";
  const String* name = document.resolve(key).string();
  const Dictionary* specification = document.resolve(value).dictionary();
  if (!name) {
    tell_attachment(findings, "M-attachment-3", where, "a name that is no string");
    return;
  }
  if (tree.any && name->bytes <= tree.before)
    tell_attachment(findings, "M-attachment-3", where, text_of(*name) + " after a name that it precedes or equals");
  if (!specification || !specification->has("EF"))
    tell_attachment(findings, "M-attachment-3", where, text_of(*name) + " leads to no embedded file");
  tree.before = name->bytes;
  tree.any = true;
}

void check_tree(const Document& document, const Dictionary& node, NameTree& tree, Findings& findings) {
  if (--tree.budget < 0) return;
  const Array* names = document.get(node, "Names").array();
  if (names && names->size() % 2 != 0)
    tell_attachment(findings, "M-attachment-3", "EmbeddedFiles", "a name without a file");
  for (std::size_t i = 0; names && i + 1 < names->size(); i += 2)
    check_name(document, (*names)[i], (*names)[i + 1], tree, findings);
  const Array* kids = document.get(node, "Kids").array();
  for (std::size_t i = 0; kids && i < kids->size() && tree.budget > 0; ++i)
    if (const Dictionary* kid = document.resolve((*kids)[i]).dictionary()) check_tree(document, *kid, tree, findings);
}

void check_attachment_rules(const ReadFile& file, Findings& findings) {
  const Document& document = file.document;
  const std::set<int> associated = check_associations(document, findings);
  for_each_dictionary(document, [&](int object, const Dictionary& dictionary) {
    if (!dictionary.has("EF")) return;
    const std::string where = at_object(object);
    check_specification(document, dictionary, where, findings);
    const bool is_object = document.object(object).dictionary() == &dictionary;
    if (!is_object || !associated.contains(object))
      tell_attachment(findings, "A3-6.8-3", where, "a file that no AF refers to");
  });
  const Dictionary* names = document.get(document.catalog, "Names").dictionary();
  if (!names || !names->has("EmbeddedFiles")) return;
  NameTree tree;
  if (const Dictionary* root = document.get(*names, "EmbeddedFiles").dictionary())
    check_tree(document, *root, tree, findings);
  else tell_attachment(findings, "M-attachment-3", "EmbeddedFiles", "no dictionary");
}

}  // namespace

const RuleGroup kAttachmentRules{"attachment", kAttachmentList, check_attachment_rules};

}  // namespace mognad::verification

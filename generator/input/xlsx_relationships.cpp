#include "input/xlsx_relationships.h"

#include <algorithm>
#include <string_view>

#include "input/xlsx_names.h"
#include "input/xml_path.h"

namespace mognad {
namespace {

std::string folder_of(const std::string& part) { return part.substr(0, part.rfind('/') + 1); }

/// The name of a part from the folder that it is named in; what leads above the archive stays at its top.
std::string resolved(const std::string& folder, std::string_view target) {
  std::string name = target.starts_with('/') ? std::string() : folder;
  while (!target.empty()) {
    const std::string_view step = target.substr(0, target.find('/'));
    target.remove_prefix(std::min(step.size() + 1, target.size()));
    if (step.empty() || step == ".") continue;
    if (step == "..") {
      if (!name.empty()) name.pop_back();
      name.resize(name.rfind('/') + 1);
      continue;
    }
    name.append(step).append("/");
  }
  if (name.ends_with('/')) name.pop_back();
  return name;
}

class Relationships final : public XmlPathHandler {
 public:
  explicit Relationships(std::string folder) : folder_(std::move(folder)) {}
  std::vector<XlsxRelationship> all;

 private:
  void opened(std::string_view path, const XmlAttributes& attributes) override {
    if (path != "/Relationships/Relationship" || attributes.text("TargetMode") == "External") return;
    const std::string_view type = attributes.text("Type");
    all.push_back({std::string(attributes.text("Id")), std::string(type.substr(type.rfind('/') + 1)),
                   resolved(folder_, attributes.text("Target"))});
  }

  std::string folder_;
};

}  // namespace

std::optional<std::vector<XlsxRelationship>> read_relationships(ZipArchive& archive, const std::string& part,
                                                                Problems& problems) {
  const std::string folder = folder_of(part);
  auto list = archive.part(folder + "_rels/" + part.substr(folder.size()) + ".rels");
  if (!list) return std::nullopt;
  Relationships found(folder);
  if (!read_xml(std::move(list), kRelationshipNamespaces, found, problems)) return std::nullopt;
  return std::move(found.all);
}

const XlsxRelationship* find_type(const std::vector<XlsxRelationship>& all, std::string_view type) {
  for (const XlsxRelationship& one : all)
    if (one.type == type) return &one;
  return nullptr;
}

}  // namespace mognad

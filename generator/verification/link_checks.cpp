#include "verification/link_checks.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "verification/rules.h"

namespace mognad::verification {
namespace {

void tell_link(Findings& findings, std::string_view id, std::string where, std::string found) {
  report(findings, kAnnotationRules, id, std::move(where), std::move(found));
}

/// Schemes are written in small or great letters (RFC 3986, 3.1).
bool begins_with(std::string_view address, std::string_view scheme) {
  const auto same = [](char of_scheme, char c) { return (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) == of_scheme; };
  return address.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), address.begin(), same);
}

bool is_allowed(std::string_view address) {
  static constexpr std::array<std::string_view, 3> kSchemes{"https://", "http://", "mailto:"};
  return std::any_of(kSchemes.begin(), kSchemes.end(), [&](auto scheme) { return begins_with(address, scheme); });
}

void check_actions(const Document& document, const Target& target, const Dictionary& link, const std::string& where,
                   Findings& findings) {
  const Dictionary* action = document.get(link, "A").dictionary();
  if (target.page < 0 && target.address.empty())
    tell_link(findings, "M-annotation-1", where,
              "an action " + std::string(action ? document.get(*action, "S").name() : std::string_view()));
  if (!target.address.empty() && !is_allowed(target.address))
    tell_link(findings, "M-annotation-1", where, "the address " + target.address);
  if (action && action->has("Next")) tell_link(findings, "M-annotation-1", where, "an action with Next");
  // PA is an address that was replaced by another action (ISO 32000-1, table 173).
  if (link.has("PA")) tell_link(findings, "M-annotation-1", where, "PA");
}

bool has_area(const Document& document, const Dictionary& annotation) {
  const Array* box = document.get(annotation, "Rect").array();
  if (!box || box->size() != 4) return false;
  const auto number = [&](std::size_t i) { return document.resolve((*box)[i]).number_or(0); };
  return number(0) != number(2) && number(1) != number(3);
}

/// What is wrong with an object of a Link element; empty: nothing.
std::string fault_of_object(const Document& document, const Reference& reference) {
  const Dictionary* annotation = document.resolve(reference).dictionary();
  const std::string_view type = annotation ? document.get(*annotation, "Subtype").name() : std::string_view();
  if (type != "Link") return at_object(reference.number) + " is no link annotation";
  if (!has_area(document, *annotation)) return at_object(reference.number) + " is a link without an area";
  return {};
}

}  // namespace

void check_link_target(const Document& document, const Destinations& destinations, const Dictionary& link,
                       const std::string& where, Findings& findings) {
  const Target target = destinations.target_of(link);
  if (target.none) tell_link(findings, "UA1-7.18.5-3", where, "neither Dest nor A");
  else if (target.bad_uri) tell_link(findings, "UA1-7.18.5-4", where, "no sound URI");
  else if (!target.fault.empty()) tell_link(findings, "UA1-7.18.5-3", where, target.fault);
  else check_actions(document, target, link, where, findings);
}

void check_link_elements(const ReadFile& file, Findings& findings) {
  const TagTree& tree = file.tree;
  for (std::size_t i = 0; i < tree.elements.size(); ++i) {
    if (tree.elements[i].role != "Link") continue;
    const std::string where = at_element(tree, static_cast<int>(i));
    for (const TagKid& kid : tree.elements[i].kids) {
      if (kid.kind != TagKid::Kind::object) continue;
      std::string fault = fault_of_object(file.document, kid.reference);
      if (!fault.empty()) tell_link(findings, "UA1-7.18.5-5", where, std::move(fault));
    }
    bool holds = false;
    for (std::size_t at = i; at < tree.elements.size() && !holds; ++at) {
      if (at > i && tree.elements[at].depth <= tree.elements[i].depth) break;
      for (const TagKid& kid : tree.elements[at].kids) holds |= kid.kind == TagKid::Kind::object;
    }
    if (!holds) tell_link(findings, "UA1-7.18.5-5", where, "no object reference in it");
  }
}

}  // namespace mognad::verification

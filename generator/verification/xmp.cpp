#include "verification/xmp.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>

namespace mognad::verification {
namespace {

// Real packets are some kilobytes; what is larger was made to exhaust memory, and what nests deeper the stack.
constexpr std::size_t kLargestPacket = 1U << 22U;
constexpr int kDeepestElement = 32;

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
struct FreeTree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};

std::string_view text(const xmlChar* characters) {
  return characters ? std::string_view(reinterpret_cast<const char*>(characters)) : std::string_view();
}

std::string_view namespace_of(const xmlNs* space) { return space ? text(space->href) : std::string_view(); }

bool is_rdf(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && text(node->name) == name && namespace_of(node->ns) == kRdfNamespace;
}

/// Text of these nodes alone, without what entities or elements inside them would bring.
std::string text_in(const xmlNode* first) {
  std::string out;
  for (const xmlNode* node = first; node; node = node->next)
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) out += text(node->content);
  return out;
}

const xmlNode* first_element(const xmlNode* parent) {
  for (const xmlNode* node = parent->children; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE) return node;
  return nullptr;
}

bool is_xml(const xmlAttr* attribute) { return namespace_of(attribute->ns) == "http://www.w3.org/XML/1998/namespace"; }

XmpProperty named_as(const xmlNs* space, const xmlChar* name) {
  return {std::string(namespace_of(space)), std::string(space ? text(space->prefix) : std::string_view()),
          std::string(text(name))};
}

void add_attributes(const xmlNode* element, std::vector<XmpProperty>& out) {
  for (const xmlAttr* attribute = element->properties; attribute; attribute = attribute->next) {
    if (is_xml(attribute) || namespace_of(attribute->ns) == kRdfNamespace || !attribute->ns) continue;
    out.push_back(named_as(attribute->ns, attribute->name));
    out.back().value = text_in(attribute->children);
  }
}

const xmlAttr* rdf_attribute(const xmlNode* element, std::string_view name) {
  for (const xmlAttr* attribute = element->properties; attribute; attribute = attribute->next)
    if (text(attribute->name) == name && namespace_of(attribute->ns) == kRdfNamespace) return attribute;
  return nullptr;
}

XmpProperty read_property(const xmlNode* element, int depth);

void add_elements(const xmlNode* parent, std::vector<XmpProperty>& out, int depth) {
  if (depth > kDeepestElement) return;
  for (const xmlNode* node = parent->children; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE) out.push_back(read_property(node, depth));
}

XmpProperty::Kind kind_of_container(const xmlNode* node) {
  if (is_rdf(node, "Bag")) return XmpProperty::Kind::bag;
  if (is_rdf(node, "Seq")) return XmpProperty::Kind::sequence;
  if (is_rdf(node, "Alt")) return XmpProperty::Kind::alternatives;
  return XmpProperty::Kind::structure;
}

/// The forms that ISO 16684-1, 7.4 to 7.9 allow: text, an array, a structure in an element of its own, in the property
/// itself or in its attributes, and a URI in rdf:resource.
XmpProperty read_property(const xmlNode* element, int depth) {
  XmpProperty made = named_as(element->ns, element->name);
  for (const xmlAttr* attribute = element->properties; attribute; attribute = attribute->next)
    if (is_xml(attribute) && text(attribute->name) == "lang") made.language = text_in(attribute->children);
  if (const xmlAttr* parse = rdf_attribute(element, "parseType"); parse && text_in(parse->children) == "Resource") {
    made.kind = XmpProperty::Kind::structure;
    add_elements(element, made.items, depth + 1);
  } else if (const xmlNode* inner = first_element(element)) {
    made.kind = kind_of_container(inner);
    if (made.kind == XmpProperty::Kind::structure) add_attributes(inner, made.items);
    add_elements(inner, made.items, depth + 1);
  } else if (const xmlAttr* resource = rdf_attribute(element, "resource")) {
    made.value = text_in(resource->children);
  } else {
    made.value = text_in(element->children);
    add_attributes(element, made.items);
    if (!made.items.empty()) made.kind = XmpProperty::Kind::structure;
  }
  return made;
}

void read_descriptions(const xmlNode* rdf, Xmp& xmp) {
  const xmlNode* first = first_element(rdf);
  const auto about = [](const xmlNode* node) {
    const xmlAttr* attribute = rdf_attribute(node, "about");
    return attribute ? text_in(attribute->children) : std::string();
  };
  for (const xmlNode* node = first; node; node = node->next) {
    if (!is_rdf(node, "Description")) continue;
    if (xmp.about.empty()) xmp.about = about(node);
    xmp.has_about = xmp.has_about || rdf_attribute(node, "about");
    if (about(node) != about(first)) xmp.same_about = false;
    add_attributes(node, xmp.properties);
    add_elements(node, xmp.properties, 0);
  }
}

void find_descriptions(const xmlNode* parent, Xmp& xmp, int depth) {
  if (depth > kDeepestElement) return;
  for (const xmlNode* node = parent; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (is_rdf(node, "RDF") && ++xmp.descriptions == 1) read_descriptions(node, xmp);
    else find_descriptions(node->children, xmp, depth + 1);
  }
}

void read_instructions(const xmlDoc* tree, Xmp& xmp) {
  for (const xmlNode* node = tree->children; node; node = node->next) {
    if (node->type != XML_PI_NODE || text(node->name) != "xpacket") continue;
    const std::string_view content = text(node->content);
    (content.substr(0, 6) == "begin=" ? xmp.header : xmp.trailer) = content;
  }
}

}  // namespace

const XmpProperty* XmpProperty::field(std::string_view of_namespace, std::string_view of_name) const {
  const auto found = std::find_if(items.begin(), items.end(), [&](const XmpProperty& item) {
    return item.name == of_name && item.namespace_uri == of_namespace;
  });
  return found == items.end() ? nullptr : &*found;
}

const XmpProperty* Xmp::property(std::string_view of_namespace, std::string_view of_name) const {
  const auto found = std::find_if(properties.begin(), properties.end(), [&](const XmpProperty& property) {
    return property.name == of_name && property.namespace_uri == of_namespace;
  });
  return found == properties.end() ? nullptr : &*found;
}

std::string_view Xmp::value(std::string_view of_namespace, std::string_view of_name) const {
  const XmpProperty* found = property(of_namespace, of_name);
  if (!found) return {};
  if (found->kind == XmpProperty::Kind::simple) return found->value;
  for (const XmpProperty& item : found->items)
    if (item.language == "x-default") return item.value;
  return found->items.empty() ? std::string_view() : std::string_view(found->items.front().value);
}

Xmp read_xmp(std::string_view packet) {
  Xmp xmp;
  if (packet.size() > kLargestPacket) xmp.fault = "the packet is larger than 4 MB";
  // XMP needs no document type; the entities of one could grow without bound.
  else if (packet.find("<!DOCTYPE") != std::string_view::npos) xmp.fault = "the packet has a document type";
  if (!xmp.fault.empty()) return xmp;
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (!context) return xmp;
  const std::unique_ptr<xmlDoc, FreeTree> tree(
      xmlCtxtReadMemory(context.get(), packet.data(), static_cast<int>(packet.size()), "", nullptr,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!tree) {
    const std::string message = context->lastError.message ? context->lastError.message : "no XML";
    xmp.fault = "line " + std::to_string(context->lastError.line) + ": " + message.substr(0, message.find('\n'));
    return xmp;
  }
  read_instructions(tree.get(), xmp);
  find_descriptions(tree->children, xmp, 0);
  return xmp;
}

}  // namespace mognad::verification

#include <algorithm>
#include <array>
#include <map>

#include "verification/rules.h"
#include "verification/xmp.h"
#include "verification/xmp_types.h"

namespace mognad::verification {
namespace {

constexpr Rule kSchemaList[] = {
    {"A3-6.6.2.3-1", "ISO 19005-3, 6.6.2.3.1",
     "Every property of XMP is in a predefined schema or in a described extension schema",
     "Describe the property in pdfaExtension:schemas"},
    {"A3-6.6.2.3-2", "ISO 19005-3, 6.6.2.3.1; XMP Specification 2005, 4",
     "The value of every property of XMP is of the type that its schema says", "Write the value in that type"},
    {"A3-6.6.2.3-3", "ISO 19005-3, 6.6.2.3.3, table 2",
     "pdfaExtension:schemas is a bag of structures, with this prefix", "Write the description so"},
    {"A3-6.6.2.3-4", "ISO 19005-3, 6.6.2.3.3, table 3",
     "A description of a schema has schema, namespaceURI, prefix and property, with the prefix pdfaSchema",
     "Write these fields alone"},
    {"A3-6.6.2.3-5", "ISO 19005-3, 6.6.2.3.3, table 4",
     "A description of a property has name, valueType, category and description, with the prefix pdfaProperty",
     "Write these fields alone"},
    {"A3-6.6.2.3-6", "ISO 19005-3, 6.6.2.3.3, table 4", "The category of a property is internal or external",
     "Write internal, or external for what a person supplies"},
    {"A3-6.6.2.3-7", "ISO 19005-3, 6.6.2.3.3, tables 4 and 6",
     "The type of a property or field is defined by XMP or by the schema", "Describe the type in pdfaSchema:valueType"},
    {"M-schema-1", "ISO 19005-3, 6.6.2.3.3, table 3",
     "Properties of a described schema have the prefix that the description gives",
     "Bind the namespace to the prefix of pdfaSchema:prefix"},
    {"A3-6.6.2.3-8", "ISO 19005-3, 6.6.2.3.3, tables 5 and 6",
     "A description of a type or of its field has all fields, with the prefixes pdfaType and pdfaField",
     "Write these fields alone"},
};

void tell_schema(Findings& findings, std::string_view id, std::string where, std::string found) {
  report(findings, kSchemaRules, id, std::move(where), std::move(found));
}

using FieldKind = XmpProperty::Kind;

struct Field {
  std::string_view name;
  bool required = true;
  FieldKind kind = FieldKind::simple;
};

/// A kind of structure inside the description of a schema.
struct Description {
  std::string_view rule;
  std::string_view namespace_uri;
  std::string_view prefix;
  std::span<const Field> fields;
};

constexpr Field kSchemaFields[] = {{"schema"},
                                   {"namespaceURI"},
                                   {"prefix"},
                                   {"property", true, FieldKind::sequence},
                                   {"valueType", false, FieldKind::sequence}};
constexpr Field kPropertyFields[] = {{"name"}, {"valueType"}, {"category"}, {"description"}};
constexpr Field kTypeFields[] = {
    {"type"}, {"namespaceURI"}, {"prefix"}, {"description"}, {"field", false, FieldKind::sequence}};
constexpr Field kFieldFields[] = {{"name"}, {"valueType"}, {"description"}};

constexpr Description kSchema{"A3-6.6.2.3-4", "http://www.aiim.org/pdfa/ns/schema#", "pdfaSchema", kSchemaFields};
constexpr Description kProperty{"A3-6.6.2.3-5", "http://www.aiim.org/pdfa/ns/property#", "pdfaProperty",
                                kPropertyFields};
constexpr Description kType{"A3-6.6.2.3-8", "http://www.aiim.org/pdfa/ns/type#", "pdfaType", kTypeFields};
constexpr Description kField{"A3-6.6.2.3-8", "http://www.aiim.org/pdfa/ns/field#", "pdfaField", kFieldFields};

void check_structure(const XmpProperty& structure, const Description& description, const std::string& where,
                     Findings& findings) {
  for (const Field& field : description.fields) {
    const XmpProperty* found = structure.field(description.namespace_uri, field.name);
    const std::string name = std::string(description.prefix) + ":" + std::string(field.name);
    if (!found) {
      if (field.required) tell_schema(findings, description.rule, where, "no " + name);
    } else if (found->prefix != description.prefix) {
      tell_schema(findings, description.rule, where, "the prefix " + found->prefix + " for " + name);
    } else if (found->kind != field.kind || (field.kind == FieldKind::simple && found->value.empty())) {
      tell_schema(findings, description.rule, where, name + " empty or of another kind");
    }
  }
  for (const XmpProperty& item : structure.items) {
    const bool known = item.namespace_uri == description.namespace_uri &&
                       std::any_of(description.fields.begin(), description.fields.end(),
                                   [&](const Field& f) { return f.name == item.name; });
    if (!known) tell_schema(findings, description.rule, where, "a field " + item.prefix + ":" + item.name);
  }
}

std::string text_of_field(const XmpProperty& structure, const Description& description, std::string_view name) {
  const XmpProperty* found = structure.field(description.namespace_uri, name);
  return found ? found->value : "";
}

std::span<const XmpProperty> items_of_field(const XmpProperty& structure, const Description& description,
                                            std::string_view name) {
  const XmpProperty* found = structure.field(description.namespace_uri, name);
  return found ? std::span<const XmpProperty>(found->items) : std::span<const XmpProperty>();
}

void check_type_name(const XmpProperty& structure, const Description& description, std::span<const std::string> types,
                     const std::string& where, Findings& findings) {
  const std::string type = text_of_field(structure, description, "valueType");
  if (!type.empty() && !is_known_type(type, types)) tell_schema(findings, "A3-6.6.2.3-7", where, type);
}

using Types = std::map<std::string, std::string, std::less<>>;  // by namespace and name of the property

void check_schema(const XmpProperty& schema, Types& described, Findings& findings) {
  const std::string space = text_of_field(schema, kSchema, "namespaceURI");
  const std::string where = "the description of " + (space.empty() ? "a schema" : space);
  check_structure(schema, kSchema, where, findings);
  std::vector<std::string> types;
  for (const XmpProperty& type : items_of_field(schema, kSchema, "valueType"))
    types.push_back(text_of_field(type, kType, "type"));
  for (const XmpProperty& type : items_of_field(schema, kSchema, "valueType")) {
    check_structure(type, kType, where, findings);
    for (const XmpProperty& field : items_of_field(type, kType, "field")) {
      check_structure(field, kField, where, findings);
      check_type_name(field, kField, types, where, findings);
    }
  }
  for (const XmpProperty& property : items_of_field(schema, kSchema, "property")) {
    const std::string name = text_of_field(property, kProperty, "name");
    const std::string at = where + ", property " + name;
    check_structure(property, kProperty, at, findings);
    check_type_name(property, kProperty, types, at, findings);
    const std::string category = text_of_field(property, kProperty, "category");
    if (!category.empty() && category != "internal" && category != "external")
      tell_schema(findings, "A3-6.6.2.3-6", at, category);
    described[space + name] = text_of_field(property, kProperty, "valueType");
  }
}

Types check_schemas(const Xmp& xmp, Findings& findings) {
  Types described;
  const XmpProperty* schemas = xmp.property("http://www.aiim.org/pdfa/ns/extension/", "schemas");
  if (!schemas) return described;
  if (schemas->kind != FieldKind::bag || schemas->prefix != "pdfaExtension")
    tell_schema(findings, "A3-6.6.2.3-3", "XMP", "another prefix than pdfaExtension, or no bag");
  for (const XmpProperty& schema : schemas->items)
    if (schema.kind == FieldKind::structure) check_schema(schema, described, findings);
    else tell_schema(findings, "A3-6.6.2.3-3", "XMP", "a description that is no structure");
  return described;
}

void check_prefixes(const Xmp& xmp, Findings& findings) {
  const XmpProperty* schemas = xmp.property("http://www.aiim.org/pdfa/ns/extension/", "schemas");
  if (!schemas) return;
  std::map<std::string, std::string, std::less<>> prefixes;  // by namespace
  for (const XmpProperty& schema : schemas->items)
    prefixes.emplace(text_of_field(schema, kSchema, "namespaceURI"), text_of_field(schema, kSchema, "prefix"));
  for (const XmpProperty& property : xmp.properties) {
    const auto told = prefixes.find(property.namespace_uri);
    // A description without a prefix is another rule's.
    if (told != prefixes.end() && !told->second.empty() && told->second != property.prefix)
      tell_schema(findings, "M-schema-1", "XMP, " + property.prefix + ":" + property.name,
                  "the description of " + told->first + " has the prefix " + told->second);
  }
}

void check_property(const XmpProperty& property, const Types& described, Findings& findings) {
  if (is_media_schema(property.namespace_uri)) return;
  std::string_view type = predefined_type(property.namespace_uri, property.name);
  const std::string where = "XMP, " + property.prefix + ":" + property.name;
  if (type.empty()) {
    const auto found = described.find(property.namespace_uri + property.name);
    if (found == described.end()) {
      tell_schema(findings, "A3-6.6.2.3-1", where, "no description of " + property.namespace_uri + property.name);
      return;
    }
    type = found->second;
  }
  const std::string fault = fault_of_value(property, type);
  if (!fault.empty()) tell_schema(findings, "A3-6.6.2.3-2", where, fault + " instead of " + std::string(type));
}

void check_schema_rules(const ReadFile& file, Findings& findings) {
  const Object* stream = file.document.stream(file.document.catalog["Metadata"]);
  if (!stream) return;  // a rule of the group metadata
  const Xmp xmp = read_xmp(stream->data);
  const Types described = check_schemas(xmp, findings);
  check_prefixes(xmp, findings);
  for (const XmpProperty& property : xmp.properties) check_property(property, described, findings);
}

}  // namespace

const RuleGroup kSchemaRules{"schema", kSchemaList, check_schema_rules};

}  // namespace mognad::verification

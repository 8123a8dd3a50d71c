#include "verification/xmp_types.h"

#include <algorithm>
#include <array>

#include "verification/date_spelling.h"

namespace mognad::verification {
namespace {

constexpr std::string_view kRights = "http://ns.adobe.com/xap/1.0/rights/";
constexpr std::string_view kManagement = "http://ns.adobe.com/xap/1.0/mm/";
constexpr std::string_view kJobs = "http://ns.adobe.com/xap/1.0/bj/";
constexpr std::string_view kPagedText = "http://ns.adobe.com/xap/1.0/t/pg/";
constexpr std::string_view kExtension = "http://www.aiim.org/pdfa/ns/extension/";

constexpr PredefinedProperty kProperties[] = {
    {kDublinCoreNamespace, "contributor", "bag ProperName"},
    {kDublinCoreNamespace, "coverage", "Text"},
    {kDublinCoreNamespace, "creator", "seq ProperName"},
    {kDublinCoreNamespace, "date", "seq Date"},
    {kDublinCoreNamespace, "description", "Lang Alt"},
    {kDublinCoreNamespace, "format", "MIMEType"},
    {kDublinCoreNamespace, "identifier", "Text"},
    {kDublinCoreNamespace, "language", "bag Locale"},
    {kDublinCoreNamespace, "publisher", "bag ProperName"},
    {kDublinCoreNamespace, "relation", "bag Text"},
    {kDublinCoreNamespace, "rights", "Lang Alt"},
    {kDublinCoreNamespace, "source", "Text"},
    {kDublinCoreNamespace, "subject", "bag Text"},
    {kDublinCoreNamespace, "title", "Lang Alt"},
    {kDublinCoreNamespace, "type", "bag Open Choice of Text"},
    {kXmpNamespace, "Advisory", "bag XPath"},
    {kXmpNamespace, "BaseURL", "URL"},
    {kXmpNamespace, "CreateDate", "Date"},
    {kXmpNamespace, "CreatorTool", "AgentName"},
    {kXmpNamespace, "Identifier", "bag Text"},
    {kXmpNamespace, "Label", "Text"},
    {kXmpNamespace, "MetadataDate", "Date"},
    {kXmpNamespace, "ModifyDate", "Date"},
    {kXmpNamespace, "Nickname", "Text"},
    {kXmpNamespace, "Rating", "Closed Choice of Integer"},
    {kXmpNamespace, "Thumbnails", "alt Thumbnail"},
    {kRights, "Certificate", "URL"},
    {kRights, "Marked", "Boolean"},
    {kRights, "Owner", "bag ProperName"},
    {kRights, "UsageTerms", "Lang Alt"},
    {kRights, "WebStatement", "URL"},
    {kManagement, "DerivedFrom", "ResourceRef"},
    {kManagement, "DocumentID", "URI"},
    {kManagement, "History", "seq ResourceEvent"},
    {kManagement, "InstanceID", "URI"},
    {kManagement, "LastURL", "URL"},
    {kManagement, "ManagedFrom", "ResourceRef"},
    {kManagement, "Manager", "AgentName"},
    {kManagement, "ManagerVariant", "Text"},
    {kManagement, "ManageTo", "URI"},
    {kManagement, "ManageUI", "URI"},
    {kManagement, "RenditionClass", "RenditionClass"},
    {kManagement, "RenditionOf", "ResourceRef"},
    {kManagement, "RenditionParams", "Text"},
    {kManagement, "SaveID", "Integer"},
    {kManagement, "VersionID", "Text"},
    {kManagement, "Versions", "seq Version"},
    {kJobs, "JobRef", "bag Job"},
    {kPagedText, "Colorants", "seq Colorant"},
    {kPagedText, "Fonts", "bag Font"},
    {kPagedText, "MaxPageSize", "Dimensions"},
    {kPagedText, "NPages", "Integer"},
    {kPagedText, "PlateNames", "seq Text"},
    {kPdfNamespace, "Keywords", "Text"},
    {kPdfNamespace, "PDFVersion", "Text"},
    {kPdfNamespace, "Producer", "AgentName"},
    {kPdfaIdNamespace, "amd", "Text"},
    {kPdfaIdNamespace, "conformance", "Text"},
    {kPdfaIdNamespace, "corr", "Text"},
    {kPdfaIdNamespace, "part", "Integer"},
    {kExtension, "schemas", "bag Schema"},
};

constexpr std::array<std::string_view, 6> kMediaSchemas{"http://ns.adobe.com/xmp/1.0/DynamicMedia/",
                                                        "http://ns.adobe.com/photoshop/1.0/",
                                                        "http://ns.adobe.com/camera-raw-settings/1.0/",
                                                        "http://ns.adobe.com/tiff/1.0/",
                                                        "http://ns.adobe.com/exif/1.0/",
                                                        "http://ns.adobe.com/exif/1.0/aux/"};

// In small letters, as the standards and their writers disagree on the large ones.
constexpr std::array<std::string_view, 16> kSimpleTypes{
    "agentname", "boolean", "date", "guid", "integer", "locale", "mimetype",       "propername",
    "rational",  "real",    "text", "uri",  "url",     "xpath",  "renditionclass", "gpscoordinate"};
constexpr std::array<std::string_view, 28> kStructures{"beatsplicestretch",
                                                       "cfapattern",
                                                       "colorant",
                                                       "devicesettings",
                                                       "dimensions",
                                                       "flash",
                                                       "font",
                                                       "job",
                                                       "marker",
                                                       "media",
                                                       "oecf/sfr",
                                                       "projectlink",
                                                       "resourceref",
                                                       "schema",
                                                       "resampleparams",
                                                       "thumbnail",
                                                       "time",
                                                       "timecode",
                                                       "timescalestretch",
                                                       "track",
                                                       "version",
                                                       "resourceevent",
                                                       "field",
                                                       "valuetype",
                                                       "property",
                                                       "frame",
                                                       "part",
                                                       "layer"};

struct Type {
  std::string container;  // "bag", "seq", "alt", "lang alt" or nothing
  std::string base;
};

bool take_front(std::string& text, std::string_view front) {
  if (text.compare(0, front.size(), front) != 0) return false;
  text.erase(0, front.size());
  return true;
}

Type parsed(std::string_view type) {
  Type made;
  made.base = type;
  for (char& c : made.base)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (made.base == "lang alt") return {"lang alt", "text"};
  for (const char* container : {"bag", "seq", "alt"})
    if (take_front(made.base, container + std::string(" "))) made.container = container;
  if (!take_front(made.base, "open ")) take_front(made.base, "closed ");
  take_front(made.base, "choice of ");
  // A choice that doesn't say of what is one of texts.
  if (made.base == "choice") made.base = "text";
  return made;
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_integer(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_real(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return is_integer(text);
  const std::string_view after = text.substr(point + 1);
  const std::string_view before = text.substr(0, point);
  return (before.empty() || before == "-" || before == "+" || is_integer(before)) && !after.empty() &&
         after.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string fault_of_item(const XmpProperty& item, std::string_view base) {
  const bool simple = item.kind == XmpProperty::Kind::simple;
  if (!holds(kSimpleTypes, base)) {
    // Fields of structures can't be told here; those of extension schemas have rules of their own.
    return holds(kStructures, base) && simple ? "no structure" : "";
  }
  if (!simple) return "no simple value";
  const bool fits = base == "integer"   ? is_integer(item.value)
                    : base == "real"    ? is_real(item.value)
                    : base == "boolean" ? item.value == "True" || item.value == "False"
                    : base == "date"    ? seconds_of_xmp_date(item.value).has_value()
                                        : true;
  return fits ? "" : "\"" + item.value + "\"";
}

}  // namespace

std::string_view predefined_type(std::string_view namespace_uri, std::string_view name) {
  for (const PredefinedProperty& property : kProperties)
    if (property.name == name && property.namespace_uri == namespace_uri) return property.type;
  return {};
}

bool is_media_schema(std::string_view namespace_uri) { return holds(kMediaSchemas, namespace_uri); }

bool is_known_type(std::string_view type, std::span<const std::string> also) {
  const std::string base = parsed(type).base;
  return holds(kSimpleTypes, base) || holds(kStructures, base) ||
         std::any_of(also.begin(), also.end(), [&](const std::string& name) { return parsed(name).base == base; });
}

std::string fault_of_value(const XmpProperty& property, std::string_view type) {
  using Kind = XmpProperty::Kind;
  const Type wanted = parsed(type);
  if (wanted.container.empty()) return fault_of_item(property, wanted.base);
  const Kind kind = wanted.container == "bag"   ? Kind::bag
                    : wanted.container == "seq" ? Kind::sequence
                                                : Kind::alternatives;
  if (property.kind != kind) return "another kind of array, or none";
  for (const XmpProperty& item : property.items) {
    if (wanted.container == "lang alt" && item.language.empty()) return "an alternative without xml:lang";
    std::string fault = fault_of_item(item, wanted.base);
    if (!fault.empty()) return fault;
  }
  return "";
}

}  // namespace mognad::verification

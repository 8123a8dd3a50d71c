// The XMP packet of a finished file as values (ISO 16684-1, 6 and 7): its properties with their namespaces, arrays and
// fields, whichever of the ways of RDF they are written in. It is read with libxml2, which appears in xmp.cpp alone,
// without network, document type or entities. Values own what they hold and may be shared between threads.
//
//   const Xmp xmp = read_xmp(packet);
//   const std::string_view part = xmp.value(kPdfaIdNamespace, "part");
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mognad::verification {

inline constexpr std::string_view kRdfNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kDublinCoreNamespace = "http://purl.org/dc/elements/1.1/";
inline constexpr std::string_view kXmpNamespace = "http://ns.adobe.com/xap/1.0/";
inline constexpr std::string_view kPdfNamespace = "http://ns.adobe.com/pdf/1.3/";
inline constexpr std::string_view kPdfaIdNamespace = "http://www.aiim.org/pdfa/ns/id/";
inline constexpr std::string_view kPdfuaIdNamespace = "http://www.aiim.org/pdfua/ns/id/";

/// A property, an item of an array (named rdf:li) or a field of a structure.
struct XmpProperty {
  enum class Kind { simple, bag, sequence, alternatives, structure };

  std::string namespace_uri;
  std::string prefix;
  std::string name;
  Kind kind = Kind::simple;
  std::string value;               // of a simple one
  std::string language;            // xml:lang
  std::vector<XmpProperty> items;  // of an array or a structure

  /// A field of a structure; null when there is none.
  const XmpProperty* field(std::string_view of_namespace, std::string_view of_name) const;
};

struct Xmp {
  std::string fault;       // why the packet can't be read; empty: it can
  std::string header;      // what the processing instruction that opens the packet holds: begin="…" id="…"
  std::string trailer;     // and the one that closes it: end="r"
  int descriptions = 0;    // number of rdf:RDF elements
  bool same_about = true;  // every rdf:about names the same resource
  bool has_about = false;  // a description has one
  std::string about;       // the first that isn't empty
  std::vector<XmpProperty> properties;

  const XmpProperty* property(std::string_view of_namespace, std::string_view of_name) const;
  /// Of a simple property its value, of an array the first item's, of a choice of languages the default's; empty when
  /// there is none.
  std::string_view value(std::string_view of_namespace, std::string_view of_name) const;
};

/// Never fails: of a packet that is no XMP there is a fault and no property.
Xmp read_xmp(std::string_view packet);

}  // namespace mognad::verification

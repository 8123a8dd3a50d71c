#include <qpdf/Buffer.hh>

#include "support/defect_table.h"

using namespace mognad;
using namespace mognad::test;

namespace {

QPDFObjectHandle specification(QPDF& file) { return file.getRoot().getKey("/AF").getArrayItem(0); }
QPDFObjectHandle attached(QPDF& file) { return specification(file).getKey("/EF").getKey("/F"); }

std::function<void(QPDF&)> set(const std::string& key, const std::string& value) {
  return [=](QPDF& file) { specification(file).replaceKey(key, pdf_object(value)); };
}
std::function<void(QPDF&)> set_in_stream(const std::string& key, const std::string& value) {
  return [=](QPDF& file) { attached(file).getDict().replaceKey(key, pdf_object(value)); };
}
std::function<void(QPDF&)> set_in_params(const std::string& key, const std::string& value) {
  return [=](QPDF& file) { attached(file).getDict().getKey("/Params").replaceKey(key, pdf_object(value)); };
}
std::function<void(QPDF&)> names(const std::string& value) {
  return [=](QPDF& file) { file.getRoot().getKey("/Names").replaceKey("/EmbeddedFiles", pdf_object(value)); };
}

}  // namespace

TEST_CASE("Defects of the specification of a file are found", "[verification][attachment]") {
  check_defects({
      {"no F", "A3-6.8-1", set("/F", "null")},
      {"no UF", "A3-6.8-1", set("/UF", "null")},
      {"an empty UF", "A3-6.8-1", set("/UF", "()")},
      {"no relationship", "A3-6.8-2", set("/AFRelationship", "null")},
      {"a relationship of its own", "A3-6.8-2", set("/AFRelationship", "/Friend")},
      {"not associated", "A3-6.8-3", [](QPDF& f) { f.getRoot().removeKey("/AF"); }},
      {"another beside it", "A3-6.8-3",
       [](QPDF& f) { f.getRoot().replaceKey("/Odd", f.makeIndirectObject(specification(f).shallowCopy())); }},
      {"one inside another object", "A3-6.8-3",
       [](QPDF& f) { f.getRoot().replaceKey("/Odd", specification(f).shallowCopy()); }},
      {"AF no array", "A3-6.8-6", [](QPDF& f) { f.getRoot().replaceKey("/AF", specification(f)); }},
      {"AF of nothing", "A3-6.8-6", [](QPDF& f) { f.getRoot().getKey("/AF").appendItem(pdf_object("<<>>")); }},
      {"no Desc", "M-attachment-4", set("/Desc", "null")},
      {"no Type", "M-attachment-5", set("/Type", "null")},
  });
}

TEST_CASE("Defects of an embedded file are found", "[verification][attachment]") {
  check_defects({
      {"no MIME type", "A3-6.8-4", set_in_stream("/Subtype", "null")},
      {"half a MIME type", "A3-6.8-4", set_in_stream("/Subtype", "/csv")},
      {"a MIME type with a space", "A3-6.8-4", set_in_stream("/Subtype", "/text#2fc#20sv")},
      {"no Params", "A3-6.8-5", set_in_stream("/Params", "null")},
      {"no date", "A3-6.8-5", set_in_params("/ModDate", "null")},
      {"a wrong date", "A3-6.8-5", set_in_params("/ModDate", "(2026-02-12)")},
      {"another type", "M-attachment-1", set_in_stream("/Type", "/File")},
      {"EF without UF", "M-attachment-1", [](QPDF& f) { specification(f).getKey("/EF").removeKey("/UF"); }},
      {"EF without F", "M-attachment-1", [](QPDF& f) { specification(f).getKey("/EF").removeKey("/F"); }},
      {"EF no dictionary", "M-attachment-1", set("/EF", "[]")},
      {"different files", "M-attachment-1",
       [](QPDF& f) { specification(f).getKey("/EF").replaceKey("/UF", QPDFObjectHandle::newStream(&f, "x")); }},
      {"an old system's file", "M-attachment-1",
       [](QPDF& f) { specification(f).getKey("/EF").replaceKey("/DOS", attached(f)); }},
      {"another size", "M-attachment-2", set_in_params("/Size", "1")},
      {"no size", "M-attachment-2", set_in_params("/Size", "null")},
  });
}

TEST_CASE("Defects of the names of files are found", "[verification][attachment]") {
  check_defects({
      {"no dictionary", "M-attachment-3", names("[]")},
      {"no file", "M-attachment-3", names("<</Names [(a) <<>>]>>")},
      {"half a pair", "M-attachment-3", names("<</Names [(a)]>>")},
      {"a name that is none", "M-attachment-3", names("<</Kids [<</Names [1 <<>>]>>]>>")},
      {"out of order", "M-attachment-3",
       [](QPDF& f) {
         QPDFObjectHandle tree = pdf_object("<</Names [(b) null (a) null]>>");
         tree.getKey("/Names").setArrayItem(1, specification(f));
         tree.getKey("/Names").setArrayItem(3, specification(f));
         f.getRoot().getKey("/Names").replaceKey("/EmbeddedFiles", tree);
       }},
  });
}

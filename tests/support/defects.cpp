#include "support/defects.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include <catch2/catch.hpp>
#include <memory>

#include "support/small_survey.h"
#include "verification/conformance.h"

namespace mognad::test {

const std::string& good_file() {
  static const std::string bytes = [] {
    const Voice& voice = small_survey().voice("sv");
    auto rendered = render_report(small_survey().batch(), 0, voice.words, const_cast<Voice&>(voice).shaper);
    REQUIRE(rendered);
    return rendered->bytes;
  }();
  return bytes;
}

std::string edited(const std::string& bytes, const std::function<void(QPDF&)>& edit) {
  QPDF file;
  file.setSuppressWarnings(true);
  file.processMemoryFile("good", bytes.data(), bytes.size());
  edit(file);
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setNewlineBeforeEndstream(true);  // as ISO 19005-3, 6.1.7.1 demands
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setPreserveUnreferencedObjects(true);
  writer.write();
  const std::unique_ptr<Buffer> buffer(writer.getBuffer());
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string replaced_bytes(std::string bytes, const std::string& from, const std::string& to) {
  REQUIRE(from.size() == to.size());
  const std::size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, from.size(), to);
}

void replace_in_stream(QPDFObjectHandle stream, const std::string& from, const std::string& to) {
  const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
  std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  stream.replaceStreamData(text.replace(at, from.size(), to), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

QPDFObjectHandle content_of(QPDF& file, std::size_t page) {
  QPDFObjectHandle object = file.getAllPages().at(page);
  return object.getKey("/Contents");
}

QPDFObjectHandle element_of(QPDF& file, const std::string& type, std::size_t which) {
  for (QPDFObjectHandle object : file.getAllObjects())
    if (object.isDictionary() && object.getKey("/S").isName() && object.getKey("/S").getName() == "/" + type &&
        which-- == 0)
      return object;
  FAIL("no structure element of type " << type);
  return QPDFObjectHandle::newNull();
}

std::set<std::string> broken_rules(const std::string& bytes) {
  std::set<std::string> ids;
  for (const verification::Finding& finding : verification::check_conformance(verification::Document::read(bytes)))
    ids.emplace(finding.rule->id);
  return ids;
}

std::string findings_text(const std::string& bytes) {
  std::string text;
  for (const verification::Finding& finding : verification::check_conformance(verification::Document::read(bytes)))
    text += std::string(finding.rule->id) + ", " + finding.where + ": " + finding.found + "\n";
  return text;
}

}  // namespace mognad::test

// XML of a few kilobytes or megabytes, heard by the paths of its elements: "/workbook/sheets/sheet". What a handler
// doesn't know by its path it overlooks. For one thread at a time.
#pragma once

#include <string>
#include <string_view>

#include "input/xml_reader.h"

namespace mognad {

class XmlPathHandler : public XmlHandler {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) final {
    path_.append("/").append(element);
    opened(path_, attributes);
  }
  void end(std::string_view) final {
    closed(path_);
    path_.resize(path_.rfind('/'));
  }
  void text(std::string_view piece) final { heard(path_, piece); }

 protected:
  virtual void opened(std::string_view path, const XmlAttributes& attributes) = 0;
  virtual void closed(std::string_view) {}
  virtual void heard(std::string_view, std::string_view) {}

 private:
  std::string path_;
};

}  // namespace mognad

#include "verification/page_content.h"

#include "verification/content_reader.h"

namespace mognad::verification {
namespace {

/// A page's content, in one piece (7.8.2: its parts are divided between tokens).
std::string joined(const Document& document, const Array& parts, PageContent& content) {
  std::string data;
  for (const Value& part : parts) {
    const Object* stream = document.stream(part);
    if (!stream || stream->undecodable) content.faults.push_back("a part of the content is no readable stream");
    else data.append(stream->data).append("\n");
  }
  return data;
}

PageContent read_content(const Document& document, const DocumentPage& page) {
  PageContent content;
  const Dictionary* resources = document.get(page.dictionary, "Resources").dictionary();
  const Value& contents = page.dictionary["Contents"];
  ContentReader reader(document, content);
  if (const Object* stream = document.stream(contents); stream && !stream->undecodable)
    reader.read(stream->data, resources, 0, 0);
  else if (const Array* parts = document.resolve(contents).array())
    reader.read(joined(document, *parts, content), resources, 0, 0);
  else if (page.dictionary.has("Contents")) content.faults.push_back("the content is no readable stream");
  return content;
}

}  // namespace

std::vector<PageContent> read_contents(const Document& document) {
  std::vector<PageContent> contents;
  contents.reserve(document.pages.size());
  for (const DocumentPage& page : document.pages) contents.push_back(read_content(document, page));
  return contents;
}

bool is_artifact(const PageContent& content, int mark) {
  for (; mark >= 0; mark = content.marks[static_cast<std::size_t>(mark)].parent)
    if (content.marks[static_cast<std::size_t>(mark)].tag == "Artifact") return true;
  return false;
}

int mcid_of(const PageContent& content, int mark) {
  for (; mark >= 0; mark = content.marks[static_cast<std::size_t>(mark)].parent)
    if (content.marks[static_cast<std::size_t>(mark)].mcid >= 0)
      return content.marks[static_cast<std::size_t>(mark)].mcid;
  return -1;
}

}  // namespace mognad::verification

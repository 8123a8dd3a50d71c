// A document of one page, made of values without any file: for what is tested of content streams alone.
#pragma once

#include <string>

#include "verification/conformance.h"

namespace mognad::test {

/// The page is object 1, its content object 2; further streams follow from 3, as Form XObjects named X3, X4, …
inline verification::Document made_document(const std::string& content, const std::vector<std::string>& forms = {}) {
  using namespace verification;
  Document document;
  document.objects.resize(3 + forms.size());
  Dictionary x_objects;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Object& form = document.objects[3 + i];
    Dictionary dictionary;
    dictionary.set("Subtype", Name{"Form"});
    form.is_stream = true;
    form.value = dictionary;
    form.data = forms[i];
    x_objects.set("X" + std::to_string(3 + i), Reference{static_cast<int>(3 + i), 0});
  }
  // A form finds the others in its own resources.
  Dictionary resources;
  resources.set("XObject", x_objects);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Dictionary dictionary = *document.objects[3 + i].value.dictionary();
    dictionary.set("Resources", resources);
    document.objects[3 + i].value = dictionary;
  }
  Dictionary page;
  page.set("Contents", Reference{2, 0});
  page.set("Resources", resources);
  document.objects[1].value = page;
  document.objects[2].is_stream = true;
  document.objects[2].value = Dictionary();
  document.objects[2].data = content;
  document.pages.push_back({Reference{1, 0}, page});
  return document;
}

}  // namespace mognad::test

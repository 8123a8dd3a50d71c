// Every dictionary of a file, however deep it stands in another value, for the rules that hold wherever it stands.
#pragma once

#include "verification/document.h"

namespace mognad::verification {

/// Calls with the number of the indirect object and the dictionary; doesn't follow references, so each comes once. The
/// reader has bounded the depth of values.
template <typename Function>
void for_each_dictionary(const Value& value, int object, const Function& function) {
  if (const Array* array = value.array()) {
    for (const Value& item : *array) for_each_dictionary(item, object, function);
  } else if (const Dictionary* dictionary = value.dictionary()) {
    function(object, *dictionary);
    for (const Dictionary::Entry& entry : dictionary->entries()) for_each_dictionary(entry.value, object, function);
  }
}

template <typename Function>
void for_each_dictionary(const Document& document, const Function& function) {
  for (std::size_t i = 0; i < document.objects.size(); ++i)
    for_each_dictionary(document.objects[i].value, static_cast<int>(i), function);
}

}  // namespace mognad::verification

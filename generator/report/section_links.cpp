#include "report/section_links.h"

#include <algorithm>
#include <iterator>

namespace mognad {
namespace {

void resolve(std::optional<Reference>& see, const std::vector<Section>& sections, const Words& words) {
  if (!see) return;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].kind != see->section) continue;
    see->index = static_cast<int>(i);
    see->text = words.say("common.see", {{"number", std::to_string(sections[i].number)}, {"title", sections[i].title}});
    return;
  }
  see.reset();
}

void resolve_references(Blocks& blocks, const std::vector<Section>& sections, const Words& words) {
  for (Block& block : blocks) {
    if (auto* figure = std::get_if<Figure>(&block)) resolve(figure->see, sections, words);
    else if (auto* table = std::get_if<Table>(&block)) resolve(table->see, sections, words);
    else if (auto* columns = std::get_if<Columns>(&block))
      for (Blocks& column : columns->columns) resolve_references(column, sections, words);
  }
}

}  // namespace

void add_own_words(const LocalText& message, const std::vector<LocalText>& paragraphs, const LanguageTag& tag,
                   Section& section) {
  if (!message.empty()) section.message = message.in(tag);
  Blocks own;
  for (const LocalText& paragraph : paragraphs) own.push_back(Paragraph{{{paragraph.in(tag), false}}});
  section.blocks.insert(section.blocks.begin(), std::make_move_iterator(own.begin()),
                        std::make_move_iterator(own.end()));
}

void fill_contents(std::vector<Section>& sections, const std::string& left_out, const Words& words) {
  for (std::size_t i = 0; i < sections.size(); ++i) {
    Blocks& blocks = sections[i].blocks;
    const auto list = std::find_if(blocks.begin(), blocks.end(),
                                   [](const Block& block) { return std::holds_alternative<Contents>(block); });
    if (list != blocks.end() && !left_out.empty())
      blocks.insert(list + 1, Paragraph{{{words.say("contents.left_out", {{"list", left_out}}), false}}});
    for (Block& block : blocks)
      if (auto* contents = std::get_if<Contents>(&block))
        for (std::size_t k = 0; k < sections.size(); ++k)
          if (k != i)
            contents->entries.push_back({sections[k].numbered ? std::to_string(sections[k].number) : std::string(),
                                         sections[k].title, sections[k].message, static_cast<int>(k)});
  }
}

void resolve_references(std::vector<Section>& sections, const Words& words) {
  for (Section& section : sections) resolve_references(section.blocks, sections, words);
}

}  // namespace mognad

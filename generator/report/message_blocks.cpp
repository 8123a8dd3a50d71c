#include "report/message_blocks.h"

#include <fmt/format.h>

#include "base/code_point.h"

namespace mognad {
namespace {

constexpr std::size_t kLineCharacters = 72;
constexpr std::string_view kItem = "- ";

std::string_view without_blanks(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

class BlockReader {
 public:
  explicit BlockReader(const MessageValues& values) : values_(values) {}

  void take(std::string_view line) {
    line = without_blanks(line);
    if (line.empty()) return void(parted_ = true);
    const bool item = line.starts_with(kItem);
    const std::string filled = fill_message(item ? line.substr(kItem.size()) : line, values_, MessageForm::text);
    const std::string_view kept = without_blanks(filled);
    if (!kept.empty()) add(item ? MessageBlock::Kind::list : MessageBlock::Kind::paragraph, kept);
  }

  std::vector<MessageBlock> blocks;

 private:
  void add(MessageBlock::Kind kind, std::string_view line) {
    if (parted_ || blocks.empty() || blocks.back().kind != kind) blocks.push_back({kind, {}});
    blocks.back().lines.emplace_back(line);
    parted_ = false;
  }

  const MessageValues& values_;
  bool parted_ = false;
};

/// `indent` stands before the lines that follow the first. A no-break space is no place to break at.
std::string wrapped(std::string_view line, std::string_view first, std::string_view indent) {
  std::string out(first);
  std::size_t used = first.size();
  bool begins = true;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (word.empty()) continue;
    const std::size_t characters = count_characters(word);
    if (!begins && used + 1 + characters > kLineCharacters) {
      out.append("\n").append(indent);
      used = indent.size();
    } else if (!begins) {
      out += ' ';
      ++used;
    }
    out += word;
    used += characters;
    begins = false;
  }
  return out + "\n";
}

}  // namespace

std::vector<MessageBlock> message_blocks(std::string_view text, const MessageValues& values) {
  BlockReader reader(values);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(reader.blocks);
}

std::string wrapped_text(const std::vector<MessageBlock>& blocks) {
  std::string out;
  for (const MessageBlock& block : blocks) {
    if (!out.empty()) out += '\n';
    const bool list = block.kind == MessageBlock::Kind::list;
    for (const std::string& line : block.lines) out += wrapped(line, list ? kItem : "", list ? "  " : "");
  }
  return out;
}

std::string html_of(const std::vector<MessageBlock>& blocks) {
  std::string out;
  for (const MessageBlock& block : blocks) {
    const bool list = block.kind == MessageBlock::Kind::list;
    out += list ? "<ul>\n" : "<p>";
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      const std::string line = escaped_for_html(block.lines[i]);
      if (list) out += fmt::format("<li>{}</li>\n", line);
      else out += fmt::format("{}{}", i ? "<br>\n" : "", line);
    }
    out += list ? "</ul>\n" : "</p>\n";
  }
  return out;
}

}  // namespace mognad

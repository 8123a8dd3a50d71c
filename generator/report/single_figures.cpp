#include "report/single_figures.h"

#include <fmt/format.h>

namespace mognad {
namespace {

class Collection {
 public:
  explicit Collection(const Report& report) : report_(report) {}

  std::vector<SingleFigure> run() {
    for (const Section& section : report_.sections) {
      section_ = &section;
      heading_ = section.title;
      collect(section.blocks);
    }
    return std::move(figures_);
  }

 private:
  void collect(const Blocks& blocks) {
    for (const Block& block : blocks) {
      if (const auto* heading = std::get_if<Heading>(&block)) heading_ = heading->text;
      if (const auto* figure = std::get_if<Figure>(&block)) add(*figure);
      if (const auto* columns = std::get_if<Columns>(&block))
        for (const Blocks& column : columns->columns) collect(column);
    }
  }

  void add(Figure figure) {
    if (figure.title.empty()) figure.title = heading_;
    std::string caption;
    if (!report_.example_tag.empty()) caption += fmt::format("{}. ", report_.example_tag);
    if (!figure.caption.empty()) caption += fmt::format("{} ", figure.caption);
    figure.caption = fmt::format("{}{}.", caption, report_.subject);
    figure.see.reset();  // a slide has no sections
    figures_.push_back({static_cast<int>(figures_.size()) + 1, section_->kind, report_.example_tag, std::move(figure),
                        report_.figure_words});
  }

  const Report& report_;
  const Section* section_ = nullptr;
  std::string heading_;
  std::vector<SingleFigure> figures_;
};

}  // namespace

std::vector<SingleFigure> single_figures(const Report& report) { return Collection(report).run(); }

std::string text_of_figure(const SingleFigure& figure) {
  std::string text;
  const auto put = [&](const std::string& name, const std::string& part) {
    if (!part.empty()) text += fmt::format("{}{}\n{}\n", text.empty() ? "" : "\n", name, part);
  };
  if (!figure.notice.empty()) text += figure.notice + "\n";
  put(figure.words.title, figure.figure.title);
  put(figure.words.subtitle, figure.figure.subtitle);
  put(figure.words.caption, figure.figure.caption);
  put(figure.words.description, figure.figure.description);
  return text;
}

}  // namespace mognad

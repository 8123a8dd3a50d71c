#include "charts/stem_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace mognad {
namespace {

constexpr double kGap = 2;      // between mark and label
constexpr double kLevel = 5.5;  // from one height to the next
constexpr double kLongest = 110;
constexpr double kWithoutPlace = 1000;  // as much worse as a stem of that length
constexpr double kSlant = 12;
constexpr int kRounds = 8;

bool free(const Rect& box, const std::vector<Rect>& taken) {
  return std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.overlaps(box); });
}

bool inside(const Rect& box, const Rect& frame) {
  return box.x >= frame.x && box.y >= frame.y && box.right() <= frame.right() && box.bottom() <= frame.bottom();
}

StemSide other_side(StemSide side) { return side == StemSide::above ? StemSide::below : StemSide::above; }

/// The label `distance` from the mark, moved sideways so that `share` of it lies left of the stem.
StemPlace candidate(const StemLabel& label, StemSide side, double distance, double share) {
  const bool above = side == StemSide::above;
  const double near = above ? label.anchor.y - label.reach : label.anchor.y + label.reach;
  const double edge = above ? near - kGap - distance : near + kGap + distance;
  const Rect box{label.anchor.x - label.size.width * share, above ? edge - label.size.height : edge, label.size.width,
                 label.size.height};
  const Point from{label.anchor.x, near};
  return {box, from, {label.anchor.x, distance > 0 ? edge : near}, false};
}

/// A stem as squares, a little apart: it needs paper on both sides, or it is read as belonging to what it passes.
std::vector<Rect> pieces_of(const StemPlace& place) {
  std::vector<Rect> pieces;
  const double length = place.length();
  for (double at = 1.5; at < length - 1; at += 2) {
    const double t = at / length;
    const Point p{place.from.x + (place.to.x - place.from.x) * t, place.from.y + (place.to.y - place.from.y) * t};
    pieces.push_back({p.x - 1.5, p.y - 1, 3, 2});
  }
  return pieces;
}

bool fits(const StemPlace& place, const Rect& frame, const std::vector<Rect>& taken) {
  if (!inside(place.box, frame) || !free(place.box, taken)) return false;
  const std::vector<Rect> pieces = pieces_of(place);
  return std::all_of(pieces.begin(), pieces.end(), [&](const Rect& piece) { return free(piece, taken); });
}

std::optional<StemPlace> place_left_of(double limit, const StemLabel& label, const Rect& frame,
                                       const std::vector<Rect>& taken) {
  constexpr std::array kCentred{0.5, 0.9, 0.7, 0.3, 0.1}, kToLeft{0.9, 0.7, 0.5, 0.3, 0.1};
  for (const StemSide side : {label.wanted, other_side(label.wanted)})
    for (double distance = label.to_left ? kLevel : 0; distance <= kLongest; distance += kLevel)
      for (const double share : label.to_left ? kToLeft : kCentred) {
        if (distance == 0 && share != 0.5) continue;  // beside its mark a label needs a stem that says whose it is
        const StemPlace place = candidate(label, side, distance, share);
        if (place.box.right() <= limit && fits(place, frame, taken)) return place;
      }
  return std::nullopt;
}

/// The label above or below the mark and to its left or right, with a leader from the mark's edge to the nearest
/// corner.
StemPlace slanted(const StemLabel& label, StemSide side, double rise, double run, bool left) {
  const double y = side == StemSide::above ? label.anchor.y - rise : label.anchor.y + rise;
  const double x = left ? label.anchor.x - run : label.anchor.x + run;
  const double scale = label.reach / std::max(rise, run);
  const Rect box{left ? x - label.size.width + 3 : x - 3, side == StemSide::above ? y - label.size.height : y,
                 label.size.width, label.size.height};
  return {box,
          {label.anchor.x + (x - label.anchor.x) * scale, label.anchor.y + (y - label.anchor.y) * scale},
          {x, y},
          false};
}

std::optional<StemPlace> place_aside(const StemLabel& label, const Rect& frame, const std::vector<Rect>& taken) {
  for (double run = label.reach + 4; run <= 40; run += 4)
    for (double rise = kLevel; rise <= kLongest; rise += kLevel)
      for (const StemSide side : {label.wanted, other_side(label.wanted)})
        for (const bool left : {false, true}) {
          const StemPlace place = slanted(label, side, rise, run, left);
          if (place.length() > 3 && fits(place, frame, taken)) return place;
        }
  return std::nullopt;
}

std::optional<StemPlace> place_beside(const StemLabel& label, const Rect& frame, const std::vector<Rect>& taken) {
  const Rect box{label.anchor.x + label.reach + kGap, label.anchor.y - label.size.height / 2, label.size.width,
                 label.size.height};
  if (!inside(box, frame) || !free(box, taken)) return std::nullopt;
  return StemPlace{box, label.anchor, label.anchor, true};
}

using Places = std::vector<std::optional<StemPlace>>;
using Order = std::vector<std::size_t>;

enum class Sides { wanted, by_turns, other };

/// One way to go through the labels.
struct Attempt {
  Sides sides = Sides::wanted;
  bool beside = true;    // the ends of lines may have their labels on their right
  bool to_left = false;  // labels leave the room over the next mark
  bool leftwards = false;
};

class Placing {
 public:
  Placing(const std::vector<StemLabel>& labels, const Rect& frame, const std::vector<Rect>& taken)
      : labels_(labels), frame_(frame), taken_(taken) {}

  Places run() {
    for (const Sides sides : {Sides::wanted, Sides::by_turns, Sides::other})
      for (const bool beside : {true, false})
        for (const bool to_left : {false, true})
          for (const bool leftwards : {false, true}) {
            attempt({sides, beside, to_left, leftwards});
            if (missing_ == 0) return best_;
          }
    return best_;
  }

 private:
  /// What had no place goes first the next time.
  void attempt(const Attempt& way) {
    Order order(labels_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const double x = labels_[a].anchor.x, y = labels_[b].anchor.x;
      return way.leftwards ? x > y : x < y;
    });
    for (int round = 0; round < kRounds; ++round) {
      const Places places = place(way, order);
      keep(places);
      const auto hard = [&](std::size_t i) { return !places[i]; };
      if (std::none_of(order.begin(), order.end(), hard)) return;
      std::stable_partition(order.begin(), order.end(), hard);
    }
  }

  Places place(const Attempt& way, const Order& order) const {
    Places places(labels_.size());
    std::vector<Rect> taken = taken_;
    for (const std::size_t i : order) {
      StemLabel label = labels_[i];
      label.to_left = way.to_left;
      if (way.sides == Sides::other || (way.sides == Sides::by_turns && i % 2 == 1))
        label.wanted = other_side(label.wanted);
      if (label.ends_line && way.beside) places[i] = place_beside(label, frame_, taken);
      if (!places[i]) places[i] = place_on_stem(label, frame_, taken, way.leftwards ? frame_.right() : next_of(label));
      if (!places[i]) places[i] = place_aside(label, frame_, taken);
      if (!places[i]) continue;
      taken.push_back(places[i]->box);
      const std::vector<Rect> stem = pieces_of(*places[i]);
      taken.insert(taken.end(), stem.begin(), stem.end());
    }
    return places;
  }

  double next_of(const StemLabel& label) const {
    double next = frame_.right() + 3;
    for (const StemLabel& other : labels_)
      if (other.anchor.x > label.anchor.x + 0.5) next = std::min(next, other.anchor.x);
    return next;
  }

  void keep(const Places& places) {
    double cost = 0;
    std::size_t missing = 0;
    for (const auto& place : places) {
      cost += place ? place->length() : kWithoutPlace;
      missing += place ? 0 : 1;
      if (place && place->from.x != place->to.x) cost += kSlant;
    }
    if (!best_.empty() && cost >= least_) return;
    best_ = places, least_ = cost, missing_ = missing;
  }

  const std::vector<StemLabel>& labels_;
  const Rect& frame_;
  const std::vector<Rect>& taken_;
  Places best_;
  double least_ = 0;
  std::size_t missing_ = 0;
};

}  // namespace

double StemPlace::length() const { return std::hypot(to.x - from.x, to.y - from.y); }

std::optional<StemPlace> place_on_stem(const StemLabel& label, const Rect& frame, const std::vector<Rect>& taken,
                                       double next) {
  const auto place = place_left_of(next - 3, label, frame, taken);
  return place ? place : place_left_of(frame.right(), label, frame, taken);
}

Places place_all(const std::vector<StemLabel>& labels, const Rect& frame, const std::vector<Rect>& taken) {
  return labels.empty() ? Places{} : Placing(labels, frame, taken).run();
}

}  // namespace mognad

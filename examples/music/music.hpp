#pragma once

#include <tendon/base/wrapped.hpp>

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace music {

/// Who plays. Tracks share their artist.
class artist {
 public:
  explicit artist(std::string name) : name_(std::move(name)) {}

  std::string const& name() const { return name_; }

 private:
  std::string name_;
};

class track {
 public:
  static constexpr int best_rating = 5;

  explicit track(std::string title, double seconds = 180) : title_(std::move(title)), seconds_(seconds) {}
  track(std::string title, int minutes, int seconds) : track(std::move(title), minutes * 60 + seconds) {}

  /// Reads a line of a track list, such as "Clair de lune 5:20".
  static track parse(std::string const& line) {
    auto const space = line.rfind(' ');
    auto const colon = line.rfind(':');
    if (space == line.npos || colon == line.npos || colon < space)
      throw std::invalid_argument("\"" + line + "\" ends in no duration");
    return {line.substr(0, space), std::stoi(line.substr(space + 1)), std::stoi(line.substr(colon + 1))};
  }

  std::string const& title() const { return title_; }
  double seconds() const { return seconds_; }
  bool is_longer_than(track const& other) const { return seconds_ > other.seconds_; }

  int rating() const { return rating_; }
  void rate(int stars) {
    if (stars < 0 || stars > best_rating) throw std::out_of_range("a rating is from 0 to 5 stars");
    rating_ = stars;
  }

  std::shared_ptr<artist> played_by;

 private:
  std::string title_;
  double seconds_;
  int rating_ = 0;
};

// [cover]
/// The picture of an album: a plain struct, which would cross as an object literal. As a class of its own it
/// can be changed in place.
struct cover {
  int width = 600;
  int height = 600;
};

}  // namespace music

template <>
inline constexpr bool tendon::is_wrapped<music::cover> = true;
// [/cover]

namespace music {

/// Tracks in their order. They belong to it.
class album {
 public:
  explicit album(std::string title) : title(std::move(title)) {}
  album(album const&) = delete;

  // [album]
  album& add(std::unique_ptr<track> added) {
    if (!added) throw std::invalid_argument("there is no track to add");
    tracks_.push_back(std::move(added));
    return *this;
  }

  track& at(std::size_t index) { return *tracks_.at(index); }

  track* find(std::string_view wanted) {
    for (auto const& each : tracks_)
      if (each->title() == wanted) return each.get();
    return nullptr;
  }
  // [/album]

  std::size_t size() const { return tracks_.size(); }

  std::string const title;
  cover front;

 private:
  std::vector<std::unique_ptr<track>> tracks_;
};

/// Plays an album, to which it refers: the album must live longer.
class player {
 public:
  explicit player(album& playing) : playing_(&playing) {}

  /// The next track, or null after the last.
  track* next() { return next_ < playing_->size() ? &playing_->at(next_++) : nullptr; }

 private:
  album* playing_;
  std::size_t next_ = 0;
};

}  // namespace music

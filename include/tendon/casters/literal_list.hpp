#pragma once

#include <string>
#include <utility>

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Puts the literals of elements together. One that is empty, as some element has none, makes the whole
/// empty.
class literal_list {
 public:
  void add(std::string const& element) {
    is_complete_ = is_complete_ && !element.empty();
    text_ += (text_.empty() ? "" : ", ") + element;
  }

  std::string enclosed(std::string const& opening, std::string const& closing) const {
    return is_complete_ ? opening + text_ + closing : std::string();
  }

 private:
  std::string text_;
  bool is_complete_ = true;
};

}  // namespace detail
}  // namespace tendon

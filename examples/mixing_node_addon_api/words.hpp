#pragma once

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Plain C++: knows nothing of JavaScript.
namespace words {

inline std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    auto const end = std::min(text.find(' '), text.size());
    if (end > 0) result.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

inline bool is_shorter(std::string const& left, std::string const& right) {
  return left.size() < right.size();
}

inline std::string longest(std::vector<std::string> const& words) {
  if (words.empty()) throw std::invalid_argument("there are no words");
  return *std::max_element(words.begin(), words.end(), is_shorter);
}

// [shortest]
inline std::string shortest(std::vector<std::string> const& words) {
  if (words.empty()) throw std::invalid_argument("there are no words");
  return *std::min_element(words.begin(), words.end(), is_shorter);
}
// [/shortest]

// [list]
/// The words of some texts.
class list {
 public:
  explicit list(std::string_view text) { add(text); }

  list& add(std::string_view text) {
    for (auto& word : split(text)) words_.push_back(std::move(word));
    return *this;
  }

  std::size_t size() const { return words_.size(); }
  std::string longest() const { return words::longest(words_); }

 private:
  std::vector<std::string> words_;
};
// [/list]

}  // namespace words

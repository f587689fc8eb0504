#pragma once

#include <exception>
#include <string>
#include <utility>

namespace [[gnu::visibility("hidden")]] tendon {

/// A value that can't cross the border. Becomes a TypeError or RangeError with one of Node's codes; the name
/// of the function that was called is put before the message.
class conversion_error : public std::exception {
 public:
  enum class kind { type, range };

  /// `code` must be a string literal, such as "ERR_OUT_OF_RANGE".
  conversion_error(kind type, char const* code, std::string message)
      : kind_(type), code_(code), message_(std::move(message)) {}

  kind type() const noexcept { return kind_; }
  char const* code() const noexcept { return code_; }
  char const* what() const noexcept override { return message_.c_str(); }

 private:
  kind kind_;
  char const* code_;
  std::string message_;
};

}  // namespace tendon

#pragma once

#include <cstdint>
#include <memory>

#include "../describe/class_script.hpp"
#include "../napi/lifetime.hpp"
#include "../napi/reference.hpp"
#include "../napi/status.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What became of a call that came through a stub.
enum class fast_outcome : std::int32_t {
  in_frame = 0,  ///< the result is in the frame
  declined = 1,  ///< nothing happened: the generic tier must do it
  returned = 2,  ///< the entry point returns the result
  receiver = 3,  ///< the result is the object that the method was called on
};

/// Where the frame of an environment lies.
class frame_view {
 public:
  /// Which function is called.
  std::int32_t function_index() const { return header_[0]; }

  /// How many arguments the caller wrote, those beyond the parameters included; or `from_stub`.
  std::int32_t argument_count() const { return header_[1]; }

  /// The slot of the object that a method is called on, or of the object that `slot_of` was asked about;
  /// negative when it has none.
  std::int32_t slot() const { return header_[2]; }

  /// Counts the synchronous turns of JavaScript in which objects were created together; see bursts.hpp.
  std::int32_t turn() const { return header_[4]; }

  /// The number of the token that the script holds for the objects it stamps now; 0 when it holds none.
  std::int32_t held_token() const { return header_[7]; }

  /// The first cell of the call.
  std::int32_t first_cell() const { return header_[6]; }

  /// Tells the script which slot to stamp an object with, how the object is held, and the index of its class.
  void set_stamp(std::uint32_t slot, holding how, std::uint32_t class_index) const {
    header_[2] = static_cast<std::int32_t>(slot);
    header_[3] = static_cast<std::int32_t>(how);
    header_[8] = static_cast<std::int32_t>(class_index);
  }

  void set_outcome(fast_outcome outcome) const { header_[5] = static_cast<std::int32_t>(outcome); }

  double* cells() const { return cells_; }

  static constexpr std::int32_t from_stub = -1;
  static constexpr std::size_t cell_capacity = 131072;

 protected:
  static constexpr std::size_t header_bytes = 64;

  std::int32_t* header_ = nullptr;
  double* cells_ = nullptr;
};

/// Memory that JavaScript and C++ both see, one per environment: a header of integers, then cells in which
/// arguments and results of stubs travel: doubles, or integers in their first four bytes. Scripts write right
/// before they enter C++, which reads before anything else can run. Script code that users write can't reach
/// it. Untouched pages cost nothing.
class frame : public frame_view {
 public:
  explicit frame(std::shared_ptr<lifetime> owner) {
    auto const env = owner->env();
    napi_value buffer = nullptr;
    void* data = nullptr;
    check(env, napi_create_arraybuffer(env, header_bytes + cell_capacity * sizeof(double), &data, &buffer));
    header_ = static_cast<std::int32_t*>(data);
    cells_ = reinterpret_cast<double*>(static_cast<char*>(data) + header_bytes);
    buffer_ = reference(std::move(owner), buffer);
  }

  /// Both parts as JavaScript sees them: an Int32Array and a Float64Array, and one more Int32Array over the
  /// cells. In a handle scope.
  napi_value header_view() const { return view(napi_int32_array, header_bytes / sizeof(std::int32_t), 0); }
  napi_value cell_view() const { return view(napi_float64_array, cell_capacity, header_bytes); }
  napi_value integer_view() const { return view(napi_int32_array, 2 * cell_capacity, header_bytes); }

 private:
  napi_value view(napi_typedarray_type type, std::size_t length, std::size_t offset) const {
    auto const env = buffer_.owner()->env();
    napi_value result = nullptr;
    check(env, napi_create_typedarray(env, type, length, buffer_.get(), offset, &result));
    return result;
  }

  reference buffer_;
};

}  // namespace detail
}  // namespace tendon

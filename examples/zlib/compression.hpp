#pragma once

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

// Plain C++ over zlib. It knows nothing of JavaScript.
namespace compression {

using bytes = std::vector<std::uint8_t>;

/// Continues the checksum `initial` over `data`.
inline std::uint32_t checksum(std::span<std::uint8_t const> data, std::uint32_t initial) {
  return static_cast<std::uint32_t>(crc32_z(initial, data.data(), data.size()));
}

inline void require(bool holds, char const* what, z_stream const& stream) {
  if (!holds) throw std::runtime_error(std::string(what) + ": " + (stream.msg ? stream.msg : "failed"));
}

/// Runs `step` until it has taken all of `data` and ended the stream. zlib counts in 32 bits, so both sides
/// go in chunks.
template <class Step>
bytes transform(z_stream& stream, std::span<std::uint8_t const> data, char const* what, Step step) {
  constexpr std::size_t chunk = 1 << 20;
  bytes output;
  int status = Z_OK;
  do {
    if (stream.avail_in == 0) {
      auto const next = data.first(std::min(chunk, data.size()));
      data = data.subspan(next.size());
      stream.next_in = const_cast<Bytef*>(next.data());
      stream.avail_in = static_cast<uInt>(next.size());
    }
    auto const done = output.size();
    output.resize(done + chunk / 8);
    stream.next_out = output.data() + done;
    stream.avail_out = static_cast<uInt>(output.size() - done);
    status = step(&stream, data.empty() ? Z_FINISH : Z_NO_FLUSH);
    output.resize(output.size() - stream.avail_out);
    auto const starved =
        status == Z_BUF_ERROR && stream.avail_in == 0 && data.empty() && stream.avail_out > 0;
    if (starved) throw std::runtime_error(std::string(what) + ": the data end too early");
    require(status == Z_OK || status == Z_BUF_ERROR || status == Z_STREAM_END, what, stream);
  } while (status != Z_STREAM_END);
  return output;
}

inline bytes compress(std::span<std::uint8_t const> data, int level) {
  if (level < Z_DEFAULT_COMPRESSION || level > Z_BEST_COMPRESSION)
    throw std::out_of_range("level must be from -1 to 9, not " + std::to_string(level));
  z_stream stream{};
  require(deflateInit(&stream, level) == Z_OK, "deflate", stream);
  struct end {
    z_stream& stream;
    ~end() { deflateEnd(&stream); }
  } const at_end{stream};
  return transform(stream, data, "deflate", [](z_stream* each, int flush) { return deflate(each, flush); });
}

inline bytes decompress(std::span<std::uint8_t const> data) {
  z_stream stream{};
  require(inflateInit(&stream) == Z_OK, "inflate", stream);
  struct end {
    z_stream& stream;
    ~end() { inflateEnd(&stream); }
  } const at_end{stream};
  return transform(stream, data, "inflate", [](z_stream* each, int) { return inflate(each, Z_NO_FLUSH); });
}

}  // namespace compression

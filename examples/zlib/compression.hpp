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

// zlib counts in 32 bits, so data go in and out in chunks.
inline constexpr std::size_t chunk = 1 << 20;

/// Gives the stream the next chunk of `data`, once it has taken the last one.
inline void feed(z_stream& stream, std::span<std::uint8_t const>& data) {
  if (stream.avail_in > 0) return;
  auto const next = data.first(std::min(chunk, data.size()));
  data = data.subspan(next.size());
  stream.next_in = const_cast<Bytef*>(next.data());
  stream.avail_in = static_cast<uInt>(next.size());
}

/// Runs `step` with `room` bytes to write at the end of `output`, and returns its status.
template <class Step>
int write(z_stream& stream, bytes& output, std::size_t room, Step step) {
  auto const done = output.size();
  output.resize(done + room);
  stream.next_out = output.data() + done;
  stream.avail_out = static_cast<uInt>(room);
  int const status = step(&stream);
  output.resize(output.size() - stream.avail_out);
  return status;
}

/// Runs `step` until it has taken all of `data` and ended the stream.
template <class Step>
bytes transform(z_stream& stream, std::span<std::uint8_t const> data, char const* what, Step step) {
  bytes output;
  int status = Z_OK;
  do {
    feed(stream, data);
    status = write(stream, output, chunk / 8,
                   [&](z_stream* each) { return step(each, data.empty() ? Z_FINISH : Z_NO_FLUSH); });
    auto const starved =
        status == Z_BUF_ERROR && stream.avail_in == 0 && data.empty() && stream.avail_out > 0;
    if (starved) throw std::runtime_error(std::string(what) + ": the data end too early");
    require(status == Z_OK || status == Z_BUF_ERROR || status == Z_STREAM_END, what, stream);
  } while (status != Z_STREAM_END);
  return output;
}

inline void start_deflate(z_stream& stream, int level) {
  if (level < Z_DEFAULT_COMPRESSION || level > Z_BEST_COMPRESSION)
    throw std::out_of_range("level must be from -1 to 9, not " + std::to_string(level));
  require(deflateInit(&stream, level) == Z_OK, "deflate", stream);
}

inline bytes compress(std::span<std::uint8_t const> data, int level) {
  z_stream stream{};
  start_deflate(stream, level);
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

/// Compresses data piece by piece.
class deflater {
 public:
  explicit deflater(int level) { start_deflate(stream_, level); }
  deflater(deflater const&) = delete;
  deflater& operator=(deflater const&) = delete;
  ~deflater() { deflateEnd(&stream_); }

  /// Takes all of `data`, and gives what is compressed so far; with `finish` all the rest.
  bytes push(std::span<std::uint8_t const> data, bool finish) {
    if (finished_) throw std::logic_error("push: the stream is finished");
    stream_.avail_in = 0;  // What a push that failed has left lies in data that are gone.
    bytes output;
    int status = Z_OK;
    do {
      feed(stream_, data);
      auto const flush = finish && data.empty() ? Z_FINISH : Z_NO_FLUSH;
      status = write(stream_, output, chunk / 64, [&](z_stream* each) { return deflate(each, flush); });
      require(status == Z_OK || status == Z_BUF_ERROR || status == Z_STREAM_END, "push", stream_);
    } while (status != Z_STREAM_END &&
             (finish || stream_.avail_in > 0 || !data.empty() || stream_.avail_out == 0));
    finished_ = finish;
    return output;
  }

  std::size_t total_in() const { return stream_.total_in; }
  std::size_t total_out() const { return stream_.total_out; }
  bool finished() const { return finished_; }

 private:
  z_stream stream_{};
  bool finished_ = false;
};

}  // namespace compression

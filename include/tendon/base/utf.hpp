#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// V8 decodes UTF-8 byte by byte, with much ado for each. Most texts have runs of ASCII, so both directions go
// on by blocks of eight until one is not ASCII, which goes by itself.

inline constexpr std::size_t utf_block = 8;

template <class Word>
Word word_at(void const* place) {
  Word result;
  std::memcpy(&result, place, sizeof result);
  return result;
}

/// Whether none of eight bytes is beyond ASCII.
inline bool is_ascii_block(char const* bytes) {
  return (word_at<std::uint64_t>(bytes) & 0x8080808080808080) == 0;
}

/// Narrows eight units unless one of them is beyond ASCII.
inline bool narrow_ascii_block(char16_t const* units, char* to) {
  auto const narrowed = [](std::uint64_t four) {
    four = (four | four >> 8) & 0x0000ffff0000ffff;
    return static_cast<std::uint32_t>(four | four >> 16);
  };
  auto const low = word_at<std::uint64_t>(units);
  auto const high = word_at<std::uint64_t>(units + 4);
  if (((low | high) & 0xff80ff80ff80ff80) != 0) return false;
  std::uint32_t const bytes[] = {narrowed(low), narrowed(high)};
  std::memcpy(to, bytes, sizeof bytes);
  return true;
}

/// Widens eight bytes unless one of them is beyond ASCII.
inline bool widen_ascii_block(char const* bytes, char16_t* to) {
  auto const widened = [](std::uint64_t four) {
    four = (four | four << 16) & 0x0000ffff0000ffff;
    return (four | four << 8) & 0x00ff00ff00ff00ff;
  };
  if (!is_ascii_block(bytes)) return false;
  std::uint64_t const units[] = {widened(word_at<std::uint32_t>(bytes)),
                                 widened(word_at<std::uint32_t>(bytes + 4))};
  std::memcpy(to, units, sizeof units);
  return true;
}

inline bool is_ascii(std::string_view text) {
  std::size_t i = 0;
  for (; i + utf_block <= text.size(); i += utf_block)
    if (!is_ascii_block(text.data() + i)) return false;
  for (; i < text.size(); ++i)
    if (static_cast<unsigned char>(text[i]) >= 0x80) return false;
  return true;
}

constexpr bool is_surrogate(char32_t character) { return character >= 0xd800 && character < 0xe000; }

/// Reads the character at `at`, which becomes the place behind it. False when there is none in well-formed
/// UTF-8 (Unicode, table 3-7).
inline bool take_utf8(char const*& at, char const* end, char32_t& character) {
  auto const first = static_cast<unsigned char>(*at++);
  if (first < 0x80) {
    character = first;
    return true;
  }
  auto const rest = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  if (first < 0xc2 || first > 0xf4 || end - at < rest) return false;
  character = first & (0x3fu >> rest);
  for (int i = 0; i < rest; ++i) {
    auto const next = static_cast<unsigned char>(*at++);
    if ((next & 0xc0) != 0x80) return false;
    character = character << 6 | (next & 0x3f);
  }
  constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
  return character >= least[rest] && character <= 0x10ffff && !is_surrogate(character);
}

inline char16_t* put_utf16(char32_t character, char16_t* to) {
  if (character >= 0x10000) {
    character -= 0x10000;
    *to++ = static_cast<char16_t>(0xd800 + (character >> 10));
    character = 0xdc00 + (character & 0x3ff);
  }
  *to++ = static_cast<char16_t>(character);
  return to;
}

/// Decodes UTF-8 to UTF-16. `to` has room for a unit a byte, and `bits` gets the bits that any character has.
/// Gives the end, or null when the text is not well-formed.
inline char16_t* decode_utf8(std::string_view text, char16_t* to, char32_t& bits) {
  auto const* at = text.data();
  auto const* const end = at + text.size();
  bits = 0;
  while (at != end) {
    if (static_cast<std::size_t>(end - at) >= utf_block && widen_ascii_block(at, to)) {
      at += utf_block;
      to += utf_block;
      continue;
    }
    auto const* const next = static_cast<std::size_t>(end - at) > utf_block ? at + utf_block : end;
    while (at < next) {
      char32_t character = 0;
      if (!take_utf8(at, end, character)) return nullptr;
      bits |= character;
      to = put_utf16(character, to);
    }
  }
  return to;
}

/// Writes a character, which is no surrogate, as UTF-8; gives the end.
inline char* put_utf8(char32_t character, char* to) {
  auto const put = [&to](char32_t byte) { *to++ = static_cast<char>(byte); };
  auto const put_tail = [&](int shift) { put(0x80 | (character >> shift & 0x3f)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xc0 | character >> 6);
    put_tail(0);
  } else if (character < 0x10000) {
    put(0xe0 | character >> 12);
    put_tail(6);
    put_tail(0);
  } else {
    put(0xf0 | character >> 18);
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
  return to;
}

/// Reads the character at `at`, which becomes the place behind it; U+FFFD for a lone surrogate.
inline char32_t take_utf16(char16_t const*& at, char16_t const* end) {
  constexpr char32_t replacement = 0xfffd;
  char32_t const first = *at++;
  if (!is_surrogate(first)) return first;
  auto const is_pair = first < 0xdc00 && at != end && *at >= 0xdc00 && *at < 0xe000;
  return is_pair ? 0x10000 + ((first - 0xd800) << 10) + (*at++ - 0xdc00u) : replacement;
}

/// Encodes UTF-16 as UTF-8, lone surrogates as U+FFFD. `to` has room for three bytes a unit. Gives the end.
inline char* encode_utf8(std::u16string_view text, char* to) {
  auto const* at = text.data();
  auto const* const end = at + text.size();
  while (at != end) {
    if (static_cast<std::size_t>(end - at) >= utf_block && narrow_ascii_block(at, to)) {
      at += utf_block;
      to += utf_block;
      continue;
    }
    auto const* const next = static_cast<std::size_t>(end - at) > utf_block ? at + utf_block : end;
    while (at < next) to = put_utf8(take_utf16(at, end), to);
  }
  return to;
}

inline std::string to_utf8(std::u16string_view text) {
  constexpr std::size_t few = 256;
  if (text.size() <= few) {
    char bytes[3 * few];
    return {bytes, static_cast<std::size_t>(encode_utf8(text, bytes) - bytes)};
  }
  std::string result(3 * text.size(), '\0');
  result.resize(static_cast<std::size_t>(encode_utf8(text, result.data()) - result.data()));
  return result;
}

}  // namespace detail
}  // namespace tendon

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// V8 decodes UTF-8 byte by byte, with much ado for each. Most texts have runs of ASCII, so this goes on by
// blocks of eight bytes until one is not ASCII, which goes by itself.

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

}  // namespace detail
}  // namespace tendon

#pragma once

#include <vector>

#include "foreign/algebra.hpp"
#include "foreign/toolkit.hpp"

namespace drawing {

// [label]
struct label {
  toolkit::text text;
  toolkit::opacity opacity{1};
  algebra::matrix<double> placement;
};
// [/label]

inline toolkit::text joined(std::vector<toolkit::text> const& texts, toolkit::text const& separator) {
  toolkit::text result;
  for (auto const& each : texts) {
    if (&each != texts.data()) result.append(separator);
    result.append(each);
  }
  return result;
}

inline label faded(label of, toolkit::opacity by) {
  of.opacity = toolkit::opacity(of.opacity.value() * by.value());
  return of;
}

}  // namespace drawing

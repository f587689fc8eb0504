#pragma once

#include <cstdio>
#include <stdexcept>

namespace cookies {

/// What the hooks of one environment have done. Each environment, the main thread's or a worker's, has a
/// thread of its own.
struct record {
  int objects = 0;
  int cookies = 0;
};
inline thread_local record done;

inline char cookie[] = "yum yum";

/// Gets what it was registered with. Runs second, so the object is there.
inline void eat(void* data) {
  if (data != cookie || done.objects != 1) throw std::logic_error("this is not the cookie, or not its turn");
  ++done.cookies;
}

/// Runs last, since it was registered first.
inline void sanity_check() {
  if (done.objects != 1 || done.cookies != 1) throw std::logic_error("a hook has not run once");
  std::fprintf(stderr, "at_exit_hooks: made an object, ate \"%s\"\n", cookie);
}

}  // namespace cookies

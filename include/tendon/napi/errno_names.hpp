#pragma once

#include <cerrno>

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// `ENOENT` for 2 and so on, for the values that C++ names in std::errc; null for others. Some systems give
/// two names to one value; the first here counts.
inline char const* errno_name(int value) {
  struct entry {
    int value;
    char const* name;
  };
#define TENDON_ERRNO(name) \
  { name, #name }
  static constexpr entry entries[] = {
      TENDON_ERRNO(E2BIG),         TENDON_ERRNO(EACCES),          TENDON_ERRNO(EADDRINUSE),
      TENDON_ERRNO(EADDRNOTAVAIL), TENDON_ERRNO(EAFNOSUPPORT),    TENDON_ERRNO(EAGAIN),
      TENDON_ERRNO(EALREADY),      TENDON_ERRNO(EBADF),           TENDON_ERRNO(EBADMSG),
      TENDON_ERRNO(EBUSY),         TENDON_ERRNO(ECANCELED),       TENDON_ERRNO(ECHILD),
      TENDON_ERRNO(ECONNABORTED),  TENDON_ERRNO(ECONNREFUSED),    TENDON_ERRNO(ECONNRESET),
      TENDON_ERRNO(EDEADLK),       TENDON_ERRNO(EDESTADDRREQ),    TENDON_ERRNO(EDOM),
      TENDON_ERRNO(EEXIST),        TENDON_ERRNO(EFAULT),          TENDON_ERRNO(EFBIG),
      TENDON_ERRNO(EHOSTUNREACH),  TENDON_ERRNO(EIDRM),           TENDON_ERRNO(EILSEQ),
      TENDON_ERRNO(EINPROGRESS),   TENDON_ERRNO(EINTR),           TENDON_ERRNO(EINVAL),
      TENDON_ERRNO(EIO),           TENDON_ERRNO(EISCONN),         TENDON_ERRNO(EISDIR),
      TENDON_ERRNO(ELOOP),         TENDON_ERRNO(EMFILE),          TENDON_ERRNO(EMLINK),
      TENDON_ERRNO(EMSGSIZE),      TENDON_ERRNO(ENAMETOOLONG),    TENDON_ERRNO(ENETDOWN),
      TENDON_ERRNO(ENETRESET),     TENDON_ERRNO(ENETUNREACH),     TENDON_ERRNO(ENFILE),
      TENDON_ERRNO(ENOBUFS),       TENDON_ERRNO(ENODEV),          TENDON_ERRNO(ENOENT),
      TENDON_ERRNO(ENOEXEC),       TENDON_ERRNO(ENOLCK),          TENDON_ERRNO(ENOLINK),
      TENDON_ERRNO(ENOMEM),        TENDON_ERRNO(ENOMSG),          TENDON_ERRNO(ENOPROTOOPT),
      TENDON_ERRNO(ENOSPC),        TENDON_ERRNO(ENOSYS),          TENDON_ERRNO(ENOTCONN),
      TENDON_ERRNO(ENOTDIR),       TENDON_ERRNO(ENOTEMPTY),       TENDON_ERRNO(ENOTRECOVERABLE),
      TENDON_ERRNO(ENOTSOCK),      TENDON_ERRNO(ENOTSUP),         TENDON_ERRNO(ENOTTY),
      TENDON_ERRNO(ENXIO),         TENDON_ERRNO(EOPNOTSUPP),      TENDON_ERRNO(EOVERFLOW),
      TENDON_ERRNO(EOWNERDEAD),    TENDON_ERRNO(EPERM),           TENDON_ERRNO(EPIPE),
      TENDON_ERRNO(EPROTO),        TENDON_ERRNO(EPROTONOSUPPORT), TENDON_ERRNO(EPROTOTYPE),
      TENDON_ERRNO(ERANGE),        TENDON_ERRNO(EROFS),           TENDON_ERRNO(ESPIPE),
      TENDON_ERRNO(ESRCH),         TENDON_ERRNO(ETIMEDOUT),       TENDON_ERRNO(ETXTBSY),
      TENDON_ERRNO(EWOULDBLOCK),   TENDON_ERRNO(EXDEV),
  };
#undef TENDON_ERRNO
  for (auto const& each : entries)
    if (each.value == value) return each.name;
  return nullptr;
}

}  // namespace detail
}  // namespace tendon

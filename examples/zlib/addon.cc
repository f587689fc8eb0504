#include <tendon/tendon.hpp>

#include "compression.hpp"

TENDON_ADDON(zlib) {
  export_function<&compression::checksum>("crc32", arg("data"), arg("initial") = 0,
                                          doc("The CRC-32 checksum of some bytes."));
  export_function<&compression::compress>(
      "deflate", arg("data"), arg("level") = Z_DEFAULT_COMPRESSION,
      doc("Compresses bytes into the zlib format, at level 0 (fast) to 9 (small)."));
  export_function<&compression::decompress>("inflate", arg("data"),
                                            doc("Decompresses bytes in the zlib format."));
  export_value("version", std::string(zlibVersion()), returns(ts("string")),
               doc("The version of zlib that Node.js carries."));
}

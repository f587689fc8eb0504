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
  wrap_class<compression::deflater>("Deflate", prompt,
                                    doc("Compresses data piece by piece into the zlib format."))
      .constructor<int>(arg("level") = Z_DEFAULT_COMPRESSION)
      .method<&compression::deflater::push>(
          "push", arg("chunk"), arg("finish") = false,
          doc("Returns what is compressed so far. The last chunk says that it finishes the stream."))
      .getter<&compression::deflater::total_in>("totalIn", doc("How many bytes were pushed."))
      .getter<&compression::deflater::total_out>("totalOut", doc("How many bytes came out."))
      .getter<&compression::deflater::finished>("finished");
  export_value("version", std::string(zlibVersion()), returns(ts("string")),
               doc("The version of zlib that Node.js carries."));
}

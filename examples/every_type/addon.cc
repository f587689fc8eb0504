#include <tendon/tendon.hpp>

#include "every_type.hpp"

using namespace every_type;

// One function for each row of docs/types.md, so that types/every_type.d.ts shows how every type is declared.
TENDON_ADDON(every_type) {
  export_function<&same<bool>>("boolean", arg("value"));
  export_function<&same<std::int16_t>>("integer", arg("value"));
  export_function<&same<std::int64_t>>("wideInteger", arg("value"));
  export_function<&same<tendon::bigint<std::uint64_t>>>("bigInteger", arg("value"));
  export_function<&same<double>>("number", arg("value"));
  export_function<&same<float>>("float", arg("value"));
  export_function<&same<std::string>>("text", arg("value"));
  export_function<&length>("textView", arg("value"));
  export_function<&c_length>("cString", arg("value"));
  export_function<&same<std::u8string>>("utf8", arg("value"));
  export_function<&same<std::u16string>>("utf16", arg("value"));
  export_function<&same<char>>("character", arg("value"));
  export_function<&same<char16_t>>("utf16Unit", arg("value"));
  export_function<&same<std::filesystem::path>>("path", arg("value"));
  export_function<&same<std::nullptr_t>>("nothing", arg("value"));
  export_function<&same<std::monostate>>("missing", arg("value"));
  export_function<&same<std::optional<double>>>("optional", arg("value"));
  export_function<&same<std::vector<std::string>>>("vector", arg("value"));
  export_function<&same<std::deque<double>>>("deque", arg("value"));
  export_function<&same<std::list<bool>>>("list", arg("value"));
  export_function<&same<std::vector<std::byte>>>("bytes", arg("value"));
  export_function<&same<std::pair<double, std::string>>>("pair", arg("value"));
  export_function<&same<std::tuple<int, bool, std::optional<int>>>>("tuple", arg("value"));
  export_function<&same<std::array<double, 3>>>("array", arg("value"));
  export_function<&same<std::array<double, 17>>>("longArray", arg("value"));
  export_function<&same<std::array<std::uint8_t, 4>>>("byteArray", arg("value"));
  export_function<&same<std::set<std::string>>>("set", arg("value"));
  export_function<&same<std::map<std::string, std::vector<std::optional<point>>>>>("record", arg("value"));
  export_function<&same<std::unordered_map<int, std::string>>>("map", arg("value"));
  export_function<&same<std::variant<double, std::string, std::vector<bool>>>>("variant", arg("value"));
  export_function<&doubled>("span", arg("value"));
  export_function<&same<std::chrono::system_clock::time_point>>("time", arg("value"));
  export_function<&same<std::chrono::seconds>>("duration", arg("value"));
  export_function<&same<tendon::typed_array<std::int32_t>>>("typedArray", arg("value"));
  export_function<&same<color>>("enumerator", arg("value"));
  export_function<&same<level>>("numericEnumerator", arg("value"));
  export_function<&same<point>>("struct", arg("value"));
  export_function<&same<marker>>("structOfAll", arg("value"));
  export_function<&same<std::function<double(std::string)>>>("function", arg("value"));
  export_function<&parse>("expected", arg("value"));
  export_function<&failing>("errorCode", arg("value"));
  export_function<&called>("functionRef", arg("value"));
  export_function<&count>("rest", arg("values"));
  export_function<&same<napi_value>>("handle", arg("value"));

  wrap_class<thing>("Thing").constructor<int>(arg("number")).getter<&thing::number>("number");
  export_function<&same<thing>>("object", arg("value"));
  export_function<&number_of>("objectReference", arg("value"));
  export_function<&number_or_none>("objectPointer", arg("value"));
  export_function<&same<std::shared_ptr<thing>>>("sharedObject", arg("value"), returns(nullable));
  export_function<&same<std::unique_ptr<thing>>>("givenObject", arg("value"));
}

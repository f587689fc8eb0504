#include <tendon/tendon.hpp>

#include "tour.hpp"

namespace {

// [split]
/// Large addons describe each part in a function of its own.
void bind_text(tendon::addon& addon) {
  using tendon::arg;
  addon.export_function<&tour::greet>(arg("name"), arg("title"));
  addon.export_function<&tour::each_line>("eachLine", arg("text"), arg("visit"));
}
// [/split]

void bind_values(tendon::addon& addon) {
  using tendon::arg;
  addon.export_function<&tour::tone>(arg("frequency"), arg("length"));
  addon.export_function<&tour::largest>(arg("first"), arg("others"));
  addon.export_function<&tour::between>(arg("from"), arg("to"));
  addon.export_function<&tour::with_extension>("withExtension", arg("path"), arg("extension"));
  addon.export_function<&tour::repeated>(arg("letter"), arg("count"));
  addon.export_function<&tour::nothing>(arg("value"));
  addon.export_function<&tour::remove_file>("removeFile", arg("path"));
}

}  // namespace

TENDON_ADDON(tour) {
  // [overloads]
  export_function<tendon::overload<double(double)>(&tour::area)>("area", arg("side"));
  export_function<tendon::overload<double(double, double)>(&tour::area)>("area", arg("width"), arg("height"));
  export_function<tendon::overload<double(tour::room const&)>(&tour::area)>("area", arg("room"));
  // [/overloads]

  // [stored]
  export_function("nextTicket", tour::ticket_machine{});
  // [/stored]

  // [enums]
  export_enum<tour::tide>("Tide", doc("What the sea does."));
  export_enum<tour::priority>("Priority");
  export_function<&tour::next>("nextTide", arg("now"));
  export_function<&tour::more_urgent>("moreUrgent", arg("one"), arg("other") = tour::priority::normal);
  // [/enums]

  // [own_errors]
  export_error<tour::config_error>("ConfigError").code("ERR_CONFIG");
  export_error<tour::syntax_error, tour::config_error>("ConfigSyntaxError")
      .property<&tour::syntax_error::line>("line", doc("The first line is 1."));
  export_function<&tour::count_settings>("countSettings", arg("text"));
  // [/own_errors]

  // [units]
  auto& units = submodule("units", doc("What lengths are in other units."));
  units.export_function<&tour::to_inches>("toInches", arg("millimetres"));
  units.export_value("MILLIMETRES_PER_INCH", 25.4);
  // [/units]

  // [values]
  export_value("LIMIT", 100, doc("No more than this many."));
  // [/values]

  export_function<&tour::scaled_by>("scaledBy", arg("factor"), returns(named("scaled")));
  export_function<&tour::scale>(arg("samples"), arg("factor") = 2.0);
  export_function<&tour::count_samples>("countSamples", arg("survey"));
  export_function<&tour::moved>(arg("survey"), arg("by"));
  export_function<&tour::by_rank>("byRank", arg("names"));
  export_function<&tour::same_position>("samePosition", arg("position"));
  export_function<&tour::root>(arg("value"));
  export_function<&tour::open_missing>("openMissing", arg("path"));
  export_function<&tour::visit>(arg("name"));
  export_function<&tour::lock>(arg("path"));
  export_function<&tour::is_promise>("isPromise", arg("value"));
  bind_text(*this);
  bind_values(*this);
}

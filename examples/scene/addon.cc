#include <tendon/tendon.hpp>

#include "scene.hpp"

using namespace scene;

// [overridable]
/// A node whose bounds and drawing a JavaScript class gives.
struct js_node : tendon::overridable<node> {
  using overridable::overridable;

  box bounds() const override { return require_override<box>("bounds"); }
  void draw(canvas& on) const override {
    call_override(
        "draw", [&] { node::draw(on); }, on);
  }
};
// [/overridable]

TENDON_ADDON(scene) {
  wrap_class<canvas>("Canvas", doc("What nodes are drawn on.")).method<&canvas::draw>("draw", arg("command"));

  // [node]
  wrap_class<node>("Node", doc("Anything in a scene."))
      .overridable<js_node>()
      .constructor<std::string>(arg("name"))
      .getter<&node::name>("name")
      .method<&node::bounds>("bounds")
      .method<&node::draw>("draw", arg("on"))
      .method<&node::area>("area", doc("How much space it takes."));
  // [/node]

  // [bases]
  wrap_class<circle, node>("Circle")
      .constructor<std::string, point, double>(arg("name"), arg("center"), arg("radius"))
      .property<&circle::center>("center")
      .property<&circle::radius>("radius");

  wrap_class<clickable>("Clickable", doc("Reacts to clicks, beside whatever else it is."))
      .getter<&clickable::clicks>("clicks")
      .method<&clickable::click>("click", doc("Returns how often it was clicked."));

  wrap_class<button, node, clickable>("Button").constructor<std::string, box>(arg("name"), arg("place"));
  // [/bases]

  // [group]
  wrap_class<group, node>("Group", doc("Holds other nodes."))
      .constructor<std::string>(arg("name"))
      .method<&group::add>("add", arg("node"))
      .method<&group::find>("find", arg("name"), returns(nullable),
                            doc("The first of that name, in all groups below."));
  // [/group]

  export_function<&render>("render", arg("node"), doc("The commands that draw a node."));
  export_function<&click_at>("clickAt", arg("group"), arg("at"));
  export_function<&clicks_of>("clicksOf", arg("clicked"));
}

#include <tendon/casters/wrapped.hpp>

#include <doctest/doctest.h>

#include "classes.hpp"
#include "javascript.hpp"

#include <memory>
#include <utility>

using test_classes::item;

// tests/glue/object.test.cc wraps the class.

TEST_CASE("an object of a wrapped class converts both ways") {
  auto& in = tendon::detail::environment::of(test_env);
  tendon::detail::objects::call_scope const pins(in.wrapped_objects());
  auto const object = tendon::caster<std::unique_ptr<item>>::to_js(test_env, std::make_unique<item>(5));
  tendon::value const from(test_env, object, "value");
  CHECK(asked("(object) => `${object.constructor.name} ${object.number}`", object) == "Item 5");

  auto* const same = tendon::caster<item*>::from_js(from);
  CHECK(&tendon::caster<item>::from_js(from).get() == same);
  CHECK(tendon::caster<item>::copy_from_js(from).number() == 5);
  auto const shared = tendon::caster<std::shared_ptr<item>>::from_js(from);
  CHECK(shared.get() == same);
  CHECK(same_value(tendon::caster<std::shared_ptr<item>>::to_js(test_env, shared), object));
  CHECK(asked("(object) => String(object.number)", tendon::caster<item>::to_js(test_env, item(7))) == "7");
}

TEST_CASE("pointers to objects can be null") {
  CHECK(held<item*>("null") == nullptr);
  CHECK(held<std::shared_ptr<item>>("undefined") == nullptr);
  CHECK(thrown_out_of("f", [] { (void)tendon::caster<std::unique_ptr<item>>::to_js(test_env, nullptr); }) ==
        "Error: a null pointer was returned; allow it with returns(nullable)");
}

TEST_CASE("what is no object of the class is refused") {
  CHECK(
      refusal<item>("{ number: 5 }") ==
      R"(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be an instance of Item. Received an instance of Object)");
  CHECK(
      refusal<std::shared_ptr<item>>("5") ==
      R"(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be an instance of Item. Received type number (5))");
}

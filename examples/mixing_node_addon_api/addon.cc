#include <tendon/interop/node_addon_api.hpp>

#include "session.hpp"
#include "tally.hpp"
#include "words.hpp"

namespace {

// [by-hand]
Napi::Value longest_word(Napi::CallbackInfo const& info) {
  auto const env = info.Env();
  if (info.Length() < 1 || !info[0].IsArray()) throw Napi::TypeError::New(env, "an array is expected");
  auto const array = info[0].As<Napi::Array>();
  std::vector<std::string> list;
  for (std::uint32_t i = 0; i < array.Length(); ++i) {
    Napi::Value const each = array[i];
    if (!each.IsString()) throw Napi::TypeError::New(env, "an array of strings is expected");
    list.push_back(each.As<Napi::String>());
  }
  ++env.GetInstanceData<session>()->calls;
  try {
    return Napi::String::New(env, words::longest(list));
  } catch (std::invalid_argument const& error) {
    throw Napi::TypeError::New(env, error.what());
  }
}
// [/by-hand]

// [callback]
/// Calls a JavaScript function, whose exceptions pass through as Napi::Error.
void each_word(std::string const& text, Napi::Function visit) {
  for (auto const& word : words::split(text)) visit.Call({Napi::String::New(visit.Env(), word)});
}
// [/callback]

// [instance-data]
int calls(Napi::Env env) { return env.GetInstanceData<session>()->calls; }
// [/instance-data]

// [object-wrap]
/// Takes an object of a class that has not moved.
void add_words(Napi::Object to, std::string const& text) {
  auto const env = to.Env();
  if (!to.InstanceOf(env.GetInstanceData<session>()->tally_class.Value()))
    throw Napi::TypeError::New(env, "a Tally is expected");
  for (auto const& word : words::split(text)) tally::Unwrap(to)->add(word);
}
// [/object-wrap]

// [moved]
/// What has moved. Everything that a TENDON_ADDON block can say stands in describe_.
struct moved : tendon::addon {
  void describe_() {
    export_function<&words::shortest>("shortestWord", arg("words"), doc("The first of the shortest words."));
    export_function<&each_word>("eachWord", arg("text"), arg("visit", ts("(word: string) => void")));
    export_function<&calls>(doc("How often longestWord was called."));
    export_function<&add_words>("addWords", arg("tally"), arg("text"));
    // [moved-class]
    wrap_class<words::list>("WordList")
        .constructor<std::string_view>(arg("text") = "")
        .method<&words::list::add>("add", arg("text"))
        .method<&words::list::longest>("longest")
        .getter<&words::list::size>("size");
    // [/moved-class]
  }
};
// [/moved]

// [init]
Napi::Object init(Napi::Env env, Napi::Object exports) {
  auto const tally_class = tally::define(env);
  env.SetInstanceData(new session{Napi::Persistent(tally_class)});
  exports.Set("Tally", tally_class);
  exports.Set("longestWord", Napi::Function::New(env, &longest_word, "longestWord"));
  return tendon::install<moved>(env, exports);
}
// [/init]

}  // namespace

NODE_API_MODULE(mixing_node_addon_api, init)

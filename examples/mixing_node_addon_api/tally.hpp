#pragma once

#include <napi.h>

#include <map>
#include <string>

/// Counts words. Written with node-addon-api, and not moved.
class tally : public Napi::ObjectWrap<tally> {
 public:
  explicit tally(Napi::CallbackInfo const& info) : ObjectWrap(info) {}

  static Napi::Function define(Napi::Env env) {
    return DefineClass(env, "Tally", {InstanceMethod<&tally::count_of>("countOf")});
  }

  void add(std::string const& word) { ++counts_[word]; }

 private:
  Napi::Value count_of(Napi::CallbackInfo const& info) {
    if (!info[0].IsString()) throw Napi::TypeError::New(info.Env(), "a word is expected");
    auto const found = counts_.find(info[0].As<Napi::String>());
    return Napi::Number::New(info.Env(), found == counts_.end() ? 0 : found->second);
  }

  std::map<std::string, int> counts_;
};

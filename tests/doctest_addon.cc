// Runs doctest cases inside Node.js: list() gives their names, run(name) the text of what failed, '' when
// nothing did. It uses the C Node-API alone, so that a fault in the library cannot hide itself here.
#ifndef NAPI_VERSION
#define NAPI_VERSION 9
#endif
#define DOCTEST_CONFIG_IMPLEMENT
// A crash should reach Node.js as it is: the output collected so far is lost either way.
#define DOCTEST_CONFIG_NO_POSIX_SIGNALS
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "doctest_env.hpp"

napi_env test_env = nullptr;

napi_value make_test_functions(napi_env env);  // functions.cc

namespace {

std::vector<std::string> listed_names;

/// Receives the answer to --list-test-cases; every other event is ignored.
struct name_collector : doctest::IReporter {
  explicit name_collector(const doctest::ContextOptions&) {}
  void report_query(const doctest::QueryData& query) override {
    for (unsigned i = 0; i < query.num_data; ++i) listed_names.emplace_back(query.data[i]->m_name);
  }
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_start(const doctest::TestCaseData&) override {}
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_end(const doctest::CurrentTestCaseStats&) override {}
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}
};
REGISTER_REPORTER("names", 1, name_collector);

/// The names of all cases, in the order in which doctest runs and counts them.
std::vector<std::string> test_names() {
  const char* arguments[] = {"", "--list-test-cases", "--reporters=names"};
  doctest::Context context(3, arguments);
  listed_names.clear();
  context.run();
  return listed_names;
}

std::string text_of(napi_env env, napi_value value) {
  napi_value as_string;
  if (napi_coerce_to_string(env, value, &as_string) != napi_ok) {
    napi_value ignored;
    napi_get_and_clear_last_exception(env, &ignored);
    return "a value that has no text";
  }
  size_t size = 0;
  napi_get_value_string_utf8(env, as_string, nullptr, 0, &size);
  std::string text(size, '\0');
  napi_get_value_string_utf8(env, as_string, text.data(), size + 1, &size);
  return text;
}

/// Clears a JavaScript exception that a case left behind; returns what was wrong, or nothing.
std::string clear_pending_exception(napi_env env) {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (!pending) return {};
  napi_value error;
  napi_get_and_clear_last_exception(env, &error);
  return "The case left a JavaScript exception pending: " + text_of(env, error) + "\n";
}

/// Runs the case at this place of test_names(). By place: doctest's own filter by name knows wildcards.
std::string run_case(napi_env env, int place) {
  std::ostringstream output;
  doctest::Context context;
  context.setCout(&output);
  context.setOption("no-breaks", true);
  context.setOption("no-colors", true);
  context.setOption("no-intro", true);
  context.setOption("first", place + 1);
  context.setOption("last", place + 1);
  napi_handle_scope scope;
  napi_open_handle_scope(env, &scope);
  test_env = env;
  const bool passed = context.run() == 0;
  test_env = nullptr;
  const std::string left_behind = clear_pending_exception(env);
  napi_close_handle_scope(env, scope);
  return passed ? left_behind : left_behind + output.str();
}

napi_value string_value(napi_env env, const std::string& text) {
  napi_value value;
  napi_create_string_utf8(env, text.data(), text.size(), &value);
  return value;
}

napi_value list(napi_env env, napi_callback_info) {
  napi_value names;
  napi_create_array(env, &names);
  uint32_t index = 0;
  for (const std::string& name : test_names()) napi_set_element(env, names, index++, string_value(env, name));
  return names;
}

napi_value run(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  const std::string wanted = text_of(env, argument);
  const std::vector<std::string> names = test_names();
  std::string failures;
  bool found = false;
  for (size_t place = 0; place < names.size(); ++place) {
    if (names[place] != wanted) continue;
    found = true;
    failures += run_case(env, static_cast<int>(place));
  }
  return string_value(env, found ? failures : "There is no test case named " + wanted + ".");
}

void set_function(napi_env env, napi_value target, const char* name, napi_callback callback) {
  napi_value function;
  napi_create_function(env, name, NAPI_AUTO_LENGTH, callback, nullptr, &function);
  napi_set_named_property(env, target, name, function);
}

}  // namespace

NAPI_MODULE_INIT() {
  set_function(env, exports, "list", list);
  set_function(env, exports, "run", run);
  if (napi_value functions = make_test_functions(env))
    napi_set_named_property(env, exports, "functions", functions);
  return exports;
}

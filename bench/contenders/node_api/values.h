// Throwing, reading and making values. Arguments are checked by what Node-API itself reports where it checks
// anyway, which saves a call for each.
#ifndef BENCH_VALUES_H
#define BENCH_VALUES_H

#define NAPI_VERSION 8
#include <node_api.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

enum { text_on_stack = 2048 };

static inline void throw_last_error(napi_env env) {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (pending) return;
  const napi_extended_error_info* info = NULL;
  napi_get_last_error_info(env, &info);
  napi_throw_error(env, NULL, info != NULL && info->error_message != NULL ? info->error_message : "Failed");
}

#define CALL(call)           \
  do {                       \
    if ((call) != napi_ok) { \
      throw_last_error(env); \
      return NULL;           \
    }                        \
  } while (0)

static inline bool wrong_type(napi_env env, const char* message) {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (!pending) napi_throw_type_error(env, "ERR_INVALID_ARG_TYPE", message);
  return false;
}

/// Reads exactly `count` arguments.
static inline bool read_arguments(napi_env env, napi_callback_info info, size_t count, napi_value* values,
                                  napi_value* receiver) {
  size_t given = count;
  if (napi_get_cb_info(env, info, &given, values, receiver, NULL) != napi_ok) {
    throw_last_error(env);
    return false;
  }
  if (given >= count) return true;
  napi_throw_type_error(env, "ERR_MISSING_ARGS", "Wrong number of arguments");
  return false;
}

static inline bool read_double(napi_env env, napi_value value, double* result) {
  if (napi_get_value_double(env, value, result) == napi_ok) return true;
  return wrong_type(env, "The argument must be a number");
}

static inline bool read_int(napi_env env, napi_value value, int32_t* result) {
  if (napi_get_value_int32(env, value, result) == napi_ok) return true;
  return wrong_type(env, "The argument must be a number");
}

static inline bool read_bool(napi_env env, napi_value value, bool* result) {
  if (napi_get_value_bool(env, value, result) == napi_ok) return true;
  return wrong_type(env, "The argument must be a boolean");
}

static inline bool read_function(napi_env env, napi_value value) {
  napi_valuetype type;
  if (napi_typeof(env, value, &type) == napi_ok && type == napi_function) return true;
  return wrong_type(env, "The argument must be a function");
}

/// A text in UTF-8: on the stack when it is short.
typedef struct {
  char* data;
  size_t size;
  char buffer[text_on_stack];
} text;

static inline void free_text(text* it) {
  if (it->data != it->buffer) free(it->data);
}

static inline bool read_text(napi_env env, napi_value value, text* result) {
  result->data = result->buffer;
  if (napi_get_value_string_utf8(env, value, result->buffer, text_on_stack, &result->size) != napi_ok)
    return wrong_type(env, "The argument must be a string");
  // A character takes up to four bytes, so that many may be missing at the end of a full buffer.
  if (result->size + 4 < text_on_stack) return true;
  if (napi_get_value_string_utf8(env, value, NULL, 0, &result->size) != napi_ok) return false;
  result->data = malloc(result->size + 1);
  if (result->data == NULL) return wrong_type(env, "Out of memory");
  return napi_get_value_string_utf8(env, value, result->data, result->size + 1, &result->size) == napi_ok;
}

static inline napi_value new_double(napi_env env, double value) {
  napi_value result;
  CALL(napi_create_double(env, value, &result));
  return result;
}

static inline napi_value new_int(napi_env env, int32_t value) {
  napi_value result;
  CALL(napi_create_int32(env, value, &result));
  return result;
}

static inline napi_value new_bool(napi_env env, bool value) {
  napi_value result;
  CALL(napi_get_boolean(env, value, &result));
  return result;
}

static inline napi_value new_text(napi_env env, const char* data, size_t size) {
  napi_value result;
  CALL(napi_create_string_utf8(env, data, size, &result));
  return result;
}

// Structs.

typedef struct {
  double x;
  double y;
  double z;
} point;

static inline bool read_object(napi_env env, napi_value value) {
  napi_valuetype type;
  if (napi_typeof(env, value, &type) == napi_ok && type == napi_object) return true;
  return wrong_type(env, "The argument must be an object");
}

static inline bool read_member(napi_env env, napi_value object, const char* name, double* result) {
  napi_value value;
  if (napi_get_named_property(env, object, name, &value) != napi_ok) {
    throw_last_error(env);
    return false;
  }
  if (napi_get_value_double(env, value, result) == napi_ok) return true;
  return wrong_type(env, "The property must be a number");
}

static inline bool read_point(napi_env env, napi_value value, point* result) {
  return read_object(env, value) && read_member(env, value, "x", &result->x) &&
         read_member(env, value, "y", &result->y) && read_member(env, value, "z", &result->z);
}

static inline napi_value new_point(napi_env env, point it) {
  napi_value result;
  napi_value x;
  napi_value y;
  napi_value z;
  CALL(napi_create_object(env, &result));
  CALL(napi_create_double(env, it.x, &x));
  CALL(napi_create_double(env, it.y, &y));
  CALL(napi_create_double(env, it.z, &z));
  CALL(napi_set_named_property(env, result, "x", x));
  CALL(napi_set_named_property(env, result, "y", y));
  CALL(napi_set_named_property(env, result, "z", z));
  return result;
}

// Arrays.

static inline bool read_length(napi_env env, napi_value value, uint32_t* result) {
  bool is_array = false;
  if (napi_is_array(env, value, &is_array) == napi_ok && is_array &&
      napi_get_array_length(env, value, result) == napi_ok)
    return true;
  return wrong_type(env, "The argument must be an array");
}

static inline double sum_doubles(const double* values, size_t size) {
  double sums[4] = {0};
  size_t i = 0;
  for (; i + 4 <= size; i += 4)
    for (size_t k = 0; k < 4; ++k) sums[k] += values[i + k];
  for (; i < size; ++i) sums[0] += values[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// Reads into memory of its own, as a function that takes an array of doubles needs it. Handles of many
/// elements would pile up, so that each batch has a scope.
static inline double* read_doubles(napi_env env, napi_value array, uint32_t length) {
  enum { batch = 256 };
  double* result = malloc(length * sizeof *result + 1);
  bool ok = result != NULL;
  for (uint32_t begin = 0; ok && begin < length; begin += batch) {
    napi_handle_scope scope;
    uint32_t end = length - begin < batch ? length : begin + batch;
    ok = napi_open_handle_scope(env, &scope) == napi_ok;
    for (uint32_t i = begin; ok && i < end; ++i) {
      napi_value element;
      ok = napi_get_element(env, array, i, &element) == napi_ok && read_double(env, element, &result[i]);
    }
    napi_close_handle_scope(env, scope);
  }
  if (ok) return result;
  free(result);
  return NULL;
}

#endif

// The addon as it is written by hand in C. Objects carry type tags.
#include <stdio.h>
#include <string.h>

#include "values.h"

enum { kind_count = 20 };

/// What belongs to one environment.
typedef struct {
  napi_ref counter_class;
  napi_ref leaf_class;
} addon_data;

static int32_t living_counters = 0;

// Calls.

static napi_value noop(napi_env env, napi_callback_info info) {
  (void)env;
  (void)info;
  return NULL;
}

static napi_value add(napi_env env, napi_callback_info info) {
  napi_value args[2];
  double a;
  double b;
  if (!read_arguments(env, info, 2, args, NULL)) return NULL;
  if (!read_double(env, args[0], &a) || !read_double(env, args[1], &b)) return NULL;
  return new_double(env, a + b);
}

static napi_value add_int(napi_env env, napi_callback_info info) {
  napi_value args[2];
  int32_t a;
  int32_t b;
  if (!read_arguments(env, info, 2, args, NULL)) return NULL;
  if (!read_int(env, args[0], &a) || !read_int(env, args[1], &b)) return NULL;
  return new_int(env, a + b);
}

static napi_value negate(napi_env env, napi_callback_info info) {
  napi_value arg;
  bool value;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_bool(env, arg, &value)) return NULL;
  return new_bool(env, !value);
}

static napi_value fail(napi_env env, napi_callback_info info) {
  (void)info;
  napi_throw_type_error(env, NULL, "The text ends in the middle of a word");
  return NULL;
}

// Strings.

static char ascii_text[1001];
static char unicode_text[2001];

/// Bytes of the first characters of `unicode_text`, of which ten are "žluťoučký ".
static size_t unicode_size(size_t characters) { return characters / 10 * strlen("žluťoučký "); }

static void fill_texts(void) {
  ascii_text[0] = unicode_text[0] = 0;
  for (int i = 0; i < 100; ++i) {
    strcat(ascii_text, "The quick ");
    strcat(unicode_text, "žluťoučký ");
  }
}

static napi_value text_weight(napi_env env, napi_callback_info info) {
  napi_value arg;
  text it;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_text(env, arg, &it)) return NULL;
  int32_t weight = 0;
  if (it.size > 0)
    weight = (int32_t)it.size + (unsigned char)it.data[0] + (unsigned char)it.data[it.size - 1];
  free_text(&it);
  return new_int(env, weight);
}

#define TEXT_FUNCTIONS(count)                                               \
  static napi_value ascii##count(napi_env env, napi_callback_info info) {   \
    (void)info;                                                             \
    return new_text(env, ascii_text, count);                                \
  }                                                                         \
  static napi_value unicode##count(napi_env env, napi_callback_info info) { \
    (void)info;                                                             \
    return new_text(env, unicode_text, unicode_size(count));                \
  }
TEXT_FUNCTIONS(10)
TEXT_FUNCTIONS(100)
TEXT_FUNCTIONS(1000)

static napi_value echo(napi_env env, napi_callback_info info) {
  napi_value arg;
  text it;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_text(env, arg, &it)) return NULL;
  napi_value result = new_text(env, it.data, it.size);
  free_text(&it);
  return result;
}

// Classes.

static const napi_type_tag counter_tag = {0x6f1d4a0c52e94b8f, 0x9a3c7e55d10b2264};
static const napi_type_tag leaf_tag = {0x8b2f13c07a6d4e91, 0xb5d8e0427f9c3a16};
static const napi_type_tag branch_tag = {0x15c9d2e8f04b4a73, 0x8e61b7a93d5f20c4};

/// The native part of an object of the class that the tag names.
static void* unwrap(napi_env env, napi_value object, const napi_type_tag* tag, const char* message) {
  bool matches = false;
  void* result = NULL;
  if (napi_check_object_type_tag(env, object, tag, &matches) == napi_ok && matches &&
      napi_unwrap(env, object, &result) == napi_ok)
    return result;
  wrong_type(env, message);
  return NULL;
}

/// Reads the one number of a constructor; `receiver` is the new object.
static bool read_construction(napi_env env, napi_callback_info info, napi_value* receiver, int32_t* start,
                              void** data) {
  size_t count = 1;
  napi_value arg;
  napi_value target = NULL;
  if (napi_get_new_target(env, info, &target) != napi_ok || target == NULL)
    return wrong_type(env, "A class can't be called without new");
  if (napi_get_cb_info(env, info, &count, &arg, receiver, data) != napi_ok) return false;
  if (count < 1) {
    napi_throw_type_error(env, "ERR_MISSING_ARGS", "Wrong number of arguments");
    return false;
  }
  return read_int(env, arg, start);
}

/// Gives the object its native part; frees that when it fails.
static bool wrap(napi_env env, napi_value object, const napi_type_tag* tag, void* native,
                 napi_finalize finalize) {
  if (napi_wrap(env, object, native, finalize, NULL, NULL) != napi_ok) {
    finalize(env, native, NULL);
    throw_last_error(env);
    return false;
  }
  if (napi_type_tag_object(env, object, tag) == napi_ok) return true;
  throw_last_error(env);
  return false;
}

typedef struct {
  int32_t value;
} counter;

static void free_counter(napi_env env, void* native, void* hint) {
  (void)env;
  (void)hint;
  --living_counters;
  free(native);
}

static bool wrap_counter(napi_env env, napi_value object, int32_t start) {
  counter* it = malloc(sizeof *it);
  if (it == NULL) return wrong_type(env, "Out of memory");
  it->value = start;
  ++living_counters;
  return wrap(env, object, &counter_tag, it, free_counter);
}

static counter* unwrap_counter(napi_env env, napi_value object) {
  return unwrap(env, object, &counter_tag, "It must be a Counter");
}

static napi_value counter_new(napi_env env, napi_callback_info info) {
  napi_value self;
  int32_t start;
  if (!read_construction(env, info, &self, &start, NULL)) return NULL;
  return wrap_counter(env, self, start) ? self : NULL;
}

static napi_value counter_next(napi_env env, napi_callback_info info) {
  napi_value self;
  if (!read_arguments(env, info, 0, NULL, &self)) return NULL;
  counter* it = unwrap_counter(env, self);
  return it == NULL ? NULL : new_int(env, it->value++);
}

static napi_value counter_self(napi_env env, napi_callback_info info) {
  napi_value self;
  if (!read_arguments(env, info, 0, NULL, &self)) return NULL;
  return unwrap_counter(env, self) == NULL ? NULL : self;
}

static napi_value counter_value(napi_env env, napi_callback_info info) {
  napi_value self;
  if (!read_arguments(env, info, 0, NULL, &self)) return NULL;
  counter* it = unwrap_counter(env, self);
  return it == NULL ? NULL : new_int(env, it->value);
}

static napi_value counter_set_value(napi_env env, napi_callback_info info) {
  napi_value self;
  napi_value arg;
  if (!read_arguments(env, info, 1, &arg, &self)) return NULL;
  counter* it = unwrap_counter(env, self);
  if (it != NULL) read_int(env, arg, &it->value);
  return NULL;
}

static napi_value count_living(napi_env env, napi_callback_info info) {
  (void)info;
  return new_int(env, living_counters);
}

static napi_value sum_counters(napi_env env, napi_callback_info info) {
  napi_value args[2];
  if (!read_arguments(env, info, 2, args, NULL)) return NULL;
  counter* a = unwrap_counter(env, args[0]);
  counter* b = a == NULL ? NULL : unwrap_counter(env, args[1]);
  return b == NULL ? NULL : new_int(env, a->value + b->value);
}

static napi_value make_counter(napi_env env, napi_callback_info info) {
  napi_value arg;
  addon_data* data;
  napi_value constructor;
  napi_value result;
  if (!read_arguments(env, info, 1, &arg, NULL)) return NULL;
  CALL(napi_get_instance_data(env, (void**)&data));
  CALL(napi_get_reference_value(env, data->counter_class, &constructor));
  CALL(napi_new_instance(env, constructor, 1, &arg, &result));
  return result;
}

/// A branch shows its part as an object that is the same each time, and that keeps the branch alive.
typedef struct {
  int32_t part;
  napi_ref shown;
} branch;

typedef struct {
  int32_t* value;
  napi_ref owner;
} leaf;

static void free_branch(napi_env env, void* native, void* hint) {
  (void)hint;
  branch* it = native;
  if (it->shown != NULL) napi_delete_reference(env, it->shown);
  free(it);
}

static void free_leaf(napi_env env, void* native, void* hint) {
  (void)hint;
  leaf* it = native;
  if (it->owner != NULL) napi_delete_reference(env, it->owner);
  free(it);
}

static napi_value branch_new(napi_env env, napi_callback_info info) {
  napi_value self;
  int32_t start;
  if (!read_construction(env, info, &self, &start, NULL)) return NULL;
  branch* it = calloc(1, sizeof *it);
  if (it == NULL) return NULL;
  it->part = start;
  return wrap(env, self, &branch_tag, it, free_branch) ? self : NULL;
}

static napi_value leaf_new(napi_env env, napi_callback_info info) {
  napi_value self;
  size_t count = 1;
  napi_value arg;
  napi_valuetype type;
  void* owner;
  CALL(napi_get_cb_info(env, info, &count, &arg, &self, NULL));
  CALL(napi_typeof(env, arg, &type));
  if (type != napi_external) {
    wrong_type(env, "A Leaf can't be constructed by JavaScript");
    return NULL;
  }
  CALL(napi_get_value_external(env, arg, &owner));
  leaf* it = calloc(1, sizeof *it);
  if (it == NULL) return NULL;
  it->value = &((branch*)owner)->part;
  return wrap(env, self, &leaf_tag, it, free_leaf) ? self : NULL;
}

static napi_value branch_leaf(napi_env env, napi_callback_info info) {
  napi_value self;
  napi_value result = NULL;
  if (!read_arguments(env, info, 0, NULL, &self)) return NULL;
  branch* it = unwrap(env, self, &branch_tag, "It must be a Branch");
  if (it == NULL) return NULL;
  if (it->shown != NULL) {
    CALL(napi_get_reference_value(env, it->shown, &result));
    if (result != NULL) return result;
    CALL(napi_delete_reference(env, it->shown));
    it->shown = NULL;
  }
  addon_data* data;
  napi_value constructor;
  napi_value external;
  leaf* part;
  CALL(napi_get_instance_data(env, (void**)&data));
  CALL(napi_get_reference_value(env, data->leaf_class, &constructor));
  CALL(napi_create_external(env, it, NULL, NULL, &external));
  CALL(napi_new_instance(env, constructor, 1, &external, &result));
  CALL(napi_unwrap(env, result, (void**)&part));
  CALL(napi_create_reference(env, self, 1, &part->owner));
  CALL(napi_create_reference(env, result, 0, &it->shown));
  return result;
}

static napi_value leaf_value(napi_env env, napi_callback_info info) {
  napi_value self;
  if (!read_arguments(env, info, 0, NULL, &self)) return NULL;
  leaf* it = unwrap(env, self, &leaf_tag, "It must be a Leaf");
  return it == NULL ? NULL : new_int(env, *it->value);
}

/// Twenty classes that are alike, each with a tag of its own. Their number is the data of their functions.
static napi_type_tag kind_tags[kind_count];

static void free_kind(napi_env env, void* native, void* hint) {
  (void)env;
  (void)hint;
  free(native);
}

static napi_value kind_new(napi_env env, napi_callback_info info) {
  napi_value self;
  int32_t start;
  void* tag;
  if (!read_construction(env, info, &self, &start, &tag)) return NULL;
  int32_t* it = malloc(sizeof *it);
  if (it == NULL) return NULL;
  *it = start;
  return wrap(env, self, tag, it, free_kind) ? self : NULL;
}

static napi_value kind_next(napi_env env, napi_callback_info info) {
  napi_value self;
  size_t count = 0;
  void* tag;
  CALL(napi_get_cb_info(env, info, &count, NULL, &self, &tag));
  int32_t* it = unwrap(env, self, tag, "It must be an object of this class");
  return it == NULL ? NULL : new_int(env, (*it)++);
}

// Structs.

static napi_value point_sum(napi_env env, napi_callback_info info) {
  napi_value arg;
  point it;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_point(env, arg, &it)) return NULL;
  return new_double(env, it.x + it.y + it.z);
}

static napi_value make_point(napi_env env, napi_callback_info info) {
  napi_value args[3];
  point it;
  if (!read_arguments(env, info, 3, args, NULL) || !read_double(env, args[0], &it.x) ||
      !read_double(env, args[1], &it.y) || !read_double(env, args[2], &it.z))
    return NULL;
  return new_point(env, it);
}

static napi_value scale_point(napi_env env, napi_callback_info info) {
  napi_value args[2];
  point it;
  double factor;
  if (!read_arguments(env, info, 2, args, NULL) || !read_point(env, args[0], &it) ||
      !read_double(env, args[1], &factor))
    return NULL;
  return new_point(env, (point){it.x * factor, it.y * factor, it.z * factor});
}

static napi_value reverse_line(napi_env env, napi_callback_info info) {
  napi_value arg;
  napi_value member;
  point from;
  point to;
  napi_value result;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_object(env, arg)) return NULL;
  CALL(napi_get_named_property(env, arg, "from", &member));
  if (!read_point(env, member, &from)) return NULL;
  CALL(napi_get_named_property(env, arg, "to", &member));
  if (!read_point(env, member, &to)) return NULL;
  CALL(napi_create_object(env, &result));
  if ((member = new_point(env, to)) == NULL) return NULL;
  CALL(napi_set_named_property(env, result, "from", member));
  if ((member = new_point(env, from)) == NULL) return NULL;
  CALL(napi_set_named_property(env, result, "to", member));
  return result;
}

static napi_value birthday(napi_env env, napi_callback_info info) {
  napi_value arg;
  napi_value member;
  text name;
  int32_t age;
  bool active;
  napi_value result;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_object(env, arg)) return NULL;
  CALL(napi_get_named_property(env, arg, "age", &member));
  if (!read_int(env, member, &age)) return NULL;
  CALL(napi_get_named_property(env, arg, "active", &member));
  if (!read_bool(env, member, &active)) return NULL;
  CALL(napi_get_named_property(env, arg, "name", &member));
  if (!read_text(env, member, &name)) return NULL;
  member = new_text(env, name.data, name.size);
  free_text(&name);
  if (member == NULL) return NULL;
  CALL(napi_create_object(env, &result));
  CALL(napi_set_named_property(env, result, "name", member));
  CALL(napi_create_int32(env, age + 1, &member));
  CALL(napi_set_named_property(env, result, "age", member));
  CALL(napi_get_boolean(env, active, &member));
  CALL(napi_set_named_property(env, result, "active", member));
  return result;
}

// Arrays.

static napi_value sum(napi_env env, napi_callback_info info) {
  napi_value arg;
  uint32_t length;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_length(env, arg, &length)) return NULL;
  double* values = read_doubles(env, arg, length);
  if (values == NULL) return NULL;
  double result = sum_doubles(values, length);
  free(values);
  return new_double(env, result);
}

static bool read_size(napi_env env, napi_callback_info info, int32_t* size) {
  napi_value arg;
  return read_arguments(env, info, 1, &arg, NULL) && read_int(env, arg, size);
}

static napi_value sequence(napi_env env, napi_callback_info info) {
  int32_t size;
  napi_value result;
  if (!read_size(env, info, &size)) return NULL;
  CALL(napi_create_array_with_length(env, (size_t)size, &result));
  for (int32_t i = 0; i < size; ++i) {
    napi_value element;
    CALL(napi_create_double(env, i + 0.5, &element));
    CALL(napi_set_element(env, result, (uint32_t)i, element));
  }
  return result;
}

static napi_value sum_points(napi_env env, napi_callback_info info) {
  napi_value arg;
  uint32_t length;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_length(env, arg, &length)) return NULL;
  double total = 0;
  for (uint32_t i = 0; i < length; ++i) {
    napi_value element;
    point it;
    CALL(napi_get_element(env, arg, i, &element));
    if (!read_point(env, element, &it)) return NULL;
    total += it.x + it.y + it.z;
  }
  return new_double(env, total);
}

static napi_value make_points(napi_env env, napi_callback_info info) {
  int32_t size;
  napi_value result;
  if (!read_size(env, info, &size)) return NULL;
  CALL(napi_create_array_with_length(env, (size_t)size, &result));
  for (int32_t i = 0; i < size; ++i) {
    napi_value element = new_point(env, (point){i, i + 0.25, i + 0.5});
    if (element == NULL) return NULL;
    CALL(napi_set_element(env, result, (uint32_t)i, element));
  }
  return result;
}

static napi_value total_size(napi_env env, napi_callback_info info) {
  napi_value arg;
  uint32_t length;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_length(env, arg, &length)) return NULL;
  size_t total = 0;
  for (uint32_t i = 0; i < length; ++i) {
    napi_value element;
    text it;
    CALL(napi_get_element(env, arg, i, &element));
    if (!read_text(env, element, &it)) return NULL;
    total += it.size;
    free_text(&it);
  }
  return new_int(env, (int32_t)total);
}

static napi_value make_words(napi_env env, napi_callback_info info) {
  int32_t size;
  napi_value result;
  if (!read_size(env, info, &size)) return NULL;
  CALL(napi_create_array_with_length(env, (size_t)size, &result));
  for (int32_t i = 0; i < size; ++i) {
    char word[32];
    int length = snprintf(word, sizeof word, "word %d", i);
    napi_value element = new_text(env, word, (size_t)length);
    if (element == NULL) return NULL;
    CALL(napi_set_element(env, result, (uint32_t)i, element));
  }
  return result;
}

// Typed arrays.

static bool read_typed(napi_env env, napi_value value, napi_typedarray_type wanted, void** data,
                       size_t* size) {
  bool is_typed = false;
  napi_typedarray_type type;
  if (napi_is_typedarray(env, value, &is_typed) == napi_ok && is_typed &&
      napi_get_typedarray_info(env, value, &type, size, data, NULL, NULL) == napi_ok && type == wanted)
    return true;
  return wrong_type(env, "The argument must be a typed array of the right kind");
}

static napi_value sum_span(napi_env env, napi_callback_info info) {
  napi_value arg;
  void* data;
  size_t size;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_typed(env, arg, napi_float64_array, &data, &size))
    return NULL;
  return new_double(env, sum_doubles(data, size));
}

static napi_value scale_span(napi_env env, napi_callback_info info) {
  napi_value args[2];
  void* data;
  size_t size;
  double factor;
  if (!read_arguments(env, info, 2, args, NULL) || !read_double(env, args[1], &factor) ||
      !read_typed(env, args[0], napi_float64_array, &data, &size))
    return NULL;
  double* values = data;
  for (size_t i = 0; i < size; ++i) values[i] *= factor;
  return NULL;
}

static napi_value checksum(napi_env env, napi_callback_info info) {
  napi_value arg;
  void* data;
  size_t size;
  napi_value result;
  if (!read_arguments(env, info, 1, &arg, NULL) || !read_typed(env, arg, napi_uint8_array, &data, &size))
    return NULL;
  uint32_t total = 0;
  for (size_t i = 0; i < size; ++i) total += ((const uint8_t*)data)[i];
  CALL(napi_create_uint32(env, total, &result));
  return result;
}

// Callbacks.

static napi_value call_times(napi_env env, napi_callback_info info) {
  napi_value args[2];
  int32_t count;
  napi_value receiver;
  if (!read_arguments(env, info, 2, args, NULL) || !read_int(env, args[0], &count) ||
      !read_function(env, args[1]))
    return NULL;
  CALL(napi_get_undefined(env, &receiver));
  double total = 0;
  for (int32_t i = 0; i < count; ++i) {
    napi_value argument;
    napi_value result;
    double value;
    CALL(napi_create_double(env, i, &argument));
    CALL(napi_call_function(env, receiver, args[1], 1, &argument, &result));
    if (!read_double(env, result, &value)) return NULL;
    total += value;
  }
  return new_double(env, total);
}

static napi_value each_word(napi_env env, napi_callback_info info) {
  static const char word[] = "a word like others";
  napi_value args[2];
  int32_t count;
  napi_value receiver;
  if (!read_arguments(env, info, 2, args, NULL) || !read_int(env, args[0], &count) ||
      !read_function(env, args[1]))
    return NULL;
  CALL(napi_get_undefined(env, &receiver));
  for (int32_t i = 0; i < count; ++i) {
    napi_value argument = new_text(env, word, sizeof word - 1);
    if (argument == NULL) return NULL;
    CALL(napi_call_function(env, receiver, args[1], 1, &argument, NULL));
  }
  return NULL;
}

// The module.

static void free_data(napi_env env, void* data, void* hint) {
  (void)env;
  (void)hint;
  free(data);
}

#define METHOD(name, function) \
  { name, NULL, function, NULL, NULL, NULL, napi_default_method, NULL }
#define ACCESSOR(name, get, set) \
  { name, NULL, NULL, get, set, NULL, napi_default, NULL }
#define FUNCTION(name, function) \
  { name, NULL, function, NULL, NULL, NULL, napi_enumerable, NULL }

static napi_value define_class(napi_env env, napi_value exports, const char* name, napi_callback constructor,
                               void* data, size_t count, const napi_property_descriptor* members) {
  napi_value result;
  CALL(napi_define_class(env, name, NAPI_AUTO_LENGTH, constructor, data, count, members, &result));
  CALL(napi_set_named_property(env, exports, name, result));
  return result;
}

static napi_value define_kinds(napi_env env, napi_value exports) {
  for (int i = 0; i < kind_count; ++i) {
    char name[16];
    snprintf(name, sizeof name, "Kind%d", i);
    napi_property_descriptor next = METHOD("next", kind_next);
    next.data = &kind_tags[i];
    if (define_class(env, exports, name, kind_new, &kind_tags[i], 1, &next) == NULL) return NULL;
  }
  return exports;
}

static napi_value define_classes(napi_env env, napi_value exports, addon_data* data) {
  const napi_property_descriptor counter_members[] = {
      METHOD("next", counter_next),
      METHOD("self", counter_self),
      ACCESSOR("value", counter_value, counter_set_value),
  };
  const napi_property_descriptor branch_members[] = {METHOD("leaf", branch_leaf)};
  const napi_property_descriptor leaf_members[] = {ACCESSOR("value", leaf_value, NULL)};
  napi_value counter_class = define_class(env, exports, "Counter", counter_new, NULL, 3, counter_members);
  napi_value leaf_class = define_class(env, exports, "Leaf", leaf_new, NULL, 1, leaf_members);
  if (counter_class == NULL || leaf_class == NULL) return NULL;
  if (define_class(env, exports, "Branch", branch_new, NULL, 1, branch_members) == NULL) return NULL;
  CALL(napi_create_reference(env, counter_class, 1, &data->counter_class));
  CALL(napi_create_reference(env, leaf_class, 1, &data->leaf_class));
  return define_kinds(env, exports);
}

NAPI_MODULE_INIT() {
  static const napi_property_descriptor functions[] = {
      FUNCTION("noop", noop),
      FUNCTION("add", add),
      FUNCTION("addInt", add_int),
      FUNCTION("negate", negate),
      FUNCTION("fail", fail),
      FUNCTION("textWeight", text_weight),
      FUNCTION("ascii10", ascii10),
      FUNCTION("ascii100", ascii100),
      FUNCTION("ascii1000", ascii1000),
      FUNCTION("unicode10", unicode10),
      FUNCTION("unicode100", unicode100),
      FUNCTION("unicode1000", unicode1000),
      FUNCTION("echo", echo),
      FUNCTION("livingCounters", count_living),
      FUNCTION("sumCounters", sum_counters),
      FUNCTION("makeCounter", make_counter),
      FUNCTION("pointSum", point_sum),
      FUNCTION("makePoint", make_point),
      FUNCTION("scalePoint", scale_point),
      FUNCTION("reverseLine", reverse_line),
      FUNCTION("birthday", birthday),
      FUNCTION("sum", sum),
      FUNCTION("sequence", sequence),
      FUNCTION("sumPoints", sum_points),
      FUNCTION("makePoints", make_points),
      FUNCTION("totalSize", total_size),
      FUNCTION("makeWords", make_words),
      FUNCTION("sumSpan", sum_span),
      FUNCTION("scaleSpan", scale_span),
      FUNCTION("checksum", checksum),
      FUNCTION("callTimes", call_times),
      FUNCTION("eachWord", each_word),
  };
  fill_texts();
  for (int i = 0; i < kind_count; ++i) {
    kind_tags[i].lower = 0x3e7c5a9140d84f62;
    kind_tags[i].upper = 0xa1b2c3d4e5f60718 + (uint64_t)i;
  }
  addon_data* data = calloc(1, sizeof *data);
  if (data == NULL) return NULL;
  CALL(napi_set_instance_data(env, data, free_data, NULL));
  CALL(napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions));
  return define_classes(env, exports, data);
}

#pragma once

namespace [[gnu::visibility("hidden")]] tendon {

class value;

/// How one C++ type crosses the border. See caster.hpp for the contract. This header is enough to declare a
/// specialisation next to a type of your own, without including Node-API.
template <class T>
struct caster;

}  // namespace tendon

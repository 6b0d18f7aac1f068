// A shared library that is opened when one of its functions is first called. The sources beside this header define such
// functions under their own names, as forwarders: those who call them know nothing of it.
#pragma once

#include <dlfcn.h>

#include <stdexcept>
#include <string>

namespace halfstar::on_demand {

/// The library's function called `name`, of type Function. Throws when the library is not installed, or another one.
template <class Function>
Function* find(const char* name) {
    static void* const library = dlopen(HALFSTAR_SONAME, RTLD_NOW | RTLD_LOCAL);
    void* const found = library == nullptr ? nullptr : dlsym(library, name);
    if (found == nullptr) throw std::runtime_error(std::string(HALFSTAR_SONAME) + " is needed for this: " + dlerror());
    return reinterpret_cast<Function*>(found);
}

} // namespace halfstar::on_demand

/// Defines the function `name`, which the library's header declares, with these parameters and the same as arguments.
#define HALFSTAR_FORWARD(result, name, parameters, arguments)                                                          \
    extern "C" result name parameters {                                                                                \
        static const auto function = halfstar::on_demand::find<decltype(name)>(#name);                                 \
        return function arguments;                                                                                     \
    }

// The documents of an ebook, taken out of its container one at a time.
#pragma once

#include <halfstar/base.h>

#include <memory>
#include <string>
#include <string_view>

namespace halfstar::proof {

class Ebook {
public:
    /// An Error when the file is no container that can be read.
    static Result<Ebook> open(const std::string& path);
    /// The document of that name, in whatever folder of the container; empty when there is none, or when its bytes do
    /// not have the sum that the container states.
    std::string document(std::string_view name) const;

private:
    struct Close {
        void operator()(void* archive) const;
    };
    explicit Ebook(void* archive) : archive_(archive) {}
    std::unique_ptr<void, Close> archive_; ///< libzip's
};

} // namespace halfstar::proof

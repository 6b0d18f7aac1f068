// Standard output as a Sink. An output is spooled to an unnamed temporary file, since some formats go back
// to fill in what stands before, and is copied out when it is whole.
#pragma once

#include <halfstar/base.h>

namespace halfstar {

class StandardOutput : public Sink {
public:
    /// Only the empty path can be opened, once.
    Result<std::unique_ptr<OutputFile>> open(std::string_view path) override;

private:
    bool opened_ = false;
};

} // namespace halfstar

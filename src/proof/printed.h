// A PDF as a reader that follows its structure hears it: articles in their order, and in each the words of the
// text, of notes, captions and cells. Read by qpdf's library, since our own writer must not check itself.
#pragma once

#include "proof/found_flows.h"

#include <halfstar/base.h>

#include <cstddef>
#include <memory>
#include <string>

namespace halfstar::proof {

class Printed {
public:
    /// An Error when the file is no PDF that can be read.
    static Result<Printed> open(const std::string& path);
    ~Printed();
    Printed(Printed&&) noexcept;
    Printed& operator=(Printed&&) noexcept;

    /// Everything of one article that is not in a note, a caption or a cell stands in `body`, facts too; nothing where
    /// there is no such article. An Error when the file breaks off.
    Result<FoundFlows> article(std::size_t number);

private:
    struct File;
    explicit Printed(std::unique_ptr<File> file);
    std::unique_ptr<File> file_;
};

} // namespace halfstar::proof

// Pictures' bytes from the files they were read from.
#pragma once

#include <halfstar/base.h>
#include <halfstar/resources.h>

namespace halfstar {

class DiskResources : public Resources {
public:
    /// `reader` must outlive this.
    explicit DiskResources(const FileReader& reader) : reader_(reader) {}
    Result<std::string> bytes(const Picture& picture) const override;

private:
    const FileReader& reader_;
};

} // namespace halfstar

#include "cli/list_options.h"

#include <halfstar/list.h>

namespace halfstar::cli {

void add_list_options(CLI::App& app, ListWords& words) {
    app.add_option("--list", words.file, "Reviews by path, one a line; docs/scale.md")->type_name("FILE|-");
    app.add_option("--shard", words.shard, "A share of the list, as 2/8")
        ->type_name("I/N")
        ->group("")
        ->check([](const std::string& text) {
            const Result<Shard> shard = shard_of_words(text);
            return shard ? std::string() : shard.error().message;
        });
    app.add_flag("--skip-unchanged", words.skip_unchanged, "Leave what the same content made")->group("");
}

void check_list_options(const CLI::App& app, const Command& command) {
    const ListWords& words = command.list;
    const ExportRequest& request = command.request;
    if (words.file.empty()) {
        if (!words.shard.empty()) throw CLI::RequiresError("--shard", "--list");
        if (words.skip_unchanged) throw CLI::RequiresError("--skip-unchanged", "--list");
        if (request.inputs.empty()) throw CLI::RequiredError("INPUT");
        return;
    }
    if (!request.inputs.empty()) throw CLI::ExcludesError("--list", "INPUT");
    if (request.output.empty() || request.output == "-")
        throw CLI::ValidationError("--list", "name a folder for its outputs with -o");
    for (const char* one : {"--title", "--inks"})
        if (const CLI::Option* option = app.get_option_no_throw(one); option != nullptr && !option->empty())
            throw CLI::ExcludesError("--list", one);
}

} // namespace halfstar::cli

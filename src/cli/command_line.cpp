#include "cli/command_line.h"

#include "cli/ink_options.h"
#include "cli/list_options.h"

#include <halfstar/version.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <span>
#include <unistd.h>

namespace halfstar::cli {
namespace {

constexpr int usage_error = 2;

/// A command's words for help.
struct CommandText {
    const char* name;
    const char* help;
    const char* output; ///< how -o reads in help; null: the command writes nothing
    const char* examples;
    const char* backend = nullptr; ///< the one that the command writes with; null: it has none, or asks for it
};

constexpr CommandText command_texts[] = {
    {"pdf", "One PDF a review: a programme note on A4 or Letter", "FILE|DIR",
     "Examples:\n  halfstar pdf stalker.md\n  halfstar pdf reviews/ -o notes/ --paper Letter", "pdf"},
    {"epub", "One ebook of all the reviews", "FILE",
     "Examples:\n  halfstar epub stalker.md\n  halfstar epub reviews/ -o 2019.epub --title \"The year 2019\"", "epub"},
    {"html", "Web pages with everything inside", "FILE.html|DIR",
     "Examples:\n  halfstar html stalker.md\n  halfstar html reviews/ -o pages/", "html"},
    {"zine", "All reviews as a zine to print: A5 or half Letter, or a booklet of sheets to fold", "FILE",
     "Examples:\n  halfstar zine reviews/ -o 2019.pdf\n  halfstar zine reviews/ --impose booklet --paper Letter", "pdf"},
    {"build", "Everything that a folder's issue.yaml lists: zine, booklet, ebook, site, reviews", "DIR",
     "Examples:\n  halfstar build\n  halfstar build samples/2019 -o out/2019"},
    {"watch", "As build, and again whenever something changes, until Ctrl-C", "DIR",
     "Examples:\n  halfstar watch\n  halfstar watch samples/2019 -o out/2019"},
    {"export", "Any backend by name: pdf, epub, html, site, json, svg, png", "FILE|DIR",
     "Examples:\n  halfstar export --to json reviews/ -o reviews.json\n  halfstar export --to svg stalker.md"},
    {"check", "Say what is wrong in the reviews, and repair it if asked to", nullptr,
     "Examples:\n  halfstar check reviews/\n  halfstar check --fix --dry-run reviews/"},
};

/// What a command does for somebody's target.
constexpr CommandText target_texts[] = {
    {"cover", "A cover in one piece for a print shop: back, spine and front", "FILE",
     "Examples:\n  halfstar cover reviews/ --target kdp -o cover.pdf", "pdf"},
    {"preflight", "Say what a target would find wrong, with page and item", nullptr,
     "Examples:\n  halfstar preflight --target lulu reviews/\n  halfstar preflight --target kdp book.pdf", "pdf"},
};

/// Commands that only list something.
constexpr CommandText list_texts[] = {
    {"styles", "List the styles that are built in", nullptr, "Examples:\n  halfstar styles"},
    {"targets", "List what files can be made for", nullptr, "Examples:\n  halfstar targets\n  halfstar zine reviews/ --target lulu"},
    {"fonts", "List the faces that are found, and what is missing", nullptr, "Examples:\n  halfstar fonts\n  halfstar fonts -v"},
};

/// Whether a folder is made into all that its issue.yaml lists.
bool makes_issue(std::string_view command) { return command == "build" || command == "watch"; }

/// What CLI11 fills in; turned into a Command once it is known to be whole.
struct Raw {
    Command command;
    std::vector<std::string> options;
    std::string impose, flip, cover, split;
    double creep = 0; ///< millimetres
    std::vector<std::string> marks;
    bool test_sheet = false, fold_guide = false;
    std::string pdf_profile;
    InkWords inks;
    std::vector<std::string> parts;
    std::string diagnostics = "text";
    std::string colour = "auto";
    bool timings = false; ///< only let through: `Ledger` looks for it before the others
    bool quiet = false, verbose = false, no_smart = false, no_spoilers = false, fix = false, dry_run = false;
};

void add_inputs(CLI::App& app, ExportRequest& request, const CommandText& text) {
    if (makes_issue(text.name))
        app.add_option("DIR", request.inputs, "The issue's folder (.)")->type_name("")->expected(0, 1);
    else
        app.add_option("INPUT", request.inputs, "Files, folders (.md .markdown .txt below them), or -")->type_name("");
}

/// What only a zine can be asked for. Parts are checked where they are read.
void add_zine_options(CLI::App& app, Raw& raw) {
    std::string words;
    for (int part = 0; part <= static_cast<int>(IssuePart::back); ++part)
        words += (part == 0 ? "" : ",") + std::string(part_word(static_cast<IssuePart>(part)));
    app.add_option("--parts", raw.parts, "Of " + words)->type_name("A,B,...")->delimiter(',')
        ->check([](const std::string& word) {
            return part_of_word(word) ? std::string() : "'" + word + "' is no part of a zine";
        });
}

/// Lets through what a function of the library understands, and says what it says of all else.
template <class Read> CLI::Validator understood(Read read) {
    return CLI::Validator([read](const std::string& words) { return read(words) ? std::string() : read(words).error().message; }, "");
}

/// What is asked for once a scheme has been tried on single issues.
enum class SheetOptions : std::uint8_t { few, all };

/// How pages are placed on sheets. `raw` must outlive the parsing.
void add_sheet_options(CLI::App& app, Raw& raw, SheetOptions options) {
    app.add_option("--impose", raw.impose, "booklet, signature:16, quarter, mini8, mini16, perfect")->type_name("SCHEME")
        ->check(understood(scheme_of_words));
    app.add_option("--duplex", raw.flip, "Sheets are turned on their short, long edge; manual")->type_name("EDGE")
        ->check(CLI::IsMember({"short", "long", "manual"}, CLI::ignore_case));
    app.add_option("--pages", raw.command.request.page_count, "So many")->type_name("N")->check(CLI::Range(1, 10'000))->group("");
    if (options == SheetOptions::few) return;
    app.add_option("--creep", raw.creep, "A sheet's thickness in mm, as 0.1")->type_name("CALIPER")->check(CLI::Range(0.0, 1.0));
    app.add_option("--marks", raw.marks, "Of crop,fold,staple,registration")->type_name("A,B,...")->delimiter(',')
        ->check(CLI::IsMember({"crop", "fold", "staple", "registration"}, CLI::ignore_case));
    app.add_option("--cover", raw.cover, "apart: on a sheet of its own")->type_name("HOW")
        ->check(CLI::IsMember({"apart"}, CLI::ignore_case));
    app.add_flag("--test-sheet", raw.test_sheet, "A first sheet that shows what comes where");
    app.add_flag("--fold-guide", raw.fold_guide, "A first sheet that says how to fold");
    app.add_option("--copies", raw.command.request.copies, "For how many copies sheets are counted")->type_name("N");
}

Imposition imposition_of(const Raw& raw) {
    Imposition imposition = raw.impose.empty() ? Imposition() : *scheme_of_words(raw.impose);
    const std::string flip = CLI::detail::to_lower(raw.flip);
    imposition.flip = flip == "long" ? Flip::long_edge : flip == "manual" ? Flip::by_hand : Flip::short_edge;
    imposition.caliper = Length::millimetres(raw.creep);
    for (const std::string& word : raw.marks) {
        const std::string mark = CLI::detail::to_lower(word);
        imposition.marks.crop |= mark == "crop";
        imposition.marks.fold |= mark == "fold";
        imposition.marks.staple |= mark == "staple";
        imposition.marks.registration |= mark == "registration";
    }
    imposition.cover_apart = !raw.cover.empty();
    imposition.test_sheet = raw.test_sheet;
    imposition.fold_guide = raw.fold_guide;
    return imposition;
}

bool asks_for_sheets(const Raw& raw) {
    return !raw.impose.empty() || !raw.flip.empty() || raw.creep > 0 || !raw.marks.empty() || !raw.cover.empty() ||
           raw.test_sheet || raw.fold_guide;
}

/// What the commands that may write PDFs can be asked for.
void add_pdf_options(CLI::App& app, Raw& raw) {
    app.add_option("--pdf", raw.pdf_profile, "archive: tagged, to keep (default); print")->type_name("NAME")
        ->check(CLI::IsMember({"archive", "print"}));
    add_ink_options(app, raw.inks);
}

/// What is printed can be made for somebody.
void add_target_option(CLI::App& app, Raw& raw) {
    CLI::Option* option = app.add_option("--target", raw.command.request.target, "Obey a print shop's rules")->type_name("NAME|FILE");
    if (makes_issue(app.get_name())) option->group(""); // its help is as long as a screen already
}

/// What only ebooks can be asked for.
void add_ebook_options(CLI::App& app, Raw& raw) {
    ExportRequest& request = raw.command.request;
    app.add_flag("--page-list", request.page_list, "With the pages of the zine, marked where each begins");
    app.add_option("--split", raw.split, "year: an ebook for each")->type_name("BY")->check(CLI::IsMember({"year"}, CLI::ignore_case));
    app.add_option("--series", request.series, "What the ebook is one of, or each of them")->type_name("NAME");
}

void add_common_options(CLI::App& app, Raw& raw, const CommandText& text) {
    ExportRequest& request = raw.command.request;
    add_inputs(app, request, text);
    if (text.output != nullptr) app.add_option("-o,--output", request.output, "Where to write; - is standard output")->type_name(text.output);
    if (std::string_view(text.name) == "export") {
        app.add_option("--to", request.backend, "The backend")->required()->type_name("NAME");
        app.add_option("--option", raw.options, "An option of the backend")->type_name("NAME=VALUE")->allow_extra_args(false);
    }
    if (text.output != nullptr || std::string_view(text.name) == "preflight") {
        app.add_option("--style", request.style, "A style or its folder (programme)")->type_name("NAME|DIR");
        app.add_option("--paper", request.paper, "A4 (default) or Letter")->type_name("PAPER");
        if (makes_issue(text.name))
            app.add_flag("--verify", request.verify, "Read everything back: has it lost a word?");
        app.add_flag("--no-spoilers", raw.no_spoilers, "Leave out what gives a story away");
    }
    if (std::string_view(text.name) == "zine") add_zine_options(app, raw), add_sheet_options(app, raw, SheetOptions::all);
    if (makes_issue(text.name)) add_sheet_options(app, raw, SheetOptions::few);
    for (const char* command : {"pdf", "zine", "export"})
        if (std::string_view(text.name) == command) add_pdf_options(app, raw);
    if (std::string_view(text.name) == "epub") add_ebook_options(app, raw);
    if (std::string_view(text.name) == "pdf") app.add_flag("--fold", request.folded, "A leaflet: one sheet, folded once");
    for (const char* command : {"pdf", "zine", "build", "watch", "cover", "preflight"})
        if (std::string_view(text.name) == command) add_target_option(app, raw);
    if (std::string_view(text.name) == "check") {
        app.add_flag("--fix", raw.fix, "Write the safe repairs into the reviews");
        app.add_flag("--dry-run", raw.dry_run, "Show as a diff what --fix would write");
    }
    for (const char* command : {"pdf", "html"})
        if (std::string_view(text.name) == command) add_list_options(app, raw.command.list);
    app.add_option("--title", request.reading.title, "The title, instead of the one found")->type_name("TEXT");
    app.add_option("--lang", request.reading.language, "Language of reviews that name none")->type_name("TAG");
    app.add_option("--root", request.reading.root, "Nothing outside of it is read")->type_name("DIR");
    app.add_option("--jobs", request.jobs, "Threads; 0 as many as cores")->type_name("N")->check(CLI::Range(0, 256));
    app.add_option("--diagnostics", raw.diagnostics, "text, short or json")->type_name("FORM")
        ->check(CLI::IsMember({"text", "short", "json"}, CLI::ignore_case));
    app.add_flag("--warnings-as-errors", request.warnings_as_errors, "Write nothing after a warning");
    app.add_flag("--no-smart", raw.no_smart, "Leave quotes, dashes and dots as typed");
    CLI::Option* raw_html = app.add_flag("--allow-raw-html", request.reading.allow_raw_html, "Pass HTML through to HTML as written");
    if (std::string_view(text.name) == "pdf") raw_html->group(""); // there is no HTML to pass it to
    app.add_flag("-q,--quiet", raw.quiet, "Errors only");
    app.add_flag("-v,--verbose", raw.verbose, "Say what was done");
    app.add_flag("--timings", raw.timings, "Say what each stage cost")->group("");
    app.add_option("--color", raw.colour, "auto, always or never")->type_name("WHEN")
        ->check(CLI::IsMember({"auto", "always", "never"}, CLI::ignore_case));
}

/// Adds a command with its help, and its options when an argument is called so: declaring those of all commands takes longer
/// than understanding one.
template <class Options>
void add_command(CLI::App& app, const CommandText& text, std::span<char* const> arguments, const Options& add_options) {
    CLI::App* command = app.add_subcommand(text.name, text.help);
    command->footer(text.examples);
    command->set_help_flag("-h,--help", "This help");
    if (std::find(arguments.begin(), arguments.end(), std::string_view(text.name)) != arguments.end()) add_options(*command);
}

/// One line an option and no headings, so that the help of a command fits a screen of 24 lines.
class CompactFormatter : public CLI::Formatter {
public:
    CompactFormatter() { column_width(26); }

    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
        if (app->get_parent() == nullptr) return CLI::Formatter::make_help(app, name, mode);
        std::string text = make_description(app) + "Usage: " + name + inputs_of(app->get_name()) + " [OPTIONS]\n";
        for (const CLI::Option* option : app->get_options())
            if (option != app->get_help_ptr() && !option->get_group().empty()) text += make_option(option, option->get_positional());
        return text + app->get_footer() + "\n";
    }

    static const char* inputs_of(const std::string& command) {
        if (makes_issue(command)) return " [DIR]";
        return command == "styles" || command == "fonts" || command == "targets" ? "" : " INPUT...";
    }

    std::string make_option_opts(const CLI::Option* option) const override {
        // What CLI11 adds to a type (the range it checks) is said in the help's own words.
        const std::string type = option->get_type_name();
        return option->get_items_expected_max() == 0 || type.empty() ? "" : " " + type.substr(0, type.find(':'));
    }
};

Colouring colouring(const std::string& when, int stream) {
    if (when == "always") return Colouring::ansi;
    const char* no_color = std::getenv("NO_COLOR");
    const bool refused = when == "never" || (no_color != nullptr && *no_color != '\0');
    return !refused && ::isatty(stream) == 1 ? Colouring::ansi : Colouring::plain;
}

/// SOURCE_DATE_EPOCH, when it is a number.
std::optional<std::int64_t> source_date_epoch() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr) return std::nullopt;
    const std::string_view digits = text;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return seconds;
}

/// One output for each piece, or one for all: the printed page and its pictures are a review's own; a web
/// page is, unless one file was named.
bool one_output_each(const ExportRequest& request) {
    const std::string& backend = request.backend;
    if (backend == "html") return !request.output.ends_with(".html") && !request.output.ends_with(".htm") && request.output != "-";
    if (request.layout == Layout::zine) return request.folded;
    return backend == "pdf" || backend == "svg" || backend == "png";
}

Command finish(Raw raw, const std::string& name) {
    Command command = std::move(raw.command);
    command.name = name;
    ExportRequest& request = command.request;
    for (const std::span<const CommandText> texts : {std::span<const CommandText>(command_texts), std::span<const CommandText>(target_texts)})
        for (const CommandText& text : texts)
            if (name == text.name && text.backend != nullptr) request.backend = text.backend;
    if (name == "cover" || name == "preflight") request.layout = Layout::zine;
    if (name == "zine") {
        request.layout = Layout::zine;
        if (!raw.parts.empty()) request.parts.emplace();
        for (const std::string& word : raw.parts)
            request.parts->push_back(*part_of_word(word));
    }
    if (!raw.split.empty()) request.split = Split::year;
    request.inks = inks_of_words(raw.inks);
    if (request.folded) request.layout = Layout::zine;
    if (asks_for_sheets(raw) || request.folded) request.imposition = imposition_of(raw);
    for (const std::string& option : raw.options) {
        const std::size_t equals = option.find('=');
        request.options[option.substr(0, equals)] = equals == std::string::npos ? "" : option.substr(equals + 1);
    }
    if (!raw.pdf_profile.empty()) request.options["profile"] = raw.pdf_profile;
    request.reading.smart_punctuation = !raw.no_smart;
    if (raw.no_spoilers) request.spoilers = Spoilers::left_out;
    request.one_output_each = one_output_each(request);
    request.source_date_epoch = source_date_epoch();
    request.now = request.source_date_epoch.value_or(std::time(nullptr));
    if (raw.fix) request.repairs = Repairs::written;
    if (raw.dry_run) request.repairs = Repairs::shown;
    command.form = raw.diagnostics == "json"    ? DiagnosticsForm::json
                   : raw.diagnostics == "short" ? DiagnosticsForm::brief
                                                : DiagnosticsForm::text;
    command.loudness = raw.quiet ? Loudness::quiet : raw.verbose ? Loudness::verbose : Loudness::normal;
    command.colouring = colouring(raw.colour, name == "check" ? STDOUT_FILENO : STDERR_FILENO);
    return command;
}

} // namespace

Parsed parse_command_line(int argc, char** argv) {
    CLI::App app{"halfstar turns folders of reviews written in Markdown into printed pages, ebooks and web pages.", "halfstar"};
    app.formatter(std::make_shared<CompactFormatter>());
    app.set_version_flag("--version", std::string(producer));
    app.require_subcommand(1);
    app.footer("Examples:\n  halfstar pdf stalker.md\n  halfstar epub reviews/ -o reviews.epub");
    std::map<std::string, Raw> raws;
    const std::span<char* const> arguments(argv, static_cast<std::size_t>(argc));
    for (const std::span<const CommandText> texts : {std::span<const CommandText>(command_texts), std::span<const CommandText>(target_texts)})
        for (const CommandText& text : texts)
            add_command(app, text, arguments, [&](CLI::App& command) { add_common_options(command, raws[text.name], text); });
    for (const CommandText& text : list_texts)
        add_command(app, text, arguments, [&](CLI::App& command) {
            command.add_flag("-v,--verbose", raws[text.name].verbose, "Say more");
            command.add_flag("--timings", raws[text.name].timings, "Say what each stage cost")->group("");
        });
    try {
        app.parse(argc, argv);
        const CLI::App& asked = *app.get_subcommands().front();
        if (asked.get_option_no_throw("INPUT") != nullptr) check_list_options(asked, raws[asked.get_name()].command);
        const Raw& exported = raws["export"];
        if (!exported.pdf_profile.empty() && exported.command.request.backend != "pdf")
            throw CLI::ValidationError("--pdf", "only --to pdf has profiles");
        for (const auto& [name, raw] : raws)
            if (!raw.cover.empty() && is_mini(imposition_of(raw).scheme))
                throw CLI::ValidationError("--cover", "a mini is one sheet and has no cover apart");
    } catch (const CLI::ParseError& error) {
        return {std::nullopt, app.exit(error) == 0 ? 0 : usage_error};
    }
    const std::string name = app.get_subcommands().front()->get_name();
    return {finish(std::move(raws[name]), name), 0};
}

} // namespace halfstar::cli

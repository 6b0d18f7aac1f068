#include "proof/printed.h"

#include "proof/marked_text.h"

#include <exception>
#include <map>
#include <vector>

namespace halfstar::proof {
namespace {

constexpr int deepest = 1000; ///< a structure of ours is never so deep; a broken one may be a ring

std::string type_of(QPDFObjectHandle element) {
    QPDFObjectHandle type = element.getKey("/S");
    return type.isName() ? type.getName() : std::string();
}

/// Calls `visit` on each child of an element, whether it has one or a list of them.
template <class Visit> void each_child(QPDFObjectHandle element, const Visit& visit) {
    QPDFObjectHandle children = element.getKey("/K");
    if (!children.isArray()) return visit(children);
    for (int i = 0; i < children.getArrayNItems(); ++i)
        visit(children.getArrayItem(i));
}

void find_articles(QPDFObjectHandle element, int depth, std::vector<QPDFObjectHandle>& articles) {
    if (!element.isDictionary() || depth > deepest) return;
    if (type_of(element) == "/Art") return articles.push_back(element);
    each_child(element, [&](const QPDFObjectHandle& child) { find_articles(child, depth + 1, articles); });
}

using Pages = std::map<QPDFObjGen, MarkedText>;

/// Walks one article. Texts are gathered first and split into words last, since a word may go over to another page.
class ArticleReader {
public:
    ArticleReader(Pages& pages, CodeMaps& maps) : pages_(pages), maps_(maps) {}

    FoundFlows read(const QPDFObjectHandle& article) {
        walk(article, {}, body_, 0);
        FoundFlows found;
        found.body = words_of(body_);
        put(notes_, found.notes);
        put(captions_, found.captions);
        put(cells_, found.cells);
        return found;
    }

private:
    /// Texts that grow while others are added.
    using Texts = std::vector<std::unique_ptr<std::string>>;

    static void put(const Texts& texts, std::vector<Words>& flows) {
        for (const auto& text : texts)
            flows.push_back(words_of(*text));
    }

    static std::string& add(Texts& texts) { return *texts.emplace_back(std::make_unique<std::string>()); }

    std::string& flow_of(const std::string& type, std::string& around) {
        if (type == "/Note") return add(notes_);
        if (type == "/Caption") return add(captions_);
        if (type == "/TH" || type == "/TD") return add(cells_);
        return around;
    }

    void walk(QPDFObjectHandle element, QPDFObjectHandle page, std::string& around, int depth) {
        const std::string type = type_of(element);
        // A note's number, and the marks that refer to it.
        if (depth > deepest || type == "/Reference" || (type == "/Lbl" && type_above_ == "/Note")) return;
        if (QPDFObjectHandle own = element.getKey("/Pg"); own.isDictionary()) page = own;
        std::string& flow = flow_of(type, around);
        const bool in_line = type == "/Link" || type == "/Span" || type == "/Code" || type == "/Quote";
        if (!in_line) flow += '\n';
        if (QPDFObjectHandle said = element.getKey("/ActualText"); said.isString())
            flow += said.getUTF8Value();
        else
            each_child(element, [&](const QPDFObjectHandle& child) {
                type_above_ = type;
                take(child, page, flow, depth);
            });
        if (!in_line) flow += '\n';
    }

    void take(QPDFObjectHandle child, const QPDFObjectHandle& page, std::string& flow, int depth) {
        if (child.isInteger()) return content(page, child.getIntValueAsInt(), flow);
        if (!child.isDictionary() || child.hasKey("/Obj")) return;
        if (!child.hasKey("/MCID")) return walk(child, page, flow, depth + 1);
        QPDFObjectHandle own = child.getKey("/Pg"), id = child.getKey("/MCID");
        if (id.isInteger()) content(own.isDictionary() ? own : page, id.getIntValueAsInt(), flow);
    }

    void content(QPDFObjectHandle page, int id, std::string& flow) {
        if (!page.isInitialized() || !page.isDictionary()) return;
        const auto [place, is_new] = pages_.try_emplace(page.getObjGen());
        if (is_new) place->second = marked_text(page, maps_);
        if (const auto found = place->second.find(id); found != place->second.end()) flow += found->second;
    }

    Pages& pages_;
    CodeMaps& maps_;
    std::string type_above_;
    std::string body_;
    Texts notes_, captions_, cells_;
};

} // namespace

struct Printed::File {
    std::string path;
    QPDF pdf;
    std::vector<QPDFObjectHandle> articles;
    CodeMaps maps;
};

Printed::Printed(std::unique_ptr<File> file) : file_(std::move(file)) {}
Printed::~Printed() = default;
Printed::Printed(Printed&&) noexcept = default;
Printed& Printed::operator=(Printed&&) noexcept = default;

Result<Printed> Printed::open(const std::string& path) {
    try {
        auto file = std::make_unique<File>();
        file->path = path;
        file->pdf.setSuppressWarnings(true);
        file->pdf.processFile(path.c_str());
        QPDFObjectHandle root = file->pdf.getRoot().getKey("/StructTreeRoot");
        if (root.isDictionary()) find_articles(root, 0, file->articles);
        return Printed(std::move(file));
    } catch (const std::exception& failure) {
        return Error{"cannot read back '" + path + "': " + failure.what()};
    }
}

Result<FoundFlows> Printed::article(std::size_t number) {
    if (number >= file_->articles.size()) return FoundFlows{};
    try {
        // The pages of a piece are let go with it: an issue's together would be all of its text.
        Pages pages;
        return ArticleReader(pages, file_->maps).read(file_->articles[number]);
    } catch (const std::exception& failure) {
        return Error{"cannot read back '" + file_->path + "': " + failure.what()};
    }
}

} // namespace halfstar::proof

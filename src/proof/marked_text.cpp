#include "proof/marked_text.h"

#include <optional>
#include <string_view>
#include <vector>

namespace halfstar::proof {
namespace {

constexpr int no_id = -1;

class MarkedTextReader : public QPDFObjectHandle::ParserCallbacks {
public:
    MarkedTextReader(const QPDFObjectHandle& fonts, CodeMaps& maps) : fonts_(fonts), maps_(maps) {}

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) return operands_.push_back(object);
        act(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {}

    MarkedText take() { return std::move(text_); }

private:
    /// Marked content lies in marked content: the inner has its parent's id where it has none.
    struct Mark {
        int id = no_id;
        bool replaced = false; ///< its text was said when it began
    };

    void act(const std::string& name) {
        if (name == "Tf")
            choose_font();
        else if (name == "BDC" || name == "BMC")
            begin_mark();
        else if (name == "EMC" && !marks_.empty())
            marks_.pop_back();
        else if (name == "Tj" || name == "'" || name == "\"")
            say_last();
        else if (name == "TJ")
            say_array();
    }

    void choose_font() {
        if (operands_.size() < 2 || !operands_[0].isName() || !fonts_.isDictionary()) return;
        QPDFObjectHandle font = fonts_.getKey(operands_[0].getName());
        const auto [place, is_new] = maps_.try_emplace(font.getObjGen());
        if (is_new) place->second = CodeMap::of_font(font);
        map_ = &place->second;
    }

    void begin_mark() {
        Mark mark = marks_.empty() ? Mark{} : marks_.back();
        if (operands_.size() > 1 && operands_[1].isDictionary()) {
            QPDFObjectHandle id = operands_[1].getKey("/MCID"), said = operands_[1].getKey("/ActualText");
            if (id.isInteger()) mark.id = id.getIntValueAsInt();
            if (said.isString() && !mark.replaced) {
                say(mark.id, said.getUTF8Value());
                mark.replaced = true;
            }
        }
        marks_.push_back(mark);
    }

    void say_last() {
        if (!operands_.empty()) say(operands_.back());
    }

    void say_array() {
        if (operands_.empty() || !operands_[0].isArray()) return;
        for (QPDFObjectHandle& one : operands_[0].getArrayAsVector())
            say(one);
    }

    void say(QPDFObjectHandle shown) {
        if (!shown.isString() || map_ == nullptr || marks_.empty() || marks_.back().replaced) return;
        say(marks_.back().id, map_->text(shown.getStringValue()));
    }

    void say(int id, const std::string& text) {
        if (id != no_id) text_[id] += text;
    }

    QPDFObjectHandle fonts_;
    CodeMaps& maps_;
    const CodeMap* map_ = nullptr;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Mark> marks_;
    MarkedText text_;
};

} // namespace

MarkedText marked_text(const QPDFObjectHandle& page, CodeMaps& maps) {
    QPDFPageObjectHelper helper(page);
    QPDFObjectHandle resources = helper.getAttribute("/Resources", false);
    QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
    MarkedTextReader reader(fonts, maps);
    helper.parseContents(&reader);
    return reader.take();
}

} // namespace halfstar::proof

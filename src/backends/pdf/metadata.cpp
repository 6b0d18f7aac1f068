#include "backends/pdf/metadata.h"

#include "foundation/base/hash.h"
#include "foundation/base/strings.h"

#include <algorithm>
#include <chrono>

namespace halfstar::pdf {
namespace {

std::string digits(unsigned value, std::size_t count) {
    std::string text = std::to_string(value);
    return text.size() < count ? std::string(count - text.size(), '0') + text : text;
}

/// Date and time in UTC as digits. Years outside 0000-9999 have no way to be written: the nearest instant.
struct Instant {
    std::string year, month, day, hour, minute, second;
};

Instant instant(std::int64_t timestamp) {
    constexpr std::int64_t first = -62'167'219'200, last = 253'402'300'799;
    const std::chrono::sys_seconds time{std::chrono::seconds(std::clamp(timestamp, first, last))};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return {digits(static_cast<unsigned>(static_cast<int>(date.year())), 4),
            digits(static_cast<unsigned>(date.month()), 2),
            digits(static_cast<unsigned>(date.day()), 2),
            digits(static_cast<unsigned>(clock.hours().count()), 2),
            digits(static_cast<unsigned>(clock.minutes().count()), 2),
            digits(static_cast<unsigned>(clock.seconds().count()), 2)};
}

std::string authors(const DocumentInfo& info) { return join(info.authors, ", "); }
std::string keywords(const DocumentInfo& info) { return join(info.keywords, ", "); }

std::string entry(std::string_view key, std::string_view text) {
    return text.empty() ? std::string() : '/' + std::string(key) + ' ' + text_string(text) + ' ';
}

std::string element(std::string_view name, std::string_view text) {
    const std::string tag(name);
    return text.empty() ? std::string() : '<' + tag + '>' + escape_xml(text) + "</" + tag + ">\n";
}

/// A property whose one value stands in a container: `language` is the alternative's.
std::string contained(std::string_view name, std::string_view container, std::string_view language,
                      std::string_view text) {
    if (text.empty()) {
        return {};
    }
    const std::string tag(name), box(container);
    const std::string attribute = language.empty() ? "" : " xml:lang=\"" + std::string(language) + '"';
    return '<' + tag + "><rdf:" + box + "><rdf:li" + attribute + '>' + escape_xml(text) + "</rdf:li></rdf:" + box +
           "></" + tag + ">\n";
}

/// PDF/A knows no pdfuaid: a schema that it does not know must be described (ISO 19005-2, 6.6.2.3).
constexpr std::string_view accessibility_schema = R"(<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

std::string description(std::string_view prefix, std::string_view space, const std::string& properties) {
    if (properties.empty()) {
        return {};
    }
    return "<rdf:Description rdf:about=\"\" xmlns:" + std::string(prefix) + "=\"" + std::string(space) + "\">\n" +
           properties + "</rdf:Description>\n";
}

/// The standards that the file says it keeps.
std::string claims() {
    return description("pdfaid", "http://www.aiim.org/pdfa/ns/id/",
                       element("pdfaid:part", "2") + element("pdfaid:conformance", "A")) +
           description("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", element("pdfuaid:part", "1")) +
           std::string(accessibility_schema);
}

} // namespace

std::string pdf_date(std::int64_t timestamp) {
    const Instant at = instant(timestamp);
    return "D:" + at.year + at.month + at.day + at.hour + at.minute + at.second + 'Z';
}

std::string xmp_date(std::int64_t timestamp) {
    const Instant at = instant(timestamp);
    return at.year + '-' + at.month + '-' + at.day + 'T' + at.hour + ':' + at.minute + ':' + at.second + 'Z';
}

Body information(const DocumentInfo& info, const BuildInfo& build) {
    const std::string date = pdf_date(build.timestamp);
    return {entry("Title", info.title) + entry("Author", authors(info)) + entry("Subject", info.subject) +
                entry("Keywords", keywords(info)) + entry("Creator", build.producer) +
                entry("Producer", build.producer) + entry("CreationDate", date) + entry("ModDate", date),
            std::nullopt};
}

Body metadata(const DocumentInfo& info, const BuildInfo& build, Profile profile) {
    const std::string date = xmp_date(build.timestamp);
    std::string text = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                       "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";
    text += description("dc", "http://purl.org/dc/elements/1.1/",
                        element("dc:format", "application/pdf") +
                            contained("dc:title", "Alt", "x-default", info.title) +
                            contained("dc:creator", "Seq", "", authors(info)) +
                            contained("dc:description", "Alt", "x-default", info.subject) +
                            contained("dc:language", "Bag", "", info.language));
    text += description("xmp", "http://ns.adobe.com/xap/1.0/",
                        element("xmp:CreatorTool", build.producer) + element("xmp:CreateDate", date) +
                            element("xmp:ModifyDate", date) + element("xmp:MetadataDate", date));
    text += description("pdf", "http://ns.adobe.com/pdf/1.3/",
                        element("pdf:Producer", build.producer) + element("pdf:Keywords", keywords(info)));
    text += description("xmpMM", "http://ns.adobe.com/xap/1.0/mm/", element("xmpMM:DocumentID", build.identifier));
    text += profile == Profile::archive ? claims() : std::string();
    text += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
    return {"/Type /Metadata /Subtype /XML", text};
}

std::string file_identifier(const BuildInfo& build) {
    const Digest digest = sha256(build.identifier + '\n' + build.producer + '\n' + std::to_string(build.timestamp));
    return {digest.begin(), digest.begin() + 16};
}

} // namespace halfstar::pdf

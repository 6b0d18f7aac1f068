#include "backends/raster/bands.h"
#include "backends/raster/raster.h"

#include "foundation/base/files.h"
#include "unit/backends/fake_pages.h"

#include <array>
#include <doctest/doctest.h>

using namespace halfstar;

namespace {

using Colour = std::array<int, 3>;
const Paint red{255, 0, 0, 0};
const Colour white_pixel{255, 255, 255}, red_pixel{255, 0, 0};

Colour at(const Pixels& pixels, std::size_t x, std::size_t y) {
    const std::uint8_t* sample = pixels.samples.data() + (y * pixels.width + x) * 3;
    return {sample[0], sample[1], sample[2]};
}

fake::Document one_page(std::vector<Item> items) {
    fake::Document document;
    document.document_info.title = "Dogs";
    document.pages.push_back(fake::page(20, 10, "1"));
    document.pages[0].items = std::move(items);
    return document;
}

Pixels painted(const fake::Document& document, std::uint32_t width, const Resources* resources = nullptr) {
    Result<Pixels> pixels = raster::paint_page(document, 0, width, resources);
    REQUIRE(pixels);
    return std::move(*pixels);
}

Path square(double x, double y, double side) {
    const auto corner = [&](double dx, double dy) { return Point{Length::points(x + dx), Length::points(y + dy)}; };
    return {{PathStep::Kind::move, {corner(0, 0), {}, {}}},
            {PathStep::Kind::line, {corner(side, 0), {}, {}}},
            {PathStep::Kind::line, {corner(side, side), {}, {}}},
            {PathStep::Kind::line, {corner(0, side), {}, {}}},
            {PathStep::Kind::close, {}}};
}

std::size_t dark_pixels(const Pixels& pixels) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < pixels.samples.size(); i += 3) {
        count += pixels.samples[i] < 128 ? 1u : 0u;
    }
    return count;
}

std::string failure(const fake::Document& document, Options options) {
    Job job;
    job.pages = &document;
    job.options = std::move(options);
    MemorySink sink;
    Diagnostics diagnostics;
    const Result<void> result = raster::write(job, sink, diagnostics);
    CHECK(sink.files.empty());
    return result ? std::string() : result.error().message;
}

} // namespace

TEST_CASE("a page is as high as its trim asks, on white") {
    const Pixels pixels = painted(one_page({}), 40);
    CHECK(pixels.width == 40);
    CHECK(pixels.height == 20);
    CHECK(pixels.channels == 3);
    CHECK(at(pixels, 39, 19) == white_pixel);
}

TEST_CASE("a rule covers its pixels and no others") {
    const Pixels pixels = painted(one_page({{Rule{fake::rect(5, 2, 10, 4), red}, 0}}), 20);
    CHECK(at(pixels, 5, 2) == red_pixel);
    CHECK(at(pixels, 14, 5) == red_pixel);
    CHECK(at(pixels, 4, 2) == white_pixel);
    CHECK(at(pixels, 15, 5) == white_pixel);
    CHECK(at(pixels, 5, 6) == white_pixel);
}

TEST_CASE("a clip hides what is outside it, up to its end") {
    const Pixels pixels = painted(one_page({
                                      {ClipEnd{}, 0},
                                      {ClipBegin{square(0, 0, 5)}, 0},
                                      {Rule{fake::rect(0, 0, 20, 2), red}, 0},
                                      {ClipEnd{}, 0},
                                      {Rule{fake::rect(0, 8, 20, 2), red}, 0},
                                  }),
                                  20);
    CHECK(at(pixels, 4, 1) == red_pixel);
    CHECK(at(pixels, 6, 1) == white_pixel);
    CHECK(at(pixels, 19, 9) == red_pixel);
}

TEST_CASE("shapes are filled and stroked") {
    const Shape shape{square(4, 2, 6), red, Paint{0, 0, 255, 0}, Length::points(2)};
    const Pixels pixels = painted(one_page({{shape, 0}}), 20);
    CHECK(at(pixels, 7, 5) == red_pixel);
    CHECK(at(pixels, 3, 5) == Colour{0, 0, 255});
    CHECK(at(pixels, 3, 1) == Colour{0, 0, 255});
    CHECK(at(pixels, 2, 5) == white_pixel);
}

TEST_CASE("a picture fills its place") {
    const Result<std::string> png = encode_png({2, 1, 3, {255, 0, 0, 0, 255, 0}});
    REQUIRE(png);
    fake::Bytes bytes;
    bytes.files["/a.png"] = *png;
    fake::Document document = one_page({{PictureItem{0, fake::rect(2, 2, 4, 2)}, 0}});
    Picture picture;
    picture.path = "/a.png";
    picture.width = 2;
    picture.height = 1;
    document.picture_list = {picture};
    const Pixels pixels = painted(document, 20, &bytes);
    CHECK(at(pixels, 2, 2) == red_pixel);
    CHECK(at(pixels, 5, 3) == Colour{0, 255, 0});
    CHECK(at(pixels, 6, 3) == white_pixel);
}

TEST_CASE("glyphs are painted as outlines; invisible ones are not") {
    const auto face = fake::open_face(fake::vollkorn);
    REQUIRE(face);
    GlyphRun run = fake::shape(*face, 0, "H", 10, 2, 9);
    fake::Document document = one_page({{run, 0}});
    document.face_list = {face.get()};
    const std::size_t upright = dark_pixels(painted(document, 200));
    CHECK(upright > 1000);

    std::get<GlyphRun>(document.pages[0].items[0].node).scale = 32768;
    const std::size_t narrow = dark_pixels(painted(document, 200));
    CHECK(narrow * 2 == doctest::Approx(static_cast<double>(upright)).epsilon(0.1));

    std::get<GlyphRun>(document.pages[0].items[0].node).visibility = Visibility::invisible;
    CHECK(dark_pixels(painted(document, 200)) == 0);
}

TEST_CASE("a turned run stands on its end") {
    const auto face = fake::open_face(fake::vollkorn);
    REQUIRE(face);
    GlyphRun run = fake::shape(*face, 0, "l", 10, 10, 9);
    run.turn = 90000;
    fake::Document document = one_page({{run, 0}});
    document.face_list = {face.get()};
    const Pixels pixels = painted(document, 200);
    std::size_t left = 0, right = 0;
    for (std::size_t y = 0; y < pixels.height; ++y) {
        for (std::size_t x = 0; x < pixels.width; ++x) {
            (x < 100 ? left : right) += at(pixels, x, y)[0] < 128 ? 1u : 0u;
        }
    }
    CHECK(left > 500);
    CHECK(right == 0);
}

TEST_CASE("the same page gives the same PNG, and options choose page and width") {
    fake::Document document = one_page({});
    document.pages.push_back(fake::page(10, 10, "2"));
    Job job;
    job.pages = &document;
    job.options = {{"page", "2"}, {"width", "30"}};
    Diagnostics diagnostics;
    MemorySink first, second;
    REQUIRE(raster::write(job, first, diagnostics));
    REQUIRE(raster::write(job, second, diagnostics));
    CHECK(first.files == second.files);
    const Result<Picture> facts = inspect_picture(first.files.at(""));
    REQUIRE(facts);
    CHECK(facts->width == 30);
    CHECK(facts->height == 30);
}

TEST_CASE("pages that are not there and sizes that cannot be are failures") {
    const fake::Document document = one_page({});
    CHECK(failure(document, {{"page", "2"}}) == "there is no page 2 among 1");
    CHECK(failure(document, {{"page", "first"}}) == "page: 'first' is not a number from 1");
    CHECK(failure(document, {{"width", "0"}}) == "width: '0' is not a number from 1");
    CHECK(failure(document, {{"width", "30000"}}) == "a page 30000 pixels wide is too large a picture");
}

TEST_CASE("bands have the rows of a whole page, wherever they cut it") {
    const auto face = fake::open_face(fake::vollkorn);
    REQUIRE(face);
    const auto point = [](double x, double y) { return Point{Length::points(x), Length::points(y)}; };
    const Path leaf = {{PathStep::Kind::move, {point(15, 1), {}, {}}},
                       {PathStep::Kind::curve, {point(19, 2), point(15, 3), point(18, 4)}},
                       {PathStep::Kind::close, {}}};
    GlyphRun turned = fake::shape(*face, 0, "turned", 2, 19, 9.5);
    turned.turn = 90000;
    fake::Document document = one_page({
        {Rule{fake::rect(0, 0, 20, 5.3), Paint{30, 90, 60, 0}}, 0},
        {fake::shape(*face, 0, "Stars & 2023", 4, 1, 3.1), 0},
        {Shape{square(12.3, 0.7, 1.9), std::nullopt, Paint{0, 0, 255, 0}, Length::points(0.3)}, 0},
        {Shape{leaf, red, std::nullopt, Length()}, 0},
        {ClipBegin{leaf}, 0},
        {Rule{fake::rect(0, 2, 20, 0.7), Paint{0, 200, 0, 0}}, 0},
        {ClipEnd{}, 0},
        {fake::shape(*face, 0, "gently", 3, 2, 7.7), 0},
        {turned, 0},
        {Rule{fake::rect(0, 9, 20, 0.4), red}, 0},
    });
    document.face_list = {face.get()};
    const Pixels whole = painted(document, 401);
    for (const std::uint32_t height : {1u, 7u, 64u, 1000u}) {
        CAPTURE(height);
        Result<raster::Bands> bands = raster::Bands::of(document, 0, 401, nullptr, height);
        REQUIRE(bands);
        const PixelRows rows = bands->rows();
        REQUIRE(rows.width == whole.width);
        REQUIRE(rows.height == whole.height);
        for (std::uint32_t i = 0; i <= rows.height; ++i) {
            const std::uint32_t y = i % rows.height; // and again from the top
            std::vector<std::uint32_t> row(rows.width);
            REQUIRE(rows.row(y, row.data()));
            std::size_t wrong = 0;
            for (std::size_t x = 0; x < row.size(); ++x) {
                const Colour colour = at(whole, x, y);
                wrong += row[x] == static_cast<std::uint32_t>(colour[0] << 16 | colour[1] << 8 | colour[2]) ? 0u : 1u;
            }
            CHECK_MESSAGE(wrong == 0, "row ", y);
        }
    }
}

TEST_CASE("pictures stay whole where a page is painted in bands, and one that is gone is an error of its rows") {
    const Result<std::string> dots = encode_png({2, 2, 3, {255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9}});
    REQUIRE(dots);
    fake::Bytes bytes;
    bytes.files["/a.png"] = *dots;
    fake::Document document = one_page({{Rule{fake::rect(0, 0, 20, 2), red}, 0}, {PictureItem{0, fake::rect(2, 2, 7, 7)}, 0}});
    Picture picture;
    picture.path = "/a.png";
    document.picture_list = {picture};
    const Pixels whole = painted(document, 40, &bytes);
    Result<raster::Bands> bands = raster::Bands::of(document, 0, 40, &bytes, 3);
    REQUIRE(bands);
    const Result<std::string> png = encode_png_at_once(bands->rows());
    REQUIRE(png);
    const Result<Pixels> pixels = decode_picture(*png, Paint{255, 255, 255, 0});
    REQUIRE(pixels);
    CHECK(pixels->samples == whole.samples);

    bytes.files.clear();
    Result<raster::Bands> gone = raster::Bands::of(document, 0, 40, &bytes, 3);
    REQUIRE(gone);
    const Result<std::string> none = encode_png_at_once(gone->rows());
    REQUIRE(!none);
    CHECK(none.error().message == "gone: /a.png");
}

TEST_CASE("a cover is the first page, called by the document's title") {
    const fake::Document document = one_page({});
    const Result<Cover> cover = raster::cover_of(document, 60, nullptr);
    REQUIRE(cover);
    CHECK(cover->width == 60);
    CHECK(cover->height == 30);
    CHECK(cover->alternative == "Dogs");
    const Result<std::string> png = cover->png();
    REQUIRE(png);
    const Result<Pixels> pixels = decode_picture(*png, Paint{255, 255, 255, 0});
    REQUIRE(pixels);
    CHECK(pixels->width == cover->width);
    CHECK(pixels->height == cover->height);
}

TEST_CASE("a banner is the head of a page on colour, and of one on paper what is below its margin") {
    const auto block = [](double x, double y, double side) { return Item{Shape{square(x, y, side), red, std::nullopt, Length()}, 0}; };
    const auto banner = [](const fake::Document& document) {
        const Cover made = raster::banner_of(document, 40, 8, nullptr);
        CHECK(made.width == 40);
        CHECK(made.height == 8);
        CHECK(made.alternative == "Dogs");
        const Result<std::string> png = made.png();
        REQUIRE(png);
        Result<Pixels> pixels = decode_picture(*png, Paint{255, 255, 255, 0});
        REQUIRE(pixels);
        REQUIRE(pixels->height == 8);
        return std::move(*pixels);
    };
    // 40 by 20 pixels: 12 rows are cut off, 2 of them above where the corner is white.
    fake::Document white = one_page({});
    white.pages[0].items = {block(5, 0, 1)};
    CHECK(at(banner(white), 11, 0) == white_pixel);
    fake::Document coloured = one_page({block(0, 0, 1)});
    CHECK(at(banner(coloured), 0, 0) == red_pixel);
    // What would be cut at the foot is shown whole.
    fake::Document cut = one_page({block(0, 0, 1), block(10, 3.5, 0.5)});
    CHECK(at(banner(cut), 20, 6) == red_pixel);
    CHECK(at(banner(cut), 20, 7) == white_pixel);
}

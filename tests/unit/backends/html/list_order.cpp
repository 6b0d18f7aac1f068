#include "backends/html/list_order.h"

#include "../collections.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("pieces are ordered by the words of the indexes, and otherwise by their own") {
    fake::Desk desk = fake::collection_desk();
    Edition& edition = desk.edition;
    edition.pieces[0].title.value = "The Lighthouse";
    edition.pieces[1].title.value = "“Mirror”";
    edition.films = {{"Lighthouse, The", "The Lighthouse", "L", {}}};
    const html::ListOrder order(edition);
    CHECK(order.title(0) == 0); // Lighthouse, The
    CHECK(order.title(1) == 1);
    CHECK(order.title(2) == 2); // Solaris
}

TEST_CASE("who is called alike has one place, and who is not known has none") {
    fake::Desk desk = fake::collection_desk();
    Edition& edition = desk.edition;
    edition.pieces[1].works[0].credits = {fake::credit(Role::writer, "Nobody")};
    edition.pieces[2].works[0].credits = {fake::credit(Role::director, "Agnès Varda")};
    edition.people.push_back({"Varda, Agnès", "Agnès Varda", "V", {}});
    const html::ListOrder order(edition);
    CHECK(order.director(0) == 0);
    CHECK_FALSE(order.director(1));
    CHECK(order.director(2) == 1);
}

TEST_CASE("ratings are compared in thousandths of their scales") {
    CHECK(html::thousandths(fake::rating(450, "4.5")) == 900);
    Rating letter = fake::rating(1300, "A+");
    letter.form = RatingForm::letter;
    letter.worst = 100;
    letter.best = 1300;
    CHECK(html::thousandths(letter) == 1000);
    letter.form = RatingForm::words;
    CHECK_FALSE(html::thousandths(letter));
}

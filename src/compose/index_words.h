// How films and people stand in an index: titles behind their article, people under their family's name; and when
// two of them are the same.
#pragma once

#include <halfstar/piece.h>

#include <string>
#include <string_view>

namespace halfstar {

/// Bytes of the article that the title begins with in the language, with the space behind it; 0 for none, or when
/// nothing would be left.
std::size_t article_length(std::string_view title, std::string_view language);

/// "The Lighthouse" is "Lighthouse, The", "L'avventura" is "Avventura, L'". Articles are those of `language`.
std::string title_in_index(std::string_view title, std::string_view language);

/// "Agnès Varda" is "Varda, Agnès". The last word is the family's name, with these exceptions:
/// - particles with a capital before it belong to it ("De Niro, Robert"), small ones follow ("Trier, Lars von");
/// - "Jr.", "Sr.", "II" to "IV" stand last ("Downey, Robert, Jr.");
/// - a last word whose second part is small behind a hyphen is a given name, so the family's stands first already
///   ("Bong Joon-ho"), and so it does in names in Han, Hangul or kana;
/// - a group's article follows ("Daniels, The");
/// - a name of one word, with a comma, with brackets, or with a letter alone at its end ("Cardi B") is left as it is.
/// Other names with the family's first cannot be told from their letters.
std::string name_in_index(std::string_view name);

/// Equal for the same film, whatever the case of its letters: its title and its year.
std::string film_identity(const Work& work);
std::string person_identity(std::string_view name);

/// Whether the role is a person's: distributors and studios are none.
bool is_person(Role role);

/// The words of the title in the language of the piece, or, for an original title, in its own.
std::string_view language_of_title(const Work& work, const Piece& piece);

} // namespace halfstar

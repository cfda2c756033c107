#include "policy/wildcard.h"

namespace fuotadesk {

namespace {

// No characters of Unicode, so that no text has them.
constexpr char32_t AnyCharacters = 0xFFFF'FFFF;
constexpr char32_t OneCharacter = 0xFFFF'FFFE;

bool isLiteral(const std::u32string& name)
{
    return name == U"*" || name == U"?" || name == U"$";
}

} // namespace

Wildcard::Wildcard(const QString& text, int parts)
{
    const std::u32string source = (parts & Folded) != 0 ? folded(text) : plain(text);
    m_pattern.reserve(source.size());
    for (std::size_t at = 0; at < source.size(); ++at) {
        const char32_t each = source[at];
        const std::size_t end = (parts & Variables) != 0 && source.compare(at, 2, U"${") == 0
            ? source.find(U'}', at)
            : std::u32string::npos;
        if (end != std::u32string::npos) {
            takeVariable(source.substr(at + 2, end - at - 2));
            at = end;
        } else if ((parts & Stars) != 0 && each == U'*') {
            m_pattern += AnyCharacters;
        } else {
            m_pattern += (parts & Stars) != 0 && each == U'?' ? OneCharacter : each;
        }
    }
}

void Wildcard::takeVariable(const std::u32string& name)
{
    m_hasVariable = m_hasVariable || !isLiteral(name);
    m_pattern += isLiteral(name) ? name.front() : AnyCharacters;
}

Judged Wildcard::match(const std::u32string& text) const
{
    if (!fits(text))
        return Judged::No;
    return m_hasVariable ? Judged::Unknown : Judged::Yes;
}

// When a part after a star does not fit, only that star takes one character more: what stands
// before an earlier one needs no second look.
bool Wildcard::fits(const std::u32string& text) const
{
    std::size_t at = 0;
    std::size_t pattern = 0;
    std::size_t star = std::u32string::npos;
    std::size_t taken = 0;
    while (at < text.size()) {
        const char32_t wanted = pattern < m_pattern.size() ? m_pattern[pattern] : U'\0';
        const bool isOver = pattern >= m_pattern.size();
        if (!isOver && wanted == AnyCharacters) {
            star = pattern++;
            taken = at;
        } else if (!isOver && (wanted == OneCharacter || wanted == text[at])) {
            ++pattern;
            ++at;
        } else if (star != std::u32string::npos) {
            pattern = star + 1;
            at = ++taken;
        } else {
            return false;
        }
    }
    return m_pattern.find_first_not_of(AnyCharacters, pattern) == std::u32string::npos;
}

} // namespace fuotadesk

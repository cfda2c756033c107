#pragma once

#include <QString>

#include <string>

namespace fuotadesk {

// What can be said of a part of a statement: Unknown depends on what is not known here.
enum class Judged { No, Unknown, Yes };

// A text of a policy that others are held against. In it '*' stands for any characters, '/' and ':'
// among them, and '?' for one; "${*}", "${?}" and "${$}" are the plain characters, any other
// "${name}" is a policy variable: a text that fits only with some value of it is Unknown.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
class Wildcard {
public:
    enum Parts { Plain = 0, Stars = 1, Variables = 2, Folded = 4 }; // Folded: case does not count

    Wildcard(const QString& text, int parts);

    // As quick as the lengths multiplied, whatever the pattern. text: folded() by the caller where
    // the pattern is Folded.
    Judged match(const std::u32string& text) const;

    static std::u32string plain(const QString& text) { return text.toStdU32String(); }
    static std::u32string folded(const QString& text)
    {
        return text.toCaseFolded().toStdU32String();
    }

private:
    void takeVariable(const std::u32string& name);
    bool fits(const std::u32string& text) const;

    std::u32string m_pattern; // AnyCharacters and OneCharacter for the wildcards
    bool m_hasVariable = false;
};

} // namespace fuotadesk

#include "signin/shellwords.h"

namespace fuotadesk {

namespace {

class Splitter {
public:
    explicit Splitter(const QString& text) : m_text(text) { }

    std::optional<QStringList> split()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at++);
            bool isWhole = true;
            if (c.isSpace())
                endWord();
            else if (c == u'\'')
                isWhole = takeQuoted(u'\'');
            else if (c == u'"')
                isWhole = takeQuoted(u'"');
            else if (c == u'\\')
                isWhole = takeEscaped();
            else
                take(c);
            if (!isWhole)
                return {};
        }
        endWord();
        return m_words;
    }

private:
    void take(QChar c)
    {
        m_word += c;
        m_hasWord = true;
    }

    void endWord()
    {
        if (m_hasWord)
            m_words << m_word;
        m_word.clear();
        m_hasWord = false;
    }

    bool takeEscaped()
    {
        if (m_at == m_text.size())
            return false;
        take(m_text.at(m_at++));
        return true;
    }

    // Inside double quotes a \ stands for itself, but before a quote and another one.
    bool takeQuoted(QChar quote)
    {
        m_hasWord = true;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at++);
            if (c == quote)
                return true;
            const bool isEscape = quote == u'"' && c == u'\\' && m_at < m_text.size()
                && (m_text.at(m_at) == quote || m_text.at(m_at) == c);
            m_word += isEscape ? m_text.at(m_at++) : c;
        }
        return false;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    QStringList m_words;
    QString m_word;
    bool m_hasWord = false;
};

} // namespace

std::optional<QStringList> shellWords(const QString& command)
{
    return Splitter(command).split();
}

} // namespace fuotadesk

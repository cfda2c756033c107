#include "profiles/sharedfile.h"

#include <QStringDecoder>

#include <algorithm>

namespace fuotadesk {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

bool isIdentifier(QStringView name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        const bool isAscii = c.unicode() < 0x80;
        return isAscii && (c.isLetterOrNumber() || QStringView(u"_-./%@:+").contains(c));
    });
}

// After a value a comment wants a blank before it; after a section it does not.
QStringView withoutComment(QStringView line, bool wantsBlank)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool isMark = line[i] == u'#' || line[i] == u';';
        if (isMark && (!wantsBlank || (i > 0 && isBlank(line[i - 1]))))
            return line.first(i);
    }
    return line;
}

enum class SectionKind { Profile, PlainDefault, SsoSession, Services, Ignored };

struct SectionName {
    SectionKind kind = SectionKind::Ignored;
    QString name;
};

SectionName namedSection(SectionKind kind, QStringView name)
{
    return isIdentifier(name) ? SectionName{kind, name.toString()} : SectionName();
}

// text: what stands between the brackets.
SectionName sectionOf(QStringView text, SharedFileKind file)
{
    text = trimmed(text);
    if (file == SharedFileKind::Credentials)
        return namedSection(SectionKind::Profile, text);
    if (text == u"default")
        return {SectionKind::PlainDefault, text.toString()};
    const auto* blank = std::ranges::find_if(text, isBlank);
    const auto split = blank - text.begin();
    const QStringView word = text.first(split);
    const QStringView name = trimmed(text.mid(split));
    if (word == u"profile")
        return namedSection(SectionKind::Profile, name);
    if (word == u"sso-session")
        return namedSection(SectionKind::SsoSession, name);
    if (word == u"services")
        return namedSection(SectionKind::Services, name);
    return {};
}

class Parser {
public:
    explicit Parser(SharedFileKind kind) : m_kind(kind) { }

    // Empty when the line is in order, else the code of what is wrong.
    QString take(QStringView line)
    {
        if (trimmed(line).isEmpty() || line.front() == u'#' || line.front() == u';')
            return {};
        if (line.front() == u'[')
            return takeSection(line);
        return isBlank(line.front()) ? takeContinuation(line) : takeProperty(line);
    }

    SharedFile finished()
    {
        const auto plain = m_plainDefault.constFind(QStringLiteral("default"));
        if (plain != m_plainDefault.constEnd()
            && !m_file.profiles.contains(QStringLiteral("default")))
            m_file.profiles.insert(plain.key(), plain.value());
        return std::move(m_file);
    }

private:
    QString takeSection(QStringView line)
    {
        line = trimmed(withoutComment(line, false));
        if (!line.endsWith(u']'))
            return QStringLiteral("section-open");
        const SectionName section = sectionOf(line.mid(1).chopped(1), m_kind);
        m_properties = &mapOf(section.kind)[section.name];
        m_property.clear();
        return {};
    }

    QString takeProperty(QStringView line)
    {
        if (!m_properties)
            return QStringLiteral("no-section");
        line = trimmed(withoutComment(line, true));
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            return QStringLiteral("no-equals");
        const QStringView name = trimmed(line.first(equals));
        if (name.isEmpty())
            return QStringLiteral("no-name");
        m_property = name.toString().toLower();
        (*m_properties)[m_property] = trimmed(line.mid(equals + 1)).toString();
        return {};
    }

    // Comments are part of it.
    QString takeContinuation(QStringView line)
    {
        if (!m_properties)
            return QStringLiteral("no-section");
        if (m_property.isEmpty())
            return QStringLiteral("no-property");
        line = trimmed(line);
        QString& value = (*m_properties)[m_property];
        if (value.isEmpty() || value.front() == u'\n') {
            const qsizetype equals = line.indexOf(u'=');
            if (equals < 0)
                return QStringLiteral("sub-no-equals");
            if (trimmed(line.first(equals)).isEmpty())
                return QStringLiteral("sub-no-name");
        }
        value += u'\n';
        value += line;
        return {};
    }

    QMap<QString, Properties>& mapOf(SectionKind kind)
    {
        switch (kind) {
        case SectionKind::Profile:
            return m_file.profiles;
        case SectionKind::SsoSession:
            return m_file.ssoSessions;
        case SectionKind::Services:
            return m_file.services;
        case SectionKind::PlainDefault:
            return m_plainDefault;
        case SectionKind::Ignored:
            break;
        }
        return m_ignored;
    }

    SharedFileKind m_kind;
    SharedFile m_file;
    QMap<QString, Properties> m_plainDefault;
    QMap<QString, Properties> m_ignored;
    Properties* m_properties = nullptr; // of the section that is being read
    QString m_property;
};

} // namespace

Result<SharedFile> parseSharedFile(const QByteArray& bytes, SharedFileKind kind)
{
    if (bytes.size() > LargestSharedFileBytes)
        return failure(ErrorKind::FileTooLarge, {}, QString::number(LargestSharedFileBytes));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return failure(ErrorKind::FileMalformed, QStringLiteral("not-text"));
    Parser parser(kind);
    int number = 0;
    for (QStringView line : QStringView(text).tokenize(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        const QString fault = line.isEmpty() ? QString() : parser.take(line);
        if (!fault.isEmpty())
            return failure(ErrorKind::FileMalformed, fault, QString::number(number));
    }
    return parser.finished();
}

Properties nestedProperties(const QString& value)
{
    Properties nested;
    for (const QStringView line : QStringView(value).tokenize(u'\n')) {
        const qsizetype equals = line.indexOf(u'=');
        if (equals > 0)
            nested.insert(trimmed(line.first(equals)).toString().toLower(),
                          trimmed(line.mid(equals + 1)).toString());
    }
    return nested;
}

} // namespace fuotadesk

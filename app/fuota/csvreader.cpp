#include "fuota/csvreader.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

constexpr char Quote = '"';
constexpr char Comment = '#';

bool isLineEnd(char each)
{
    return each == '\n' || each == '\r';
}

// How long the line end at that place is: 2 for CR LF, 0 where there is none.
qsizetype lineEndAt(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || !isLineEnd(text.at(at)))
        return 0;
    const bool isPair = text.at(at) == '\r' && at + 1 < text.size() && text.at(at + 1) == '\n';
    return isPair ? 2 : 1;
}

qint64 lineEndsIn(QByteArrayView text)
{
    qint64 count = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype length = lineEndAt(text, at);
        count += length > 0 ? 1 : 0;
        at += length > 1 ? 1 : 0;
    }
    return count;
}

constexpr std::array Separators = {'\t', ';', ','}; // of equals the first: texts hold commas
using Counts = std::array<int, Separators.size()>;

void countSeparators(QByteArrayView line, Counts& lines)
{
    std::array<bool, Separators.size()> seen{};
    bool isQuoted = false;
    for (const char each : line) {
        isQuoted = isQuoted != (each == Quote);
        for (size_t i = 0; i < Separators.size() && !isQuoted; ++i)
            seen.at(i) = seen.at(i) || each == Separators.at(i);
    }
    for (size_t i = 0; i < Separators.size(); ++i)
        lines.at(i) += seen.at(i) ? 1 : 0;
}

} // namespace

QByteArray CsvField::text() const
{
    QByteArray text = raw.toByteArray();
    if (isQuoted)
        text.replace("\"\"", "\"");
    return text;
}

CsvReader::CsvReader(QByteArrayView text, char separator) : m_text(text), m_separator(separator) { }

qsizetype CsvReader::behindBlanks(qsizetype at) const
{
    while (at < m_text.size() && m_text.at(at) != m_separator
           && (m_text.at(at) == ' ' || m_text.at(at) == '\t'))
        ++at;
    return at;
}

qsizetype CsvReader::endOfLine(qsizetype at) const
{
    while (at < m_text.size() && !isLineEnd(m_text.at(at)))
        ++at;
    return at;
}

bool CsvReader::endsField(qsizetype at) const
{
    return at >= m_text.size() || m_text.at(at) == m_separator || isLineEnd(m_text.at(at));
}

void CsvReader::enterNextLine()
{
    const qsizetype length = lineEndAt(m_text, m_at);
    m_at += length;
    m_line += length > 0 ? 1 : 0;
}

void CsvReader::skipEmptyLines()
{
    while (m_at < m_text.size()) {
        const qsizetype begin = behindBlanks(m_at);
        const bool isComment = begin < m_text.size() && m_text.at(begin) == Comment;
        const qsizetype end = isComment ? endOfLine(begin) : begin;
        if (end < m_text.size() && !isLineEnd(m_text.at(end)))
            return;
        m_at = end;
        enterNextLine();
    }
}

bool CsvReader::next(CsvRow& row)
{
    row.fields.clear();
    row.fault = CsvFault::None;
    skipEmptyLines();
    row.line = m_line;
    if (m_at >= m_text.size())
        return false;
    while (readField(row)) { }
    enterNextLine();
    return true;
}

// True when another cell of the row follows.
bool CsvReader::readField(CsvRow& row)
{
    m_at = behindBlanks(m_at);
    if (m_at < m_text.size() && m_text.at(m_at) == Quote)
        readQuoted(row);
    else
        row.fields.push_back(plainField());
    const bool goesOn =
        row.fault == CsvFault::None && m_at < m_text.size() && m_text.at(m_at) == m_separator;
    m_at += goesOn ? 1 : 0;
    return goesOn;
}

CsvField CsvReader::plainField()
{
    const qsizetype begin = m_at;
    while (!endsField(m_at))
        ++m_at;
    return {m_text.sliced(begin, m_at - begin).trimmed(), false};
}

// -1 where there is none.
qsizetype CsvReader::closingQuote() const
{
    for (qsizetype at = m_at + 1; at < m_text.size(); at += 2) {
        at = m_text.indexOf(Quote, at);
        if (at < 0 || at + 1 >= m_text.size() || m_text.at(at + 1) != Quote)
            return at;
    }
    return -1;
}

void CsvReader::readQuoted(CsvRow& row)
{
    const qsizetype closing = closingQuote();
    if (closing < 0) {
        fail(row, CsvFault::QuoteUnclosed);
        return;
    }
    const QByteArrayView raw = m_text.sliced(m_at + 1, closing - m_at - 1);
    const qint64 lines = lineEndsIn(raw);
    const qsizetype end = behindBlanks(closing + 1);
    if (!endsField(end)) {
        fail(row, lines > 0 ? CsvFault::QuoteUnclosed : CsvFault::TextAfterQuote);
        return;
    }
    row.fields.push_back({raw, true});
    m_line += lines;
    m_at = end;
}

void CsvReader::fail(CsvRow& row, CsvFault fault)
{
    row.fault = fault;
    row.line = m_line;
    m_at = endOfLine(m_at);
}

char csvSeparatorOf(QByteArrayView text)
{
    constexpr qsizetype Sample = 65'536;
    const QByteArrayView sample = text.first(std::min(text.size(), Sample));
    Counts lines{};
    for (qsizetype begin = 0; begin < sample.size();) {
        const auto* const end = std::find_if(sample.begin() + begin, sample.end(), isLineEnd);
        const QByteArrayView line = sample.sliced(begin, end - sample.begin() - begin);
        if (const QByteArrayView content = line.trimmed(); !content.startsWith(Comment))
            countSeparators(content, lines);
        begin += line.size() + 1;
    }
    const auto* const most = std::ranges::max_element(lines);
    return *most == 0 ? ',' : Separators.at(size_t(most - lines.begin()));
}

qint64 lineCount(QByteArrayView text)
{
    const bool endsOpen = !text.isEmpty() && !isLineEnd(text.back());
    return lineEndsIn(text) + (endsOpen ? 1 : 0);
}

} // namespace fuotadesk

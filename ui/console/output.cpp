#include "console/output.h"

#include <QJsonDocument>

#include <cstdio>

namespace fuotadesk {

namespace {

void write(std::FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void Output::result(const QString& text)
{
    write(stdout, text);
}

void Output::message(const QString& text)
{
    write(stderr, text);
}

void Output::json(const QJsonObject& document)
{
    result(QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact)));
}

} // namespace fuotadesk

#pragma once

#include <QByteArray>
#include <QTest>

namespace fuotadesk {

// Rows of files that are no JSON object at all, for a column "bytes".
inline void addBrokenDocuments()
{
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("  \n");
    QTest::newRow("cut") << QByteArray(R"({"schema": 1, "name": "me)");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"schema\": 1, \"name\": \"\xff\xfe\"}");
    QTest::newRow("UTF-16") << QByteArray("{\0\"\0s\0", 6);
    QTest::newRow("NUL bytes") << QByteArray(100, '\0');
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("number") << QByteArray("1");
    QTest::newRow("two documents") << QByteArray(R"({"schema":1}{"schema":1})");
    QTest::newRow("nesting bomb") << QByteArray(R"({"schema":1,"x":)") + QByteArray(200'000, '[');
    QTest::newRow("closed nesting bomb") << QByteArray(R"({"schema":1,"x":)")
            + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}';
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html></html>");
    QTest::newRow("no schema") << QByteArray("{}");
    QTest::newRow("schema as text") << QByteArray(R"({"schema":"1"})");
    QTest::newRow("schema 0") << QByteArray(R"({"schema":0})");
    QTest::newRow("negative schema") << QByteArray(R"({"schema":-1})");
    QTest::newRow("schema with a fraction") << QByteArray(R"({"schema":0.5})");
}

} // namespace fuotadesk

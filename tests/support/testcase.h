#pragma once

#include <QObject>
#include <QRegularExpression>
#include <QTest>

#include <functional>

namespace fuotadesk {

// Base of every test class: a warning nobody expected fails the test. The one exception is what the
// offscreen platform says each time a window is shown.
class TestCase : public QObject {
    Q_OBJECT

protected Q_SLOTS:
    // One of a test's own calls this one.
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }
};

bool registerTestClass(const char* name, std::function<QObject*()> make);

} // namespace fuotadesk

// At the end of a test file; testmain.cpp runs what is registered.
#define FUOTADESK_TEST(Class)                                                                      \
    static const bool registered##Class =                                                          \
        fuotadesk::registerTestClass(#Class, [] { return static_cast<QObject*>(new Class); })

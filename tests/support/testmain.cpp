#include "support/testcase.h"

#include FUOTADESK_TEST_APPLICATION_HEADER // <QApplication> or <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace fuotadesk {

namespace {

struct TestClass {
    const char* name;
    std::function<QObject*()> make;
};

std::vector<TestClass>& testClasses()
{
    static std::vector<TestClass> classes;
    return classes;
}

} // namespace

bool registerTestClass(const char* name, std::function<QObject*()> make)
{
    testClasses().push_back({name, std::move(make)});
    return true;
}

} // namespace fuotadesk

// test_FOLDER [Class...] [-- Qt Test's own arguments]
int main(int argc, char** argv)
{
    using namespace fuotadesk;
    FUOTADESK_TEST_APPLICATION application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QStringList wanted = application.arguments().mid(1);
    QStringList passedOn{application.arguments().constFirst()};
    if (const auto dashes = wanted.indexOf(u"--"); dashes >= 0) {
        passedOn += wanted.mid(dashes + 1);
        wanted = wanted.mid(0, dashes);
    }
    std::ranges::sort(testClasses(), {},
                      [](const TestClass& each) { return QByteArrayView(each.name); });
    int failures = 0;
    int ran = 0;
    for (const TestClass& each : testClasses()) {
        if (!wanted.isEmpty() && !wanted.contains(QLatin1String(each.name)))
            continue;
        const std::unique_ptr<QObject> test(each.make());
        failures += QTest::qExec(test.get(), passedOn);
        ++ran;
    }
    std::printf("%d test classes, %d failures\n", ran, failures);
    return failures > 0 || ran == 0 ? 1 : 0;
}

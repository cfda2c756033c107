#include "fuota/validation.h"
#include "drafts.h"
#include "support/testcase.h"

namespace fuotadesk {

namespace {

QString emoji(int count)
{
    return QString::fromUtf8("\xf0\x9f\x93\xa1").repeated(count);
}

QString letters(int count)
{
    return QString(count, u'a');
}

struct SetText {
    TaskDraft& task;
    const QString& text;
    void operator()(QString TaskDraft::*member) const { task.*member = text; }
    void operator()(std::optional<QString> TaskDraft::*member) const { task.*member = text; }
    void operator()(std::optional<qint64> TaskDraft::*) const { }
    void operator()(QList<Tag> TaskDraft::*) const { }
};

void setText(TaskDraft& task, Field field, const QString& text)
{
    std::visit(SetText{task, text}, fieldSpec(field).member);
}

struct SetNumber {
    TaskDraft& task;
    qint64 number;
    void operator()(std::optional<qint64> TaskDraft::*member) const { task.*member = number; }
    template <typename Other>
    void operator()(Other TaskDraft::*) const
    {
    }
};

void setNumber(TaskDraft& task, Field field, qint64 number)
{
    std::visit(SetNumber{task, number}, fieldSpec(field).member);
}

} // namespace

// What the service's model says.
class ValidationTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void goodDraftHasNoErrors();
    void emptyDraftNamesWhatIsRequired();
    void texts_data();
    void texts();
    void textsAtTheirBounds_data();
    void textsAtTheirBounds();
    void numbers_data();
    void numbers();
    void everyRegionIsTaken();
    void tags_data();
    void tags();
    void oneTagFaultIsSaidOnce();
    void everyCodeHasAWordOfItsOwn();
};

void ValidationTest::goodDraftHasNoErrors()
{
    QVERIFY(modelFindings(goodDraft().task).isEmpty());
    QVERIFY(findingsOf(goodDraft()).isEmpty());
    QVERIFY(!hasErrors({}));
}

void ValidationTest::emptyDraftNamesWhatIsRequired()
{
    const QList<Finding> expected = {
        {Field::FirmwareUpdateImage, Severity::Error, FindingCode::Required, 0},
        {Field::FirmwareUpdateRole, Severity::Error, FindingCode::Required, 0},
    };
    QCOMPARE(modelFindings(TaskDraft()), expected);
    QVERIFY(hasErrors(findingsOf(CampaignDraft())));
}

void ValidationTest::texts_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code"); // empty: none
    const auto row = [](const char* name, Field field, const QString& text, const char* code) {
        QTest::newRow(name) << field << text << QString::fromLatin1(code);
    };
    const QString lone(QChar(0xd83d));
    row("name empty", Field::Name, QString(), "");
    row("name 256", Field::Name, letters(256), "");
    row("name 257", Field::Name, letters(257), "too-long");
    row("name 256 emoji", Field::Name, emoji(256), "");
    row("name 257 emoji", Field::Name, emoji(257), "too-long");
    row("name lone surrogate", Field::Name, lone, "invalid-text");
    row("name right to left", Field::Name, QString::fromUtf8("\xd7\xa9\xd7\x9c"), "");
    row("description 2048", Field::Description, emoji(2048), "");
    row("description 2049", Field::Description, letters(2049), "too-long");
    row("token empty", Field::ClientRequestToken, QString(), "too-short");
    row("token 64", Field::ClientRequestToken, letters(64), "");
    row("token 65", Field::ClientRequestToken, letters(65), "too-long");
    row("token plain", Field::ClientRequestToken, QStringLiteral("aZ0-_"), "");
    row("token dot", Field::ClientRequestToken, QStringLiteral("a.b"), "pattern-mismatch");
    row("token blank", Field::ClientRequestToken, QStringLiteral("a b"), "pattern-mismatch");
    row("token newline", Field::ClientRequestToken, QStringLiteral("ab\n"), "pattern-mismatch");
    row("token umlaut", Field::ClientRequestToken, QStringLiteral("\u00e4"), "pattern-mismatch");
    row("token lone surrogate", Field::ClientRequestToken, lone, "invalid-text");
    row("region unknown", Field::RfRegion, QStringLiteral("EU869"), "unknown-value");
    row("region small", Field::RfRegion, QStringLiteral("eu868"), "unknown-value");
    row("region empty", Field::RfRegion, QString(), "unknown-value");
    row("image empty", Field::FirmwareUpdateImage, QString(), "required");
    row("image 1", Field::FirmwareUpdateImage, QStringLiteral("x"), "");
    row("image 4096", Field::FirmwareUpdateImage, letters(4096), "");
    row("image 4097", Field::FirmwareUpdateImage, letters(4097), "too-long");
    row("role empty", Field::FirmwareUpdateRole, QString(), "required");
    row("role 2048", Field::FirmwareUpdateRole, letters(2048), "");
    row("role 2049", Field::FirmwareUpdateRole, letters(2049), "too-long");
    row("descriptor empty", Field::Descriptor, QString(), "");
    row("descriptor", Field::Descriptor, QStringLiteral("AAIEAQ=="), "");
    row("descriptor one pad", Field::Descriptor, QStringLiteral("AAI="), "");
    row("descriptor 332", Field::Descriptor, letters(332), "");
    row("descriptor 336", Field::Descriptor, letters(336), "too-long");
    row("descriptor no padding", Field::Descriptor, QStringLiteral("AAIEAQ"), "pattern-mismatch");
    row("descriptor three pads", Field::Descriptor, QStringLiteral("A==="), "pattern-mismatch");
    row("descriptor pad inside", Field::Descriptor, QStringLiteral("AA==AAAA"), "pattern-mismatch");
    row("descriptor url alphabet", Field::Descriptor, QStringLiteral("AA-_"), "pattern-mismatch");
    row("descriptor blank", Field::Descriptor, QStringLiteral("AAIE AQ=="), "pattern-mismatch");
    row("descriptor newline", Field::Descriptor, QStringLiteral("AAIEAQ==\n"), "pattern-mismatch");
}

void ValidationTest::texts()
{
    QFETCH(Field, field);
    QFETCH(QString, text);
    QFETCH(QString, code);
    TaskDraft task = goodDraft().task;
    setText(task, field, text);
    QCOMPARE(codesFor(modelFindings(task), field), code.isEmpty() ? Codes() : Codes{code});
    QCOMPARE(codesFor(modelFindings(task, field), field), codesFor(modelFindings(task), field));
}

void ValidationTest::textsAtTheirBounds_data()
{
    QTest::addColumn<Field>("field");
    for (const FieldSpec& spec : fieldTable())
        if (spec.type == FieldType::Text && spec.maximum)
            QTest::newRow(spec.wireName) << spec.field;
}

void ValidationTest::textsAtTheirBounds()
{
    QFETCH(Field, field);
    const FieldSpec& spec = fieldSpec(field);
    const int maximum = int(*spec.maximum);
    TaskDraft task = goodDraft().task;
    setText(task, field, letters(maximum));
    QVERIFY(modelFindings(task).isEmpty());
    setText(task, field, letters(maximum + 1));
    const QList<Finding> expected = {{field, Severity::Error, FindingCode::TooLong, maximum}};
    QCOMPARE(modelFindings(task), expected);
}

void ValidationTest::numbers_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("code");
    const auto row = [](Field field, qint64 number, const char* code) {
        QTest::addRow("%s %lld", fieldSpec(field).wireName, number)
            << field << number << QString::fromLatin1(code);
    };
    constexpr qint64 largest = std::numeric_limits<qint32>::max();
    for (const qint64 number : {-1LL, std::numeric_limits<qint64>::min()})
        row(Field::RedundancyPercent, number, "below-minimum");
    for (const qint64 number : {0, 1, 99, 100})
        row(Field::RedundancyPercent, number, "");
    row(Field::RedundancyPercent, 101, "above-maximum");
    for (const Field field : {Field::FragmentSizeBytes, Field::FragmentIntervalMs}) {
        row(field, -1, "below-minimum");
        row(field, 0, "below-minimum");
        row(field, 1, "");
        row(field, largest, "");
        row(field, largest + 1, "above-maximum");
        row(field, std::numeric_limits<qint64>::max(), "above-maximum");
    }
}

void ValidationTest::numbers()
{
    QFETCH(Field, field);
    QFETCH(qint64, number);
    QFETCH(QString, code);
    CampaignDraft draft = goodDraft();
    setNumber(draft.task, field, number);
    QCOMPARE(codesFor(modelFindings(draft.task), field), code.isEmpty() ? Codes() : Codes{code});
    (void)findingsOf(draft); // advice computes with any number
}

void ValidationTest::everyRegionIsTaken()
{
    for (const char* const region : fieldSpec(Field::RfRegion).values) {
        TaskDraft task = goodDraft().task;
        task.rfRegion = QString::fromLatin1(region);
        QVERIFY(modelFindings(task).isEmpty());
    }
}

void ValidationTest::tags_data()
{
    QTest::addColumn<QList<QStringList>>("tags");
    QTest::addColumn<QString>("codes");
    const auto row = [](const char* name, const QList<QStringList>& tags, const char* codes) {
        QTest::newRow(name) << tags << QString::fromLatin1(codes);
    };
    QList<QStringList> many;
    for (int i = 0; i < 200; ++i)
        many.append({QString::number(i), QString()});
    row("none", {}, "");
    row("200", many, "");
    many.append({QStringLiteral("one more"), QString()});
    row("201", many, "too-many-tags");
    row("empty value", {{QStringLiteral("k"), QString()}}, "");
    row("no key", {{QString(), QStringLiteral("v")}}, "tag-key-missing");
    row("key 128", {{emoji(128), QString()}}, "");
    row("key 129", {{letters(129), QString()}}, "tag-key-too-long");
    row("value 256", {{QStringLiteral("k"), emoji(256)}}, "");
    row("value 257", {{QStringLiteral("k"), letters(257)}}, "tag-value-too-long");
    row("twice",
        {{QStringLiteral("k"), QStringLiteral("1")}, {QStringLiteral("k"), QStringLiteral("2")}},
        "tag-key-duplicate");
    row("other case", {{QStringLiteral("k"), QString()}, {QStringLiteral("K"), QString()}}, "");
    row("surrogate in key", {{QString(QChar(0xdc00)), QString()}}, "tag-key-missing invalid-text");
    row("surrogate in value", {{QStringLiteral("k"), QString(QChar(0xd83d))}}, "invalid-text");
}

void ValidationTest::tags()
{
    QFETCH(QList<QStringList>, tags);
    QFETCH(QString, codes);
    TaskDraft task = goodDraft().task;
    for (const QStringList& tag : tags)
        task.tags.append({tag.at(0), tag.at(1)});
    const Codes found = codesFor(modelFindings(task), Field::Tags);
    if (codes.contains(u' ')) // either word will do
        QVERIFY(found.size() == 1 && codes.contains(found.first()));
    else
        QCOMPARE(found.join(u' '), codes);
}

void ValidationTest::oneTagFaultIsSaidOnce()
{
    TaskDraft task = goodDraft().task;
    task.tags = {{}, {}, {letters(129), {}}, {letters(129), {}}};
    QCOMPARE(codesFor(modelFindings(task), Field::Tags).join(u' '),
             QStringLiteral("tag-key-missing tag-key-too-long"));
}

void ValidationTest::everyCodeHasAWordOfItsOwn()
{
    QStringList words;
    for (int i = 0; i <= int(FindingCode::FragmentSizeNeedsGroups); ++i)
        words.append(findingCodeName(FindingCode(i)));
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
    QCOMPARE(severityName(Severity::Error), QStringLiteral("error"));
    QCOMPARE(severityName(Severity::Warning), QStringLiteral("warning"));
    QCOMPARE(severityName(Severity::Info), QStringLiteral("info"));
}

} // namespace fuotadesk

using fuotadesk::ValidationTest;
FUOTADESK_TEST(ValidationTest);
#include "validationtest.moc"

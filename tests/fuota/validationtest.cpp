#include "fuota/validation.h"
#include "support/testcase.h"

namespace fuotadesk {

namespace {

using Codes = QStringList;

CampaignDraft goodDraft()
{
    CampaignDraft draft;
    draft.task.firmwareUpdateImage = QStringLiteral("s3://bucket/fw.bin");
    draft.task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    draft.task.rfRegion = QStringLiteral("EU868");
    draft.imageSizeBytes = 102'400;
    return draft;
}

// What is said of a field, as words: "too-long".
Codes codesFor(const QList<Finding>& findings, Field field)
{
    Codes codes;
    for (const Finding& each : findings)
        if (each.field == field)
            codes.append(findingCodeName(each.code));
    return codes;
}

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
    void errorsStandBeforeWarnings();
    void roles_data();
    void roles();
    void images_data();
    void images();
    void descriptors_data();
    void descriptors();
    void intervals_data();
    void intervals();
    void fragmentLimit();
    void fragmentLimitOfAssumedSizeOnlyWarns();
    void fragmentSizeAdvice();
    void redundancyOfASingleFragment();
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

void ValidationTest::errorsStandBeforeWarnings()
{
    CampaignDraft draft = goodDraft();
    draft.task.name = emoji(300);
    draft.task.firmwareUpdateImage = letters(5000);
    QCOMPARE(codesFor(findingsOf(draft), Field::Name).join(u' '),
             QStringLiteral("too-long name-characters"));
    QCOMPARE(codesFor(findingsOf(draft), Field::FirmwareUpdateImage).join(u' '),
             QStringLiteral("too-long image-not-s3"));
}

void ValidationTest::roles_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* role, bool good) {
        QTest::newRow(role) << QString::fromLatin1(role) << good;
    };
    row("arn:aws:iam::123456789012:role/fuota", true);
    row("arn:aws-cn:iam::123456789012:role/path/fuota", true);
    row("arn:aws-us-gov:iam::123456789012:role/service-role/a+=,.@-_b", true);
    row("arn:aws:iam::12345678901:role/fuota", false);
    row("arn:aws:iam::123456789012:user/fuota", false);
    row("arn:aws:iam::123456789012:role/", false);
    row("arn:aws:iam::123456789012:role/fuota ", false);
    row("arn:aws:iam::123456789012:role/fuota\n", false);
    row("fuota", false);
}

void ValidationTest::roles()
{
    QFETCH(QString, role);
    QFETCH(bool, good);
    CampaignDraft draft = goodDraft();
    draft.task.firmwareUpdateRole = role;
    QCOMPARE(codesFor(findingsOf(draft), Field::FirmwareUpdateRole),
             good ? Codes() : Codes{QStringLiteral("role-not-arn")});
    QVERIFY(!hasErrors(findingsOf(draft)));
}

void ValidationTest::images_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<qint64>("size"); // -1: not known
    QTest::addColumn<QString>("codes");
    const auto row = [](const char* uri, qint64 size, const char* codes) {
        QTest::addRow("%s %lld", uri, size)
            << QString::fromLatin1(uri) << size << QString::fromLatin1(codes);
    };
    row("s3://bucket/key", 1'000'000, "");
    row("s3://bucket/key", 1'000'001, "image-over-one-megabyte");
    row("s3://bucket/key", 0, "image-empty");
    row("s3://bucket/key", 1, "");
    row("s3://bucket/key", -1, "image-size-unknown");
    row("s3://bucket/", 1, "image-without-key");
    row("s3://bucket", 1, "image-without-key");
    row("https://bucket.s3.amazonaws.com/key", 1, "image-not-s3");
    row("S3://bucket/key", 1, "image-not-s3");
    row("s3://B/key", 1, "image-not-s3");
    row("fw.bin", -1, "image-not-s3 image-size-unknown");
}

void ValidationTest::images()
{
    QFETCH(QString, uri);
    QFETCH(qint64, size);
    QFETCH(QString, codes);
    CampaignDraft draft = goodDraft();
    draft.task.firmwareUpdateImage = uri;
    draft.task.fragmentSizeBytes = 239;
    draft.imageSizeBytes = size < 0 ? std::optional<qint64>() : size;
    QCOMPARE(codesFor(findingsOf(draft), Field::FirmwareUpdateImage).join(u' '), codes);
    QVERIFY(!hasErrors(findingsOf(draft)));
}

void ValidationTest::descriptors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("figure"); // -1: nothing to say
    QTest::newRow("4") << QByteArray(4, 'x') << qint64(-1);
    QTest::newRow("3") << QByteArray(3, 'x') << qint64(3);
    QTest::newRow("5") << QByteArray(5, 'x') << qint64(5);
    QTest::newRow("249") << QByteArray(249, 'x') << qint64(249);
    QTest::newRow("0") << QByteArray() << qint64(0);
}

void ValidationTest::descriptors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, figure);
    CampaignDraft draft = goodDraft();
    draft.task.descriptor = QString::fromLatin1(bytes.toBase64());
    const QList<Finding> findings = findingsOf(draft);
    if (figure < 0) {
        QVERIFY(findings.isEmpty());
        return;
    }
    const QList<Finding> expected = {
        {Field::Descriptor, Severity::Warning, FindingCode::DescriptorNotFourBytes, figure}};
    QCOMPARE(findings, expected);
}

void ValidationTest::intervals_data()
{
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<qint64>("figure");
    QTest::newRow("1") << qint64(1) << QStringLiteral("interval-rounds-to-zero") << qint64(0);
    QTest::newRow("499") << qint64(499) << QStringLiteral("interval-rounds-to-zero") << qint64(0);
    QTest::newRow("500") << qint64(500) << QStringLiteral("interval-rounded") << qint64(1);
    QTest::newRow("1000") << qint64(1000) << QString() << qint64(0);
    QTest::newRow("1499") << qint64(1499) << QStringLiteral("interval-rounded") << qint64(1);
    QTest::newRow("1500") << qint64(1500) << QStringLiteral("interval-rounded") << qint64(2);
    QTest::newRow("7000") << qint64(7000) << QString() << qint64(0);
}

void ValidationTest::intervals()
{
    QFETCH(qint64, interval);
    QFETCH(QString, codes);
    QFETCH(qint64, figure);
    CampaignDraft draft = goodDraft();
    draft.task.fragmentIntervalMs = interval;
    const QList<Finding> findings = findingsOf(draft);
    QCOMPARE(codesFor(findings, Field::FragmentIntervalMs).join(u' '), codes);
    if (!codes.isEmpty())
        QCOMPARE(findings.first().figure, figure);
}

void ValidationTest::fragmentLimit()
{
    CampaignDraft draft = goodDraft();
    draft.task.fragmentSizeBytes = 10;
    draft.task.redundancyPercent = 0;
    draft.imageSizeBytes = 163'830;
    QVERIFY(!hasErrors(findingsOf(draft)));
    draft.imageSizeBytes = 163'831;
    const QList<Finding> findings = findingsOf(draft);
    QVERIFY(findings.contains(
        Finding{Field::FragmentSizeBytes, Severity::Error, FindingCode::TooManyFragments, 16'384}));
}

void ValidationTest::fragmentLimitOfAssumedSizeOnlyWarns()
{
    CampaignDraft draft = goodDraft();
    draft.planning.fragmentSizeBytes = 1;
    const QList<Finding> findings = findingsOf(draft);
    QVERIFY(!hasErrors(findings));
    QCOMPARE(codesFor(findings, Field::FragmentSizeBytes).join(u' '),
             QStringLiteral("too-many-fragments"));
}

void ValidationTest::fragmentSizeAdvice()
{
    CampaignDraft draft = goodDraft();
    draft.task.fragmentSizeBytes = 239;
    QCOMPARE(codesFor(findingsOf(draft), Field::FragmentSizeBytes).join(u' '),
             QStringLiteral("fragment-size-needs-groups"));
    draft.task.fragmentSizeBytes = 240;
    QCOMPARE(codesFor(findingsOf(draft), Field::FragmentSizeBytes).join(u' '),
             QStringLiteral("fragment-too-large fragment-size-needs-groups"));
    draft.task.fragmentSizeBytes = 0;
    QCOMPARE(codesFor(findingsOf(draft), Field::FragmentSizeBytes).first(),
             QStringLiteral("below-minimum"));
    draft = goodDraft();
    draft.task.rfRegion.reset();
    QCOMPARE(codesFor(findingsOf(draft), Field::RfRegion).join(u' '),
             QStringLiteral("rf-region-unset"));
}

void ValidationTest::redundancyOfASingleFragment()
{
    CampaignDraft draft = goodDraft();
    draft.imageSizeBytes = 100;
    draft.task.redundancyPercent = 1;
    QCOMPARE(codesFor(findingsOf(draft), Field::RedundancyPercent).join(u' '),
             QStringLiteral("redundancy-useless"));
    draft.task.redundancyPercent = 0;
    QVERIFY(codesFor(findingsOf(draft), Field::RedundancyPercent).isEmpty());
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

// The least that can be called a window with a form: what FUOTA Desk's start and weight are
// compared with.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>

namespace {

QWidget* makeForm()
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    auto* region = new QComboBox;
    region->addItems({QStringLiteral("EU868"), QStringLiteral("US915"), QStringLiteral("AU915")});
    auto* redundancy = new QSpinBox;
    redundancy->setSuffix(QStringLiteral(" %"));
    form->addRow(QStringLiteral("&Name"), new QLineEdit);
    form->addRow(QStringLiteral("&Region"), region);
    form->addRow(QStringLiteral("Image &bytes"), new QSpinBox);
    form->addRow(QStringLiteral("Re&dundancy"), redundancy);
    form->addRow(QStringLiteral("&Start"),
                 new QDateTimeEdit(QDateTime(QDate(2030, 1, 2), QTime(3, 4))));
    form->addRow(QStringLiteral("N&otes"), new QPlainTextEdit);
    form->addRow(QStringLiteral("S&lider"), new QSlider(Qt::Horizontal));
    form->addRow(new QCheckBox(QStringLiteral("Sandbo&x")));
    form->addRow(new QPushButton(QStringLiteral("&Create task")));
    return page;
}

QTableView* makeTable(QObject* owner)
{
    auto* model = new QStandardItemModel(0, 3, owner);
    model->setHorizontalHeaderLabels(
        {QStringLiteral("Name"), QStringLiteral("Region"), QStringLiteral("Status")});
    auto* table = new QTableView;
    table->setModel(model);
    return table;
}

} // namespace

// barewindow [--table]: the focus is in a text field, or in an empty table, where no cursor blinks
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setWindowTitle(QStringLiteral("Bare window"));
    auto* tabs = new QTabWidget;
    QTableView* table = makeTable(&window);
    tabs->addTab(makeForm(), QStringLiteral("New task"));
    tabs->addTab(table, QStringLiteral("Tasks"));
    window.setCentralWidget(tabs);
    window.menuBar()
        ->addMenu(QStringLiteral("&File"))
        ->addAction(QStringLiteral("&Quit"), &window, &QWidget::close);
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    if (QApplication::arguments().contains(QStringLiteral("--table"))) {
        tabs->setCurrentIndex(1);
        table->setFocus();
    }
    window.resize(1000, 700);
    window.show();
    return QApplication::exec();
}

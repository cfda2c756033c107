#pragma once

#include <QDialog>

class QComboBox;

namespace fuotadesk {

class DocumentView;
struct RoleReading;

// The trust policy of a role that was read and its policies, one at a time; those that could not be
// read are named.
class RoleDocuments : public QDialog {
    Q_OBJECT

public:
    RoleDocuments(const RoleReading& reading, QWidget* parent);

private:
    QList<QByteArray> m_documents;
    QComboBox* m_which;
    DocumentView* m_view;
};

} // namespace fuotadesk

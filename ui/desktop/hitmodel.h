#pragma once

#include "aws/s3/s3values.h"

#include <QAbstractTableModel>

namespace fuotadesk {

class BucketBrowser;

// What a search in a bucket has found so far, by whole keys.
class HitModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit HitModel(BucketBrowser& browser, QObject* parent = nullptr);

    // Another search: what is there is of an earlier one.
    void restart();
    const S3Object* object(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take();

    BucketBrowser& m_browser;
    int m_rows = 0;
};

} // namespace fuotadesk

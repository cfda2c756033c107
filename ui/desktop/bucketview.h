#pragma once

#include "fuota/imagelocation.h"

#include <QTreeView>

#include <optional>

namespace fuotadesk {

class BucketModel;

// The tree of buckets and folders. Enter and a double click open a folder or choose an object.
class BucketView : public QTreeView {
    Q_OBJECT

public:
    explicit BucketView(BucketModel* model, QWidget* parent = nullptr);

    // Opens what lies on the way as it is read, until the place is there or somebody goes
    // elsewhere.
    void reveal(const ImageLocation& place);

Q_SIGNALS:
    void currentPlaceChanged();
    void objectActivated();

private:
    void follow();
    void activate(const QModelIndex& index);
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

    BucketModel* m_model;
    std::optional<ImageLocation> m_wanted;
};

// Columns wide enough for sizes and times, the rest for names; no grid, Tab leaves.
void showAsObjects(QTreeView& view);

} // namespace fuotadesk

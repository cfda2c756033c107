#pragma once

#include "aws/s3/s3values.h"
#include "fuota/imagelocation.h"

#include <QAbstractItemModel>

#include <memory>

namespace fuotadesk {

class BucketBrowser;

// Buckets, their folders and what is in them, as far as the browser has read them. A folder is read
// when it is first opened; what a page brings is put in as ranges of rows, folders before objects,
// so that nothing else moves. A bucket that the account does not list can be added by its name.
class BucketModel : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit BucketModel(BucketBrowser& browser, QObject* parent = nullptr);
    ~BucketModel() override;

    void addBucket(const QString& name);
    // Reads it all anew; buckets that were added stay.
    void refresh();

    // Of a folder - key empty or ending with '/' - or an object; of the nearest folder around it
    // that was read by now, and invalid for an unknown bucket.
    QModelIndex nearest(const ImageLocation& place) const;
    // key is that of the object, or the folder's prefix.
    ImageLocation place(const QModelIndex& index) const;
    // Null for buckets and folders.
    const S3Object* object(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;

    Node* nodeOf(const QModelIndex& index) const; // null: an object
    Node* find(const QString& bucket, const QString& prefix) const;
    QModelIndex indexOf(const Node* node) const;
    void stopReading(const Node& node);
    void takeBuckets();
    void takeFolder(const QString& bucket, const QString& prefix);
    void appendNodes(Node* parent, const QStringList& prefixes);
    QVariant nodeData(const Node& node, int column, int role) const;

    BucketBrowser& m_browser;
    std::unique_ptr<Node> m_root;
    QStringList m_added;
};

} // namespace fuotadesk

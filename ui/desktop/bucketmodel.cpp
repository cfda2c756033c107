#include "desktop/bucketmodel.h"

#include "desktop/objectcells.h"
#include "desktop/symbolicicon.h"
#include "preflight/bucketbrowser.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace fuotadesk {

// A bucket, or a folder in one. Objects have no node: they are rows after the folders. The internal
// pointer of an index is the node around it.
struct BucketModel::Node {
    Node* parent = nullptr;
    int row = 0;
    QString bucket;
    QString prefix;
    bool isOpened = false;
    std::vector<std::unique_ptr<Node>> nodes;
    QHash<QString, Node*> byName; // bucket or prefix
    int objects = 0; // rows that the views know of

    int rows() const { return static_cast<int>(nodes.size()) + objects; }
    const QString& name() const { return prefix.isEmpty() ? bucket : prefix; }
};

BucketModel::BucketModel(BucketBrowser& browser, QObject* parent)
    : QAbstractItemModel(parent),
      m_browser(browser),
      m_root(std::make_unique<Node>())
{
    connect(&browser, &BucketBrowser::bucketsChanged, this, &BucketModel::takeBuckets);
    connect(&browser, &BucketBrowser::folderChanged, this, &BucketModel::takeFolder);
    takeBuckets();
}

// Nobody waits for the rest.
BucketModel::~BucketModel()
{
    m_browser.disconnect(this);
    stopReading(*m_root);
}

void BucketModel::stopReading(const Node& node)
{
    if (node.isOpened)
        m_browser.close(node.bucket, node.prefix);
    for (const auto& inner : node.nodes)
        stopReading(*inner);
}

void BucketModel::addBucket(const QString& name)
{
    if (!m_added.contains(name))
        m_added.append(name);
    takeBuckets();
}

void BucketModel::refresh()
{
    m_browser.refresh(); // takeBuckets() follows
}

// A list that has lost something is another one: it is taken whole.
void BucketModel::takeBuckets()
{
    QStringList names;
    for (const S3Bucket& bucket : m_browser.buckets())
        names << bucket.name;
    const bool isShorter = std::ranges::any_of(m_root->nodes, [&](const auto& node) {
        const bool isForgotten = node->isOpened && !m_browser.folder(node->bucket, {});
        return isForgotten || (!names.contains(node->bucket) && !m_added.contains(node->bucket));
    });
    if (isShorter) {
        beginResetModel();
        m_root = std::make_unique<Node>();
        endResetModel();
    }
    appendNodes(m_root.get(), names + m_added);
}

void BucketModel::appendNodes(Node* parent, const QStringList& prefixes)
{
    QStringList fresh;
    std::ranges::copy_if(prefixes, std::back_inserter(fresh),
                         [parent](const QString& name) { return !parent->byName.contains(name); });
    fresh.removeDuplicates();
    if (fresh.isEmpty())
        return;
    const auto first = static_cast<int>(parent->nodes.size());
    beginInsertRows(indexOf(parent), first, first + static_cast<int>(fresh.size()) - 1);
    for (const QString& name : fresh) {
        auto node = std::make_unique<Node>();
        node->parent = parent;
        node->row = static_cast<int>(parent->nodes.size());
        node->bucket = parent == m_root.get() ? name : parent->bucket;
        node->prefix = parent == m_root.get() ? QString() : name;
        parent->byName.insert(name, node.get());
        parent->nodes.push_back(std::move(node));
    }
    endInsertRows();
}

void BucketModel::takeFolder(const QString& bucket, const QString& prefix)
{
    Node* node = find(bucket, prefix);
    const BucketFolder* folder = m_browser.folder(bucket, prefix);
    if (!node || !folder)
        return;
    appendNodes(node, folder->folders.mid(static_cast<qsizetype>(node->nodes.size())));
    const auto objects = static_cast<int>(folder->objects.size());
    if (objects > node->objects) {
        beginInsertRows(indexOf(node), node->rows(),
                        static_cast<int>(node->nodes.size()) + objects - 1);
        node->objects = objects;
        endInsertRows();
    }
    const QModelIndex place = indexOf(node);
    Q_EMIT dataChanged(place, place.siblingAtColumn(ObjectColumns - 1));
}

BucketModel::Node* BucketModel::nodeOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return m_root.get();
    const auto* around = static_cast<const Node*>(index.constInternalPointer());
    const auto row = static_cast<std::size_t>(index.row());
    return row < around->nodes.size() ? around->nodes[row].get() : nullptr;
}

// A folder's prefix is made of those of the folders around it.
BucketModel::Node* BucketModel::find(const QString& bucket, const QString& prefix) const
{
    Node* node = m_root->byName.value(bucket);
    for (qsizetype end = prefix.indexOf(u'/'); node && end >= 0;
         end = prefix.indexOf(u'/', end + 1))
        node = node->byName.value(prefix.left(end + 1));
    return node;
}

QModelIndex BucketModel::indexOf(const Node* node) const
{
    return node->parent ? createIndex(node->row, 0, node->parent) : QModelIndex();
}

QModelIndex BucketModel::nearest(const ImageLocation& place) const
{
    Node* node = m_root->byName.value(place.bucket);
    if (!node)
        return {};
    for (qsizetype end = place.key.indexOf(u'/'); end >= 0;
         end = place.key.indexOf(u'/', end + 1)) {
        Node* inner = node->byName.value(place.key.left(end + 1));
        if (!inner)
            return indexOf(node);
        node = inner;
    }
    const BucketFolder* folder = m_browser.folder(node->bucket, node->prefix);
    if (!folder || place.key == node->prefix)
        return indexOf(node);
    const auto seen = folder->objects.begin() + node->objects;
    const auto found = std::ranges::find(folder->objects.begin(), seen, place.key, &S3Object::key);
    if (found == seen)
        return indexOf(node);
    const auto row = static_cast<int>(found - folder->objects.begin());
    return createIndex(static_cast<int>(node->nodes.size()) + row, 0, node);
}

ImageLocation BucketModel::place(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    if (const Node* node = nodeOf(index))
        return {node->bucket, node->prefix};
    const S3Object* found = object(index);
    const auto* around = static_cast<const Node*>(index.constInternalPointer());
    return found ? ImageLocation{around->bucket, found->key} : ImageLocation{};
}

const S3Object* BucketModel::object(const QModelIndex& index) const
{
    if (!index.isValid() || nodeOf(index))
        return nullptr;
    const auto* around = static_cast<const Node*>(index.constInternalPointer());
    const BucketFolder* folder = m_browser.folder(around->bucket, around->prefix);
    const auto place = index.row() - static_cast<qsizetype>(around->nodes.size());
    return folder && place < folder->objects.size() ? &folder->objects.at(place) : nullptr;
}

QModelIndex BucketModel::index(int row, int column, const QModelIndex& parent) const
{
    Node* around = nodeOf(parent);
    const bool isThere = around && parent.column() <= 0 && row >= 0 && row < around->rows()
        && column >= 0 && column < ObjectColumns;
    return isThere ? createIndex(row, column, around) : QModelIndex();
}

QModelIndex BucketModel::parent(const QModelIndex& index) const
{
    return index.isValid() ? indexOf(static_cast<const Node*>(index.constInternalPointer()))
                           : QModelIndex();
}

int BucketModel::rowCount(const QModelIndex& parent) const
{
    const Node* node = parent.column() > 0 ? nullptr : nodeOf(parent);
    return node ? node->rows() : 0;
}

int BucketModel::columnCount(const QModelIndex&) const
{
    return ObjectColumns;
}

bool BucketModel::hasChildren(const QModelIndex& parent) const
{
    const Node* node = parent.column() > 0 ? nullptr : nodeOf(parent);
    if (!node || node == m_root.get())
        return node && node->rows() > 0;
    const BucketFolder* folder = m_browser.folder(node->bucket, node->prefix);
    return node->rows() > 0 || !folder || !folder->isComplete;
}

bool BucketModel::canFetchMore(const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    return node && node != m_root.get() && !node->isOpened;
}

void BucketModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    Node* node = nodeOf(parent);
    node->isOpened = true;
    takeFolder(node->bucket, node->prefix); // what an earlier dialog has read
    m_browser.open(node->bucket, node->prefix);
}

QVariant BucketModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (const Node* node = nodeOf(index))
        return nodeData(*node, index.column(), role);
    const S3Object* found = object(index);
    if (!found)
        return {};
    const auto* around = static_cast<const Node*>(index.constInternalPointer());
    return objectCell(*found, index.column(), role, around->prefix.size());
}

QVariant BucketModel::nodeData(const Node& node, int column, int role) const
{
    const bool isBucket = node.prefix.isEmpty();
    if (column != NameColumn)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return isBucket ? node.bucket : node.prefix.mid(node.parent->prefix.size()).chopped(1);
    case Qt::DecorationRole:
        return symbolicIcon(isBucket ? QStringLiteral("bucket") : QStringLiteral("open"));
    case Qt::ToolTipRole:
        return imageUri({node.bucket, node.prefix});
    case Qt::AccessibleTextRole:
        return isBucket
            ? tr("Bucket %1").arg(node.bucket)
            : tr("Folder %1").arg(node.prefix.mid(node.parent->prefix.size()).chopped(1));
    default:
        return {};
    }
}

QVariant BucketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? objectHeader(section, role) : QVariant();
}

} // namespace fuotadesk
